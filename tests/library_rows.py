"""A dossier's library and rules as rows: publishing must gather them into the same dossier again."""

from collections.abc import Iterator
from datetime import date

from fact_sheets import dossier as facts
from toolkit import models
from toolkit.curation.records.records import slug
from toolkit.imports.publishers import LIST_SOURCE
from toolkit.ledger.claim_words import FIELDS, Citation, ClaimWords
from toolkit.ledger.revisions import to_revision

LATER = date(2027, 2, 19)


def rows(dossier: facts.Dossier) -> Iterator[models.Base]:
    """Sources first, then what cites them."""
    for source in dossier.sources:
        yield source_row(source, LIST_SOURCE if source.id == dossier.local.roster.source_id else source.id)
    for claim in dossier.library.claims:
        yield claim_row(claim)
    for position, dispute in enumerate(dossier.library.disputes):
        yield dispute_row(dispute, position)
    for position, question in enumerate(dossier.library.questions):
        yield question_row(question, position)
    for position, term in enumerate(dossier.library.glossary):
        yield models.GlossaryTerm(
            id=slug(term.term, 60),
            term=term.term,
            position=position,
            definition=term.definition,
            sources=list(term.source_ids),
        )
    yield from rule_rows(dossier)


def source_row(source: facts.Source, source_id: str) -> models.Source:
    """A source as the library keeps it."""
    return models.Source(
        id=source_id,
        csl=dict(source.csl),
        title=source.csl["title"],
        url=source.url,
        tag=source.tag,
        kind=source.kind,
        perspective=source.perspective,
        verified_level=source.verified,
        verified_note="We read it.",
    )


def claim_row(claim: facts.Claim) -> models.Claim:
    """A claim that prints, with its one revision."""
    return models.Claim(
        id=claim.id,
        topic=claim.topic,
        stance=claim.stance,
        status="approved",
        origin="starter",
        printed=claim.revision,
        newest=claim.revision,
        revisions=[revision_row(claim)],
    )


def words_of(claim: facts.Claim) -> ClaimWords:
    """What a claim of the press says."""
    scope = {f"scope_{where}": getattr(claim.scope, where) for where in ("states", "counties", "places")}
    same = {field.name: getattr(claim, field.name) for field in FIELDS if hasattr(claim, field.name)}
    cited = tuple(Citation(each.source_id, each.locator, each.quote) for each in claim.citations)
    return ClaimWords(**scope, **same | {"citations": cited})


def revision_row(claim: facts.Claim) -> models.ClaimRevision:
    """The revision of a claim that has this number and these words; its disputes say what it answers."""
    return to_revision(words_of(claim), claim_id=claim.id, number=claim.revision, questions=None)


def dispute_row(dispute: facts.Dispute, position: int) -> models.Dispute:
    """A contested question with its answers in order."""
    answers = [
        (side, claim_id) for side in ("supporters", "critics", "mixed") for claim_id in getattr(dispute, side)
    ]
    return models.Dispute(
        id=dispute.id,
        position=position,
        question=dispute.question,
        not_known=dispute.not_known,
        claims=[
            models.DisputeClaim(claim_id=claim_id, side=side, position=place)
            for place, (side, claim_id) in enumerate(answers)
        ],
    )


def question_row(question: facts.OfficialQuestion, position: int) -> models.OfficialQuestion:
    """A question for officials."""
    return models.OfficialQuestion(
        id=question.id,
        position=position,
        text=question.text,
        topic="any",
        statuses=list(question.statuses),
        models=list(question.models),
        claims=[],
    )


def rule_rows(dossier: facts.Dossier) -> Iterator[models.Base]:
    """The state's rules, and who decides in a county."""
    state_geoid = dossier.local.place.state_geoid
    if dossier.local.policy:
        yield models.StatePolicy(
            id=state_geoid,
            state_geoid=state_geoid,
            stance=dossier.local.policy.stance,
            applies_to=[],
            **checked(dossier.local.policy.rule, dossier.local.policy.review_by),
        )
    if dossier.local.speaking:
        yield models.MeetingRule(
            state_geoid=state_geoid,
            right_to_speak="no",
            notice_printable=False,
            **checked(dossier.local.speaking, dossier.local.speaking.review_by or LATER),
        )
    for position, rule in enumerate(dossier.local.decides):
        yield models.DecisionMaker(
            id=f"decides-{position}",
            level="elected sheriff",
            states=[],
            kinds=["county"],
            position=position,
            **checked(rule, rule.review_by or LATER),
        )


def checked(rule: facts.Rule, review_by: date) -> dict[str, object]:
    """What the three kinds of rule share."""
    return {
        "line": rule.line,
        "detail": "",
        "as_of": rule.as_of,
        "checked": rule.checked,
        "review_by": review_by,
        "confidence": "high",
        "printable": rule.verified,
        "sources": list(rule.source_ids),
    }
