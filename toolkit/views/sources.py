"""The library's sources, and the permanent page of each."""

from flask import Blueprint, abort, render_template

from toolkit.publishing import sources

pages = Blueprint("sources", __name__)


@pages.get("/sources")
def index() -> str:
    """Every source."""
    return render_template("sources/index.html", sources=sources.every_source())


@pages.get("/sources/<slug:source_id>")
def source(source_id: str) -> str:
    """One source, how far we saw it, and the claims that cite it."""
    page = sources.find(source_id) or abort(404)
    return render_template("sources/source.html", page=page)
