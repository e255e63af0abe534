"""What may stand in an address of ours: GEOIDs, short names of claims and sources, a subject in front."""

from typing import Any

from flask import Flask, request, url_for
from werkzeug.routing import BaseConverter

from toolkit.ledger import subjects
from toolkit.ledger.subjects import Subject
from toolkit.views.installation import subject, subject_id


class Geoid(BaseConverter):
    """A Census code of a state, county, place or county subdivision, or US for a place not listed."""

    regex = r"US|\d{2}|\d{5}|\d{7}|\d{10}"


class Slug(BaseConverter):
    """The id of a claim or a source."""

    regex = r"[a-z0-9-]{1,60}"


def teach_addresses(app: Flask) -> None:
    """Teach the app's addresses these words."""
    app.url_map.converters.update(geoid=Geoid, slug=Slug)
    app.jinja_env.globals["under"] = under


def under(other: Subject, endpoint: str, **values: Any) -> str:
    """The address of this page about another subject; the first that is open needs no name in it."""
    here = f"/{subject().slug}" if subject_id() else ""
    root = request.script_root.removesuffix(here)
    page = url_for(endpoint, **values).removeprefix(request.script_root)
    return f"{root}{page}" if other.id == subjects.find().id else f"{root}/{other.slug}{page}"
