"""The register in its tables: read as entries, and brought to what a list or the shipped history makes of it.

A row is changed, never deleted and made anew: an agreement keeps its ``id`` and its key over imports. What is
not told any longer keeps its row with a standing that no page speaks of, and is told again if it comes back.
"""

from collections.abc import Sequence
from itertools import count
from typing import Any, cast

from sqlalchemy import select

from toolkit.config import FIRST_SUBJECT
from toolkit.database import session
from toolkit.imports.roster.agreement import AgreementHistory, Reach, key_of
from toolkit.models import Agreement, Roster
from toolkit.models.agreement import TOLD

PLAIN = (
    *("state_code", "agency", "agency_type", "model", "signed", "moa_url"),
    *("first_listed", "last_listed", "gone_by", "geoid", "county_geoid"),
)
Change = tuple[Agreement | None, AgreementHistory | None]


def newest() -> Roster | None:
    """The newest list loaded."""
    lists = select(Roster).where(Roster.subject == FIRST_SUBJECT)
    return session().scalars(lists.order_by(Roster.list_date.desc()).limit(1)).first()


def loaded(sha256: str) -> Roster | None:
    """The list that this very file was, if it was loaded."""
    return session().get(Roster, sha256)


def stored() -> list[tuple[Agreement, AgreementHistory]]:
    """Every row that is told, beside what it says."""
    return [(row, _entry(row)) for row in _rows() if row.standing in TOLD]


def beside_rows(entries: Sequence[AgreementHistory]) -> list[Change]:
    """A whole history, each entry beside the row that says the same now, else the one that has its key.

    Rows that are told and that the history does not know stand alone at the end.
    """
    # Of two rows that say the same the last one is taken: one that is told, the older one.
    waiting = sorted(_rows(), key=lambda row: (row.standing in TOLD, -row.id))
    going_on: dict[str, Agreement] = {}
    for key_now in (key_of, lambda row: row.key):
        by_key = {key_now(row): row for row in waiting}
        going_on = {key: by_key[key] for key in map(key_of, entries) if key in by_key} | going_on
        taken = set(going_on.values())
        waiting = [row for row in waiting if row not in taken]
    beside: list[Change] = [(going_on.pop(key_of(entry), None), entry) for entry in entries]
    return beside + [(row, None) for row in waiting if row.standing in TOLD]


def keep(changes: Sequence[Change]) -> None:
    """Bring each row to its entry. No row: the agreement is new here; no entry: its row is told no longer."""
    rows = {row.key: row for row in _rows()}
    spoken_for = {row for row, _ in changes if row}
    for row, entry in changes:
        if row and not entry:
            row.standing = "taken_back"
        elif entry and (row or entry.is_told):
            row = row or _row_for(entry, rows, spoken_for)
            for name, value in _columns(entry).items():
                setattr(row, name, value)


def _row_for(entry: AgreementHistory, rows: dict[str, Agreement], spoken_for: set[Agreement]) -> Agreement:
    """The row that kept this entry's key while it was not told, or a new one."""
    base = key_of(entry)
    keys = (base if number == 1 else f"{base}:{number}" for number in count(1))
    key = next(key for key in keys if rows.get(key) not in spoken_for)
    row = rows[key] = rows.get(key) or Agreement(subject=FIRST_SUBJECT, key=key)
    session().add(row)
    spoken_for.add(row)
    return row


def _rows() -> Sequence[Agreement]:
    rows = select(Agreement).where(Agreement.subject == FIRST_SUBJECT)
    return session().scalars(rows.order_by(Agreement.id)).all()


def _columns(entry: AgreementHistory) -> dict[str, Any]:
    """An agency placed no closer than its state is kept with the state's, but without a GEOID."""
    return {name: getattr(entry, name) for name in PLAIN} | {
        "standing": "doubtful" if entry.doubt else entry.standing,
        "reach": "state" if entry.reach == "region" else entry.reach,
        "other_spellings": list(entry.other_spellings),
    }


def _entry(row: Agreement) -> AgreementHistory:
    plain: dict[str, Any] = {name: getattr(row, name) for name in PLAIN}
    return AgreementHistory(
        **plain,
        county="",
        addendum_url=None,
        standing="left" if row.gone_by else "listed",
        reach=cast(Reach, "region" if row.reach == "state" and row.geoid is None else row.reach),
        other_spellings=tuple(row.other_spellings),
        doubt=None,
    )
