"""A round of visits to the links that are due."""

from collections.abc import Callable, Iterator
from datetime import datetime

from sqlalchemy import Engine

from toolkit.curation import links
from toolkit.curation.link_visit import Visitor
from toolkit.curation.links import Link, Seen
from toolkit.database import session, unit_of_work
from toolkit.models import Source


def check(
    engine: Engine, visitor: Visitor, *, limit: int, now: Callable[[], datetime]
) -> Iterator[tuple[Link, Seen]]:
    """Visit what is due, one link after the other; each visit is kept before the next one begins.

    No transaction is open while a site is waited for. Whoever stops listening loses nothing.
    """
    with unit_of_work(engine):
        waiting = links.due(now(), limit)
    for link in waiting:
        seen = visitor.visit(link.url)
        with unit_of_work(engine, write=True):
            if session().get(Source, link.source_id) is not None:
                links.record(link, seen, now())
        yield link, seen
