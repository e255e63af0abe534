"""The one chart: how many agreements ICE's lists showed, with the dates of the lists."""

from collections.abc import Sequence

from fact_sheets.brief import Brief
from fact_sheets.citations import Notes
from fact_sheets.document import Chart, ChartPoint, Cited
from fact_sheets.dossier import RosterCount
from fact_sheets.errors import DossierError
from fact_sheets.situation import state_in_words
from fact_sheets.typesetting import count_of, say_date, say_number, set_words


def growth(brief: Brief, notes: Notes) -> Chart:
    """The chart of agreements, one point a month; its title is the finding."""
    counts = _newest_of_each_month(brief.library.counts)
    if not counts:
        raise DossierError("library.counts: at least the count of the newest list is needed")
    return Chart(
        title=set_words(_finding(counts)),
        points=tuple(ChartPoint(count.list_date, count.agreements) for count in counts),
        caption=Cited(
            set_words(_caption(brief, counts[-1])), notes.cite_sources([brief.local.roster.source_id])
        ),
    )


def _newest_of_each_month(counts: Sequence[RosterCount]) -> tuple[RosterCount, ...]:
    """The first list, then the last list of each month."""
    first = tuple(counts[:1])
    by_month = {(count.list_date.year, count.list_date.month): count for count in counts}
    return (*first, *(count for count in by_month.values() if count not in first))


def _finding(counts: tuple[RosterCount, ...]) -> str:
    first, last = counts[0], counts[-1]
    if first is last:
        return f"ICE’s list of {say_date(last.list_date)} showed {count_of(last.agreements, 'agreement')}"
    if last.agreements == first.agreements:
        both = f"{say_date(first.list_date)} and on {say_date(last.list_date)}"
        return f"ICE’s lists showed {count_of(last.agreements, 'agreement')} on {both}"
    verb = "rose" if last.agreements > first.agreements else "fell"
    return (
        f"Agreements on ICE’s lists {verb} from {say_number(first.agreements)} ({say_date(first.list_date)}) "
        f"to {say_number(last.agreements)} ({say_date(last.list_date)})"
    )


def _caption(brief: Brief, last: RosterCount) -> str:
    """One agency can hold several agreements; and how many of them are this state's."""
    agencies = f"Source: ICE’s lists. On {say_date(last.list_date)}, {say_number(last.agencies)} agencies"
    words = f"{agencies} held {count_of(last.agreements, 'agreement')}; one agency can hold several."
    here = brief.local.roster.state_agreements
    if here is None or brief.local.place.state_geoid is None:
        return words
    return f"{words} In {state_in_words(brief.local.place)}: {say_number(here)}."
