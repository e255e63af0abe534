"""Dossier → FactSheet: one sheet of paper, both sides, in reading order, cut to fit and judged.

What does not fit drops in a fixed order, and type never shrinks. Side 1: the fourth pair, the third fact, the
second line of what is not known; then agreements are counted, facts are shorter, and so is the message. Side
2: second sources of rules, questions and terms down to three, who decides, then more terms. A copy for one
meeting goes on from there: the question to ask, the rule on speaking, and for many words the third pair.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate
from typing import Any, get_args

from fact_sheets import balance, codes, snapshot
from fact_sheets.action import act, go_to
from fact_sheets.citations import Notes
from fact_sheets.document import Cited, Excerpt, FactSheet, MeetingLines, Pair, Point
from fact_sheets.documents.full_sheet import fit
from fact_sheets.dossier import Claim, Dossier, Source
from fact_sheets.glossary import glossary
from fact_sheets.growth import growth
from fact_sheets.here import Detail, list_age, policy_line, tier_lines
from fact_sheets.imprint import how_made, imprint_line
from fact_sheets.masthead import decided_by, message, question, topic
from fact_sheets.meeting import Meeting
from fact_sheets.models_table import model_rows
from fact_sheets.outline import Outline, outline
from fact_sheets.pairing import ChosenPair
from fact_sheets.paper import LETTER, Paper
from fact_sheets.questions import questions
from fact_sheets.sentences import say
from fact_sheets.situation import place_in_words
from fact_sheets.typesetting import set_words


@dataclass(frozen=True, slots=True)
class Size:
    """How much of each kind may print."""

    pairs: int = 4
    facts: int = 3
    unknowns: int = 2
    actions: int = 2
    detail: Detail = "named"  # of the agreements here
    long_facts: bool = True
    whole_message: bool = True
    rule_sources: int = 2
    questions: int = 5
    terms: int = 5
    deciders: bool = True
    question: bool = True
    list_age: bool = True


Finish = Callable[[FactSheet, Dossier, Outline], FactSheet]
Write = Callable[[Size], FactSheet]
Cut = dict[str, Any]
_CUTS_OF_SIDE_ONE: tuple[Cut, ...] = (
    {"pairs": 3},
    {"facts": 2},
    {"unknowns": 1},
    {"detail": "counted"},
    {"long_facts": False},
    {"detail": "totals"},
    {"whole_message": False},
    {"detail": "own"},
    {"detail": "bare"},
    {"question": False},
)
# A copy for one meeting goes on from the size of its sheet, so that it has no claim that the sheet has not.
_CUTS_WITH_MEETING: tuple[Cut, ...] = (
    {"actions": 1},
    {"actions": 0},
    {"unknowns": 1},
    {"facts": 2},
    {"detail": "counted"},
    {"detail": "totals"},
    {"pairs": 3},
    {"pairs": 2},
    {"whole_message": False},
    {"detail": "own"},
    {"detail": "bare"},
)
_CUTS_OF_A_DRAFT: tuple[Cut, ...] = ({"list_age": False},)
_CUTS_OF_SIDE_TWO: tuple[Cut, ...] = (
    {"rule_sources": 1},
    {"questions": 4},
    {"terms": 4},
    {"questions": 3},
    {"terms": 3},
    {"deciders": False},
    {"terms": 2},
    {"terms": 1},
)


def compose(dossier: Dossier, meeting: Meeting | None = None, paper: Paper = LETTER) -> FactSheet:
    """The sheet for this dossier, as full as ``paper`` allows; ``standing`` says whether it is balanced.

    With a ``meeting`` it is a copy of that sheet for those who go there: the same title and code, and no
    claim that the sheet has not. When even the smallest selection is too long the sheet is returned as it is:
    the renderer refuses it.
    """
    plan = outline(dossier)
    finish, write = _counted, _writer(dossier, plan, paper, _counted)
    size = _fitted(write, Size(), _CUTS_OF_SIDE_ONE)
    sheet = _judged(write(size), dossier, plan)
    if sheet.standing != "balanced":
        # Once more: what it says of its standing takes room too.
        finish, write = _judged, _writer(dossier, plan, paper, _judged)
        size = _fitted(write, Size(), (*_CUTS_OF_SIDE_ONE, *_CUTS_OF_A_DRAFT))
        sheet = write(size)
    if meeting is None:
        return sheet
    write = _writer(dossier, plan, paper, finish, go_to(meeting))
    return _judged(write(_fitted(write, size, _CUTS_WITH_MEETING)), dossier, plan)


def excerpt(claim: Claim, answer: Claim | None, question: str, sources: Iterable[Source]) -> Excerpt:
    """One claim set as a sheet sets it, supporters on the left, its notes numbered from 1.

    A claim of neither side is a fact. Where a side's claim has no ``answer``, the other column says so.
    """
    notes = Notes(sources)
    if claim.stance not in ("supporters", "critics"):
        return Excerpt("en", (_point(claim, notes),), (), notes.printed())
    order: tuple[Claim | None, Claim | None] = (
        (claim, answer) if claim.stance == "supporters" else (answer, claim)
    )
    left, right = (
        _point(each, notes) if each else Point("", 0, say("sheet.no_answer"), (), "") for each in order
    )
    return Excerpt("en", (), (Pair("", set_words(question), left, right),), notes.printed())


def _writer(
    dossier: Dossier, plan: Outline, paper: Paper, finish: Finish, announced: MeetingLines | None = None
) -> Write:
    """How this sheet is written in any size; each size once."""
    code = codes.code_for(snapshot.sha256(dossier))

    @cache
    def written(size: Size) -> FactSheet:
        sheet = _written(dossier, _cut(plan, size), size, code)
        return finish(replace(sheet, meeting=announced, paper=paper), dossier, plan)

    return written


def _fitted(write: Write, size: Size, front: tuple[Cut, ...]) -> Size:
    """The fullest size up to ``size`` that fits, finished before it is measured."""
    for room, cuts in ((fit.side_one, front), (fit.side_two, _CUTS_OF_SIDE_TWO)):
        sizes = list(accumulate(cuts, _smaller, initial=size))
        size = sizes[bisect_left(sizes[:-1], True, key=lambda size: room(write(size)).fits)]
    return size


def _smaller(size: Size, cut: Cut) -> Size:
    """``size`` with this cut, which never gives back what was cut before."""
    detail = max(size.detail, cut.get("detail", size.detail), key=get_args(Detail).index)
    kept = {name: min(value, getattr(size, name)) for name, value in cut.items() if name != "detail"}
    return replace(size, detail=detail, **kept)


def _cut(plan: Outline, size: Size) -> Outline:
    return replace(
        plan,
        facts=(plan.facts if size.long_facts else plan.short_facts)[: size.facts],
        pairs=plan.pairs[: size.pairs],
        not_known=plan.not_known[: size.unknowns],
    )


def _counted(sheet: FactSheet, dossier: Dossier, plan: Outline) -> FactSheet:
    """The sheet with its numbers; none where the library is overdue and no pairs print."""
    if plan.overdue_since is not None:
        return sheet
    return replace(sheet, numbers=balance.numbers(sheet, dossier))


def _judged(sheet: FactSheet, dossier: Dossier, plan: Outline) -> FactSheet:
    """The sheet with its numbers, what every rule found, and whether it may be called balanced."""
    if plan.overdue_since is not None:  # there are no arguments, so there is nothing for the rules to judge
        line = say("standing.overdue_since", since=plan.overdue_since)
        return replace(sheet, standing="review overdue", standing_line=line)
    findings = balance.check_balance(sheet, dossier)
    judged = replace(_counted(sheet, dossier, plan), findings=findings)
    failing = len(balance.blocking(findings))
    if not failing:
        return judged
    return replace(judged, standing="draft", standing_line=say("standing.rules", n=failing))


def _written(dossier: Dossier, plan: Outline, size: Size, code: str) -> FactSheet:
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
        facts=tuple(_point(claim, notes) for claim in plan.facts),
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


def _point(claim: Claim, notes: Notes) -> Point:
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
    points = {claim.id: _point(claim, notes) for claim in order}
    return Pair(
        dispute_id=pair.dispute.id,
        question=set_words(pair.dispute.question),
        supporters=points[pair.supporters.id],
        critics=points[pair.critics.id],
    )
