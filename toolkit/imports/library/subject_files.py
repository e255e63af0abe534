"""A subject as it ships (``data/subjects``): its words, its claims and all round them, as frozen records.

The files are written by hand and held by tests; a key that is missing or of another kind raises at once.
"""

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toolkit.ledger.claim_file import from_plain
from toolkit.ledger.claim_words import FIELDS, ClaimWords
from toolkit.ledger.subjects import content

Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """How a claim differs from what shipped before, and what people with a copy are told of it.

    ``kind`` is wrong, overtaken, narrowed or reworded; of a claim that was taken out also weak.
    """

    kind: str
    says: str = ""  # nothing where nothing needs saying

    @property
    def grave(self) -> bool:
        """Whether a copy that prints the words before is wrong."""
        return self.kind == "wrong"


@dataclass(frozen=True, slots=True)
class ShippedClaim:
    """A claim of the starter library; ``recheck`` is what is still open about it."""

    id: str
    words: ClaimWords
    recheck: str | None
    change: Change | None = None  # None: nobody said, so it counts as wrong
    retired: Change | None = None  # why it was taken out


@dataclass(frozen=True, slots=True)
class ShippedLibrary:
    """All of one subject; the lists of tables stay as they stand in their files, in order."""

    subject: Item
    sources: tuple[Item, ...]  # CSL-JSON with a ``custom`` part
    claims: tuple[ShippedClaim, ...]
    disputes: tuple[Item, ...]
    questions: tuple[Item, ...]
    terms: tuple[Item, ...]
    events: tuple[Item, ...]
    changes: tuple[Item, ...]
    policies: tuple[Item, ...]
    deciders: tuple[Item, ...]

    @property
    def levels(self) -> dict[str, str]:
        """How far each source was seen, by id."""
        return {source["id"]: source["custom"]["verified_level"] for source in self.sources}


def files(folder: Path) -> list[Path]:
    """Every file of the subject, in a fixed order."""
    return sorted(path for path in folder.rglob("*") if path.suffix in {".toml", ".json"})


def read(folder: Path) -> ShippedLibrary:
    """The subject in ``folder``; of the lists around its claims it may leave out any."""
    return ShippedLibrary(
        subject=content(folder),
        sources=tuple(json.loads((folder / "sources.json").read_bytes())),
        claims=tuple(_claims(sorted((folder / "claims").glob("*.toml")))),
        disputes=_tables(folder / "disputes.toml", "dispute"),
        questions=_tables(folder / "questions.toml", "question"),
        terms=_tables(folder / "glossary.toml", "term"),
        events=_tables(folder / "timeline.toml", "event"),
        changes=_tables(folder / "before_after.toml", "row"),
        policies=_tables(folder / "state_rules.toml", "policy"),
        deciders=_tables(folder / "decides.toml", "record"),
    )


def draft_reason(claim: ShippedClaim, levels: Mapping[str, str]) -> str | None:
    """Why a claim of the starter library may not print, or None when it may.

    It may when every source it cites was seen, its confidence is not low, and nothing about it is open.
    """
    unseen = [cited.source_id for cited in claim.words.citations if levels[cited.source_id] == "unseen"]
    if claim.retired:
        return f"Taken out: {claim.retired.says}"
    if not claim.words.citations:
        return "It cites no source."
    if unseen:
        return f"A source was not seen: {', '.join(unseen)}."
    if claim.words.confidence == "low":
        return "Its evidence is weak: confidence is low."
    return f"To be checked again: {claim.recheck}" if claim.recheck else None


def _tables(path: Path, name: str) -> tuple[Item, ...]:
    if not path.exists():
        return ()
    return tuple(tomllib.loads(path.read_text(encoding="utf-8"))[name])


def _claims(paths: Sequence[Path]) -> Iterator[ShippedClaim]:
    for path in paths:
        for item in _tables(path, "claim"):
            recheck = item.get("recheck") or None
            yield ShippedClaim(
                item["id"], _words(item), recheck, _change(item, "change"), _change(item, "retired")
            )


def _change(item: Item, name: str) -> Change | None:
    return Change(**item[name]) if name in item else None


def _words(item: Item) -> ClaimWords:
    plain = {**item, **item["scope"], "citations": item.get("citation", [])}
    problems = [f"{field.key} is missing." for field in FIELDS if field.needed and field.key not in plain]
    words = from_plain(plain, problems)
    if words is None:
        raise ValueError(f"claim {item['id']}: {' '.join(problems)}")
    return words
