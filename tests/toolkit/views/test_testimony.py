"""The form for testimony: what it asks, what it gives back, and that nothing typed is lost by a mistake."""

import re
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from flask import Flask
from lxml import html
from lxml.html import HtmlElement
from pypdf import PdfReader
from werkzeug.test import TestResponse

from tests.toolkit.views.strict import StrictClient, words_of

FORM = "/places/24021/testimony"
OWN = "I run a bakery on Main Street, and my neighbors come in every day."
TICKED = {"fair_line": "y", "copies": "y"}
POSITIONS = ["support", "oppose", "undecided"]
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def send(speaker: StrictClient, **fields: Any) -> TestResponse:
    """The form with a sentence of one's own, and what differs from the defaults."""
    return speaker.post(FORM, data={"own": OWN, "position": "oppose"} | TICKED | fields)


def read(answer: TestResponse) -> HtmlElement:
    """The page that came back."""
    return html.document_fromstring(answer.text)


def said(answer: TestResponse) -> list[str]:
    """The lines to say."""
    assert answer.status_code == 200, answer.text
    return [line.get("data-text") for line in read(answer).cssselect(".said .words")]


def value(page: HtmlElement, name: str) -> str:
    """What stands in a field."""
    (field,) = page.cssselect(f"[name='{name}']")
    return (field.text if field.tag == "textarea" else field.get("value")) or ""


def ticked(page: HtmlElement, name: str) -> list[str]:
    """Which boxes or buttons of a field are chosen."""
    return [box.get("value") for box in page.cssselect(f"[name='{name}']:checked")]


def test_the_warning_stands_before_the_form_and_one_field_is_required(speaker: StrictClient) -> None:
    page = speaker.page(FORM)
    (form,) = page.cssselect("form.speak")
    warned = page.cssselect(".warning")[0]
    assert "can become a public record" in warned.text_content()
    in_order = list(page.iter())
    assert in_order.index(warned) < in_order.index(form)
    assert [field.get("name") for field in form.cssselect("[required]")] == ["own"]
    assert form.get("autocomplete") == "off"
    assert form.get("method") == "post"


def test_no_position_is_chosen_for_anybody_and_all_three_look_alike(speaker: StrictClient) -> None:
    page = speaker.page(FORM)
    assert ticked(page, "position") == []
    shapes = [
        re.sub(r">[^<]+<", "><", html.tostring(choice, encoding="unicode"))
        for choice in page.cssselect("#position .choice")
    ]
    alike = {re.sub(r"support|oppose|undecided", "", shape) for shape in shapes}
    assert (len(shapes), len(alike)) == (3, 1)


def test_each_position_comes_first_in_turn(shipped: Flask, speaker: StrictClient) -> None:
    settings, firsts = shipped.extensions["settings"], []
    for days in range(3):
        later = settings.today + timedelta(days=days)
        shipped.extensions["settings"] = settings.model_copy(update={"today": later})
        (first, *_) = speaker.page(FORM).cssselect("[name='position']")
        firsts.append(first.get("value"))
    assert sorted(firsts) == sorted(POSITIONS)


def test_every_position_has_three_points_picked_and_all_its_points_listed(speaker: StrictClient) -> None:
    page = speaker.page(FORM)
    for position in POSITIONS:
        points = page.cssselect(f".points.{position} input")
        assert len(points) >= 15
        assert len(page.cssselect(f".points.{position} input:checked")) == 3
        assert len(page.cssselect(f".points.{position} legend")) >= 5
    ids = [point.get("value") for point in page.cssselect(".points input")]
    assert len(ids) == len(set(ids))


def test_one_sentence_alone_gives_a_text_that_takes_no_side(speaker: StrictClient) -> None:
    lines = said(speaker.post(FORM, data={"own": OWN}))
    assert OWN in lines
    assert any(line.endswith("?") for line in lines)
    assert any("answer residents’ questions" in line for line in lines)


def test_the_text_is_the_same_whether_the_best_points_are_named_or_not(speaker: StrictClient) -> None:
    picked = ticked(speaker.page(FORM), "claims")
    assert said(send(speaker, claims=picked)) == said(send(speaker))


def test_chosen_points_are_said_and_no_others(speaker: StrictClient) -> None:
    page = speaker.page(FORM)
    (point,) = page.cssselect(".points.oppose input:not(:checked)")[:1]
    (other_side,) = page.cssselect(".points.support input:not(:checked)")[:1]
    spoken = {
        box.get("value"): box.getparent().findtext("label").strip() for box in page.cssselect(".points input")
    }
    lines = said(send(speaker, claims=[point.get("value"), other_side.get("value")]))
    assert [line for line in lines if line in spoken.values()] == [spoken[point.get("value")]]


def test_the_page_holds_times_cut_lines_answers_and_sources(speaker: StrictClient) -> None:
    page = read(send(speaker, limit="3:00"))
    ends = [end.text_content() for end in page.cssselect(".said .ends")]
    assert ends == sorted(ends)
    assert ends[-1] <= "3:00"
    versions = page.cssselect("dialog.podium")[0].get("data-versions").split()
    stops = [stop.text_content() for stop in page.cssselect(".said .stop")]
    assert versions[0] == "180"
    assert len(versions) > 2
    for limit in versions[1:]:
        minutes = f"{int(limit) // 60}:{int(limit) % 60:02d}"
        assert any(stop.startswith(f"Time cut to {minutes}? Stop here.") for stop in stops)
    assert page.text_content().count("They may say:") == 2
    notes = {note.get("id") for note in page.cssselect(".notes li")}
    assert {mark.get("href") for mark in page.cssselect("sup a")} == {f"#{note}" for note in notes}


@pytest.mark.parametrize("paper", ["speaking", "leave-behind", "if-asked", "written"])
@pytest.mark.parametrize(
    ("ending", "kind"), [("pdf", "application/pdf"), ("docx", DOCX), ("txt", "text/plain")]
)
def test_each_paper_comes_in_each_format(speaker: StrictClient, paper: str, ending: str, kind: str) -> None:
    answer = send(speaker, make=f"{paper}.{ending}")
    assert (answer.status_code, answer.mimetype) == (200, kind)
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{paper}-24021.{ending}"'
    text = words(answer.data, ending)
    assert ("bakery on Main Street" in text) == (paper != "if-asked")
    assert "ICE" in text


def words(data: bytes, ending: str) -> str:
    """The text of a document, its lines made one."""
    if ending == "pdf":
        text = " ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    elif ending == "docx":
        text = " ".join(paragraph.text for paragraph in Document(BytesIO(data)).paragraphs)
    else:
        text = data.decode()
    return " ".join(text.split())


def test_a_written_comment_keeps_the_cap_of_the_body(speaker: StrictClient) -> None:
    short = send(speaker, make="written.txt", cap="120", unit="words").text
    long = send(speaker, make="written.txt", cap="3,000", unit="characters").text
    assert len(short.split()) <= 120 < len(long.split())
    assert len(long) <= 3_001


@pytest.mark.parametrize(
    ("wrong", "field", "told"),
    [
        ({"own": " "}, "own", "Write one sentence of your own"),
        ({"own": "Because it matters to me. " * 30, "limit": "0:30"}, "own", "seconds over"),
        ({"own": "x" * 61}, "own", "more than 60 letters"),
        ({"own": "a b " * 501}, "own", "under 2,000 characters"),
        ({"limit": "soon"}, "limit", "is not a time limit"),
        ({"limit": "9:00"}, "limit", "from 0:30 to 5:00"),
        ({"pace": "fast"}, "pace", "number of words a minute"),
        ({"pace": "400"}, "pace", "from 100 to 180"),
        ({"cap": "none", "make": "written.pdf"}, "cap", "as a number"),
        ({"cap": "2", "make": "written.pdf"}, "cap", "Choose a cap from 50"),
        ({"position": "both"}, "position", "Choose a position"),
        ({"connection": "x " * 101}, "connection", "under 200 characters"),
        ({"make": "speaking.exe"}, "make", "one of the papers"),
        ({"make": "cards.pdf"}, "make", "one of the papers"),
    ],
)
def test_a_mistake_is_told_at_its_field_and_everything_typed_is_kept(
    speaker: StrictClient, wrong: dict[str, str], field: str, told: str
) -> None:
    typed = {"body": "County Council", "agenda_item": "7", "name": "Ana Ruiz", "limit": "2:30", "pace": "150"}
    answer = send(speaker, **({"interpreter": "y", "claims": "tru-02"} | typed | wrong))
    assert answer.status_code == 400
    page = read(answer)
    assert told in words_of(page, f"#{field}-error" if page.cssselect(f"#{field}-error") else ".error")
    assert told in words_of(page, "[role='alert']")
    assert page.cssselect(f"[role='alert'] a[href='#{field}']")
    for name, text in ({"own": OWN} | typed | wrong).items():
        if name not in ("position", "make", "unit"):
            assert value(page, name) == text
    assert ticked(page, "claims") == ["tru-02"]
    assert ticked(page, "interpreter") == ["y"]
    assert ticked(page, "fair_line") == ["y"]
    assert ticked(page, "double_time") == []


def test_too_long_says_by_how_much_and_what_to_do(speaker: StrictClient) -> None:
    answer = send(speaker, own="Because it matters to me. " * 30, limit="0:30")
    told = words_of(read(answer), "#own-error")
    assert re.search(r"run \d+ seconds over\. Cut about \d+ words or ask for \d:\d\d\.", told)


def test_the_field_that_is_wrong_is_never_folded_away(speaker: StrictClient) -> None:
    page = read(send(speaker, pace="400"))
    (fold,) = page.xpath("//details[.//input[@id='pace']]")
    assert fold.get("open") is not None
    assert len(page.cssselect("details[open]")) == 1


def test_change_something_brings_the_form_back_as_it_was(speaker: StrictClient) -> None:
    page = read(send(speaker, limit="1:30", name="Ana Ruiz", claims=["tru-02", "civ-05"], make="podium"))
    carried = [(field.get("name"), field.get("value")) for field in page.cssselect(".papers input")]
    fields: dict[str, Any] = {}
    for name, text in carried:
        fields.setdefault(name, []).append(text)
    again = read(speaker.post(FORM, data=fields | {"make": "edit"}))
    assert (value(again, "own"), value(again, "limit"), value(again, "name")) == (OWN, "1:30", "Ana Ruiz")
    assert sorted(ticked(again, "claims")) == ["civ-05", "tru-02"]
    assert ticked(again, "position") == ["oppose"]
    assert (ticked(again, "fair_line"), ticked(again, "copies")) == (["y"], ["y"])
    assert said(speaker.post(FORM, data=fields | {"make": "podium"})) == said(
        send(speaker, limit="1:30", name="Ana Ruiz", claims=["tru-02", "civ-05"])
    )


def test_the_rules_of_a_body_are_where_the_form_starts(speaker: StrictClient) -> None:
    offered = speaker.page("/places/20103/testimony")
    (link,) = offered.cssselect("main ul a[href*='body=']")
    path, _, body = link.get("href").partition("?body=")
    page = speaker.page(path, body=body)
    assert value(page, "limit") == "5:00"
    assert value(page, "body") == link.text_content()
    assert value(speaker.page(FORM, body="no-such-body"), "limit") == "2:00"


def test_a_place_that_is_not_listed_has_its_text_too(speaker: StrictClient) -> None:
    lines = said(speaker.post("/places/US/testimony", data={"own": OWN, "position": "support"}))
    assert "I am a resident of this community." in lines


def test_an_unknown_place_has_none(speaker: StrictClient) -> None:
    assert speaker.get("/places/99999/testimony").status_code == 404
    assert speaker.post("/places/99999/testimony", data={"own": OWN}).status_code == 404
