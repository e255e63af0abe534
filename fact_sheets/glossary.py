"""The terms, chosen because they are printed on this sheet, and the sources of a term."""

import re
from collections.abc import Sequence
from functools import lru_cache

from fact_sheets.brief import Brief
from fact_sheets.citations import Notes
from fact_sheets.document import Cited
from fact_sheets.dossier import GlossaryTerm, Model
from fact_sheets.errors import DossierError
from fact_sheets.typesetting import set_words

PROGRAM = "287(g)"
_MODEL_MARKS: dict[Model, str] = {"JEM": "(JEM)", "WSO": "(WSO)", "TFM": "(TFM)"}


def sources_of(brief: Brief, mark: str) -> tuple[str, ...]:
    """The sources of the first term whose name contains ``mark``. Raises DossierError when there is none."""
    for term in brief.library.glossary:
        if mark in term.term:
            return term.source_ids
    raise DossierError(f"glossary: no term names {mark}, so the sheet cannot explain it")


def sources_of_model(brief: Brief, model: Model) -> tuple[str, ...]:
    """The sources of what a model is."""
    return sources_of(brief, _MODEL_MARKS[model])


def explaining(brief: Brief) -> tuple[GlossaryTerm, ...]:
    """The terms whose sources every sheet needs."""
    marks = (PROGRAM, *_MODEL_MARKS.values())
    terms = (next((term for term in brief.library.glossary if mark in term.term), None) for mark in marks)
    return tuple(term for term in terms if term is not None)


def glossary(brief: Brief, printed: Sequence[str], most: int, notes: Notes) -> tuple[GlossaryTerm, ...]:
    """The ``most`` terms that help here, in the library's order.

    Terms that ``printed`` uses come first, among them those whose source has a note already.
    """
    text = " ".join(printed).lower()

    def rank(item: tuple[int, GlossaryTerm]) -> tuple[bool, bool, int, int]:
        place, term = item
        uses = _uses(term.term, text)
        return (not uses, not notes.has_one_of(term.source_ids), -uses, place)

    ranked = sorted(enumerate(brief.library.glossary), key=rank)
    return tuple(term for _, term in sorted(ranked[:most], key=lambda item: item[0]))


def explained(terms: Sequence[GlossaryTerm], notes: Notes) -> tuple[tuple[str, Cited], ...]:
    """Each term with its meaning and one source."""
    return tuple(
        (set_words(term.term), Cited(set_words(term.definition), notes.cite_one_of(term.source_ids)))
        for term in terms
    )


@lru_cache(maxsize=1024)
def _uses(term: str, text: str) -> int:
    """How often any of a term's names is printed: "Task Force Model (TFM)" is also "Task Force" and "TFM"."""
    return sum(len(re.findall(rf"\b{re.escape(name)}", text)) for name in _names(term))


def _names(term: str) -> set[str]:
    parts = re.split(r"[()/]", term.lower())
    bare = (re.sub(r"\bmodel\b", "", part).strip() for part in parts)
    return {name for name in bare if len(name) > 1}
