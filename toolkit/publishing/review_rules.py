"""What the press says to a claim's words before readers see them: the rules that would block any sheet."""

from fact_sheets.lexicon import loaded_words
from toolkit.publishing import subjects


def faults(text: str) -> tuple[str, ...]:
    """Every word that takes a side outside quotation marks, with what to write instead, a sentence each."""
    return tuple(
        f"“{hit.found}” takes a side. Write “{hit.entry.neutral}” instead, or quote who said it."
        for hit in loaded_words(text, subjects.current().loaded)
    )
