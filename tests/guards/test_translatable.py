"""Every word that our pages show goes through the catalogue, and the catalogue is that of the sources."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po
from flask import Flask
from jinja2 import nodes

from tests.guards.sources import ROOT
from toolkit.app import create_app
from toolkit.config import Settings

WEB = ROOT / "templates" / "web"
PAGES = sorted(path.relative_to(WEB).as_posix() for path in WEB.rglob("*") if path.is_file())
LOOKED_UP = {"_", "gettext", "ngettext", "says"}  # says: the words of a subject, which are data
NO_WORDS = {"url_for"}  # what it is given is no language
WORD = re.compile(r"[^\W\d_]{2}")
PHRASE = re.compile(r"[^\W\d_],?\s+[^\W\d_]|^[A-Z][a-z]|[^\W\d_][.:?!’”]$|“")
FOR_MACHINES = {"code", "kbd", "script", "style"}  # elements whose text is typed or run
READ_OUT = {"alt", "title", "aria-label", "placeholder", "content", "label"}  # attributes with words in them
IN_A_TAG = {"tied", "width"}  # a macro of attributes, a block of class names
NAMES = re.compile(
    r"width=device-width, initial-scale=1|noindex|SHA-256|UTC\b.?|PDF|CSV|YAML|(CSL-)?JSON|BibTeX"
)
CATALOGUES = sorted((ROOT / "toolkit" / "translations").rglob("messages.po*"))


class Page:
    """Follows a template in its order, and knows whether a reader would see what comes next."""

    def __init__(self) -> None:
        self.tag = ""  # the tag that is open, from "<" to ">"
        self.attribute = ""  # the attribute whose value is open
        self.machines = 0  # how deep in elements for machines

    @property
    def seen(self) -> bool:
        """Whether what comes now is read by people."""
        return self.attribute in READ_OUT if self.tag else not self.machines

    def text(self, data: str) -> Iterator[str]:
        """The words for readers in a piece of markup."""
        if self.tag:
            yield from self._inside(data)
            return
        words, opens, rest = data.partition("<")
        if self.seen:
            yield words
        if opens:
            self.tag = re.match(r"/?[\w!]*", rest)[0] or "?"
            yield from self._inside(rest)

    def _inside(self, data: str) -> Iterator[str]:
        """The same in a tag, where ``data`` may first end the value of an attribute."""
        if self.attribute:
            value, closes, data = data.partition('"')
            if self.seen:
                yield value
            if not closes:
                return
            self.attribute = ""
        for piece in re.finditer(r'([\w-]+)="([^"]*)("?)|>', data):
            if piece[0] == ">":
                if self.tag.strip("/") in FOR_MACHINES:
                    self.machines += -1 if self.tag.startswith("/") else 1
                self.tag = ""
                yield from self.text(data[piece.end() :])
                return
            self.attribute = piece[1]
            if self.seen:
                yield piece[2]
            if piece[3]:
                self.attribute = ""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """One for all templates, which are only parsed."""
    return create_app(Settings(instance_dir=tmp_path_factory.mktemp("words")))


def called(node: nodes.Node) -> str:
    """The name of the function that a node calls."""
    return getattr(node.node, "name", getattr(node.node, "attr", "")) if isinstance(node, nodes.Call) else ""


def parts(node: nodes.Node) -> Iterator[nodes.Node]:
    """What a value is made of, without sentences that are looked up and what only decides."""
    if called(node) in NO_WORDS or isinstance(node, nodes.Extends | nodes.Include | nodes.FromImport):
        return
    for field, child in node.iter_fields():
        if field != "test" and not (field == "args" and called(node) in LOOKED_UP):
            children = child if isinstance(child, list) else [child]
            yield from (each for each in children if isinstance(each, nodes.Node))


def phrases(node: nodes.Node) -> Iterator[str]:
    """Strings in an expression that read like words for people."""
    if isinstance(node, nodes.Const) and isinstance(node.value, str) and PHRASE.search(node.value):
        yield node.value
    for part in parts(node):
        yield from phrases(part)


def shown(node: nodes.Node) -> Iterator[str]:
    """Strings that an expression may itself show, as in: "yes" if it is so else "no"."""
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    if isinstance(node, nodes.Getitem):
        yield from shown(node.node)
    if isinstance(node, nodes.Pair):
        yield from shown(node.value)
    if isinstance(node, nodes.CondExpr | nodes.Concat | nodes.BinExpr | nodes.Dict):
        for part in parts(node):
            yield from shown(part)


def words_of(node: nodes.Node, page: Page) -> Iterator[str]:
    """Words for readers in a template that are not looked up, in their order."""
    if getattr(node, "name", "") in IN_A_TAG:
        return
    if isinstance(node, nodes.TemplateData):
        yield from page.text(node.data)
    elif isinstance(node, nodes.Expr):
        yield from phrases(node)
        if page.seen:
            yield from shown(node)
    else:
        for part in parts(node):
            yield from words_of(part, page)


def bare_words(app: Flask, source: str) -> set[str]:
    """The words of a template that would be the same in every language."""
    words = (words.strip() for words in words_of(app.jinja_env.parse(source), Page()))
    return {each for each in words if WORD.search(each) and not NAMES.fullmatch(each)}


@pytest.mark.parametrize("template", PAGES)
def test_each_visible_word_is_looked_up(app: Flask, template: str) -> None:
    assert bare_words(app, (WEB / template).read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize(
    "source",
    [
        "<p>Hello</p>",
        '<p>{{ _("Hello") }}, reader</p>',
        '<a href="/x" title="Hello">{{ name }}</a>',
        '<a{% if wide %} class="x"{% endif %}>Hello</a>',
        '<p>{{ "hello" if name else "bye" }}</p>',
        '{{ press("/x", "Take it away") }}',
        '{% set says = {"new": "New"} %}',
        '<p>{% trans who=name or "Somebody" %}{{ who }} is here{% endtrans %}</p>',
    ],
)
def test_the_guard_sees_a_word_that_is_not(app: Flask, source: str) -> None:
    assert bare_words(app, source)


@pytest.fixture(scope="module")
def sources() -> Catalog:
    """The sentences in the sources of the pages."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    keywords = DEFAULT_KEYWORDS | {"lazy_gettext": None}
    catalogue = Catalog()
    for _, _, sentence, *_ in extract_from_dir(ROOT, methods, options, keywords):
        catalogue.add(sentence)
    return catalogue


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parent.parent.name + path.suffix)
def test_the_catalogue_is_that_of_the_sources(sources: Catalog, path: Path) -> None:
    """Where it is not: make messages."""
    with path.open("rb") as file:
        known = {message.id for message in read_po(file)}
    assert known ^ {message.id for message in sources} == set()
