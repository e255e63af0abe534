"""The structure of the printed sheet, for those who hear it: tags, language, bookmarks, profiles."""

from collections import Counter
from typing import Any

import page
import pikepdf
import pytest

from fact_sheets.paper import A4
from tests.documents.sheets import ANY, ROOMY, VARIANTS, draft, made, opened, overdue, remade, words


def elements(node: Any) -> list[Any]:
    """Every element of the structure tree under ``node``, in reading order."""
    found = []
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            found += [kid, *elements(kid)]
    return found


def tags(variant: str) -> list[Any]:
    """The structure elements of a place's sheet."""
    return elements(opened(variant).Root.StructTreeRoot)


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_both_profiles_hold_at_once(variant: str, profile: str) -> None:
    report = page.validate_pdf_bytes(made(variant).pdf, profile=profile)
    assert list(report.failures) == []
    assert report.is_compliant


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_they_hold_on_the_other_paper(profile: str) -> None:
    assert page.validate_pdf_bytes(made(ANY, A4).pdf, profile=profile).is_compliant


@pytest.mark.parametrize("standing", [draft, overdue])
@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_they_hold_for_the_other_standings(standing: Any, profile: str) -> None:
    assert page.validate_pdf_bytes(remade(standing(made(ROOMY).sheet)).pdf, profile=profile).is_compliant


def test_the_sheet_is_made_of_what_it_looks_like() -> None:
    sheet = made(ANY).sheet
    kinds = Counter(str(tag.S) for tag in tags(ANY))
    assert kinds["/H1"] == 1
    assert kinds["/H3"] == len(sheet.pairs)
    assert kinds["/Table"] == 1
    assert kinds["/TR"] == 1 + len(sheet.models)
    assert kinds["/TH"] == 4 + len(sheet.models)
    assert kinds["/LI"] == len(sheet.notes) + len(sheet.questions)
    assert kinds["/Figure"] == 2


def test_each_question_is_followed_by_both_answers() -> None:
    kinds = [str(tag.S) for tag in tags(ANY) if tag.S in ("/H2", "/H3", "/P")]
    asked = [place for place, kind in enumerate(kinds) if kind == "/H3"]
    assert [kinds[place : place + 3] for place in asked] == [["/H3", "/P", "/P"]] * len(asked)


def test_pictures_say_in_words_what_they_show() -> None:
    sheet = made(ANY).sheet
    square, chart = (str(tag.Alt) for tag in tags(ANY) if tag.S == "/Figure")
    assert sheet.check_url in square
    assert words(chart) == words(sheet.chart.title)


def test_cells_name_their_headers() -> None:
    cells = [tag for tag in tags(ANY) if tag.S == "/TD"]
    assert cells
    assert all(len(cell.A.Headers) == 2 for cell in cells)


def test_links_are_tagged_with_their_annotation() -> None:
    annotations = sum(len(each.get("/Annots", [])) for each in opened(ANY).pages)
    linked = [tag for tag in tags(ANY) if tag.S == "/Link"]
    held = [kid for tag in linked for kid in tag.K if isinstance(kid, pikepdf.Dictionary)]
    assert len(held) == annotations


def test_language_title_and_bookmarks() -> None:
    printed = made(ANY)
    root = opened(ANY).Root
    assert str(root.Lang) == "en"
    assert str(opened(ANY).docinfo["/Title"]) == printed.sheet.title
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    outline = printed.reader.outline
    assert words(outline[0].title) == words(printed.sheet.title)
    assert "Not in dispute" in [item.title for item in outline[1]]
    assert "Notes" in [item.title for item in outline[1]]


def test_nothing_tells_who_printed_it_where_or_when() -> None:
    printed = made(ANY)
    about = {key: str(value) for key, value in opened(ANY).docinfo.items()}
    assert set(about) == {"/Title", "/Subject", "/Producer", "/CreationDate", "/ModDate"}
    assert about["/CreationDate"] == about["/ModDate"] == f"D:{printed.sheet.on:%Y%m%d}"


def test_every_face_is_ours_embedded_and_cut_to_what_is_used() -> None:
    fonts = [item for item in opened(ANY).objects if _is(item, "/FontDescriptor")]
    names = {str(font.FontName).partition("+")[2].rstrip(",") for font in fonts}
    assert all("/FontFile2" in font for font in fonts)
    sans, serif = "Public-Sans", "Source-Serif-4"
    assert names == {sans, f"{sans}-Bold", serif, f"{serif}-Italic", f"{serif}-Semi-Bold"}


def _is(item: Any, kind: str) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == kind
