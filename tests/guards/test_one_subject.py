"""No subject is written into the code: what is said of the first one stands in its files alone.

The names below are its own. Whoever needs one of them in these places wants a phrase of the subject instead.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.guards.sources import ROOT, name

ITS_NAMES = re.compile(r"287\(g\)|\bICE\b|JEM|WSO|TFM")
WHERE = (
    "fact_sheets/**/*.py",
    "fact_sheets/sentences/en.toml",
    "templates/documents/**/*",
    "templates/web/**/*",
    "toolkit/forms/**/*.py",
    "toolkit/ledger/**/*.py",
    "toolkit/models/**/*.py",
    "toolkit/publishing/**/*.py",
    "toolkit/views/**/*.py",
)


def named() -> Iterator[str]:
    """Each file that names the first subject."""
    for pattern in WHERE:
        for path in sorted(ROOT.glob(pattern)):
            if path.is_file() and ITS_NAMES.search(path.read_text(encoding="utf-8")):
                yield name(path)


def test_no_file_names_the_first_subject() -> None:
    assert sorted(set(named())) == []


def test_the_names_are_found_where_they_may_stand() -> None:
    words = Path(ROOT / "toolkit/data/subjects/287g/subject.toml").read_text(encoding="utf-8")
    assert {found.group() for found in ITS_NAMES.finditer(words)} == {"287(g)", "ICE", "JEM", "WSO", "TFM"}
    assert not ITS_NAMES.search("notice, OFFICE and JERSEY")
