"""The words of a claim as an editor holds them: everything that one revision says, before it is kept.

``problems`` says what cannot be kept, at which field; ``doubts`` what can, but should be looked at twice.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from toolkit.curation import known
from toolkit.curation.text import mixed_words, text_faults, tidy
from toolkit.database import session
from toolkit.models import ClaimCitation, ClaimRevision, DisputeClaim

# Each topic with what the ids of its claims begin with.
TOPICS = {
    "civil-rights": "civ",
    "community-trust": "tru",
    "cost-and-funding": "cst",
    "detainers-process": "det",
    "effectiveness-evidence": "evd",
    "history": "his",
    "legal-authority": "law",
    "legal-risk": "rsk",
    "local-control": "loc",
    "models": "mod",
    "public-safety": "saf",
    "scale-growth": "grw",
    "state-mandates": "stm",
    "training-oversight": "trn",
}
STANCES = ("background", "supporters", "critics", "mixed")
REVIEW_DAYS = {
    "count": 30,
    "law": 90,
    "study": 365,
}  # from the day of the check, unless a claim says otherwise
LONGEST_REVIEW = timedelta(days=3 * 366)  # after the check
MODELS = ("JEM", "WSO", "TFM")
CONFIDENCE = ("high", "medium", "low")
QUOTE_WORDS = 25
MOST = {"text": 1000, "spoken": 600, "locator": 300, "quote": 400, "reason": 400, "notice": 400}
STILL_TO_COME = "This day is still to come. Give the day on which you looked."
TOO_FAR = "Look at it again within three years of the check."
_AS_OF = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
Citation = tuple[str, str | None, str | None]  # source id, locator, quote


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """What one revision of a claim says. Topic and stance stay what they were when the claim was written."""

    topic: str
    stance: str
    kind: str | None  # count, law, study; None as the starter library, which says none
    text: str
    spoken: str | None
    as_of: str  # a year, year-month or date
    checked: date
    review_by: date
    scope_states: tuple[str, ...] = ()
    scope_counties: tuple[str, ...] = ()
    scope_places: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    statistic: bool = False
    story: bool = False
    confidence: str = "high"
    counter_claims: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()  # ids of the disputes that it answers
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """What cannot be kept: a sentence for its writer, and the field it is about."""

    field: str  # of ClaimWords; in a citation "citations-0-quote"
    says: str


_LISTS = ("scope_states", "scope_counties", "scope_places", "models", "counter_claims")
_AS_THEY_ARE = (
    *("kind", "text", "spoken", "as_of", "checked", "review_by"),
    *("statistic", "story", "confidence"),
)


def review_date(kind: str, checked: date) -> date:
    """The day by which a claim of this kind is to be looked at again."""
    return checked + min(timedelta(days=REVIEW_DAYS[kind]), date.max - checked)


def from_revision(revision: ClaimRevision) -> ClaimWords:
    """The words of a stored revision; the questions of the starter library are those of its disputes."""
    claim, questions = revision.claim, revision.questions
    lists: dict[str, Any] = {name: tuple(getattr(revision, name)) for name in _LISTS}
    if questions is None:
        listed = select(DisputeClaim.dispute_id).where(DisputeClaim.claim_id == revision.claim_id)
        questions = list(session().scalars(listed.order_by(DisputeClaim.dispute_id)))
    return ClaimWords(
        topic=claim.topic,
        stance=claim.stance,
        questions=tuple(questions),
        citations=tuple((each.source_id, each.locator, each.quote) for each in revision.citations),
        **lists,
        **{name: getattr(revision, name) for name in _AS_THEY_ARE},
    )


def to_revision(words: ClaimWords) -> ClaimRevision:
    """A new row with these words; its claim, number and author are for the deed to say."""
    citations = [
        ClaimCitation(position=position, source_id=source_id, locator=locator, quote=quote)
        for position, (source_id, locator, quote) in enumerate(words.citations)
    ]
    return ClaimRevision(
        questions=list(words.questions),
        citations=citations,
        **{name: list(getattr(words, name)) for name in _LISTS},
        **{name: getattr(words, name) for name in _AS_THEY_ARE},
    )


def tidied(words: ClaimWords) -> ClaimWords:
    """The words with every text composed and its spaces plain; what is empty is None."""
    citations = tuple(
        (source.strip(), _or_none(locator), _or_none(quote)) for source, locator, quote in words.citations
    )
    return replace(words, text=tidy(words.text), spoken=_or_none(words.spoken), citations=citations)


def problems(
    words: ClaimWords, claim_id: str | None = None, *, on: date | None = None
) -> tuple[Problem, ...]:
    """Everything that keeps these words from being kept; ``claim_id`` is the claim whose words they are.

    ``on`` is today, by which a check that is still to come is known.
    """
    found = *_plain_problems(words), *_citation_problems(words), *_unknown(words, claim_id)
    early = (Problem("checked", STILL_TO_COME),) if on and words.checked > on else ()
    return (*found, *early)


def doubts(words: ClaimWords) -> tuple[str, ...]:
    """What may be kept but should be looked at twice."""
    texts = words.text, words.spoken or "", *(quote or "" for _, _, quote in words.citations)
    found = dict.fromkeys(word for text in texts for word in mixed_words(text))
    return tuple(f"“{word}” mixes letters of two alphabets. Type the word again." for word in found)


def changed_fields(before: ClaimWords, after: ClaimWords) -> tuple[str, ...]:
    """The names of the fields that differ."""
    return tuple(f.name for f in fields(ClaimWords) if getattr(before, f.name) != getattr(after, f.name))


def prints_alike(one: ClaimWords, other: ClaimWords) -> bool:
    """Whether a sheet says the same in both: the text, and where in which sources it says so.

    ``toolkit.publishing.standing`` judges printed copies by the same.
    """
    return one.text == other.text and {c[:2] for c in one.citations} == {c[:2] for c in other.citations}


def _plain_problems(words: ClaimWords) -> Iterator[Problem]:
    if not words.text:
        yield Problem("text", "Write the claim.")
    for field in ("text", "spoken"):
        for says in text_faults(getattr(words, field) or "", most=MOST[field]):
            yield Problem(field, says)
    for field, value, allowed in (
        ("topic", words.topic, tuple(TOPICS)),
        ("stance", words.stance, STANCES),
        ("kind", words.kind, (None, *REVIEW_DAYS)),
        ("confidence", words.confidence, CONFIDENCE),
    ):
        if value not in allowed:
            choices = ", ".join(each for each in allowed if each)
            yield Problem(field, f"“{value}” is not one of these: {choices}.")
    if not _is_as_of(words.as_of):
        yield Problem("as_of", "Give a year, a month or a day, such as 2026, 2026-05 or 2026-05-18.")
    if words.review_by <= words.checked:
        yield Problem("review_by", "The next review must come after the day of the check.")
    if words.review_by - words.checked > LONGEST_REVIEW:
        yield Problem("review_by", TOO_FAR)
    for model in dict.fromkeys(words.models):
        if model not in MODELS:
            yield Problem("models", f"“{model}” is no model: write JEM, WSO or TFM.")


def _citation_problems(words: ClaimWords) -> Iterator[Problem]:
    if not words.citations:
        yield Problem("citations", "Name at least one source.")
    missing = known.unknown_sources(source for source, _, _ in words.citations)
    for row, (source, locator, quote) in enumerate(words.citations):
        if not source:
            yield Problem(f"citations-{row}-source", "Choose the source that says so.")
        elif source in missing:
            yield Problem(
                f"citations-{row}-source", f"There is no source “{source}”. Choose one of the list."
            )
        for name, text in (("locator", locator), ("quote", quote)):
            for says in text_faults(text or "", most=MOST[name]):
                yield Problem(f"citations-{row}-{name}", says)
        if len((quote or "").split()) > QUOTE_WORDS:
            many = len((quote or "").split())
            yield Problem(f"citations-{row}-quote", f"This quotes {many} words. Shorten it to {QUOTE_WORDS}.")


def _unknown(words: ClaimWords, claim_id: str | None) -> Iterator[Problem]:
    for other in known.unknown_claims(words.counter_claims):
        yield Problem("counter_claims", f"There is no claim “{other}”.")
    if claim_id is not None and claim_id in words.counter_claims:
        yield Problem("counter_claims", "A claim does not answer itself.")
    for question in known.unknown_questions(words.questions):
        yield Problem("questions", f"There is no question “{question}”.")
    lists = {"states": words.scope_states, "counties": words.scope_counties, "places": words.scope_places}
    places = known.jurisdictions(code for codes in lists.values() for code in codes)
    for where, codes in lists.items():
        for code in codes:
            if code not in places:
                yield Problem(f"scope_{where}", f"No place has the code “{code}”.")
            elif places[code].where != where:
                says = f"{code} is {places[code].name}: it belongs to the {places[code].where}."
                yield Problem(f"scope_{where}", says)


def _is_as_of(text: str) -> bool:
    if not _AS_OF.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + "-01-01"[len(text) - len("2026") :])
    except ValueError:
        return False
    return True


def _or_none(text: str | None) -> str | None:
    return tidy(text or "") or None
