"""Claims as readers see them: each with its standing, sources and what answers it."""

from collections.abc import Mapping
from dataclasses import dataclass

from fact_sheets.dossier import Claim, Source
from toolkit import models
from toolkit.database import session
from toolkit.publishing.knowing import corrections, library
from toolkit.publishing.knowing.corrections import LogEntry


@dataclass(frozen=True, slots=True)
class ClaimsOfTopic:
    """A topic with its claims; ``name`` is "legal-authority" as the library files it."""

    name: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class ClaimList:
    """Every claim that may print, by topic, and the sources they cite."""

    topics: tuple[ClaimsOfTopic, ...]
    sources: Mapping[str, Source]


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """One claim with its sources, the claims that answer it and the contested questions it belongs to."""

    claim: Claim
    sources: Mapping[str, Source]
    answers: tuple[Claim, ...]
    questions: tuple[str, ...]
    corrections: tuple[LogEntry, ...]  # the newest first


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A claim that printed once and prints no more, with the words that printed last."""

    id: str
    stance: str
    words: str
    corrections: tuple[LogEntry, ...]


def every_claim(subject: str = "") -> ClaimList:
    """The claims that print, topics in the order of the library."""
    claims = library.library(subject).claims
    names = dict.fromkeys(claim.topic for claim in claims)
    topics = tuple(
        ClaimsOfTopic(name, tuple(claim for claim in claims if claim.topic == name)) for name in names
    )
    return ClaimList(topics, _sources(claims))


def subject_of(claim_id: str) -> str:
    """The id of the subject that the claim with this id belongs to; empty where there is none."""
    row = session().get(models.Claim, claim_id)
    return row.subject if row else ""


def find(claim_id: str, subject: str = "") -> ClaimPage | None:
    """The claim of the subject with this id, where it prints."""
    shelf = library.library(subject)
    by_id = {claim.id: claim for claim in shelf.claims}
    claim = by_id.get(claim_id)
    if claim is None:
        return None
    asked_in = (d for d in shelf.disputes if claim_id in (*d.supporters, *d.critics, *d.mixed))
    return ClaimPage(
        claim=claim,
        sources=_sources((claim,)),
        answers=tuple(by_id[other] for other in claim.counter_claims if other in by_id),
        questions=tuple(dispute.question for dispute in asked_in),
        corrections=corrections.of_claim(claim_id),
    )


def withdrawn(claim_id: str) -> Withdrawn | None:
    """The claim with this id, where it prints no more and readers were told so."""
    row = session().get(models.Claim, claim_id)
    told = corrections.of_claim(claim_id) if row is not None and row.printed is None else ()
    return Withdrawn(claim_id, row.stance, told[0].was, told) if row is not None and told else None


def citing(source_id: str, subject: str = "") -> tuple[Claim, ...]:
    """The claims of the subject that print and cite this source."""
    claims = library.library(subject).claims
    return tuple(c for c in claims if any(citation.source_id == source_id for citation in c.citations))


def _sources(claims: tuple[Claim, ...]) -> dict[str, Source]:
    ids = {citation.source_id for claim in claims for citation in claim.citations}
    return {source.id: source for source in library.sources(ids)}
