"""Nobody approves their own words, nor for both sides, whatever address they call; in a real browser."""

import pytest
from playwright.sync_api import APIResponse, Page, expect

from tests.journeys.conftest import AtDesk

pytestmark = pytest.mark.browser

HERS, HIS = "saf-06", "saf-14"
NOTICE = "It is said more simply."


def edit(page: Page, claim_id: str, text: str) -> None:
    """Other words, sent to their readers."""
    page.goto(f"/desk/claims/{claim_id}/edit")
    page.get_by_label("The claim", exact=True).fill(text)
    page.get_by_label("A study, a statement or an event").check()
    page.get_by_label("Why", exact=True).fill("Simpler.")
    page.get_by_label("One public sentence").fill(NOTICE)
    page.locator("#save").click()
    page.get_by_role("button", name="Send it to review").click()
    expect(page.get_by_text("You wrote these words, so others sign them.")).to_be_visible()


def sign_by_address(page: Page, claim_id: str, side: str) -> APIResponse:
    """Send the form that the page does not show, with the token that it does."""
    token = page.locator("input[name=csrf_token]").first.input_value()
    fields = {"csrf_token": token, "sign-side": side, "sign-base": "2"}
    headers = {"Origin": page.url.partition("/desk")[0], "Referer": page.url}
    return page.request.post(f"/desk/claims/{claim_id}/sign", form=fields, headers=headers)


def standing(page: Page, claim_id: str) -> tuple[list[str], str]:
    """What happened to the claim so far, and the words that print."""
    page.goto(f"/desk/claims/{claim_id}")
    notes = page.locator(".notes > li").all_inner_texts()
    page.goto(f"/claims/{claim_id}")
    words = page.locator("h1").inner_text()
    page.goto(f"/desk/claims/{claim_id}")
    return notes, words


def deeds(page: Page) -> str:
    """The newest line of the event log."""
    page.goto("/desk/log")
    return page.locator("tbody tr").first.inner_text()


def test_a_contributor_does_not_approve_her_words_by_address(at_desk: AtDesk) -> None:
    ann, dora = at_desk("ann"), at_desk("dora")
    edit(ann, HERS, "FAIR, a group that favors lower immigration, argued in 2011 for holding people.")
    before, logged = standing(ann, HERS), deeds(dora)
    expect(ann.get_by_role("button", name="Sign these words")).to_have_count(0)
    for side in ("supporters", "critics", "both"):
        refused = sign_by_address(ann, HERS, side)
        assert refused.status == 403
        assert "takes the role of reviewer" in refused.text()
    assert (standing(ann, HERS), deeds(dora)) == (before, logged)


def test_a_reviewer_signs_neither_his_own_words_nor_for_both_sides(at_desk: AtDesk) -> None:
    ben, cleo, dora = at_desk("ben"), at_desk("cleo"), at_desk("dora")
    edit(
        ben,
        HIS,
        "A 2017 university press book studied the Nashville jail program, and found mostly minor cases.",
    )
    before, logged = standing(ben, HIS), deeds(dora)
    expect(ben.get_by_role("button", name="Sign these words")).to_have_count(0)
    for side in ("supporters", "critics", "both", "any"):
        refused = sign_by_address(ben, HIS, side)
        assert refused.status == 409
        assert "You wrote these words. Somebody who did not write them must approve them." in refused.text()
    assert (standing(ben, HIS), deeds(dora)) == (before, logged)

    cleo.goto(f"/desk/claims/{HIS}")
    cleo.get_by_label("Would critics call this fair?").check()
    cleo.get_by_role("button", name="Sign these words").click()
    expect(cleo.get_by_text("You have signed. It waits for another reader.")).to_be_visible()
    once, logged = standing(cleo, HIS), deeds(dora)
    for side in ("supporters", "critics", "both"):
        refused = sign_by_address(cleo, HIS, side)
        assert refused.status == 409
        assert "They need one from another reader, for the other side." in refused.text()
    assert (standing(cleo, HIS), deeds(dora)) == (once, logged)
    assert once[1] == before[1]
