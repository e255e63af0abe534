"""A claim's page: what each organizer may do there, what is refused, and that no typed word is lost."""

from typing import Any

import pytest
from flask import Flask
from lxml.html import HtmlElement

from tests.toolkit.curation.readers import NOTICE, OTHER
from tests.toolkit.views.reading import Desk
from tests.toolkit.views.strict import words_of

PAGE = "/desk/claims/s-1"


@pytest.fixture
def desk(app: Flask) -> Desk:
    return Desk(app)


def actions(page: HtmlElement) -> set[str]:
    """What the page's forms do to the claim."""
    return {form.get("action").removeprefix(f"{PAGE}/") for form in page.cssselect(".act form")}


def test_the_life_of_a_claim_by_four_people(desk: Desk) -> None:
    with desk.house() as house:
        house.edit(house.ann)
    assert actions(desk.look("ann", PAGE)) == {"submit", "comment"}
    desk.act("ann", f"{PAGE}/submit", **{"submit-words": "Look at the number."})
    shown = desk.look("ann", PAGE)
    assert actions(shown) == {"comment"}
    assert "others sign them" in words_of(shown)
    assert actions(desk.look("ben", PAGE)) == {"sign", "return", "comment", "retire"}
    desk.act("ben", f"{PAGE}/sign", **{"sign-side": "critics"})
    shown = desk.look("cleo", PAGE)
    assert [box.get("value") for box in shown.cssselect(".act input[type=radio]")] == ["supporters"]
    assert "Ben signed for critics. Missing: for supporters" in words_of(shown)
    desk.act("dora", f"{PAGE}/comment", **{"comment-words": "Page 12, not 11."})
    desk.act("cleo", f"{PAGE}/sign", **{"sign-side": "supporters"})
    with desk.house() as house:
        assert (house.claim().status, house.claim().printed) == ("approved", 2)
        assert house.corrections() == [(1, 2, NOTICE)]
    notes = desk.look("ann", PAGE).cssselect(".notes li")
    told = [" ".join(note.text_content().split()).partition(" UTC ")[2] for note in notes]
    assert told[1:] == [
        "Ann wrote revision 2. A newer report.",
        "Ann sent it to review. Look at the number.",
        "Ben signed for critics.",
        "Dora said: Page 12, not 11.",
        "Cleo signed for supporters.",
        "Cleo signed last: revision 2 prints.",
    ]
    assert OTHER in desk.ann.get("/claims/s-1").text


def test_readers_are_told_how_many_read_a_claim_and_never_who(desk: Desk) -> None:
    with desk.house() as house:
        house.put("approved")
        house.edit(house.ann, "Federal law leaves the choice to each agency.", "f-1")
        house.submit(house.ann, "f-1")
        house.sign(house.dora, "any", "f-1")
    disputed, settled = (words_of(desk.look("ann", f"/claims/{claim}")) for claim in ("s-1", "f-1"))
    assert "Read by two people who did not write it." in disputed
    assert "Read by one person who did not write it." in settled
    assert not any(name in disputed + settled for name in ("Ann ", "Ben", "Cleo", "Dora"))


def test_nobody_signs_by_address_what_she_wrote(desk: Desk) -> None:
    with desk.house() as house:
        house.edit(house.ben)
        house.submit(house.ben)
    assert actions(desk.look("ben", PAGE)) == {"return", "comment", "retire"}
    fields = {"sign-side": "supporters", "sign-base": "2"}
    own = desk.send("ben", f"{PAGE}/sign", **fields)
    assert own.status_code == 409
    assert "You wrote these words" in own.text
    lesser = desk.send("ann", f"{PAGE}/sign", **fields)
    assert lesser.status_code == 403
    assert "takes the role of reviewer" in lesser.text
    with desk.house() as house:
        assert house.claim().status == "in_review"


def test_what_is_refused_comes_back_with_every_word(desk: Desk) -> None:
    with desk.house() as house:
        house.put("approved")
    typed = "Somebody should look at this again."
    refused = desk.ben.fill(PAGE, f"{PAGE}/retire", **{"retire-words": typed})
    assert refused.status_code == 409
    assert typed in refused.text
    assert "Write one sentence for people who hold a printed sheet" in refused.text
    page = desk.look("ben", PAGE)
    assert "return" not in actions(page)
    gone = desk.send("ben", f"{PAGE}/return", **{"return-words": typed})  # its form was open too long
    assert gone.status_code == 409
    assert typed in gone.text
    assert "This claim is approved" in gone.text
    assert desk.ann.fill(PAGE, f"{PAGE}/comment", **{"comment-words": ""}).status_code == 400
    controls = desk.ann.fill(PAGE, f"{PAGE}/comment", **{"comment-words": "a\x00b"})
    assert controls.status_code == 400


def test_words_that_changed_meanwhile_are_read_before_they_are_signed(desk: Desk) -> None:
    with desk.house() as house:
        house.put("in_review")
        house.edit(house.ann, "A group of sheriffs says the program helps.")
        house.submit(house.ann)
    stale = desk.send("ben", f"{PAGE}/sign", **{"sign-side": "critics", "sign-base": "2"})
    assert stale.status_code == 409
    assert 'name="sign-base" type="hidden" value="3"' in stale.text
    assert "Somebody saved this while you were writing" in stale.text


def test_loaded_words_do_not_reach_readers(desk: Desk) -> None:
    with desk.house() as house:
        house.edit(house.ann, "A group of sheriffs speaks of an invasion.")
    refused = desk.ann.fill(PAGE, f"{PAGE}/submit")
    assert refused.status_code == 409
    assert "“invasion” takes a side" in refused.text


def test_a_claim_is_withdrawn_and_brought_back(desk: Desk) -> None:
    sentence = "The report was taken back."
    done = desk.ben.fill(PAGE, f"{PAGE}/retire", **{"retire-sentence": sentence})
    assert done.status_code == 303
    assert sentence in desk.ben.get("/claims/s-1").text
    assert actions(desk.look("ann", PAGE)) == {"bring-back", "comment"}
    assert desk.ann.fill(PAGE, f"{PAGE}/bring-back").status_code == 303
    with desk.house() as house:
        assert (house.claim().status, house.claim().printed) == ("draft", None)
        assert house.corrections() == [(1, None, sentence)]


def test_several_claims_are_dated_anew_or_retired_after_a_look(desk: Desk) -> None:
    page = "/desk/claims/several/redate?claim=s-1&claim=s-2"
    assert words_of(desk.look("ben", page), "h1") == "Date 2 claims anew"
    both: Any = {"claim": ["s-1", "s-2"]}  # a page's two fields of one name
    past = desk.ben.fill(page, review_by="2026-01-01", reason="Read again.", **both)
    assert past.status_code == 409
    assert "Read again." in past.text
    dated = desk.ben.fill(page, review_by="2027-05-01", reason="Read again.", **both)
    assert (
        words_of(desk.look("ben", dated.headers["Location"]), "[role=status]") == "2 claims were dated anew."
    )
    retire = "/desk/claims/several/retire?claim=s-2&claim=f-1"
    both = {"claim": ["s-2", "f-1"]}
    assert desk.ben.fill(retire, sentence="", **both).status_code == 409
    retired = desk.ben.fill(retire, sentence="Both reports are gone.", **both)
    assert (
        words_of(desk.look("ben", retired.headers["Location"]), "[role=status]") == "2 claims were retired."
    )
    with desk.house() as house:
        assert [house.claim(each).printed for each in ("s-1", "s-2", "f-1")] == [2, None, None]
    assert desk.ben.get("/desk/claims/several/retire").status_code == 400
    assert desk.ben.get("/desk/claims/several/retire?claim=zzz").status_code == 404
    assert desk.ann.get(page).status_code == 403
