"""The whole life of a claim by three people, and what a resident who printed it is told."""

import json
import re
from datetime import datetime
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.journeys.conftest import AtDesk
from toolkit.publishing.wording import say_date

pytestmark = pytest.mark.browser

PLACE = "24025"  # Harford County, Maryland, where no other test makes a sheet
FIRST = (
    "The Major Cities Chiefs Association speaks for big-city police chiefs. In 2017 it said that local "
    "policing suffers. Critics in Harford County, Maryland argue the same about their jail."
)
MENDED = FIRST.replace("that local policing suffers", "that forcing local police to help hurts safety")
CORRECTED = MENDED.replace("hurts safety", "would undermine public safety")
SENTENCE = "The chiefs wrote of what would happen, not of what had happened."
GONE = "The chiefs’ association took its letter back."


def today() -> str:
    """Today as pages say it: deeds bear the real day, whatever day the product is told to take."""
    return say_date(datetime.now().astimezone().date())


def write(ann: Page) -> str:
    """Begin a claim with its source; gives its id."""
    ann.goto("/desk/claims/new")
    ann.get_by_label("Critics say").check()
    ann.get_by_label("Topic", exact=True).select_option("public safety")
    ann.get_by_label("The claim", exact=True).fill(FIRST)
    ann.get_by_label("Source", exact=True).fill("mcca-2017")
    ann.get_by_label("A study, a statement or an event").check()
    ann.get_by_label("As of").fill("2017")
    ann.get_by_label("Does 287(g) make communities safer?").check()
    ann.get_by_label("Claims that answer it").fill("saf-05")
    ann.get_by_label("Places it is about").fill("Harford County, MD")
    expect(ann.locator("#looks .sheet")).to_contain_text("argue the same about their jail.")
    ann.get_by_role("button", name="Save as a draft").click()
    expect(ann.get_by_role("heading", level=1)).to_contain_text("about their jail.")
    return ann.url.rpartition("/")[2]


def revise(ann: Page, text: str, reason: str, notice: str = "") -> None:
    """Other words for the claim that is open."""
    ann.get_by_role("link", name="Change the words").click()
    ann.get_by_label("The claim", exact=True).fill(text)
    ann.get_by_label("Why", exact=True).fill(reason)
    if notice:
        ann.get_by_label("One public sentence").fill(notice)
    ann.locator("#save").click()
    expect(ann.get_by_role("heading", level=1)).to_have_text(text)


def submit(ann: Page, words: str = "") -> None:
    ann.get_by_label("A word to the readers").fill(words)
    ann.get_by_role("button", name="Send it to review").click()
    expect(ann.get_by_text("You wrote these words, so others sign them.")).to_be_visible()


def from_desk(page: Page, claim_id: str) -> None:
    """Find the claim where it waits."""
    page.goto("/desk")
    page.locator(".queue").get_by_role("link", name=claim_id, exact=True).click()


def find(page: Page, claim_id: str) -> None:
    """Find the claim by its number."""
    page.goto("/desk/claims")
    page.get_by_label("Words or number").fill(claim_id)
    page.get_by_role("button", name="Find", exact=True).click()
    page.get_by_role("link", name=claim_id, exact=True).click()


def sign(reader: Page, claim_id: str, side: str) -> None:
    from_desk(reader, claim_id)
    reader.get_by_label(f"Would {side} call this fair?").check()
    reader.get_by_role("button", name="Sign these words").click()
    expect(reader.locator(".notes")).to_contain_text(f"signed for {side}.")


def printed(reader: Page) -> tuple[str, str]:
    """A resident makes the sheet of the place: its code and every word of the PDF."""
    reader.goto(f"/places/{PLACE}")
    reader.get_by_role("button", name="Make the fact sheet").click()
    reader.wait_for_url("**/editions/*")
    code = reader.url.rpartition("/")[2]
    sheet = PdfReader(BytesIO(reader.request.get(f"/editions/{code}.pdf").body()))
    return code, plain(" ".join(page.extract_text() for page in sheet.pages))


def plain(words: str) -> str:
    """Without what typesetting does to spaces and ends of lines."""
    return "".join(words.split())


def concerned(reader: Page, code: str) -> dict[str, str]:
    """Each claim that the page of this sheet names, and what it says became of it."""
    state = json.loads(reader.request.get(f"/editions/{code}.json").body())
    return {each["claim"]: each["state"] for each in state["concerned"]}


def test_the_whole_life_of_a_claim(at_desk: AtDesk, reader: Page) -> None:
    before = today()
    ann, ben, cleo = at_desk("ann"), at_desk("ben"), at_desk("cleo")

    claim_id = write(ann)
    submit(ann, "Is the second sentence fair?")
    from_desk(ben, claim_id)
    ben.get_by_text("Return it to be mended").click()
    ben.get_by_label("What should be mended?").fill("The letter speaks of forcing police to help.")
    ben.get_by_role("button", name="Return it", exact=True).click()
    from_desk(ann, claim_id)
    expect(ann.locator(".notes")).to_contain_text("The letter speaks of forcing police to help.")
    revise(ann, MENDED, "As the letter says it.")
    submit(ann)
    sign(ben, claim_id, "supporters")
    assert reader.goto(f"/claims/{claim_id}").status == 404  # type: ignore[union-attr]
    sign(cleo, claim_id, "critics")
    expect(cleo.locator(".notes")).to_contain_text("Cleo signed last: revision 2 prints.")

    code, sheet = printed(reader)
    assert plain(MENDED) in sheet
    assert plain("1 our own, each with a side approved by two readers who did not write it") in sheet
    expect(reader.locator(".state")).to_contain_text("Current.")

    find(ann, claim_id)
    revise(ann, CORRECTED, "The letter’s own words.", SENTENCE)
    submit(ann)
    sign(cleo, claim_id, "supporters")
    reader.reload()
    expect(reader.locator(".state")).to_contain_text("Current.")
    sign(ben, claim_id, "critics")
    reader.reload()
    state = reader.locator(".state")
    expect(state.locator(".changes > li")).to_have_count(1)
    expect(state).to_contain_text(f"Claim {claim_id} was changed.")
    expect(state.locator("del")).to_contain_text("hurts")
    expect(state.locator("ins").first).to_contain_text("would undermine")
    expect(state).to_contain_text(f"Now: “{CORRECTED}”")
    told = re.compile(f"({before}|{today()}), changed\\. {SENTENCE}")
    expect(state.locator(".notices")).to_have_text(told)
    assert concerned(reader, code) == {claim_id: "changed"}

    find(ben, claim_id)
    ben.get_by_text("Retire it", exact=True).click()
    ben.get_by_label("One public sentence").fill(GONE)
    ben.get_by_role("button", name="Retire it now").click()
    expect(ben.get_by_text("It is retired.")).to_be_visible()
    reader.reload()
    expect(state).to_contain_text("Withdrawn.")
    expect(state.locator("del")).to_have_text(MENDED)
    expect(state.locator(".notices > li")).to_contain_text([GONE, SENTENCE])
    assert concerned(reader, code) == {claim_id: "withdrawn"}
    assert plain(MENDED) not in printed(reader)[1]
