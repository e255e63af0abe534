"""The shipped sources are whole, honest CSL-JSON: original publisher, web links, how far each was seen."""

import json
import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from fact_sheets.readability import grade, longest_sentence
from tests.library.mirrors import named_as_publisher

SOURCES = Path(__file__).resolve().parents[2] / "toolkit/data/subjects/287g/sources.json"
TYPES = {
    "article-journal", "article-magazine", "article-newspaper", "bill", "book", "contract", "dataset",
    "legal_case", "legislation", "manuscript", "report", "speech", "thesis", "webpage",
}  # fmt: skip
FIELDS = {
    "DOI", "URL", "accessed", "author", "authority", "chapter-number", "container-title", "custom", "genre",
    "id", "issue", "issued", "number", "page", "publisher", "section", "status", "title", "type", "volume",
}  # fmt: skip
CUSTOM = {"kind", "perspective", "tag", "verified_level", "verified_note", "seen_at", "note"}
PERSPECTIVES = {"government-operator", "independent", "supportive", "critical", "mixed"}
LEVELS = {"primary-read", "primary-excerpt", "secondary-excerpt", "unseen"}
NO_DATE_ON_THE_PAGE = {
    "heritage-build",
    "iacp-resolution",
    "niskanen",
    "leitf-home",
    "cis-287g-page",
    "fair-sheriffs",
}


@cache
def sources() -> tuple[dict[str, Any], ...]:
    return tuple(json.loads(SOURCES.read_text(encoding="utf-8")))


each = pytest.mark.parametrize("source", sources(), ids=lambda source: source["id"])


def years(source: dict[str, Any]) -> set[str]:
    fields = (source.get(key, {}) for key in ("issued", "accessed"))
    return {str(parts[0]) for field in fields for parts in field.get("date-parts", [])}


def test_the_library_has_all_its_sources_once() -> None:
    ids = [source["id"] for source in sources()]
    assert len(ids) >= 126
    assert [name for name, count in Counter(ids).items() if count > 1] == []
    assert all(re.fullmatch(r"[a-z0-9-]{3,40}", name) for name in ids)


@each
def test_it_is_csl_json_with_our_custom_fields(source: dict[str, Any]) -> None:
    assert source["type"] in TYPES
    assert set(source) <= FIELDS
    assert set(source["custom"]) == CUSTOM
    assert source["custom"]["perspective"] in PERSPECTIVES
    assert source["custom"]["verified_level"] in LEVELS
    assert source["title"].strip()
    assert source["publisher"].strip()


@each
def test_authors_are_people_or_institutions(source: dict[str, Any]) -> None:
    assert source["author"]
    for author in source["author"]:
        person = {"family", "given"} <= set(author) <= {"family", "given", "suffix"}
        assert person or set(author) == {"literal"}, author
        assert all(part.strip() == part != "" for part in author.values())


@each
def test_it_names_its_original_publisher(source: dict[str, Any]) -> None:
    names = [source["publisher"], source.get("container-title", "")]
    names += [author.get("literal", "") for author in source["author"]]
    assert [named_as_publisher(name) for name in names if named_as_publisher(name)] == []


@each
def test_its_date_is_a_date(source: dict[str, Any]) -> None:
    assert ("issued" not in source) == (source["id"] in NO_DATE_ON_THE_PAGE)
    for parts in source.get("issued", {}).get("date-parts", []):
        filled = (*parts, 1, 1)[:3]
        assert date(1990, 1, 1) < date(*filled) <= date(2026, 11, 30)


@each
def test_its_links_are_web_addresses(source: dict[str, Any]) -> None:
    url, seen_at = source.get("URL"), source["custom"]["seen_at"]
    assert url or seen_at  # where only a copy was read there is no address to print
    for link in filter(None, [url, seen_at]):
        parts = urlsplit(link)
        assert parts.scheme in {"http", "https"}
        assert re.fullmatch(r"[a-z0-9.-]+\.[a-z]{2,}", parts.netloc), link
        assert not re.search(r"\s|utm_", link)
    assert url is None or url.startswith("https://")


@each
def test_its_tag_is_short_and_says_the_year(source: dict[str, Any]) -> None:
    tag = source["custom"]["tag"]
    assert 2 <= len(tag.split()) <= 5
    assert not named_as_publisher(tag)
    assert set(re.findall(r"(?:19|20)\d\d", tag)) <= years(source)
    assert re.search(r"\d{4}|undated|rule|polls", tag)


@each
def test_its_notes_are_plain(source: dict[str, Any]) -> None:
    verified = source["custom"]["verified_note"]
    assert verified
    for text in filter(None, [verified, source["custom"]["note"]]):
        assert longest_sentence(text) <= 25
        assert "'" not in text


def test_the_notes_read_at_school_level_on_average() -> None:
    notes = [grade(source["custom"]["verified_note"]) for source in sources()]
    assert sum(notes) / len(notes) <= 11


def test_titles_use_proper_apostrophes() -> None:
    assert [source["id"] for source in sources() if "'" in source["title"]] == []
