"""Every state, District and territory, every kind of place, with and without an agreement: the gate holds."""

from datetime import date
from typing import get_args

import pytest

from fact_sheets import balance
from fact_sheets.brief import brief_of
from fact_sheets.documents.full_sheet.compose import compose
from fact_sheets.documents.full_sheet.fit import fits
from fact_sheets.dossier import Dossier, Model, PlaceKind
from fact_sheets.outline import outline
from fact_sheets.pairing import is_even
from tests.samples import library, places, small
from tests.sweeps import sampled

KINDS: tuple[PlaceKind, ...] = ("state", "county", "place", "county_subdivision")
HELD: tuple[Model | None, ...] = (None, *get_args(Model))
DAYS = [date(2027, 2, 20), date(2027, 6, 1), date(2027, 12, 1), date(2028, 12, 1), date(2030, 1, 1)]


@pytest.mark.parametrize("state", sampled(places.STATES))
@pytest.mark.parametrize("kind", KINDS)
def test_a_sheet_passes_the_gate_and_fits(state: str, kind: PlaceKind) -> None:
    sheet = compose(places.plain(state, kind))
    assert balance.blocking(sheet.findings) == ()
    assert (sheet.standing, len(sheet.pairs) >= 3) == ("balanced", True)
    assert fits(sheet).fits, (sheet.title, fits(sheet))


@pytest.mark.parametrize("state", sampled(places.STATES))
@pytest.mark.parametrize("held", HELD[1:])
def test_the_choice_balances_for_every_model(state: str, held: Model) -> None:
    for kind in KINDS:
        found = outline(brief_of(places.plain(state, kind, held)))
        assert is_even(found.pairs[:3])
        assert is_even(found.pairs)


@pytest.mark.parametrize("held", HELD)
def test_a_signed_agreement_passes_the_gate_and_fits(held: Model | None) -> None:
    for state in ("01", "12", "24", "48", "69"):
        sheet = compose(places.plain(state, "place", held))
        assert (sheet.standing, fits(sheet).fits) == ("balanced", True), (state, fits(sheet))


def overdue_ids(dossier: Dossier) -> set[str]:
    return {claim.id for claim in dossier.library.claims if claim.last_day < dossier.local.on}


@pytest.mark.parametrize("on", DAYS)
def test_an_unattended_library_stays_honest(on: date) -> None:
    """Scene 7, for years: what is overdue never prints, and a sheet that cannot balance does not say so."""
    for dossier in places.every_variant().values():
        later = small.changed(dossier, on=on)
        sheet = compose(later)
        printed = {p.claim_id for pair in sheet.pairs for p in (pair.supporters, pair.critics)}
        printed |= {fact.claim_id for fact in sheet.facts}
        assert sheet.omitted == len(overdue_ids(later)) > 0
        assert not printed & overdue_ids(later)
        if sheet.standing == "balanced":
            assert balance.blocking(sheet.findings) == ()
        else:
            assert sheet.standing == "review overdue"
            assert (sheet.pairs, sheet.numbers, sheet.findings) == ((), None, ())
            assert fits(sheet).fits
            assert sheet.standing_line.startswith("Library review overdue since ")
            assert sheet.standing_line.endswith("This sheet is not called balanced.")
        assert len(sheet.here) == len(dossier.local.tiers), "still useful: what was signed here"
        assert len(sheet.questions) >= 3
        assert sheet.notes


def test_the_library_balances_until_its_claims_fall_due() -> None:
    """The shipped review dates end in 2029; after the last of them nothing is called balanced."""
    last = max(claim.review_by for claim in library.claims())
    standings = [compose(small.changed(places.none_listed_wi(), on=on)).standing for on in DAYS]
    assert standings[0] == "balanced"
    assert DAYS[-1] > last
    assert standings[-1] == "review overdue"


def test_rules_of_the_state_fall_due_by_their_own_dates() -> None:
    later = compose(small.changed(places.frederick_md(), on=date(2027, 3, 1)))
    assert later.policy is not None
    assert later.policy.text.endswith("– check).")
    assert "last checked" in later.act[1].text
