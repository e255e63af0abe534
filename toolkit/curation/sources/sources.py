"""Deeds on sources, each with its history. An id is made once, of the short name, and never changes."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select

from toolkit.access import journal, roles
from toolkit.curation.difference import Difference
from toolkit.curation.errors import AlreadyThere, NotFit
from toolkit.curation.records import record_history, records, rules
from toolkit.curation.records.record_history import Version
from toolkit.curation.sources import source_draft, source_rules, source_twins
from toolkit.curation.sources.source_draft import SourceDraft
from toolkit.curation.text import kept
from toolkit.database import session
from toolkit.models import Claim, ClaimCitation, ClaimRevision, Person, RecordRevision, Source

DEED, NOUN = "source.write", "source"
NEW = "New source."
_TAKEN = ("new", "paste", "links")  # words that stand in addresses where an id may stand
_ID_LENGTH = 40


def find(source_id: str) -> Source | None:
    """The source with this id."""
    return session().get(Source, source_id)


def number_of(source: Source) -> int:
    """The number of its newest entry, which an editor's form holds on to."""
    return records.number_of(NOUN, source.id)


def history(source: Source) -> Sequence[RecordRevision]:
    """Every entry, the newest first; empty where nobody edited it."""
    return records.history(NOUN, source.id)


def versions(source: Source) -> tuple[Version, ...]:
    """The history with what each entry changed, the newest first."""
    return record_history.versions(NOUN, source.id, _changed)


def draft_of(source: Source) -> SourceDraft:
    """The source as an editor reads it."""
    return source_draft.of_content(records.content_of(source))


def printed_claims(source_id: str) -> tuple[str, ...]:
    """Ids of the claims that print and cite it."""
    printed = (ClaimRevision.claim_id == Claim.id) & (ClaimRevision.number == Claim.printed)
    citing = ClaimRevision.citations.any(ClaimCitation.source_id == source_id)
    asked = select(Claim.id).join(ClaimRevision, printed).where(citing).order_by(Claim.id)
    return tuple(session().scalars(asked))


def add(draft: SourceDraft, *, by: Person, now: datetime, twin_known: bool = False) -> Source:
    """Keep a new source under an id made of its short name. Raises NotFit, AlreadyThere."""
    roles.require(by, DEED)
    draft = _fit(draft, twin_known=twin_known)

    def made() -> Source:
        source_id = free_id(draft)
        return Source(id=source_id, **source_draft.columns(draft, source_id, {}))

    row = records.add(made, NEW, by=by, now=now)
    journal.record(by, DEED, f"source:{row.id}", {"number": 1, "title": draft.title}, now)
    return row


def change(
    source: Source,
    draft: SourceDraft,
    reason: str,
    *,
    base: int,
    by: Person,
    now: datetime,
    twin_known: bool = False,
) -> None:
    """Give the source other words. Raises Stale, NotFit, AlreadyThere; saving the same words does nothing."""
    roles.require(by, DEED)
    reason = kept(reason, most=source_rules.LONGEST_REASON)
    session().refresh(source, with_for_update=True)  # two editors on PostgreSQL take turns
    before, moved = draft_of(source), source_rules.tidied(draft).url != source.url
    draft = _fit(draft, before, but=source.id, twin_known=twin_known or not moved)
    changed = source_draft.changes(before, draft)
    printed = printed_claims(source.id)
    if draft.verified_level == "unseen" != before.verified_level:
        _refuse_unseen(source.id, printed)
    if changed or base != number_of(source):
        values = source_draft.columns(draft, source.id, source.csl)
        entry = records.change(source, values, reason, base=base, by=by, now=now)
        told = {"number": entry.number, "fields": [each.label for each in changed], "why": reason}
        journal.record(by, DEED, f"source:{source.id}", told | {"printed claims": list(printed)}, now)


def free_id(draft: SourceDraft) -> str:
    """A readable id that no source has: "gao-2021", or "gao-2021-2" where that is taken."""
    year = draft.issued[:4]
    words = draft.tag if not year or year in draft.tag else f"{draft.tag} {year}"
    return records.free_key(Source.id, records.slug(words, _ID_LENGTH) or "source", _TAKEN)


def _changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Difference, ...]:
    return source_draft.changes(source_draft.of_content(before), source_draft.of_content(after))


def _refuse_unseen(source_id: str, printed: Sequence[str]) -> None:
    """What prints as fact rests on what somebody saw. Raises NotFit."""
    told = *printed, *rules.printed_from(source_id)
    if told:
        raise NotFit([f"What prints rests on this source, so it must have been seen: {', '.join(told)}."])


def _fit(
    draft: SourceDraft, was: SourceDraft | None = None, *, but: str = "", twin_known: bool
) -> SourceDraft:
    draft = source_rules.tidied(draft)
    found = source_rules.problems(draft, was=was)
    if found:
        raise NotFit(found)
    same = source_twins.find(draft.title, draft.url, but=but).same
    if same and not twin_known:
        raise AlreadyThere(same[0].title)
    return draft
