"""Writing claims: each change is a new revision, the review starts again, and nothing is lost in silence."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests import factories
from tests.claim_words import GOOD, words
from toolkit.access.errors import NotAllowed
from toolkit.curation.claims import claims
from toolkit.curation.errors import NotFit, NoticeMissing, Retired, Stale
from toolkit.ledger.claim_words import Citation, ClaimWords
from toolkit.ledger.revisions import from_revision
from toolkit.models import Claim, ClaimMove, ClaimRevision, Event, Person

NOW = factories.NOW
NOTICE = "The sentence named the wrong year."


def held(work: Session, claim_id: str) -> ClaimWords:
    return from_revision(work.get_one(Claim, claim_id).current)


def revise(claim_id: str, other: ClaimWords, by: Person, **changes: object) -> ClaimRevision:
    known = {"base": 1, "reason": "A newer report.", "notice": NOTICE, "by": by, "now": NOW} | changes
    return claims.revise(claim_id, other, **known)  # type: ignore[arg-type]


def test_a_new_claim_is_a_draft_with_a_readable_id(work: Session, cleo: Person) -> None:
    claim = claims.write(GOOD, reason="Heard at a hearing.", by=cleo, now=NOW)
    assert (claim.id, claim.status, claim.origin, claim.printed) == ("saf-01", "draft", "organization", None)
    assert (claim.newest, claim.current.author_id, claim.current.made_at) == (1, cleo.id, NOW)
    assert held(work, "saf-01") == GOOD
    assert claims.write(words(text="Another."), reason="", by=cleo, now=NOW).id == "saf-02"
    last = work.scalars(select(Event).order_by(Event.number)).all()[0]
    assert (last.deed, last.subject) == ("claim.write", "claim:saf-01")
    assert last.detail == {"revision": 1, "reason": "Heard at a hearing."}


def test_ids_go_on_after_the_highest_number(work: Session, cleo: Person) -> None:
    for number in ("saf-9", "saf-120", "saf-x"):
        work.add(Claim(id=number, topic="public-safety", stance="critics", status="draft"))
    assert claims.write(GOOD, reason="", by=cleo, now=NOW).id == "saf-121"


def test_what_cannot_be_kept_is_refused_whole(work: Session, cleo: Person) -> None:
    with pytest.raises(NotFit) as refusal:
        claims.write(words(text="", as_of="then"), reason="x" * 401, by=cleo, now=NOW)
    assert len(refusal.value.problems) == 4
    assert work.scalar(select(Claim).where(Claim.origin == "organization")) is None


def test_a_revision_starts_the_review_again_and_prints_nothing(work: Session, cleo: Person) -> None:
    before = held(work, "s-1")
    row = revise("s-1", replace(before, text="A sheriff said so in 2026."), cleo)
    claim = work.get_one(Claim, "s-1")
    assert (row.number, row.notice, row.author_id) == (2, NOTICE, cleo.id)
    assert (claim.newest, claim.printed, claim.status) == (2, 1, "draft")
    (move,) = work.scalars(select(ClaimMove).where(ClaimMove.claim_id == "s-1"))
    assert (move.came_from, move.went_to, move.revision_id) == ("approved", "draft", row.id)
    assert from_revision(claim.revisions[0]) == before
    assert work.scalars(select(Event)).one().detail == {"revision": 2, "reason": "A newer report."}


def test_a_draft_stays_a_draft(work: Session, cleo: Person) -> None:
    claims.write(GOOD, reason="", by=cleo, now=NOW)
    revise("saf-01", words(text="A sheriff said so."), cleo, notice="")
    assert work.scalars(select(ClaimMove)).all() == []


def test_what_is_based_on_older_words_changes_nothing(work: Session, cleo: Person) -> None:
    mine = replace(held(work, "s-1"), text="Mine.")
    revise("s-1", mine, cleo)
    with pytest.raises(Stale) as refusal:
        revise("s-1", replace(mine, text="Hers."), cleo)
    assert refusal.value.newest == 2
    assert held(work, "s-1").text == "Mine."


def test_holders_of_printed_sheets_are_told(work: Session, cleo: Person) -> None:
    before = held(work, "s-1")
    for other in (replace(before, text="Other."), replace(before, citations=(Citation("s2"),))):
        with pytest.raises(NoticeMissing):
            revise("s-1", other, cleo, notice="  ")
    revise("s-1", replace(before, review_by=date(2028, 1, 1)), cleo, notice="")
    assert work.get_one(Claim, "s-1").newest == 2


@pytest.mark.parametrize(
    ("changes", "given", "says"),
    [
        ({}, {}, "Nothing is different"),
        ({"text": "Other."}, {"reason": " "}, "why you change it"),
        ({"text": "Other."}, {"notice": "x" * 401}, "Shorten it to 400"),
        ({"text": "Other.", "stance": "critics"}, {}, "keeps its topic and its side"),
        ({"text": "Other.", "counter_claims": ("s-1",)}, {}, "does not answer itself"),
    ],
)
def test_a_revision_that_is_refused(
    work: Session, cleo: Person, changes: dict[str, str], given: dict[str, str], says: str
) -> None:
    with pytest.raises(NotFit, match=says):
        revise("s-1", replace(held(work, "s-1"), **changes), cleo, **given)  # type: ignore[arg-type]
    assert work.get_one(Claim, "s-1").newest == 1


def test_a_retired_claim_is_brought_back_first(work: Session, cleo: Person) -> None:
    work.get_one(Claim, "s-1").status = "retired"
    with pytest.raises(Retired):
        revise("s-1", replace(held(work, "s-1"), text="Other."), cleo)
    with pytest.raises(Retired):
        claims.restore("s-1", 1, base=1, reason="Back.", notice="", by=cleo, now=NOW)


def test_old_words_come_back_as_a_new_revision(work: Session, cleo: Person) -> None:
    before = held(work, "s-1")
    revise("s-1", replace(before, text="A slip."), cleo)
    row = claims.restore("s-1", 1, base=2, reason="It was a slip.", notice="", by=cleo, now=NOW)
    assert (row.number, row.reason) == (3, "It was a slip.")
    assert from_revision(row) == before
    told = work.scalars(select(Event).order_by(Event.number.desc())).first()
    assert told is not None
    assert told.detail == {"revision": 3, "reason": "It was a slip.", "words of": 1}
    with pytest.raises(NotFit, match="no revision"):
        claims.restore("s-1", 9, base=3, reason="x", notice="", by=cleo, now=NOW)


def test_a_starter_draft_is_told_no_longer_why_it_was_one(work: Session, cleo: Person) -> None:
    claim = work.get_one(Claim, "s-1")
    claim.status, claim.printed, claim.draft_reason = "draft", None, "A source was not seen: s1."
    revise("s-1", replace(held(work, "s-1"), text="A sheriff said so."), cleo, notice="")
    assert claim.draft_reason is None


def test_who_is_suspended_writes_nothing(work: Session, cleo: Person) -> None:
    cleo.state = "suspended"
    with pytest.raises(NotAllowed):
        claims.write(GOOD, reason="", by=cleo, now=NOW)
    with pytest.raises(NotAllowed):
        revise("s-1", GOOD, cleo)
