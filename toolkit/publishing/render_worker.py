"""A renderer's process: ``python -m toolkit.publishing.render_worker MIB SECONDS``, kept by ``rendering``.

It holds no socket, no database and no setting, and nothing of a document touches the disk.
"""

import sys

from fact_sheets import fact_sheet, html, pdf, snapshot
from toolkit.publishing.render_loop import limit, serve


def main() -> None:
    """Serve until stdin closes; ``argv`` is the address space in MiB and the seconds a document may take."""
    memory_mib, seconds = int(sys.argv[1]), float(sys.argv[2])
    limit(memory_mib)
    serve(render_dossier, seconds)


def render_dossier(dossier_json: bytes) -> bytes:
    """The PDF of a dossier. Raises PressError."""
    sheet = fact_sheet.compose(snapshot.from_json(dossier_json))
    return pdf.press(html.render(sheet), dossier_json)


if __name__ == "__main__":
    main()
