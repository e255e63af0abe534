"""Pasted records fill in a source; whatever else is pasted does no harm and takes no time."""

import random
from contextlib import suppress

import pytest

from toolkit.curation.errors import Unreadable
from toolkit.curation.sources import pasted_record
from toolkit.curation.sources.pasted_record import LONGEST, NOT_FETCHED, ONLY_FIRST

BIBTEX = r"""
@string{law = "The Journal of Law and Economics"}
@article{miles,
  author = {Miles, Thomas J. and {\c{S}}eker, Ay{\c s}e and {Police Foundation, Washington} and
            de la Cruz, Ana and Edwards, Jr., James R. and Jos{\'e} Garc{\'i}a},
  title = {Does Immigration Enforcement Reduce {Crime}? From ``{Secure Communities}'' --- 5\% \& more},
  journal = law, volume = 57, number = "4", pages = {937--973}, month = nov, year = 2014,
  doi = {10.1086/680935}, url = {https://example.org/a_b?x=1&y=%20},
}
@book{other, title = {Another}}
"""
RIS = """TY  - RPRT
A1  - Rosenblum, Marc R.
AU  - Kandel, William A., Jr.
AU  - Congressional Research Service
TI  - Interior Immigration Enforcement
PY  - 2012/09/15/
SP  - 12
EP  - 45
IS  - R42057
UR  - https://example.org/R42057;v=2
ER  -
"""
CSL = r"""{"type": "article-journal", "title": "Does <i>Enforcement</i> Work? A &amp; B\u200b",
 "author": [{"given": "Ana", "family": "Cruz", "non-dropping-particle": "de la", "sequence": "first"},
            {"name": "The Group", "affiliation": []}, {"ORCID": "x"}, 7],
 "container-title": ["Journal"], "issued": {"date-parts": [[2014, "11"]]}, "DOI": "10.1086/680935",
 "page": "937\u2013973", "volume": 57, "publisher": null, "license": [{"URL": "x"}]}"""


def read(text: str) -> dict[str, str]:
    return {name: value for name, value in pasted_record.read(text).draft if value}


def test_bibtex() -> None:
    assert read(BIBTEX) == {
        "title": "Does Immigration Enforcement Reduce Crime? From “Secure Communities” — 5% & more",
        "url": "https://example.org/a_b?x=1&y=%20",
        "doi": "10.1086/680935",
        "type": "article-journal",
        "people": "Miles, Thomas J.\nŞeker, Ayşe\nde la Cruz, Ana\nEdwards, James R., Jr.\nGarcía, José",
        "organizations": "Police Foundation, Washington",
        "container_title": "The Journal of Law and Economics",
        "issued": "2014-11",
        "volume": "57",
        "issue": "4",
        "page": "937-973",
    }
    assert pasted_record.read(BIBTEX).remarks == (ONLY_FIRST,)


def test_ris() -> None:
    assert read(RIS) == {
        "title": "Interior Immigration Enforcement",
        "url": "https://example.org/R42057;v=2",
        "type": "report",
        "people": "Rosenblum, Marc R.\nKandel, William A., Jr.",
        "organizations": "Congressional Research Service",
        "issued": "2012-09-15",
        "number": "R42057",
        "page": "12-45",
    }


def test_csl_json_as_doi_org_gives_it() -> None:
    wanted = {
        "title": "Does Enforcement Work? A & B",
        "url": "https://doi.org/10.1086/680935",
        "doi": "10.1086/680935",
        "type": "article-journal",
        "people": "de la Cruz, Ana",
        "organizations": "The Group",
        "container_title": "Journal",
        "issued": "2014-11",
        "volume": "57",
        "page": "937-973",
    }
    assert read(CSL) == read(f"[{CSL}]") == read(f'{{"status": "ok", "message": {CSL}}}') == wanted


@pytest.mark.parametrize(
    "text", ["10.1086/680935", "doi:10.1086/680935", " https://doi.org/10.1086/680935\n"]
)
def test_a_doi_fills_two_fields_and_nothing_is_fetched(text: str) -> None:
    assert read(text) == {"url": "https://doi.org/10.1086/680935", "doi": "10.1086/680935"}
    assert pasted_record.read(text).remarks == (NOT_FETCHED,)


def test_a_form_that_we_do_not_list_is_left_to_choose() -> None:
    pasted = pasted_record.read('{"title": "A", "type": "motion_picture"}')
    assert pasted.draft.type == ""
    assert "choose one" in pasted.remarks[0]


GARBAGE = [
    *(
        "",
        "hello",
        "{}",
        "[]",
        "[[]]",
        '{"title": {}}',
        '{"title": [[["a"]]]}',
        "[" * LONGEST,
        "@",
        "@{",
        "@a",
    ),
    *(
        "@a{",
        "@a{b",
        "@a{b,",
        "@a{b,c",
        "@a{b,c=",
        "@a{b,c={",
        '@a{b,c="',
        "@a{b,c=d}",
        "@string{a=a}@b{c,d=a}",
    ),
    *(
        "@article{x," * 2000,
        "@" * LONGEST,
        "@a{x,title={" + "{" * 15_000,
        "@a{x,title={" + "\\'" * 5_000 + "}}",
    ),
    *("@a{x,title={" + r"\frac" * 3_500 + "}}", "@a{x,title={" + "{" * 900 + "a" + "}" * 900 + "}}"),
    *("@a{x,title={" + r"\sqrt[" * 900 + "}}", "@a{x,title={" + "$" * 3_000 + "}}", "@a{x,author={{{}}}}"),
    *(
        "@a{x,author={" + " and " * 3_000 + "}}",
        "@a{x,author={a,b,c,d,e}}",
        "@a{x,author={,}}",
        "@a{x,year={99999}}",
    ),
    *("@a{x,title={\\begin{a}}}", "@a{x,title={\\def\\a{\\a}\\a}}", "@a{x,date={2020-99-99}, title=b}"),
    *("TY  -", "TY  - \nER  -", "TY  - JOUR\nAU", "TY  - JOUR\n  a\nER  - ", "TY  - JOUR\nAU  - ,\nER  -"),
    *(
        "TY  - JOUR\n" * 1_800,
        "TY  - JOUR\nXX  - a\nTI  - b\nTI  - c\n d\nER  -",
        "10.1/x",
        "http://",
        "https://x y",
    ),
    *(
        "javascript:alert(1)",
        '{"title": "a", "URL": "javascript:alert(1)"}',
        '{"title": "\\ud800"}',
        "\x00" * 9,
    ),
    '{"title": 1e999, "issued": {"date-parts": [[-1, {}, null]]}, "author": {"family": 1}}',
]


@pytest.mark.parametrize("text", GARBAGE, ids=range(len(GARBAGE)))
def test_garbage_is_refused_or_becomes_text(text: str, caplog: pytest.LogCaptureFixture) -> None:
    with suppress(Unreadable):
        assert all(isinstance(value, str) for value in read(text).values())
    assert caplog.text == ""


def test_mangled_records_are_refused_or_become_text() -> None:
    chance = random.Random(287)
    for start in (BIBTEX, RIS, CSL) * 40:
        at, length = chance.randrange(len(start)), chance.randrange(30)
        mangled = (
            start[:at] + chance.choice(["", "{", "}", "\\", '"', "@", "\n", ",", "$"]) + start[at + length :]
        )
        with suppress(Unreadable):
            assert all(isinstance(value, str) for value in read(mangled).values())


def test_more_than_a_record_is_refused() -> None:
    with pytest.raises(Unreadable, match="20,000 characters"):
        pasted_record.read(BIBTEX * 40)
