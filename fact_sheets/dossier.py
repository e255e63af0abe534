"""The press's only input: frozen plain facts about one place, its rules, and the library's claims.

Nothing here reads a clock: ``Dossier.on`` is "today" for every judgement about dates.
GEOIDs are Census text codes (2 digits a state, 5 a county, 7 a place, 10 a county subdivision).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

Stance = Literal["background", "supporters", "critics", "mixed"]
Side = Literal["supporters", "critics"]
Model = Literal["JEM", "WSO", "TFM"]
PlaceKind = Literal["state", "county", "place", "county_subdivision", "unlisted"]
TierLevel = Literal["local", "county", "state"]
TierStatus = Literal["signed", "none_listed", "unknown", "not_applicable"]
Verified = Literal["primary-read", "primary-excerpt", "secondary-excerpt", "unseen"]
PolicyStance = Literal["requires", "encourages", "limits", "prohibits", "no-statewide-rule", "unclear"]


@dataclass(frozen=True, slots=True)
class Place:
    """One jurisdiction. ``unlisted`` (GEOID "US") stands for a place that the data does not know."""

    geoid: str
    kind: PlaceKind
    name: str  # "Frederick County"
    label: str  # "Frederick County, Maryland"
    state_geoid: str | None
    state_name: str | None
    county_geoids: tuple[str, ...] = ()
    county_names: tuple[str, ...] = ()
    population: int | None = None
    population_source: str | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """One signed agreement on the list: an agency may hold one for each model."""

    agency: str
    model: Model
    signed: date | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Departure:
    """An agreement that is no longer on the list; never called cancelled."""

    agency: str
    model: Model
    last_listed: date
    gone_by: date  # date of the first list without it


@dataclass(frozen=True, slots=True)
class Tier:
    """One of the three levels of agencies that can affect a place: local police, county, state."""

    level: TierLevel
    heading: str  # "Frederick City police", "County sheriff and jail", "Statewide agencies"
    status: TierStatus
    agreements: tuple[Agreement, ...] = ()
    departures: tuple[Departure, ...] = ()


@dataclass(frozen=True, slots=True)
class RosterCount:
    """Agreements on one of ICE's lists, by model."""

    list_date: date
    agreements: int
    agencies: int
    states: int
    task_force: int
    jail: int
    warrant: int


@dataclass(frozen=True, slots=True)
class Roster:
    """The newest list loaded, and the counts of it and earlier ones, oldest first."""

    list_date: date
    sha256: str
    source_id: str  # the Source that a sentence about the list cites
    counts: tuple[RosterCount, ...]
    state_agreements: int | None = None  # agreements of agencies in this state on the newest list


@dataclass(frozen=True, slots=True)
class Source:
    """A source as CSL-JSON with what the reader should know about it."""

    id: str
    csl: Mapping[str, Any]
    tag: str  # "DHS Inspector General 2020"
    kind: str
    perspective: str  # supportive, critical, independent, mixed, government-operator
    url: str
    verified: Verified = "unseen"  # how far we saw it


@dataclass(frozen=True, slots=True)
class Citation:
    """Where in a source the words stand."""

    source_id: str
    locator: str | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """The places a claim is about; all empty means the whole country."""

    states: tuple[str, ...] = ()
    counties: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


def last_day(review_by: date, until: date | None) -> date:
    """The last day on which words may be said: while their review is not overdue, and before ``until``."""
    return review_by if until is None else min(review_by, date.fromordinal(max(1, until.toordinal() - 1)))


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence or two that may print, exactly as worded in this revision."""

    id: str
    revision: int
    stance: Stance
    topic: str
    text: str
    as_of: str  # a year, year-month or date, as the source gives it
    checked: date
    review_by: date
    scope: Scope
    models: tuple[Model, ...]
    statistic: bool
    story: bool
    citations: tuple[Citation, ...]
    counter_claims: tuple[str, ...] = ()
    spoken: str | None = None
    readers: int | None = None  # how many approved these words who did not write them; None: starter library
    until: date | None = None  # from this day on the words are no longer true

    @property
    def last_day(self) -> date:
        """The last day on which it may be said."""
        return last_day(self.review_by, self.until)


@dataclass(frozen=True, slots=True)
class Dispute:
    """A contested question and the claims that answer it; order in the dossier is the order of rank."""

    id: str
    question: str
    supporters: tuple[str, ...]
    critics: tuple[str, ...]
    mixed: tuple[str, ...]
    not_known: str


@dataclass(frozen=True, slots=True)
class OfficialQuestion:
    """A question to ask officials; empty ``statuses`` or ``models`` fit everywhere."""

    id: str
    text: str
    statuses: tuple[Literal["active", "pending", "none"], ...]
    models: tuple[Model, ...]


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A term and its meaning."""

    term: str
    definition: str
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One sentence of state law or practice. Unless ``verified`` it prints as "not verified – check"."""

    line: str
    verified: bool
    as_of: str
    source_ids: tuple[str, ...]
    checked: date | None = None  # the day the line was compared with its sources
    review_by: date | None = None  # after this day it prints as "last checked …"; None is never overdue


@dataclass(frozen=True, slots=True)
class StatePolicy:
    """What the state says on 287(g) agreements."""

    stance: PolicyStance
    rule: Rule
    review_by: date
    deadline: date | None = None


@dataclass(frozen=True, slots=True)
class Imprint:
    """Who made the sheet, with whose money, who read it, and where a correction goes."""

    made_by: str
    funding: str
    corrections: str  # an e-mail address or a page
    base_url: str  # where the printed code can be checked, no slash at the end
    library: str  # "starter library, checked against its sources on …, not yet reviewed by …"
    readers: Literal[1, 2] = 2  # how many must approve a sided claim of the organization


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything a document may say, and the day it is said."""

    on: date
    first_side: Side
    place: Place
    tiers: tuple[Tier, ...]
    roster: Roster
    policy: StatePolicy | None
    speaking: Rule | None  # the state's rule on speaking at a public meeting
    decides: tuple[Rule, ...]  # who decides here, most specific first
    claims: tuple[Claim, ...]
    disputes: tuple[Dispute, ...]
    questions: tuple[OfficialQuestion, ...]
    glossary: tuple[GlossaryTerm, ...]
    sources: tuple[Source, ...]
    imprint: Imprint
    language: Literal["en"] = "en"
    format: Literal["full-sheet"] = "full-sheet"
