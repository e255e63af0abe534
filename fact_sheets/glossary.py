"""The terms, chosen because they are printed on this sheet, and the sources of a term."""

import re
from collections.abc import Sequence

from fact_sheets.citations import Notes
from fact_sheets.document import Cited
from fact_sheets.dossier import Dossier, GlossaryTerm, Model
from fact_sheets.errors import DossierError
from fact_sheets.typesetting import set_words

PROGRAM = "287(g)"
_MODEL_MARKS: dict[Model, str] = {"JEM": "(JEM)", "WSO": "(WSO)", "TFM": "(TFM)"}


def sources_of(dossier: Dossier, mark: str) -> tuple[str, ...]:
    """The sources of the first term whose name contains ``mark``. Raises DossierError when there is none."""
    for term in dossier.glossary:
        if mark in term.term:
            return term.source_ids
    raise DossierError(f"glossary: no term names {mark}, so the sheet cannot explain it")


def sources_of_model(dossier: Dossier, model: Model) -> tuple[str, ...]:
    """The sources of what a model is."""
    return sources_of(dossier, _MODEL_MARKS[model])


def glossary(
    dossier: Dossier, printed: Sequence[str], most: int, notes: Notes
) -> tuple[tuple[str, Cited], ...]:
    """The ``most`` terms that help here, in the dossier's order, each with one source.

    Terms that ``printed`` uses come first, among them those whose source has a note already.
    """
    text = " ".join(printed).lower()

    def rank(item: tuple[int, GlossaryTerm]) -> tuple[bool, bool, int, int]:
        place, term = item
        uses = _uses(term, text)
        return (not uses, not notes.has_one_of(term.source_ids), -uses, place)

    ranked = sorted(enumerate(dossier.glossary), key=rank)
    chosen = sorted(ranked[:most])
    return tuple(
        (set_words(term.term), Cited(set_words(term.definition), notes.cite_one_of(term.source_ids)))
        for _, term in chosen
    )


def _uses(term: GlossaryTerm, text: str) -> int:
    """How often any of a term's names is printed: "Task Force Model (TFM)" is also "Task Force" and "TFM"."""
    return sum(len(re.findall(rf"\b{re.escape(name)}", text)) for name in _names(term))


def _names(term: GlossaryTerm) -> set[str]:
    parts = re.split(r"[()/]", term.term.lower())
    bare = (re.sub(r"\bmodel\b", "", part).strip() for part in parts)
    return {name for name in bare if len(name) > 1}
