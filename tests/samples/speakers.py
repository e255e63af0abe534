"""Speakers for tests: what they typed, where they speak, and the drafts that come of it."""

from functools import cache
from typing import Any

from fact_sheets.brief import Brief, brief_of
from fact_sheets.dossier import Dossier, Model, PlaceKind
from fact_sheets.testimony.draft import compose
from fact_sheets.testimony.script import Script
from fact_sheets.testimony.speaker import Position, Wishes
from tests.samples import places

OWN = "My daughter goes to school on Elm Street, and I want every parent there to feel safe calling for help."


def wishes(**changes: Any) -> Wishes:
    """A speaker who typed one sentence and left the rest as it was."""
    return Wishes(**{"own": OWN, **changes})


MORE: dict[str, tuple[str, PlaceKind, Model | None]] = {
    "county-12-WSO": ("12", "county", "WSO"),
    "place-12-none": ("12", "place", None),
    "place-17-TFM": ("17", "place", "TFM"),
    "county_subdivision-25-none": ("25", "county_subdivision", None),
    "state-55-none": ("55", "state", None),
    "county-47-JEM": ("47", "county", "JEM"),
    "state-48-TFM": ("48", "state", "TFM"),
    "county-55-TFM": ("55", "county", "TFM"),
    "county-78-none": ("78", "county", None),
}
PLACES = (*places.VARIANTS, *MORE)


@cache
def dossiers() -> dict[str, Dossier]:
    """Places of every kind and state of affairs, by their names in ``PLACES``."""
    return {**places.every_variant(), **{name: places.plain(*what) for name, what in MORE.items()}}


@cache
def briefs() -> dict[str, Brief]:
    """The same places as the functions of testimony are given them."""
    return {name: brief_of(dossier) for name, dossier in dossiers().items()}


def script(place: str, position: Position, **changes: Any) -> Script:
    """The draft of a speaker in one of ``dossiers``."""
    return compose(briefs()[place], wishes(position=position, **changes))
