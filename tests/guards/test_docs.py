"""What we write about the house is true of it: links lead somewhere, targets exist, every room is named."""

import re
from pathlib import Path

import pytest

from fact_sheets import balance
from tests.guards.sources import ROOT, name

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def rooms() -> list[str]:
    """Modules of the press and rooms of the newsroom, as the architecture page should name them."""
    press = [path.name for path in (ROOT / "fact_sheets").glob("*.py")]
    newsroom = [path.parent.name for path in (ROOT / "toolkit").glob("*/__init__.py")]
    return sorted({*press, *newsroom} - {"__init__.py"})


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_each_link_leads_to_a_file(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_each_make_target_exists(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    spoken_of = set(re.findall(r"(?:^    |`)make ([a-z-]+)", page.read_text(encoding="utf-8"), re.MULTILINE))
    assert [target for target in spoken_of if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []


def test_ci_runs_what_make_test_leaves_out() -> None:
    makefile, ci = ((ROOT / name).read_text(encoding="utf-8") for name in ("Makefile", ".ci/run"))
    assert re.findall(r'-m "(.+?)"', makefile) == ["not wide", "wide or hypothesis"]
    assert re.findall(r"^(?:make|tested) (.+)$", ci, re.MULTILINE) == ["lint", "test", "test-wide"]


def test_the_architecture_page_names_every_room() -> None:
    told = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert [room for room in rooms() if room not in told] == []


def test_the_readme_gives_the_two_commands() -> None:
    told = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make run" in told
    assert "make test" in told


def test_the_editorial_rules_are_the_rules_that_are_checked() -> None:
    told = (ROOT / "docs" / "editorial-rules.md").read_text(encoding="utf-8")
    table = re.search(r"^\| Rule .*\n\|[-| :]+\n((?:\|.*\n)+)", told, re.MULTILINE)
    assert table is not None
    sentences = [row.split("|")[1] for row in table.group(1).splitlines()]
    as_names = [re.sub(r"\W+", "_", sentence.strip(" `").lower()) for sentence in sentences]
    assert as_names == [rule.__name__ for rule in balance.RULES]
