"""Templates: each compiles, none is forgotten, a missing value is an error, the two drawers stay apart."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import Environment, StrictUndefined, nodes
from jinja2.meta import find_referenced_templates

from fact_sheets import html
from tests.guards.sources import PRODUCT, ROOT, python_files

DRAWERS = ["web", "documents"]
DOCUMENTS = ROOT / "templates" / "documents"
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
    paper = DOCUMENTS / "full_sheet"
    parts = (*(paper / f"{name}.html" for name in ("pairs", "facts", "notes")), DOCUMENTS / "parts.html")
    used = {
        name for part in parts for names in CLASSES.findall(part.read_text("utf-8")) for name in names.split()
    }
    assert {"pair", "column", "note"} <= used
    around = (ROOT / "toolkit" / "static" / name for name in ("page.css", "desk.css", "claim-editor.css"))
    bare = {name for sheet in around for name in BARE.findall(sheet.read_text("utf-8"))}
    assert used & bare == set()


SPOKEN_BY = {"say", "stretches", "say_in_parts"}
ATTRIBUTE = re.compile(r'\b(?:content|alt|title|aria-label|placeholder)="([^"]*)"')
LETTERS = re.compile(r"[^\W\d_]{2,}")


def words_of_its_own(source: str) -> set[str]:
    """What a template of the documents says without asking the sentences for it."""
    tree = html.ENVIRONMENT.parse(source)
    data = "\x00".join(part.data for part in tree.find_all(nodes.TemplateData))
    shown = re.sub(r"<[^<>]*>", "\x00", re.sub(r"<(?:meta charset|!DOCTYPE)[^>]*>", "", data))
    attributes = "\x00".join(ATTRIBUTE.findall(data)).replace("\x00", "\x01")
    texts = {text.strip() for text in re.split(r"[\x00\x01\n]", f"{shown}\x00{attributes}")}
    return {text for text in texts if LETTERS.search(text)} | set(_quoted_words(tree))


def _quoted_words(tree: nodes.Template) -> Iterator[str]:
    """Texts in expressions that are no key of a sentence, no name, no class of the stylesheets."""
    classes = set(re.findall(r"\.([\w-]+)", "".join(p.read_text("utf-8") for p in DOCUMENTS.rglob("*.css"))))
    names = {
        id(part)
        for kind in (nodes.Compare, nodes.Filter)
        for found in tree.find_all(kind)
        for part in found.find_all(nodes.Const)
    }
    keys = {
        id(part)
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name in SPOKEN_BY
        for part in call.find_all(nodes.Const)
    }
    for output in tree.find_all(nodes.Output):
        for constant in output.find_all(nodes.Const):
            text = constant.value
            if (
                isinstance(text, str)
                and id(constant) not in names | keys
                and not set(text.split()) <= classes
            ):
                yield text


def test_documents_say_nothing_that_stands_outside_the_sentences() -> None:
    own = {
        template: words_of_its_own((DOCUMENTS / template).read_text("utf-8"))
        for template in names(DOCUMENTS)
        if template.endswith(".html")
    }
    assert {template: words for template, words in own.items() if words} == {}


@pytest.mark.parametrize(
    "source",
    [
        "<p>Notes</p>",
        '{{ heading(1, "heading", "Notes") }}',
        '<p title="Notes"></p>',
        '{{ "copy" if x else "copies" }}',
        "{% if x %}notes{% endif %}",
    ],
)
def test_words_in_a_template_are_found(source: str) -> None:
    assert words_of_its_own(source)


def test_styles_print_no_words() -> None:
    assert [
        said
        for path in DOCUMENTS.rglob("*.css")
        for said in re.findall(r'content: "?[^;{}]*"[^"{}]*[a-z]{2}[^"{}]*"', path.read_text("utf-8"))
    ] == []
