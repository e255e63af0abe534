"""Dossier → FactSheet: one sheet of paper, both sides, in reading order."""

from fact_sheets import codes, snapshot
from fact_sheets.action import act
from fact_sheets.citations import Notes
from fact_sheets.document import Cited, FactSheet, Pair, Point
from fact_sheets.dossier import Claim, Dossier
from fact_sheets.glossary import glossary
from fact_sheets.growth import growth
from fact_sheets.here import list_age, policy_line, tier_lines
from fact_sheets.imprint import how_made, imprint_line
from fact_sheets.masthead import message, question
from fact_sheets.models_table import model_rows
from fact_sheets.outline import outline
from fact_sheets.pairing import ChosenPair
from fact_sheets.questions import questions
from fact_sheets.typesetting import set_words


def compose(dossier: Dossier) -> FactSheet:
    """The sheet for this dossier."""
    notes = Notes(dossier.sources)
    chosen = outline(dossier)
    code = codes.code_for(snapshot.sha256(dossier))
    lead = message(dossier, notes)
    here = tier_lines(dossier, notes)
    age = list_age(dossier, notes)
    policy = policy_line(dossier, notes)
    facts = tuple(_point(claim, notes) for claim in chosen.facts)
    pairs = tuple(_pair(pair, dossier, notes) for pair in chosen.pairs)
    steps = act(dossier, notes)
    rows = model_rows(dossier, notes)
    chart = growth(dossier, notes)
    asked = questions(dossier)
    texts = [claim.text for claim in chosen.claims] + [line.line.text for line in here] + list(asked)
    terms = glossary(dossier, texts, notes)
    return FactSheet(
        title=question(dossier),
        place_name=set_words(dossier.place.name),
        place_label=set_words(dossier.place.label),
        language=dossier.language,
        on=dossier.on,
        list_date=dossier.roster.list_date,
        code=code,
        check_url=f"{dossier.imprint.base_url}/editions/{code}",
        standing="balanced",
        standing_line="",
        first_side=dossier.first_side,
        message=lead,
        here=here,
        list_age=age,
        policy=policy,
        facts=facts,
        pairs=pairs,
        not_known=tuple(Cited(set_words(line)) for line in chosen.not_known),
        act=steps,
        numbers=None,
        findings=(),
        imprint_line=imprint_line(dossier.imprint, chosen.claims),
        models=rows,
        chart=chart,
        notes=notes.printed(),
        questions=asked,
        glossary=terms,
        how_made=how_made(dossier.imprint, chosen.claims, chosen.omitted),
        omitted=chosen.omitted,
    )


def _point(claim: Claim, notes: Notes) -> Point:
    return Point(
        claim.id, claim.revision, set_words(claim.text), notes.cite(claim.citations), notes.tag(claim.citations)
    )


def _pair(pair: ChosenPair, dossier: Dossier, notes: Notes) -> Pair:
    """Both points, numbered from left to right: the first side stands left."""
    first, second = pair.supporters, pair.critics
    if dossier.first_side == "critics":
        first, second = second, first
    points = {claim.id: _point(claim, notes) for claim in (first, second)}
    return Pair(
        pair.dispute.id,
        set_words(pair.dispute.question),
        supporters=points[pair.supporters.id],
        critics=points[pair.critics.id],
    )
