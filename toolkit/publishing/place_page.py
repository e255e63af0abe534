"""What the page of a place shows: what is known there, the sources behind it, and how old the list is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from fact_sheets.dossier import Side, Source
from toolkit.publishing import library, rosters
from toolkit.publishing.dossiers import Here, here, side_of_the_day


@dataclass(frozen=True, slots=True)
class PlacePage:
    """``months_old`` counts whole months since the newest list; ``side_today`` stands first unasked."""

    here: Here
    sources: Mapping[str, Source]
    stale: bool
    months_old: int
    side_today: Side


def place_page(geoid: str, on: date) -> PlacePage:
    """The page of the place with this GEOID, "US" for one not listed. Raises UnknownPlace."""
    known = here(geoid)
    listed = known.roster.list_date if known.roster else on
    return PlacePage(
        here=known,
        sources={source.id: source for source in library.sources(known.source_ids())},
        stale=rosters.is_stale(listed, on),
        months_old=(on.year - listed.year) * 12 + on.month - listed.month - (on.day < listed.day),
        side_today=side_of_the_day(geoid, on),
    )
