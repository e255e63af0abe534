"""When a link is dead, which links are due, and a whole round of visits, on both databases."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, delete, select

from tests import factories
from tests.newest import KINDS, Newest
from tests.toolkit.curation.sites import serving, visitor
from toolkit.curation.links import link_rounds, links
from toolkit.curation.links.link_rounds import Offline
from toolkit.curation.links.links import Link, Outcome, Seen
from toolkit.curation.links.public_network import Network
from toolkit.database import unit_of_work
from toolkit.models import LinkCheck, Source

DAY = timedelta(days=1)
START = factories.NOW
ONE, TWO = "http://one.example/report", "http://two.example/report"


@pytest.fixture(scope="module", params=KINDS)
def engine(
    request: pytest.FixtureRequest, newest: Newest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """Two sources; what a test adds is rolled back, or taken away by it."""
    with newest(request.param, tmp_path_factory.mktemp("links")) as made:
        with unit_of_work(made, write=True) as session:
            session.add_all(
                [source("one", ONE), source("two", TWO, archive_url="https://archive.example/two")]
            )
        yield made


def source(name: str, url: str, **other: object) -> Source:
    plain = {"kind": "news", "perspective": "independent", "verified_level": "primary-read"}
    known = {"csl": {"title": name}, "title": name, "tag": name, "verified_note": ""} | plain
    return Source(id=name, url=url, **(known | other))


def saw(*visits: tuple[float, Outcome], name: str = "one", url: str = ONE) -> None:
    """Visits of a link, each so many days after the start."""
    for days, outcome in visits:
        links.record(Link(name, url), Seen(outcome, None, "It answered."), START + days * DAY)


def state() -> str:
    (found,) = links.failing() or (None,)
    return "well" if found is None else f"{found.state} {found.failures}"


def test_the_life_of_a_link(engine: Engine) -> None:
    lives: list[tuple[list[tuple[float, Outcome]], str]] = [
        ([(0, "failed")], "failing 1"),
        ([(0, "failed"), (1, "failed"), (2, "failed"), (2.9, "failed")], "failing 1"),
        ([(0, "failed"), (3, "failed"), (5, "failed")], "failing 2"),
        ([(0, "failed"), (3, "home page"), (6, "failed")], "dead 3"),
        ([(0, "failed"), (2, "failed"), (4, "failed"), (6, "failed"), (8, "failed")], "dead 3"),
        ([(0, "failed"), (3, "failed"), (4, "alive"), (6, "failed")], "failing 1"),
        ([(0, "failed"), (3, "refused"), (6, "failed"), (9, "failed")], "failing 2"),
        ([(0, "failed"), (3, "failed"), (6, "failed"), (9, "alive")], "well"),
        ([(0, "refused"), (3, "refused"), (6, "refused")], "well"),
    ]
    for visits, wanted in lives:
        with unit_of_work(engine):
            saw(*visits)
            assert state() == wanted, visits


def test_what_the_queue_is_told(engine: Engine) -> None:
    with unit_of_work(engine):
        saw((0, "failed"), (4, "failed"))
        saw((1, "failed"), (4, "failed"), (9, "home page"), name="two", url=TWO)
        dead, failing = links.failing()
        assert (dead.source_id, dead.state, dead.archive_url) == (
            "two",
            "dead",
            "https://archive.example/two",
        )
        assert (dead.since, dead.last) == (START + DAY, START + 9 * DAY)
        assert (failing.source_id, failing.state, failing.since) == ("one", "failing", START)


def test_another_link_begins_anew(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        saw((0, "failed"), (3, "failed"), (6, "failed"))
        session.get_one(Source, "one").url = "http://one.example/moved"
        session.flush()
        assert links.failing() == ()
        assert links.due(START + 6 * DAY, 9)[0] == Link("one", "http://one.example/moved")


def test_refused_links_are_for_a_person_to_look_at(engine: Engine) -> None:
    with unit_of_work(engine):
        saw((0, "failed"), (3, "refused"))
        assert [link.source_id for link in links.refused()] == ["one"]
        saw((6, "alive"))
        assert links.refused() == ()


def due(at: datetime, limit: int = 9) -> list[str]:
    return [link.source_id for link in links.due(at, limit)]


def test_those_that_wait_longest_are_due_first(engine: Engine) -> None:
    with unit_of_work(engine):
        assert due(START) == ["one", "two"]
        saw((0, "alive"))
        assert due(START) == ["two"]
        saw((1, "failed"), name="two", url=TWO)
        assert due(START + 3.9 * DAY) == []
        assert due(START + 4 * DAY) == ["two"]
        assert due(START + 7 * DAY) == ["one", "two"]
        assert due(START + 7 * DAY, 1) == ["one"]


def test_a_machine_that_is_offline_blames_no_link(engine: Engine) -> None:
    nobody = visitor(Network(lambda host, port: []))
    with pytest.raises(Offline):
        list(link_rounds.check(engine, nobody, limit=9, now=lambda: START, silent=2))
    with unit_of_work(engine) as session:
        assert session.scalars(select(LinkCheck)).all() == []


def test_a_round_keeps_every_visit_at_once(engine: Engine) -> None:
    with serving({"/report": (200, {})}) as site:
        walk = link_rounds.check(engine, visitor(site.network("one.example")), limit=9, now=lambda: START)
        link, seen = next(walk)
        walk.close()
    assert (link, seen.outcome) == (Link("one", ONE), "alive")
    with unit_of_work(engine) as session:
        (kept,) = session.scalars(select(LinkCheck))
        assert (kept.source_id, kept.url, kept.status, kept.at) == ("one", ONE, 200, START)
        assert due(START) == ["two"]
    with unit_of_work(engine, write=True) as session:
        session.execute(delete(LinkCheck))
