"""Printed sheets and what became of them (acceptance scene 2), in a real browser; test_scenes has scene 7."""

import json
import re
from datetime import date
from io import BytesIO
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from fact_sheets import codes
from fact_sheets.errors import CodeError
from tests.browser import Axe, sound
from toolkit.database import make_engine, unit_of_work
from toolkit.models import Claim, ClaimCitation, ClaimRevision, Correction

pytestmark = pytest.mark.browser

MAKE = re.compile("Make the fact sheet")
WHY = "The report gives another year."
SOUND = codes.code_for("5" * 64)
TYPED = [
    SOUND,
    SOUND.lower(),
    f" {SOUND.replace('-', ' – ')} ",
    "".join(chr(ord(sign) + 0xFEE0) for sign in SOUND.replace("-", "")),
    SOUND[1] + SOUND[0] + SOUND[2:],
    *(SOUND[:place] + ("3" if SOUND[place] != "3" else "4") + SOUND[place + 1 :] for place in (0, 4, 6, 10)),
    *(sign + SOUND[1:] for sign in "0O1Il"),
    SOUND + "2",
    "K7M2P_4QXRT",
    "ÄÄÄÄÄ-ÄÄÄÄÄ",
    "²3456-789AB",
]


def correct(facts: Path, claim_id: str) -> tuple[str, str]:
    """A claim is worded anew, as an approved revision leaves it; the old words and the new."""
    engine = make_engine(f"sqlite:///{facts}")
    with unit_of_work(engine, write=True) as session:
        claim = session.get_one(Claim, claim_id)
        old = claim.current
        columns = (column.key for column in ClaimRevision.__table__.columns if column.key != "id")
        values = {name: getattr(old, name) for name in columns}
        values |= {"number": 2, "text": f"In short: {old.text}", "notice": WHY}
        cited = [
            ClaimCitation(
                position=each.position, source_id=each.source_id, locator=each.locator, quote=each.quote
            )
            for each in old.citations
        ]
        session.add(ClaimRevision(**values, citations=cited))
        claim.printed = claim.newest = 2
        session.add(
            Correction(
                claim_id=claim_id, from_revision=1, to_revision=2, sentence=WHY, made_on=date(2026, 12, 2)
            )
        )
        words = old.text, f"In short: {old.text}"
    engine.dispose()
    return words


def make(phone: Page, place: str) -> str:
    """The code of a new sheet for this place."""
    phone.goto(f"/places/{place}")
    phone.get_by_role("button", name=MAKE).click()
    phone.wait_for_url("**/editions/*")
    return phone.url.rpartition("/")[2]


def check(phone: Page, code: str) -> None:
    """Type the code of a printed sheet."""
    phone.goto("/")
    phone.get_by_role("link", name="Check a printed sheet").click()
    phone.get_by_label("Code on the sheet").press_sequentially(code.lower().replace("-", " "))
    expect(phone.locator("#code-told")).to_contain_text("Well formed.")
    phone.get_by_role("button", name="Check the sheet").click()
    phone.wait_for_url(f"**/editions/{code}")


def claims_of(origin: str, code: str) -> set[str]:
    """What the sheet prints."""
    with urlopen(f"{origin}/editions/{code}.json") as answer:
        return set(json.load(answer)["claims"])


def test_scene_2_one_claim_is_corrected_and_exactly_that_one_is_named(
    own_facts: Path, serve, phone_at, axe: Axe
) -> None:  # type: ignore[no-untyped-def]
    with serve() as origin, phone_at(origin) as phone:
        here, elsewhere = make(phone, "24021"), make(phone, "12")
        only_here = sorted(claims_of(origin, here) - claims_of(origin, elsewhere))
        old, new = correct(own_facts, only_here[0])

        check(phone, here)
        state = phone.locator(".state")
        expect(state).to_contain_text("Changed. Since this sheet was made, 1 claim on it was changed.")
        expect(state.locator(".changes > li")).to_have_count(1)
        expect(state).to_contain_text(f"Claim {only_here[0]} was changed.")
        expect(state.locator("ins")).to_contain_text("In short:")
        expect(state).to_contain_text(WHY)
        sound(phone, axe)

        with phone.expect_download() as download:
            phone.get_by_role("button", name="Make the strips, 4 on a page (PDF)").click()
        assert download.value.suggested_filename == f"287g-correction-{here}-4up.pdf".lower()
        words = "".join(
            page.extract_text() for page in PdfReader(BytesIO(download.value.path().read_bytes())).pages
        )
        assert "".join(f"Now: {new}".split()) in "".join(words.split())
        assert "".join(f"The sheet says: {old}".split()) in "".join(words.split())

        check(phone, elsewhere)
        expect(phone.locator(".state")).to_contain_text("Current.")

        phone.get_by_role("link", name="Corrections", exact=True).click()
        expect(phone.locator(".log > li")).to_have_count(1)
        expect(phone.locator(".log")).to_contain_text("1 sheet had printed this claim.")
        sound(phone, axe)
        phone.get_by_role("link", name=f"Claim {only_here[0]}").click()
        expect(phone.get_by_role("heading", name="Corrections")).to_be_visible()
        sound(phone, axe)
        phone.get_by_role("link", name="Suggest a correction").click()
        sound(phone, axe)
        phone.get_by_label("What is wrong, and how do you know?").fill("Page 4 gives 2024.")
        phone.get_by_role("button", name="Send the suggestion").click()
        expect(phone.get_by_role("heading", level=1)).to_have_text("Thank you. Your suggestion is kept.")
        sound(phone, axe)
        assert phone.context.cookies() == []


def test_a_mistyped_code_is_told_without_a_network(phone: Page) -> None:
    phone.goto("/editions")
    phone.context.set_offline(True)
    field, told = phone.get_by_label("Code on the sheet"), phone.locator("#code-told")
    for typed in TYPED:
        field.fill(typed)
        try:
            codes.normalise(typed)
            expect(told).to_have_text("Well formed. Check the sheet to see whether it still stands.")
        except CodeError as error:
            expect(told).to_have_text(f"Mistyped. {error}")
            phone.get_by_role("button", name="Check the sheet").click()
            expect(field).to_be_focused()
    for short in ("", SOUND[:3], SOUND[:-1]):
        field.fill(short)
        expect(told).to_have_text("")
    field.fill(SOUND)
    phone.get_by_role("button", name="Check the sheet").click()
    expect(told).to_contain_text("There is no network.")
    phone.context.set_offline(False)


def test_without_scripts_the_server_tells_it(plain: Page) -> None:
    plain.goto("/editions")
    plain.get_by_label("Code on the sheet").fill(SOUND[1] + SOUND[0] + SOUND[2:])
    plain.get_by_role("button", name="Check the sheet").click()
    expect(plain.locator(".error")).to_contain_text("A character is wrong, or two are exchanged")
