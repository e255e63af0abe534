"""The starter library into the tables: what may print, and words that are never changed but revised."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests import factories
from tests.migrations.world import edition
from tests.samples import plate_readers
from toolkit import models
from toolkit.curation.records import records
from toolkit.imports import loading
from toolkit.imports.errors import ImportRefused
from toolkit.imports.library import load_library
from toolkit.imports.library.subject_files import (
    Change,
    ShippedClaim,
    ShippedLibrary,
    draft_reason,
    files,
    read,
)
from toolkit.imports.shipped import FOLDER
from toolkit.ledger.claim_words import Citation
from toolkit.ledger.revisions import to_revision

TODAY = date(2026, 11, 26)
SHIPPED = read(FOLDER / "subjects/287g")
LEVELS = SHIPPED.levels
STRONG = next(claim for claim in SHIPPED.claims if draft_reason(claim, LEVELS) is None)


def with_claims(*claims: ShippedClaim) -> ShippedLibrary:
    """The library with these claims in the place of those of the same id."""
    changed = {claim.id: claim for claim in claims}
    return replace(SHIPPED, claims=tuple(changed.get(claim.id, claim) for claim in SHIPPED.claims))


def reworded(claim: ShippedClaim, **words: object) -> ShippedClaim:
    """With other words, and nobody said how they differ."""
    return replace(claim, words=replace(claim.words, **words), change=None)


def count(work: Session, table: type[models.Base]) -> int:
    return work.scalar(select(func.count()).select_from(table)) or 0


def test_the_library_is_whole() -> None:
    assert (len(SHIPPED.claims), len(SHIPPED.sources), len(SHIPPED.disputes)) == (196, 228, 13)
    assert len(files(FOLDER / "subjects/287g")) == 10 + len(
        list((FOLDER / "subjects/287g/claims").glob("*.toml"))
    )


@pytest.mark.parametrize(
    ("claim", "levels", "reason"),
    [
        (STRONG, LEVELS, None),
        (reworded(STRONG, citations=()), LEVELS, "no source"),
        (reworded(STRONG, citations=(Citation("a"),)), {"a": "unseen"}, "not seen: a"),
        (reworded(STRONG, confidence="low"), LEVELS, "weak"),
        (replace(STRONG, recheck="how the case ended"), LEVELS, "how the case ended"),
    ],
)
def test_a_claim_may_print_only_when_nothing_about_it_is_open(
    claim: ShippedClaim, levels: Mapping[str, str], reason: str | None
) -> None:
    found = draft_reason(claim, levels)
    assert (found is None) is (reason is None)
    assert (reason or "") in (found or "")


def test_drafts_and_approved_claims_are_told_apart(work: Session) -> None:
    stands = {claim.id: (claim.status, claim.printed) for claim in work.scalars(select(models.Claim))}
    assert len(stands) == len(SHIPPED.claims)
    for claim in SHIPPED.claims:
        out = "retired" if claim.retired else "draft"
        assert stands[claim.id] == ((out, None) if draft_reason(claim, LEVELS) else ("approved", 1))
    assert (stands["evd-07"], stands["nat-40"]) == (("retired", None), ("draft", None))
    assert {claim.origin for claim in work.scalars(select(models.Claim))} == {"starter"}


def test_the_stored_words_are_the_shipped_ones(work: Session) -> None:
    shipped = next(claim for claim in SHIPPED.claims if claim.id == "mod-02")
    stored = work.get_one(models.Claim, "mod-02").current
    assert (stored.number, stored.text, stored.checked) == (1, shipped.words.text, shipped.words.checked)
    assert stored.models == ["JEM"]
    assert [each.quote for each in stored.citations] == [each.quote for each in shipped.words.citations]


def test_the_same_library_makes_no_new_revision(work: Session) -> None:
    load_library.load(SHIPPED, TODAY)
    assert count(work, models.ClaimRevision) == len(SHIPPED.claims)
    assert count(work, models.ClaimCitation) == sum(len(claim.words.citations) for claim in SHIPPED.claims)


def test_other_words_are_a_new_revision_and_the_old_one_stays(work: Session) -> None:
    load_library.load(with_claims(reworded(STRONG, text="Other words.")), TODAY)
    work.expire_all()
    claim = work.get_one(models.Claim, STRONG.id)
    assert [revision.text for revision in claim.revisions] == [STRONG.words.text, "Other words."]
    assert [revision.number for revision in claim.revisions] == [1, 2]
    assert (claim.status, claim.printed) == ("approved", 2)
    assert count(work, models.ClaimRevision) == len(SHIPPED.claims) + 1


def test_another_citation_is_a_new_revision_too(work: Session) -> None:
    fewer = reworded(STRONG, citations=(replace(STRONG.words.citations[0], locator="elsewhere"),))
    load_library.load(with_claims(fewer), TODAY)
    work.expire_all()
    first, second = work.get_one(models.Claim, STRONG.id).revisions
    assert [each.locator for each in second.citations] == ["elsewhere"]
    assert len(first.citations) == len(STRONG.words.citations)


def test_a_claim_that_no_longer_ships_stays_as_a_draft(work: Session) -> None:
    fewer = replace(
        SHIPPED,
        claims=tuple(claim for claim in SHIPPED.claims if claim.id != "mod-02"),
        disputes=(),
    )
    load_library.load(fewer, TODAY)
    claim = work.get_one(models.Claim, "mod-02")
    assert (claim.status, claim.printed, claim.draft_reason) == ("draft", None, load_library.LEFT_OUT)


def organizer(work: Session) -> models.Person:
    person = work.scalar(select(models.Person)) or factories.person("ann@example.org")
    work.add(person)
    work.flush()
    return person


def test_a_claim_that_an_organizer_revised_is_left_alone(work: Session) -> None:
    claim = work.get_one(models.Claim, STRONG.id)
    other = replace(STRONG.words, text="What an organizer wrote.")
    theirs = to_revision(other, number=2, questions=None)
    theirs.author_id = organizer(work).id
    claim.revisions.append(theirs)
    claim.status = "in_review"
    work.flush()
    load_library.load(with_claims(reworded(STRONG, text="What ships next year.")), TODAY)
    work.expire_all()
    assert [revision.text for revision in claim.revisions] == [STRONG.words.text, "What an organizer wrote."]
    assert (claim.status, claim.printed) == ("in_review", 1)


def test_a_claim_that_an_organizer_retired_stays_retired(work: Session) -> None:
    claim = work.get_one(models.Claim, STRONG.id)
    claim.status, claim.printed = "retired", None
    moved(work, claim, "approved", "retired")
    load_library.load(SHIPPED, TODAY)
    assert (claim.status, claim.printed) == ("retired", None)


def test_a_comment_keeps_no_newer_words_away(work: Session) -> None:
    claim = work.get_one(models.Claim, STRONG.id)
    moved(work, claim, "approved", "approved")
    load_library.load(with_claims(reworded(STRONG, text="What ships next year.")), TODAY)
    assert (claim.current.text, claim.printed) == ("What ships next year.", 2)


def moved(work: Session, claim: models.Claim, came_from: str, went_to: str) -> None:
    """What an organizer did with it, or said."""
    row = models.ClaimMove(claim_id=claim.id, revision_id=claim.current.id, comment="Is it so?")
    row.came_from, row.went_to, row.person_id, row.at = came_from, went_to, organizer(work).id, factories.NOW
    work.add(row)
    work.flush()


def answers(work: Session, claim_id: str) -> dict[str, str]:
    """The contested questions that a claim stands under, and for which side."""
    rows = select(models.DisputeClaim.dispute_id, models.DisputeClaim.side)
    return {
        row.dispute_id: row.side for row in work.execute(rows.where(models.DisputeClaim.claim_id == claim_id))
    }


def test_the_questions_that_organizers_chose_stay(work: Session) -> None:
    as_shipped = answers(work, "saf-05")
    (old, *_), new = answers(work, "saf-03"), "d-08"
    assert new not in answers(work, "saf-03")
    claim = work.get_one(models.Claim, "saf-03")
    shipped = next(each for each in SHIPPED.claims if each.id == claim.id)
    theirs = to_revision(replace(shipped.words, text="What an organizer wrote."), number=2)
    theirs.author_id, theirs.questions = organizer(work).id, [new]
    claim.revisions.append(theirs)
    claim.newest = claim.printed = 2
    moved = select(models.DisputeClaim).where(models.DisputeClaim.claim_id == claim.id)
    for row in work.scalars(moved):
        work.delete(row)
    work.flush()
    work.add(models.DisputeClaim(dispute_id=new, claim_id=claim.id, side=claim.stance, position=99))
    work.flush()
    load_library.load(SHIPPED, TODAY)
    work.expire_all()
    assert answers(work, "saf-03") == {new: "supporters"}
    assert answers(work, "saf-05") == as_shipped
    assert old in answers(work, "saf-05")


def take(work: Session, row: models.Base, **values: object) -> None:
    """An organizer edits a record."""
    records.change(row, values, "Clearer.", base=0, by=organizer(work), now=factories.NOW)


def test_what_organizers_edited_stays_and_its_neighbours_are_renewed(work: Session) -> None:
    term, event = SHIPPED.terms[0]["id"], SHIPPED.events[0]["id"]
    question, dispute = SHIPPED.questions[0]["id"], SHIPPED.disputes[0]["id"]
    take(work, work.get_one(models.GlossaryTerm, term), definition="In our words.")
    work.get_one(models.GlossaryTerm, SHIPPED.terms[1]["id"]).definition = "Slip of a hand."
    work.get_one(models.TimelineEvent, event).event = "Slip of a hand."
    work.get_one(models.OfficialQuestion, question).text = "Slip of a hand."
    row = work.get_one(models.Dispute, dispute)
    take(work, row, question="In our words?", not_known="Nothing.")
    row.claims.pop()
    work.flush()
    kept = [answer.claim_id for answer in row.claims]
    load_library.load(replace(SHIPPED, terms=SHIPPED.terms[2:], disputes=SHIPPED.disputes[1:]), TODAY)
    work.expire_all()
    assert work.get_one(models.GlossaryTerm, term).definition == "In our words."
    assert work.get(models.GlossaryTerm, SHIPPED.terms[1]["id"]) is None
    assert work.get_one(models.TimelineEvent, event).event == SHIPPED.events[0]["event"]
    assert work.get_one(models.OfficialQuestion, question).text == SHIPPED.questions[0]["text"]
    assert work.get_one(models.Dispute, dispute).question == "In our words?"
    assert [answer.claim_id for answer in work.get_one(models.Dispute, dispute).claims] == kept


def test_the_order_of_a_list_follows_the_file_until_organizers_edit_it(work: Session) -> None:
    def order() -> list[str]:
        return list(work.scalars(select(models.GlossaryTerm.id).order_by(models.GlossaryTerm.position)))

    backwards = replace(SHIPPED, terms=SHIPPED.terms[::-1])
    load_library.load(backwards, TODAY)
    assert order() == [term["id"] for term in backwards.terms]
    take(work, work.get_one(models.GlossaryTerm, SHIPPED.terms[0]["id"]), definition="In our words.")
    load_library.load(SHIPPED, TODAY)
    assert order() == [term["id"] for term in backwards.terms]


def test_the_words_of_a_subject_are_renewed_until_organizers_edit_them(work: Session) -> None:
    newer = replace(SHIPPED, subject={**SHIPPED.subject, "one_line": "What ships next year."})
    row = work.get_one(models.Subject, "287g")
    assert row.content["one_line"] == SHIPPED.subject["one_line"]
    load_library.load(newer, TODAY)
    assert row.content["one_line"] == "What ships next year."
    take(work, row, content={**row.content, "one_line": "In our words."})
    load_library.load(newer, TODAY)
    assert row.content["one_line"] == "In our words."


def test_a_second_subject_loads_beside_the_first_and_changes_nothing_of_it(work: Session) -> None:
    before = {
        table: sorted(map(str, work.execute(select(table.__table__)).all()))
        for table in (models.Claim, models.Dispute, models.GlossaryTerm, models.StatePolicy)
    }
    (done,) = [
        loaded for loaded in loading.load(TODAY, also=[plate_readers.FOLDER]) if loaded.outcome == "loaded"
    ]
    assert (done.name, done.rows) == ("library alpr", 16)
    for table, rows in before.items():
        mine = work.execute(select(table.__table__).where(table.subject == "287g")).all()
        assert sorted(map(str, mine)) == rows
    theirs = work.scalars(select(models.Claim.id).where(models.Claim.subject == "alpr")).all()
    assert {claim_id.rpartition("-")[0] for claim_id in theirs} == {"alpr"}
    assert work.get_one(models.Subject, "alpr").position == 1
    assert {each.outcome for each in loading.load(TODAY, also=[plate_readers.FOLDER])} == {"unchanged"}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"slug": "287g"}, "may not both have: 287g"),
        ({"topics": [{"name": "cost", "prefix": "civ"}]}, "may not both have: civ"),
        ({"topics": [{"name": "cost", "prefix": "cost"}]}, "is no topic of plate readers"),
        ({"sheet": []}, "sheet"),
    ],
)
def test_a_subject_that_does_not_hold_together_is_refused(
    work: Session, change: Mapping[str, object], says: str
) -> None:
    shipped = read(plate_readers.FOLDER)
    with pytest.raises(ImportRefused, match=says):
        load_library.load(replace(shipped, subject={**shipped.subject, **change}), TODAY)


def test_what_goes_round_the_claims_is_replaced(work: Session) -> None:
    load_library.load(replace(SHIPPED, events=SHIPPED.events[:1], disputes=SHIPPED.disputes[:2]), TODAY)
    assert (count(work, models.TimelineEvent), count(work, models.Dispute)) == (1, 2)
    dispute = work.get_one(models.Dispute, SHIPPED.disputes[0]["id"])
    supporters = [each.claim_id for each in dispute.claims if each.side == "supporters"]
    assert supporters == SHIPPED.disputes[0]["supporters"]


def printed_by_a_sheet(work: Session, claim_id: str = STRONG.id) -> None:
    """An edition that prints the claim."""
    made = edition()
    made.claims = [models.EditionClaim(claim_id=claim_id, revision=1, position=0)]
    work.add(made)
    work.flush()


def corrected(work: Session) -> list[tuple[str, int, int | None, str]]:
    """Every correction, none of which names a person."""
    rows = work.scalars(select(models.Correction).order_by(models.Correction.id)).all()
    assert {(row.made_on, row.person_id) for row in rows} <= {(TODAY, None)}
    return [(row.claim_id, row.from_revision, row.to_revision, row.sentence) for row in rows]


def test_readers_are_told_when_a_printed_claim_is_worded_anew(work: Session) -> None:
    printed_by_a_sheet(work)
    load_library.load(with_claims(reworded(STRONG, text="Other words.")), TODAY)
    assert corrected(work) == [(STRONG.id, 1, 2, "A newer starter library says this in other words.")]


@pytest.mark.parametrize(
    ("kind", "says", "told"),
    [
        ("reworded", "", []),
        ("narrowed", "It left out a limit.", [("It left out a limit.", False)]),
        ("overtaken", "It was true until May.", [("It was true until May.", False)]),
        ("wrong", "It named another county.", [("It named another county.", True)]),
    ],
)
def test_the_library_says_what_a_change_means_for_copies(
    work: Session, kind: str, says: str, told: list[tuple[str, bool]]
) -> None:
    printed_by_a_sheet(work)
    newer = replace(reworded(STRONG, text="Other words."), change=Change(kind, says))
    load_library.load(with_claims(newer), TODAY)
    assert work.get_one(models.Claim, STRONG.id).current.change == kind
    rows = work.scalars(select(models.Correction)).all()
    assert [(row.sentence, row.grave) for row in rows] == told


@pytest.mark.parametrize(("kind", "grave"), [("weak", False), ("overtaken", False), ("wrong", True)])
def test_a_claim_that_is_taken_out_says_why(work: Session, kind: str, grave: bool) -> None:
    printed_by_a_sheet(work)
    load_library.load(
        with_claims(replace(STRONG, retired=Change(kind, "A newer count took its place."))), TODAY
    )
    claim = work.get_one(models.Claim, STRONG.id)
    assert (claim.status, claim.printed) == ("retired", None)
    (row,) = work.scalars(select(models.Correction)).all()
    assert (row.sentence, row.grave) == ("A newer count took its place.", grave)


def test_readers_are_told_when_it_rests_on_other_sources(work: Session) -> None:
    printed_by_a_sheet(work)
    other = replace(STRONG.words.citations[0], source_id="usc-1357g")
    assert other not in STRONG.words.citations
    load_library.load(with_claims(reworded(STRONG, citations=(other,))), TODAY)
    other_pages = replace(other, locator="sec. 9")
    load_library.load(with_claims(reworded(STRONG, citations=(other_pages,))), TODAY)
    told = "A newer starter library rests this on other sources, or other pages of them."
    assert corrected(work) == [(STRONG.id, 1, 2, told), (STRONG.id, 2, 3, told)]


def test_readers_are_told_when_it_is_held_back_and_when_it_prints_again(work: Session) -> None:
    printed_by_a_sheet(work)
    plain = replace(STRONG, change=None)
    load_library.load(with_claims(replace(plain, recheck="how the case ended")), TODAY)
    load_library.load(with_claims(plain), TODAY)
    held = "The starter library prints this no longer. To be checked again: how the case ended"
    again = "The starter library prints this again."
    assert corrected(work) == [(STRONG.id, 1, None, held), (STRONG.id, 1, 1, again)]


def test_nobody_is_told_of_what_no_sheet_printed_or_of_another_look(work: Session) -> None:
    printed_by_a_sheet(work)
    looked = reworded(STRONG, checked=TODAY)
    other = next(claim for claim in SHIPPED.claims if claim.id != STRONG.id)
    load_library.load(with_claims(looked, reworded(other, text="Other words.")), TODAY)
    assert work.get_one(models.Claim, STRONG.id).printed == 2
    assert corrected(work) == []
