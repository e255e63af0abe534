"""The history moved on by the next list: what is new, what goes on under another spelling, what left.

An agreement goes on when the new list has the same agency and model. An agency is the same when its name
is, when ICE links the same document, or when its government has the same force or day of signature.
Whatever of the last list finds no partner left it: "no longer on ICE's list as of DATE; last listed DATE".
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from toolkit.imports.reading import RowProblem
from toolkit.imports.roster.agreement import AgreementHistory, Match, Standing, key_of
from toolkit.imports.roster.governments import key
from toolkit.imports.roster.list_file import ListedAgreement
from toolkit.imports.roster.matching import Matcher, look_at
from toolkit.ledger.place_words import compared_words

FORCES = re.compile(r"\b(sheriffs?|police|constables?|marshals?|jail|corrections|correctional|attorneys?)\b")
STATE_DIGITS = 2  # of the GEOID of a statewide agency; a state has many of them
Known = AgreementHistory


@dataclass(frozen=True, slots=True)
class NextList:
    """A list that was read, with its day and the day of the list before it."""

    rows: Sequence[ListedAgreement]
    day: date
    day_before: date | None


@dataclass(frozen=True, slots=True)
class Followed:
    """The history before and after the new list, side by side.

    ``listed`` has every row of the list with its match, the entry that it continues (None: it is new) and
    the entry that it makes. ``stayed`` has every other entry, and what became of it (None: taken back).
    """

    listed: tuple[tuple[ListedAgreement, Match, Known | None, Known], ...]
    stayed: tuple[tuple[Known, Known | None], ...]

    @property
    def changes(self) -> Iterator[tuple[Known | None, Known | None]]:
        """Each entry before the list beside what it is with it."""
        yield from ((before, entry) for *_, before, entry in self.listed)
        yield from self.stayed

    @property
    def problems(self) -> tuple[RowProblem, ...]:
        """What a person should look at."""
        return tuple(problem for row, match, *_ in self.listed for problem in look_at(row, match))


def follow(entries: Iterable[AgreementHistory], following: NextList, matcher: Matcher) -> Followed:
    """What the new list makes of each entry; those that left stay as they are unless they came back."""
    left = list(entries)
    matches = [matcher.match(row) for row in following.rows]
    partners = _partners(left, following.rows, matches)
    listed = tuple(
        (row, match, partners.get(position), _listed(row, match, partners.get(position), following.day))
        for position, (row, match) in enumerate(zip(following.rows, matches, strict=True))
    )
    gone_on = {id(partner) for partner in partners.values()}
    listed_still = {
        identity(row, match.geoid) for identity in (_renewed, _respelled) for row, match, *_ in listed
    } - {None}
    rest = [entry for entry in left if id(entry) not in gone_on]
    return Followed(listed, tuple((entry, _without(entry, following, listed_still)) for entry in rest))


def _partners(
    entries: Sequence[Known], rows: Sequence[ListedAgreement], matches: Sequence[Match]
) -> dict[int, Known]:
    """Row positions to the entries that they continue: same signature first, respelled names last."""
    found: dict[int, Known] = {}
    for identity in (_exact, _renewed, _same_paper, _same_signature, _respelled):
        taken = {id(entry) for entry in found.values()}
        waiting: dict[Hashable, list[Known]] = defaultdict(list)
        for entry in sorted(entries, key=lambda each: (each.gone_by is not None, each.signed or date.min)):
            if id(entry) not in taken and (known := identity(entry, entry.geoid)) is not None:
                waiting[known].append(entry)
        for position, (row, match) in enumerate(zip(rows, matches, strict=True)):
            alike = waiting.get(identity(row, match.geoid), [])
            fitting = [entry for entry in alike if _may_be_one(entry, match)]
            if position not in found and fitting:
                found[position] = fitting[0]
                alike.remove(fitting[0])
    return found


def _may_be_one(entry: Known, match: Match) -> bool:
    """Two governments are two agencies, even where ICE gives both the same link."""
    return not (entry.geoid and match.geoid and entry.geoid != match.geoid)


def _exact(row: ListedAgreement | Known, _geoid: str | None) -> Hashable:
    return key_of(row).replace("-", "")  # spaces apart: DeKalb is De Kalb


def _same_paper(row: ListedAgreement | Known, _geoid: str | None) -> Hashable | None:
    """ICE links the same document, whatever it calls the agency."""
    return (row.state_code, row.moa_url, row.model, row.signed) if row.moa_url else None


def _same_signature(row: ListedAgreement | Known, geoid: str | None) -> Hashable | None:
    """The same government signed for this model on this day: a jail that passed from sheriff to county."""
    return (geoid, row.model, row.signed) if geoid and row.signed and len(geoid) > STATE_DIGITS else None


def _renewed(row: ListedAgreement | Known, _geoid: str | None) -> Hashable:
    return row.state_code, key(row.agency), row.model


def _respelled(row: ListedAgreement | Known, geoid: str | None) -> Hashable | None:
    force = FORCES.search(compared_words(row.agency))
    if geoid is None or force is None or len(geoid) == STATE_DIGITS:
        return None
    return geoid, force[0].rstrip("s"), row.model


def _listed(row: ListedAgreement, match: Match, before: Known | None, day: date) -> Known:
    if before is None:
        before = AgreementHistory(
            row.state_code, row.agency, row.agency_type, row.county, row.model, row.signed, None, None,
            day, day, None, "listed", match.reach, match.geoid, match.county_geoid, (), None,
        )  # fmt: skip
    names = dict.fromkeys((*before.other_spellings, before.agency))
    spellings = tuple(name for name in names if name != row.agency)
    entry = before.as_listed(row).placed(match)
    return replace(entry, last_listed=day, standing="listed", other_spellings=spellings)


def _without(entry: Known, following: NextList, listed_still: set[Hashable]) -> Known | None:
    """An entry that the new list does not have. A list issued again for the same day takes back what only
    its first version had; where the agency is listed under this model all the same, nothing left.
    """
    if entry.gone_by is not None:
        return entry
    standing: Standing = "left"
    if {_renewed(entry, entry.geoid), _respelled(entry, entry.geoid)} & listed_still:
        standing = "superseded"
    if entry.last_listed < following.day:
        return replace(entry, gone_by=following.day, standing=standing)
    if entry.first_listed == following.day or following.day_before is None:
        return None
    return replace(entry, last_listed=following.day_before, gone_by=following.day, standing=standing)
