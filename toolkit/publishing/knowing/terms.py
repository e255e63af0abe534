"""The glossary: what the terms of the subject mean, and who says so."""

from collections.abc import Mapping
from dataclasses import dataclass

from fact_sheets.dossier import GlossaryTerm, Source
from toolkit.publishing.knowing import library


@dataclass(frozen=True, slots=True)
class Glossary:
    """All terms in the order of the library, and their sources."""

    terms: tuple[GlossaryTerm, ...]
    sources: Mapping[str, Source]


def glossary(subject: str = "") -> Glossary:
    """The subject's terms."""
    terms = library.library(subject).glossary
    cited = {source_id for term in terms for source_id in term.source_ids}
    return Glossary(terms, {source.id: source for source in library.sources(cited)})
