"""Does the sheet fit its paper? An estimate from the widths of the letters, without a renderer.

It goes through the templates' sections in their order and adds up what they take. It errs on the side of too
full by a line or two, so a sheet that fits here fits on paper. Heights and widths are in points.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from fact_sheets import wording
from fact_sheets.document import Cited, FactSheet, ModelRow, Note, Pair, Point
from fact_sheets.layout import (
    AIR_LEVELS,
    BODY,
    CELL_GAP,
    CHART_HEIGHT,
    COLUMN,
    EDITION_WIDTH,
    FINE,
    FINE_BOLD,
    HANG,
    HEADING,
    HEIGHT,
    LABEL,
    LEAD,
    LEAD_WIDTH,
    MODEL_COLUMNS,
    NARROW,
    NOTE,
    NOTE_ITALIC,
    NOTE_LINK,
    QR_SIZE,
    QUESTION,
    SMALL,
    SMALL_BOLD,
    TITLE,
    UNIT,
    WIDTH,
    Type,
)
from fact_sheets.setting import Run, height, noted
from fact_sheets.typesetting import say_date

_BLOCK = 4 * UNIT
_GAP = 2 * UNIT
_GAPS_OF_SIDE_TWO = 4


@dataclass(frozen=True, slots=True)
class Room:
    """One side of the paper: the height its content takes, and the height there is."""

    used: float
    available: float = HEIGHT

    @property
    def fits(self) -> bool:
        """Whether the content stays on its side."""
        return self.used <= self.available

    @property
    def left(self) -> float:
        """What stays empty; negative when the content runs over."""
        return self.available - self.used


@dataclass(frozen=True, slots=True)
class FitReport:
    """Both sides of a sheet."""

    side_one: Room
    side_two: Room

    @property
    def fits(self) -> bool:
        """Whether the sheet is two pages."""
        return self.side_one.fits and self.side_two.fits


def fits(sheet: FactSheet) -> FitReport:
    """How full both sides of ``sheet`` are."""
    return FitReport(Room(_side_one(sheet)), Room(_side_two(sheet)))


def air(sheet: FactSheet) -> tuple[int, int]:
    """By how many UNITs the gaps of each side may grow, so that a short sheet still fills its pages."""
    room = fits(sheet)
    gaps_of_side_one = 2 + bool(sheet.pairs) + len(sheet.pairs)
    return _air(room.side_one, gaps_of_side_one), _air(room.side_two, _GAPS_OF_SIDE_TWO)


def notes_in_first_column(notes: Sequence[Note]) -> int:
    """After how many notes the second column starts, so that both are about equally high."""
    heights = [_note(note) for note in notes]
    return min(
        range(ceil(len(notes) / 4), len(notes) + 1),
        key=lambda split: (max(sum(heights[:split]), sum(heights[split:])), split),
    )


def _air(room: Room, gaps: int) -> int:
    return max(0, min(AIR_LEVELS, int(room.left / (gaps * UNIT))))


def _side_one(sheet: FactSheet) -> float:
    return (
        _masthead(sheet)
        + _standing(sheet)
        + _BLOCK
        + max(_here(sheet), _facts(sheet))
        + _pairs(sheet.pairs)
        + _BLOCK
        + max(_narrow(sheet.not_known), _narrow(sheet.act), QR_SIZE)
        + _foot(sheet)
    )


def _side_two(sheet: FactSheet) -> float:
    split = notes_in_first_column(sheet.notes)
    columns = (sheet.notes[:split], sheet.notes[split:])
    return (
        _running(wording.running_line(sheet), SMALL)
        + _BLOCK
        + _models(sheet.models)
        + _BLOCK
        + max(_chart(sheet) + _BLOCK + _how_made(sheet), _questions(sheet) + _BLOCK + _glossary(sheet))
        + _BLOCK
        + _heading("Notes")
        + max(sum(map(_note, column)) for column in columns)
    )


def _running(text: str, style: Type) -> float:
    """The line over a side and the words under it."""
    return 4 * UNIT + height([Run(text, style)], WIDTH)


def _heading(words: str, style: Type = HEADING, measure: float = COLUMN) -> float:
    return 3 * UNIT + height([Run(words, style)], measure)


def _masthead(sheet: FactSheet) -> float:
    lead = [run for words in sheet.message for run in (*noted(words.text, words.notes, LEAD), Run(" ", LEAD))]
    age = _cited(sheet.list_age, SMALL) if sheet.list_age else []
    listed = [Run(f"ICE’s list of {say_date(sheet.list_date)}. ", SMALL_BOLD), *age]
    edition = 2 * SMALL.leading + height(listed, EDITION_WIDTH)
    title = 5 * UNIT + height([Run(sheet.title, TITLE)], WIDTH)
    kicker = _running(f"Fact sheet on 287(g) · {sheet.place_label}", SMALL_BOLD)
    return kicker + title + max(height(lead, LEAD_WIDTH), edition)


def _standing(sheet: FactSheet) -> float:
    if sheet.standing == "balanced":
        return 0.0
    measure = WIDTH - 8 * UNIT - 2
    first = [Run(wording.STANDINGS[sheet.standing] + " ", QUESTION), Run(sheet.standing_line, SMALL)]
    rest = (f"{finding.sentence}: {finding.numbers}" for finding in wording.failing(sheet))
    return 8 * UNIT + height(first, measure) + sum(height([Run(line, SMALL)], measure) for line in rest)


def _here(sheet: FactSheet) -> float:
    total = _heading(f"Here in {sheet.place_name}")
    for tier in sheet.here:
        label = Run(f"{tier.heading}. ", LABEL)
        total += _GAP + height([label, *_cited(tier.line, BODY)], COLUMN - HANG)
    return total + (height(_cited(sheet.policy, BODY), COLUMN) if sheet.policy else 0.0)


def _facts(sheet: FactSheet) -> float:
    return _heading("Not in dispute") + sum(_GAP + height(_point(fact), COLUMN) for fact in sheet.facts)


def _pairs(pairs: Sequence[Pair]) -> float:
    return (_BLOCK + _heading("What each side says") + sum(map(_pair, pairs))) if pairs else 0.0


def _pair(pair: Pair) -> float:
    claims = (("Supporters say: ", pair.supporters), ("Critics say: ", pair.critics))
    question = 2 * UNIT + height([Run(pair.question, QUESTION)], WIDTH)
    return question + _GAP + max(height([Run(side, LABEL), *_point(point)], COLUMN) for side, point in claims)


def _narrow(paragraphs: Sequence[Cited]) -> float:
    return 3 * UNIT + HEADING.leading + sum(height(_cited(words, BODY), NARROW) for words in paragraphs)


def _foot(sheet: FactSheet) -> float:
    balance = f"Balance. {wording.balance_line(sheet.numbers)} " if sheet.numbers else ""
    texts = (balance + wording.check_line(sheet), sheet.imprint_line)
    return 7 * UNIT + max(height([Run(text, FINE)], COLUMN) for text in texts)


def _models(models: Sequence[ModelRow]) -> float:
    head = 2 * UNIT + SMALL_BOLD.leading
    return _heading("Three models of agreement") + head + sum(map(_model, models))


def _model(model: ModelRow) -> float:
    name = noted(wording.model_name(model), model.notes, SMALL_BOLD)
    cells = (name, *([Run(text, SMALL)] for text in (model.where, model.who, model.when)))
    return 4 * UNIT + max(
        height(cell, column - CELL_GAP) for cell, column in zip(cells, MODEL_COLUMNS, strict=True)
    )


def _chart(sheet: FactSheet) -> float:
    caption = _GAP + height(_cited(sheet.chart.caption, SMALL), COLUMN)
    return _heading(sheet.chart.title, QUESTION) + CHART_HEIGHT + 2 * _GAP + caption


def _glossary(sheet: FactSheet) -> float:
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


def _point(point: Point) -> list[Run]:
    tag = [Run(f" {wording.tag(point)}", SMALL)] if point.tag else []
    return [*noted(point.text, point.notes, BODY), *tag]
