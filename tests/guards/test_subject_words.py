"""The words of a subject stand in its files: pages ask for them by key, and fill the holes that they have."""

import re
import string
import tomllib

import pytest

from tests.guards.sources import ROOT

PAGES = [
    *sorted(path for path in (ROOT / "templates" / "web").rglob("*") if path.is_file()),
    *sorted((ROOT / "toolkit" / "forms").rglob("*.py")),
    *sorted((ROOT / "toolkit" / "views").rglob("*.py")),
]
FILES = sorted((ROOT / "toolkit" / "data" / "subjects").glob("*/web.toml"))
SAYS = re.compile(r"\bsays\([\"']([\w.]+)[\"']([^)]*)\)")
HOLE = re.compile(r"\b(\w+)=")


def asked() -> dict[str, set[str]]:
    """The keys that pages ask for, each with the holes that it is given."""
    calls = (SAYS.findall(path.read_text(encoding="utf-8")) for path in PAGES)
    return {key: set(HOLE.findall(rest)) for found in calls for key, rest in found}


def holes(sentence: str) -> set[str]:
    """The names of the holes in a sentence."""
    return {hole for _, hole, *_ in string.Formatter().parse(sentence) if hole}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_a_subject_has_each_sentence_that_pages_ask_for_and_no_other(path: object) -> None:
    words = tomllib.loads(path.read_text(encoding="utf-8"))["words"]
    assert {key: holes(sentence) for key, sentence in words.items()} == asked()
