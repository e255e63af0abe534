"""What every section is written from: the facts of a dossier, and what follows from them, worked out once."""

from collections.abc import Mapping
from dataclasses import dataclass

from fact_sheets.citations import Pages
from fact_sheets.dossier import Claim, Dossier, Library, Local, Source
from fact_sheets.situation import Situation, situation_of


@dataclass(frozen=True, slots=True)
class Brief:
    """A dossier in the form that sections ask: by id, and with the situation of the place."""

    local: Local
    library: Library
    situation: Situation
    claims: Mapping[str, Claim]
    sources: Mapping[str, Source]
    pages: Pages


def brief_of(dossier: Dossier) -> Brief:
    """The brief of this dossier."""
    sources = dossier.sources
    return Brief(
        local=dossier.local,
        library=dossier.library,
        situation=situation_of(dossier.local),
        claims={claim.id: claim for claim in dossier.library.claims},
        sources={source.id: source for source in sources},
        pages=Pages(sources),
    )
