"""The choice of what prints: made once, small, and the same whatever else the library holds."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from fact_sheets import codes, snapshot
from fact_sheets.documents.full_sheet.compose import choose, compose
from fact_sheets.dossier import Agreement, Claim, Departure, Dispute, Dossier, Scope, Tier
from fact_sheets.meeting import Meeting
from fact_sheets.typesetting import NBSP
from tests.samples import places, small
from tests.samples.meetings import COUNCIL, longest

KIB = 1024
MOST_BYTES = 40 * KIB
VARIANTS = places.every_variant()
OVERDUE = date(2030, 1, 1)
NEVADA, OHIO = "32", "39"
each_place = pytest.mark.parametrize("name", VARIANTS)


@cache
def chosen(name: str) -> Dossier:
    return choose(VARIANTS[name])


def code_of(dossier: Dossier) -> str:
    return codes.code_for(snapshot.sha256(choose(dossier)))


@each_place
@pytest.mark.parametrize("meeting", [None, COUNCIL, longest()], ids=["sheet", "copy", "longest copy"])
def test_the_choice_says_all_that_the_sheet_needs(name: str, meeting: Meeting | None) -> None:
    assert compose(chosen(name), meeting) == compose(VARIANTS[name], meeting)


@pytest.mark.parametrize("name", ["frederick-county-md", "none-listed-wi", "unlisted"])
def test_the_choice_of_an_overdue_library_does_too(name: str) -> None:
    later = small.changed(VARIANTS[name], on=OVERDUE)
    assert compose(choose(later)) == compose(later)
    assert compose(later).standing == "review overdue"


def test_the_choice_of_a_draft_does_too() -> None:
    spoiled = small.with_claim(small.dossier(), "c-1", citations=())
    assert compose(choose(spoiled)) == compose(spoiled)
    assert compose(spoiled).standing == "draft"


@each_place
def test_a_choice_is_made_once(name: str) -> None:
    assert choose(chosen(name)) is chosen(name)


@each_place
def test_what_was_written_and_read_again_is_the_same_choice(name: str) -> None:
    file = snapshot.edition_json(chosen(name), "5" * 64)
    assert snapshot.from_json(file) == chosen(name)
    assert compose(snapshot.from_json(file)) == compose(VARIANTS[name])


@each_place
def test_nothing_is_kept_that_does_not_print(name: str) -> None:
    sheet, library = compose(VARIANTS[name]), chosen(name).library
    printed = {fact.claim_id for fact in sheet.facts}
    printed |= {point.claim_id for pair in sheet.pairs for point in (pair.supporters, pair.critics)}
    assert {claim.id for claim in library.claims} == printed
    assert [dispute.id for dispute in library.disputes] == [pair.dispute_id for pair in sheet.pairs]
    assert {note.source_id for note in sheet.notes} <= {source.id for source in chosen(name).sources}
    assert len(library.sources) < len(VARIANTS[name].library.sources) / 2


def file_of(dossier: Dossier) -> bytes:
    return snapshot.edition_json(choose(dossier), snapshot.sha256_of_library(dossier.library))


@each_place
def test_its_file_is_small(name: str) -> None:
    assert len(file_of(VARIANTS[name])) <= MOST_BYTES < len(snapshot.to_json(VARIANTS[name]))


def crowded_state() -> Dossier:
    """A state whose agencies hold 350 agreements, and where 50 more left the list."""
    day = date(2025, 3, 1)
    names = [f"Village of Lake and Peninsula Heights Police Department {number}" for number in range(350)]
    held = tuple(Agreement(name, "TFM", day, f"https://www.ice.gov/{name}.pdf") for name in names)
    gone = tuple(Departure(name, "WSO", day, date(2026, 2, 2)) for name in names[:50])
    tiers = (Tier("local", "Local police", "recorded", held, gone), *small.tiers("JEM")[1:])
    return small.changed(places.plain("48", "state"), tiers=tiers)


def test_the_file_of_a_crowded_state_is_small_too_and_its_counts_are_true() -> None:
    state = crowded_state()
    sheet = compose(state)
    told = sheet.here[0].line.text.replace(NBSP, " ")
    assert told.startswith("350 Task Force agreements with 350 agencies")
    assert compose(choose(state)) == sheet
    assert len(file_of(state)) <= MOST_BYTES


def with_answer(dossier: Dossier, claim: Claim) -> Dossier:
    """The dossier with one more claim, which answers the first question for the supporters."""

    def answered(dispute: Dispute) -> Dispute:
        return replace(dispute, supporters=(*dispute.supporters, claim.id))

    first, *others = dossier.library.disputes
    disputes = (answered(first), *others)
    return small.changed(dossier, claims=(*dossier.library.claims, claim), disputes=disputes)


def nevadan(dossier: Dossier) -> Claim:
    """A claim about Nevada that its own sheets print: as good an answer as the one that prints in Ohio."""
    printed = choose(dossier).library.claims
    first = dossier.library.disputes[0].supporters
    known = next(claim for claim in printed if claim.id in first)
    return replace(known, id="zzz-99", text=f"{known.text[:-1]} here.", scope=Scope(states=(NEVADA,)))


def test_what_changes_about_one_state_names_no_sheet_of_another_anew() -> None:
    ohio, nevada = places.plain(OHIO, "county"), places.plain(NEVADA, "county")
    claim = nevadan(ohio)
    other_words = replace(claim, text=claim.text.replace("here", "there"), revision=2)
    states = [None, claim, other_words]

    def of(dossier: Dossier) -> list[Dossier]:
        return [with_answer(dossier, added) if added else dossier for added in states]

    assert len({snapshot.sha256_of_library(each.library) for each in of(ohio)}) == len(states)
    assert len({code_of(each) for each in of(ohio)}) == 1
    assert len({code_of(each) for each in of(nevada)}) == len(states), "there it prints, so there it counts"


@pytest.mark.parametrize("field", ["text", "as_of", "revision"])
def test_a_printed_claim_that_changes_changes_the_code(field: str) -> None:
    dossier = VARIANTS["none-listed-wi"]
    claim = chosen("none-listed-wi").library.claims[0]
    values = {"text": claim.text.replace(" ", " indeed ", 1), "as_of": "1999", "revision": 9}
    assert values[field] != getattr(claim, field)
    changed = small.with_claim(dossier, claim.id, **{field: values[field]})
    assert code_of(changed) != code_of(dossier)


def test_an_edited_source_changes_only_the_code_of_sheets_that_cite_it() -> None:
    dossier = VARIANTS["none-listed-wi"]
    kept = {source.id for source in chosen("none-listed-wi").library.sources}
    of_claims = {c.source_id for claim in chosen("none-listed-wi").library.claims for c in claim.citations}

    def retitled(source_id: str) -> Dossier:
        sources = tuple(
            replace(source, csl={**source.csl, "title": "Another title"})
            if source.id == source_id
            else source
            for source in dossier.library.sources
        )
        return replace(dossier, library=replace(dossier.library, sources=sources))

    printed = min(of_claims)
    (other, *_) = (source.id for source in dossier.library.sources if source.id not in kept)
    assert code_of(retitled(printed)) != code_of(dossier)
    assert code_of(retitled(other)) == code_of(dossier)
