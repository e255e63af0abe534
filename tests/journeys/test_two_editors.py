"""Two organizers write one claim at once: the second sees both versions, and nothing is lost."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import PHONE
from tests.journeys.conftest import AtDesk

pytestmark = pytest.mark.browser

CLAIM = "/desk/claims/saf-07"
HERS = "Supporters in Georgia say 287(g) deters unlawful immigration. They say it saves money."
HIS = "Supporters in Georgia say 287(g) keeps drivers, neighbors and officers out of harm’s way."
TOGETHER = f"{HERS} The Center for Immigration Studies argues the same."


def write(editor: Page, text: str, reason: str, notice: str) -> None:
    editor.get_by_label("The claim", exact=True).fill(text)
    editor.get_by_label("A study, a statement or an event").check()
    editor.get_by_label("Why", exact=True).fill(reason)
    editor.get_by_label("One public sentence").fill(notice)


def texts(page: Page) -> list[str]:
    """The words of every revision, the newest first."""
    page.goto(f"{CLAIM}/history")
    addresses = [link.get_attribute("href") for link in page.locator("tbody td:first-child a").all()]
    found = []
    for address in addresses:
        page.goto(str(address))
        found.append(page.locator("main").inner_text())
    return found


def test_the_second_sees_both_versions_and_saves_knowingly(at_desk: AtDesk) -> None:
    ann, ben = at_desk("ann", viewport=PHONE), at_desk("ben")
    for window in (ann, ben):
        window.goto(f"{CLAIM}/edit")
    write(ben, HIS, "One thought is enough.", "It is shorter.")
    ben.locator("#save").click()
    expect(ben.get_by_role("heading", level=1)).to_have_text(HIS)

    write(ann, HERS, "Money belongs to it.", "It names the money.")
    ann.locator("#save").click()
    told = ann.get_by_role("alert").filter(has=ann.locator("#conflict"))
    expect(told.get_by_role("heading", level=2)).to_have_text("Ben saved this claim while you were writing")
    expect(told).to_contain_text("One thought is enough.")
    his, hers = told.locator(".differences").all()
    expect(his.locator("ins").first).to_contain_text("keeps drivers, neighbors")
    expect(hers.locator("del").first).to_contain_text("keeps drivers, neighbors")
    expect(hers.locator("ins").first).to_contain_text("deters unlawful immigration.")
    for label, words in (
        ("The claim", HERS),
        ("Why", "Money belongs to it."),
        ("One public sentence", "It names the money."),
    ):
        expect(ann.get_by_label(label, exact=True)).to_have_value(words)
    ben.reload()
    expect(ben.get_by_role("heading", level=1)).to_have_text(HIS)

    ann.get_by_label("The claim", exact=True).fill(TOGETHER)
    ann.locator("#save").click()
    expect(ann.get_by_role("heading", level=1)).to_have_text(TOGETHER)
    newest, second, first = texts(ann)
    assert TOGETHER in newest
    assert HIS in second
    assert "more than 6,000 people" in first
