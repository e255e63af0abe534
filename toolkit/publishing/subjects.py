"""The subjects whose sheets this site makes, as their files say them."""

import tomllib
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from fact_sheets.speech import Voice
from fact_sheets.subject import Subject

SUBJECTS = Path(__file__).resolve().parent.parent / "data" / "subjects"
OPEN = "287g"


@cache
def current() -> Subject:
    """The subject that is open."""
    return read(SUBJECTS / OPEN / "subject.toml")


def read(file: Path) -> Subject:
    """The subject in this file."""
    raw = tomllib.loads(file.read_text(encoding="utf-8"))
    return TypeAdapter(Subject).validate_python({"table": None, "loaded": ()} | raw)


def voice() -> Voice:
    """How its names are said."""
    return Voice(tuple(current().said.items()))
