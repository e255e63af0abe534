"""Points dealt among many: the address makes the same page again, and nobody repeats another's claim."""

from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from lxml import html
from lxml.html import HtmlElement
from pypdf import PdfReader

from tests.toolkit.views.strict import StrictClient, words_of
from toolkit.database import unit_of_work
from toolkit.models import PublicBody

DEAL = "/places/24021/deal"
SEVEN = {"position": "oppose", "speakers": "7", "limit": "2:00", "seed": "k7"}


def cards(page: HtmlElement) -> dict[int, str]:
    """The words of each speaker's card, by its number."""
    first = page.cssselect("ol.cards")[0]
    return {int(card.get("value")): " ".join(card.text_content().split()) for card in first}


def points(page: HtmlElement) -> list[str]:
    """What each card, spare ones too, says beside its opening."""
    return [card.cssselect(".words")[1].text_content().strip() for card in page.cssselect("ol.cards > li")]


def test_the_form_offers_a_seed_and_deals_nothing_yet(speaker: StrictClient) -> None:
    page, again = speaker.page(DEAL), speaker.page(DEAL)
    seeds = {each.cssselect("#seed")[0].get("value") for each in (page, again)}
    assert len(seeds) == 2
    assert all(len(seed) == 4 for seed in seeds)
    assert page.cssselect("ol.cards") == []
    assert page.cssselect("form.speak")[0].get("method") == "get"
    assert page.cssselect("[name='position']:checked") == []


def test_the_same_address_deals_the_same_cards(speaker: StrictClient) -> None:
    first, second = speaker.page(DEAL, **SEVEN), speaker.page(DEAL, **SEVEN)
    assert cards(first) == cards(second)
    assert list(cards(first)) == [1, 2, 3, 4, 5, 6, 7]
    assert cards(first) != cards(speaker.page(DEAL, **SEVEN | {"seed": "k8"}))


def test_nobody_repeats_anybody_and_all_make_one_ask(speaker: StrictClient) -> None:
    page = speaker.page(DEAL, **SEVEN)
    assert len(set(points(page))) == len(points(page)) > 7
    ask = page.cssselect("#plan ~ .words b")[0].text_content()
    assert all(ask in card for card in cards(page).values())


def test_who_stays_home_changes_no_other_card(speaker: StrictClient) -> None:
    before = cards(speaker.page(DEAL, **SEVEN))
    after = cards(speaker.page(DEAL, **SEVEN | {"absent": "4, 6"}))
    assert after == {number: words for number, words in before.items() if number not in (4, 6)}


def test_one_speaker_more_takes_only_from_the_spares(speaker: StrictClient) -> None:
    before = cards(speaker.page(DEAL, **SEVEN))
    after = cards(speaker.page(DEAL, **SEVEN | {"speakers": "8"}))
    assert after.items() > before.items()


def test_where_claims_run_out_it_says_so(speaker: StrictClient) -> None:
    page = speaker.page(DEAL, **SEVEN | {"speakers": "60"})
    assert "The claims have run out" in words_of(page, ".warning")
    assert len(cards(page)) == 60
    with_claims = [point for point in points(page) if point != "Thank you."]
    assert len(set(with_claims)) == len(with_claims)
    assert "The claims have run out" not in speaker.page(DEAL, **SEVEN).text_content()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"speakers": "61"}, "speakers"),
        ({"speakers": "0"}, "speakers"),
        ({"speakers": "many"}, "speakers"),
        ({"speakers": "9" * 5000}, "speakers"),
        ({"limit": "0:10"}, "limit"),
        ({"seed": "K 7"}, "seed"),
        ({"seed": "x" * 13}, "seed"),
        ({"position": "both"}, "position"),
        ({"absent": "four"}, "absent"),
    ],
)
def test_a_mistake_is_told_at_its_field(speaker: StrictClient, wrong: dict[str, str], field: str) -> None:
    page = speaker.page(DEAL, 400, **SEVEN | wrong)
    assert page.cssselect(f"[role='alert'] a[href='#{field}']")
    assert page.cssselect("ol.cards") == []
    for name in ("speakers", "limit", "seed"):
        assert page.cssselect(f"form.speak #{name}")[0].get("value") == (SEVEN | wrong)[name]


@pytest.mark.parametrize(
    ("make", "name", "pages"),
    [
        ("deal.pdf", "deal-24021-k7.pdf", 5),
        ("cards.pdf", "cards-24021-k7.pdf", 4),
        ("plan.pdf", "plan-24021-k7.pdf", 1),
    ],
)
def test_cards_and_plan_are_printed(speaker: StrictClient, make: str, name: str, pages: int) -> None:
    answer = speaker.post(DEAL, data=SEVEN | {"make": make})
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["Cache-Control"] == "no-store"
    assert len(PdfReader(BytesIO(answer.data)).pages) == pages


def test_the_printed_cards_are_those_of_the_page(speaker: StrictClient) -> None:
    page = speaker.page(DEAL, **SEVEN)
    printed = " ".join(speaker.post(DEAL, data=SEVEN | {"make": "cards.txt"}).text.split())
    for point in points(page):
        assert " ".join(point.removesuffix("Thank you.").split()) in printed


def one_text(speaker: StrictClient, **fields: Any) -> HtmlElement:
    """The page of one spokesperson."""
    answer = speaker.post(DEAL, data=SEVEN | {"make": "pooled.podium"} | fields)
    assert answer.status_code == 200
    return html.document_fromstring(answer.text)


def test_one_spokesperson_gets_one_text_within_the_time(speaker: StrictClient) -> None:
    page = one_text(speaker, pooled="6:00", own="We met at the library every Tuesday this fall.")
    lines = [line.get("data-text") for line in page.cssselect(".said .words")]
    assert "Thank you for hearing me. I speak for a group of 7." in lines
    assert "We met at the library every Tuesday this fall." in lines
    assert "5:00" < page.cssselect(".said .ends")[-1].text_content() <= "6:00"
    assert len(lines) == len(set(lines))
    again = {field.get("name"): field.get("value") for field in page.cssselect(".papers input")}
    assert speaker.post(DEAL, data=again | {"make": "pooled.docx"}).status_code == 200
    assert speaker.page(DEAL, **SEVEN) is not None


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"pooled": "16:00"}, "pooled"),
        ({"pooled": "long"}, "pooled"),
        ({"pooled": "1:00", "own": "We came. " * 200}, "own"),
        ({"make": "cards.docx"}, "make"),
        ({"make": "plan.txt"}, "make"),
        ({"make": "deal.docx"}, "make"),
        ({"make": "speaking.pdf"}, "make"),
        ({"make": ""}, "make"),
    ],
)
def test_a_mistake_in_the_one_text_keeps_what_was_typed(
    speaker: StrictClient, wrong: dict[str, str], field: str
) -> None:
    typed = {"pooled": "6:00", "own": "We came.", "make": "pooled.pdf"} | wrong
    answer = speaker.post(DEAL, data=SEVEN | typed)
    page = html.document_fromstring(answer.text)
    assert answer.status_code == 400
    assert page.cssselect(f"[role='alert'] a[href='#{field}']")
    assert page.cssselect("#own")[0].text == typed["own"]
    assert page.cssselect("#pooled")[0].get("value") == typed["pooled"]
    assert len(cards(page)) == 7


def test_the_time_for_one_starts_with_the_rule_of_the_body(shipped: Flask, speaker: StrictClient) -> None:
    with unit_of_work(shipped.extensions["engine"], write=True) as session:
        body = session.get_one(PublicBody, "leavenworth-county-commissioners-ks")
        body.pooling_minutes, body.one_spokesperson = 10, True
    page = speaker.page("/places/20103/deal", **SEVEN)
    assert page.cssselect("#pooled")[0].get("value") == "10:00"
    assert "a group names one spokesperson" in page.text_content()
    assert speaker.page(DEAL, **SEVEN).cssselect("#pooled")[0].get("value") == "6:00"
