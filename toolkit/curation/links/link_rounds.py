"""A round of visits to the links that are due."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from sqlalchemy import Engine

from toolkit.curation.links import links
from toolkit.curation.links.link_visit import Visitor
from toolkit.curation.links.links import Link, Seen
from toolkit.database import session, unit_of_work
from toolkit.models import Source

SILENT = 5
Visit = tuple[Link, Seen, datetime]


class Offline(Exception):
    """No machine at all answered: the fault is here, and no link is blamed for it."""


def check(
    engine: Engine, visitor: Visitor, *, limit: int, now: Callable[[], datetime], silent: int = SILENT
) -> Iterator[tuple[Link, Seen]]:
    """Visit what is due, one link after the other; a visit is kept before the next one begins.

    No transaction is open while a site is waited for. Whoever stops listening loses nothing. Until some
    machine answers, failures are held back: when ``silent`` of them begin a round, none is kept.
    Raises Offline.
    """
    with unit_of_work(engine):
        waiting = links.due(now(), limit)
    held: list[Visit] = []
    heard = False
    for link in waiting:
        seen = visitor.visit(link.url)
        held.append((link, seen, now()))
        heard = heard or seen.status is not None
        if heard:
            _keep(engine, held)
            held.clear()
        elif len(held) >= silent:
            raise Offline
        yield link, seen
    _keep(engine, held)


def _keep(engine: Engine, visits: Iterable[Visit]) -> None:
    with unit_of_work(engine, write=True):
        for link, seen, at in visits:
            if session().get(Source, link.source_id) is not None:
                links.record(link, seen, at)
