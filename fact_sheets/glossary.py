"""The terms, chosen because they are printed on this sheet."""

import re
from collections.abc import Sequence
from functools import lru_cache

from fact_sheets.brief import Brief
from fact_sheets.citations import Notes
from fact_sheets.document import Cited
from fact_sheets.dossier import GlossaryTerm
from fact_sheets.typesetting import set_words


def glossary(brief: Brief, printed: Sequence[str], most: int, notes: Notes) -> tuple[GlossaryTerm, ...]:
    """The ``most`` terms that help here, in the library's order.

    Terms that ``printed`` uses come first, among them those whose source has a note already.
    """

    def rank(item: tuple[int, GlossaryTerm]) -> tuple[bool, bool, int, int]:
        place, term = item
        uses = sum([_uses(term.term, text) for text in printed])
        return (not uses, not notes.has_one_of(term.source_ids), -uses, place)

    ranked = sorted(enumerate(brief.library.glossary), key=rank)
    return tuple(term for _, term in sorted(ranked[:most], key=lambda item: item[0]))


def explained(terms: Sequence[GlossaryTerm], notes: Notes) -> tuple[tuple[str, Cited], ...]:
    """Each term with its meaning and one source."""
    return tuple(
        (set_words(term.term), Cited(set_words(term.definition), notes.cite_one_of(term.source_ids)))
        for term in terms
    )


@lru_cache(maxsize=8192)
def _uses(term: str, text: str) -> int:
    """How often any of a term's names is printed: "Jail Model (JM)" is also "Jail" and "JM"."""
    return sum(len(re.findall(rf"\b{re.escape(name)}", text.lower())) for name in _names(term))


def _names(term: str) -> set[str]:
    parts = re.split(r"[()/]", term.lower())
    bare = (re.sub(r"\bmodel\b", "", part).strip() for part in parts)
    return {name for name in bare if len(name) > 1}
