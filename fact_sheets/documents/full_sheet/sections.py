"""The sections of the full sheet in reading order, as words and numbers."""

from fact_sheets.action import act
from fact_sheets.brief import Brief
from fact_sheets.choice import Size
from fact_sheets.citations import Notes
from fact_sheets.document import Cited, FactSheet, Pair, Point
from fact_sheets.dossier import Claim
from fact_sheets.glossary import explained, glossary
from fact_sheets.growth import growth
from fact_sheets.here import list_age, listed, policy_line, tier_lines
from fact_sheets.imprint import how_made, imprint_line
from fact_sheets.masthead import decided_by, message, question, topic
from fact_sheets.models_table import model_rows
from fact_sheets.outline import Outline
from fact_sheets.pairing import ChosenPair
from fact_sheets.paper import PAPERS
from fact_sheets.questions import questions
from fact_sheets.situation import place_in_words
from fact_sheets.typesetting import set_words


def write(brief: Brief, plan: Outline, size: Size, code: str) -> FactSheet:
    """The sheet before it is judged. Arguments are evaluated in reading order, which numbers the notes."""
    notes = Notes(brief.pages)
    return FactSheet(
        title=question(brief) if size.question else topic(brief),
        subject=set_words(brief.subject.name),
        place_name=set_words(place_in_words(brief.local.place)),
        place_label=set_words(brief.local.place.label),
        language=brief.local.language,
        on=brief.local.on,
        listed=listed(brief),
        table=brief.subject.table,
        code=code,
        check_url=f"{brief.local.imprint.base_url}/editions/{code}",
        standing="balanced",
        standing_line="",
        first_side=brief.local.first_side,
        message=message(brief, notes, size.rule_sources, whole=size.whole_message, headed=size.question),
        here=tier_lines(brief, notes, size.detail),
        list_age=list_age(brief, notes) if size.list_age else None,
        policy=policy_line(brief, notes, size.rule_sources),
        facts=tuple(point(claim, notes) for claim in plan.facts),
        pairs=tuple(_pair(pair, brief, notes) for pair in plan.pairs),
        not_known=tuple(Cited(set_words(line)) for line in plan.not_known),
        meeting=None,
        act=act(brief, notes, size.actions, size.rule_sources),
        numbers=None,
        findings=(),
        imprint_line=imprint_line(brief.local.imprint, plan.claims),
        models=model_rows(brief, notes),
        chart=growth(brief, notes, since=size.counted_since),
        decides=decided_by(brief, notes) if size.deciders else None,
        questions=tuple(set_words(asked.text) for asked in questions(brief, size.questions)),
        glossary=explained(glossary(brief, [claim.text for claim in plan.claims], size.terms, notes), notes),
        how_made=how_made(brief.local.imprint, plan.claims, plan.omitted),
        notes=notes.printed(),
        omitted=plan.omitted,
        paper=PAPERS[brief.local.paper],
    )


def point(claim: Claim, notes: Notes) -> Point:
    """The claim as it prints."""
    return Point(
        claim_id=claim.id,
        revision=claim.revision,
        text=set_words(claim.text),
        notes=notes.cite(claim.citations),
        tag=notes.tag(claim.citations),
    )


def _pair(pair: ChosenPair, brief: Brief, notes: Notes) -> Pair:
    """Both points, numbered from left to right: the first side stands left."""
    order = pair.claims if brief.local.first_side == "supporters" else pair.claims[::-1]
    points = {claim.id: point(claim, notes) for claim in order}
    return Pair(
        dispute_id=pair.dispute.id,
        question=set_words(pair.dispute.question),
        supporters=points[pair.supporters.id],
        critics=points[pair.critics.id],
    )
