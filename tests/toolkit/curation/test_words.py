"""What cannot be kept of a claim, said at the field that it is about; what is kept comes back as it was."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from tests.claim_words import GOOD, words
from toolkit.curation.claims.words import doubts, problems, review_date, tidied
from toolkit.imports import shipped
from toolkit.imports.library import subject_files as library
from toolkit.ledger import subjects
from toolkit.ledger.claim_words import FIELDS, REVIEW_DAYS, Citation

LONG_QUOTE = " ".join(["word"] * 26)


def test_good_words_have_no_problem(work: Session) -> None:
    assert problems(GOOD) == ()
    assert doubts(GOOD) == ()


@pytest.mark.parametrize(
    ("changes", "field", "says"),
    [
        ({"text": ""}, "text", "Write the claim"),
        ({"text": "a\x00b"}, "text", "control character (U+0000)"),
        ({"text": "a\u202eb"}, "text", "invisible format character (U+202E)"),
        ({"text": "a\u200bb"}, "text", "invisible format character (U+200B)"),
        ({"text": "a\ue000b"}, "text", "private use"),
        ({"text": "a\u0378b"}, "text", "no standard knows"),
        ({"text": "a\u2028b"}, "text", "line separator"),
        ({"text": "a\u3164b"}, "text", "without ink (U+3164)"),
        ({"text": "a\ufe0fb"}, "text", "without ink (U+FE0F)"),
        ({"text": "x" + "\u0336" * 5}, "text", "more than 4 accents"),
        ({"text": "Cafe\u0301"}, "text", "NFC"),
        ({"text": "word " * 201}, "text", "Shorten it to 1000"),
        ({"text": "x" * 61}, "text", "61 characters without a space"),
        ({"spoken": "word " * 121}, "spoken", "Shorten it to 600"),
        ({"topic": "weather"}, "topic", "“weather” is not one of these"),
        ({"stance": "neutral"}, "stance", "“neutral” is not one of these"),
        ({"kind": "poll"}, "kind", "count, law, study"),
        ({"confidence": "sure"}, "confidence", "high, medium, low"),
        ({"evidence": "hearsay"}, "evidence", "official figure"),
        ({"as_of": "May 2026"}, "as_of", "2026-05-18"),
        ({"as_of": "2026-13"}, "as_of", "2026-05-18"),
        ({"as_of": "2026-02-30"}, "as_of", "2026-05-18"),
        ({"review_by": date(2026, 11, 21)}, "review_by", "after the day of the check"),
        ({"review_by": date(2036, 11, 21)}, "review_by", "within three years"),
        ({"checked": date(2026, 12, 1)}, "checked", "still to come"),
        ({"models": ("JEM", "XYZ")}, "models", "“XYZ” is no model"),
        ({"citations": ()}, "citations", "at least one source"),
        ({"citations": (Citation("", None, "quoted"),)}, "citations-0-source", "Choose the source"),
        ({"citations": (Citation("s1"), Citation("nowhere"))}, "citations-1-source", "“nowhere”"),
        (
            {"citations": (Citation("s1", None, LONG_QUOTE),)},
            "citations-0-quote",
            "26 words. Shorten it to 25",
        ),
        ({"citations": (Citation("s1", "p. " * 101),)}, "citations-0-locator", "Shorten it to 300"),
        (
            {"citations": (Citation("s1", None, "a\u202eb"),)},
            "citations-0-quote",
            "invisible format character",
        ),
        ({"counter_claims": ("c-1", "c-99")}, "counter_claims", "no claim “c-99”"),
        ({"counter_claims": ("s-1",)}, "counter_claims", "does not answer itself"),
        ({"questions": ("d-99",)}, "questions", "no question “d-99”"),
        ({"scope_counties": ("99999",)}, "scope_counties", "No place has the code “99999”"),
        ({"scope_places": ("24021",)}, "scope_places", "belongs to the counties"),
    ],
)
def test_what_cannot_be_kept(work: Session, changes: dict[str, object], field: str, says: str) -> None:
    (found,) = problems(words(**changes), "s-1", on=GOOD.checked)
    assert found.field == field
    assert says in found.says


def test_letters_of_two_alphabets_in_one_word_are_doubted(work: Session) -> None:
    spoofed = words(text="A sh\u0435riff said that more people were held in Jos\u00e9\u2019s county.")
    assert problems(spoofed) == ()
    (doubt,) = doubts(spoofed)
    assert "“sh\u0435riff”" in doubt


def test_what_nobody_means_is_mended() -> None:
    typed = words(
        text=" Cafe\u0301\r\n in  the\u00a0county. ", spoken="  ", citations=(Citation(" s1 ", "", " p.  4"),)
    )
    mended = tidied(typed)
    assert mended.text == "Caf\u00e9 in the county."
    assert mended.spoken is None
    assert mended.citations == (Citation("s1", None, "p. 4"),)


def test_a_kind_says_how_soon_a_claim_is_due() -> None:
    checked = date(2026, 1, 1)
    assert [review_date(kind, checked).isoformat() for kind in ("count", "law", "study")] == [
        "2026-01-31",
        "2026-04-01",
        "2027-01-01",
    ]
    assert set(REVIEW_DAYS) == {"count", "law", "study"}


def test_every_topic_has_the_letters_of_its_shipped_claims() -> None:
    claims = library.read(shipped.FOLDER / "subjects/287g").claims
    shipped_with = {(claim.words.topic, claim.id.partition("-")[0]) for claim in claims}
    topics = subjects.read(subjects.SHIPPED / "287g" / subjects.FILE).topics
    assert {topic for topic, _ in shipped_with} <= {topic.name for topic in topics}
    prefixes = {topic.prefix for topic in topics}
    assert {prefix for _, prefix in shipped_with} - prefixes == {"nat"}  # of the whole country
    most = {field.name: field.most for field in FIELDS}
    assert max(len(claim.words.text) for claim in claims) <= most["text"]
