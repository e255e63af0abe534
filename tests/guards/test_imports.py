"""Starting the application stays cheap: libraries that take long to load wait until they are used."""

import subprocess
import sys
from pathlib import Path

SLOW = ["weasyprint", "alembic", "openpyxl", "citeproc", "docx", "icalendar", "webauthn", "zxcvbn"]


def test_importing_the_application_loads_no_slow_library(repository: Path) -> None:
    ask = f"import sys, toolkit.app; print(*[name for name in {SLOW} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", ask], cwd=repository, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []
