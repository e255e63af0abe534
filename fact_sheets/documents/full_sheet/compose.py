"""Dossier → FactSheet: one sheet of paper, both sides, in reading order, cut to fit and judged.

What does not fit drops in the order of ``cuts``, and type never shrinks.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from itertools import accumulate

from fact_sheets import balance, codes, snapshot
from fact_sheets.action import go_to
from fact_sheets.citations import Notes
from fact_sheets.document import Excerpt, FactSheet, MeetingLines, Pair, Point
from fact_sheets.documents.full_sheet import cuts, fit, sections
from fact_sheets.documents.full_sheet.cuts import Cut, Size
from fact_sheets.dossier import Claim, Dossier, Source
from fact_sheets.meeting import Meeting
from fact_sheets.outline import Outline, outline
from fact_sheets.paper import LETTER, Paper
from fact_sheets.sentences import say
from fact_sheets.typesetting import set_words

Finish = Callable[[FactSheet, Dossier, Outline], FactSheet]
Write = Callable[[Size], FactSheet]


def compose(dossier: Dossier, meeting: Meeting | None = None, paper: Paper = LETTER) -> FactSheet:
    """The sheet for this dossier, as full as ``paper`` allows; ``standing`` says whether it is balanced.

    With a ``meeting`` it is a copy of that sheet for those who go there: the same title and code, and no
    claim that the sheet has not. When even the smallest selection is too long the sheet is returned as it is:
    the renderer refuses it.
    """
    plan = outline(dossier)
    finish, write = _counted, _writer(dossier, plan, paper, _counted)
    size = _fitted(write, Size(), cuts.SIDE_ONE)
    sheet = _judged(write(size), dossier, plan)
    if sheet.standing != "balanced":
        # Once more: what it says of its standing takes room too.
        finish, write = _judged, _writer(dossier, plan, paper, _judged)
        size = _fitted(write, Size(), (*cuts.SIDE_ONE, *cuts.OF_A_DRAFT))
        sheet = write(size)
    if meeting is None:
        return sheet
    write = _writer(dossier, plan, paper, finish, go_to(meeting))
    return _judged(write(_fitted(write, size, cuts.WITH_MEETING)), dossier, plan)


def excerpt(claim: Claim, answer: Claim | None, question: str, sources: Iterable[Source]) -> Excerpt:
    """One claim set as a sheet sets it, supporters on the left, its notes numbered from 1.

    A claim of neither side is a fact. Where a side's claim has no ``answer``, the other column says so.
    """
    notes = Notes(sources)
    if claim.stance not in ("supporters", "critics"):
        return Excerpt("en", (sections.point(claim, notes),), (), notes.printed())
    order: tuple[Claim | None, Claim | None] = (
        (claim, answer) if claim.stance == "supporters" else (answer, claim)
    )
    nothing = Point("", 0, say("sheet.no_answer"), (), "")
    left, right = (sections.point(each, notes) if each else nothing for each in order)
    return Excerpt("en", (), (Pair("", set_words(question), left, right),), notes.printed())


def _writer(
    dossier: Dossier, plan: Outline, paper: Paper, finish: Finish, announced: MeetingLines | None = None
) -> Write:
    """How this sheet is written in any size; each size once."""
    code = codes.code_for(snapshot.sha256(dossier))

    @cache
    def written(size: Size) -> FactSheet:
        sheet = sections.write(dossier, cuts.cut_to(plan, size), size, code)
        return finish(replace(sheet, meeting=announced, paper=paper), dossier, plan)

    return written


def _fitted(write: Write, size: Size, front: tuple[Cut, ...]) -> Size:
    """The fullest size up to ``size`` that fits, finished before it is measured."""
    for room, in_order in ((fit.side_one, front), (fit.side_two, cuts.SIDE_TWO)):
        sizes = list(accumulate(in_order, cuts.smaller, initial=size))
        size = sizes[bisect_left(sizes[:-1], True, key=lambda size: room(write(size)).fits)]
    return size


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
