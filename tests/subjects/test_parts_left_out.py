"""A subject may lack a table, a chart, a register, terms or questions: what it leaves out closes up."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from lxml import html as markup

from fact_sheets.brief import brief_of
from fact_sheets.documents.full_sheet import fit, html
from fact_sheets.dossier import Dossier, Tier
from fact_sheets.testimony.draft import units_of
from fact_sheets.testimony.speaker import Wishes
from tests.samples import plate_readers
from tests.subjects.both import first_subject
from tests.subjects.made import Made, made, plain
from tests.sweeps import sampled

Left = Callable[[Dossier], Dossier]
SUBJECTS = {"first": first_subject, "second": lambda: plate_readers.places()["recorded"]}


def no_table(dossier: Dossier) -> Dossier:
    subject = replace(dossier.library.subject, table=None)
    return replace(dossier, library=replace(dossier.library, subject=subject))


def no_chart(dossier: Dossier) -> Dossier:
    subject = dossier.library.subject
    subject = replace(subject, register=replace(subject.register, chart="none"))
    return replace(dossier, library=replace(dossier.library, subject=subject, counts=()))


def no_register(dossier: Dossier) -> Dossier:
    """Nobody keeps a list: nothing is known of any agency, and nothing is said of a list."""
    subject = dossier.library.subject
    sheet = {name: said for name, said in subject.sheet.items() if name not in ("listed", "list_age")}
    register = replace(subject.register, kind="none", chart="none", local_line="never")
    subject = replace(subject, sheet=sheet, register=register)
    tiers = tuple(Tier(tier.level, tier.heading, "unknown") for tier in dossier.local.tiers)
    local = replace(dossier.local, roster=None, tiers=tiers)
    return Dossier(local, replace(dossier.library, subject=subject, counts=()))


def no_terms(dossier: Dossier) -> Dossier:
    return replace(dossier, library=replace(dossier.library, glossary=()))


def no_questions(dossier: Dossier) -> Dossier:
    local = replace(dossier.local, decides=())
    return Dossier(local, replace(dossier.library, questions=()))


def nothing(dossier: Dossier) -> Dossier:
    for part in (no_table, no_chart, no_register, no_terms, no_questions):
        dossier = part(dossier)
    return dossier


# What is left out, with the headings that go with it.
LEFT_OUT: dict[str, tuple[Left, tuple[str, ...]]] = {
    "table": (no_table, ("Three models of agreement", "Kinds of plate readers")),
    "chart": (no_chart, ("Agreements on ICE’s lists rose",)),
    "register": (no_register, ("Agreements on ICE’s lists rose",)),
    "terms": (no_terms, ("Words used here",)),
    "questions": (no_questions, ("Questions for officials",)),
    "all": (nothing, ("Three models", "Kinds of", "Agreements on", "Words used", "Questions for")),
}
CASES = [(subject, part) for subject in SUBJECTS for part in LEFT_OUT]


@cache
def without(subject: str, part: str) -> Made:
    """The sheet of a subject that leaves this out."""
    return made(LEFT_OUT[part][0](SUBJECTS[subject]()))


@pytest.mark.parametrize(("subject", "part"), sampled(CASES, 3))
def test_the_sheet_still_is_two_even_pages(subject: str, part: str) -> None:
    sheet = without(subject, part).sheet
    assert sheet.standing == "balanced"
    assert fit.fits(sheet).fits
    assert len(without(subject, part).pages) == 2


@pytest.mark.parametrize(("subject", "part"), sampled(CASES, 3))
def test_no_heading_stands_over_nothing(subject: str, part: str) -> None:
    page = markup.document_fromstring(html.render(without(subject, part).sheet))
    headings = [plain(heading.text_content()) for heading in page.cssselect(".heading")]
    gone = LEFT_OUT[part][1]
    assert not [heading for heading in headings if heading.startswith(gone)]
    for heading in page.cssselect(".heading"):
        assert heading.getnext() is not None
        assert plain(heading.getnext().text_content()) or heading.getnext().tag == "svg"
    assert page.cssselect(".column")
    assert not [column for column in page.cssselect(".column") if not len(column) and not column.text]


@pytest.mark.parametrize(("subject", "part"), sampled(CASES, 3))
def test_notes_are_still_numbered_as_they_first_appear(subject: str, part: str) -> None:
    sheet = without(subject, part).sheet
    links = markup.document_fromstring(html.render(sheet)).cssselect("sup a")
    assert list(dict.fromkeys(int(link.text) for link in links)) == [note.number for note in sheet.notes]


@pytest.mark.parametrize("subject", SUBJECTS)
def test_without_a_register_no_list_is_named_and_no_speaker_names_one(subject: str) -> None:
    dossier = no_register(SUBJECTS[subject]())
    sheet = without(subject, "register").sheet
    assert sheet.listed is sheet.list_age is sheet.chart is None
    assert {tier.status for tier in sheet.here} == {"unknown"}
    assert not [tier for tier in sheet.here if tier.line.notes]
    assert "local" not in {unit.role for unit in units_of(brief_of(dossier), Wishes("I live here."))}


def test_the_columns_of_side_two_are_about_even() -> None:
    chart, columns = without("first", "terms"), without("second", "table")
    assert [len(column) for column in parts(chart)] == [2, 1]
    assert [len(column) for column in parts(columns)] == [1, 2]


def parts(printed: Made) -> list[list[str]]:
    """The headings in each column over the notes."""
    page = markup.document_fromstring(html.render(printed.sheet))
    return [
        [plain(heading.text_content()) for heading in column.cssselect(".heading")]
        for column in page.cssselect(".side-two > .row > .column")
    ]
