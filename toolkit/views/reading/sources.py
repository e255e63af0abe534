"""The library's sources, and the permanent page of each."""

from flask import Blueprint, Response, abort, render_template

from toolkit.publishing.knowing import downloads, sources
from toolkit.views.installation import settings, subject_id
from toolkit.views.reading.download import take_along

pages = Blueprint("sources", __name__)


@pages.get("/sources")
def index() -> str:
    """Every source."""
    return render_template("sources/index.html", sources=sources.every_source(subject_id()))


@pages.get("/sources.csv")
def as_csv() -> Response:
    """The sources of what prints, as a table."""
    return take_along(downloads.sources_csv(settings().base_url, subject_id()), "sources.csv")


@pages.get("/sources.json")
def as_json() -> Response:
    """The same as CSL-JSON."""
    return take_along(downloads.sources_json(settings().base_url, subject_id()), "sources.json")


@pages.get("/sources.bib")
def as_bibtex() -> Response:
    """The same as BibTeX."""
    return take_along(downloads.sources_bib(settings().base_url, subject_id()), "sources.bib")


@pages.get("/sources/<slug:source_id>")
def source(source_id: str) -> str:
    """One source, how far we saw it, and the claims that cite it."""
    page = sources.find(source_id, subject_id()) or abort(404)
    return render_template("sources/source.html", page=page)
