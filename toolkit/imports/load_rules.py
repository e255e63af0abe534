"""The states' rules into the tables, a source for every citation. What organizers edited stays theirs."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import delete, select

from toolkit import models
from toolkit.database import session
from toolkit.imports import rules
from toolkit.imports.load_library import save_sources
from toolkit.imports.rules import Item, ShippedRules, is_printable
from toolkit.ledger.edited import edited

Rule = models.StatePolicy | models.MeetingRule | models.DecisionMaker
KEYS = {
    "state_policy": models.StatePolicy.state_geoid,
    "meeting_rule": models.MeetingRule.state_geoid,
    "decision_maker": models.DecisionMaker.id,
}


def load(shipped: ShippedRules) -> int:
    """Bring the three tables of rules to what ``shipped`` says; gives the number of rules."""
    items = [*shipped.policies, *shipped.speaking, *shipped.deciders]
    linked = session().execute(select(models.Source.url, models.Source.id).order_by(models.Source.id))
    known = {url: source_id for url, source_id in linked if not source_id.startswith("rule-")}
    made = rules.sources(items, known)
    save_sources(made.values())
    session().flush()
    known |= {source["URL"]: source_id for source_id, source in made.items()}
    _bring("state_policy", [_policy(item, known) for item in shipped.policies])
    _bring("meeting_rule", [_speaking(item, known) for item in shipped.speaking])
    deciders = [_decider(item, known, position) for position, item in enumerate(shipped.deciders)]
    _bring("decision_maker", deciders)
    session().flush()
    return len(items)


def _bring(noun: str, rows: Sequence[Rule]) -> None:
    theirs = edited(noun)
    key = KEYS[noun]
    session().execute(delete(key.class_).where(key.not_in(theirs)))
    session().add_all(row for row in rows if getattr(row, key.key) not in theirs)


def _policy(item: Item, known: dict[str, str]) -> models.StatePolicy:
    return models.StatePolicy(
        state_geoid=item["state"],
        stance=item["stance"],
        effective=_day(item.get("effective")),
        deadline=_day(item.get("deadline")),
        applies_to=item["applies_to"],
        **_checked(item, known),
    )


def _speaking(item: Item, known: dict[str, str]) -> models.MeetingRule:
    return models.MeetingRule(
        state_geoid=item["state"],
        right_to_speak=item["right_to_speak"],
        statute=item.get("statute"),
        notice_line=item.get("notice_line"),
        notice_hours=item.get("notice_hours"),
        notice_printable=is_printable(item, "notice_verified"),
        **_checked(item, known),
    )


def _decider(item: Item, known: dict[str, str], position: int) -> models.DecisionMaker:
    return models.DecisionMaker(
        id=item["id"],
        level=item["level"],
        states=item["states"],
        kinds=item["kinds"],
        position=position,
        **_checked(item, known),
    )


def _checked(item: Item, known: dict[str, str]) -> dict[str, object]:
    """What the three kinds of rule share."""
    return {
        "line": item["line"],
        "detail": item["detail"],
        "as_of": item["as_of"],
        "checked": date.fromisoformat(item["checked"]),
        "review_by": date.fromisoformat(item["review_by"]),
        "confidence": item["confidence"],
        "printable": is_printable(item),
        "recheck": _open(item),
        "sources": _cited(item["citations"], known),
    }


def _open(item: Item) -> str | None:
    """What was not seen and what is to be done, in one text."""
    unseen = [f"Not seen: {'; '.join(item['unseen'])}."] if item["unseen"] else []
    return " ".join([*unseen, item.get("recheck", "")]).strip() or None


def _cited(citations: Iterable[Item], known: dict[str, str]) -> list[str]:
    """Source ids in the order of the citations, those that were seen first."""
    ordered = sorted(citations, key=lambda citation: not citation["seen"])
    return list(dict.fromkeys(known[citation["url"]] for citation in ordered))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
