"""``flask testimony`` and ``flask deal``: the papers of the pages, from a terminal."""

import json
import shutil
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from docx import Document
from flask.testing import FlaskCliRunner
from pypdf import PdfReader

from tests.samples import small
from toolkit.app import create_app
from toolkit.config import Settings

OWN = "I run a bakery on Main Street."


@pytest.fixture
def runner(loaded_database: Path, tmp_path: Path) -> FlaskCliRunner:
    """The commands on all shipped facts."""
    facts = shutil.copy(loaded_database, tmp_path / "shipped.sqlite3")
    return create_app(
        Settings(instance_dir=tmp_path, database_url=f"sqlite:///{facts}", today=small.TODAY)
    ).test_cli_runner()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where papers go."""
    return tmp_path / "papers"


def speak(runner: FlaskCliRunner, out: Path, *more: str, **how: Any) -> Result:
    """One speaker in Frederick County."""
    words = ["testimony", "--place", "24021", "--position", "oppose", "--own", OWN, "--out", str(out), *more]
    return runner.invoke(args=words, **how)


def dealt(runner: FlaskCliRunner, *more: str) -> Result:
    """Seven speakers in Frederick County."""
    words = ["deal", "--place", "24021", "--position", "oppose", "--speakers", "7", "--seed", "k7"]
    return runner.invoke(args=[*words, *more])


def test_in_a_text_file_the_spoken_words_come_first(runner: FlaskCliRunner, out: Path) -> None:
    file = out.with_suffix(".txt")
    told = speak(runner, file, "--limit", "2:00", "--item", "7", "--name", "Ana Ruiz")
    assert (told.exit_code, told.output) == (0, f"Wrote {file}.\n")
    spoken, notes = file.read_text().split("\nNotes\n")
    assert OWN in spoken.splitlines()
    assert "My name is Ana Ruiz." in spoken
    assert "I am here about agenda item 7." in spoken
    assert "http" not in spoken
    assert "https://" in notes


def test_the_ending_of_the_file_is_its_format(runner: FlaskCliRunner, out: Path) -> None:
    for ending in (".pdf", ".docx"):
        assert speak(runner, out.with_suffix(ending)).exit_code == 0
    pdf, word = out.with_suffix(".pdf").read_bytes(), out.with_suffix(".docx").read_bytes()
    assert "bakery" in "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert any(OWN in paragraph.text for paragraph in Document(BytesIO(word)).paragraphs)
    refused = speak(runner, out.with_suffix(".exe"))
    assert refused.exit_code == 2
    assert "must end in .pdf, .docx or .txt" in refused.output


@pytest.mark.parametrize("kind", ["speaking", "leave-behind", "if-asked", "written"])
def test_every_kind_of_paper_is_made(runner: FlaskCliRunner, out: Path, kind: str) -> None:
    file = out.with_suffix(".txt")
    assert speak(runner, file, "--kind", kind, "--cap", "120").exit_code == 0
    assert (OWN in file.read_text()) == (kind != "if-asked")


def test_a_slower_reader_says_less(runner: FlaskCliRunner, out: Path) -> None:
    counts = []
    for how in ([], ["--pace", "100"], ["--interpreter"], ["--interpreter", "--double-time"]):
        file = out.with_suffix(".txt")
        assert speak(runner, file, "--limit", "1:00", *how).exit_code == 0
        counts.append(len(file.read_text().split("\nNotes\n")[0].split()))
    usual, slow, interpreted, doubled = counts
    assert interpreted < slow < usual
    assert doubled == usual


def test_the_sentence_may_come_by_standard_input(runner: FlaskCliRunner, out: Path) -> None:
    file = out.with_suffix(".txt")
    words = ["testimony", "--place", "US", "--own", "-", "--out", str(file)]
    assert runner.invoke(args=words, input="My brother works at the jail.\n").exit_code == 0
    assert "My brother works at the jail." in file.read_text().splitlines()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--limit", "9:00"], "--limit: Choose a time limit"),
        (["--limit", "0:30", "--own", "It matters to me. " * 40], "--own: Your own words run"),
        (["--pace", "400"], "--pace: Choose a pace"),
        (["--item", "x" * 61], "--item: "),
        (["--kind", "written", "--cap", "1"], "--cap: Choose a cap"),
        (["--place", "Zzyzx Springs"], "No place is called 'Zzyzx Springs'"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_option(
    runner: FlaskCliRunner, out: Path, words: list[str], told: str
) -> None:
    file = out.with_suffix(".txt")
    refused = speak(runner, file, *words)
    assert refused.exit_code in (1, 2)
    assert told in refused.output
    assert not file.exists()


def test_a_deal_as_json_names_each_claim_once(runner: FlaskCliRunner) -> None:
    told = dealt(runner, "--limit", "2:00", "--json")
    plan = json.loads(told.output)
    assert list(plan) == ["seed", "ask", "speakers", "spares"]
    assert plan["seed"] == "k7"
    assert [each["number"] for each in plan["speakers"]] == [1, 2, 3, 4, 5, 6, 7]
    claims = [claim for each in plan["speakers"] for claim in each["claims"]] + plan["spares"]
    assert len(set(claims)) == len(claims) >= 9
    assert all(0 < each["seconds"] <= 120 for each in plan["speakers"])
    assert dealt(runner, "--limit", "2:00", "--json").output == told.output


def test_an_absent_speaker_changes_no_other(runner: FlaskCliRunner) -> None:
    everyone = json.loads(dealt(runner, "--json").output)["speakers"]
    without = json.loads(dealt(runner, "--json", "--absent", "4").output)["speakers"]
    assert without == [each for each in everyone if each["number"] != 4]


def test_plan_cards_and_one_text_are_written(runner: FlaskCliRunner, out: Path) -> None:
    both, cards, plan = out.with_suffix(".pdf"), out.with_name("cards.pdf"), out.with_name("plan.pdf")
    for file, words in ((both, []), (cards, ["--paper", "cards"]), (plan, ["--paper", "plan"])):
        assert dealt(runner, *words, "--out", str(file)).exit_code == 0
    assert len(PdfReader(plan).pages) == 1
    assert len(PdfReader(both).pages) == 1 + len(PdfReader(cards).pages)
    text = out.with_suffix(".txt")
    assert dealt(runner, "--out", str(text)).exit_code == 0
    assert "Speaker 7" in text.read_text()
    assert dealt(runner, "--paper", "pooled", "--pooled", "6:00", "--out", str(text)).exit_code == 0
    assert "Takes 5:" in text.read_text()


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--out", "cards.docx"],
        ["--paper", "plan", "--out", "plan.txt"],
        ["--json", "--speakers", "61"],
        ["--json", "--seed", "K 7"],
    ],
)
def test_a_deal_that_cannot_be_made_is_refused(runner: FlaskCliRunner, words: list[str]) -> None:
    assert dealt(runner, *words).exit_code == 2
