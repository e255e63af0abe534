"""Words that are markup print as words and fetch nothing; words that no renderer could bear are refused."""

import socketserver
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError

from fact_sheets import caps, pdf
from fact_sheets.document import Cited, FactSheet
from fact_sheets.documents.full_sheet import html
from fact_sheets.errors import RenderError
from tests.documents.sheets import ANY, made, parsed, remade, squeezed, with_every_text

KEPT = frozenset(
    {"href", "check_url", "language", "status", "standing", "first_side", "level", "model", "findings"}
)


class Listener(socketserver.ThreadingTCPServer):
    """Counts whoever knocks."""

    knocks = 0
    allow_reuse_address = True

    def verify_request(self, request: object, client_address: object) -> bool:
        """Count and turn away."""
        self.knocks += 1
        return False


@pytest.fixture
def listener() -> Iterator[Listener]:
    """A server on this machine that nobody should call."""
    with Listener(("127.0.0.1", 0), socketserver.BaseRequestHandler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    "markup",
    [
        "<img src=//{host}/a>",
        "<style>@import url(//{host})</style>",
        "<link rel=attachment href=//{host}>",
        "</p><object data=//{host}>",
        "<svg><image href=//{host}>",
        "{{{{ 7 * 7 }}}} <b style='x'>",
    ],
)
def test_markup_in_every_text_prints_as_words(listener: Listener, markup: str) -> None:
    words = markup.format(host=f"127.0.0.1:{listener.server_address[1]}")
    sheet = with_every_text(short(made(ANY).sheet), lambda text: words, KEPT)
    printed = remade(sheet)
    assert listener.knocks == 0
    assert all(squeezed(words) in squeezed(page.extract_text()) for page in printed.reader.pages)
    assert len(list(printed.reader.attachment_list)) == 1
    page = parsed(html.render(sheet))
    assert page.xpath("//img | //style | //link | //object | //image | //b[@style]") == []


@pytest.mark.parametrize(
    "page",
    [
        "<img src='file:///etc/hostname' alt='x'>",
        "<img src='data:image/png;base64,AAAA' alt='x'>",
        "<link rel=stylesheet href='https://example.org/a.css'>",
        "<link rel=attachment href='file:///etc/hostname'>",
        "<style>@font-face { font-family: a; src: url(file:///etc/hostname) }</style>",
        "<p style='background: url(https://example.org/a.png)'>x</p>",
    ],
)
def test_should_markup_ever_get_through_the_renderer_stops(page: str) -> None:
    with pytest.raises(FatalURLFetchingError):
        HTML(string=page, url_fetcher=pdf.NothingToFetch()).write_pdf()


@pytest.mark.parametrize(
    "text, reason",
    [
        ("word " * 1001, "5,005 letters"),
        ("x" * 61, "where no line may end"),
        ("a" + "\N{COMBINING ACUTE ACCENT}" * 9, "accents on one letter"),
        ("a\N{RIGHT-TO-LEFT OVERRIDE}b", "RIGHT-TO-LEFT OVERRIDE"),
        ("a\0b", "a control character"),
        ("\N{PILE OF POO}", "PILE OF POO"),
    ],
)
def test_a_text_beyond_the_caps_is_refused_by_name(text: str, reason: str) -> None:
    sheet = replace(made(ANY).sheet, not_known=(Cited("Nobody knows."), Cited(text)))
    with pytest.raises(RenderError, match=reason) as refused:
        remade(sheet)
    assert str(refused.value).startswith("not_known[1].text: ")


def test_a_sheet_of_too_many_words_is_refused_before_it_is_set() -> None:
    sheet = replace(made(ANY).sheet, how_made=("word " * 900,) * 14)
    with pytest.raises(RenderError, match="the sheet: "):
        caps.check(sheet)


@pytest.mark.parametrize(
    "text", ["x" * 60, "e" + "\N{COMBINING ACUTE ACCENT}" * 8, "ʻokina, Doña Ana, Añasco, § 1357 – “so”…"]
)
def test_what_people_write_is_printed(text: str) -> None:
    caps.check(replace(made(ANY).sheet, not_known=(Cited(text),)))


def short(sheet: FactSheet) -> FactSheet:
    """The sheet with one of each, so that it holds whatever each text becomes."""
    kept = ("message", "here", "facts", "pairs", "act", "questions", "glossary", "how_made", "models")
    return replace(sheet, **{name: getattr(sheet, name)[:1] for name in kept})
