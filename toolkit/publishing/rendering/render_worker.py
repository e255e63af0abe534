"""A renderer's process: ``python -m toolkit.publishing.rendering.render_worker MIB SECONDS``.

It holds no socket, no database and no setting, and nothing of a document touches the disk.
"""

import sys

from fact_sheets import meeting, pdf
from fact_sheets.errata import errata
from fact_sheets.testimony import parcel
from toolkit.publishing.rendering.frames import COPY, ERRATA, SHEET, TESTIMONY
from toolkit.publishing.rendering.render_loop import limit, serve


def main() -> None:
    """Serve until stdin closes; ``argv`` is the address space in MiB and the seconds a document may take."""
    memory_mib, seconds = int(sys.argv[1]), float(sys.argv[2])
    limit(memory_mib)
    pdf.warm()
    renders = {SHEET: render_sheet, COPY: render_copy, TESTIMONY: render_testimony, ERRATA: render_errata}
    serve(renders, seconds)


def render_sheet(file: bytes) -> bytes:
    """The PDF of an edition's file. Raises PressError."""
    return pdf.press(file).pdf


def render_copy(order: bytes) -> bytes:
    """The PDF of a copy of an edition's sheet for one meeting. Raises PressError."""
    meeting_json, _, file = order.partition(b"\n")
    return pdf.press(file, meeting.from_json(meeting_json)).pdf


def render_testimony(packed: bytes) -> bytes:
    """The PDF of one paper of testimony. Raises PressError."""
    return pdf.render_testimony(parcel.unpack(packed))


def render_errata(packed: bytes) -> bytes:
    """The PDF of errata strips. Raises PressError."""
    return pdf.render_errata(errata.unpack(packed))


if __name__ == "__main__":
    main()
