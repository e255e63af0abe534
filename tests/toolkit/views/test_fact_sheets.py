"""The sheet on screen, with the findings of balance beside it."""

from flask import Flask

from tests.toolkit.views.changes import reword
from tests.toolkit.views.strict import StrictClient, words_of


def test_the_sheet_can_be_read_before_it_is_made(visitor: StrictClient) -> None:
    page = visitor.page("/places/24021/fact-sheet")
    assert "287(g)" in words_of(page, "article.sheet h1")
    assert "Supporters say" in words_of(page, "article.sheet")
    assert "All blocking rules of balance kept." in words_of(page, ".findings")
    assert len(page.cssselect(".findings .rules li")) == 21
    assert page.cssselect(".findings form.make")


def test_the_chosen_side_comes_first_and_is_asked_for_again(visitor: StrictClient) -> None:
    for first, second in (("supporters", "critics"), ("critics", "supporters")):
        page = visitor.page("/places/24021/fact-sheet", first=first)
        sheet = words_of(page, "article.sheet")
        assert sheet.index(f"{first.capitalize()} say") < sheet.index(f"{second.capitalize()} say")
        assert [box.get("value") for box in page.cssselect("input[type=radio][checked]")] == [first]


def test_a_side_that_does_not_exist_is_not_chosen(visitor: StrictClient) -> None:
    page = visitor.page("/places/24021/fact-sheet", first="<both>")
    assert [box.get("value") for box in page.cssselect("input[type=radio][checked]")] == [""]


def test_an_unbalanced_sheet_is_a_draft_that_says_why_without_a_button(
    app: Flask, visitor: StrictClient
) -> None:
    reword(app, "c-1", cited=False)
    page = visitor.page("/places/24021/fact-sheet")
    assert words_of(page, ".kicker") == "Draft – not balanced"
    assert words_of(page, ".warning") == "This sheet fails 1 rule, so it is not issued."
    assert page.cssselect("form.make") == []
    failed = words_of(page, ".rules li")
    assert failed.startswith("Failed: Every claim is cited ")
    assert failed.endswith(" citations; 1 without a source: c-1")


def test_a_place_that_is_not_listed_has_a_sheet_too(visitor: StrictClient) -> None:
    assert "Unknown" in words_of(visitor.page("/places/US/fact-sheet"), "article.sheet")


def test_the_sheets_style_is_a_stylesheet(visitor: StrictClient) -> None:
    answer = visitor.get("/fact-sheet.css")
    assert answer.mimetype == "text/css"
    assert ".sheet" in answer.text
