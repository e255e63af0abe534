"""Dossier → FactSheet: one sheet of paper, both sides, in reading order, cut to fit and judged.

``choose`` decides what prints of the library, and in which size it finds room; ``compose`` writes that. What
does not fit drops in a fixed order, and type never shrinks. Side 1: the fourth pair, the third fact, the
second line of what is not known; then agreements are counted, facts are shorter, and so is the message. Side
2: second sources of rules, questions and terms down to three, who decides, then more terms. A copy for one
meeting goes on from there: the question to ask, the rule on speaking, and for many words the third pair.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from itertools import accumulate
from typing import Any, get_args

from fact_sheets import balance, codes, fit, snapshot
from fact_sheets.action import act, go_to
from fact_sheets.brief import Brief, brief_of
from fact_sheets.citations import Notes, Pages
from fact_sheets.document import Cited, Excerpt, FactSheet, MeetingLines, Pair, Point
from fact_sheets.dossier import (
    Claim,
    Detail,
    Dispute,
    Dossier,
    GlossaryTerm,
    Library,
    SelectedPair,
    Selection,
    Size,
    Source,
)
from fact_sheets.glossary import explained, glossary
from fact_sheets.growth import growth
from fact_sheets.here import list_age, listed, policy_line, tier_lines, told
from fact_sheets.imprint import how_made, imprint_line
from fact_sheets.masthead import decided_by, message, question, topic
from fact_sheets.meeting import Meeting
from fact_sheets.models_table import model_rows
from fact_sheets.outline import Outline, outline, short_facts
from fact_sheets.pairing import ChosenPair
from fact_sheets.questions import questions
from fact_sheets.situation import facts_of, place_in_words
from fact_sheets.subject import Subject, needed
from fact_sheets.typesetting import say_date, set_words

NO_ANSWER = Point("", 0, "No claim of this side is chosen yet.", (), "")
NO_CODE = "23456-789AB"  # as long as any code: what prints is chosen before it has one
Finish = Callable[[FactSheet, Brief, Outline], FactSheet]
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


def choose(dossier: Dossier) -> Dossier:
    """The dossier with its choice made: no more of the library than what prints and what that is judged by.

    The same dossier gives the same choice in every process; one whose choice is made comes back as it is.
    """
    if dossier.selection is not None:
        return dossier
    brief = brief_of(dossier)
    plan = outline(brief)
    write = _writer(brief, plan, _counted)
    size = _fitted(write, Size(), _CUTS_OF_SIDE_ONE)
    sheet = _judged(write(size), brief, plan)
    if sheet.standing != "balanced":
        # Once more: what it says of its standing takes room too.
        write = _writer(brief, plan, _judged)
        size = _fitted(write, Size(), (*_CUTS_OF_SIDE_ONE, *_CUTS_OF_A_DRAFT))
        sheet = write(size)
    return _reduced(brief, _cut(brief, plan, size), size, sheet)


def compose(dossier: Dossier, meeting: Meeting | None = None) -> FactSheet:
    """The sheet for this dossier, as full as the paper allows; ``standing`` says whether it is balanced.

    With a ``meeting`` it is a copy of that sheet for those who go there: the same title and code, and no
    claim that the sheet has not. When even the smallest selection is too long the sheet is returned as it is:
    the renderer refuses it.
    """
    chosen = choose(dossier)
    selection = chosen.selection
    assert selection is not None  # noqa: S101  by the promise of choose
    brief = brief_of(chosen)
    plan, code = _planned(brief, selection), codes.code_for(snapshot.sha256(chosen))
    sheet = _judged(_writer(brief, plan, _counted, code)(selection.size), brief, plan)
    if meeting is None:
        return sheet
    finish = _counted if sheet.standing == "balanced" else _judged
    write = _writer(brief, plan, finish, code, go_to(meeting))
    return _judged(write(_fitted(write, selection.size, _CUTS_WITH_MEETING)), brief, plan)


def excerpt(claim: Claim, answer: Claim | None, question: str, pages: Pages) -> Excerpt:
    """One claim set as a sheet sets it, supporters on the left, its notes numbered from 1.

    A claim of neither side is a fact. Where a side's claim has no ``answer``, the other column says so.
    """
    notes = Notes(pages)
    if claim.stance not in ("supporters", "critics"):
        return Excerpt("en", (_point(claim, notes),), (), notes.printed())
    order: tuple[Claim | None, Claim | None] = (
        (claim, answer) if claim.stance == "supporters" else (answer, claim)
    )
    left, right = (_point(each, notes) if each else NO_ANSWER for each in order)
    return Excerpt("en", (), (Pair("", set_words(question), left, right),), notes.printed())


def _writer(
    brief: Brief, plan: Outline, finish: Finish, code: str = NO_CODE, announced: MeetingLines | None = None
) -> Write:
    """How this sheet is written in any size; each size once."""

    @cache
    def written(size: Size) -> FactSheet:
        sheet = _written(brief, _cut(brief, plan, size), size, code)
        return finish(replace(sheet, meeting=announced), brief, plan)

    return written


def _reduced(brief: Brief, plan: Outline, size: Size, sheet: FactSheet) -> Dossier:
    """The dossier of what this sheet prints."""
    pairs = [SelectedPair(pair.dispute.id, pair.supporters.id, pair.critics.id) for pair in plan.pairs]
    terms = _terms_of(brief, sheet)
    library = Library(
        subject=_subject_of(brief),
        claims=plan.claims,
        disputes=tuple(
            Dispute(p.dispute.id, p.dispute.question, (p.supporters.id,), (p.critics.id,), (), "")
            for p in plan.pairs
        ),
        questions=questions(brief, size.questions),
        glossary=terms,
        counts=brief.library.counts,
        sources=_sources_of(brief, plan.claims, terms, sheet),
    )
    selection = Selection(
        facts=tuple(claim.id for claim in plan.facts),
        pairs=tuple(pairs),
        not_known=plan.not_known,
        omitted=plan.omitted,
        overdue_since=plan.overdue_since,
        size=size,
    )
    tiers = tuple(told(tier) for tier in brief.local.tiers)
    return Dossier(replace(brief.local, tiers=tiers), library, selection)


def _subject_of(brief: Brief) -> Subject:
    """The subject without what this sheet cannot say: sentences for other places, and those of speakers."""
    facts = facts_of(brief.local, brief.situation)
    return replace(
        brief.subject,
        topics=(),
        fact_topics=(),
        first=(),
        said={},
        sheet=needed(brief.subject.sheet, facts),
        testimony={},
    )


def _terms_of(brief: Brief, sheet: FactSheet) -> tuple[GlossaryTerm, ...]:
    """The terms that print."""
    printed = {term for term, _ in sheet.glossary}
    return tuple(term for term in brief.library.glossary if set_words(term.term) in printed)


def _sources_of(
    brief: Brief, claims: Iterable[Claim], terms: Iterable[GlossaryTerm], sheet: FactSheet
) -> tuple[Source, ...]:
    """The library's sources behind the notes, by the ids that claims and terms know them by."""
    noted = {note.source_id for note in sheet.notes}
    cited = {citation.source_id for claim in claims for citation in claim.citations}
    cited |= {source_id for term in terms for source_id in term.source_ids}
    cited |= {source_id for model in brief.subject.models for source_id in model.source_ids}
    cited |= set(brief.subject.sources)
    known = {source_id for source_id in cited if source_id in brief.pages}
    kept = noted | {source_id for source_id in known if brief.pages[source_id].id in noted}
    return tuple(source for source in brief.library.sources if source.id in kept)


def _planned(brief: Brief, selection: Selection) -> Outline:
    """The outline that was selected."""
    facts = tuple(brief.claims[claim_id] for claim_id in selection.facts)
    asked = {dispute.id: dispute for dispute in brief.library.disputes}
    pairs = tuple(
        ChosenPair(asked[pair.dispute], brief.claims[pair.supporters], brief.claims[pair.critics])
        for pair in selection.pairs
    )
    return Outline(
        facts, pairs, selection.not_known, selection.omitted, selection.overdue_since, settled=True
    )


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


def _cut(brief: Brief, plan: Outline, size: Size) -> Outline:
    facts = plan.facts
    if not size.long_facts and not plan.settled:
        facts = short_facts(brief, plan)
    return replace(
        plan,
        facts=facts[: size.facts],
        pairs=plan.pairs[: size.pairs],
        not_known=plan.not_known[: size.unknowns],
    )


def _counted(sheet: FactSheet, brief: Brief, plan: Outline) -> FactSheet:
    """The sheet with its numbers; none where the library is overdue and no pairs print."""
    if plan.overdue_since is not None:
        return sheet
    return replace(sheet, numbers=balance.numbers(sheet, brief))


def _judged(sheet: FactSheet, brief: Brief, plan: Outline) -> FactSheet:
    """The sheet with its numbers, what every rule found, and whether it may be called balanced."""
    if plan.overdue_since is not None:  # there are no arguments, so there is nothing for the rules to judge
        since = say_date(plan.overdue_since)
        line = f"Library review overdue since {since}. This sheet is not called balanced."
        return replace(sheet, standing="review overdue", standing_line=line)
    findings = balance.check_balance(sheet, brief)
    judged = replace(_counted(sheet, brief, plan), findings=findings)
    failing = len(balance.blocking(findings))
    if not failing:
        return judged
    rules = "1 rule is" if failing == 1 else f"{failing} rules are"
    return replace(judged, standing="draft", standing_line=f"{rules} not met:")


def _written(brief: Brief, plan: Outline, size: Size, code: str) -> FactSheet:
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
        message=message(brief, notes, size.rule_sources, whole=size.whole_message),
        here=tier_lines(brief, notes, size.detail),
        list_age=list_age(brief, notes) if size.list_age else None,
        policy=policy_line(brief, notes, size.rule_sources),
        facts=tuple(_point(claim, notes) for claim in plan.facts),
        pairs=tuple(_pair(pair, brief, notes) for pair in plan.pairs),
        not_known=tuple(Cited(set_words(line)) for line in plan.not_known),
        meeting=None,
        act=act(brief, notes, size.actions, size.rule_sources),
        numbers=None,
        findings=(),
        imprint_line=imprint_line(brief.local.imprint, plan.claims),
        models=model_rows(brief, notes),
        chart=growth(brief, notes),
        decides=decided_by(brief, notes) if size.deciders else None,
        questions=tuple(set_words(asked.text) for asked in questions(brief, size.questions)),
        glossary=explained(glossary(brief, [claim.text for claim in plan.claims], size.terms, notes), notes),
        how_made=how_made(brief.local.imprint, plan.claims, plan.omitted),
        notes=notes.printed(),
        omitted=plan.omitted,
    )


def _point(claim: Claim, notes: Notes) -> Point:
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
    points = {claim.id: _point(claim, notes) for claim in order}
    return Pair(
        dispute_id=pair.dispute.id,
        question=set_words(pair.dispute.question),
        supporters=points[pair.supporters.id],
        critics=points[pair.critics.id],
    )
