"""The command that visits links; nothing is due here, so it asks nobody."""

from sqlalchemy import Engine, select

from tests import factories
from tests.toolkit.cli.conftest import Run
from toolkit.curation.links import links
from toolkit.curation.links.links import Link, Seen
from toolkit.database import unit_of_work
from toolkit.models import Source


def test_links_that_were_well_are_left_alone(run: Run, engine: Engine) -> None:
    with unit_of_work(engine, write=True) as work:
        for source in work.scalars(select(Source)):
            later = factories.NOW.replace(year=2126)
            links.record(Link(source.id, source.url), Seen("alive", 200, "It answered 200."), later)
    told = run("links", "check", "--limit", "3")
    assert (told.exit_code, told.output) == (0, "0 links visited.\n")
