"""A web application that always fails, with the visitor's path in the error, as a careless library would."""

from typing import Never


def fail(environ: dict[str, str], start_response: object) -> Never:
    """A WSGI application."""
    raise LookupError("no page at " + environ["PATH_INFO"])
