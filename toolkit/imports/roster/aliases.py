"""Agencies whose names no exact look-up finds: ``data/aliases.toml``, each entry looked up by a person."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from toolkit.imports.roster.governments import key

SHIPPED = Path(__file__).resolve().parent.parent.parent / "data" / "aliases.toml"


@dataclass(frozen=True, slots=True)
class Alias:
    """Either the agency's own government (``geoid``) or the county that it works in (``county``)."""

    geoid: str | None
    county: str | None


Aliases = Mapping[tuple[str, str], Alias]


def read(data: bytes) -> Aliases:
    """By state code and agency; raises KeyError for an entry without its reason."""
    entries = tomllib.loads(data.decode())["alias"]
    for entry in entries:
        entry["why"]
    return {
        (entry["state"], key(entry["agency"])): Alias(entry.get("geoid"), entry.get("county"))
        for entry in entries
    }


def shipped() -> Aliases:
    """Those that ship with the project."""
    return read(SHIPPED.read_bytes())
