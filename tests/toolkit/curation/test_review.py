"""Two people who did not write the words sign them; they print, and readers of older sheets are told."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from sqlalchemy import Engine, select

from tests.toolkit.curation.readers import LATER, NOTICE, OTHER, House, back_in, move_in
from toolkit.curation.claims import claim_sheet, claims, redating, retiring
from toolkit.curation.errors import (
    AlreadySigned,
    NotAMove,
    NotFit,
    NoticeMissing,
    OneRefused,
    OwnWords,
    Stale,
)
from toolkit.curation.review import review
from toolkit.curation.review.printing import ONCE_MORE
from toolkit.database import unit_of_work
from toolkit.ledger.claim_words import Citation
from toolkit.ledger.revisions import from_revision, numbered
from toolkit.models import DisputeClaim, Source
from toolkit.publishing.knowing import library


@pytest.fixture
def house(engine: Engine) -> Iterator[House]:
    with unit_of_work(engine, write=True) as work:
        yield move_in(work)
        work.rollback()


@contextmanager
def writing(engine: Engine) -> Iterator[House]:
    """A later unit of work of the same people."""
    with unit_of_work(engine, write=True) as work:
        yield back_in(work)


def test_two_people_sign_for_two_sides_and_the_words_print(house: House) -> None:
    claim = house.put("in_review")
    house.sign(house.ben, "supporters")
    assert (claim.status, claim.printed, house.corrections()) == ("in_review", 1, [])
    for side in ("critics", "supporters"):
        with pytest.raises(AlreadySigned):
            house.sign(house.ben, side)
    with pytest.raises(AlreadySigned):
        house.sign(house.cleo, "supporters")
    with pytest.raises(NotFit, match="need no signature for “any”"):
        house.sign(house.cleo, "any")
    house.sign(house.cleo, "critics")
    assert (claim.status, claim.printed) == ("approved", 2)
    assert house.corrections() == [(1, 2, NOTICE)]
    assert house.moves() == [("draft", "in_review"), ("in_review", "approved")]
    assert house.deeds() == [("claim.submit", "claim:s-1"), *[("claim.approve", "claim:s-1")] * 2]


def test_words_of_the_starter_library_are_read_while_they_go_on_printing(house: House) -> None:
    claim = house.claim()
    house.submit(house.ann)
    assert (claim.status, claim.printed) == ("in_review", 1)
    house.sign(house.ben, "supporters")
    assert read_by("s-1") is None
    house.sign(house.cleo, "critics")
    assert (claim.status, claim.printed, claim.newest, house.corrections()) == ("approved", 1, 1, [])
    assert (read_by("s-1"), read_by("c-1")) == (2, None)
    with pytest.raises(NotAMove):
        house.submit(house.ann)
    redating.redate(["s-1"], LATER, "Looked again.", by=house.ben, now=house.now())
    assert (claim.printed, read_by("s-1")) == (2, 2)


def test_words_of_one_reader_are_read_again_where_two_are_asked_for_now(house: House) -> None:
    claim = house.put("in_review")
    house.sign(house.ben, "both", readers=1)
    assert (claim.status, read_by("s-1")) == ("approved", 1)
    with pytest.raises(NotAMove):
        house.submit(house.ann, readers=1)
    house.submit(house.ann)
    with pytest.raises(AlreadySigned):
        house.sign(house.ben, "critics")
    house.sign(house.cleo, "critics")
    assert (claim.status, claim.printed, read_by("s-1")) == ("approved", 2, 2)
    assert len(house.corrections()) == 1


def read_by(claim_id: str) -> int | None:
    """How many readers a sheet would tell of; None is the starter library."""
    return next(claim.readers for claim in library.library().claims if claim.id == claim_id)


def test_a_background_claim_takes_one_reader(house: House) -> None:
    house.edit(house.ann, "Federal law makes no county or city join.", "f-1")
    house.submit(house.ann, "f-1")
    with pytest.raises(NotFit):
        house.sign(house.ben, "supporters", "f-1")
    house.sign(house.ben, "any", "f-1")
    assert house.claim("f-1").printed == 2


def test_where_one_reader_is_set_she_answers_for_both_sides(house: House) -> None:
    house.edit(house.ben)
    house.submit(house.ben)
    with pytest.raises(OwnWords):
        house.sign(house.ben, "both", readers=1)
    house.sign(house.cleo, "both", readers=1)
    assert (house.claim().status, house.claim().printed) == ("approved", 2)


def test_nobody_signs_her_own_words_whoever_sets_the_comma(house: House) -> None:
    house.edit(house.ben)
    house.edit(house.ann, OTHER.replace("jails", "the jails"))
    house.submit(house.ann)
    with pytest.raises(OwnWords):
        house.sign(house.ben, "supporters")
    house.sign(house.cleo, "supporters")
    house.sign(house.dora, "critics")
    house.edit(house.cleo, OTHER.replace("more", "many"))  # approved by others in between: Ben may read these
    house.submit(house.cleo)
    house.sign(house.ben, "supporters")
    with pytest.raises(OwnWords):
        house.sign(house.cleo, "critics")


def test_words_that_come_back_are_still_their_authors(house: House) -> None:
    house.edit(house.ben)
    house.submit(house.ben)
    house.sign(house.cleo, "supporters")
    house.sign(house.dora, "critics")
    house.edit(house.cleo, "Something else.")
    house.edit(house.cleo, OTHER)
    house.submit(house.cleo)
    with pytest.raises(OwnWords):
        house.sign(house.ben, "supporters")


def test_a_signature_is_for_the_words_that_were_read(house: House) -> None:
    house.put("in_review")
    house.sign(house.ben, "supporters")
    read = house.claim().newest
    house.edit(house.ann, "Other words once more.")
    house.submit(house.ann)
    with pytest.raises(Stale):
        review.approve("s-1", "critics", base=read, readers=2, by=house.cleo, now=house.now())
    house.sign(house.cleo, "critics")
    assert house.claim().printed == 1  # Ben's signature is under older words
    house.sign(house.ben, "supporters")
    assert house.claim().printed == 3


def test_an_edit_leaves_the_approved_words_printing(house: House) -> None:
    house.put("approved")
    house.edit(house.ann, "Words in the making.")
    assert (house.claim().status, house.claim().printed) == ("draft", 2)


def test_what_keeps_words_from_their_readers(house: House) -> None:
    house.edit(house.ann, notice=None)
    with pytest.raises(NoticeMissing):
        house.submit(house.ann)
    base = house.claim().newest
    known = {"readers": 2, "by": house.ann, "now": house.now()}
    with pytest.raises(NotFit, match="takes a side"):
        review.submit("s-1", "", base=base, faults=("That takes a side.",), **known)
    house.work.get_one(Source, "s1").verified_level = "unseen"
    with pytest.raises(NotFit, match="at least one source"):
        house.submit(house.ann)
    with pytest.raises(Stale):
        review.submit("s-1", "", base=base - 1, readers=2, faults=(), by=house.ann, now=house.now())
    assert house.claim().status == "draft"


def test_the_same_words_with_the_same_sources_need_no_sentence(house: House) -> None:
    house.edit(house.ann, house.claim().current.text, notice=None)
    house.submit(house.ann)
    house.sign(house.ben, "supporters")
    house.sign(house.cleo, "critics")
    assert (house.claim().printed, house.corrections()) == (2, [])


def test_other_sources_are_told_of(house: House) -> None:
    words = replace(from_revision(house.claim().current), citations=(Citation("s1", "p. 1"), Citation("s2")))
    told = {"reason": "A second report says so.", "notice": NOTICE}
    claims.revise("s-1", words, base=1, by=house.ann, now=house.now(), **told)
    house.submit(house.ann)
    house.sign(house.ben, "supporters")
    house.sign(house.cleo, "critics")
    assert house.corrections() == [(1, 2, NOTICE)]


def test_the_questions_that_words_answer_change_when_they_print(house: House) -> None:
    def answers() -> list[tuple[str, str]]:
        rows = select(DisputeClaim.dispute_id, DisputeClaim.side).where(DisputeClaim.claim_id == "s-1")
        return [
            (dispute, side) for dispute, side in house.work.execute(rows.order_by(DisputeClaim.dispute_id))
        ]

    ((old, side),) = answers()
    other = next(d for d in house.work.scalars(select(DisputeClaim.dispute_id).distinct()) if d != old)
    house.edit(house.ann, questions=[other])
    house.submit(house.ann)
    house.sign(house.ben, "supporters")
    assert answers() == [(old, side)]
    house.sign(house.cleo, "critics")
    assert answers() == [(other, "supporters")]
    last = select(DisputeClaim.claim_id).where(DisputeClaim.dispute_id == other)
    assert house.work.scalars(last.order_by(DisputeClaim.position.desc())).first() == "s-1"


def test_a_claim_is_withdrawn_at_once_and_says_so(house: House) -> None:
    house.put("approved")
    with pytest.raises(NoticeMissing):
        retiring.retire("s-1", "  ", "", by=house.ben, now=house.now())
    retiring.retire("s-1", "The report was taken back.", "See the mail.", by=house.ben, now=house.now())
    assert (house.claim().status, house.claim().printed) == ("retired", None)
    assert house.corrections()[-1] == (2, None, "The report was taken back.")


def test_what_was_withdrawn_is_read_anew_before_it_prints_once_more(house: House) -> None:
    house.put("approved")
    retiring.retire("s-1", "The report was taken back.", "", by=house.ben, now=house.now())
    retiring.bring_back("s-1", "It was a mistake.", by=house.dora, now=house.now())
    claim = house.claim()
    assert (claim.status, claim.newest, claim.current.text) == ("draft", 3, OTHER)
    house.submit(house.ann)
    for author in (house.dora, house.ann):
        author.role = "reviewer"
        with pytest.raises(OwnWords):
            house.sign(author, "supporters")
    house.sign(house.ben, "supporters")
    house.sign(house.cleo, "critics")
    assert claim.printed == 3
    assert house.corrections()[-1] == (2, 3, ONCE_MORE)


def test_dated_anew_the_words_keep_their_signatures_and_print(house: House) -> None:
    claim = house.put("approved")
    redating.redate(["s-1"], LATER, "Read the report again.", by=house.dora, now=house.now())
    assert (claim.status, claim.printed, claim.newest) == ("approved", 3, 3)
    assert (claim.current.review_by, claim.current.words_from, claim.current.text) == (LATER, 2, OTHER)
    assert len(house.corrections()) == 1  # that of the first printing
    sheet = claim_sheet.sheet("s-1", to=house.ann, readers=2)
    assert sheet is not None
    assert {each.name for each in sheet.signing.signatures} == {"Ben", "Cleo"}
    redating.redate(["s-1"], LATER, "And again.", by=house.ben, now=house.now())
    assert claim.current.words_from == 2


def test_dated_anew_in_review_both_the_printed_and_the_newest_words_go_on(house: House) -> None:
    claim = house.put("in_review")
    house.sign(house.ben, "supporters")
    redating.redate(["s-1"], LATER, "Read again.", by=house.dora, now=house.now())
    assert (claim.status, claim.printed, claim.newest) == ("in_review", 3, 4)
    assert [numbered(claim, n).words_from for n in (3, 4)] == [1, 2]
    house.sign(house.dora, "critics")  # who dates words anew has not written them
    assert (claim.status, claim.printed) == ("approved", 4)
    assert house.corrections() == [(3, 4, NOTICE)]


def test_several_claims_are_dated_or_retired_all_or_none(engine: Engine) -> None:
    with unit_of_work(engine, write=True) as work:
        move_in(work).claim("s-2").status = "retired"
    ids = ["s-3", "s-2", "s-1"]
    for refused, why in (
        (lambda house: redating.redate(ids, LATER, "Read.", by=house.ben, now=house.now()), "It is retired"),
        (lambda house: retiring.retire_all(ids, "Gone.", "", by=house.ben, now=house.now()), "is retired;"),
    ):
        with pytest.raises(OneRefused, match=rf"because of claim s-2\. .*{why}"), writing(engine) as house:
            refused(house)
    with writing(engine) as house:
        assert [house.claim(each).newest for each in ids] == [1, 1, 1]
        assert (house.claim("s-1").status, house.deeds()) == ("approved", [])
        redating.redate(["s-3", "s-1", "s-3"], LATER, "Read again.", by=house.ben, now=house.now())
        assert house.deeds() == [("claim.redate", "claim:s-1"), ("claim.redate", "claim:s-3")]
        for review_by, reason in ((house.clock().date(), "Read again."), (LATER, " ")):
            with pytest.raises(NotFit):
                redating.redate(["s-1"], review_by, reason, by=house.ben, now=house.now())
