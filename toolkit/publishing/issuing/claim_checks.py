"""What the press has to say about a claim while it is being written, by the rules that judge whole sheets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor

from fact_sheets import lexicon, speech, thresholds
from fact_sheets.balance.words import shouted
from fact_sheets.dossier import Claim, Source
from fact_sheets.measures import SIDES
from fact_sheets.readability import grade, longest_sentence, words
from fact_sheets.typesetting import count_of, say_date
from toolkit.ledger.claim_words import QUOTE_WORDS
from toolkit.ledger.subjects import Subject

_REPORTED = "according to"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: whether it is as it should be, and the numbers."""

    name: str
    fine: bool
    says: str


def checks(
    claim: Claim, usual: float | None, sources: Sequence[Source], on: date, subject: Subject
) -> tuple[Check, ...]:
    """Every check in turn; ``usual`` is the average length of the other side's claims."""
    if not words(claim.text):
        return (Check("Length", False, "Nothing is written yet."),)
    return (
        _length(claim, usual),
        _sentences(claim),
        _grade(claim),
        _loaded(claim, subject),
        _verbs(claim),
        *_attribution(claim),
        *_shouting(claim),
        *_quotes(claim),
        _spoken(claim, subject),
        *_standing(claim, sources, on),
    )


def faults(*texts: str) -> tuple[str, ...]:
    """What would block any sheet: each word that takes a side outside quotation marks, a sentence each."""
    return tuple(
        f"“{hit.found}” takes a side. Write “{hit.entry.neutral}” instead, or quote who said it."
        for text in texts
        for hit in lexicon.loaded_words(text)
    )


def _length(claim: Claim, usual: float | None) -> Check:
    many = len(words(claim.text))
    if usual is None:
        return Check("Length", True, f"{count_of(many, 'word')}.")
    least, most = ceil(usual * thresholds.PAIR_WORDS), floor(usual / thresholds.PAIR_WORDS)
    other = SIDES[0] if claim.stance == SIDES[1] else SIDES[1]
    says = (
        f"{count_of(many, 'word')}. The {other}’ claims have {usual:.0f} on average; "
        f"{least} to {most} make an even pair."
    )
    return Check("Length", least <= many <= most, says)


def _sentences(claim: Claim) -> Check:
    longest, most = longest_sentence(claim.text), thresholds.SENTENCE_WORDS
    return Check(
        "Sentences", longest <= most, f"The longest has {count_of(longest, 'word')}; at most {most}."
    )


def _grade(claim: Claim) -> Check:
    found, most = grade(claim.text), thresholds.GRADE
    return Check("Reading grade", found <= most, f"{found:.1f}; at most {most:.0f}.")


def _loaded(claim: Claim, subject: Subject) -> Check:
    hits = {
        hit.found: hit.entry
        for text in (claim.text, claim.spoken or "")
        for hit in lexicon.loaded_words(text, subject.loaded)
    }
    says = " ".join(f"“{found}”: {entry.why}. Write: {entry.neutral}." for found, entry in hits.items())
    return Check("Loaded words", not hits, says or "None.")


def _verbs(claim: Claim) -> Check:
    slanted = dict.fromkeys(verb.found for verb in lexicon.verbs(claim.text) if not verb.neutral)
    says = (
        f"“{'”, “'.join(slanted)}” doubts the speaker. Write says, reports, found, argues." if slanted else ""
    )
    return Check("Verbs", not slanted, says or "Neutral.")


def _attribution(claim: Claim) -> Iterator[Check]:
    """A claim of a side says whose it is; a fact need not."""
    if claim.stance not in SIDES:
        return
    named = lexicon.verbs(claim.text) or _REPORTED in claim.text.lower()
    yield Check(
        "Who says so", bool(named), "Named." if named else "Nobody. Write who says, reports or found it."
    )


def _shouting(claim: Claim) -> Iterator[Check]:
    loud = [*shouted(claim.text), *("!" for _ in range(claim.text.count("!")))]
    if loud:
        yield Check("Shouting", False, f"Leave out {', '.join(f'“{each}”' for each in loud)}.")


def _quotes(claim: Claim) -> Iterator[Check]:
    longest = max((len((cited.quote or "").split()) for cited in claim.citations), default=0)
    if longest:
        says = f"The longest has {count_of(longest, 'word')}; at most {QUOTE_WORDS}."
        yield Check("Quotations", longest <= QUOTE_WORDS, says)


def _spoken(claim: Claim, subject: Subject) -> Check:
    if not claim.spoken:
        return Check("Spoken", claim.stance == "background", "No words to say: speakers are not offered it.")
    takes = round(speech.seconds(speech.Voice(tuple(subject.said.items())).count(claim.spoken)))
    return Check(
        "Spoken", True, f"About {count_of(takes, 'second')}, at {speech.DEFAULT_PACE} words a minute."
    )


def _standing(claim: Claim, sources: Sequence[Source], on: date) -> Iterator[Check]:
    unseen = [source.tag for source in sources if source.verified == "unseen"]
    if unseen:
        yield Check("Sources", False, f"Nobody here has seen this one: {', '.join(unseen)}.")
    if claim.review_by < on:
        yield Check("Review", False, f"Due since {say_date(claim.review_by)}: it would enter no new sheet.")
    if claim.until is not None and claim.until <= on:
        says = f"No longer true since {say_date(claim.until)}: it would enter no new sheet."
        yield Check("Still true", False, says)
