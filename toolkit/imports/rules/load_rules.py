"""The states' rules into the tables, a source for every citation. What organizers edited stays theirs."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select

from toolkit import models
from toolkit.config import FIRST_SUBJECT
from toolkit.database import session
from toolkit.imports.rules import rule_files as rules
from toolkit.imports.rules.rule_files import Item, is_printable
from toolkit.imports.sources import save_sources
from toolkit.imports.upsert import bring


def load(speaking: Iterable[Item]) -> int:
    """Bring the rules on speaking, which all subjects share, to these items; gives their number."""
    items = list(speaking)
    known = _sources(items)
    bring([_speaking(item, known) for item in items], models.MeetingRule)
    return len(items)


def load_of_subject(subject: str, policies: Iterable[Item], deciders: Iterable[Item]) -> None:
    """Bring what the states say on a subject, and who decides on it, to these items."""
    policies, deciders = list(policies), list(deciders)
    known = _sources([*policies, *deciders])
    bring([_policy(item, known, subject) for item in policies], models.StatePolicy, subject)
    bring([_decider(item, known) for item in deciders], models.DecisionMaker, subject)


def _sources(items: list[Item]) -> dict[str, str]:
    """The source of every link that the items cite, by the link; those that are new are kept."""
    columns = models.Source.url, models.Source.seen_at, models.Source.id
    linked = session().execute(select(*columns).order_by(models.Source.id))
    known = {url or read_at or "": key for url, read_at, key in linked if not key.startswith("rule-")}
    made = rules.sources(items, known)
    save_sources(made.values())
    session().flush()
    addresses = {key: source.get("URL") or source["custom"]["seen_at"] for key, source in made.items()}
    return known | {address: key for key, address in addresses.items()}


def _policy(item: Item, known: dict[str, str], subject: str) -> models.StatePolicy:
    state = item["state"]
    return models.StatePolicy(
        id=state if subject == FIRST_SUBJECT else f"{subject}-{state}",
        state_geoid=item["state"],
        stance=item["stance"],
        head=item.get("head"),
        since=item.get("since"),
        deadline=_day(item.get("deadline")),
        ends_agreements_on=_day(item.get("ends_agreements_on")),
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


def _decider(item: Item, known: dict[str, str]) -> models.DecisionMaker:
    return models.DecisionMaker(
        id=item["id"],
        level=item["level"],
        power=item["power"],
        states=item["states"],
        kinds=item["kinds"],
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
    """Source ids in the order of the citations: the first is the one that a sheet has room for."""
    return list(dict.fromkeys(known[rules.key(citation)] for citation in citations))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
