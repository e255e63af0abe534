"""Notes read as written out by hand here; every shipped source gets a whole, clean note."""

import json
import re
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from fact_sheets.citations_style import word_note
from fact_sheets.errors import DossierError

SOURCES = Path(__file__).resolve().parents[2] / "toolkit/data/subjects/287g/sources.json"
NBSP = "\N{NO-BREAK SPACE}"
GOLDEN = {
    "usc-1357g": (
        "U.S. Congress, *Immigration and Nationality Act § 287(g)*, 8 U.S.C. § 1357(g), September 30, 1996."
    ),
    "eo-14159": (
        "Executive Office of the President, *Protecting the American People Against Invasion*, Executive "
        "Order 14159, 90 Fed. Reg. 8443, January 20, 2025."
    ),
    "fl-908-11": (
        "Florida Legislature, *Immigration enforcement assistance agreements*, Fla. Stat. § 908.11, 2025."
    ),
    "tn-sb2223": (
        "Tennessee General Assembly, *Tennessee Senate Bill 2223, Public Chapter 1015*, 114th General "
        "Assembly, May 2026."
    ),
    "s-4405": (
        "Marsha Blackburn and Lindsey Graham, *287(g) Expansion Act*, S. 4405, 119th Congress, "
        "April 28, 2026."
    ),
    "galarza-2014": (
        "*Galarza v. Szalczyk*, 745 F.3d 634, U.S. Court of Appeals for the Third Circuit, March 4, 2014."
    ),
    "brown-ramsay": (
        "*Brown v. Ramsay*, No. 18-10279, order granting partial summary judgment, U.S. District Court for "
        "the Southern District of Florida, 2025."
    ),
    "gao-21-186": (
        "U.S. Government Accountability Office, *Immigration Enforcement: ICE Can Further Enhance Its "
        "Planning and Oversight of State and Local Agreements* (GAO-21-186), January 27, 2021."
    ),
    "gao-09-381t": (
        "Richard M. Stana, *Immigration Enforcement: Controls over Program Authorizing State and Local "
        "Enforcement of Federal Immigration Laws Should Be Strengthened* (GAO-09-381T), U.S. Government "
        "Accountability Office, March 4, 2009."
    ),
    "cis-2009": (
        "Jessica M. Vaughan and James R. Edwards Jr., *The 287(g) Program: Protecting Home Towns and "
        "Homeland*, Center for Immigration Studies, October 2009."
    ),
    "cis-2021": (
        "Jessica M. Vaughan, Steven A. Camarota and Karen Zeigler, *Are Immigrants Less Willing to Report "
        "Crime?* Center for Immigration Studies, October 14, 2021."
    ),
    "mpi-2011": (
        "Randy Capps and others, *Delegation and Divergence: A Study of 287(g) State and Local Immigration "
        "Enforcement*, Migration Policy Institute, January 2011."
    ),
    "niskanen": ("Niskanen Center, *287(g) Agreements: A Costly Choice for Localities*, undated."),
    "ap-bans-2026": (
        "David A. Lieb and Brian Witte, “Trump is recruiting thousands of local officers to aid immigration"
        " effort. Some states are saying no,” *Associated Press*, February 18, 2026."
    ),
    "propublica-az-2025": (
        "Rafael Carranza, “Arizona police agencies were once at the forefront of local immigration "
        "enforcement. Now most are avoiding it,” *ProPublica*, October 21, 2025."
    ),
    "whyy-de-2025": ("WHYY, “Gov. Meyer signs public safety bills limiting ICE actions,” July 14, 2025."),
    "nbc-2026": (
        "NBC News, Local law enforcement agreements with ICE surge (title in our words), February 16, 2026."
    ),
    "treyger-2014": (
        "Elina Treyger, Aaron Chalfin and Charles Loeffler, “Immigration Enforcement, Policing, and Crime: "
        "Evidence from the Secure Communities Program,” *Criminology & Public Policy* 13(2), 2014."
    ),
    "pedroza-2019": (
        "Juan M. Pedroza, “Deportation Discretion: Tiered Influence, Minority Threat, and ‘Secure "
        "Communities’ Deportations,” *Policy Studies Journal*, December 2018."
    ),
    "ice-factsheet": (
        "U.S. Immigration and Customs Enforcement, “Delegation of Immigration Authority Section 287(g) "
        "Immigration and Nationality Act,” 2025 to 2026."
    ),
    "leitf-home": ("Law Enforcement Immigration Task Force, “Home page,” seen 2026."),
    "paxton-2025": (
        "Office of the Attorney General of Texas, “Attorney General Ken Paxton becomes first Texas law "
        "enforcement official to sign agreement to help President Trump’s deportation efforts,” February 3, "
        "2025 to October 22, 2025."
    ),
    "moa-tfm-2025": (
        "U.S. Immigration and Customs Enforcement and Lawrence County (Alabama) Sheriff’s Office, "
        "*Memorandum of Agreement, 287(g) Task Force Model*, June 18, 2025."
    ),
    "ice-lists-archive": (
        "U.S. Immigration and Customs Enforcement, Participating agencies in the 287(g) program: dated "
        "lists (title in our words), January 13, 2021 to May 18, 2026."
    ),
    "ddp-287g": (
        "Deportation Data Project, UC Berkeley, *ICE 287(g) agreement histories: quality-assurance "
        "summaries*, September 26, 2026."
    ),
    "cis-2019-testimony": (
        "Jessica M. Vaughan, “The Impact of Immigration Enforcement on California Children,” testimony, "
        "Center for Immigration Studies, November 12, 2019."
    ),
    "pinheiro-2009": (
        "Erika D. Pinheiro, *287(g) and Public Safety: Determining the Effects of Local Immigration "
        "Enforcement on Crime*, master’s thesis, Georgetown University, April 8, 2009."
    ),
    "armenta-2017": (
        "Amada Armenta, *Protect, Serve, and Deport: The Rise of Policing as Immigration Enforcement*, "
        "University of California Press, 2017."
    ),
    "cato-wp52": (
        "Andrew Forrester and Alex Nowrasteh, “Do Immigration Enforcement Programs Reduce Crime? Evidence "
        "from the 287(g) Program in North Carolina,” working paper 52, Cato Institute, April 11, 2018."
    ),
}


@cache
def sources() -> dict[str, dict[str, Any]]:
    return {source["id"]: source for source in json.loads(SOURCES.read_text(encoding="utf-8"))}


def starred(item: dict[str, Any]) -> str:
    """The note with stars round what is italic, and plain spaces."""
    runs = word_note(item).runs
    return "".join(f"*{text}*" if italic else text for text, italic in runs).replace(NBSP, " ")


@pytest.mark.parametrize("source_id", GOLDEN)
def test_a_note_reads_as_written_by_hand(source_id: str) -> None:
    assert starred(sources()[source_id]) == GOLDEN[source_id]


def test_the_golden_notes_cover_every_type() -> None:
    covered = {sources()[source_id]["type"] for source_id in GOLDEN}
    assert covered == {source["type"] for source in sources().values()}


@pytest.mark.parametrize("source", sources().values(), ids=lambda source: source["id"])
def test_every_source_gets_a_whole_and_clean_note(source: dict[str, Any]) -> None:
    wording = word_note(source)
    text = wording.text.replace(NBSP, " ")
    assert text == "".join(part for part, _ in wording.runs).replace(NBSP, " ")
    assert source["title"].rstrip(".") in text
    first = source["author"][0]
    assert first.get("literal", first.get("family")) in text
    for parts in source.get("issued", {}).get("date-parts", []):
        assert str(parts[0]) in text
    assert ("undated" in text) == ("issued" not in source and "accessed" not in source)
    assert text.endswith(".")
    assert not re.search(
        r"[,;:.]{2}(?<!Jr\.,)|[?!],|  | ,|”[,.]|n\.d\.|None|&#|</?[a-z]|http|[\ue000-\uf8ff]", text
    )


def test_dates_and_sections_do_not_break() -> None:
    assert f"8{NBSP}U.S.C." in word_note(sources()["usc-1357g"]).text
    assert f"September{NBSP}30,{NBSP}1996" in word_note(sources()["usc-1357g"]).text


@pytest.mark.parametrize(
    ("item", "note"),
    [
        ({"publisher": "GAO", "issued": {"date-parts": [[2021]]}}, "GAO, *Facts*, 2021."),
        (
            {"publisher": "GAO", "issued": {"date-parts": [[2009]], "circa": True}},
            "GAO, *Facts*, about 2009.",
        ),
        ({"publisher": "GAO", "issued": {}}, "GAO, *Facts*, undated."),
        ({"author": [], "issued": {"literal": "spring 2020"}}, "*Facts*, spring 2020."),
        ({"author": [{"family": "Doña"}], "title": "Made in the U.S."}, "Doña, *Made in the U.S.*, undated."),
        (
            {"author": [{"literal": "A & <b>B</b>"}], "title": "1 < 2 & 3"},
            "A & <b>B</b>, *1 < 2 & 3*, undated.",
        ),
        ({"title": "A \ue000mark\ue001", "publisher": "GAO"}, "GAO, *A mark*, undated."),
    ],
)
def test_what_an_organizer_may_leave_out_or_put_in(item: dict[str, Any], note: str) -> None:
    assert starred({"id": "x", "type": "report", "title": "Facts", **item}) == note


@pytest.mark.parametrize("item", [{"id": "x", "title": "Facts"}, {"id": "x", "type": "report", "title": ""}])
def test_a_source_without_type_or_title_is_refused_by_name(item: dict[str, Any]) -> None:
    with pytest.raises(DossierError, match=r"sources\.x"):
        word_note(item)


@pytest.mark.parametrize(
    "item",
    [
        {"issued": {"date-parts": [["abc"]]}},
        {"issued": {"date-parts": [[]]}},
        {"issued": "2020"},
        {"author": ["Congress"]},
    ],
)
def test_a_source_that_the_engine_cannot_read_is_refused_by_name(item: dict[str, Any]) -> None:
    with pytest.raises(DossierError, match=r"sources\.x: .*put in words"):
        word_note({"id": "x", "type": "report", "title": "Facts", **item})


def test_the_same_source_is_worded_once_however_it_is_held() -> None:
    source = sources()["gao-21-186"]
    frozen = MappingProxyType({**source, "issued": MappingProxyType(source["issued"])})
    shuffled = dict(reversed(source.items()))
    assert word_note(frozen) is word_note(shuffled) is word_note(source)
