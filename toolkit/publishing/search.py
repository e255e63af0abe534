"""Finding a place by what a person types: part of a name, a kind, a state, a county, or a GEOID.

Every word must begin a word of the place's name, kind, state or county, and one must be of the name.
Best first: the whole name, then the beginning of a name, then the larger place. Only when nothing is found
are typing slips mended.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from rapidfuzz import process
from rapidfuzz.distance import OSA

from toolkit.publishing.gazetteer import Entry, Gazetteer, gazetteer
from toolkit.publishing.words import words

LONGEST = 100  # characters read; the longest official name has 59
MOST_WORDS = 8
MOST_JUDGED = 2000  # one typed letter fits 5,000 places; only the likeliest of so many are put in order
ALIKE = 0.6  # similarity from which a word may be a slip of another
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
    """What a search gave; ``read_as`` is set when a slip was mended."""

    hits: tuple[Hit, ...]
    more: bool
    read_as: str | None = None


def search(text: str, limit: int = 20) -> tuple[Hit, ...]:
    """The places that ``text`` may mean, best first; empty when it means none."""
    return look_up(text, limit).hits


def look_up(text: str, limit: int = 20) -> Found:
    """As ``search``, and says whether there were more and how a slip was read."""
    index = gazetteer()
    typed = text.strip()[:LONGEST]
    if typed in index.by_geoid:
        return Found((_hit(index, index.by_geoid[typed]),), more=False)
    asked = _asked(typed)
    for attempt in chain((asked,), _mended(index, asked)):
        if found := _match(index, attempt):
            hits = tuple(_hit(index, entry) for entry in found[:limit])
            return Found(hits, len(found) > limit, None if attempt == asked else " ".join(attempt))
    return Found((), more=False)


def _asked(text: str) -> tuple[str, ...]:
    """The words to look for. "in" is Indiana only where it stands last."""
    found = words(text)[:MOST_WORDS]
    return tuple(word for place, word in enumerate(found, start=1) if word != "in" or place == len(found))


@dataclass(frozen=True, slots=True)
class _Reading:
    """What each word asked for could be: part of a name, a kind, or with its neighbours a state."""

    asked: tuple[str, ...]
    named: tuple[set[int], ...]
    kinds: tuple[frozenset[str], ...]
    states: Mapping[str, set[int]]  # state code to the places in ``asked`` that name it

    def left_over(self, position: int, entry: Entry) -> list[str] | None:
        """The words that do not fit the entry; None when no word is left for its name."""
        every = range(len(self.asked))
        other = [k for k in every if position not in self.named[k] and entry.designation not in self.kinds[k]]
        state = self.states.get(entry.state_code, set())
        if state.intersection(other):  # a state's words count together: "new york" is not York, New York
            other = [k for k in other if k not in state]
            if not any(position in self.named[k] for k in every if k not in state):
                return None
        return [self.asked[k] for k in other]

    def candidates(self) -> set[int]:
        """Positions of entries that can fit: a word that is neither kind nor state must be of the name."""
        in_states = set().union(*self.states.values())
        bound = (n for k, n in enumerate(self.named) if not self.kinds[k] and k not in in_states)
        return set().union(*self.named).intersection(*bound)


def _read(index: Gazetteer, asked: tuple[str, ...]) -> _Reading:
    return _Reading(
        asked=asked,
        named=tuple(index.named(word) for word in asked),
        kinds=tuple(_kinds(index, word) for word in asked),
        states=_states(index, asked),
    )


def _kinds(index: Gazetteer, word: str) -> frozenset[str]:
    """The designations that the word may be: "town" is not "township", but "tow" may be both."""
    exact = frozenset(kind for kind, name in index.designations.items() if word in name)
    return exact or frozenset(kind for kind, name in index.designations.items() if _starts(name, word))


def _states(index: Gazetteer, asked: tuple[str, ...]) -> dict[str, set[int]]:
    """The states that are named. At the end of the query the beginning of a name is enough."""
    found: dict[str, set[int]] = {}
    for start, first in enumerate(asked):
        if first.upper() in index.states:  # "mi" is Michigan, not the beginning of Missouri
            found.setdefault(first.upper(), set()).add(start)
            continue
        for code, name in index.states.items():
            typed = asked[start : start + len(name)]
            last = len(typed) - 1
            whole = len(typed) == len(name) or start + len(typed) == len(asked)
            if whole and typed[:last] == name[:last] and name[last].startswith(typed[last]):
                found.setdefault(code, set()).update(range(start, start + len(typed)))
    return found


def _starts(name: tuple[str, ...], text: str) -> bool:
    return any(word.startswith(text) for word in name)


def _match(index: Gazetteer, asked: tuple[str, ...]) -> list[Entry]:
    """All entries that fit, best first. Words that fit only the county count when nothing fits without."""
    read, entries = _read(index, asked), index.entries
    found = [p for p in read.candidates() if len(asked) == 1 or read.left_over(p, entries[p]) == []]
    if not found and len(asked) > 1:
        named = set().union(*read.named)
        found = [p for p in named if _fits_with_county(index, entries[p], read.left_over(p, entries[p]))]
    likeliest = [entries[position] for position in sorted(found)[:MOST_JUDGED]]
    exact = frozenset(asked)
    return sorted(likeliest, key=lambda entry: _shape(entry, asked, exact))


def _fits_with_county(index: Gazetteer, entry: Entry, left: list[str] | None) -> bool:
    if left is None:
        return False
    counties = (index.county_words.get(geoid, ()) for geoid in entry.counties)
    return any(all(_starts(county, text) for text in left) for county in counties)


def _shape(entry: Entry, asked: tuple[str, ...], exact: frozenset[str]) -> int:
    """0 when the whole name was typed, 1 when it begins with the first word, else 2."""
    if exact.issuperset(entry.words) or any(exact.issuperset(name) for name in entry.also):
        return 0
    return 1 if entry.words[0].startswith(asked[0]) else 2


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
    known, similar = index.vocabulary, OSA.normalized_similarity
    near = process.extract(word, known.keys(), scorer=similar, score_cutoff=ALIKE, limit=2 * TRIES)
    best = sorted(near, key=lambda match: (-match[1], known[match[0]]))
    return (other for other, _, _ in best[:TRIES] if other != word)


def _hit(index: Gazetteer, entry: Entry) -> Hit:
    counties = tuple(index.by_geoid[geoid].name for geoid in entry.counties if geoid in index.by_geoid)
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
