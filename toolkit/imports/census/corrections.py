"""The short list of what the official files do not say and a person looked up: ``data/corrections.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from toolkit.ledger.agreement_key import agreement_key

SHIPPED = Path(__file__).resolve().parents[2] / "data" / "corrections.toml"


@dataclass(frozen=True, slots=True)
class Corrections:
    """``place_counties``: counties of places newer than the 2020 relation file.

    ``consolidated``: towns and counties that are the same government as a place with other borders or name.
    ``doubtful``: keys of agreements that left ICE's list only in appearance, with the reason.
    ``governing``: places that the Gazetteer calls non-functioning although they have a government.
    """

    place_counties: Mapping[str, tuple[str, ...]]
    consolidated: Mapping[str, str]
    governing: frozenset[str]
    doubtful: Mapping[str, str]


def read(data: bytes) -> Corrections:
    """Each entry carries its reason in ``why``; an entry without one raises KeyError."""
    table = tomllib.loads(data.decode())
    for entry in (*table["place"], *table["consolidated"], *table["governing"], *table["doubtful"]):
        entry["why"]
    return Corrections(
        {entry["geoid"]: tuple(entry["counties"]) for entry in table["place"]},
        {entry["geoid"]: entry["place"] for entry in table["consolidated"]},
        frozenset(entry["geoid"] for entry in table["governing"]),
        {
            agreement_key(entry["state"], entry["agency"], entry["model"], entry["signed"]): entry["why"]
            for entry in table["doubtful"]
        },
    )
