"""A subject's history: what happened when, and what is different since."""

from collections.abc import Mapping
from dataclasses import dataclass

from fact_sheets.dossier import Source
from toolkit.ledger import subjects
from toolkit.models import BeforeAfter, TimelineEvent
from toolkit.publishing.knowing import library


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened; ``date`` is a year, year-month or date."""

    date: str
    event: str
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Something that was otherwise before."""

    feature: str
    before: str
    after: str
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class History:
    """Both, oldest first, and their sources."""

    happenings: tuple[Happening, ...]
    changes: tuple[Change, ...]
    sources: Mapping[str, Source]


def history(subject: str = "") -> History:
    """What the library tells of the subject's history."""
    of = subjects.find(subject).id
    events = library.listed(TimelineEvent, of)
    happenings = tuple(Happening(row.date, row.event, tuple(row.sources)) for row in events)
    rows = library.listed(BeforeAfter, of)
    changes = tuple(Change(row.feature, row.before, row.after, tuple(row.sources)) for row in rows)
    cited = {source_id for happening in happenings for source_id in happening.source_ids}
    cited |= {source_id for change in changes for source_id in change.source_ids}
    return History(happenings, changes, {source.id: source for source in library.sources(cited)})
