"""The papers as HTML: what stands where, cut lines boxed, everything typed escaped."""

from itertools import pairwise

import pytest
from lxml import html

from fact_sheets.testimony import pages
from fact_sheets.testimony.deal import DealOrder, deal
from fact_sheets.testimony.parcel import OF_SCRIPT, Paper, Parcel
from fact_sheets.testimony.pooled import pooled
from fact_sheets.testimony.speaker import POSITIONS, Position
from fact_sheets.testimony.written import written_comment
from tests.samples.speakers import briefs, script, wishes

PLACE = "frederick-county-md"
HOSTILE = '<img src="file:///etc/passwd"> {{ 7 * 7 }} & "so" <script>alert(1)</script> javascript:alert(1)'


def parcel(kind: Paper, position: Position = "oppose", **typed: object) -> Parcel:
    """One paper of a speaker, or of seven speakers."""
    if kind in OF_SCRIPT:
        return Parcel(kind, script(PLACE, position, **typed))
    if kind == "written":
        return Parcel(kind, written_comment(briefs()[PLACE], wishes(position=position, **typed)))
    return Parcel(kind, deal(briefs()[PLACE], DealOrder(position, 7, seed="k7")))


def page(kind: Paper, **more: object) -> html.HtmlElement:
    """The paper as a tree of elements."""
    return html.document_fromstring(pages.render(parcel(kind, **more)))


def words(element: html.HtmlElement) -> str:
    """Its text with single spaces, one at every tag."""
    return " ".join(" ".join(element.itertext()).split())


PAPERS: list[Paper] = ["speaking", "leave-behind", "if-asked", "written", "plan", "cards", "deal"]


@pytest.mark.parametrize("kind", PAPERS)
def test_every_paper_has_a_language_a_title_and_headings_without_gaps(kind: Paper) -> None:
    tree = page(kind)
    assert tree.get("lang") == "en"
    levels = [int(heading.tag[1]) for heading in tree.cssselect("h1, h2, h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert not tree.cssselect("[style], script, img, link, iframe")


@pytest.mark.parametrize("kind", ["speaking", "leave-behind", "written"])
def test_what_a_speaker_typed_stays_text(kind: Paper) -> None:
    typed = {
        "own": HOSTILE,
        "name": "<b>A</b>",
        "connection": "<i>x</i>",
        "body": "<u>",
        "agenda_item": "<s>",
    }
    tree = page(kind, **typed)
    assert HOSTILE in words(tree)
    assert not tree.cssselect("img, script, u, s")
    assert {link.get("href").split(":")[0] for link in tree.cssselect("a")} <= {
        "https",
        "http",
        "#source-1",
    } | {f"#source-{number}" for number in range(20)}


@pytest.mark.parametrize("kind", PAPERS)
def test_the_title_of_the_document_says_nothing_of_the_speaker(kind: Paper) -> None:
    plain = page(kind).findtext("head/title")
    typed = {"own": "Zyzzyva.", "name": "Zyzzyva", "body": "Zyzzyva", "agenda_item": "Zyzzyva"}
    speaks = kind not in ("plan", "cards", "deal")
    assert page(kind, **(typed if speaks else {})).findtext("head/title") == plain
    assert not page(kind).cssselect("meta[name]")


def test_the_speaking_copy_has_one_block_a_line_with_its_time() -> None:
    made = script(PLACE, "oppose")
    lines = page("speaking").cssselect(".line")
    assert [words(line.cssselect(".say")[0]) for line in lines] == [
        line.text.replace("\u00a0", " ") for line in made.plan.lines
    ]
    assert words(lines[0].cssselect("b")[0]) == "0:03"
    assert words(lines[-1].cssselect("b")[0]) == f"1:{made.plan.seconds - 60:02d}"


def test_a_cut_box_follows_its_last_line_and_says_the_end() -> None:
    made = script(PLACE, "oppose")
    boxes = page("speaking").cssselect(".cut")
    assert [words(box.cssselect(".stop")[0])[:4] for box in boxes] == ["0:30", "1:00"]
    for box, cut in zip(boxes, sorted(made.plan.cuts, key=lambda cut: cut.limit), strict=True):
        before = box.getprevious()
        while before.get("class") == "cut":
            before = before.getprevious()
        assert words(before.cssselect(".say")[0]) == made.plan.lines[cut.after].text.replace("\u00a0", " ")
        assert [words(said) for said in box.cssselect(".say")] == [
            made.plan.lines[i].text.replace("\u00a0", " ") for i in cut.closing
        ]


def test_a_line_that_a_cut_skips_is_marked_in_words_and_by_a_rule() -> None:
    skipped = page("speaking").cssselect(".skipped")
    assert [words(line.cssselect(".aside")[0]) for line in skipped] == ["0:03 skip at 0:30"]


def test_the_back_holds_checklist_rule_and_sources() -> None:
    made = script(PLACE, "oppose")
    back = page("speaking").cssselect(".back")[0]
    assert [words(heading) for heading in back.cssselect("h2")] == [
        "Checklist",
        "The right to speak here",
        "Sources",
    ]
    assert len(back.cssselect(".note")) == len(made.notes_of_back)
    assert made.imprint_line.replace("\u00a0", " ") in words(back)


@pytest.mark.parametrize("position", POSITIONS)
def test_the_leave_behind_links_each_claim_to_its_note(position: Position) -> None:
    tree = page("leave-behind", position=position)
    anchors = {element.get("id") for element in tree.cssselect(".note")}
    links = [link.get("href") for link in tree.cssselect("sup a")]
    assert {link.removeprefix("#") for link in links} == anchors
    assert "One resident’s view" in words(tree)
    assert tree.cssselect("svg title")
    assert "I have copies" not in words(tree)


@pytest.mark.parametrize("position", POSITIONS)
def test_the_if_asked_card_sets_reply_under_claim(position: Position) -> None:
    tree = page("if-asked", position=position)
    assert [words(label) for label in tree.cssselect(".label")] == ["They may say", "You may reply"] * 2
    assert len(tree.cssselect(".claim")) == 4
    assert tree.cssselect(".fold")


def test_four_cards_stand_on_a_page_with_own_sources() -> None:
    made = deal(briefs()[PLACE], DealOrder("oppose", 7, seed="k7"))
    tree = page("cards")
    assert [len(sheet.cssselect(".card")) for sheet in tree.cssselect(".four")] == [4, 4, 4, 3]
    for card, printed in zip(made.cards + made.spares, tree.cssselect(".card"), strict=True):
        assert card.opening in words(printed)
        assert made.ask.replace("\u00a0", " ") in words(printed)
        assert len(printed.cssselect(".note")) == len(card.notes)
    assert words(tree.cssselect(".who")[7]).startswith("Spare card 8 ")


def test_the_plan_lists_every_claim_and_gathers_the_storytellers() -> None:
    made = Parcel("plan", deal(briefs()[PLACE], DealOrder("support", 60, seed="k7")))
    rows = html.document_fromstring(pages.render(made)).cssselect("tbody tr")
    with_claims = 60 - made.tree.without_claim
    assert len(rows) == with_claims + 1 < 60
    assert words(rows[-1]).startswith(f"{with_claims + 1} to 60 Their own story")


def test_a_text_for_a_group_prints_as_a_speaking_copy() -> None:
    made = pooled(briefs()[PLACE], DealOrder("oppose", 7, seed="k7"), 360)
    tree = html.document_fromstring(pages.render(Parcel("speaking", made)))
    assert words(tree.cssselect("h1")[0]) == "One text for a group, on 287(g)"
    assert "The view of a group of residents" in words(tree)


def test_a_draft_with_time_to_spare_says_so() -> None:
    assert "seconds are free: add a point" in words(page("speaking", limit=300))
    assert "seconds are free" not in words(page("speaking", limit=60))
    assert "Left out to fit the time: " in words(page("speaking", limit=60))
