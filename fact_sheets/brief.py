"""What every section is written from: the facts of a dossier, and what follows from them, worked out once."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fact_sheets.citations import Pages
from fact_sheets.dossier import Claim, Dossier, Library, Local, Model, Scope, Source
from fact_sheets.situation import Situation, facts_of, holes_of, situation_of
from fact_sheets.speech import Voice
from fact_sheets.subject import Subject, Words


@dataclass(frozen=True, slots=True)
class Brief:
    """A dossier in the form that sections ask for: by id, with the situation and the words of the place."""

    local: Local
    library: Library
    situation: Situation
    claims: Mapping[str, Claim]
    current: Mapping[str, Claim]  # those that are in date
    sources: Mapping[str, Source]
    pages: Pages
    says: Words  # what the sheet says of the subject
    speaks: Words  # what a speaker says of it
    voice: Voice
    thrift: float = 1.0  # how much more than usual room on paper costs
    distances: dict[tuple[Scope, tuple[Model, ...]], float] = field(default_factory=dict)  # see relevance

    @property
    def subject(self) -> Subject:
        """What the sheet is about."""
        return self.library.subject


def brief_of(dossier: Dossier) -> Brief:
    """The brief of this dossier."""
    local, subject, sources = dossier.local, dossier.library.subject, dossier.sources
    situation = situation_of(local, subject)
    facts, holes = facts_of(local, situation), holes_of(local)
    return Brief(
        local=local,
        library=dossier.library,
        situation=situation,
        claims={claim.id: claim for claim in dossier.library.claims},
        current={claim.id: claim for claim in dossier.library.claims if local.on <= claim.last_day},
        sources={source.id: source for source in sources},
        pages=Pages(sources, subject.perspectives),
        says=Words(subject.sheet, facts, holes),
        speaks=Words(subject.testimony, facts, holes),
        voice=Voice(tuple(subject.said.items())),
    )
