"""The sections of the full sheet in reading order, as words and numbers."""

from fact_sheets.action import act
from fact_sheets.citations import Notes
from fact_sheets.document import Cited, FactSheet, Pair, Point
from fact_sheets.documents.full_sheet.cuts import Size
from fact_sheets.dossier import Claim, Dossier
from fact_sheets.glossary import glossary
from fact_sheets.growth import growth
from fact_sheets.here import list_age, policy_line, tier_lines
from fact_sheets.imprint import how_made, imprint_line
from fact_sheets.masthead import decided_by, message, question, topic
from fact_sheets.models_table import model_rows
from fact_sheets.outline import Outline
from fact_sheets.pairing import ChosenPair
from fact_sheets.questions import questions
from fact_sheets.sentences import say
from fact_sheets.situation import place_in_words
from fact_sheets.typesetting import set_words


def write(dossier: Dossier, plan: Outline, size: Size, code: str) -> FactSheet:
    """The sheet before it is judged. Arguments are evaluated in reading order, which numbers the notes."""
    notes = Notes(dossier.sources)
    return FactSheet(
        title=question(dossier) if size.question else topic(dossier),
        place_name=set_words(place_in_words(dossier.place)),
        place_label=set_words(dossier.place.label),
        language=dossier.language,
        on=dossier.on,
        list_date=dossier.roster.list_date,
        code=code,
        check_url=f"{dossier.imprint.base_url}/editions/{code}",
        standing="balanced",
        standing_line="",
        first_side=dossier.first_side,
        message=message(dossier, notes, size.rule_sources, whole=size.whole_message),
        here=tier_lines(dossier, notes, size.detail),
        list_age=list_age(dossier, notes) if size.list_age else None,
        policy=policy_line(dossier, notes, size.rule_sources),
        facts=tuple(point(claim, notes) for claim in plan.facts),
        pairs=tuple(_pair(pair, dossier, notes) for pair in plan.pairs),
        not_known=tuple(Cited(set_words(line)) for line in _unknowns(dossier, plan)),
        meeting=None,
        act=act(dossier, notes, size.actions, size.rule_sources),
        numbers=None,
        findings=(),
        imprint_line=imprint_line(dossier.imprint, plan.claims),
        models=model_rows(dossier, notes),
        chart=growth(dossier, notes),
        decides=decided_by(dossier, notes) if size.deciders else None,
        questions=questions(dossier, size.questions),
        glossary=glossary(dossier, [claim.text for claim in plan.claims], size.terms, notes),
        how_made=how_made(dossier.imprint, plan.claims, plan.omitted),
        notes=notes.printed(),
        omitted=plan.omitted,
    )


def _unknowns(dossier: Dossier, plan: Outline) -> tuple[str, ...]:
    """What is not known about the questions; of an overdue library, that it has not been looked at again."""
    if plan.overdue_since is None:
        return plan.not_known
    return (say("standing.not_looked_at", checked=max(claim.checked for claim in dossier.claims)),)


def point(claim: Claim, notes: Notes) -> Point:
    """The claim as it prints."""
    return Point(
        claim_id=claim.id,
        revision=claim.revision,
        text=set_words(claim.text),
        notes=notes.cite(claim.citations),
        tag=notes.tag(claim.citations),
    )


def _pair(pair: ChosenPair, dossier: Dossier, notes: Notes) -> Pair:
    """Both points, numbered from left to right: the first side stands left."""
    order = pair.claims if dossier.first_side == "supporters" else pair.claims[::-1]
    points = {claim.id: point(claim, notes) for claim in order}
    return Pair(
        dispute_id=pair.dispute.id,
        question=set_words(pair.dispute.question),
        supporters=points[pair.supporters.id],
        critics=points[pair.critics.id],
    )
