"""What has become of an issued edition: current, overdue for review, or printing claims that changed.

A claim has changed when other words, other sources or other places in them print today than on the sheet.
One that was only looked at again has not: its newest review date is the one that counts.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sqlalchemy import Row, select
from sqlalchemy.orm import aliased

from toolkit.database import session
from toolkit.models import Claim, ClaimCitation, ClaimRevision, Edition, EditionClaim

State = Literal["current", "review overdue", "changed", "withdrawn"]
Cited = Mapping[int, frozenset[tuple[str, str | None]]]


@dataclass(frozen=True, slots=True)
class PrintedClaim:
    """A claim of an edition beside the library as it is now."""

    claim_id: str
    printed: int  # revision on the sheet
    now: int | None  # revision that prints today; None when the claim was withdrawn
    words: str | None  # those of today
    same: bool  # whether they, and their sources, are those of the sheet
    review_by: date | None  # when today's words are to be looked at again

    @property
    def withdrawn(self) -> bool:
        """Whether it prints no longer."""
        return self.now is None

    @property
    def changed(self) -> bool:
        """Whether the library says it differently today."""
        return not self.withdrawn and not self.same


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of an edition on a day, and the claims that make it so."""

    state: State
    changed: tuple[PrintedClaim, ...]
    withdrawn: tuple[PrintedClaim, ...]
    review_by: date | None  # the earliest review date, today, of the claims that stand as printed


def standing(edition: Edition, on: date) -> Standing:
    """How a printed copy of this edition stands on this day. The gravest state names the edition."""
    claims = _printed_claims(edition.code)
    changed = tuple(claim for claim in claims if claim.changed)
    withdrawn = tuple(claim for claim in claims if claim.withdrawn)
    review_by = min((claim.review_by for claim in claims if claim.same and claim.review_by), default=None)
    overdue = review_by is not None and review_by < on
    state: State = "review overdue" if overdue or edition.standing == "review overdue" else "current"
    if changed:
        state = "changed"
    if withdrawn:
        state = "withdrawn"
    return Standing(state, changed, withdrawn, review_by)


def _printed_claims(code: str) -> list[PrintedClaim]:
    was, now = aliased(ClaimRevision), aliased(ClaimRevision)
    rows = (
        session()
        .execute(
            select(
                EditionClaim.claim_id,
                EditionClaim.revision,
                Claim.printed,
                was.id.label("was_id"),
                was.text.label("was_text"),
                now.id.label("now_id"),
                now.text.label("now_text"),
                now.review_by,
            )
            .outerjoin(Claim, Claim.id == EditionClaim.claim_id)
            .outerjoin(was, (was.claim_id == EditionClaim.claim_id) & (was.number == EditionClaim.revision))
            .outerjoin(now, (now.claim_id == EditionClaim.claim_id) & (now.number == Claim.printed))
            .where(EditionClaim.code == code)
            .order_by(EditionClaim.position)
        )
        .all()
    )
    revised = (row for row in rows if row.was_id != row.now_id)
    cited = sources_of(each for row in revised for each in (row.was_id, row.now_id) if each is not None)
    return [_printed_claim(row, cited) for row in rows]


def _printed_claim(row: Row[*tuple[Any, ...]], cited: Cited) -> PrintedClaim:
    other_sources = cited.get(row.was_id) != cited.get(row.now_id)
    return PrintedClaim(
        claim_id=row.claim_id,
        printed=row.revision,
        now=row.printed,
        words=row.now_text,
        same=row.was_text == row.now_text and not other_sources,
        review_by=row.review_by,
    )


def sources_of(revisions: Iterable[int]) -> Cited:
    """Where in which sources each of these revisions is supported, by the revision's id."""
    columns = ClaimCitation.revision_id, ClaimCitation.source_id, ClaimCitation.locator
    found: dict[int, set[tuple[str, str | None]]] = defaultdict(set)
    wanted = select(*columns).where(ClaimCitation.revision_id.in_(list(revisions)))
    for revision_id, source_id, locator in session().execute(wanted):
        found[revision_id].add((source_id, locator))
    return {revision_id: frozenset(places) for revision_id, places in found.items()}
