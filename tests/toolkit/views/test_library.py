"""The library's own pages: claims, sources, words, history, rules, and where facts come from."""

import pytest
from flask import Flask

from fact_sheets.balance import RULES
from tests.samples import small
from tests.toolkit.views.changes import take_back
from tests.toolkit.views.strict import StrictClient, words_of
from toolkit import models
from toolkit.database import unit_of_work


def test_every_claim_that_may_print_is_listed_with_its_side(visitor: StrictClient) -> None:
    page = visitor.page("/claims")
    listed = {
        claim.get("id"): " ".join(claim.text_content().split()) for claim in page.cssselect(".claims li")
    }
    assert listed.keys() == {claim.id for claim in small.dossier().library.claims}
    assert listed["c-2"].startswith("Critics say A group of police chiefs warned")
    assert listed["f-1"].startswith("Not in dispute Federal law does not make")


def test_a_claim_has_a_page_of_its_own(visitor: StrictClient) -> None:
    page = visitor.page("/claims/s-2")
    assert words_of(page, ".kicker") == "Supporters say"
    assert words_of(page, "h1").startswith("A policy center found")
    assert page.cssselect(".citations a")[0].get("href") == "/sources/s2"
    assert "Does it change who calls the police?" in words_of(page)
    assert "From the starter library, not yet read here." in words_of(page)


def test_a_draft_has_no_page(app: Flask, visitor: StrictClient) -> None:
    take_back(app, "s-2")
    assert visitor.get("/claims/s-2").status_code == 404
    assert "s-2" not in visitor.get("/claims").text


def test_every_source_leads_to_its_claims(visitor: StrictClient) -> None:
    index = visitor.page("/sources")
    links = [link.get("href") for link in index.cssselect(".sources a")]
    assert "/sources/c2" in links
    page = visitor.page("/sources/c2")
    assert [claim.get("id") for claim in page.cssselect(".claims li")] == ["c-2"]
    assert page.cssselect("main a[rel]")[0].get("href").startswith("https://")


def test_the_words_are_explained_with_sources(visitor: StrictClient) -> None:
    page = visitor.page("/glossary")
    assert [term.text_content() for term in page.cssselect("dt")] == [t.term for t in small.GLOSSARY]
    assert page.cssselect("dd a[href^='/sources/']")


def test_the_history_is_told_in_order(app: Flask, visitor: StrictClient) -> None:
    with unit_of_work(app.extensions["engine"], write=True) as session:
        session.add_all(
            [
                models.TimelineEvent(
                    id="t-2", position=2, date="2025-01", event="Later.", sources=["law"], confidence="high"
                ),
                models.TimelineEvent(
                    id="t-1", position=1, date="1996", event="Earlier.", sources=[], confidence="high"
                ),
                models.BeforeAfter(
                    id="b-1",
                    position=1,
                    feature="Size",
                    before="Small.",
                    after="Large.",
                    sources=["law"],
                    confidence="high",
                ),
            ]
        )
    page = visitor.page("/timeline")
    told = [" ".join(event.text_content().split()) for event in page.cssselect(".timeline li")]
    assert told[0] == "1996 Earlier."
    assert told[1].startswith("January 2025 Later.")
    assert "Before Small. Since Large." in words_of(page, ".change")


def test_the_balance_page_tells_every_rule_of_the_gate(visitor: StrictClient) -> None:
    page = visitor.page("/balance")
    rules = page.cssselect(".rulebook li")
    assert [rule.get("id") for rule in rules] == [rule.__name__ for rule in RULES]
    assert all(len(rule.text_content().split()) > 6 for rule in rules)


def test_the_about_page_names_every_body_of_facts(app: Flask, visitor: StrictClient) -> None:
    assert "No facts are loaded here yet." in words_of(visitor.page("/about"))
    with unit_of_work(app.extensions["engine"], write=True) as session:
        session.add(
            models.Dataset(
                name="agreements",
                publisher="ICE",
                url="https://www.ice.gov/",
                published=small.LISTED,
                rows=1843,
                sha256="ab" * 32,
            )
        )
    facts = words_of(visitor.page("/about"), ".facts")
    assert facts.startswith("Agreements ICE, November 2, 2026. 1,843 rows.")
    assert "ab" * 32 in facts


@pytest.mark.parametrize("path", ["/claims", "/sources", "/glossary", "/timeline", "/about"])
def test_an_empty_library_is_said(newcomer: StrictClient, path: str) -> None:
    assert " loaded here yet." in words_of(newcomer.page(path))
