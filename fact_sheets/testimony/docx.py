"""Testimony as a Word file that the speaker can edit. Loaded on use: python-docx takes 0.1 s to import."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordFile
from docx.shared import Pt

from fact_sheets.document import Note, Point
from fact_sheets.sentences import say
from fact_sheets.testimony import wording
from fact_sheets.testimony.script import Script
from fact_sheets.testimony.speaker import say_limit
from fact_sheets.testimony.written import WrittenComment
from fact_sheets.wording import note_tail

_SPEAKING = Pt(17)
_READING = Pt(11)
# Word files carry dates; a fixed one says nothing about when or where a speaker wrote.
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
_NO_MINUTE = (2000, 1, 1, 0, 0, 0)


def speaking(script: Script) -> bytes:
    """One idea a paragraph in large type, the running time after it, cut lines between."""
    file = _new(say("testimony.testimony"), script.view)
    for index, line in enumerate(script.plan.lines):
        paragraph = file.add_paragraph()
        paragraph.paragraph_format.keep_together = True
        paragraph.add_run(line.text).font.size = _SPEAKING
        aside = [say_limit(line.ends_at), wording.skipped_at(script, index)]
        paragraph.add_run("   " + ", ".join(filter(None, aside))).font.size = _READING
        for cut in script.plan.cuts:
            if cut.after == index:
                said = f"{wording.cut_line(cut)} {wording.closing(script, cut)}"
                file.add_paragraph(said.rstrip(), style="Intense Quote")
    file.add_paragraph(wording.timing(script))
    _add_notes(file, script.notes_of_lines)
    file.add_paragraph(script.imprint_line)
    return _bytes(file)


def leave_behind(script: Script) -> bytes:
    """The same words with numbered endnotes; Word's own footnotes are beyond the library."""
    file = _new(script.title, script.view)
    file.add_paragraph(script.place_label)
    for line in script.plan.lines:
        _add_marked(file, line.text, line.notes)
    _add_notes(file, script.notes_of_lines)
    file.add_paragraph(say("testimony.fact_sheet_at", url=script.check_url))
    file.add_paragraph(script.imprint_line)
    return _bytes(file)


def if_asked(script: Script) -> bytes:
    """The other side's strongest claims with a sourced reply to each."""
    file = _new(say("if_asked.kicker"), script.place_label)
    for answer in script.if_asked:
        _add_point(file, say("if_asked.they"), answer.point)
        if answer.reply:
            _add_point(file, say("if_asked.you"), answer.reply)
        else:
            file.add_paragraph(say("testimony.no_reply"))
    _add_notes(file, script.notes_of_answers)
    return _bytes(file)


def written(comment: WrittenComment) -> bytes:
    """The written comment, paragraphs and sources; nothing that its cap does not count."""
    file = _new(comment.heading)
    for paragraph in comment.paragraphs:
        file.add_paragraph(paragraph)
    if comment.sources:
        file.add_heading(say("testimony.sources"), level=2)
    for source in comment.sources:
        file.add_paragraph(source.text)
    return _bytes(file)


def _new(heading: str, *below: str) -> WordFile:
    """A file whose properties say nothing but that it is testimony."""
    file = Document()
    file.add_heading(heading, level=1)
    for words in below:
        file.add_paragraph(words)
    properties = file.core_properties
    properties.title, properties.language = say("testimony.testimony"), "en-US"
    properties.author = properties.comments = properties.last_modified_by = properties.keywords = ""
    properties.created = properties.modified = _NO_DATE
    return file


def _add_point(file: WordFile, heading: str, point: Point) -> None:
    file.add_heading(heading, level=2)
    _add_marked(file, point.text, point.notes)


def _add_marked(file: WordFile, text: str, notes: Sequence[int]) -> None:
    paragraph = file.add_paragraph(text)
    if notes:
        paragraph.add_run(",".join(map(str, notes))).font.superscript = True


def _add_notes(file: WordFile, notes: Iterable[Note]) -> None:
    file.add_heading(say("testimony.notes"), level=2)
    for note in notes:
        paragraph = file.add_paragraph(f"{note.number}. ")
        for run in note.runs:
            paragraph.add_run(run.text).italic = run.italic
        paragraph.add_run(f" {note_tail(note)} {note.href}".rstrip())


def _bytes(file: WordFile) -> bytes:
    saved, undated = BytesIO(), BytesIO()
    file.save(saved)
    with ZipFile(saved) as dated, ZipFile(undated, "w", ZIP_DEFLATED) as packed:
        for name in dated.namelist():  # the parts of a Word file carry the minute of their making
            packed.writestr(ZipInfo(name, _NO_MINUTE), dated.read(name), ZIP_DEFLATED)
    return undated.getvalue()
