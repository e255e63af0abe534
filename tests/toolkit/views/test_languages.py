"""Pages in another language than English: what its catalogue has is said, what it lacks stays English."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from flask import Flask

from tests.toolkit.views.strict import StrictClient

SPANISH = {
    "Find my place": "Buscar mi lugar",
    "Your town, city, county or state": "Su pueblo, ciudad, condado o estado",
    "There is no page at this address": "No hay ninguna página en esta dirección",
    ("%(count)s&nbsp;place for “%(typed)s”.", "%(count)s&nbsp;places for “%(typed)s”."): (
        "%(count)s lugar para «%(typed)s».",
        "%(count)s de lugares para «%(typed)s».",  # for millions
        "%(count)s lugares para «%(typed)s».",
    ),
}


@pytest.fixture
def lector(app: Flask, visitor: StrictClient, tmp_path: Path) -> StrictClient:
    """Somebody whose pages are in Spanish, as far as a few sentences go."""
    catalogue = Catalog(locale="es")
    for sentence, said in SPANISH.items():
        catalogue.add(sentence, said)
    file = tmp_path / "es" / "LC_MESSAGES" / "messages.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as stream:
        write_mo(stream, catalogue)
    app.extensions["babel"].translation_directories = [str(tmp_path)]
    app.extensions["babel"].locale_selector = lambda: "es"
    return visitor


def test_templates_and_forms_speak_the_language_of_the_request(lector: StrictClient) -> None:
    page = lector.get("/").text
    assert "Buscar mi lugar" in page
    assert "Su pueblo, ciudad, condado o estado" in page  # the form was made when the program started
    assert "Check a printed sheet" in page  # this catalogue lacks it


def test_refusals_do_too(lector: StrictClient) -> None:
    assert "No hay ninguna página en esta dirección" in lector.get("/nowhere").text


def test_a_count_chooses_the_form_of_its_sentence(lector: StrictClient) -> None:
    assert "2 lugares para «jackson»." in lector.get("/places?q=jackson").text


def test_a_page_says_its_language(visitor: StrictClient) -> None:
    assert '<html lang="en">' in visitor.get("/").text
