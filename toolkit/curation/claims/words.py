"""The words of a claim before they are kept: made tidy, and judged.

``problems`` says what cannot be kept, at which field; ``doubts`` what can, but should be looked at twice.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from toolkit.curation import known
from toolkit.curation.errors import Problem
from toolkit.curation.text import is_as_of, mixed_words, text_faults, tidy
from toolkit.ledger import subjects
from toolkit.ledger.claim_words import FIELDS, FITS, QUOTE_WORDS, REVIEW_DAYS, Citation, ClaimWords, Field

LONGEST_REVIEW = timedelta(days=3 * 366)  # after the check
MOST = {"locator": 300, "quote": 400, "reason": 400, "notice": 400}  # characters
STILL_TO_COME = "This day is still to come. Give the day on which you looked."
TOO_FAR = "Look at it again within three years of the check."
TEXTS = tuple(field for field in FIELDS if field.kind == "text")


def review_date(kind: str, checked: date) -> date:
    """The day by which a claim of this kind is to be looked at again."""
    return checked + min(timedelta(days=REVIEW_DAYS[kind]), date.max - checked)


def tidied(words: ClaimWords) -> ClaimWords:
    """The words with every text composed and its spaces plain; what is empty is None."""
    texts: dict[str, Any] = {field.name: tidy(getattr(words, field.name) or "") for field in TEXTS}
    texts |= {field.name: texts[field.name] or None for field in TEXTS if field.optional}
    citations = tuple(
        Citation(cited.source_id.strip(), _or_none(cited.locator), _or_none(cited.quote))
        for cited in words.citations
    )
    return replace(words, **texts, citations=citations)


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
    texts = words.text, words.spoken or "", *(cited.quote or "" for cited in words.citations)
    found = dict.fromkeys(word for text in texts for word in mixed_words(text))
    return tuple(f"“{word}” mixes letters of two alphabets. Type the word again." for word in found)


def _plain_problems(words: ClaimWords) -> Iterator[Problem]:
    if not words.text:
        yield Problem("text", "Write the claim.")
    for field in TEXTS:
        for says in text_faults(getattr(words, field.name) or "", most=field.most):
            yield Problem(field.name, says)
    for field in FIELDS:
        choices = tuple(_choices(words, field))
        value = getattr(words, field.name)
        if choices and value not in choices and not (field.optional and value is None):
            yield Problem(field.name, f"“{value}” is not one of these: {', '.join(choices)}.")
    if not is_as_of(words.as_of):
        yield Problem("as_of", "Give a year, a month or a day, such as 2026, 2026-05 or 2026-05-18.")
    if words.review_by <= words.checked:
        yield Problem("review_by", "The next review must come after the day of the check.")
    if words.review_by - words.checked > LONGEST_REVIEW:
        yield Problem("review_by", TOO_FAR)


def _choices(words: ClaimWords, field: Field) -> Iterable[str]:
    if field.name == "subject":
        return [subject.id for subject in subjects.every()]
    return subjects.topics(words.subject) if field.name == "topic" else field.choices


def _citation_problems(words: ClaimWords) -> Iterator[Problem]:
    if not words.citations:
        yield Problem("citations", "Name at least one source.")
    missing = known.unknown_sources(cited.source_id for cited in words.citations)
    for row, cited in enumerate(words.citations):
        source, locator, quote = cited.source_id, cited.locator, cited.quote
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
    for name, listed in (("counter_claims", words.counter_claims), ("needs", words.needs)):
        for other in known.unknown_claims(listed, words.subject):
            yield Problem(name, f"There is no claim “{other}”.")
        if claim_id is not None and claim_id in listed:
            yield Problem(name, "A claim does not answer itself.")
    for place in (each for each in words.fits if each not in FITS):
        yield Problem("fits", f"“{place}” is none of: {', '.join(FITS)}.")
    codes = subjects.model_codes(words.subject)
    for model in dict.fromkeys(words.models):
        if model not in codes:
            yield Problem("models", f"“{model}” is no model. These are: {', '.join(codes)}.")
    for question in known.unknown_questions(words.questions, words.subject):
        yield Problem("questions", f"There is no question “{question}”.")
    lists = {"states": words.scope_states, "counties": words.scope_counties, "places": words.scope_places}
    places = known.jurisdictions(code for listed in lists.values() for code in listed)
    for where, listed in lists.items():
        for code in listed:
            if code not in places:
                yield Problem(f"scope_{where}", f"No place has the code “{code}”.")
            elif places[code].where != where:
                says = f"{code} is {places[code].name}: it belongs to the {places[code].where}."
                yield Problem(f"scope_{where}", says)


def _or_none(text: str | None) -> str | None:
    return tidy(text or "") or None
