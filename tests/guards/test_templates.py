"""Templates: each compiles, none is forgotten, a missing value is an error, the two drawers stay apart."""

import ast
import re
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import Environment, StrictUndefined
from jinja2.meta import find_referenced_templates

from fact_sheets import html
from tests.guards.sources import PRODUCT, ROOT, python_files

DRAWERS = ["web", "documents"]
CLASSES = re.compile(r'class="([^"{]*)')
BARE = re.compile(r"^\s*(?:[^{}]*,\s*)?\.([a-z-]+)\s*(?:,[^{}]*)?\{", re.MULTILINE)


@pytest.fixture(params=DRAWERS)
def drawer(request: pytest.FixtureRequest, app: Flask) -> tuple[Path, Environment]:
    """A drawer's folder and the environment that reads it."""
    environments = {"web": app.jinja_env, "documents": html.ENVIRONMENT}
    return ROOT / "templates" / request.param, environments[request.param]


def names(folder: Path) -> set[str]:
    """Every template of a drawer, as its loader names it."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def referenced(folder: Path, environment: Environment) -> set[str | None]:
    """What the templates of a drawer extend, include and import."""
    return {
        reference
        for template in names(folder)
        for reference in find_referenced_templates(environment.parse((folder / template).read_text("utf-8")))
    }


def spoken_of_in_code() -> set[str]:
    """Every string in the code of the product: a template that is rendered is named somewhere."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in python_files(*PRODUCT))
    constants = (node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {value for value in constants if isinstance(value, str)}


def test_each_template_compiles(drawer: tuple[Path, Environment]) -> None:
    folder, environment = drawer
    for template in names(folder):
        environment.get_template(template)


def test_a_missing_value_is_an_error(drawer: tuple[Path, Environment]) -> None:
    _, environment = drawer
    assert issubclass(environment.undefined, StrictUndefined)


def test_every_value_is_escaped(drawer: tuple[Path, Environment]) -> None:
    _, environment = drawer
    shown = environment.from_string("{{ value }}").render(value="<b>")
    assert shown == "&lt;b&gt;"


def test_each_template_refers_only_to_its_own_drawer(drawer: tuple[Path, Environment]) -> None:
    folder, environment = drawer
    assert referenced(folder, environment) <= names(folder)


def test_no_template_is_forgotten(drawer: tuple[Path, Environment]) -> None:
    folder, environment = drawer
    assert names(folder) - referenced(folder, environment) - spoken_of_in_code() == set()


def test_no_style_of_the_screen_changes_the_paper_beside_the_claim_editor() -> None:
    """A class that the excerpt of a sheet uses has no rule of its own in the sheets of style around it."""
    paper = ROOT / "templates" / "documents" / "fact_sheet"
    parts = (paper / f"{name}.html" for name in ("pairs", "facts", "notes", "parts"))
    used = {
        name for part in parts for names in CLASSES.findall(part.read_text("utf-8")) for name in names.split()
    }
    assert {"pair", "column", "note"} <= used
    around = (ROOT / "toolkit" / "static" / name for name in ("page.css", "desk.css", "claim-editor.css"))
    bare = {name for sheet in around for name in BARE.findall(sheet.read_text("utf-8"))}
    assert used & bare == set()
