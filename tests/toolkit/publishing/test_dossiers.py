"""What the database holds about a place and the library comes out as the press's plain facts."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import delete, event, update
from sqlalchemy.orm import Session

from fact_sheets import snapshot
from fact_sheets.documents.full_sheet.compose import compose
from fact_sheets.dossier import Dossier, Side
from tests import library_rows
from tests.samples import small
from toolkit import models
from toolkit.config import Settings
from toolkit.publishing.errors import FactsMissing, UnknownPlace
from toolkit.publishing.knowing.dossiers import assemble, side_of_the_day

ON = small.TODAY
WANTED = small.dossier()
PLACES = ["US", "24", "24021", "2430325", "1805737000", "09140", "0980000", "3671630"]


@pytest.fixture
def frederick(work: Session, settings: Settings) -> Dossier:
    """The dossier of Frederick County."""
    return assemble("24021", ON, settings)


def test_the_library_comes_back_as_it_went_in(frederick: Dossier) -> None:
    by_id = {claim.id: claim for claim in WANTED.library.claims}
    assert {claim.id: claim for claim in frederick.library.claims} == by_id
    assert frederick.library.disputes == WANTED.library.disputes
    assert frederick.library.questions == WANTED.library.questions
    assert frederick.library.glossary == WANTED.library.glossary


def test_the_rules_of_the_state_come_with_it(frederick: Dossier) -> None:
    assert WANTED.local.policy is not None
    assert frederick.local.policy is not None
    assert frederick.local.policy.stance == WANTED.local.policy.stance
    assert frederick.local.policy.rule.line == WANTED.local.policy.rule.line
    assert [rule.line for rule in frederick.local.decides] == [rule.line for rule in WANTED.local.decides]
    assert frederick.local.speaking is not None


def test_the_list_comes_with_its_history_and_the_count_of_the_state(frederick: Dossier) -> None:
    assert frederick.library.counts == WANTED.library.counts
    assert frederick.local.roster.list_date == WANTED.local.roster.list_date
    assert frederick.local.roster.state_agreements == 5  # six in Maryland, one of them gone


def test_every_source_that_something_cites_is_there_and_no_other(work: Session, settings: Settings) -> None:
    work.add(library_rows.source_row(small.source("unused", "Nobody"), "unused"))
    made = assemble("24021", ON, settings)
    ids = {source.id for source in made.sources}
    cited = {cited.source_id for claim in made.library.claims for cited in claim.citations}
    cited |= {source_id for term in made.library.glossary for source_id in term.source_ids}
    cited |= {made.local.roster.source_id, "state", "guide"}
    assert ids == cited


def stand(work: Session, claim_id: str, **standing: object) -> None:
    work.execute(update(models.Claim).where(models.Claim.id == claim_id).values(**standing))


def test_only_the_approved_revision_prints(work: Session, settings: Settings) -> None:
    newer = replace(WANTED.library.claims[0], revision=2, text="Federal law makes nobody join.")
    work.add(library_rows.revision_row(newer))
    stand(work, "f-1", status="in_review")
    stand(work, "f-2", status="retired", printed=None)
    claims = assemble("24021", ON, settings).library.claims
    assert WANTED.library.claims[0] in claims
    assert "f-2" not in {claim.id for claim in claims}
    stand(work, "f-1", status="approved", printed=2)
    assert newer in assemble("24021", ON, settings).library.claims


def test_a_dispute_names_no_draft(work: Session, settings: Settings) -> None:
    stand(work, "s-1", status="draft", printed=None)
    assert assemble("24021", ON, settings).library.disputes[0].supporters == ()


@pytest.mark.parametrize("geoid", PLACES)
def test_every_kind_of_place_gets_a_balanced_sheet(work: Session, settings: Settings, geoid: str) -> None:
    made = assemble(geoid, ON, settings)
    assert snapshot.from_json(snapshot.edition_json(made, "")) == made
    assert compose(made).standing == "balanced"


def test_a_place_that_is_not_listed_is_unknown_at_every_tier(work: Session, settings: Settings) -> None:
    made = assemble("US", ON, settings)
    assert [tier.status for tier in made.local.tiers] == ["unknown"] * 3
    assert made.local.policy is None
    assert made.local.roster.state_agreements is None


def test_without_a_list_nothing_is_said(work: Session, settings: Settings) -> None:
    work.execute(delete(models.Roster))
    with pytest.raises(FactsMissing, match="flask data load"):
        assemble("24021", ON, settings)


def test_a_code_that_no_place_has_is_refused(work: Session, settings: Settings) -> None:
    with pytest.raises(UnknownPlace, match="99999"):
        assemble("99999", ON, settings)


def test_the_imprint_is_what_the_installation_says(work: Session, settings: Settings) -> None:
    asked = settings.model_copy(update={"made_by": "the Library", "corrections": "desk@example.org"})
    imprint = assemble("24021", ON, asked).local.imprint
    assert (imprint.made_by, imprint.corrections) == ("the Library", "desk@example.org")
    assert "not yet reviewed by those who made this sheet" in imprint.library
    assert imprint.readers == 2


def test_the_library_is_not_said_to_be_checked_when_one_claim_was(work: Session, settings: Settings) -> None:
    before = assemble("24021", ON, settings).local.imprint.library
    work.add(library_rows.revision_row(replace(WANTED.library.claims[0], revision=2, checked=ON)))
    stand(work, "f-1", status="approved", printed=2)
    assert assemble("24021", ON, settings).local.imprint.library == before


@pytest.mark.parametrize("side", ["supporters", "critics"])
def test_the_side_that_was_asked_for_stands_first(work: Session, settings: Settings, side: Side) -> None:
    assert assemble("24021", ON, settings, side).local.first_side == side


def test_unasked_the_sides_alternate_by_day_and_share_the_places() -> None:
    days = [ON + timedelta(days=number) for number in range(60)]
    for_one_place = [side_of_the_day("24021", day) for day in days]
    assert all(first != second for first, second in pairwise(for_one_place))
    on_one_day = [side_of_the_day(f"{number:05}", date(2026, 11, 26)) for number in range(2000)]
    assert 900 < on_one_day.count("supporters") < 1100


def test_a_dossier_takes_few_questions_to_the_database(work: Session, settings: Settings) -> None:
    """The library is read by the first and remembered for the others."""
    asked: list[str] = []
    event.listen(work.get_bind(), "before_cursor_execute", lambda *call: asked.append(call[2]))
    for geoid, most in (("24", 22), ("24021", 12)):
        asked.clear()
        assemble(geoid, ON, settings)
        assert len([statement for statement in asked if statement.startswith("SELECT")]) <= most, geoid
