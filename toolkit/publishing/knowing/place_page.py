"""What the page of a place shows: what is known there, the sources behind it, and how old the list is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from fact_sheets.brief import brief_of
from fact_sheets.citations import Notes
from fact_sheets.dossier import Side, Source, TierLevel
from fact_sheets.here import ended_by_law, tier_lines
from fact_sheets.situation import law_decided
from fact_sheets.subject import CountedSince
from toolkit.config import Settings
from toolkit.ledger import subjects
from toolkit.publishing.knowing import library, rosters
from toolkit.publishing.knowing.dossiers import Here, assemble, here, side_of_the_day


@dataclass(frozen=True, slots=True)
class PlacePage:
    """``months_old`` counts whole months since the newest list; ``side_today`` stands first unasked.

    ``lines`` are the words of a sheet on each level, of a subject that has no full list to show instead.
    """

    here: Here
    sources: Mapping[str, Source]
    stale: bool
    months_old: int
    side_today: Side
    lines: Mapping[TierLevel, str]
    head: str  # what a law has decided for agencies of this place; empty where it leaves a choice
    since: CountedSince | None  # a count that is newer than the list
    ended: date | None  # the day by which a law ended the agreements that the list may still show
    ready: bool  # whether a sheet can be made: a subject with a full list needs one


def place_page(geoid: str, on: date, settings: Settings, subject: str = "") -> PlacePage:
    """The page of the place with this GEOID, "US" for one not listed. Raises UnknownPlace."""
    known, lines = here(geoid, subject), {}
    whole = subjects.find(subject).register.kind == "full"
    if not whole:
        brief = brief_of(assemble(geoid, on, settings, subject=subject))
        lines = {line.level: line.line.text for line in tier_lines(brief, Notes(brief.pages))}
    listed = known.roster.list_date if known.roster else on
    since = subjects.find(subject).register.since(listed) if known.roster else None
    cited = known.source_ids() | ({since.source_id} if since else set())
    return PlacePage(
        here=known,
        sources={source.id: source for source in library.sources(cited)},
        stale=rosters.is_stale(listed, on, subject),
        months_old=(on.year - listed.year) * 12 + on.month - listed.month - (on.day < listed.day),
        side_today=side_of_the_day(geoid, on),
        lines=lines,
        since=since,
        ended=ended_by_law(known.policy),
        head=law_decided(known.place, known.policy, on),
        ready=known.roster is not None or not whole,
    )
