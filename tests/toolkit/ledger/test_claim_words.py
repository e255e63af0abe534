"""The one list of a claim's fields drives every form of it: whatever a field holds comes back as it was."""

import json
import shutil
from collections.abc import Callable
from dataclasses import MISSING, fields, replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from tests.claim_words import GOOD
from toolkit.curation.claims import claim_history
from toolkit.curation.claims.words import tidied
from toolkit.curation.library import library_csv, library_file
from toolkit.curation.library.library_entry import raw_of
from toolkit.imports import shipped
from toolkit.imports.library import subject_files as library
from toolkit.ledger.claim_file import to_plain
from toolkit.ledger.claim_words import FIELDS, Citation, ClaimWords, Field
from toolkit.ledger.revisions import from_revision, to_revision
from toolkit.models import Claim

# A value for each kind of field that is neither its default nor that of the good words.
OTHER = {
    "text": "Other words: with “signs” – and a colon.",
    "line": "history",
    "day": date(2028, 2, 29),
    "flag": True,
    "list": ("01", "12"),
    "citations": (Citation("law", "sec. 9 | (a)", "=1+1"), Citation("s2")),
}


def other(field: Field) -> object:
    """Something else in this field."""
    if field.name == "as_of":
        return "2011-04"
    if field.digits:
        return ("0" * field.digits, "1" * field.digits)
    choices = [choice for choice in field.choices if choice != getattr(GOOD, field.name)]
    return choices[-1] if choices else OTHER[field.kind]


CHANGED = [replace(GOOD, **{field.name: other(field)}) for field in FIELDS]
EMPTY = ClaimWords(**{field.name: getattr(GOOD, field.name) for field in FIELDS if field.needed})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A starter library without claims."""
    made = tmp_path / "library"
    shutil.copytree(shipped.FOLDER / "subjects/287g", made, ignore=shutil.ignore_patterns("claims"))
    (made / "claims").mkdir()
    return made


def by_row(words: ClaimWords, work: Session, _folder: Path) -> ClaimWords:
    claim = Claim(id="x-1", topic=words.topic, stance=words.stance, subject=words.subject, status="draft")
    claim.revisions.append(to_revision(words, number=1))
    work.add(claim)
    work.flush()
    work.expire_all()
    return from_revision(claim.revisions[0])


def by_yaml(words: ClaimWords, _work: Session, _folder: Path) -> ClaimWords:
    raw = raw_of("x-1", 1, "draft", words)
    (entry,) = library_file.read(library_file.write([raw], [], []).encode())
    assert entry.words is not None, entry.problems
    return tidied(entry.words)  # long texts are broken into lines


def by_table(words: ClaimWords, _work: Session, _folder: Path) -> ClaimWords | None:
    (entry,) = library_csv.read(library_csv.write([raw_of("x-1", 1, "draft", words)]).encode())
    assert entry.problems == ()
    return entry.words


def by_toml(words: ClaimWords, _work: Session, folder: Path) -> ClaimWords:
    (folder / "claims/x.toml").write_text(toml(words), encoding="utf-8")
    (made,) = library.read(folder).claims
    return made.words


def toml(words: ClaimWords) -> str:
    """The claim as somebody writes it by hand; what is empty is left out."""
    plain = to_plain(words)
    plain |= {field.key: plain[field.key] == "yes" for field in FIELDS if field.kind == "flag"}
    places = [f"{where} = {json.dumps(plain.pop(where))}" for where in ("states", "counties", "places")]
    cited = plain.pop("citations")
    lines = ["[[claim]]", 'id = "x-1"', f"scope = {{ {', '.join(places)} }}"]
    lines += [f"{key} = {json.dumps(value)}" for key, value in plain.items() if value != ""]
    for citation in cited:
        lines += ["[[claim.citation]]", *(f"{key} = {json.dumps(said)}" for key, said in citation.items())]
    return "\n".join(lines)


@pytest.mark.parametrize("way", [by_row, by_yaml, by_table, by_toml])
def test_every_field_comes_back_as_it_was(
    work: Session, folder: Path, way: Callable[[ClaimWords, Session, Path], ClaimWords | None]
) -> None:
    for words in (GOOD, EMPTY, *CHANGED):
        assert way(words, work, folder) == words
        work.rollback()


def test_a_history_names_every_field_that_may_change() -> None:
    for field, words in zip(FIELDS, CHANGED, strict=True):
        told = [difference.label for difference in claim_history.differences(GOOD, words)]
        assert told == ([field.label] if field.label else [])
        assert bool(field.label) == (field.name not in ("topic", "stance", "subject"))


def test_the_list_is_that_of_the_record() -> None:
    known = fields(ClaimWords)
    assert [field.name for field in FIELDS] == [field.name for field in known]
    assert [field.needed for field in FIELDS] == [field.default is MISSING for field in known]


@pytest.mark.parametrize("lost", [field.key for field in FIELDS if field.needed])
def test_a_starter_claim_that_lacks_a_field_stops_the_load(folder: Path, lost: str) -> None:
    lines = [line for line in toml(GOOD).splitlines() if not line.startswith(f"{lost} = ")]
    (folder / "claims/x.toml").write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(ValueError, match=f"x-1: {lost} is missing"):
        library.read(folder)


def test_the_questions_of_the_starter_library_are_those_of_its_disputes(work: Session) -> None:
    held = from_revision(work.get_one(Claim, "s-1").current)
    assert (held.questions, held.kind) == (("d-1",), None)
