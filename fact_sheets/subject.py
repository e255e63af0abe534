"""A subject of public meetings, as data: its names, its models, and every sentence about it.

No word of any subject stands in the code of the press. Where the words differ with the place, a group of
phrases lists them with the circumstances that each is for; the first that fits is said.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from fact_sheets.errors import DossierError

Count = Literal["one", "other"]  # grammatical number: "1 agreement", "2 agreements"
Facts = Mapping[str, str]  # circumstance: what is the case, such as own: recorded
Circumstances = Mapping[str, tuple[str, ...]]  # circumstance: any of these must be the case


def fits(when: Circumstances | None, facts: Facts) -> bool:
    """Whether every circumstance of ``when`` is the case; None is always so."""
    return all(facts.get(name) in wanted for name, wanted in (when or {}).items())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A whole sentence, or the rest of one, with named holes; in two forms where it depends on a number."""

    says: str | Mapping[Count, str]
    when: Circumstances | None = None
    cites: Literal["rule"] | None = None  # what it rests on beside the subject: the state's rule

    def fits(self, facts: Facts) -> bool:
        """Whether every circumstance that it names is the case."""
        return fits(self.when, facts)

    def may_fit(self, facts: Facts) -> bool:
        """The same, where circumstances that ``facts`` does not know are open."""
        return fits({name: wanted for name, wanted in (self.when or {}).items() if name in facts}, facts)


Phrases = Mapping[str, tuple[Phrase, ...]]


@dataclass(frozen=True, slots=True)
class Model:
    """One kind of agreement or device that the subject tells apart, as a row of its table."""

    code: str  # "FIX"
    name: str  # "Fixed camera"
    where: str
    who: str
    when: str
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ModelTable:
    """The table of models: its heading, the words over its columns, and the marks of those in use here.

    ``marked`` is for those that agencies of the place's own hold; ``marked_elsewhere`` for those that only
    others hold, which matter here too.
    """

    heading: str
    columns: tuple[str, str, str, str]
    marked: str
    marked_elsewhere: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """What claims are about: its name, and what the ids of its claims begin with."""

    name: str  # "public-safety"
    prefix: str  # "saf"


@dataclass(frozen=True, slots=True)
class First:
    """Topics whose contested questions come first in some circumstances."""

    topics: tuple[str, ...]
    when: Circumstances | None = None

    def fits(self, facts: Facts) -> bool:
        """Whether they come first here."""
        return fits(self.when, facts)


@dataclass(frozen=True, slots=True)
class LoadedWord:
    """A word that takes a side: its forms, whose it is, what to write instead, and the reason."""

    forms: tuple[str, ...]
    side: Literal["supporters", "critics", "both"]
    neutral: str
    why: str


@dataclass(frozen=True, slots=True)
class CountedSince:
    """How many agreements somebody else counted after the newest list that is loaded."""

    agreements: int
    on: date
    source_id: str


@dataclass(frozen=True, slots=True)
class Register:
    """Who is recorded: a ``full`` list lets a sheet say "none", a ``partial`` one leaves it unknown."""

    kind: Literal["full", "partial", "none"]
    stale_days: int  # after so many days its list is shown with a warning
    chart: Literal["growth", "none"]
    local_line: Literal["always", "when_recorded", "never"]  # whether speakers say what it shows here
    counted_since: CountedSince | None = None

    def since(self, list_date: date) -> CountedSince | None:
        """The later count, where the list is older."""
        later = self.counted_since
        return later if later and later.on > list_date else None


@dataclass(frozen=True, slots=True)
class Subject:
    """Everything that a document says about one subject beside its claims, questions and terms."""

    id: str
    slug: str  # in addresses: "plate-readers"
    name: str  # inside a sentence: "plate readers"
    one_line: str  # what it is about, for lists of subjects
    sources: tuple[str, ...]  # ids of those behind the sentence that says what it is
    register: Register
    models: tuple[Model, ...]
    table: ModelTable | None  # None where the subject has no table of models
    topics: tuple[Topic, ...]
    fact_topics: tuple[str, ...]  # the topics of settled facts, the most wanted first
    rule_topic: str  # facts of this topic about one state repeat its rule
    first: tuple[First, ...]
    rules: Mapping[
        str, str
    ]  # what a stance of the state's rule means for the place: requires, bars; else open
    perspectives: Mapping[str, str]  # where a source stands, in words
    said: Mapping[str, str]  # how names are said that are not said as they are written
    loaded: tuple[LoadedWord, ...]
    sheet: Phrases
    testimony: Phrases

    @property
    def cited(self) -> set[str]:
        """The ids of the sources behind the subject's own words."""
        later = [self.register.counted_since.source_id] if self.register.counted_since else []
        return {*self.sources, *later, *(each for model in self.models for each in model.source_ids)}

    def model(self, code: str) -> Model:
        """The model with this code. Raises DossierError."""
        for model in self.models:
            if model.code == code:
                return model
        raise DossierError(f"models: {self.name} knows no {code}")


class Words:
    """The phrases of a subject in the circumstances of one place."""

    def __init__(self, phrases: Phrases, facts: Facts, holes: Mapping[str, str]) -> None:
        self._phrases, self._facts, self._holes = phrases, facts, holes

    def __call__(self, group: str, n: int | None = None, when: Facts | None = None, **holes: str) -> str:
        """The first phrase of the group that fits. ``n`` chooses its form and fills the hole of that name.

        Raises DossierError where no phrase fits, and where one has a hole that nothing fills.
        """
        return filled(self.phrase(group, when).says, {**self._holes, **holes}, n)

    def phrase(self, group: str, when: Facts | None = None) -> Phrase:
        """The first phrase of the group that fits. Raises DossierError where none does."""
        facts = {**self._facts, **(when or {})}
        phrase = next((phrase for phrase in self._phrases.get(group, ()) if phrase.fits(facts)), None)
        if phrase is None:
            raise DossierError(f"subject.{group}: no phrase fits {facts}")
        return phrase

    def has(self, group: str) -> bool:
        """Whether the subject has words for this."""
        return bool(self._phrases.get(group))


def filled(says: str | Mapping[Count, str], holes: Mapping[str, str], n: int | None = None) -> str:
    """The words with every hole filled. Raises DossierError for a form or a hole that is missing."""
    if n is not None:
        holes = {**holes, "n": f"{n:,}"}
    try:
        words = says if isinstance(says, str) else says["one" if n == 1 else "other"]
        return words.format_map(holes)
    except (KeyError, IndexError, ValueError) as error:
        raise DossierError(f"subject: {says!r} cannot be filled: {error}") from error


def needed(phrases: Phrases, facts: Facts) -> Phrases:
    """The phrases that may be said where ``facts`` are the case."""
    return {
        group: tuple(phrase for phrase in listed if phrase.may_fit(facts))
        for group, listed in phrases.items()
    }


def unsaid(phrases: Phrases, every: Sequence[Facts]) -> list[tuple[str, Facts]]:
    """The groups that have no phrase for some of these circumstances, which would stop a sheet."""
    return [
        (group, facts)
        for group, listed in phrases.items()
        for facts in every
        if not any(phrase.may_fit(facts) for phrase in listed)
    ]
