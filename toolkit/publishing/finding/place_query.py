"""What the words of a query could mean, a name, a kind, a state or a county, and the entries that fit."""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from toolkit.publishing.finding.gazetteer import Gazetteer, GazetteerEntry

MOST_JUDGED = 2000  # one typed letter fits 5,000 places; only the likeliest of so many are put in order


@dataclass(frozen=True, slots=True)
class PlaceQuery:
    """What each word asked for could be: part of a name, a kind, or with its neighbours a state."""

    asked: tuple[str, ...]
    named: tuple[frozenset[int], ...]
    kinds: tuple[frozenset[str], ...]
    states: Mapping[str, set[int]]  # state code to the places in ``asked`` that name it

    @classmethod
    def of(cls, index: Gazetteer, asked: tuple[str, ...], *, codes_begin_names: bool) -> "PlaceQuery":
        """How the words can be read; "wa" may begin Washington, or only be the state's code."""
        named = tuple(
            index.names.starting(word)
            if codes_begin_names or word.upper() not in index.states
            else index.names.exactly(word)
            for word in asked
        )
        return cls(asked, named, tuple(_kinds(index, word) for word in asked), _states(index, asked))

    def left_over(self, position: int, entry: GazetteerEntry) -> list[str] | None:
        """The words that do not fit the entry; None when no word is left for its name."""
        every = range(len(self.asked))
        other = [k for k in every if position not in self.named[k] and entry.designation not in self.kinds[k]]
        state = self.states.get(entry.state_code, set())
        if state.intersection(other):  # a state's words count together: "new york" is not York, New York
            other = [k for k in other if k not in state]
            if not any(position in self.named[k] for k in every if k not in state):
                return None
        return [self.asked[k] for k in other]

    def candidates(self, index: Gazetteer, *, with_counties: bool = False) -> set[int]:
        """Positions of the entries of which every word could be a part, and one of the name."""
        found: set[int] = set().union(*self.named)
        for place, word in enumerate(self.asked):
            could_be: list[Set[int]] = [self.named[place]]
            could_be += (index.of_designation[kind] for kind in self.kinds[place])
            could_be += (index.of_state[code] for code, places in self.states.items() if place in places)
            if with_counties:
                could_be.append(index.counties.starting(word))
            found = set().union(*(found & entries for entries in could_be))
        return found


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


def match(index: Gazetteer, asked: tuple[str, ...]) -> list[GazetteerEntry]:
    """All entries that fit, best first. Words that fit only the county count when nothing fits without."""
    entries, exact = index.entries, frozenset(asked)
    codes = any(word.upper() in index.states for word in asked)
    read = PlaceQuery.of(index, asked, codes_begin_names=not codes)
    found = _fitting(index, read)
    if codes and all(_shape(entries[position], asked, exact) for position in found):
        read = PlaceQuery.of(index, asked, codes_begin_names=True)  # "san ma" may become San Mateo
        found = _fitting(index, read)
    found = found or _fitting_with_county(index, read)
    likeliest = [entries[position] for position in sorted(found)[:MOST_JUDGED]]
    return sorted(likeliest, key=lambda entry: _shape(entry, asked, exact))


def _fitting(index: Gazetteer, read: PlaceQuery) -> set[int]:
    found = read.candidates(index)
    if len(read.asked) == 1:
        return found
    return {position for position in found if read.left_over(position, index.entries[position]) == []}


def _fitting_with_county(index: Gazetteer, read: PlaceQuery) -> set[int]:
    if len(read.asked) == 1:
        return set()
    wider = read.candidates(index, with_counties=True)
    return {p for p in wider if _in_county(index, index.entries[p], read.left_over(p, index.entries[p]))}


def _in_county(index: Gazetteer, entry: GazetteerEntry, left: list[str] | None) -> bool:
    """Whether all words that are left are of one of the entry's counties."""
    if left is None:
        return False
    counties = (index.county_words.get(geoid, ()) for geoid in entry.counties)
    return any(all(_starts(county, text) for text in left) for county in counties)


def _shape(entry: GazetteerEntry, asked: tuple[str, ...], exact: frozenset[str]) -> int:
    """0 when the whole name was typed, 1 when it begins with the first word, else 2."""
    if exact.issuperset(entry.words) or any(exact.issuperset(name) for name in entry.also):
        return 0
    return 1 if entry.words[0].startswith(asked[0]) else 2
