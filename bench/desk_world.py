"""A library as it may be after years: claims in every status, their revisions, readers, deeds and checks."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import Row, insert, select
from sqlalchemy.orm import Session

from toolkit.access import journal
from toolkit.models import (
    Approval,
    Base,
    Claim,
    ClaimCitation,
    ClaimMove,
    ClaimRevision,
    Correction,
    Event,
    LinkCheck,
    Meeting,
    Person,
    Source,
    Suggestion,
)

TODAY = date(2026, 11, 26)
NOW = datetime(2026, 11, 26, 15, 0, tzinfo=UTC)
CLAIMS, PEOPLE, EVENTS, CHECKS = 10_000, 300, 30_000, 30
ADMIN = 1
BUSIEST = "saf-00010"
BODY, MEETING = "carroll-county-commissioners-md", "carroll-budget"
STATUSES = ("approved",) * 24 + ("draft",) * 4 + ("in_review",) + ("retired",) * 4
STANCES = ("supporters", "critics", "supporters", "critics", "background", "mixed")
TOPICS = ("public-safety", "cost-and-funding", "community-trust", "legal-authority", "training-oversight")
Values = dict[str, Any]


def fill(work: Session) -> None:
    """Put it all into a database that has the shipped facts."""
    add(work, Person, people())
    sources = list(work.scalars(select(Source.id).order_by(Source.id)))
    first = 1 + max(work.scalars(select(ClaimRevision.id)))
    claims = list(_claims())
    add(work, Claim, claims)
    revisions = list(_revisions(claims, first))
    add(work, ClaimRevision, revisions)
    add(work, ClaimCitation, _citations(revisions, sources))
    add(work, Approval, _approvals(claims, revisions))
    add(work, ClaimMove, _moves(claims, revisions))
    add(work, Correction, _corrections(claims))
    add(work, Suggestion, _suggestions())
    add(work, LinkCheck, _checks(work.execute(select(Source.id, Source.url)).all()))
    add(work, Meeting, [_meeting()])
    chain = journal.verify()  # loading the facts left a row
    add(work, Event, _events(claims, chain.rows, chain.head))


def add(work: Session, table: type[Base], rows: Iterable[Values]) -> None:
    """Rows in portions."""
    for some in _portions(list(rows)):
        work.execute(insert(table), some)


def _portions(rows: Sequence[Values], size: int = 5_000) -> Iterator[Sequence[Values]]:
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


def people() -> Iterator[Values]:
    """The first is an admin, every third a reviewer."""
    for number in range(1, PEOPLE + 1):
        yield {
            "id": number,
            "email": f"person-{number}@example.org",
            "name": f"Person {number}",
            "role": "admin" if number == ADMIN else "reviewer" if number % 3 == 0 else "contributor",
            "state": "active",
            "password_hash": "",
            "totp_secret": "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
            "totp_counter": None,
            "joined_at": NOW - timedelta(days=number),
        }


def _claims() -> Iterator[Values]:
    for number in range(CLAIMS):
        status, often = STATUSES[number // 10 % len(STATUSES)], number % 10 == 0
        newest = 5 if often else 1
        printed = {"approved": newest, "in_review": 4 if often else None}.get(status)
        yield {
            "id": f"saf-{number:05d}",
            "topic": TOPICS[number % len(TOPICS)],
            "stance": STANCES[number % len(STANCES)],
            "status": status,
            "origin": "organization",
            "printed": printed,
            "newest": newest,
            "draft_reason": None,
        }


def _revisions(claims: Sequence[Values], first: int) -> Iterator[Values]:
    ids = count(first)
    for place, claim in enumerate(claims):
        for number in range(1, claim["newest"] + 1):
            yield {
                "id": next(ids),
                "claim_id": claim["id"],
                "number": number,
                "text": f"In {2000 + place % 26} the sheriff of county {place} reported {number * place} "
                "people handed over, and said that the program helps the jail to keep order in this place.",
                "spoken": None,
                "as_of": "2026",
                "checked": TODAY - timedelta(days=30),
                "review_by": TODAY + timedelta(days=place % 400 - 20),
                "scope_states": ["24"] if place % 3 == 0 else [],
                "scope_counties": [f"{place % 56:02d}{place % 200:03d}"] if place % 3 == 1 else [],
                "scope_places": [],
                "models": ["JEM"],
                "statistic": True,
                "story": False,
                "confidence": "high",
                "counter_claims": [],
                "kind": "count",
                "questions": [f"d-0{1 + place % 9}"],
                "notice": "The number was for two years.",
                "words_from": None,
                "author_id": 2 + place % (PEOPLE - 2),
                "reason": "A newer report.",
                "made_at": NOW - timedelta(days=400 - number),
            }


def _citations(revisions: Sequence[Values], sources: Sequence[str]) -> Iterator[Values]:
    for place, revision in enumerate(revisions):
        for position in range(2):
            yield {
                "revision_id": revision["id"],
                "position": position,
                "source_id": sources[(place + position * 7) % len(sources)],
                "locator": "p. 1",
                "quote": "as the report says",
            }


def _newest(claims: Sequence[Values], revisions: Sequence[Values]) -> Iterator[tuple[int, Values, Values]]:
    last = {revision["claim_id"]: revision for revision in revisions}
    for place, claim in enumerate(claims):
        yield place, claim, last[claim["id"]]


def _approvals(claims: Sequence[Values], revisions: Sequence[Values]) -> Iterator[Values]:
    for place, claim, newest in _newest(claims, revisions):
        sides = {"approved": ("supporters", "critics"), "in_review": ("critics",) * (place % 2)}
        for side in sides.get(claim["status"], ()):
            reader = 3 + (place + len(side)) % (PEOPLE - 3)
            if reader != newest["author_id"]:
                yield {"revision_id": newest["id"], "person_id": reader, "side": side, "at": NOW}


def _moves(claims: Sequence[Values], revisions: Sequence[Values]) -> Iterator[Values]:
    ways = {
        "approved": (("draft", "in_review"), ("in_review", "approved")),
        "in_review": (("draft", "in_review"), ("in_review", "in_review")),
        "draft": (("draft", "in_review"), ("in_review", "draft")),
        "retired": (("draft", "retired"),),
    }
    for place, claim, newest in _newest(claims, revisions):
        for came_from, went_to in ways[claim["status"]]:
            yield {
                "claim_id": claim["id"],
                "revision_id": newest["id"],
                "came_from": came_from,
                "went_to": went_to,
                "person_id": 2 + place % (PEOPLE - 2),
                "at": NOW - timedelta(minutes=place),
                "comment": "Whose number is it?",
            }


def _corrections(claims: Sequence[Values]) -> Iterator[Values]:
    for claim in claims[::20]:
        yield {
            "claim_id": claim["id"],
            "from_revision": 1,
            "to_revision": None if claim["status"] == "retired" else claim["newest"],
            "sentence": "The number was for two years.",
            "made_on": TODAY,
            "person_id": ADMIN,
        }


def _suggestions() -> Iterator[Values]:
    for number in range(500):
        yield {
            "subject": f"claim:saf-{number:05d}",
            "text": "The number on page 12 is another one.",
            "made_on": TODAY,
            "state": ("open", "answered", "set aside")[number % 3],
        }


def _meeting() -> Values:
    return {
        "id": MEETING,
        "body_id": BODY,
        "starts": datetime(2026, 12, 8, 18, 30),  # noqa: DTZ001  local, as meetings are
        "starts_second": False,
        "time_zone": "America/New_York",
        "signup_closes_second": False,
        "sequence": 0,
        "status": "scheduled",
        "changed": TODAY,
    }


def _checks(sources: Sequence[Row[str, str]]) -> Iterator[Values]:
    for place, (source, url) in enumerate(sources):
        for turn in range(CHECKS):
            failed = place % 10 == 0 and turn > CHECKS // 2
            yield {
                "source_id": source,
                "url": url,
                "at": NOW - timedelta(days=4 * (CHECKS - turn)),
                "outcome": "failed" if failed else "alive",
                "status": 404 if failed else 200,
                "detail": "",
            }


def _events(claims: Sequence[Values], rows: int, head: str) -> Iterator[Values]:
    for number in range(rows + 1, rows + EVENTS + 1):
        event = Event(
            number=number,
            at=NOW - timedelta(minutes=rows + EVENTS - number),
            person_id=1 + number % PEOPLE,
            deed=("claim.write", "claim.submit", "claim.approve")[number % 3],
            subject=f"claim:{claims[number % CLAIMS]['id']}",
            detail={"revision": 1},
            previous=head,
        )
        head = journal.chained(event)
        names = ("number", "at", "person_id", "deed", "subject", "detail", "previous")
        yield {name: getattr(event, name) for name in names} | {"hash": head}
