"""How much of the paper each section takes, from the widths of the letters and the geometry of the sheet.

The functions stand in the order of the templates that they reckon for. Heights and widths are in points.
"""

from collections.abc import Callable, Mapping, Sequence
from math import ceil
from typing import Literal

from fact_sheets import wording
from fact_sheets.document import Cited, FactSheet, MeetingLines, ModelRow, Note, Pair, Point
from fact_sheets.paper import UNIT, Paper, Type
from fact_sheets.sentences import say
from fact_sheets.setting import Run, height
from fact_sheets.subject import ModelTable

SHARES = (0.5, 0.45, 0.4, 0.55)  # of the room beside the square, for the first column: longer words get more
SHARES_WITH_MEETING = (*SHARES, 0.35, 0.3, 0.25)
Deeper = Literal["chart", "how_made", "questions", "glossary"]
_BLOCK = 4 * UNIT
_GAP = 2 * UNIT


def side_one(sheet: FactSheet) -> float:
    """The height of side 1."""
    return (
        _masthead(sheet)
        + _standing(sheet)
        + _BLOCK
        + max(_here(sheet), _facts(sheet))
        + _pairs(sheet)
        + _BLOCK
        + _beside_qr(sheet, _shares(sheet)[share_beside_qr(sheet) - 1])
        + _foot(sheet)
    )


def side_two(sheet: FactSheet) -> float:
    """The height of side 2."""
    paper = sheet.paper
    split = notes_in_first_column(sheet.notes, paper)
    columns = (sheet.notes[:split], sheet.notes[split:])
    return (
        _running(wording.running_line(sheet), paper)
        + _BLOCK
        + (_models(sheet, sheet.table) + _BLOCK if sheet.table else 0.0)
        + max(_stacked(sheet, parts) for parts in deeper(sheet))
        + _BLOCK
        + _headed(sheet, "notes")
        + max(sum(_note(note, paper) for note in column) for column in columns)
    )


def deeper(sheet: FactSheet) -> tuple[Sequence[Deeper], Sequence[Deeper]]:
    """What stands in the two columns of side 2, in reading order; what the subject leaves out closes up."""
    asked: list[Deeper] = ["questions"] if sheet.questions or sheet.decides else []
    terms: list[Deeper] = ["glossary"] if sheet.glossary else []
    if sheet.chart:
        return ["chart", "how_made"], [*asked, *terms]
    parts: list[Deeper] = [*asked, *terms, "how_made"]
    return parts[:1], parts[1:]


def share_beside_qr(sheet: FactSheet) -> int:
    """Which of the shares, counted from 1, makes the row beside the square lowest; the first of equals."""
    shares = _shares(sheet)
    return 1 + min(range(len(shares)), key=lambda place: _beside_qr(sheet, shares[place]))


def notes_in_first_column(notes: Sequence[Note], paper: Paper) -> int:
    """After how many notes the second column starts, so that both are about equally high."""
    heights = [_note(note, paper) for note in notes]
    return min(
        range(ceil(len(notes) / 4), len(notes) + 1),
        key=lambda split: (max(sum(heights[:split]), sum(heights[split:])), split),
    )


def _stacked(sheet: FactSheet, parts: Sequence[Deeper]) -> float:
    """The height of one column."""
    return sum(_DEEPER[part](sheet) for part in parts) + _BLOCK * max(0, len(parts) - 1)


def _running(text: str, paper: Paper) -> float:
    """The line over a side and the words under it."""
    return 4 * UNIT + height([Run(text, paper.type.small)], paper.width)


def _heading(words: str, paper: Paper, style: Type | None = None) -> float:
    return 3 * UNIT + height([Run(words, style or paper.type.heading)], paper.column)


def _headed(sheet: FactSheet, key: str, **holes: object) -> float:
    """The heading of a section, named as the sentences of the sheet name it."""
    return _heading(say(f"sheet.{key}", sheet.language, **holes), sheet.paper)


def _masthead(sheet: FactSheet) -> float:
    paper, faces = sheet.paper, sheet.paper.type
    lead = _joined(sheet.message, faces.lead, paper)
    place = height([Run(sheet.place_label, faces.small_bold)], paper.edition_width)
    edition = place + 2 * faces.small.leading
    if sheet.listed:
        before, day, after = sheet.listed
        age = _cited(sheet.list_age, faces.small, paper) if sheet.list_age else []
        listed = [Run(f"{before} ", faces.small), Run(f"{day}{after}. ", faces.small_bold), *age]
        edition += height(listed, paper.edition_width)
    title = 8 * UNIT + height([Run(wording.set_title(sheet), faces.title)], paper.width)
    return title + max(height(lead, paper.lead_width), edition)


def _standing(sheet: FactSheet) -> float:
    if sheet.standing == "balanced":
        return 0.0
    faces, measure = sheet.paper.type, sheet.paper.width - 8 * UNIT - 2
    first = [
        Run(wording.standing(sheet.standing, sheet.language) + " ", faces.heading),
        Run(sheet.standing_line, faces.small),
    ]
    rest = (f"{finding.sentence}: {finding.numbers}" for finding in wording.failing(sheet))
    return 8 * UNIT + height(first, measure) + sum(height([Run(line, faces.small)], measure) for line in rest)


def _here(sheet: FactSheet) -> float:
    paper, faces = sheet.paper, sheet.paper.type
    total = _headed(sheet, "here", place=sheet.place_name)
    for tier in sheet.here:
        label = Run(f"{tier.heading}. ", faces.label)
        total += _GAP + height([label, *_cited(tier.line, faces.body, paper)], paper.column)
    policy = height(_cited(sheet.policy, faces.body, paper), paper.column) if sheet.policy else 0.0
    return total + policy


def _facts(sheet: FactSheet) -> float:
    paper = sheet.paper
    facts = (_GAP + height(_point(fact, paper), paper.column) for fact in sheet.facts)
    return _headed(sheet, "facts") + sum(facts)


def _pairs(sheet: FactSheet) -> float:
    """The arguments, or the heading over the lines for a pen, which take what is left."""
    return _BLOCK + _headed(sheet, "pairs") + sum(_pair(pair, sheet) for pair in sheet.pairs)


def _pair(pair: Pair, sheet: FactSheet) -> float:
    paper = sheet.paper
    claims = (("supporters", pair.supporters), ("critics", pair.critics))
    question = 2 * UNIT + height([Run(pair.question, paper.type.question)], paper.width)
    return (
        question
        + _GAP
        + max(
            height(
                [Run(f"{say(f'sheet.{side}', sheet.language)} ", paper.type.label), *_point(point, paper)],
                paper.column,
            )
            for side, point in claims
        )
    )


def _shares(sheet: FactSheet) -> tuple[float, ...]:
    return SHARES_WITH_MEETING if sheet.meeting else SHARES


def _beside_qr(sheet: FactSheet, share: float) -> float:
    paper, faces = sheet.paper, sheet.paper.type
    left = height(_joined(sheet.not_known, faces.body, paper), paper.beside_qr * share)
    right = _act(sheet, paper.beside_qr * (1 - share))
    return max(3 * UNIT + faces.heading.leading + max(left, right), paper.qr_size)


def _act(sheet: FactSheet, measure: float) -> float:
    act = height(_joined(sheet.act, sheet.paper.type.body, sheet.paper), measure) if sheet.act else 0.0
    return act + (_meeting(sheet.meeting, sheet.paper, measure) if sheet.meeting else 0.0)


def _meeting(meeting: MeetingLines, paper: Paper, measure: float) -> float:
    when = Run(meeting.when, paper.type.label, typed=True)
    details = Run(f"{meeting.what} {meeting.origin}", paper.type.small, typed=True)
    return height([when], measure) + height([details], measure) + _GAP


def _foot(sheet: FactSheet) -> float:
    tag, faces, measure = sheet.language, sheet.paper.type, sheet.paper.column
    said = [
        *((say("sheet.balance", tag), wording.balance_line(sheet.numbers, tag)) if sheet.numbers else ()),
        say("sheet.check", tag),
    ]
    left = height([Run(" ".join(said), faces.fine)], measure)
    typed = height([Run(wording.short_check(sheet), faces.fine_bold)], measure)
    return 7 * UNIT + max(left + typed, height([Run(sheet.imprint_line, faces.fine)], measure))


def _models(sheet: FactSheet, table: ModelTable) -> float:
    paper = sheet.paper
    head = 2 * UNIT + paper.type.small_bold.leading
    rows = sum(_model(model, table, paper) for model in sheet.models)
    return _heading(table.heading, paper) + head + rows


def _model(model: ModelRow, table: ModelTable, paper: Paper) -> float:
    name = _noted(wording.model_name(model), model.notes, paper.type.small_bold, paper)
    cells = (name, *([Run(text, paper.type.small)] for text in (model.where, model.who, model.when)))
    return 4 * UNIT + max(
        height(cell, column - paper.cell_gap) for cell, column in zip(cells, paper.model_columns, strict=True)
    )


def _chart(sheet: FactSheet) -> float:
    if sheet.chart is None:
        return 0.0
    paper = sheet.paper
    caption = _GAP + height(_cited(sheet.chart.caption, paper.type.small, paper), paper.column)
    title = _heading(sheet.chart.title, paper, paper.type.question)
    return title + paper.chart_height + 2 * _GAP + caption


def _glossary(sheet: FactSheet) -> float:
    paper, faces = sheet.paper, sheet.paper.type
    terms = (
        [Run(f"{term}. ", faces.fine_bold), *_cited(meaning, faces.fine, paper)]
        for term, meaning in sheet.glossary
    )
    return _headed(sheet, "glossary") + sum(UNIT + height(term, paper.column) for term in terms)


def _questions(sheet: FactSheet) -> float:
    paper, small = sheet.paper, sheet.paper.type.small
    decides = [_cited(sheet.decides, small, paper)] if sheet.decides else []
    items = [*decides, *([Run(question, small)] for question in sheet.questions)]
    return _headed(sheet, "questions") + sum(_GAP + height(item, paper.column) for item in items)


def _how_made(sheet: FactSheet) -> float:
    paper = sheet.paper
    lines = (UNIT + height([Run(line, paper.type.fine)], paper.column) for line in sheet.how_made)
    return _headed(sheet, "how_made") + sum(lines)


_DEEPER: Mapping[Deeper, Callable[[FactSheet], float]] = {
    "chart": _chart,
    "how_made": _how_made,
    "questions": _questions,
    "glossary": _glossary,
}


def _note(note: Note, paper: Paper) -> float:
    faces = paper.type
    words = [Run(run.text, faces.note_italic if run.italic else faces.note) for run in note.runs]
    tail = Run(f" {wording.note_tail(note)} ", faces.note)
    return UNIT + height([*words, tail, Run(note.link_text, faces.note_link)], paper.column - paper.hang)


def _noted(text: str, notes: Sequence[int], style: Type, paper: Paper) -> list[Run]:
    """Words and the superior figures after them."""
    if not notes:
        return [Run(text, style)]
    faces = paper.type
    superior = faces.superior if style.size > faces.small.size else faces.superior_small
    return [Run(text.strip(), style), Run(",".join(map(str, notes)), superior)]


def _cited(words: Cited, style: Type, paper: Paper) -> list[Run]:
    return _noted(words.text, words.notes, style, paper)


def _joined(paragraphs: Sequence[Cited], style: Type, paper: Paper) -> list[Run]:
    return [run for words in paragraphs for run in (*_cited(words, style, paper), Run(" ", style))]


def _point(point: Point, paper: Paper) -> list[Run]:
    tag = [Run(f" {wording.tag(point)}", paper.type.small)] if point.tag else []
    return [*_noted(point.text, point.notes, paper.type.body, paper), *tag]
