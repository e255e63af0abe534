"""The one chart: how many agreements the register's lists showed, with the dates of the lists."""

from collections.abc import Sequence

from fact_sheets.brief import Brief
from fact_sheets.citations import Notes
from fact_sheets.document import Chart, ChartPoint, Cited
from fact_sheets.dossier import RosterCount
from fact_sheets.errors import DossierError
from fact_sheets.typesetting import say_date, say_number, set_words


def growth(brief: Brief, notes: Notes, *, since: bool = True) -> Chart | None:
    """The chart of agreements, one point a month; its title is the finding. A subject may have none.

    ``since`` asks for a count that is newer than the list, where there is one.
    """
    roster = brief.local.roster
    if roster is None or brief.subject.register.chart == "none":
        return None
    counts = _newest_of_each_month(brief.library.counts)
    if not counts:
        raise DossierError("library.counts: at least the count of the newest list is needed")
    caption, cited = _caption(brief, counts[-1], roster.state_agreements), [roster.source_id]
    later = brief.subject.register.since(counts[-1].list_date)
    if later and since:
        told = brief.says("counted_since", later.agreements, since=say_date(later.on))
        caption, cited = f"{caption} {told}", [*cited, later.source_id]
    return Chart(
        title=set_words(_finding(brief, counts[0], counts[-1])),
        points=tuple(ChartPoint(count.list_date, count.agreements) for count in counts),
        caption=Cited(set_words(caption), notes.cite_sources(cited)),
    )


def _newest_of_each_month(counts: Sequence[RosterCount]) -> tuple[RosterCount, ...]:
    """The first list, then the last list of each month."""
    first = tuple(counts[:1])
    by_month = {(count.list_date.year, count.list_date.month): count for count in counts}
    return (*first, *(count for count in by_month.values() if count not in first))


def _finding(brief: Brief, first: RosterCount, last: RosterCount) -> str:
    trend = "level"
    if first is last:
        trend = "one list"
    elif first.agreements != last.agreements:
        trend = "up" if last.agreements > first.agreements else "down"
    return brief.says(
        "chart_title",
        last.agreements,
        {"trend": trend},
        first=say_number(first.agreements),
        first_date=say_date(first.list_date),
        last_date=say_date(last.list_date),
    )


def _caption(brief: Brief, last: RosterCount, here: int | None) -> str:
    """One agency can hold several agreements; and how many of them are this state's, ``here``."""
    known = here is not None and brief.local.place.state_geoid is not None
    return brief.says(
        "chart_caption",
        last.agreements,
        {"state_count": "known" if known else "unknown"},
        agencies=say_number(last.agencies),
        last_date=say_date(last.list_date),
        here=say_number(here or 0),
    )
