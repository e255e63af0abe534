"""What the printed sheet says, page by page, as a reader of PDFs hears it."""

import pytest

from tests.documents.sheets import ROOMY, VARIANTS, draft, made, overdue, remade, squeezed

LETTER = (612.0, 792.0)


@pytest.mark.parametrize("variant", VARIANTS)
def test_two_letter_pages(variant: str) -> None:
    reader = made(variant).reader
    assert [(float(page.mediabox.width), float(page.mediabox.height)) for page in reader.pages] == [
        LETTER
    ] * 2


@pytest.mark.parametrize("variant", VARIANTS)
def test_side_one_stands_alone(variant: str) -> None:
    printed = made(variant)
    sheet, page = printed.sheet, squeezed(printed.reader.pages[0].extract_text())
    needed = [sheet.title, sheet.place_label, sheet.code, sheet.imprint_line]
    needed += [cited.text for cited in (*sheet.message, *sheet.not_known, *sheet.act)]
    needed += [f"{tier.heading}. {tier.line.text}" for tier in sheet.here]
    needed += [fact.text for fact in sheet.facts]
    needed += [f"{claim.text}" for pair in sheet.pairs for claim in (pair.supporters, pair.critics)]
    assert [text for text in needed if squeezed(text) not in page] == []


@pytest.mark.parametrize("variant", VARIANTS)
def test_side_two_goes_deeper(variant: str) -> None:
    printed = made(variant)
    sheet, page = printed.sheet, squeezed(printed.reader.pages[1].extract_text())
    needed = [f"edition {sheet.code}", sheet.chart.title, *sheet.questions, *sheet.how_made]
    needed += [text for row in sheet.models for text in (row.name, row.where, row.who, row.when)]
    needed += ["".join(run.text for run in note.runs) for note in sheet.notes]
    needed += [note.link_text for note in sheet.notes]
    assert [text for text in needed if squeezed(text) not in page] == []


def test_a_draft_prints_what_it_lacks() -> None:
    page = squeezed(remade(draft(made(ROOMY).sheet)).reader.pages[0].extract_text())
    assert squeezed("DRAFT – NOT BALANCED 1 rule is not met:") in page
    assert squeezed("Similar words a side: 120 and 80 words, ratio 0.67") in page


def test_an_overdue_library_prints_a_page_without_arguments() -> None:
    printed = remade(overdue(made(ROOMY).sheet))
    page = squeezed(printed.reader.pages[0].extract_text())
    assert squeezed("REVIEW OVERDUE Library review overdue since May 21, 2027.") in page
    assert squeezed("Supporters say") not in page
    assert len(printed.reader.pages) == 2
