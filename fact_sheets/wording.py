"""The few words that the layout itself adds to a sheet: the line of balance numbers, dates, and the way back here.

``html`` prints them and ``fit`` measures them, so they are worded once.
"""

from urllib.parse import urlsplit

from fact_sheets.document import FactSheet, Finding, ModelRow, Note, Numbers
from fact_sheets.typesetting import capitalise, say_date

SIDES = {"supporters": "Supporters", "critics": "Critics"}
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
    return f"Is it still right? Scan the square or type {short_check(sheet)}"


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
    return f"{model.name} – in force here" if model.in_force_here else model.name


def note_tail(note: Note) -> str:
    """Where in the source the words stand, and where the source stands."""
    where = f"{capitalise(note.locator.rstrip('.'))}. " if note.locator else ""
    return f"{where}{capitalise(note.perspective)}."
