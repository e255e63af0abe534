"""Dossier → FactSheet: one sheet of paper, both sides, in reading order, cut to fit and judged.

``choose`` decides what prints of the library, and in which size it finds room; ``compose`` writes that. What
does not fit drops in the order of ``cuts``, and type never shrinks.
"""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import accumulate

from fact_sheets import balance, codes, snapshot
from fact_sheets.action import go_to
from fact_sheets.brief import Brief, brief_of
from fact_sheets.choice import Size
from fact_sheets.citations import Notes, Pages
from fact_sheets.document import Excerpt, FactSheet, MeetingLines, Pair, Point
from fact_sheets.documents.full_sheet import cuts, fit, sections
from fact_sheets.documents.full_sheet.cuts import Cut
from fact_sheets.documents.full_sheet.selection import planned, reduced
from fact_sheets.dossier import Claim, Dossier
from fact_sheets.meeting import Meeting
from fact_sheets.outline import Outline, outline
from fact_sheets.sentences import say
from fact_sheets.typesetting import set_words

_THRIFT = (1.0, 8.0, 40.0)  # first the claims that fit the place best, then those that fit the paper too
NO_CODE = "23456-789AB"  # as long as any code: what prints is chosen before it has one
Finish = Callable[[FactSheet, Brief, Outline], FactSheet]
Write = Callable[[Size], FactSheet]


def choose(dossier: Dossier) -> Dossier:
    """The dossier with its choice made: no more of the library than what prints and what that is judged by.

    The same dossier gives the same choice in every process; one whose choice is made comes back as it is.
    """
    if dossier.selection is not None:
        return dossier
    for thrift in _THRIFT:
        brief = replace(brief_of(dossier), thrift=thrift)
        plan = outline(brief)
        write = _writer(brief, plan, _counted)
        size = _fitted(write, Size(), cuts.SIDE_ONE)
        if fit.fits(write(size)).fits:
            break
    sheet = _judged(write(size), brief, plan)
    if sheet.standing != "balanced":
        # Once more: what it says of its standing takes room too.
        write = _writer(brief, plan, _judged)
        size = _fitted(write, Size(), (*cuts.SIDE_ONE, *cuts.OF_A_DRAFT))
        sheet = write(size)
    return reduced(brief, cuts.cut_to(brief, plan, size), size, sheet)


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
    plan, code = planned(brief, selection), codes.code_for(snapshot.sha256(chosen))
    sheet = _judged(_writer(brief, plan, _counted, code)(selection.size), brief, plan)
    if meeting is None:
        return sheet
    finish = _counted if sheet.standing == "balanced" else _judged
    write = _writer(brief, plan, finish, code, go_to(meeting))
    return _judged(write(_fitted(write, selection.size, cuts.WITH_MEETING)), brief, plan)


def excerpt(claim: Claim, answer: Claim | None, question: str, pages: Pages) -> Excerpt:
    """One claim set as a sheet sets it, supporters on the left, its notes numbered from 1.

    A claim of neither side is a fact. Where a side's claim has no ``answer``, the other column says so.
    """
    notes = Notes(pages)
    if claim.stance not in ("supporters", "critics"):
        return Excerpt("en", (sections.point(claim, notes),), (), notes.printed())
    order: tuple[Claim | None, Claim | None] = (
        (claim, answer) if claim.stance == "supporters" else (answer, claim)
    )
    left, right = (
        sections.point(each, notes) if each else Point("", 0, say("sheet.no_answer"), (), "")
        for each in order
    )
    return Excerpt("en", (), (Pair("", set_words(question), left, right),), notes.printed())


def _writer(
    brief: Brief, plan: Outline, finish: Finish, code: str = NO_CODE, announced: MeetingLines | None = None
) -> Write:
    """How this sheet is written in any size; each size once."""

    @cache
    def written(size: Size) -> FactSheet:
        sheet = replace(sections.write(brief, cuts.cut_to(brief, plan, size), size, code), meeting=announced)
        return finish(sheet, brief, plan)

    return written


def _fitted(write: Write, size: Size, front: tuple[Cut, ...]) -> Size:
    """The fullest size up to ``size`` that fits, finished before it is measured."""
    for side, in_order in ((fit.side_one, front), (fit.side_two, cuts.SIDE_TWO)):
        sizes = list(accumulate(in_order, cuts.smaller, initial=size))
        size = sizes[bisect_left(sizes[:-1], True, key=lambda size: side(write(size)).fits)]
    return size


def _counted(sheet: FactSheet, brief: Brief, plan: Outline) -> FactSheet:
    """The sheet with its numbers; none where the library is overdue and no pairs print."""
    if plan.overdue_since is not None:
        return sheet
    return replace(sheet, numbers=balance.numbers(sheet, brief))


def _judged(sheet: FactSheet, brief: Brief, plan: Outline) -> FactSheet:
    """The sheet with its numbers, what every rule found, and whether it may be called balanced."""
    if plan.overdue_since is not None:  # there are no arguments, so there is nothing for the rules to judge
        line = say("standing.overdue_since", since=plan.overdue_since)
        return replace(sheet, standing="review overdue", standing_line=line)
    findings = balance.check_balance(sheet, brief)
    judged = replace(_counted(sheet, brief, plan), findings=findings)
    failing = len(balance.blocking(findings))
    if not failing:
        return judged
    return replace(judged, standing="draft", standing_line=say("standing.rules", n=failing))
