"""The governments of each state by the names that agencies carry, for exact look-ups.

Names are compared without accents, case, apostrophes and spaces, with Saint, Mount and Fort shortened:
"Port Saint Lucie" finds Port St. Lucie and "DeLand" finds Deland, but no letter may differ.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from toolkit.imports.census.jurisdiction import Jurisdiction
from toolkit.imports.census.states import BY_CODE, NEW_ENGLAND
from toolkit.ledger.place_words import compared_words


def key(text: str) -> str:
    """A name as it is looked up, its words run together."""
    return compared_words(text).replace(" ", "")


@dataclass(frozen=True, slots=True)
class Government:
    """What matching needs to know of a jurisdiction."""

    geoid: str
    kind: str
    name: str
    designation: str
    counties: tuple[str, ...]


class Governments:
    """An index of jurisdictions; towns that are the same government as a place are not in it."""

    def __init__(self, jurisdictions: Iterable[Jurisdiction]) -> None:
        self._counties: dict[tuple[str, str], list[Government]] = defaultdict(list)
        self._cities: dict[tuple[str, str], list[Government]] = defaultdict(list)
        self._local: dict[tuple[str, str], list[Government]] = defaultdict(list)
        self._local_in_full: dict[tuple[str, str], list[Government]] = defaultdict(list)
        self.is_empty = True
        for entry in jurisdictions:
            self._add(entry)

    def _add(self, entry: Jurisdiction) -> None:
        self.is_empty = False
        code = entry.state_code
        government = Government(entry.geoid, entry.kind, entry.name, entry.designation, entry.county_geoids)
        short, full = (code, key(entry.short_name)), (code, key(entry.name))
        if entry.kind == "county":
            index = self._cities if entry.designation == "city" else self._counties
            for name in {short, full}:
                index[name].append(government)
        elif entry.kind == "place" or (entry.kind == "county_subdivision" and entry.same_as is None):
            self._local[short].append(government)
            self._local_in_full[full].append(government)

    def county(self, state_code: str, name: str) -> Government | None:
        """The county or equivalent of that name, with or without its "County"; a city that is its own county
        only where no county bears the name (Virginia has both a Richmond County and a Richmond city).
        """
        for index in (self._counties, self._cities):
            if len(found := index.get((state_code, key(name)), [])) == 1:
                return found[0]
        return None

    def local(self, state_code: str, name: str) -> list[list[Government]]:
        """Places and towns of that name, places first: a township's force says Township.

        The whole name is tried before its last word is taken for a kind: "Lake City" is a name,
        "Pottsville City" is the city of Pottsville.
        """
        asked = (state_code, key(name))
        found = self._local.get(asked) or self._local_in_full.get(asked, [])
        if BY_CODE[state_code].geoid in NEW_ENGLAND:
            return [found] if found else []  # a town is as likely as the city that bears its name
        groups = ([each for each in found if each.kind == kind] for kind in ("place", "county_subdivision"))
        return [group for group in groups if group]
