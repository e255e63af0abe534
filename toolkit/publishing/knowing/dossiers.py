"""Everything a sheet about one place may say, gathered from the database into the press's plain facts."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import get_args

from fact_sheets.dossier import Dossier, Imprint, Local, Place, Roster, Rule, Side, StatePolicy, Tier
from fact_sheets.typesetting import say_date
from toolkit.config import Settings
from toolkit.ledger import subjects
from toolkit.publishing.errors import FactsMissing
from toolkit.publishing.finding.places import locate
from toolkit.publishing.knowing import library, rosters, rules
from toolkit.publishing.knowing.tiers import tiers

NO_LIST = "No list of agreements is loaded. Run “flask data load”."
CODE_PAGE = "the page that the code leads to"


@dataclass(frozen=True, slots=True)
class Here:
    """What is known about one place, for its page and its sheet."""

    place: Place
    tiers: tuple[Tier, ...]
    roster: Roster | None  # None when no list is loaded; without its history, which only a sheet shows
    policy: StatePolicy | None
    speaking: Rule | None
    decides: tuple[Rule, ...]

    def source_ids(self) -> set[str]:
        """The sources of its rules and of the list."""
        cited = set(rules.source_ids(self.policy.rule if self.policy else None, self.speaking, *self.decides))
        return cited | ({self.roster.source_id} if self.roster else set())


def here(geoid: str, subject: str = "") -> Here:
    """What is known about the place with this GEOID, "US" for one not listed. Raises UnknownPlace."""
    found, of = locate(geoid), subjects.find(subject).id
    newest = rosters.newest(of)
    list_date = newest.list_date if newest else None
    state_geoid = found.place.state_geoid
    return Here(
        place=found.place,
        tiers=tiers(of, found, list_date),
        roster=rosters.roster(newest, found.state_code) if newest else None,
        policy=rules.policy(of, state_geoid),
        speaking=rules.speaking(state_geoid),
        decides=rules.decides(of, found),
    )


def assemble(
    geoid: str,
    on: date,
    settings: Settings,
    first_side: Side | None = None,
    shelf: library.Remembered | None = None,
    subject: str = "",
) -> Dossier:
    """The dossier of this place on this day, with the library of ``shelf`` where the caller has looked at it.

    Raises UnknownPlace or FactsMissing.
    """
    known = here(geoid, subject)
    shelf = shelf or library.remembered(settings.readers, subject)
    if known.roster is None and shelf.library.subject.register.kind == "full":
        raise FactsMissing(NO_LIST)
    local = Local(
        on=on,
        first_side=first_side or side_of_the_day(geoid, on),
        place=known.place,
        tiers=known.tiers,
        roster=known.roster,
        policy=known.policy,
        speaking=known.speaking,
        decides=known.decides,
        sources=library.sources(known.source_ids()),
        imprint=imprint(settings, shelf.checked),
    )
    return Dossier(local, shelf.library)


def side_of_the_day(geoid: str, on: date) -> Side:
    """Which side stands first when nobody chose: it alternates from day to day, and from place to place."""
    start = sha256(geoid.encode()).digest()[0]
    sides: tuple[Side, ...] = get_args(Side)
    return sides[(start + on.toordinal()) % len(sides)]


def imprint(settings: Settings, checked: date | None) -> Imprint:
    """Who answers for the sheet; the starter library is not yet reviewed by an organization, and says so."""
    when = f" checked against its sources on {say_date(checked)}," if checked else ""
    return Imprint(
        made_by=settings.made_by,
        funding=settings.funding,
        corrections=settings.corrections or CODE_PAGE,
        base_url=settings.base_url,
        library=f"starter library,{when} not yet reviewed by those who made this sheet",
        readers=settings.readers,
    )
