"""The few words that the layout itself adds to a sheet: balance numbers, dates, and how to check it later.

``html`` prints them and ``fit`` measures them, so they are worded once.
"""

from urllib.parse import urlsplit

from fact_sheets.document import FactSheet, Finding, ModelRow, Note, Numbers, Point
from fact_sheets.typesetting import NBSP, capitalise, say_date

SIDES = {"supporters": "Supporters", "critics": "Critics"}
_SHORT_TAG = 28
STANDINGS = {"draft": "DRAFT – NOT BALANCED", "review overdue": "REVIEW OVERDUE"}


def balance_line(numbers: Numbers) -> str:
    """The raw numbers, supporters first."""
    pairs = (
        (numbers.claims, "claims"),
        (numbers.words, "words"),
        (numbers.citations, "citations"),
        (numbers.publishers, "publishers"),
    )
    counts = "; ".join(f"{ours} and {theirs} {noun}" for (ours, theirs), noun in pairs)
    ours, theirs = numbers.grades
    return f"Supporters and critics: {counts}; reading grade {ours:.1f} and {theirs:.1f}."


def check_line(sheet: FactSheet) -> str:
    """How to find out whether a printed sheet is still right."""
    return f"Is this sheet still right? Scan the square or type {short_check(sheet)}"


def short_check(sheet: FactSheet) -> str:
    """The address to type, without its scheme."""
    parts = urlsplit(sheet.check_url)
    return f"{parts.netloc}{parts.path}"


def running_line(sheet: FactSheet) -> str:
    """The line at the head of side 2."""
    return f"{sheet.place_label} · side 2 of 2 · as of {say_date(sheet.on)} · edition {sheet.code}"


def failing(sheet: FactSheet) -> tuple[Finding, ...]:
    """The rules that keep the sheet from being called balanced."""
    return tuple(finding for finding in sheet.findings if finding.level == "block" and not finding.passed)


def model_name(model: ModelRow) -> str:
    """The first cell of a model's row; it says in words which models are in force here."""
    return f"{model.name} – in{NBSP}force{NBSP}here" if model.in_force_here else model.name


def tag(point: Point) -> str:
    """The source beside a claim; a short one stays on one line."""
    return point.tag.replace(" ", NBSP) if len(point.tag) <= _SHORT_TAG else point.tag


def note_tail(note: Note) -> str:
    """Where in the source the words stand, and where the source stands."""
    where = f"{capitalise(note.locator.rstrip('.'))}. " if note.locator else ""
    return f"{where}{capitalise(note.perspective)}."
