"""Speakers for tests: what they typed, where they speak, and the drafts that come of it."""

from functools import cache
from typing import Any

from fact_sheets.brief import Brief, brief_of
from fact_sheets.dossier import Dossier
from fact_sheets.testimony.draft import compose
from fact_sheets.testimony.script import Script
from fact_sheets.testimony.speaker import Position, Wishes
from tests.samples import places

OWN = "My daughter goes to school on Elm Street, and I want every parent there to feel safe calling for help."


def wishes(**changes: Any) -> Wishes:
    """A speaker who typed one sentence and left the rest as it was."""
    return Wishes(**{"own": OWN, **changes})


@cache
def dossiers() -> dict[str, Dossier]:
    """Places of every kind and state of affairs, by a name."""
    more = {
        f"{kind}-{state}-{model or 'none'}": places.plain(state, kind, model)
        for state, kind, model in (
            ("12", "county", "WSO"),
            ("12", "place", None),
            ("17", "place", "TFM"),
            ("25", "county_subdivision", None),
            ("36", "state", None),
            ("47", "county", "JEM"),
            ("48", "state", "TFM"),
            ("55", "county", "TFM"),
            ("78", "county", None),
        )
    }
    return {**places.every_variant(), **more}


@cache
def briefs() -> dict[str, Brief]:
    """The same places as the functions of testimony are given them."""
    return {name: brief_of(dossier) for name, dossier in dossiers().items()}


def script(place: str, position: Position, **changes: Any) -> Script:
    """The draft of a speaker in one of ``dossiers``."""
    return compose(briefs()[place], wishes(position=position, **changes))
