"""Errata → strips: what each says, in reading order, and where it goes on when one strip cannot hold it.

Every strip of a page says the same, so that a page is cut into strips for two or four handouts. What does not
fit goes on in the same places of the next page: nothing is cut off, and no type shrinks.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import urlsplit

from fact_sheets.citations import Notes, Pages
from fact_sheets.errata.cell import APART, CELLS, GAP, HEAD_PADDING, HEAD_RULE, SMALL, SMALL_BOLD, Cell
from fact_sheets.errata.errata import Corrected, Errata
from fact_sheets.errata.lines import lines
from fact_sheets.paper import Type
from fact_sheets.sentences import language, say
from fact_sheets.setting import Run, height
from fact_sheets.typesetting import set_words
from fact_sheets.wording import note_tail

Kind = Literal["claim", "was", "now", "small"]
_LEAST = 2  # lines of a paragraph at the foot of a strip


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words after a label; the rest of one that goes on has no label."""

    kind: Kind
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Strips:
    """The strips of one sheet: what stands at the head of each, and the paragraphs of each part."""

    cell: Cell
    language: str
    title: str
    about: str
    issue: str
    address: str
    as_of: str
    check_url: str
    parts: tuple[tuple[Paragraph, ...], ...]

    def heading(self, part: int) -> str:
        """The title of part ``part``, from 1."""
        if len(self.parts) == 1:
            return say("errata.correction", self.language)
        return say("errata.part", self.language, part=part, parts=len(self.parts))


def compose(errata: Errata) -> Strips:
    """The strips in as many parts as it takes."""
    cell, tag = CELLS[errata.up], errata.language
    parts = urlsplit(errata.check_url)
    whole = Strips(
        cell=cell,
        language=tag,
        title=say("errata.title", tag, code=errata.code),
        about=set_words(errata.title),
        issue=set_words(say("errata.issue", tag, code=errata.code, issued=errata.issued_on)),
        address=f"{parts.netloc}{parts.path}",
        as_of=set_words(say("errata.as_of", tag, on=errata.on)),
        check_url=errata.check_url,
        parts=(),
    )
    room = cell.height - _head(whole) - cell.words.leading  # a line to spare: widths are estimates
    groups = [list(_claim(claim, errata)) for claim in errata.corrected]
    return replace(whole, parts=tuple(_parts(groups, cell, room)))


def style_of(kind: Kind, cell: Cell) -> Type:
    """How a paragraph of this kind is set."""
    now = replace(cell.words, weight=600)
    return {"claim": SMALL_BOLD, "was": cell.words, "now": now, "small": SMALL}[kind]


def _head(strips: Strips) -> float:
    """The height of everything over the first claim, for the longest title."""
    measure = strips.cell.beside_square
    longest = say("errata.part", strips.language, part=10, parts=10)
    title = height([Run(longest, strips.cell.title)], measure)
    about = (strips.about, strips.issue, strips.address, strips.as_of)
    said = title + sum(height([Run(line, SMALL_BOLD)], measure) for line in about)
    return HEAD_RULE + HEAD_PADDING + max(said, strips.cell.square)


def _claim(claim: Corrected, errata: Errata) -> Iterator[Paragraph]:
    voice = language(errata.language).say
    became = "errata.withdrawn" if claim.today is None else "errata.changed"
    yield Paragraph("claim", set_words(voice(became, claim=claim.claim_id)), "")
    yield Paragraph("was", voice("errata.was"), set_words(claim.was))
    now = voice("errata.now_withdrawn") if claim.today is None else claim.today
    now = voice("errata.now_same") if claim.today == claim.was else now
    yield Paragraph("now", voice("errata.now"), set_words(now))
    for told in claim.told:
        yield Paragraph("small", voice("errata.told", on=told.on), set_words(told.sentence))
    yield from _sources(claim, errata)


def _sources(claim: Corrected, errata: Errata) -> Iterator[Paragraph]:
    cited = {citation.source_id for citation in claim.citations}
    sources = (source for source in errata.sources if source.id in cited)
    notes = Notes(Pages(sources, errata.perspectives))
    notes.cite(claim.citations)
    for note in notes.printed():
        words = "".join(run.text for run in note.runs)
        told = f"{words} {note_tail(note)} {note.link_text}".rstrip()
        yield Paragraph("small", say("errata.source", errata.language), told)


def _parts(groups: list[list[Paragraph]], cell: Cell, room: float) -> Iterator[tuple[Paragraph, ...]]:
    """The paragraphs in portions of ``room`` points. A claim that the strip cannot hold begins the next."""
    portion: list[Paragraph] = []
    left = room
    for group in groups:
        waiting = list(group)
        whole = sum(_height(paragraph, cell) for paragraph in group)
        if portion and left < whole:
            yield tuple(portion)
            portion, left = [], room
        while waiting:
            paragraph = waiting.pop(0)
            if _height(paragraph, cell) <= left:
                portion.append(paragraph)
                left -= _height(paragraph, cell)
                continue
            begun, rest = _cut(paragraph, cell, left if portion else room)
            yield (*portion, begun) if begun else tuple(portion)
            portion, left = [], room
            waiting.insert(0, rest)
    yield tuple(portion)


def _height(paragraph: Paragraph, cell: Cell) -> float:
    style = style_of(paragraph.kind, cell)
    return _gap(paragraph) + len(lines(paragraph.label, paragraph.text, style, cell.width)) * style.leading


def _gap(paragraph: Paragraph) -> float:
    return 2 * APART if paragraph.kind == "claim" else GAP


def _cut(paragraph: Paragraph, cell: Cell, left: float) -> tuple[Paragraph | None, Paragraph]:
    """What of a paragraph stands in ``left`` points, if that is enough to begin it, and what goes on."""
    style = style_of(paragraph.kind, cell)
    found = lines(paragraph.label, paragraph.text, style, cell.width)
    fitting = min(int((left - _gap(paragraph)) // style.leading), len(found) - _LEAST)
    if fitting < _LEAST:
        return None, paragraph
    begun = replace(paragraph, text="".join(found[:fitting]).rstrip(" "))
    return begun, replace(paragraph, label="", text="".join(found[fitting:]))
