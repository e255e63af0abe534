"""Editions of schema 1, which keep a whole dossier, stay readable, checkable and unchanged for ever."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from pypdf import PdfReader
from sqlalchemy import Engine, func, text, update

from fact_sheets import codes, pdf, snapshot
from fact_sheets.errors import DossierError
from tests.documents.sheets import squeezed
from tests.toolkit.publishing import old_editions
from tests.toolkit.publishing.old_editions import ROWS
from tests.toolkit.views.changes import reword, take_back
from tests.toolkit.views.conftest import opened
from tests.toolkit.views.strict import StrictClient, words_of
from toolkit import schema
from toolkit.database import make_engine, unit_of_work
from toolkit.models import Edition
from toolkit.publishing.issuing import editions
from toolkit.publishing.issuing.shelf import Shelf
from toolkit.publishing.issuing.verification import verify
from toolkit.publishing.rendering.renderers import Renderers

each_edition = pytest.mark.parametrize("code", ROWS)
OVERDUE = "XJCKQ-G27GP"
ARGUED = [code for code in ROWS if code != OVERDUE]
NEW_WORDS = "These words were put in place of the printed ones."


@pytest.fixture
def app(loaded_database: Path, tmp_path: Path, renderers: Renderers) -> Iterator[Flask]:
    """The product of today, on all shipped facts, with the five editions in its database and on its shelf."""
    for made in opened(loaded_database, tmp_path, renderers):
        old_editions.put(made.extensions["engine"], made.extensions["press_room"].shelf)
        yield made


@pytest.fixture
def holder(app: Flask) -> StrictClient:
    """Somebody who has one of the sheets in hand."""
    client = app.test_client()
    assert isinstance(client, StrictClient)
    return client


def printed_words(code: str) -> dict[str, str]:
    """What the sheet says, by claim, in the order of the sheet."""
    known = {claim["id"]: claim["text"] for claim in json.loads(old_editions.file_of(code))["claims"]}
    return {claim_id: known[claim_id] for claim_id, _ in ROWS[code]["claims"]}


@each_edition
def test_its_code_comes_from_the_file_in_its_pdf(
    code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = old_editions.file_of(code)
    assert snapshot.sha256_of_file(file) == ROWS[code]["dossier_sha256"]
    assert snapshot.library_of_file(file) is None
    (tmp_path / "dossier.json").write_bytes(file)
    assert codes.main([str(tmp_path / "dossier.json")]) == 0
    assert capsys.readouterr().out.endswith(f"the code of these facts is {code}\n")


@each_edition
def test_the_press_does_not_make_another_sheet_of_it(code: str) -> None:
    with pytest.raises(DossierError, match="schema 1: its code can be checked"):
        pdf.press(old_editions.file_of(code))


@each_edition
def test_its_page_says_what_was_printed(holder: StrictClient, code: str) -> None:
    page, row = holder.page(f"/editions/{code}"), ROWS[code]
    whole = squeezed(words_of(page, "main"))
    assert squeezed(words_of(page, "h1")) == squeezed(row["title"])
    for said in (code, row["pdf_sha256"], row["place_label"], *printed_words(code).values()):
        assert squeezed(said) in whole
    facts = json.loads(old_editions.file_of(code))
    cited = {
        citation["source_id"]
        for claim in facts["claims"]
        for citation in claim["citations"]
        if claim["id"] in printed_words(code)
    }
    titles = {source["id"]: source["csl"]["title"] for source in facts["sources"]}
    assert [title for title in (titles[each] for each in cited) if squeezed(title) not in whole] == []
    assert squeezed(facts["imprint"]["made_by"]) in whole


@each_edition
def test_its_state_for_scripts_is_the_same(holder: StrictClient, code: str) -> None:
    state, row = json.loads(holder.get(f"/editions/{code}.json").text), ROWS[code]
    assert (state["code"], state["title"], state["issued_on"]) == (code, row["title"], row["issued_on"])
    assert state["claims"] == list(printed_words(code))
    assert state["facts"] == {"sha256": row["dossier_sha256"]}
    assert (state["pdf"]["sha256"], state["pdf"]["bytes"]) == (row["pdf_sha256"], row["pdf_bytes"])
    assert state["printed_review_by"] == row["review_by"]
    assert state["of_the_place"], "the states’ rules were corrected since"
    assert state["state"] in ("changed", "withdrawn")


@each_edition
def test_its_bytes_are_handed_out(holder: StrictClient, code: str) -> None:
    assert holder.get(f"/editions/{code}.pdf").data == old_editions.pdf_of(code)


@pytest.mark.parametrize("code", ARGUED)
def test_strips_are_made_when_one_of_its_claims_changes(app: Flask, holder: StrictClient, code: str) -> None:
    claim_id, was = list(printed_words(code).items())[-1]
    reword(app, claim_id, NEW_WORDS)
    state = json.loads(holder.get(f"/editions/{code}.json").text)
    told = {change["claim"]: (change["printed"], change["now"]) for change in state["concerned"]}
    assert state["state"] in ("changed", "withdrawn")  # other claims of theirs are in the library no more
    assert told[claim_id] == (was, NEW_WORDS)
    answer = holder.post(f"/editions/{code}/errata-2up.pdf")
    assert answer.status_code == 200
    strip = squeezed(PdfReader(BytesIO(answer.data)).pages[0].extract_text())
    assert squeezed(NEW_WORDS) in strip
    assert squeezed(was[:40]) in strip
    assert code in strip


def test_a_claim_that_was_taken_back_is_named(app: Flask, holder: StrictClient) -> None:
    code = ARGUED[0]
    claim_id = next(iter(printed_words(code)))
    take_back(app, claim_id)
    assert words_of(holder.page(f"/editions/{code}"), ".state").startswith("Withdrawn.")


def test_a_sheet_of_today_is_newer_and_leaves_them_as_they_are(app: Flask, holder: StrictClient) -> None:
    newer = holder.post("/editions", data={"place": "24021", "first": "critics"}).location.split("/")[-1]
    (old,) = (code for code in ROWS if ROWS[code]["geoid"] == "24021")
    assert newer not in ROWS
    with unit_of_work(app.extensions["engine"]) as session:
        issued = session.get_one(Edition, newer)
        assert json.loads(issued.dossier_json)["schema"] == 2
        assert len(issued.dossier_json) < len(session.get_one(Edition, old).dossier_json) / 3
    answer = app.test_cli_runner().invoke(args=["editions", "verify"])
    assert (answer.exit_code, answer.output) == (0, "6 editions, 0 damaged.\n")


def test_all_are_found_whole(app: Flask) -> None:
    answer = app.test_cli_runner().invoke(args=["editions", "verify"])
    assert (answer.exit_code, answer.output) == (0, "5 editions, 0 damaged.\n")
    told = app.test_cli_runner().invoke(args=["editions", "check", OVERDUE.lower()])
    assert "State: changed" in told.output
    assert "What the state says" in told.output


DAMAGES = {
    "other words": func.replace(Edition.dossier_json, "agreement", "Agreement"),
    "half of it": func.substr(Edition.dossier_json, 1, 5000),
    "nothing": "",
    "taken for the other schema": '{"schema":2,"library":"' + "5" * 64 + '","facts":' + "{}}",
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_facts_are_found(app: Flask, damage: str) -> None:
    code, engine = ARGUED[1], app.extensions["engine"]
    with engine.begin() as connection:  # whoever owns the database can take the triggers away
        connection.execute(text("DROP TRIGGER edition_no_update"))
        changed = update(Edition).where(Edition.code == code).values(dossier_json=DAMAGES[damage])
        connection.execute(changed)
    assert verdicts(engine, app.extensions["press_room"].shelf) == {
        code: "The recorded facts do not belong to this code. Restore the database from a backup."
    }


def test_a_damaged_file_is_found(app: Flask) -> None:
    code, shelf = ARGUED[2], app.extensions["press_room"].shelf
    path = shelf.path(ROWS[code]["pdf_sha256"])
    path.chmod(0o644)
    path.write_bytes(path.read_bytes()[:-1])
    assert list(verdicts(app.extensions["engine"], shelf)) == [code]


def verdicts(engine: Engine, shelf: Shelf) -> dict[str, str]:
    """What is wrong with each edition that is not whole."""
    with unit_of_work(engine):
        return {code: wrong for code, wrong in verify(shelf) if wrong}


def test_they_are_found_whole_on_both_databases(database_url: str, tmp_path: Path) -> None:
    engine, shelf = make_engine(database_url), Shelf(tmp_path / "shelf")
    schema.migrate(engine)
    old_editions.put(engine, shelf)
    with unit_of_work(engine):
        assert dict(verify(shelf)) == dict.fromkeys(sorted(ROWS))
        assert all(editions.find(code) for code in ROWS)
    engine.dispose()
