"""What the renderer stands on: ``python -m toolkit.publishing.rendering.render_check`` prints it as JSON.

A process of its own, because loading WeasyPrint fails, or crashes, where its system libraries are missing.
"""

import json
import sys
from importlib.metadata import version

from fact_sheets import pdf
from fact_sheets.typeface import FACES, FONTS

FFI = "weasyprint.text.ffi"  # loaded by the press; this room never imports the renderer itself


def main() -> None:
    """Print the version, whether fonts are subset by HarfBuzz, and which faces are missing."""
    pdf.warm()
    found = {
        "version": version("weasyprint"),
        "fast_subsetting": bool(sys.modules[FFI].harfbuzz_subset),
        "missing_faces": [face for face in FACES.values() if not (FONTS / face).is_file()],
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
