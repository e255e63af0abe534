"""The sentences of the documents: filled, chosen by number, refused when a hole is missing, and all used."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from fact_sheets.balance import RULES
from fact_sheets.sentences import language, say
from fact_sheets.sentences.english import English
from fact_sheets.typesetting import NBSP
from tests.guards.sources import PRODUCT, ROOT, python_files

FILES = sorted((ROOT / "fact_sheets" / "sentences").glob("*.toml"))
ENGLISH = language()


def keys(table: dict[str, Any], path: str = "") -> Iterator[str]:
    """Every whole key of a file; the forms of a sentence have one."""
    for name, value in table.items():
        if isinstance(value, dict) and not value.keys() <= {"one", "other"}:
            yield from keys(value, f"{path}{name}.")
        else:
            yield f"{path}{name}"


def shown(text: str) -> str:
    """The text with its no-break spaces made visible."""
    return text.replace(NBSP, "~")


def test_a_sentence_is_filled_by_the_rules_of_its_holes() -> None:
    checked, review_by = date(2026, 11, 21), date(2027, 5, 1)
    words = say("imprint.checked", checked=checked, review_by=review_by)
    assert shown(words) == "Checked November~21,~2026; review by May~1,~2027."
    assert say("meeting.speaking_not_verified", state="the U.S. Virgin Islands").startswith("The U.S. Virgin")


@pytest.mark.parametrize("number, said", [(0, "0 claims were"), (1, "1 claim was"), (2, "2 claims were")])
def test_a_number_chooses_the_form(number: int, said: str) -> None:
    assert say("imprint.left_out", n=number).startswith(said)


def test_what_is_emphasised_is_cut_out_and_said_without_its_marks() -> None:
    assert ENGLISH.stretches("sheet.edition", code="K7M2P") == (("Edition ", False), ("K7M2P", True))
    assert say("sheet.edition", code="K7M2P") == "Edition K7M2P"


def test_what_fills_a_hole_is_never_read_as_a_sentence() -> None:
    assert say("sheet.edition", code="*{on:date}*") == "Edition *{on:date}*"


@pytest.mark.parametrize(
    "key, holes",
    [
        ("sheet.nothing", {}),
        ("sheet", {}),
        ("sheet.edition", {}),
        ("sheet.edition", {"code": "K7M2P", "on": date(2026, 5, 18)}),
        ("imprint.left_out", {}),
    ],
)
def test_an_unknown_sentence_and_other_holes_are_refused(key: str, holes: dict[str, object]) -> None:
    with pytest.raises(LookupError):
        say(key, **holes)


def test_a_language_that_has_no_file_is_refused() -> None:
    with pytest.raises(LookupError):
        say("sheet.notes", "xx")


@pytest.mark.parametrize(
    "at, said", [(time(18, 30), "6:30~pm"), (time(6), "6~am"), (time(12), "noon"), (time(0), "midnight")]
)
def test_times_of_day(at: time, said: str) -> None:
    assert shown(ENGLISH.time(at)) == said
    assert ENGLISH.time(datetime.combine(date(2026, 5, 18), at)) == ENGLISH.time(at)


def test_days_and_numbers() -> None:
    assert shown(ENGLISH.day(date(2026, 12, 8))) == "Tuesday, December~8,~2026"
    assert shown(ENGLISH.date(date(2026, 5, 18))) == "May~18,~2026"
    assert (ENGLISH.number(1843), ENGLISH.tenths(9.25)) == ("1,843", "9.2")


class Spanish(English):
    """A second language of a test: another file, and other rules where words are not enough."""

    def number(self, number: float, decimals: int = 0) -> str:
        return super().number(number, decimals).translate(str.maketrans(",.", ".,"))

    def whose(self, name: str) -> str:
        return f"de {name}"


def test_a_second_language_is_a_file_and_what_it_sets_in_its_own_way(tmp_path: Path) -> None:
    path = tmp_path / "es.toml"
    path.write_text(
        """
        rule = "La norma {state:whose} cambió el {on:date}: {counts:list}; nivel {grade:tenths}."
        date.months = ["enero", "febrero", "marzo", "abril", "mayo"]
        date.date = "{day} de {month} de {year}"
        list.and = "{first} y {last}"
        """
    )
    said = Spanish(path).say(
        "rule", state="Maryland", on=date(2026, 5, 18), counts=["12", "9", "3"], grade=9.2
    )
    assert said == "La norma de Maryland cambió el 18 de mayo de 2026: 12, 9 y 3; nivel 9,2."


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_rule_that_a_file_names_exists(path: Path) -> None:
    named = re.findall(r"\{\w+:([\w,]+)\}", path.read_text(encoding="utf-8"))
    rules = {rule for each in named for rule in each.split(",")}
    assert {rule for rule in rules if not callable(getattr(language(path.stem), rule, None))} == set()


def test_no_sentence_waits_in_vain() -> None:
    """Each key stands whole in code or template, or is put together there from a quoted part."""
    paths = [*python_files(*PRODUCT), *(ROOT / "templates" / "documents").rglob("*.html")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    around = re.findall(r'"([a-z_]+\.[a-z_.]*)(?:\{.*?\}([a-z_.]*)"|" ~ )', text)

    def is_asked_for(key: str) -> bool:
        middles = [
            key.removeprefix(before).removesuffix(after)
            for before, after in around
            if key.startswith(before) and key.endswith(after)
        ]
        quoted = (f'"{said}"' for middle in middles for said in (middle, middle.replace("_", " ")))
        return f'"{key}"' in text or any(said in text for said in quoted)

    english = tomllib.loads(FILES[0].read_text(encoding="utf-8"))
    names = [rule.__name__ for rule in RULES]
    of_rules = {key for key in keys(english) if key.startswith(tuple(f"findings.{name}" for name in names))}
    assert {f"balance.{name}" for name in names} <= set(keys(english))
    unused = {key for key in keys(english) if not key.startswith("balance.") and not is_asked_for(key)}
    assert unused <= of_rules


def test_no_sentence_speaks_of_a_subject() -> None:
    words = "\n".join(path.read_text(encoding="utf-8") for path in FILES)
    assert re.findall(r"287\(g\)|\bICE\b|\bJEM\b|\bWSO\b|\bTFM\b", words) == []
