"""Testimony as a Word file that the speaker can edit. Loaded on use: python-docx takes 0.1 s to import."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

from docx import Document
from docx.document import Document as WordFile
from docx.shared import Pt

from fact_sheets.document import Note, Point
from fact_sheets.testimony.script import Script
from fact_sheets.testimony.speaker import say_limit
from fact_sheets.testimony.text import VIEW
from fact_sheets.testimony.written import WrittenComment

_SPEAKING = Pt(17)
_READING = Pt(11)
# Word files carry dates; a fixed one says nothing about when or where a speaker wrote.
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)


def speaking(script: Script) -> bytes:
    """One idea a paragraph in large type, the running time after it, cut lines between."""
    file = _new("Testimony")
    for index, line in enumerate(script.plan.lines):
        paragraph = file.add_paragraph()
        paragraph.paragraph_format.keep_together = True
        paragraph.add_run(line.text).font.size = _SPEAKING
        paragraph.add_run(f"   {say_limit(line.ends_at)}").font.size = _READING
        for cut in script.plan.cuts:
            if cut.after == index:
                closing = " ".join(script.plan.lines[i].text for i in cut.closing)
                file.add_paragraph(f"— Cut to {say_limit(cut.limit)}: stop here. {closing}", style="Intense Quote")
    _add_notes(file, script.notes)
    return _bytes(file)


def leave_behind(script: Script) -> bytes:
    """The same words with numbered endnotes; Word's own footnotes are beyond the library."""
    file = _new("Testimony with sources")
    file.add_paragraph(VIEW)
    for line in script.plan.lines:
        _add_marked(file, line.text, line.notes)
    _add_notes(file, script.notes)
    file.add_paragraph(f"Fact sheet with both sides: {script.check_line}")
    file.add_paragraph(script.imprint_line)
    return _bytes(file)


def if_asked(script: Script) -> bytes:
    """The other side's strongest claims with a sourced reply to each."""
    file = _new("If asked")
    for answer in script.if_asked:
        _add_point(file, "They may say", answer.point)
        if answer.reply:
            _add_point(file, "You may reply", answer.reply)
    _add_notes(file, script.notes)
    return _bytes(file)


def written(comment: WrittenComment) -> bytes:
    """The written comment, paragraphs and sources."""
    file = _new("Written comment")
    for paragraph in comment.paragraphs:
        file.add_paragraph(paragraph)
    _add_notes(file, comment.notes)
    return _bytes(file)


def _new(title: str) -> WordFile:
    file = Document()
    file.add_heading(title, level=1)
    properties = file.core_properties
    properties.title, properties.author, properties.comments, properties.last_modified_by = title, "", "", ""
    properties.created = properties.modified = _NO_DATE
    return file


def _add_point(file: WordFile, heading: str, point: Point) -> None:
    file.add_heading(heading, level=2)
    _add_marked(file, point.text, point.notes)


def _add_marked(file: WordFile, text: str, notes: Sequence[int]) -> None:
    paragraph = file.add_paragraph(text)
    if notes:
        paragraph.add_run(",".join(map(str, notes))).font.superscript = True


def _add_notes(file: WordFile, notes: Sequence[Note]) -> None:
    if notes:
        file.add_heading("Notes", level=2)
    for note in notes:
        paragraph = file.add_paragraph(f"{note.number}. ")
        for run in note.runs:
            paragraph.add_run(run.text).italic = run.italic
        paragraph.add_run(f" ({note.perspective}) {note.href}")


def _bytes(file: WordFile) -> bytes:
    buffer = BytesIO()
    file.save(buffer)
    return buffer.getvalue()
