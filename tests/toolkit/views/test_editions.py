"""Making a sheet, its page, its PDF, and the code of a printed copy."""

import hashlib
import json
from datetime import date

import pytest
from flask import Flask

from fact_sheets.codes import ALPHABET, code_for
from tests.toolkit.views.changes import reword, take_back
from tests.toolkit.views.strict import StrictClient, words_of


@pytest.fixture
def code(visitor: StrictClient) -> str:
    """The code of a sheet made for Frederick County."""
    answer = visitor.post("/editions", data={"place": "24021", "first": "supporters"})
    assert answer.status_code == 303
    return answer.location.removeprefix("/editions/")


def test_making_a_sheet_leads_to_its_page(visitor: StrictClient, code: str) -> None:
    page = visitor.page(f"/editions/{code}")
    assert words_of(page, ".state").startswith("Current. Every claim on this sheet still stands as printed.")
    assert words_of(page, ".button").startswith("Open the fact sheet (PDF, 2 pages, ")
    facts = words_of(page, ".facts")
    assert code in facts
    assert "November 26, 2026" in facts
    assert len(page.cssselect("ol.claims li")) >= 8


def test_the_same_sheet_is_made_once(visitor: StrictClient, code: str) -> None:
    again = visitor.post("/editions", data={"place": "24021", "first": "supporters"})
    assert again.location == f"/editions/{code}"


def test_the_pdf_is_the_same_for_everybody_and_for_good(app: Flask, visitor: StrictClient, code: str) -> None:
    first, second = visitor.get(f"/editions/{code}.pdf"), app.test_client().get(f"/editions/{code}.pdf")
    assert first.data == second.data
    assert first.mimetype == "application/pdf"
    sha256 = hashlib.sha256(first.data).hexdigest()
    assert first.headers["ETag"] == f'"{sha256}"'
    assert sha256 in words_of(visitor.page(f"/editions/{code}"), ".facts")
    assert "immutable" in first.headers["Cache-Control"]
    assert first.headers["Content-Disposition"] == f'inline; filename="287g-24021-{code.lower()}.pdf"'


def test_an_unchanged_pdf_is_not_sent_again(visitor: StrictClient, code: str) -> None:
    etag = visitor.get(f"/editions/{code}.pdf").headers["ETag"]
    again = visitor.get(f"/editions/{code}.pdf", headers={"If-None-Match": etag})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", etag)


def test_a_damaged_file_is_not_handed_out(app: Flask, visitor: StrictClient, code: str) -> None:
    (stored,) = (app.extensions["settings"].shelf_dir).rglob("*.pdf")
    stored.chmod(0o644)
    stored.write_bytes(stored.read_bytes()[:-1])
    assert words_of(visitor.page(f"/editions/{code}.pdf", 500), "h1") == "The stored sheet is damaged"


def test_a_changed_claim_is_named_with_its_new_words(app: Flask, visitor: StrictClient, code: str) -> None:
    reword(app, "c-2", "A group of chiefs warned that some residents may be afraid to call.")
    state = words_of(visitor.page(f"/editions/{code}"), ".state")
    assert state.startswith(
        "Changed. Since this sheet was made, 1 claim on it was changed. Do not hand it out as it is."
    )
    assert "Claim c-2 was changed." in state
    assert "[gone: police ]" in state
    assert "Now: “ A group of chiefs warned" in state
    assert "c-1" not in state


def test_a_claim_that_lost_a_source_is_named(app: Flask, visitor: StrictClient, code: str) -> None:
    reword(app, "c-2", cited=False)
    state = words_of(visitor.page(f"/editions/{code}"), ".state")
    assert state.startswith("Changed.")
    assert "Claim c-2 rests on other sources, or other pages of them. It reads as printed" in state


def test_a_claim_that_was_only_looked_at_again_changes_nothing(
    app: Flask, visitor: StrictClient, code: str
) -> None:
    reword(app, "c-2")
    assert words_of(visitor.page(f"/editions/{code}"), ".state").startswith("Current.")


def test_a_claim_taken_back_is_named(app: Flask, visitor: StrictClient, code: str) -> None:
    take_back(app, "c-2")
    state = words_of(visitor.page(f"/editions/{code}"), ".state")
    assert state.startswith("Withdrawn.")
    assert "Claim c-2 was withdrawn. It is no longer printed. The sheet says: A group of police" in state


def test_an_old_sheet_is_overdue_not_wrong(app: Flask, visitor: StrictClient, code: str) -> None:
    settings = app.extensions["settings"]
    app.extensions["settings"] = settings.model_copy(update={"today": date(2029, 1, 2)})
    page = visitor.page(f"/editions/{code}")
    state = words_of(page, ".state")
    assert state.startswith(
        "Review overdue. A claim on this sheet was due for another look by November 21, 2027."
    )
    assert "That does not make it wrong." in state


def test_a_sheet_whose_words_ended_names_them(app: Flask, visitor: StrictClient, code: str) -> None:
    today = app.extensions["settings"].today
    reword(app, "c-2", until=today)
    state = words_of(visitor.page(f"/editions/{code}"), ".state")
    assert state.startswith("Review overdue. Not all that this sheet says is true any more.")
    assert "Claim c-2 is no longer true since November 26, 2026. The sheet says: A group of police" in state
    told = json.loads(visitor.get(f"/editions/{code}.json").text)
    assert told["state"] == "review overdue"
    assert told["no_longer_true"] == [{"claim": "c-2", "since": "2026-11-26"}]
    assert "No longer true since November 26, 2026" in words_of(visitor.page("/claims/c-2"), ".lead")
    made = visitor.post("/editions", data={"place": "24021", "first": "supporters"})
    newer = visitor.page(made.location)
    assert "c-2" not in [item.text for item in newer.cssselect("ol.claims a")]


def test_an_unbalanced_sheet_is_not_made(app: Flask, visitor: StrictClient) -> None:
    reword(app, "c-1", cited=False)
    answer = visitor.post("/editions", data={"place": "24021", "first": ""})
    assert answer.status_code == 409
    assert "This sheet is not balanced, so it was not made" in answer.text
    assert 'href="/places/24021"' in answer.text


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({}, 400),
        ({"place": "24021", "first": "both"}, 400),
        ({"place": "../24021"}, 400),
        ({"place": "24021\x00"}, 400),
        ({"place": "24021\n"}, 400),
        ({"place": "9" * 10}, 404),
    ],
)
def test_a_form_that_asks_for_nothing_we_make_is_refused(
    visitor: StrictClient, form: dict[str, str], status: int
) -> None:
    assert visitor.post("/editions", data=form).status_code == status


@pytest.mark.parametrize("change", [str.lower, lambda code: code.replace("-", " "), lambda code: f" {code} "])
def test_a_code_may_be_typed_in_any_way(visitor: StrictClient, code: str, change) -> None:  # type: ignore[no-untyped-def]
    answer = visitor.get("/editions", query_string={"code": change(code)})
    assert answer.location == f"/editions/{code}"
    assert visitor.get(f"/editions/{code.lower()}").location == f"/editions/{code}"


def test_every_slip_of_one_character_is_told(visitor: StrictClient, code: str) -> None:
    for place, right in enumerate(code):
        wrong = "3" if right != "3" else "4"
        slip = code[:place] + (wrong if right in ALPHABET else "0") + code[place + 1 :]
        page = visitor.page("/editions", 404, code=slip)
        assert words_of(page, ".error").startswith("Please check the code.")
        assert page.cssselect("#code")[0].get("value") == slip


def test_a_sound_code_that_we_did_not_issue_is_told_apart(visitor: StrictClient) -> None:
    sound = code_for("5" * 64)
    page = visitor.page(f"/editions/{sound}", 404)
    assert words_of(page, "h1") == f"We made no sheet with the code {sound}"
    assert visitor.get(f"/editions/{sound}.pdf").status_code == 404


def test_the_page_of_an_edition_is_asked_for_anew(visitor: StrictClient, code: str) -> None:
    assert visitor.get(f"/editions/{code}").headers["Cache-Control"] == "no-cache"
