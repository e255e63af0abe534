"""Words that page and paper share, so that both say a date, a model or a rule alike.

Pages may not import the press: templates get these words as filters and names, Python the few below.
"""

from collections.abc import Iterator
from typing import Any

from fact_sheets import typesetting
from fact_sheets.balance import RULES
from fact_sheets.here import rule_in_words
from fact_sheets.testimony.speaker import say_limit
from fact_sheets.typesetting import capitalise, say_as_of, say_date, say_number
from fact_sheets.wording import balance_line, note_tail

__all__ = ["FILTERS", "GLOBALS", "capitalise", "say_as_of", "say_date", "say_number"]


def say_reading(readers: int | None) -> str:
    """How many read a claim's words before they printed; None: they came with the starter library."""
    if readers is None:
        return "From the starter library, not yet read here."
    who = {0: "nobody", 1: "one person"}.get(readers, "two people")
    return f"Read by {who} who did not write it."


def balance_rules() -> Iterator[tuple[str, str, str]]:
    """Each rule of the gate, in its order: its name, the same as a sentence, and what exactly it asks."""
    for rule in RULES:
        asks, _, _ = (rule.__doc__ or "").strip().partition("\n")
        yield rule.__name__, rule.__name__.replace("_", " ").capitalize(), asks


FILTERS: dict[str, Any] = {
    "day": say_date,
    "as_of": say_as_of,
    "clock": say_limit,
    "reading": say_reading,
    "set": typesetting.set_words,
    "capitalised": capitalise,
}
GLOBALS: dict[str, Any] = {
    "join_words": typesetting.join_words,
    "note_tail": note_tail,
    "rule_in_words": rule_in_words,
    "balance_line": balance_line,
    "balance_rules": balance_rules,
}
