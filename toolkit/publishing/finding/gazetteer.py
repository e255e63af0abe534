"""The index behind the search for a place: every jurisdiction's words, kept in memory by this process.

A scan with LIKE over 39,000 rows took 16 to 23 ms on SQLite; this index answers in one or two. It is built
when first asked, in about half a second, and again when the loaded list of jurisdictions has another sha256.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from sqlalchemy import select

from toolkit.database import session
from toolkit.models import Dataset, Jurisdiction, JurisdictionCounty
from toolkit.publishing.finding.name_words import full_name, words
from toolkit.publishing.finding.spelling import Spellings

SHORT = 2  # letters
# A person who means a county or a state mostly says so; the bare name is more often the city.
BARE_NAME_DISCOUNT = 10
ALSO_CALLED = {
    "0644000": "la",
    "0667000": "sf",
    "2255000": "nola",
    "3651000": "nyc",
    "4055000": "okc",
    "4260000": "philly",
    "4967000": "slc",
    "36047": "brooklyn",
    "36061": "manhattan",
    "36085": "staten island",
}
# "Kansas" alone is the state.
STATE_CITIES = {"Iowa City", "Kansas City", "Nevada City", "Oklahoma City", "Virginia City"}


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """One jurisdiction as the search knows it; ``counties`` are GEOIDs, the largest share first."""

    geoid: str
    kind: str
    name: str
    short_name: str
    designation: str
    state_code: str
    state_name: str
    population: int | None
    same_as: str | None  # the place that is the same government, and is found in its stead
    counties: tuple[str, ...]
    words: tuple[str, ...]
    also: tuple[tuple[str, ...], ...]  # other names that count as the whole name

    @property
    def full_name(self) -> str:
        """The official name, its kind said once: "Jackson township", "Kansas City"."""
        return full_name(self.name)

    @property
    def weight(self) -> float:
        """How likely somebody means this one who typed only the name."""
        return (self.population or 0) / (BARE_NAME_DISCOUNT if self.kind in ("county", "state") else 1)


class Postings:
    """Words, each with the positions of the entries that it leads to, the likeliest first."""

    def __init__(self) -> None:
        self.positions: dict[str, list[int]] = defaultdict(list)
        self._sorted: list[str] = []
        self._of_short: dict[str, frozenset[int]] = {}

    def add(self, position: int, entry_words: Iterable[str]) -> None:
        """Let these words lead to the entry."""
        for word in entry_words:
            self.positions[word].append(position)

    def close(self) -> None:
        """Make ready for looking up, once everything is in."""
        self._sorted = sorted(self.positions)

    def starting(self, start: str) -> frozenset[int]:
        """Positions of the entries with a word that starts so; what one or two letters lead to is kept."""
        found = self._of_short.get(start)
        if found is None:
            found = frozenset(chain.from_iterable(self.positions[word] for word in self._words(start)))
            if len(start) <= SHORT:
                self._of_short[start] = found
        return found

    def exactly(self, word: str) -> frozenset[int]:
        """Positions of the entries with this very word."""
        return frozenset(self.positions.get(word, ()))

    def knows(self, start: str) -> bool:
        """Whether any word starts so."""
        return next(self._words(start), None) is not None

    def _words(self, start: str) -> Iterator[str]:
        for place in range(bisect_left(self._sorted, start), len(self._sorted)):
            if not self._sorted[place].startswith(start):
                return
            yield self._sorted[place]


class Gazetteer:
    """All entries, the likeliest first, with the words, kinds, states and counties that lead to them."""

    def __init__(self, entries: Iterable[GazetteerEntry]) -> None:
        known = list(entries)
        self.entries = sorted(_one_entry_each(known), key=lambda entry: (-entry.weight, entry.geoid))
        self.by_geoid = {entry.geoid: entry for entry in known}
        self.county_words = {entry.geoid: words(entry.name) for entry in known if entry.kind == "county"}
        self.states = {entry.state_code: words(entry.state_name) for entry in known if entry.kind == "state"}
        self.designations = {kind: words(kind) for kind in {entry.designation for entry in known}}
        self.of_state: dict[str, set[int]] = defaultdict(set)
        self.of_designation: dict[str, set[int]] = defaultdict(set)
        self.names, self.counties = Postings(), Postings()
        for position, entry in enumerate(self.entries):
            self.of_state[entry.state_code].add(position)
            self.of_designation[entry.designation].add(position)
            self.names.add(position, {*entry.words, *chain(*entry.also), "".join(entry.words)})
            around = (self.county_words.get(geoid, ()) for geoid in entry.counties)
            self.counties.add(position, set(chain.from_iterable(around)))
        self.names.close()
        self.counties.close()
        #: Every word of a name or state, with the position of the likeliest entry that it leads to.
        self.vocabulary = {word: 0 for name in self.states.values() for word in name}
        self.vocabulary |= {word: places[0] for word, places in self.names.positions.items()}
        self.spellings = Spellings(self.vocabulary)

    def knows(self, start: str) -> bool:
        """Whether any name, state or kind has a word that starts so."""
        if start.upper() in self.states or self.names.knows(start):
            return True
        others = chain(*self.states.values(), *self.designations.values())
        return any(word.startswith(start) for word in others)


def gazetteer() -> Gazetteer:
    """The index of the jurisdictions that the database at hand holds now."""
    sha256 = session().scalar(select(Dataset.sha256).where(Dataset.name == "jurisdictions"))
    if sha256 is None:  # a world without provenance, as tests make it, is small and may change
        return Gazetteer(_entries())
    return _kept(str(session().get_bind().engine.url), sha256)


@lru_cache(maxsize=1)
def _kept(_url: str, _sha256: str) -> Gazetteer:
    return Gazetteer(_entries())


def _entries() -> Iterator[GazetteerEntry]:
    counties: dict[str, list[str]] = defaultdict(list)
    links = select(JurisdictionCounty.geoid, JurisdictionCounty.county_geoid)
    for geoid, county in session().execute(links.order_by(JurisdictionCounty.position)):
        counties[geoid].append(county)
    columns = (
        Jurisdiction.geoid,
        Jurisdiction.kind,
        Jurisdiction.name,
        Jurisdiction.short_name,
        Jurisdiction.designation,
        Jurisdiction.state_code,
        Jurisdiction.state_name,
        Jurisdiction.population,
        Jurisdiction.same_as,
    )
    for row in session().execute(select(*columns)):
        # A charter township is a kind of township; nobody types the charter.
        own = tuple(word for word in words(row.short_name) if word != "charter") or words(row.name)
        also = _also(row.geoid, row.short_name, row.state_code)
        yield GazetteerEntry(*row, tuple(counties.get(row.geoid, ())), own, also)


def _also(geoid: str, short_name: str, state_code: str) -> tuple[tuple[str, ...], ...]:
    """A nickname, a state's code, Boise for Boise City, Nashville for Nashville-Davidson."""
    names = [ALSO_CALLED.get(geoid, ""), state_code if len(geoid) == 2 else ""]
    if short_name.endswith(" City") and short_name not in STATE_CITIES:
        names.append(short_name.removesuffix(" City"))
    if "-" in short_name or "/" in short_name:
        names.append(re.split("[-/]", short_name, maxsplit=1)[0])
    return tuple(words(name) for name in names if name)


def _one_entry_each(entries: list[GazetteerEntry]) -> list[GazetteerEntry]:
    """Leave out a county or town that is also a city, and the District of Columbia as a county."""
    states = {entry.name for entry in entries if entry.kind == "state"}
    return [e for e in entries if e.same_as is None and (e.kind != "county" or e.name not in states)]
