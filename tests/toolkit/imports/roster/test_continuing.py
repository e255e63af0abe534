"""The next list: what goes on, what is new, what comes back, and what is no longer there."""

from collections.abc import Sequence
from datetime import date

from tests.toolkit.imports.samples import jurisdiction, listed
from toolkit.imports.roster.agreement import AgreementHistory
from toolkit.imports.roster.continuing import NextList, follow
from toolkit.imports.roster.governments import Governments
from toolkit.imports.roster.list_file import ListedAgreement
from toolkit.imports.roster.matching import Matcher

MATCHER = Matcher(
    Governments(
        [
            jurisdiction("24021", "county", "Frederick County", "county", "MD"),
            jurisdiction("2430325", "place", "Frederick city", "city", "MD", "24021"),
        ]
    ),
    {},
)
FIRST, SECOND, THIRD = date(2026, 5, 18), date(2026, 6, 1), date(2026, 6, 15)
SHERIFF = listed("Frederick County Sheriff's Office")
POLICE = listed("Frederick Police Department", model="TFM")


def after(
    entries: Sequence[AgreementHistory], day: date, *rows: ListedAgreement, before: date | None = None
) -> list[AgreementHistory]:
    changes = follow(entries, NextList(rows, day, before), MATCHER).changes
    return [entry for _, entry in changes if entry]


def start(*rows: ListedAgreement) -> list[AgreementHistory]:
    return after([], FIRST, *rows)


def test_what_is_new_is_first_listed_today() -> None:
    (entry,) = start(SHERIFF)
    assert (entry.first_listed, entry.last_listed, entry.gone_by, entry.standing) == (
        FIRST,
        FIRST,
        None,
        "listed",
    )
    assert (entry.reach, entry.geoid) == ("own", "24021")


def test_what_goes_on_keeps_its_first_day() -> None:
    (entry,) = after(start(SHERIFF), SECOND, SHERIFF)
    assert (entry.first_listed, entry.last_listed) == (FIRST, SECOND)


def test_what_is_missing_left_the_list_and_is_kept() -> None:
    police, sheriff = after(start(SHERIFF, POLICE), SECOND, POLICE)
    assert (police.last_listed, police.gone_by) == (SECOND, None)
    assert (sheriff.last_listed, sheriff.gone_by, sheriff.standing) == (FIRST, SECOND, "left")
    assert after([police, sheriff], THIRD, POLICE)[1] == sheriff


def test_another_spelling_is_the_same_agency() -> None:
    (entry,) = after(
        start(SHERIFF), SECOND, listed("Frederick Co. Sheriff’s Dept", county="Frederick County")
    )
    assert (entry.first_listed, entry.agency) == (FIRST, "Frederick Co. Sheriff’s Dept")
    assert entry.other_spellings == ("Frederick County Sheriff's Office",)


def test_two_spellings_later_both_are_remembered_once() -> None:
    other = listed("Frederick Co. Sheriff’s Dept", county="Frederick County")
    (entry,) = after(after(start(SHERIFF), SECOND, other), THIRD, SHERIFF)
    assert (entry.agency, entry.other_spellings) == (SHERIFF.agency, (other.agency,))


def test_another_force_of_the_same_government_is_another_agency() -> None:
    jail = listed("Frederick County Detention and Jail", signed=date(2026, 5, 30))
    entries = after(start(SHERIFF), SECOND, jail)
    assert [entry.gone_by for entry in entries] == [None, SECOND]


def test_another_model_is_another_agreement() -> None:
    entries = after(start(SHERIFF), SECOND, listed(SHERIFF.agency, model="WSO"))
    assert [(entry.model, entry.gone_by) for entry in entries] == [("WSO", None), ("JEM", SECOND)]


def test_a_renewed_agreement_goes_on_with_its_new_date() -> None:
    renewed = listed(SHERIFF.agency, signed=date(2026, 5, 30))
    (entry,) = after(start(SHERIFF), SECOND, renewed)
    assert (entry.signed, entry.first_listed) == (date(2026, 5, 30), FIRST)


def test_what_comes_back_is_listed_again() -> None:
    gone = after(start(SHERIFF, POLICE), SECOND, POLICE)
    back = {entry.agency: entry for entry in after(gone, THIRD, POLICE, SHERIFF)}[SHERIFF.agency]
    assert (back.first_listed, back.last_listed, back.gone_by, back.standing) == (
        FIRST,
        THIRD,
        None,
        "listed",
    )


def test_two_agreements_of_one_agency_and_model_stay_two() -> None:
    both = (SHERIFF, listed(SHERIFF.agency, signed=date(2025, 1, 1)))
    assert len(after(start(*both), SECOND, *both)) == 2


def test_one_of_two_agreements_of_one_model_is_no_departure() -> None:
    entries = after(start(SHERIFF, listed(SHERIFF.agency, signed=date(2025, 1, 1))), SECOND, SHERIFF)
    assert [(entry.standing, entry.is_told) for entry in entries] == [("listed", True), ("superseded", False)]


def test_the_same_document_is_the_same_agreement_whatever_the_agency_is_called() -> None:
    paper = "https://www.ice.gov/doclib/287gMOA/Albemarle_WSO_MOA.pdf"
    (entry,) = after(
        start(listed("Albermarle District Jail", moa_url=paper)),
        SECOND,
        listed("Albemarle Jail", moa_url=paper),
    )
    assert (entry.agency, entry.first_listed) == ("Albemarle Jail", FIRST)


def test_two_governments_with_one_link_stay_two() -> None:
    paper = "https://www.ice.gov/doclib/287gMOA/Manheim_TFM_MOA.pdf"
    both = (listed(SHERIFF.agency, moa_url=paper), listed("Frederick Police Department", moa_url=paper))
    police, sheriff = after(start(*both), SECOND, both[1])
    assert (police.first_listed, police.gone_by, police.other_spellings) == (FIRST, None, ())
    assert (sheriff.agency, sheriff.gone_by) == (SHERIFF.agency, SECOND)


def test_a_jail_that_passed_from_the_sheriff_to_the_county_is_the_same_agreement() -> None:
    (entry,) = after(start(SHERIFF), SECOND, listed("Frederick County Board of Commissioners"))
    assert entry.other_spellings == (SHERIFF.agency,)


def test_statewide_agencies_that_signed_on_one_day_stay_apart() -> None:
    entries = after(
        start(listed("Maryland Department of Wildlife", agency_type="State Agency")),
        SECOND,
        listed("Maryland Marine Police", agency_type="State Agency"),
    )
    assert [entry.gone_by for entry in entries] == [None, SECOND]


def test_a_link_seen_before_is_kept_while_the_new_one_is_pending() -> None:
    with_link = listed(SHERIFF.agency, moa_url="https://www.ice.gov/a.pdf")
    (entry,) = after(start(with_link), SECOND, SHERIFF)
    assert entry.moa_url == "https://www.ice.gov/a.pdf"


def test_a_list_issued_again_for_its_day_takes_back_what_only_its_first_version_had() -> None:
    old = after(start(SHERIFF), SECOND, SHERIFF, POLICE, before=FIRST)
    (police,) = (e for e in after(old, SECOND, POLICE, before=FIRST) if e.agency == POLICE.agency)
    (sheriff,) = (e for e in after(old, SECOND, POLICE, before=FIRST) if e.agency == SHERIFF.agency)
    assert police.last_listed == SECOND
    assert (sheriff.last_listed, sheriff.gone_by) == (FIRST, SECOND)
    assert [entry.agency for entry in after(old, SECOND, SHERIFF, before=FIRST)] == [SHERIFF.agency]
