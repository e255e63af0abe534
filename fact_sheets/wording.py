"""The few words that the layout itself adds to a sheet: balance numbers, dates, and how to check it later.

``html`` prints them and ``fit`` measures them, so they are worded once.
"""

from dataclasses import dataclass, fields, replace
from urllib.parse import urlsplit

from fact_sheets.document import FactSheet, Finding, ModelRow, Note, NoteRun, Numbers, Point
from fact_sheets.sentences import language, say
from fact_sheets.typesetting import NBSP, capitalise

_SHORT_NAME = 24
_SHORT_CLAUSE = 40
_SHORT_TAG = 28
_SHORT_LOCATOR = 24


@dataclass(frozen=True, slots=True)
class TitleParts:
    """A title around the name of its place, which is empty in a title that does not name it."""

    before: str
    place: str
    after: str


def standing(name: str, tag: str = "en") -> str:
    """What a sheet that is not balanced says of itself, in capitals."""
    return say("standing.review_overdue" if name == "review overdue" else "standing.draft", tag)


def balance_line(numbers: Numbers, tag: str = "en") -> str:
    """The raw numbers, supporters first."""
    each = {
        f"{side}_{field.name}": getattr(numbers, field.name)[place]
        for place, side in enumerate(("supporters", "critics"))
        for field in fields(numbers)
    }
    return say("sheet.numbers", tag, **each)


def short_check(sheet: FactSheet) -> str:
    """The address to type, without its scheme."""
    parts = urlsplit(sheet.check_url)
    return f"{parts.netloc}{parts.path}"


def running_line(sheet: FactSheet) -> str:
    """The line at the head of side 2."""
    return say("sheet.running", sheet.language, place=sheet.place_label, on=sheet.on, code=sheet.code)


def failing(sheet: FactSheet) -> tuple[Finding, ...]:
    """The rules that keep the sheet from being called balanced."""
    return tuple(finding for finding in sheet.findings if finding.level == "block" and not finding.passed)


def model_name(model: ModelRow) -> str:
    """The first cell of a model's row; it says in words which models are in use here, and whose they are."""
    return f"{model.name} – {model.mark.replace(' ', NBSP)}" if model.mark else model.name


def stretches(key: str, /, tag: str = "en", **holes: object) -> tuple[tuple[str, bool], ...]:
    """A sentence cut around what is emphasised, each space between two of them at the start of the second."""
    cut, space = [], ""
    for words, strong in language(tag).stretches(key, **holes):
        cut.append((space + words.rstrip(" "), strong))
        space = " " if words.endswith(" ") else ""
    return tuple(cut)


def set_title(sheet: FactSheet) -> str:
    """The question as paper sets it: a short name and what follows the last comma stay unbroken."""
    words = sheet.title.replace(sheet.place_name, _kept_together(sheet.place_name, _SHORT_NAME))
    before, comma, last = words.rpartition(", ")
    return before + comma + _kept_together(last, _SHORT_CLAUSE) if comma else words


def title_parts(sheet: FactSheet, title: str) -> TitleParts:
    """A title cut around the name of the place; the space before the name goes with the name."""
    name = _kept_together(sheet.place_name, _SHORT_NAME)
    before, place, after = title.replace(sheet.place_name, name).partition(name)
    shown = before.rstrip(" ")
    return TitleParts(shown, before[len(shown) :] + place, after)


def note_runs(note: Note) -> tuple[NoteRun, ...]:
    """The words of a note, each space between two runs at the start of the second."""
    runs, space = [], ""
    for run in note.runs:
        words = space + run.text
        space = " " if words.endswith(" ") else ""
        runs.append(replace(run, text=words.rstrip(" ")))
    return tuple(runs)


def tag(point: Point) -> str:
    """The source beside a claim; a short one stays on one line."""
    return _kept_together(point.tag, _SHORT_TAG)


def note_tail(note: Note) -> str:
    """Where in the source the words stand, if that is short to say, and where the source stands."""
    where = note.locator or ""
    where = f"{capitalise(where.rstrip('.'))}. " if 0 < len(where) <= _SHORT_LOCATOR else ""
    return f"{where}{capitalise(note.perspective)}."


def _kept_together(words: str, most: int) -> str:
    """``words`` on one line, unless they are longer than ``most`` letters."""
    return words.replace(" ", NBSP) if len(words) <= most else words
