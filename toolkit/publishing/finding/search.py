"""Finding a place by what a person types: part of a name, a kind, a state, a county, or a GEOID.

Every word must begin a word of the place's name, kind, state or county, and one must be of the name.
Best first: the whole name, then the beginning of a name, then the larger place. Only when nothing is found
are typing slips mended.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from operator import itemgetter

from toolkit.publishing.finding.gazetteer import Gazetteer, GazetteerEntry, gazetteer
from toolkit.publishing.finding.name_words import words
from toolkit.publishing.finding.place_query import match

LONGEST = 100  # characters read; the longest official name has 59
MOST_WORDS = 8
TRIES = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """A place found. ``kind`` is as people say it: "city", "county", "township", "state"."""

    geoid: str
    name: str  # "Jackson township"
    label: str  # "Jackson township, Hamilton County, Indiana"
    kind: str
    counties: tuple[str, ...]
    state: str
    population: int | None


@dataclass(frozen=True, slots=True)
class Found:
    """What a search gave. ``states`` are those of every place that fits, also of the ``left_out``."""

    hits: tuple[Hit, ...]
    left_out: int = 0
    states: Mapping[str, str] = field(default_factory=dict)  # code to name, by name
    read_as: str | None = None  # set when a slip was mended


def search(text: str, limit: int = 20) -> tuple[Hit, ...]:
    """The places that ``text`` may mean, best first; empty when it means none."""
    return look_up(text, limit).hits


def look_up(text: str, limit: int = 20) -> Found:
    """As ``search``, and says whether there were more and how a slip was read."""
    index = gazetteer()
    typed = text.strip()[:LONGEST]
    if typed in index.by_geoid:
        entry = index.by_geoid[typed]
        return Found((_hit(index, index.by_geoid[entry.same_as or typed]),))
    asked = _asked(typed)
    for attempt in chain((asked,), _mended(index, asked)):
        if found := match(index, attempt):
            hits = [_hit(index, entry) for entry in found[:limit]]
            if len({(hit.name, hit.state) for hit in hits}) == 1:
                hits.sort(
                    key=lambda hit: hit.counties
                )  # 47 Jackson townships are told apart by their counties
            states = dict(sorted({e.state_code: e.state_name for e in found}.items(), key=itemgetter(1)))
            read_as = None if attempt == asked else " ".join(attempt)
            return Found(tuple(hits), len(found) - len(hits), states, read_as)
    return Found(())


def _asked(text: str) -> tuple[str, ...]:
    """The words to look for. "in" is Indiana only where it stands last."""
    found = words(text)[:MOST_WORDS]
    return tuple(word for place, word in enumerate(found, start=1) if word != "in" or place == len(found))


def _mended(index: Gazetteer, asked: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Other readings of the words: two run together, unknown words replaced, then any one word replaced."""
    for place in range(len(asked) - 1):
        yield (*asked[:place], asked[place] + asked[place + 1], *asked[place + 2 :])
    known = tuple(word if index.knows(word) else next(_alike(index, word), word) for word in asked)
    if known != asked:
        yield known
    for place, word in enumerate(known):
        for other in _alike(index, word):
            yield (*known[:place], other, *known[place + 1 :])


def _alike(index: Gazetteer, word: str) -> Iterator[str]:
    """Up to three known words like this one, the likeliest first."""
    near = index.spellings.near(word, 2 * TRIES)
    best = sorted(near, key=lambda match: (-match[1], index.vocabulary[match[0]]))
    return (other for other, _ in best[:TRIES] if other != word)


def _hit(index: Gazetteer, entry: GazetteerEntry) -> Hit:
    names = (index.by_geoid[geoid].name for geoid in entry.counties if geoid in index.by_geoid)
    counties = tuple(name for name in names if name not in (entry.name, entry.state_name))
    parts = [entry.full_name]
    if entry.kind == "county_subdivision":
        parts.extend(counties[:1])
    if entry.kind != "state":
        parts.append(entry.state_name)
    return Hit(
        geoid=entry.geoid,
        name=entry.full_name,
        label=", ".join(parts),
        kind=entry.designation or entry.kind,
        counties=counties if entry.kind != "county" else (),
        state=entry.state_name,
        population=entry.population,
    )
