"""When a printed copy of a claim has changed, and which revision printed last."""

from datetime import date

from sqlalchemy.orm import Session

from tests.claim_words import GOOD, words
from toolkit.ledger.claim_words import Citation
from toolkit.ledger.printed import printed, printed_last, prints_alike
from toolkit.ledger.revisions import from_revision
from toolkit.models import Claim, Correction

ON = date(2026, 11, 26)


def test_what_a_sheet_says_of_a_claim() -> None:
    assert prints_alike(GOOD, words(spoken=None, review_by=date(2028, 1, 1), until=ON, evidence="court"))
    assert not prints_alike(GOOD, words(text="Other words."))
    assert not prints_alike(GOOD, words(citations=GOOD.citations[:1]))
    assert prints_alike(GOOD, words(citations=GOOD.citations[::-1]))
    assert not prints_alike(GOOD, words(citations=(Citation("s1", "p. 5"), GOOD.citations[1])))


def test_a_row_prints_as_its_words_do(work: Session) -> None:
    row = printed(work.get_one(Claim, "s-1"))
    assert row is not None
    assert prints_alike(row, from_revision(row))
    assert not prints_alike(row, GOOD)


def test_what_printed_last_is_known_while_it_is_withdrawn(work: Session) -> None:
    assert printed_last("s-1") is None
    for to, last in ((None, 1), (2, None), (None, 1)):
        told = Correction(claim_id="s-1", from_revision=1, to_revision=to, sentence="So it is.", made_on=ON)
        work.add(told)
        work.flush()
        assert printed_last("s-1") == last
