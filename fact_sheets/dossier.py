"""The press's only input: frozen plain facts about one place and its rules, and the library of claims.

Nothing here reads a clock: ``Local.on`` is "today" for every judgement about dates.
GEOIDs are Census text codes (2 digits a state, 5 a county, 7 a place, 10 a county subdivision).
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import PlainSerializer

from fact_sheets.choice import Selection
from fact_sheets.subject import Subject

Stance = Literal["background", "supporters", "critics", "mixed"]
Side = Literal["supporters", "critics"]
Model = str  # the code of one of the subject's models: "FIX"
PlaceKind = Literal["state", "county", "place", "county_subdivision", "unlisted"]
TierLevel = Literal["local", "county", "state"]
# "none" is what a full register does not show, or what somebody confirmed.
TierStatus = Literal["recorded", "ended", "none", "unknown", "not_applicable"]
Verified = Literal["primary-read", "primary-excerpt", "secondary-excerpt", "unseen"]


# Two items that are equal must be written alike, in whichever order their fields were put together.
CslItem = Annotated[Mapping[str, Any], PlainSerializer(lambda item: dict(sorted(item.items())))]


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
class Tally:
    """How many agreements there are, of how many agencies, and how many of each model."""

    agreements: int
    agencies: int
    models: Mapping[Model, int]


@dataclass(frozen=True, slots=True)
class Tier:
    """One of the three levels of agencies that can affect a place: local police, county, state."""

    level: TierLevel
    heading: str  # "Frederick City police", "County sheriff and jail", "Statewide agencies"
    status: TierStatus
    agreements: tuple[Agreement, ...] = ()
    departures: tuple[Departure, ...] = ()
    counted: Tally | None = None  # in place of agreements that are too many to be named

    @property
    def tally(self) -> Tally:
        """The counts of its agreements, whether they are listed here or counted only."""
        models = Counter(agreement.model for agreement in self.agreements)
        agencies = {agreement.agency for agreement in self.agreements}
        return self.counted or Tally(len(self.agreements), len(agencies), dict(sorted(models.items())))


@dataclass(frozen=True, slots=True)
class RosterCount:
    """Agreements on one list of the register."""

    list_date: date
    agreements: int
    agencies: int
    states: int


@dataclass(frozen=True, slots=True)
class Roster:
    """The list or record on which rests what is said here: of a full register the newest list."""

    list_date: date
    sha256: str
    source_id: str  # the Source that a sentence about the list cites
    state_agreements: int | None = None  # agreements of agencies in this state on the newest list


@dataclass(frozen=True, slots=True)
class Source:
    """A source as CSL-JSON with what the reader should know about it."""

    id: str
    csl: CslItem
    tag: str  # "DHS Inspector General 2020"
    kind: str
    perspective: str  # supportive, critical, independent, mixed, government-operator
    url: str  # the publisher's own; empty where only a copy was seen
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
    needs: tuple[str, ...] = ()  # claims of the other side, one of which must answer it
    fits: tuple[str, ...] = ()  # where it has a place: mandate, ban, choice; signed, none; empty: anywhere

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
    statuses: tuple[str, ...]  # what is known of the place's own agencies: recorded, none; or pending
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
    """What the state says on the subject."""

    stance: str  # what that means for the place, the subject's rules say
    rule: Rule
    review_by: date
    deadline: date | None = None  # the last day for agencies to do what it asks
    since: str | None = None  # a year, month or day: in force from then on
    ends_agreements_on: date | None = None  # the day by which older agreements had to end
    head: str | None = None  # what it has decided, without a full stop; None where it leaves a choice
    applies_to: tuple[str, ...] = ()  # whom it binds: sheriffs, county-jails, city-police, state-agencies


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
class Local:
    """What is known about one place on one day, and how its sheet is wanted."""

    on: date
    first_side: Side
    place: Place
    tiers: tuple[Tier, ...]
    roster: Roster | None  # None where the register shows nothing here that has a date
    policy: StatePolicy | None
    speaking: Rule | None  # the state's rule on speaking at a public meeting
    decides: tuple[Rule, ...]  # who decides here, most specific first
    sources: tuple[Source, ...]  # of the rules and the list
    imprint: Imprint
    language: Literal["en"] = "en"
    format: Literal["full-sheet"] = "full-sheet"
    paper: Literal["letter", "a4"] = "letter"


@dataclass(frozen=True, slots=True)
class Library:
    """What is the same for every place: the subject, the claims that may print and what stands round them."""

    subject: Subject
    claims: tuple[Claim, ...]
    disputes: tuple[Dispute, ...]
    questions: tuple[OfficialQuestion, ...]
    glossary: tuple[GlossaryTerm, ...]
    counts: tuple[RosterCount, ...]  # of the newest list and earlier ones, oldest first
    sources: tuple[Source, ...]  # of claims and terms


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything a document may say, and the day it is said.

    With a ``selection`` the choice is made: the library holds no more than what prints.
    """

    local: Local
    library: Library
    selection: Selection | None = None

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source, each once, by id."""
        known = {source.id: source for source in (*self.local.sources, *self.library.sources)}
        return tuple(known[source_id] for source_id in sorted(known))
