"""A link prints short and can be typed, and never leads anywhere but to a web page or a mailbox."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fact_sheets.errors import UnsafeLink
from fact_sheets.links import short_link

SOURCES = Path(__file__).resolve().parents[2] / "toolkit/data/subjects/287g/sources.json"


@pytest.mark.parametrize(
    ("url", "display"),
    [
        ("https://www.gao.gov/products/gao-21-186", "gao.gov/products/gao-21-186"),
        ("http://leitf.org/", "leitf.org"),
        ("https://cis.org/node/11779#findings", "cis.org/node/11779"),
        ("https://eric.ed.gov/?id=EJ1248141", "eric.ed.gov/?id=EJ1248141"),
        ("https://www2.census.gov/geo/", "www2.census.gov/geo"),
        (
            "https://reason.com/2025/10/24/florida-scrubs-arrests-of-u-s-citizens-from-immigration-data",
            "reason.com/2025/10/24/…",
        ),
        (
            "https://finnoexpert.com/florida-receives-38-million-in-federal-funds-from-ice",
            "finnoexpert.com/florida-receives-38-million-in-federal-…",
        ),
        (f"https://example.org/{'a' * 90}", f"example.org/{'a' * 47}…"),
        ("mailto:clerk@frederickcountymd.gov", "clerk@frederickcountymd.gov"),
        ("https://gаo.gov/products", "xn--go-7kc.gov/products"),  # the second letter is Cyrillic
    ],
)
def test_what_prints_for_an_address(url: str, display: str) -> None:
    assert short_link(url) == (display, url)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,hello",
        "file:///etc/passwd",
        "ftp://example.org/file",
        "JaVaScRiPt:alert(1)",
        "//example.org/page",
        "/products/gao-21-186",
        "gao.gov",
        "",
        "https://",
        "https:///products",
        "https://localhost/admin",
        "https://gao.gov@evil.example/",
        "https://evil.example:8443/",
        "https://example.org:port/",
        "https://[::1]/",
        "https://[broken/",
        "https://gao.gov/a b",
        "https://gao.gov/\u202egnp.exe",
        "https://gao.gov/\n",
        "https://exa_mple.org/",
        "https://..org/",
        "mailto:",
        "mailto:nobody",
        "mailto:a@b.org,c@d.org",
    ],
)
def test_an_unsafe_address_is_refused(url: str) -> None:
    with pytest.raises(UnsafeLink):
        short_link(url)


def test_every_source_has_a_link_that_fits_and_is_whole_behind() -> None:
    for source in json.loads(SOURCES.read_text(encoding="utf-8")):
        if "URL" not in source:
            continue
        display, href = short_link(source["URL"])
        assert href == source["URL"]
        assert len(display) <= 60
        assert display.endswith("…") or href.rstrip("/").endswith(display)


@given(st.from_regex(r"[a-z]{1,12}(/[a-zA-Z0-9_-]{0,40}){0,8}", fullmatch=True))
def test_a_display_without_an_ellipsis_leads_to_the_same_page(rest: str) -> None:
    url = f"https://www.example.org/{rest}"
    display, href = short_link(url)
    assert href == url
    assert len(display) <= 60
    assert (
        f"https://www.{display.removesuffix('…')}" == url[: len(f"https://www.{display.removesuffix('…')}")]
    )
    assert display.endswith("…") or f"https://www.{display}" == url.rstrip("/")
