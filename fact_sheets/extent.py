"""How much of the paper each section takes, from the widths of the letters and the geometry of the sheet.

The functions stand in the order of the templates that they reckon for. Heights and widths are in points.
"""

from collections.abc import Sequence
from math import ceil

from fact_sheets import wording
from fact_sheets.document import Cited, FactSheet, MeetingLines, ModelRow, Note, Pair, Point
from fact_sheets.layout import (
    BESIDE_QR,
    BODY,
    CELL_GAP,
    CHART_HEIGHT,
    COLUMN,
    EDITION_WIDTH,
    FINE,
    FINE_BOLD,
    HANG,
    HEADING,
    LABEL,
    LEAD,
    LEAD_WIDTH,
    MODEL_COLUMNS,
    NOTE,
    NOTE_ITALIC,
    NOTE_LINK,
    QR_SIZE,
    QUESTION,
    SHARES,
    SHARES_WITH_MEETING,
    SMALL,
    SMALL_BOLD,
    TITLE,
    UNIT,
    WIDTH,
    Type,
)
from fact_sheets.setting import Run, height, noted
from fact_sheets.subject import ModelTable

_BLOCK = 4 * UNIT
_GAP = 2 * UNIT


def side_one(sheet: FactSheet) -> float:
    """The height of side 1."""
    return (
        _masthead(sheet)
        + _standing(sheet)
        + _BLOCK
        + max(_here(sheet), _facts(sheet))
        + _pairs(sheet.pairs)
        + _BLOCK
        + _beside_qr(sheet, _shares(sheet)[share_beside_qr(sheet) - 1])
        + _foot(sheet)
    )


def side_two(sheet: FactSheet) -> float:
    """The height of side 2."""
    split = notes_in_first_column(sheet.notes)
    columns = (sheet.notes[:split], sheet.notes[split:])
    return (
        _running(wording.running_line(sheet), SMALL)
        + _BLOCK
        + (_models(sheet, sheet.table) + _BLOCK if sheet.table else 0.0)
        + max(_chart(sheet) + _BLOCK + _how_made(sheet), _questions(sheet) + _BLOCK + _glossary(sheet))
        + _BLOCK
        + _heading("Notes")
        + max(sum(map(_note, column)) for column in columns)
    )


def share_beside_qr(sheet: FactSheet) -> int:
    """Which of the shares, counted from 1, makes the row beside the square lowest; the first of equals."""
    shares = _shares(sheet)
    return 1 + min(range(len(shares)), key=lambda place: _beside_qr(sheet, shares[place]))


def notes_in_first_column(notes: Sequence[Note]) -> int:
    """After how many notes the second column starts, so that both are about equally high."""
    heights = [_note(note) for note in notes]
    return min(
        range(ceil(len(notes) / 4), len(notes) + 1),
        key=lambda split: (max(sum(heights[:split]), sum(heights[split:])), split),
    )


def _running(text: str, style: Type) -> float:
    """The line over a side and the words under it."""
    return 4 * UNIT + height([Run(text, style)], WIDTH)


def _heading(words: str, style: Type = HEADING, measure: float = COLUMN) -> float:
    return 3 * UNIT + height([Run(words, style)], measure)


def _masthead(sheet: FactSheet) -> float:
    lead = _joined(sheet.message, LEAD)
    age = _cited(sheet.list_age, SMALL) if sheet.list_age else []
    place = height([Run(sheet.place_label, SMALL_BOLD)], EDITION_WIDTH)
    edition = place + 2 * SMALL.leading
    if sheet.listed:
        before, day, after = sheet.listed
        listed = [Run(f"{before} ", SMALL), Run(f"{day}{after}. ", SMALL_BOLD), *age]
        edition += height(listed, EDITION_WIDTH)
    title = 8 * UNIT + height([Run(wording.set_title(sheet), TITLE)], WIDTH)
    return title + max(height(lead, LEAD_WIDTH), edition)


def _standing(sheet: FactSheet) -> float:
    if sheet.standing == "balanced":
        return 0.0
    measure = WIDTH - 8 * UNIT - 2
    first = [Run(wording.STANDINGS[sheet.standing] + " ", HEADING), Run(sheet.standing_line, SMALL)]
    rest = (f"{finding.sentence}: {finding.numbers}" for finding in wording.failing(sheet))
    return 8 * UNIT + height(first, measure) + sum(height([Run(line, SMALL)], measure) for line in rest)


def _here(sheet: FactSheet) -> float:
    total = _heading(f"Here in {sheet.place_name}")
    for tier in sheet.here:
        label = Run(f"{tier.heading}. ", LABEL)
        total += _GAP + height([label, *_cited(tier.line, BODY)], COLUMN)
    return total + (height(_cited(sheet.policy, BODY), COLUMN) if sheet.policy else 0.0)


def _facts(sheet: FactSheet) -> float:
    return _heading("Not in dispute") + sum(_GAP + height(_point(fact), COLUMN) for fact in sheet.facts)


def _pairs(pairs: Sequence[Pair]) -> float:
    """The arguments, or the heading over the lines for a pen, which take what is left."""
    return _BLOCK + _heading("What each side says") + sum(map(_pair, pairs))


def _pair(pair: Pair) -> float:
    claims = (("Supporters say: ", pair.supporters), ("Critics say: ", pair.critics))
    question = 2 * UNIT + height([Run(pair.question, QUESTION)], WIDTH)
    return question + _GAP + max(height([Run(side, LABEL), *_point(point)], COLUMN) for side, point in claims)


def _shares(sheet: FactSheet) -> tuple[float, ...]:
    return SHARES_WITH_MEETING if sheet.meeting else SHARES


def _beside_qr(sheet: FactSheet, share: float) -> float:
    left = height(_joined(sheet.not_known, BODY), BESIDE_QR * share)
    return max(3 * UNIT + HEADING.leading + max(left, _act(sheet, BESIDE_QR * (1 - share))), QR_SIZE)


def _act(sheet: FactSheet, measure: float) -> float:
    act = height(_joined(sheet.act, BODY), measure) if sheet.act else 0.0
    return act + (_meeting(sheet.meeting, measure) if sheet.meeting else 0.0)


def _meeting(meeting: MeetingLines, measure: float) -> float:
    details = Run(f"{meeting.what} {meeting.origin}", SMALL, typed=True)
    return height([Run(meeting.when, LABEL, typed=True)], measure) + height([details], measure) + _GAP


def _foot(sheet: FactSheet) -> float:
    balance = f"Balance. {wording.balance_line(sheet.numbers)} " if sheet.numbers else ""
    left = height([Run(balance + wording.CHECK, FINE)], COLUMN)
    typed = height([Run(wording.short_check(sheet), FINE_BOLD)], COLUMN)
    return 7 * UNIT + max(left + typed, height([Run(sheet.imprint_line, FINE)], COLUMN))


def _models(sheet: FactSheet, table: ModelTable) -> float:
    head = 2 * UNIT + SMALL_BOLD.leading
    return _heading(table.heading) + head + sum(_model(model, table) for model in sheet.models)


def _model(model: ModelRow, table: ModelTable) -> float:
    name = noted(wording.model_name(model, table), model.notes, SMALL_BOLD)
    cells = (name, *([Run(text, SMALL)] for text in (model.where, model.who, model.when)))
    return 4 * UNIT + max(
        height(cell, column - CELL_GAP) for cell, column in zip(cells, MODEL_COLUMNS, strict=True)
    )


def _chart(sheet: FactSheet) -> float:
    if sheet.chart is None:
        return -_BLOCK  # what follows moves up
    caption = _GAP + height(_cited(sheet.chart.caption, SMALL), COLUMN)
    return _heading(sheet.chart.title, QUESTION) + CHART_HEIGHT + 2 * _GAP + caption


def _glossary(sheet: FactSheet) -> float:
    if not sheet.glossary:
        return -_BLOCK
    terms = ([Run(f"{term}. ", FINE_BOLD), *_cited(meaning, FINE)] for term, meaning in sheet.glossary)
    return _heading("Words used here") + sum(UNIT + height(term, COLUMN) for term in terms)


def _questions(sheet: FactSheet) -> float:
    decides = [_cited(sheet.decides, SMALL)] if sheet.decides else []
    items = [*decides, *([Run(question, SMALL)] for question in sheet.questions)]
    return _heading("Questions for officials") + sum(_GAP + height(item, COLUMN) for item in items)


def _how_made(sheet: FactSheet) -> float:
    lines = (UNIT + height([Run(line, FINE)], COLUMN) for line in sheet.how_made)
    return _heading("How this was made") + sum(lines)


def _note(note: Note) -> float:
    words = [Run(run.text, NOTE_ITALIC if run.italic else NOTE) for run in note.runs]
    tail = Run(f" {wording.note_tail(note)} ", NOTE)
    return UNIT + height([*words, tail, Run(note.link_text, NOTE_LINK)], COLUMN - HANG)


def _cited(words: Cited, style: Type) -> list[Run]:
    return noted(words.text, words.notes, style)


def _joined(paragraphs: Sequence[Cited], style: Type) -> list[Run]:
    return [run for words in paragraphs for run in (*_cited(words, style), Run(" ", style))]


def _point(point: Point) -> list[Run]:
    tag = [Run(f" {wording.tag(point)}", SMALL)] if point.tag else []
    return [*noted(point.text, point.notes, BODY), *tag]
