"""The states' rules into the tables: printable only by the rule, every citation a source."""

import tomllib
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from toolkit import models
from toolkit.imports.library import subject_files as library
from toolkit.imports.rules import rule_files as rules
from toolkit.imports.rules.rule_files import is_printable
from toolkit.imports.shipped import FOLDER

SHIPPED = library.read(FOLDER / "subjects/287g")
SPEAKING = tomllib.loads((FOLDER / "rules/meeting_rules.toml").read_text(encoding="utf-8"))["rule"]
EVERY = (*SHIPPED.policies, *SPEAKING, *SHIPPED.deciders)
GOOD: dict[str, Any] = {
    "verified": True,
    "notice_verified": False,
    "confidence": "medium",
    "outcome_open": False,
    "citations": [{"seen": False}, {"seen": True}],
}


def citation(url: str, **changes: object) -> dict[str, Any]:
    return {
        "title": "A law",
        "publisher": "State of Maryland",
        "year": 2026,
        "url": url,
        "source_type": "law-copy",
        "seen": True,
    } | changes


def test_a_verified_rule_prints() -> None:
    assert is_printable(GOOD)


@pytest.mark.parametrize(
    "change",
    [
        {"verified": False},
        {"confidence": "low"},
        {"confidence": "low-medium"},
        {"outcome_open": True},
        {"citations": [{"seen": False}]},
        {"citations": []},
    ],
)
def test_a_rule_with_anything_open_does_not(change: dict[str, Any]) -> None:
    assert not is_printable(GOOD | change)


def test_notice_is_verified_on_its_own() -> None:
    assert not is_printable(GOOD, "notice_verified")
    assert is_printable(GOOD | {"verified": False, "notice_verified": True}, "notice_verified")


def test_a_citation_makes_one_source_for_its_link() -> None:
    items = [{"citations": [citation("https://a.example/1"), citation("https://a.example/2")]}] * 2
    made = rules.sources(items, {"https://a.example/2": "known"})
    (source,) = made.values()
    assert (source["URL"], source["custom"]["tag"]) == ("https://a.example/1", "State of Maryland 2026")
    assert source["custom"]["perspective"] == "government-operator"


@pytest.mark.parametrize(
    ("change", "level"),
    [({}, "primary-excerpt"), ({"source_type": "news"}, "secondary-excerpt"), ({"seen": False}, "unseen")],
)
def test_a_source_says_how_far_it_was_seen(change: dict[str, object], level: str) -> None:
    (source,) = rules.sources([{"citations": [citation("https://a.example/1", **change)]}], {}).values()
    assert source["custom"]["verified_level"] == level


def test_where_only_a_copy_was_read_the_publisher_is_named_and_the_copy_is_told() -> None:
    copy = citation("–", read_at="https://copies.example/law")
    del copy["url"]
    (only,) = rules.sources([{"citations": [copy]}], {}).values()
    assert "URL" not in only
    assert only["publisher"] == "State of Maryland"
    assert only["custom"]["seen_at"] == "https://copies.example/law"
    assert only["custom"]["verified_level"] == "secondary-excerpt"


def test_who_takes_a_side_is_said_to(work: Session) -> None:
    cited = [each for item in EVERY for each in item["citations"]]
    assert all("perspective" in each for each in cited if each["source_type"] == "advocacy")
    stands = {row.url or row.seen_at: row.perspective for row in work.scalars(select(models.Source))}
    made = [each for each in cited if "perspective" in each]
    assert made
    assert [stands[rules.key(each)] for each in made] == [each["perspective"] for each in made]


def test_every_rule_is_stored_with_its_standing(work: Session) -> None:
    policies = {row.state_geoid: row for row in work.scalars(select(models.StatePolicy))}
    assert len(policies) == 56
    for item in SHIPPED.policies:
        row = policies[item["state"]]
        assert (row.line, row.stance, row.printable) == (item["line"], item["stance"], is_printable(item))
    deciders = work.scalars(select(models.DecisionMaker.id).order_by(models.DecisionMaker.position))
    assert list(deciders) == [item["id"] for item in SHIPPED.deciders]
    assert len(work.scalars(select(models.MeetingRule)).all()) == 51


def test_every_cited_source_is_there_and_what_prints_was_seen(work: Session) -> None:
    sources = {row.id: row for row in work.scalars(select(models.Source))}
    stored = [*work.scalars(select(models.StatePolicy)), *work.scalars(select(models.DecisionMaker))]
    for row in stored:
        levels = [sources[source_id].verified_level for source_id in row.sources]
        assert not row.printable or levels[0] != "unseen", row.id


def test_a_link_that_the_library_knows_is_not_a_second_source(work: Session) -> None:
    of_rules = select(models.Source.url).where(models.Source.id.startswith("rule-"), models.Source.url != "")
    links = work.scalars(of_rules).all()
    library = work.scalars(select(models.Source.url).where(~models.Source.id.startswith("rule-"))).all()
    assert links
    assert not set(links) & set(library)
