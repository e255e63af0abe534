"""The facts that the project ships, read from their files into the press's plain facts: no database."""

import json
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from fact_sheets.dossier import (
    Citation,
    Claim,
    Dispute,
    GlossaryTerm,
    OfficialQuestion,
    Rule,
    Source,
    StatePolicy,
)
from fact_sheets.subject import Subject
from toolkit.imports.library.subject_files import ShippedClaim, draft_reason, read
from toolkit.imports.rules.rule_files import key
from toolkit.ledger import subjects
from toolkit.publishing.knowing.library import pressed
from toolkit.publishing.knowing.rules import MOST_SOURCES

DATA = Path(__file__).resolve().parents[2] / "toolkit" / "data"
WEAK = frozenset({"low", "low-medium"})
PERSPECTIVES = {"official": "government-operator", "law-copy": "government-operator", "advocacy": "mixed"}
Row = dict[str, Any]


@cache
def table(file: str, name: str) -> tuple[Row, ...]:
    """The tables called ``name`` in one file of toolkit/data."""
    with (DATA / file).open("rb") as opened:
        return tuple(tomllib.load(opened)[name])


@cache
def subject() -> Subject:
    """The first subject."""
    return subjects.read(DATA / "subjects/287g/subject.toml")


@cache
def claims() -> tuple[Claim, ...]:
    """Every claim that may print, by id."""
    shipped = read(DATA / "subjects/287g")
    made = (claim(row) for row in shipped.claims if draft_reason(row, shipped.levels) is None)
    return tuple(sorted(made, key=lambda claim: claim.id))


@cache
def disputes() -> tuple[Dispute, ...]:
    """The contested questions in their order, without claims that may not print."""
    known = {claim.id for claim in claims()}

    def answers(ids: list[str]) -> tuple[str, ...]:
        return tuple(claim_id for claim_id in ids if claim_id in known)

    return tuple(
        Dispute(
            row["id"],
            row["question"],
            answers(row["supporters"]),
            answers(row["critics"]),
            answers(row["mixed"]),
            row["not_known"],
        )
        for row in sorted(table("subjects/287g/disputes.toml", "dispute"), key=lambda row: row["order"])
    )


@cache
def questions() -> tuple[OfficialQuestion, ...]:
    """The questions for officials."""
    return tuple(
        OfficialQuestion(row["id"], row["text"], tuple(row["statuses"]), tuple(row["models"]))
        for row in table("subjects/287g/questions.toml", "question")
    )


@cache
def glossary() -> tuple[GlossaryTerm, ...]:
    """The terms."""
    return tuple(
        GlossaryTerm(row["term"], row["definition"], tuple(row["sources"]))
        for row in table("subjects/287g/glossary.toml", "term")
    )


@cache
def sources() -> tuple[Source, ...]:
    """The sources of the library."""
    rows = json.loads((DATA / "subjects/287g/sources.json").read_text(encoding="utf-8"))
    return tuple(source(row) for row in rows)


@cache
def policy(state: str) -> StatePolicy | None:
    """What this state says on agreements; None for a territory."""
    for row in table("subjects/287g/state_rules.toml", "policy"):
        if row["state"] == state:
            return StatePolicy(
                row["stance"],
                _rule(row),
                date.fromisoformat(row["review_by"]),
                _day(row.get("deadline")),
                row.get("since"),
                _day(row.get("ends_agreements_on")),
                row.get("head"),
                tuple(row["applies_to"]),
            )
    return None


@cache
def speaking(state: str) -> Rule | None:
    """The state's rule on speaking at a meeting; None for a territory."""
    rows = (row for row in table("rules/meeting_rules.toml", "rule") if row["state"] == state)
    return next((_rule(row) for row in rows), None)


def decides(state: str, kind: str) -> tuple[Rule, ...]:
    """Who decides in a place of this kind, most specific first."""
    return tuple(
        _rule(row)
        for row in table("subjects/287g/decides.toml", "record")
        if kind in row["kinds"] and (not row["states"] or state in row["states"])
    )


@cache
def rule_sources() -> tuple[Source, ...]:
    """A source for every link that the rules of the states cite."""
    files = (
        ("subjects/287g/state_rules", "policy"),
        ("rules/meeting_rules", "rule"),
        ("subjects/287g/decides", "record"),
    )
    rows = (row for file, name in files for row in table(f"{file}.toml", name))
    found = {key(citation): citation for row in rows for citation in row["citations"]}
    return tuple(_web_source(known_by, citation) for known_by, citation in sorted(found.items()))


def claim(shipped: ShippedClaim) -> Claim:
    """The press's record of a claim of the starter library."""
    words = shipped.words
    cited = (Citation(each.source_id, each.locator, each.quote) for each in words.citations)
    return pressed(words, cited, id=shipped.id, revision=1, stance=words.stance, topic=words.topic)


def source(row: Mapping[str, Any]) -> Source:
    """The press's record of a source of the starter library."""
    custom = row["custom"]
    csl = {key: value for key, value in row.items() if key != "custom"}
    return Source(
        row["id"],
        csl,
        custom["tag"],
        custom["kind"],
        custom["perspective"],
        row.get("URL", ""),
        custom["verified_level"],
    )


def _rule(row: Row) -> Rule:
    seen = any(citation["seen"] for citation in row["citations"])
    printable = row["verified"] and row["confidence"] not in WEAK and not row["outcome_open"] and seen
    return Rule(
        line=row["line"],
        verified=printable,
        as_of=row["as_of"],
        source_ids=tuple(key(citation) for citation in row["citations"][:MOST_SOURCES]),
        checked=date.fromisoformat(row["checked"]),
        review_by=date.fromisoformat(row["review_by"]),
    )


def _web_source(known_by: str, citation: Mapping[str, Any]) -> Source:
    url = citation.get("url", "")
    csl = {
        "id": known_by,
        "type": "webpage",
        "title": citation["title"],
        "author": [{"literal": citation["publisher"]}],
        "publisher": citation["publisher"],
        "issued": {"date-parts": [[citation["year"]]]},
        **({"URL": url} if url else {}),
    }
    perspective = PERSPECTIVES.get(citation["source_type"], "independent")
    return Source(known_by, csl, f"{citation['publisher']} {citation['year']}", "state-law", perspective, url)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
