"""A visitor whose browser forgives nothing: every page it gets is read strictly."""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

from flask.testing import FlaskClient
from lxml import html
from lxml.html import HtmlElement
from werkzeug.test import TestResponse

VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})
NEEDS_LABEL = "//input[not(@type='hidden')] | //select | //textarea"


class StrictClient(FlaskClient):
    """Flask's test client; it fails on a page that is not well made."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """Ask, and read the answer when it is one of our pages."""
        answer = super().open(*args, **kwargs)
        if answer.mimetype == "text/html" and answer.status_code not in (301, 302, 303, 308):
            assert list(faults(answer.text)) == []
        return answer

    def page(self, path: str, status: int = 200, **query: str) -> HtmlElement:
        """The parsed page at this path."""
        answer = self.get(path, query_string=query)
        assert answer.status_code == status, answer.status
        return html.document_fromstring(answer.text)


class Nesting(HTMLParser):
    """Notes every tag that is not closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Tags go in."""
        names = [name for name, _ in attrs]
        self.faults += [f"<{tag}> has {name} twice" for name in names if names.count(name) > 1]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """As SVG closes its tags."""

    def handle_endtag(self, tag: str) -> None:
        """And out."""
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes something else at {self.getpos()}")


def faults(text: str) -> Iterator[str]:
    """Everything that is wrong with a page."""
    nesting = Nesting()
    nesting.feed(text)
    yield from nesting.faults
    yield from (f"<{tag}> is never closed" for tag in nesting.open)
    if not text.startswith("<!doctype html>"):
        yield "no doctype"
    page = html.document_fromstring(text)
    yield from outline_faults(page)
    yield from reference_faults(page)
    yield from attribute_faults(page)


def outline_faults(page: HtmlElement) -> Iterator[str]:
    """Language, title and headings."""
    if not page.get("lang"):
        yield "no language"
    if not (page.findtext("head/title") or "").strip():
        yield "no title"
    if len(page.findall(".//main")) != 1:
        yield "not one main"
    levels = [int(heading.tag[1]) for heading in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} headings of level 1"
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"a heading of level {after} follows one of level {before}"
    for heading in page.iter("h1", "h2", "h3", "a", "button", "label", "legend", "summary"):
        if not heading.text_content().strip():
            yield f"an empty <{heading.tag}>"


def reference_faults(page: HtmlElement) -> Iterator[str]:
    """Ids, and what points to them."""
    ids = Counter(page.xpath("//@id"))
    yield from (f"id {name} {count} times" for name, count in ids.items() if count > 1)
    pointers = page.xpath("//@for | //@aria-labelledby | //@aria-describedby | //@aria-controls")
    pointers += [link[1:] for link in page.xpath("//@href") if link.startswith("#")]
    for pointer in pointers:
        yield from (f"nothing has the id {name}" for name in pointer.split() if name not in ids)
    labelled = set(page.xpath("//label/@for"))
    yield from (
        f"field {field.get('name')} has no label"
        for field in page.xpath(NEEDS_LABEL)
        if field.get("id") not in labelled
    )


def attribute_faults(page: HtmlElement) -> Iterator[str]:
    """What a strict content policy or a careful reader would refuse."""
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        refused = [name for name in element.attrib if name == "style" or name.startswith("on")]
        yield from (f"<{element.tag}> has {name}" for name in refused)
    yield from (
        f"<{element.tag}> stands in the page" for element in page.xpath("//style | //script[not(@src)]")
    )
    yield from ("a picture without words" for _ in page.xpath("//img[not(@alt)]"))
    for link in page.xpath("//a[starts-with(@href, 'http')]"):
        outside_sheet = not link.xpath("ancestor::article[@class='sheet']")
        if outside_sheet and not {"noreferrer", "noopener"} <= set((link.get("rel") or "").split()):
            yield f"{link.get('href')} would learn where its visitor comes from"
    for address in page.xpath("//@src | //link/@href | //form/@action"):
        if re.match(r"[a-z]+:|//", address):
            yield f"{address} is on another host"


def words_of(page: HtmlElement, selector: str = "main") -> str:
    """The text of the first element that fits, its spaces made plain."""
    (first, *_) = page.cssselect(selector)
    return " ".join(" ".join(first.itertext()).split())
