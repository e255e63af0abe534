"""A claim while it is written is set as the press sets it, and judged by the rules that judge sheets."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from lxml import html
from sqlalchemy.orm import Session

from fact_sheets.document import FactSheet
from fact_sheets.documents.full_sheet.compose import compose
from fact_sheets.documents.full_sheet.html import fragment
from tests import library_rows
from tests.samples import small
from toolkit.ledger.claim_words import Citation, ClaimWords
from toolkit.models import Claim, Source
from toolkit.publishing.issuing.claim_preview import (
    NO_QUESTION,
    ClaimPreview,
    claim_preview,
    stylesheet,
)

TODAY = small.TODAY


def draft(claim_id: str, **changes: Any) -> ClaimWords:
    """The words of a claim of the sample, under its question."""
    claim = next(claim for claim in small.dossier().library.claims if claim.id == claim_id)
    asked = [d.id for d in small.DISPUTES if claim_id in (*d.supporters, *d.critics)]
    return replace(library_rows.words_of(claim), **{"questions": tuple(asked)} | changes)


def printed(sheet: FactSheet) -> list[list[str]]:
    """The pairs as the sheet's own templates set them, and its notes without their numbers."""
    page = html.fromstring(fragment(sheet))
    return [[words(claim) for claim in pair.cssselect(".claim")] for pair in page.cssselect(".pair")]


def words(element: html.HtmlElement) -> str:
    """The words of a claim without its note figures, which depend on all that is printed before."""
    for figure in element.cssselect("sup"):
        figure.text, figure[:] = "", []
    return "".join(element.itertext())


def article(preview: ClaimPreview) -> html.HtmlElement:
    assert preview.article is not None
    return html.fromstring(preview.article.html)


@pytest.mark.parametrize(("claim_id", "other"), [("s-1", "c-1"), ("c-3", "s-3")])
def test_it_is_set_as_on_the_sheet(work: Session, claim_id: str, other: str) -> None:
    sheet = compose(small.dossier())
    shown = claim_preview(draft(claim_id), claim_id, TODAY)
    assert shown.answer == other
    page = article(shown)
    (pair,) = [pair for pair in sheet.pairs if claim_id in (pair.supporters.claim_id, pair.critics.claim_id)]
    assert page.cssselect(".question")[0].text == pair.question
    assert [a.text for a in page.cssselect(".claim sup a")] == ["1", "2"]
    notes = [note.text_content()[1:] for note in page.cssselect(".note")]
    whole = html.fromstring(fragment(sheet))
    on_paper = {note.text_content().lstrip("0123456789") for note in whole.cssselect(".note")}
    assert len(notes) == 2
    assert set(notes) <= on_paper
    assert [words(claim) for claim in page.cssselect(".claim")] in printed(sheet)


def test_a_fact_is_set_alone(work: Session) -> None:
    page = article(claim_preview(draft("f-1"), "f-1", TODAY))
    assert len(page.cssselect(".fact")) == 1
    assert page.cssselect(".claim") == []


def test_the_claims_that_are_named_answer_before_those_of_the_question(work: Session) -> None:
    assert claim_preview(draft("s-1", counter_claims=("s-2", "c-3", "c-2")), "s-1", TODAY).answer == "c-3"


def test_a_claim_that_nothing_answers_says_so(work: Session) -> None:
    shown = article(claim_preview(draft("s-1", questions=()), None, TODAY)).text_content()
    assert "Critics say: No claim of this side is chosen yet." in shown
    assert NO_QUESTION in shown


def test_a_claim_beside_the_printed_words_of_another(work: Session) -> None:
    work.get_one(Claim, "c-1").printed = None
    assert claim_preview(draft("s-1"), "s-1", TODAY).answer is None


def test_a_source_that_cannot_be_set_is_named(work: Session) -> None:
    work.get_one(Source, "s1").url = "javascript:alert(1)"
    work.flush()
    shown = claim_preview(draft("s-1"), "s-1", TODAY)
    assert shown.article is None
    assert "javascript" in shown.trouble


def test_an_empty_claim_has_nothing_to_judge(work: Session) -> None:
    (check,) = claim_preview(draft("s-1", text=" "), "s-1", TODAY).checks
    assert "Nothing is written yet" in check.says


TEXT = "A sheriff said that the jail handed over people who were held for violent crimes in 2025."


@pytest.mark.parametrize(
    ("changes", "name", "says"),
    [
        ({"text": "A sheriff said so."}, "Length", "4\xa0words. The critics’ claims have 17 on average"),
        ({"text": TEXT[:-1] + " and so on" * 5 + "."}, "Sentences", "at most 25"),
        (
            {"text": "He said immigration authorization necessitates jurisdictional accountability."},
            "Reading grade",
            "",
        ),
        ({"text": TEXT + " They are illegals."}, "Loaded words", "“illegals”"),
        ({"spoken": "They are illegals."}, "Loaded words", "“illegals”"),
        ({"text": TEXT.replace("said", "admitted")}, "Verbs", "“admitted” doubts the speaker"),
        ({"text": "The jail handed over people who were held for violent crimes."}, "Who says so", "Nobody"),
        ({"text": TEXT + " It is SAD NEWS!"}, "Shouting", "“SAD”, “NEWS”, “!”"),
        ({"citations": (Citation("s1", None, "word " * 26),)}, "Quotations", "26\xa0words; at most 25"),
        ({"spoken": None}, "Spoken", "speakers are not offered it"),
        ({"review_by": date(2026, 11, 25)}, "Review", "November\xa025,\xa02026"),
        ({"until": TODAY}, "Still true", "No longer true since November\xa026,\xa02026"),
    ],
)
def test_what_is_to_be_looked_at(work: Session, changes: dict[str, object], name: str, says: str) -> None:
    good = {"text": TEXT, "spoken": TEXT}
    assert [c.name for c in claim_preview(draft("s-1", **good), "s-1", TODAY).checks if not c.fine] == []
    checks = claim_preview(draft("s-1", **good | changes), "s-1", TODAY).checks
    (found,) = [check for check in checks if not check.fine and check.name == name]
    assert says in found.says


def test_a_source_that_nobody_saw_is_named(work: Session) -> None:
    work.get_one(Source, "s1").verified_level = "unseen"
    work.flush()
    checks = claim_preview(draft("s-1"), "s-1", TODAY).checks
    assert [check.says for check in checks if check.name == "Sources"] == [
        "Nobody here has seen this one: Sheriffs Group 2024."
    ]


def test_spoken_seconds(work: Session) -> None:
    checks = claim_preview(draft("s-1", spoken="word " * 65), "s-1", TODAY).checks
    assert [c.says for c in checks if c.name == "Spoken"] == ["About 30\xa0seconds, at 130 words a minute."]


def test_the_columns_are_the_paper_s() -> None:
    assert "width: 253.0pt" in stylesheet()
