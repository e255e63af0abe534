"""Rules about sources: every claim has one to follow, and each side has several voices of its own."""

from collections.abc import Sequence

from fact_sheets import evenness, measures
from fact_sheets.balance.printed import both, claim_of, judged, points, printed
from fact_sheets.brief import Brief
from fact_sheets.document import FactSheet, Finding
from fact_sheets.measures import Argument

_FOLLOWED = ("https://", "http://")


def every_claim_is_cited(sheet: FactSheet, brief: Brief) -> Finding:
    """Every claim has a note with a link; the sides' citations a claim are in a ratio of at least 0.80."""
    followed = {
        n.number for n in sheet.notes if n.source_id in brief.sources and n.href.startswith(_FOLLOWED)
    }
    uncited = [point.claim_id for point in points(sheet) if not followed.intersection(point.notes)]
    sides = printed(sheet, brief)
    counts = both(measures.citations_of(sides.supporters), measures.citations_of(sides.critics))
    numbers = f"{counts} citations"
    if uncited:
        numbers += f"; {len(uncited)} without a source: {', '.join(uncited)}"
    even = evenness.citations_even(sides.supporters, sides.critics)
    return judged(every_claim_is_cited, not uncited and even, numbers, blocks=bool(uncited) or even)


def several_voices_a_side(sheet: FactSheet, brief: Brief) -> Finding:
    """Two publishers a side, in a ratio of at least 0.67; none has over half of three or more citations."""
    sides = printed(sheet, brief)
    one, other = (measures.publishers_of(side) for side in (sides.supporters, sides.critics))
    shares = [f"{max(count.values(), default=0)} of {count.total()}" for count in (one, other)]
    return judged(
        several_voices_a_side,
        evenness.voices_several(sides.supporters, sides.critics),
        f"{both(len(one), len(other))} publishers; the most cited stands behind {both(*shares)} citations",
    )


def each_side_speaks_for_itself(sheet: FactSheet, brief: Brief) -> Finding:
    """Each side has at least one claim that cites a source of that side."""
    sides = printed(sheet, brief)
    own = both(
        measures.own_voices(sides.supporters, "supporters"), measures.own_voices(sides.critics, "critics")
    )
    return judged(
        each_side_speaks_for_itself,
        evenness.speaks_for_itself(sides.supporters, sides.critics),
        f"{own} claims cite their own side",
    )


def nothing_overdue(sheet: FactSheet, brief: Brief) -> Finding:
    """Each claim is in date and still true; the sides' sources are at most 3 years apart."""
    claims = [claim_of(point, brief) for point in points(sheet)]
    overdue = [claim.id for claim in claims if brief.local.on > claim.last_day]
    sides = printed(sheet, brief)
    even = evenness.ages_even(sides.supporters, sides.critics)
    years = both(_year(sides.supporters), _year(sides.critics))
    numbers = f"{len(overdue)} claims overdue{_listed(overdue)}; median source years {years}"
    return judged(nothing_overdue, not overdue and even, numbers, blocks=bool(overdue) or even)


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
    return judged(
        claims_answer_each_other, answered == total > 0, f"{2 * answered} of {2 * total} claims answered"
    )


def _year(side: Sequence[Argument]) -> str:
    year = measures.median_year(side)
    return "unknown" if year is None else f"{year:g}"


def _listed(ids: Sequence[str]) -> str:
    return f" ({', '.join(ids)})" if ids else ""
