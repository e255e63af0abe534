"""What cells mean: every repair that was seen to be needed, and none that would be a guess."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.toolkit.imports.samples import TODAY
from toolkit.imports.census.states import STATES
from toolkit.imports.roster import cells

MOA = "https://www.ice.gov/doclib/287gMOA/Somewhere_TFM_MOA_05082025.pdf"
SAFELINK = (
    "https://gcc02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.ice.gov%2Fdoclib%2F287gMOA%2F"
    "Somewhere_TFM_MOA_05082025.pdf&data=redacted&sdata=redacted&reserved=0"
)


@pytest.mark.parametrize("value", ["#N/A", "#NA", " N/A ", "#REF!", "", None, "\u00a0", "#VALUE!"])
def test_error_cells_are_empty(value: object) -> None:
    assert cells.text(value) == ""


def test_apostrophes_are_made_alike() -> None:
    names = {cells.text(f"Autauga County Sheriff{mark}s Office ") for mark in "'’‘ʼ`"}
    assert names == {"Autauga County Sheriff's Office"}


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("ALABAMA", "AL"),
        ("New Hampshire ", "NH"),
        ("PENNSLYVANIA", "PA"),
        ("UTAHJ", "UT"),
        ("tx", "TX"),
        ("NORTHERN MARIANA ISLANDS", "MP"),
        ("GUAM", "GU"),
    ],
)
def test_states_are_read_by_name_code_and_known_slip(value: str, code: str) -> None:
    found = cells.state(value)
    assert found
    assert found.code == code


@pytest.mark.parametrize("value", ["PENSYLVANIA", "WASHINGTON DC", "TOTAL", "", None, "1843"])
def test_an_unknown_state_is_not_guessed(value: object) -> None:
    assert cells.state(value) is None


@pytest.mark.parametrize(
    ("value", "model"),
    [
        ("Task Force Model", "TFM"),
        ("Task Force Officer", "TFM"),
        ("Jail Enforcement Model ", "JEM"),
        ("Warrant Service Officer", "WSO"),
        ("Warrant Services Officer", "WSO"),
        ("Warrant  Service Office", "WSO"),
    ],
)
def test_models_are_read_under_every_name_that_ice_used(value: str, model: str) -> None:
    assert cells.model(value) == model


@pytest.mark.parametrize(
    "value", ["Tribal Task Force Model", "Jail Enforcement Model / Task Force Model", "", None]
)
def test_an_unknown_model_is_not_guessed(value: object) -> None:
    assert cells.model(value) is None


@pytest.mark.parametrize(
    "value",
    [
        datetime.fromisoformat("2025-05-08"),
        date(2025, 5, 8),
        45785,
        45785.0,
        "45785",
        "05/08/2025",
        "5/8/2025",
        "05/082025",
        "0508/2025",
        "05082025",
        "05-08-2025",
        "5/8/25",
        "2025-05-08",
        "2025-05-08 00:00:00",
        "May 8, 2025",
        " 05/08/2025\u00a0",
    ],
)
def test_a_date_is_read_in_every_form_that_means_one_day(value: object) -> None:
    assert cells.signed(value, TODAY) == date(2025, 5, 8)


@pytest.mark.parametrize(
    "value",
    [
        datetime.fromisoformat("5025-05-08"),
        "05/08/5025",
        "05/08/20026",
        "5082025",
        "13/40/2025",
        "08.05.2025",
        "pending",
        "",
        None,
        True,
        date(1999, 5, 8),
        TODAY + timedelta(days=1),
        99_999_999,
        float("nan"),
    ],
)
def test_a_date_that_could_be_another_is_not_read(value: object) -> None:
    assert cells.signed(value, TODAY) is None


@given(st.dates(date(2002, 1, 1), TODAY))
def test_every_day_comes_back_from_its_excel_serial(day: date) -> None:
    assert cells.signed((day - date(1899, 12, 30)).days, TODAY) == day


@given(st.text(max_size=30))
def test_no_text_makes_a_cell_fail(text: str) -> None:
    cells.signed(text, TODAY)
    cells.link(text)
    cells.links_in(text)
    assert cells.state(text) in {None, *STATES}


@pytest.mark.parametrize(
    "target",
    [
        MOA,
        MOA.replace("https:", "http:"),
        MOA.replace("https://", "https:/"),
        MOA.replace("www.", ""),
        f" {MOA}\u00a0",
        f"chrome-extension://efaidnbmnnnibpcajpcglclefindmkaj/{MOA}",
        SAFELINK,
    ],
)
def test_a_link_is_unwrapped_to_the_address_on_ice_gov(target: str) -> None:
    assert cells.link(target) == MOA


def test_spaces_in_an_address_are_encoded_once() -> None:
    assert cells.link("https://www.ice.gov/doclib/A%20b c.pdf") == "https://www.ice.gov/doclib/A%20b%20c.pdf"


@pytest.mark.parametrize(
    "target",
    [
        "https://example.org/doclib/a.pdf",
        "https://www.ice.gov.example.org/a.pdf",
        "https://user@www.ice.gov/a.pdf",
        "https://www.ice.gov:8443/a.pdf",
        "javascript://www.ice.gov/%0aalert(1)",
        "file:///C:/Users/someone/moa.pdf",
        "https://www.ice.gov/",
        "https://gcc02.safelinks.protection.outlook.com/?data=redacted",
        "https://[",
        "Cons",
        "https://www.ice.gov/" + "a" * 400,
    ],
)
def test_any_other_link_is_dropped(target: str) -> None:
    assert cells.link(target) is None
