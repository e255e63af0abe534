"""What the library knows: whether sources, claims, questions and places that somebody named exist."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute

from toolkit.database import session
from toolkit.models import Claim, Dispute, Jurisdiction, Source

LISTS = {"state": "states", "county": "counties", "place": "places", "county_subdivision": "places"}


@dataclass(frozen=True, slots=True)
class Named:
    """A jurisdiction by its code: in which list of a claim it belongs, and what it is called."""

    geoid: str
    where: str  # states, counties, places
    name: str  # "Frederick County, Maryland"


def unknown_sources(ids: Iterable[str]) -> tuple[str, ...]:
    """Those of the ids that no source has, each once, in their order."""
    return _unknown(Source.id, ids)


def unknown_claims(ids: Iterable[str], subject: str) -> tuple[str, ...]:
    """Those of the ids that no claim of the subject has."""
    return _unknown(Claim.id, ids, Claim.subject == subject)


def unknown_questions(ids: Iterable[str], subject: str) -> tuple[str, ...]:
    """Those of the ids that no contested question of the subject has."""
    return _unknown(Dispute.id, ids, Dispute.subject == subject)


def titles() -> Mapping[str, str]:
    """The title of every source by its id, in the order of the ids."""
    return {
        row.id: row.title for row in session().execute(select(Source.id, Source.title).order_by(Source.id))
    }


def questions(subject: str) -> tuple[tuple[str, str], ...]:
    """Every contested question of the subject with its id, in the order of the library."""
    rows = select(Dispute.id, Dispute.question).where(Dispute.subject == subject, Dispute.retired.is_(False))
    return tuple((row.id, row.question) for row in session().execute(rows.order_by(Dispute.position)))


def jurisdictions(geoids: Iterable[str]) -> Mapping[str, Named]:
    """The jurisdictions with these codes, by code; a code that nobody has is left out."""
    wanted = dict.fromkeys(geoids)
    if not wanted:
        return {}
    row = Jurisdiction
    columns = select(row.geoid, row.kind, row.name, row.state_name).where(row.geoid.in_(wanted))
    found = {each.geoid: each for each in session().execute(columns)}
    return {
        code: Named(code, LISTS[each.kind], _called(each.kind, each.name, each.state_name))
        for code in wanted
        if (each := found.get(code)) is not None
    }


def _called(kind: str, name: str, state: str) -> str:
    return name if kind == "state" else f"{name}, {state}"


def _unknown(
    column: InstrumentedAttribute[Any], ids: Iterable[str], *which: ColumnElement[bool]
) -> tuple[str, ...]:
    wanted = dict.fromkeys(ids)
    if not wanted:
        return ()
    known = set(session().scalars(select(column).where(column.in_(wanted), *which)))
    return tuple(each for each in wanted if each not in known)
