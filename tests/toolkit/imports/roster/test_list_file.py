"""ICE's list as ICE publishes it: each quirk that was seen in a real list, on a workbook made by hand."""

import hashlib
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from tests.toolkit.imports.samples import HEADER, MOA, TODAY, fill, row, saved, workbook
from toolkit.imports.errors import PendingList, UnexpectedColumns
from toolkit.imports.reading import RowProblem
from toolkit.imports.roster.list_file import AgreementList, ListedAgreement, read

NAME = "participatingAgencies05182026am.xlsx"


def read_rows(*rows: dict[str, object], header: Sequence[str | None] = HEADER) -> AgreementList:
    return read(workbook(rows, header), NAME, TODAY)


def only(*rows: dict[str, object], header: Sequence[str | None] = HEADER) -> ListedAgreement:
    found = read_rows(*rows, header=header).reading
    assert not found.problems
    (record,) = found.records
    return record


def problem(**cells: object) -> RowProblem:
    (found,) = read_rows(row(**cells)).reading.problems
    return found


def test_a_row_is_read_whole() -> None:
    expected = ListedAgreement(
        2,
        "MD",
        "Frederick County Sheriff's Office",
        "County",
        "Frederick County",
        "JEM",
        date(2020, 6, 9),
        MOA,
        None,
    )
    assert only(row()) == expected


def test_the_identity_of_a_list_is_the_sha256_of_its_bytes() -> None:
    data = workbook([row()])
    assert read(data, NAME, TODAY).sha256 == hashlib.sha256(data).hexdigest()
    assert read(data, "another name.xlsx", TODAY).sha256 == read(data, NAME, TODAY).sha256


def test_headers_match_in_any_order_case_and_spacing() -> None:
    header = [" Signed ", "moa", None, "support\u00a0type", "Law Enforcement  Agency", "STATE", None]
    named = {"Signed": date(2020, 6, 9), "moa": ("link", MOA), "support\u00a0type": "Task Force Model"}
    data = workbook([named | {"Law Enforcement  Agency": "A Police", "STATE": "Ohio"}], header)
    (record,) = read(data, NAME, TODAY).reading.records
    assert (record.state_code, record.agency, record.model, record.moa_url) == ("OH", "A Police", "TFM", MOA)


def test_early_lists_of_five_columns_are_read() -> None:
    header = ("STATE", "LAW ENFORCEMENT AGENCY", "SUPPORT TYPE", "SIGNED", "MOA")
    record = only(row(), header=header)
    assert (record.agency_type, record.county, record.addendum_url) == ("", "", None)


def test_the_first_sheet_with_the_columns_is_taken() -> None:
    book = Workbook()
    fill(book, "Totals", [{"Total": "ALABAMA"}], ("Total", None, "JEM"))
    fill(book, "Sheet1", [row()], HEADER)
    fill(book, "Old", [row(), row()], HEADER)
    assert len(read(saved(book), NAME, TODAY).reading.records) == 1


def test_a_title_may_stand_above_the_header() -> None:
    book = Workbook()
    book.active["A1"] = "Participating agencies"
    for column, name in enumerate(HEADER, start=1):
        book.active.cell(3, column, name)
    for column, value in enumerate(row(MOA="link").values(), start=1):
        book.active.cell(4, column, value)
    (record,) = read(saved(book), NAME, TODAY).reading.records
    assert record.row == 4


def test_blank_rows_are_skipped_and_do_not_shift_the_numbers() -> None:
    found = read_rows({}, row(), {"STATE": "\u00a0"}, row()).reading
    assert [record.row for record in found.records] == [3, 5]
    assert not found.problems


def test_a_list_of_pending_agreements_is_refused() -> None:
    with pytest.raises(PendingList, match="no SIGNED column"):
        read_rows(row(), header=HEADER[:5])


def test_another_table_is_refused() -> None:
    with pytest.raises(UnexpectedColumns):
        read_rows({"Total": 1}, header=("Total", "JEM"))


@pytest.mark.parametrize("name", ["participatingAgencies05182026.csv", NAME])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_csv_is_read_whatever_the_name_says(name: str, encoding: str) -> None:
    text = "\r\n".join(
        [
            "STATE,LAW ENFORCEMENT AGENCY,SUPPORT TYPE,SIGNED,MOA",
            f"Maryland,Cecil Sheriff’s Office,WSO,3/9/2020,{MOA}",
            ",,,,",
        ]
    )
    (record,) = read(text.encode(encoding), name, TODAY).reading.records
    assert (record.agency, record.model, record.signed, record.moa_url) == (
        "Cecil Sheriff's Office",
        "WSO",
        date(2020, 3, 9),
        MOA,
    )


@pytest.mark.parametrize(
    ("cells", "column", "found"),
    [
        ({"STATE": "PENSYLVANIA"}, "STATE", "PENSYLVANIA"),
        ({"SUPPORT_TYPE": "Tribal Model"}, "SUPPORT TYPE", "Tribal Model"),
        ({"LAW_ENFORCEMENT_AGENCY": "#N/A"}, "LAW ENFORCEMENT AGENCY", ""),
    ],
)
def test_a_row_that_cannot_stand_is_reported_with_its_number(
    cells: dict[str, object], column: str, found: str
) -> None:
    reading = read_rows(row(), row(**cells), row()).reading
    (problem,) = reading.problems
    assert (problem.row, problem.column, problem.found, problem.kept) == (3, column, found, False)
    assert [record.row for record in reading.records] == [2, 4]


@pytest.mark.parametrize("signed", ["05/08/5025", None, "pending", date(2027, 1, 1)])
def test_an_agreement_whose_date_cannot_be_read_is_kept_without_one(signed: object) -> None:
    reading = read_rows(row(SIGNED=signed)).reading
    (record,) = reading.records
    (problem,) = reading.problems
    assert record.signed is None
    assert (problem.column, problem.kept) == ("SIGNED", True)


@pytest.mark.parametrize("moa", ["link pending", "link pending ", None, "link"])
def test_a_pending_link_is_no_problem(moa: str | None) -> None:
    assert only(row(MOA=moa)).moa_url is None


def test_a_bare_address_is_a_link() -> None:
    assert only(row(MOA=MOA)).moa_url == MOA


def test_two_links_in_one_cell_are_the_agreement_and_its_addendum() -> None:
    addendum = MOA.replace("MOA_", "addendum_")
    record = only(row(MOA=f"{MOA} | {addendum}"))
    assert (record.moa_url, record.addendum_url) == (MOA, addendum)
    assert only(row(MOA=("link\u00a0|\u00a0addendum", MOA))).moa_url == MOA


def test_the_addendum_has_a_column_of_its_own() -> None:
    assert only(row(ADDENDUM=("link", MOA))).addendum_url == MOA
    assert only(row(MOA="link pending", ADDENDUM=("link", MOA))).moa_url is None


@pytest.mark.parametrize("moa", [("link", "https://example.org/moa.pdf"), "Cons"])
def test_a_link_that_leads_elsewhere_is_left_out_and_reported(moa: object) -> None:
    reading = read_rows(row(MOA=moa)).reading
    assert [record.moa_url for record in reading.records] == [None]
    assert [(problem.column, problem.kept) for problem in reading.problems] == [("MOA", True)]


def test_the_newest_signature_bounds_the_date_of_the_list() -> None:
    found = read_rows(row(), row(SIGNED=date(2026, 5, 17)), row(SIGNED="?"))
    assert found.newest_signed == date(2026, 5, 17)


@settings(max_examples=40)
@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "STATE": st.sampled_from(["MARYLAND", "UTAHJ", "MARS", None]),
                "SUPPORT TYPE": st.sampled_from(["Task Force Model", "Other", None]),
                "LAW ENFORCEMENT AGENCY": st.sampled_from(["Ocean City Police", "", None]),
                "SIGNED": st.sampled_from([date(2025, 5, 8), "05/082025", "?", None]),
                "MOA": st.sampled_from(["link", "Cons", None]),
            }
        ),
        max_size=8,
    )
)
def test_every_row_is_a_record_a_problem_or_blank(rows: list[dict[str, object]]) -> None:
    written = sum(any(cells.values()) for cells in rows)
    assert read(workbook(rows), NAME, TODAY).reading.rows == written
