"""Words that page and paper share, so that both say a date, a model or a side alike."""

from fact_sheets.here import rule_in_words
from fact_sheets.situation import MODEL_NAMES
from fact_sheets.testimony.speaker import say_limit
from fact_sheets.typesetting import (
    capitalise,
    count_of,
    join_words,
    say_as_of,
    say_date,
    say_number,
    set_words,
)
from fact_sheets.wording import balance_line, note_tail

__all__ = [
    "MODEL_NAMES",
    "STANCES",
    "balance_line",
    "capitalise",
    "count_of",
    "join_words",
    "note_tail",
    "rule_in_words",
    "say_as_of",
    "say_date",
    "say_limit",
    "say_number",
    "say_reading",
    "set_words",
]

STANCES = {
    "background": "Not in dispute",
    "supporters": "Supporters say",
    "critics": "Critics say",
    "mixed": "The evidence is mixed",
}


def say_reading(readers: int | None) -> str:
    """How many read a claim's words before they printed; None: they came with the starter library."""
    if readers is None:
        return "From the starter library, not yet read here."
    who = {0: "nobody", 1: "one person"}.get(readers, "two people")
    return f"Read by {who} who did not write it."
