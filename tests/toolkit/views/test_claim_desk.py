"""Finding claims, and the queue: what waits for whom."""

from datetime import date

import pytest
from flask import Flask
from lxml.html import HtmlElement

from tests.samples import small
from tests.toolkit.views.reading import Desk
from tests.toolkit.views.strict import words_of
from toolkit.curation.claims import redating

CLAIMS = {claim.id for claim in small.dossier().library.claims}


@pytest.fixture
def desk(app: Flask) -> Desk:
    made = Desk(app)
    with made.house() as house:
        house.edit(house.ann, "A sheriff of Maryland spoke.", "s-1", scope_states=["24"], questions=["d-2"])
        house.put("in_review", "s-2")
        house.put("approved", "c-1")
        house.put("retired", "c-2")
        redating.redate(["c-3"], date(2026, 12, 1), "Soon.", by=house.ben, now=house.now())
        redating.redate(["c-4"], date(2026, 11, 25), "Late.", by=house.ben, now=house.now())
    return made


def listed(page: HtmlElement) -> list[str]:
    return [link.text for link in page.cssselect(".claim-list .open")]


def test_claims_are_found_by_everything_that_they_are(desk: Desk) -> None:
    found = {
        query: set(listed(desk.look("ann", f"/desk/claims?{query}")))
        for query in (
            *("", "q=sheriff+maryland", "q=S-1", "q=%25", "topic=public-safety", "stance=mixed"),
            *("status=draft", "status=in_review", "status=retired", "source=law", "question=d-2"),
            *("place=maryland", "place=24", "place=whole+country", "due=overdue", "due=soon", "waits=drafts"),
        )
    }
    assert found[""] == CLAIMS
    assert found["q=sheriff+maryland"] == found["q=S-1"] == {"s-1"}
    assert found["q=%25"] == set()
    assert found["topic=public-safety"] == {"s-1", "c-1"}
    assert found["stance=mixed"] == {
        claim.id for claim in small.dossier().library.claims if claim.stance == "mixed"
    }
    assert found["status=draft"] == found["waits=drafts"] == {"s-1"}
    assert (found["status=in_review"], found["status=retired"]) == ({"s-2"}, {"c-2"})
    assert found["source=law"] == {"f-1", "f-2", "f-3"}
    assert "s-1" in found["question=d-2"]
    assert found["place=maryland"] == found["place=24"] == {"s-1"}
    assert found["place=whole+country"] == CLAIMS - {"s-1"}
    assert (found["due=overdue"], found["due=soon"]) == ({"c-4"}, {"c-3"})


def test_what_makes_no_sense_asks_for_any(desk: Desk) -> None:
    for query in (
        "status=x",
        "topic=y",
        "page=0",
        "page=99999999999",
        "page=x",
        "waits=x",
        "order=x",
        "q=%00",
    ):
        assert len(listed(desk.look("ann", f"/desk/claims?{query}"))) == len(CLAIMS)
    shown = desk.look("ann", "/desk/claims?place=atlantis")
    assert "We know no place of that name" in words_of(shown)


def test_only_who_may_act_on_several_can_choose_them(desk: Desk) -> None:
    assert not desk.look("ann", "/desk/claims").cssselect("input[type=checkbox]")
    assert len(desk.look("ben", "/desk/claims").cssselect("input[type=checkbox]")) == len(CLAIMS)


def queue(page: HtmlElement) -> dict[str, list[str]]:
    """The ids in each section, by its title."""
    sections = page.cssselect("main section")
    return {
        " ".join(section[0].text_content().split()): [link.text for link in section.cssselect(".queue a")]
        for section in sections
    }


def test_the_desk_says_what_waits_for_whom(desk: Desk) -> None:
    with desk.house() as house:
        house.put("in_review", "s-3")
        house.sign(house.ben, "critics", "s-3")
    dated = {
        "Review overdue: no new sheet prints these 1": ["c-4"],
        "To be looked at within 30 days 1": ["c-3"],
    }
    nothing = {"Waits for your signature": []}
    assert queue(desk.look("ann", "/desk")) == nothing | {"Your drafts 1": ["s-1"]} | dated | {
        "Waits for other readers 2": ["s-2", "s-3"]
    }
    assert queue(desk.look("ben", "/desk")) == {"Waits for your signature 1": ["s-2"]} | dated | {
        "Waits for other readers 1": ["s-3"]
    }
    assert queue(desk.look("cleo", "/desk")) == {"Waits for your signature 2": ["s-2", "s-3"]} | dated
    desk.cleo.fill("/desk/claims/s-2", "/desk/claims/s-2/return", **{"return-words": "Who says so?"})
    assert queue(desk.look("ann", "/desk"))["Returned to you 1"] == ["s-2"]
    assert listed(desk.look("ann", "/desk/claims?waits=returned")) == ["s-2"]
    with desk.house() as house:
        house.edit(house.ann, "A sheriff said so.", "s-2")
    assert queue(desk.look("ann", "/desk"))["Your drafts 2"] == ["s-1", "s-2"]
