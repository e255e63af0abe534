"""Finding a place, and what its page says."""

from flask import Flask

from tests import factories
from tests.toolkit.views.strict import StrictClient, words_of
from toolkit.database import unit_of_work
from toolkit.models import Agreement


def test_the_start_page_has_one_field_and_one_button(visitor: StrictClient) -> None:
    page = visitor.page("/")
    (form,) = page.cssselect("main form")
    assert (form.get("action"), form.get("method")) == ("/places", "get")
    assert [field.get("name") for field in form.cssselect("input")] == ["q"]
    assert [button.text_content() for button in form.cssselect("button")] == ["Find my place"]


def test_several_places_are_told_apart(visitor: StrictClient) -> None:
    page = visitor.page("/places", q="jackson twp")
    hits = [" ".join(link.text_content().split()) for link in page.cssselect(".hits a")]
    assert hits[0].startswith("Jackson township Hamilton County, Indiana · 1,")
    assert hits[1].startswith("Jackson township Madison County, Indiana · 1,")
    assert page.cssselect(".hits a")[0].get("href") == "/places/1805737000"
    assert page.cssselect("#q")[0].get("value") == "jackson twp"


def test_the_only_place_is_opened(visitor: StrictClient) -> None:
    answer = visitor.get("/places", query_string={"q": "frederick county"})
    assert (answer.status_code, answer.location) == (302, "/places/24021")


def test_a_mended_slip_is_told_before_a_place_is_opened(visitor: StrictClient) -> None:
    page = visitor.page("/places", q="waterbry")
    assert "No place is spelled “waterbry”. These are spelled like “waterbury”." in words_of(page)
    assert [link.get("href") for link in page.cssselect(".hits a")] == ["/places/0980000"]


def test_nothing_found_says_what_to_do(visitor: StrictClient) -> None:
    page = visitor.page("/places", q="<b>zzz</b>")
    assert words_of(page, "h1") == "We found no place called “<b>zzz</b>”"
    assert "/places/US" in [link.get("href") for link in page.cssselect("main a")]


def test_too_long_a_name_is_refused_and_kept(visitor: StrictClient) -> None:
    page = visitor.page("/places", 400, q="x" * 101)
    assert words_of(page, ".error") == "Too long. Please type at most 100 characters of the place’s name."
    assert page.cssselect("#q")[0].get("value") == "x" * 101
    assert page.cssselect("#q")[0].get("aria-invalid") == "true"


def test_what_was_looked_for_is_not_kept_by_the_browser(visitor: StrictClient) -> None:
    for path in ("/places?q=jackson", "/places?q=waterbury", "/places?q=zzz", "/places.json?q=jackson"):
        assert visitor.get(path).headers["Cache-Control"] == "no-store"


def test_suggestions_carry_what_the_list_shows(visitor: StrictClient) -> None:
    answer = visitor.get("/places.json", query_string={"q": "jackson hamilton"}).get_json()
    assert answer == {
        "left_out": 0,
        "places": [
            {
                "name": "Jackson township",
                "where": "Hamilton County, Indiana",
                "label": "Jackson township, Hamilton County, Indiana",
                "url": "/places/1805737000",
            }
        ],
    }
    assert visitor.get("/places.json", query_string={"q": "x" * 999}).get_json()["places"] == []


def tiers(visitor: StrictClient, geoid: str) -> list[str]:
    """What the page says of each tier."""
    page = visitor.page(f"/places/{geoid}")
    return [" ".join(tier.text_content().split()) for tier in page.cssselect(".tier")]


def test_a_place_shows_its_three_tiers(visitor: StrictClient) -> None:
    local, county, state = tiers(visitor, "2430325")
    assert local == (
        "Frederick city police None listed as of November 2, 2026. "
        "Frederick Police Department (Warrant Service): no longer on ICE’s list "
        "as of February 2, 2026; last listed June 2, 2025."
    )
    assert county.startswith("Frederick County sheriff and jail Signed: 2 agreements on the list.")
    assert "Frederick County Sheriff’s Office: Jail Enforcement, signed March 1, 2025." in county
    assert state == (
        "Maryland statewide agencies Signed. Maryland State Guard: Task Force, signed March 1, 2025."
    )


def test_a_place_without_agreements_is_no_error(visitor: StrictClient) -> None:
    local, county, state = tiers(visitor, "1805737000")
    assert {tier.rpartition(" None listed as of ")[2] for tier in (local, county, state)} == {
        "November 2, 2026."
    }


def test_what_is_unknown_is_said(visitor: StrictClient) -> None:
    assert all("Unknown – ask" in tier for tier in tiers(visitor, "US"))
    assert "Unknown – ask the sheriff’s office" in tiers(visitor, "3671630")[1]


def test_the_agreement_is_linked(app: Flask, visitor: StrictClient) -> None:
    with unit_of_work(app.extensions["engine"], write=True) as session:
        signed = factories.agreement("Baltimore County Police", "TFM", "own", geoid="24005")
        signed.moa_url = "https://www.ice.gov/doclib/287gMOA/x.pdf"
        session.add(signed)
    page = visitor.page("/places/24005")
    (link,) = page.cssselect(".tier a")
    assert link.get("href") == "https://www.ice.gov/doclib/287gMOA/x.pdf"
    assert words_of(page, ".tier a") == "Read the agreement (ice.gov)"


def test_many_agreements_are_folded(app: Flask, visitor: StrictClient) -> None:
    with unit_of_work(app.extensions["engine"], write=True) as session:
        session.add_all(
            factories.agreement(f"Precinct {number}", "TFM", "county", county="24005") for number in range(9)
        )
    page = visitor.page("/places/24005")
    assert words_of(page, "details summary") == "Show all 9"
    assert len(page.cssselect("details li")) == 9


def test_a_stale_list_is_warned_of(app: Flask, visitor: StrictClient) -> None:
    assert visitor.page("/places/24021").cssselect(".warning") == []
    settings = app.extensions["settings"]
    app.extensions["settings"] = settings.model_copy(update={"today": settings.today.replace(year=2027)})
    assert words_of(visitor.page("/places/24021"), ".warning").startswith("This list is 12 months old.")


def test_law_and_meetings_are_told_with_sources(visitor: StrictClient) -> None:
    page = visitor.page("/places/24021")
    for heading in ("law", "decides", "speak"):
        section = page.cssselect(f"section[aria-labelledby={heading}]")[0]
        assert section.cssselect("a[href^='/sources/']"), heading
    nowhere = visitor.page("/places/3671630")
    assert "Not verified – check" in words_of(nowhere, "section[aria-labelledby=law]")


def test_the_sheet_is_asked_for_on_the_page(visitor: StrictClient) -> None:
    (form,) = visitor.page("/places/24021").cssselect("form.make")
    assert (form.get("action"), form.get("method")) == ("/editions", "post")
    assert {field.get("name"): field.get("value") for field in form.cssselect("input[type=hidden]")} == {
        "place": "24021"
    }
    assert [field.get("value") for field in form.cssselect("input[type=radio][checked]")] == [""]
    assert words_of(form, "button") == "Make the fact sheet (PDF, 2 pages)"


def test_without_a_list_the_page_says_so(app: Flask, visitor: StrictClient) -> None:
    with unit_of_work(app.extensions["engine"], write=True) as session:
        for model in (factories.models.Roster, Agreement):
            session.query(model).delete()
    page = visitor.page("/places/24021")
    assert "No list is loaded here" in words_of(page)
    assert page.cssselect("form.make") == []
