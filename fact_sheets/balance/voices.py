"""Rules about sources: every claim has one to follow, and each side has several voices of its own."""

from collections.abc import Sequence

from fact_sheets import evenness, measures
from fact_sheets.balance.printed import claim_of, judged, points, printed
from fact_sheets.brief import Brief
from fact_sheets.document import FactSheet, Finding
from fact_sheets.measures import Argument
from fact_sheets.relevance import fits
from fact_sheets.sentences import say


def every_claim_is_cited(sheet: FactSheet, brief: Brief) -> Finding:
    """Every claim has a note; the sides' citations a claim are in a ratio of at least 0.80."""
    followed = {note.number for note in sheet.notes if note.source_id in brief.sources}
    uncited = [point.claim_id for point in points(sheet) if not followed.intersection(point.notes)]
    sides = printed(sheet, brief)
    even = evenness.citations_even(sides.supporters, sides.critics)
    return judged(
        every_claim_is_cited,
        not uncited and even,
        "_by_some" if uncited else "",
        one=measures.citations_of(sides.supporters),
        other=measures.citations_of(sides.critics),
        **_listed(uncited),
        blocks=bool(uncited) or even,
    )


def claims_have_their_place(sheet: FactSheet, brief: Brief) -> Finding:
    """Every claim fits what the law and the agencies here do, and prints beside the claims that it needs."""
    shown = {point.claim_id for point in points(sheet)}
    claims = [brief.claims[claim_id] for claim_id in sorted(shown & brief.claims.keys())]
    astray = [claim.id for claim in claims if not fits(claim, brief) or not shown >= {*claim.needs}]
    return judged(
        claims_have_their_place,
        bool(shown) and not astray,
        "_but_some" if astray else "",
        **_listed(astray),
        blocks=True,
    )


def several_voices_a_side(sheet: FactSheet, brief: Brief) -> Finding:
    """Two publishers a side, in a ratio of at least 0.67; none has over half of three or more citations."""
    sides = printed(sheet, brief)
    one, other = (measures.publishers_of(side) for side in (sides.supporters, sides.critics))
    return judged(
        several_voices_a_side,
        evenness.voices_several(sides.supporters, sides.critics),
        one=len(one),
        other=len(other),
        most=max(one.values(), default=0),
        all=one.total(),
        other_most=max(other.values(), default=0),
        other_all=other.total(),
    )


def each_side_speaks_for_itself(sheet: FactSheet, brief: Brief) -> Finding:
    """Each side has at least one claim that cites a source of that side."""
    sides = printed(sheet, brief)
    return judged(
        each_side_speaks_for_itself,
        evenness.speaks_for_itself(sides.supporters, sides.critics),
        one=measures.own_voices(sides.supporters, "supporters"),
        other=measures.own_voices(sides.critics, "critics"),
    )


def nothing_overdue(sheet: FactSheet, brief: Brief) -> Finding:
    """Each claim is in date and still true; the sides' sources are at most 3 years apart."""
    claims = [claim_of(point, brief) for point in points(sheet)]
    overdue = [claim.id for claim in claims if brief.local.on > claim.last_day]
    sides = printed(sheet, brief)
    even = evenness.ages_even(sides.supporters, sides.critics)
    return judged(
        nothing_overdue,
        not overdue and even,
        "_but_some" if overdue else "",
        one=_year(sides.supporters),
        other=_year(sides.critics),
        **_listed(overdue),
        blocks=bool(overdue) or even,
    )


def claims_answer_each_other(sheet: FactSheet, brief: Brief) -> Finding:
    """Every claim stands under a question that the library lists it and its opposite for."""
    disputes = {dispute.id: dispute for dispute in brief.library.disputes}
    answered = sum(
        pair.supporters.claim_id in disputes[pair.dispute_id].supporters
        and pair.critics.claim_id in disputes[pair.dispute_id].critics
        for pair in sheet.pairs
        if pair.dispute_id in disputes
    )
    total = len(sheet.pairs)
    passed = answered == total > 0
    return judged(claims_answer_each_other, passed, answered=2 * answered, all=2 * total)


def _year(side: Sequence[Argument]) -> str:
    year = measures.median_year(side)
    return say("findings.year_unknown") if year is None else f"{year:g}"


def _listed(ids: Sequence[str]) -> dict[str, object]:
    """The claims that break a rule, where there are some: how many, and which."""
    return {"claims": len(ids), "ids": ", ".join(ids)} if ids else {}
