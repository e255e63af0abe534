"""A language: the sentences of its file, and how dates, times and lists are set in it."""

import datetime
import re
import tomllib
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from string import Formatter
from typing import Any

_FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})  # as Unicode names them
_AS_OF = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_STRONG = "*"


class Language(ABC):
    """The sentences of one file. The rule of a hole is a method of this class."""

    glued: tuple[re.Pattern[str], ...]  # inside which no line may end

    def __init__(self, path: Path) -> None:
        self._entries = dict(_flattened("", tomllib.loads(path.read_text(encoding="utf-8"))))
        self._holes = {key: _holes(entry) for key, entry in self._entries.items() if isinstance(entry, dict)}

    def say(self, key: str, /, **holes: object) -> str:
        """The sentence of ``key``. Raises LookupError for a key that is not there, and for other holes."""
        return self._filled(self._words(key, holes).replace(_STRONG, ""), holes)

    def stretches(self, key: str, /, **holes: object) -> tuple[tuple[str, bool], ...]:
        """The same cut where its emphasis begins and ends: words, and whether they are emphasised."""
        parts = self._words(key, holes).split(_STRONG)
        return tuple((self._filled(part, holes), bool(place % 2)) for place, part in enumerate(parts) if part)

    def lines(self, key: str) -> tuple[str, ...]:
        """The entries of a list. Raises LookupError."""
        return tuple(self._entries[key])

    def date(self, day: datetime.date) -> str:
        """ "May 18, 2026", unbreakable."""
        return self.say("date.date", day=day.day, month=self._month(day.month), year=day.year)

    def day(self, day: datetime.date) -> str:
        """ "Tuesday, December 8, 2026"; a line may end after the comma."""
        return self.say("date.day", weekday=self.lines("date.weekdays")[day.weekday()], date=self.date(day))

    def as_of(self, as_of: str) -> str:
        """A year, year-month or date as sources give it, in words; anything else stays as it is."""
        match = _AS_OF.fullmatch(as_of)
        if match is None:
            return as_of
        if match[3] is not None:
            return self.date(datetime.date.fromisoformat(as_of))
        return self.say("date.month", month=self._month(int(match[2])), year=match[1])

    def list(self, words: Sequence[str]) -> str:
        """ "A", "A and B", "A, B and C"."""
        if len(words) < 2:
            return "".join(words)
        return self.say("list.and", first=", ".join(words[:-1]), last=words[-1])

    def capital(self, sentence: str) -> str:
        """The sentence with its first letter as a capital and the rest untouched."""
        return sentence[:1].upper() + sentence[1:]

    @abstractmethod
    def form(self, number: int) -> str:
        """Which form of a sentence goes with ``number``."""

    @abstractmethod
    def time(self, at: datetime.time | datetime.datetime) -> str:
        """A time of day, unbreakable."""

    @abstractmethod
    def number(self, number: float, decimals: int = 0) -> str:
        """A number with its marks of thousands and decimals."""

    @abstractmethod
    def whose(self, name: str) -> str:
        """The name of who has something."""

    @abstractmethod
    def the(self, name: str) -> str:
        """The name of a place inside a sentence."""

    def tenths(self, number: float) -> str:
        """A number to one decimal."""
        return self.number(number, decimals=1)

    def hundredths(self, number: float) -> str:
        """A number to two decimals."""
        return self.number(number, decimals=2)

    def _month(self, number: int) -> str:
        return str(self._entries["date.months"][number - 1])

    def _words(self, key: str, holes: Mapping[str, Any]) -> str:
        """The form to fill."""
        forms, wanted = self._entries[key], self._holes[key]
        if holes.keys() != wanted:
            raise LookupError(f"{key} has the holes {sorted(wanted)}, not {sorted(holes)}")
        return str(forms[self.form(holes["n"]) if len(forms) > 1 else "other"])

    def _filled(self, words: str, holes: Mapping[str, object]) -> str:
        if ":" not in words:  # no rule to set a hole by
            return words.format_map(holes)
        return words.format_map({name: _Hole(value, self) for name, value in holes.items()})


class _Hole:
    """What fills a hole, set by the rules that the sentence names."""

    def __init__(self, value: Any, language: Language) -> None:
        self.value, self.language = value, language

    def __format__(self, rules: str) -> str:
        value = self.value
        for rule in filter(None, rules.split(",")):
            value = getattr(self.language, rule)(value)
        return str(value)


def _flattened(path: str, table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Every entry with its whole key: a list as it is, a sentence as its forms."""
    for name, value in table.items():
        key = f"{path}.{name}" if path else name
        if isinstance(value, str):
            yield key, {"other": value}
        elif isinstance(value, list) or value.keys() <= _FORMS:
            yield key, value
        else:
            yield from _flattened(key, value)


def _holes(forms: Mapping[str, str]) -> frozenset[str]:
    """The names of the holes of all forms, and ``n`` where it chooses between them."""
    names = {name for words in forms.values() for _, name, _, _ in Formatter().parse(words) if name}
    return frozenset(names | ({"n"} if len(forms) > 1 else set()))
