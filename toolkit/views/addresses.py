"""What may stand in an address of ours: GEOIDs and the short names of claims and sources."""

from flask import Flask
from werkzeug.routing import BaseConverter


class Geoid(BaseConverter):
    """A Census code of a state, county, place or county subdivision, or US for a place not listed."""

    regex = r"US|\d{2}|\d{5}|\d{7}|\d{10}"


class Slug(BaseConverter):
    """The id of a claim or a source."""

    regex = r"[a-z0-9-]{1,60}"


def teach_addresses(app: Flask) -> None:
    """Teach the app's addresses these words."""
    app.url_map.converters.update(geoid=Geoid, slug=Slug)
