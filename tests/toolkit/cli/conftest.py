"""The commands run in the test's own process, on the small world."""

from collections.abc import Callable

import pytest
from click.testing import Result
from sqlalchemy import Engine

from toolkit.app import create_app
from toolkit.config import Settings

Run = Callable[..., Result]


@pytest.fixture
def run(settings: Settings, engine: Engine) -> Run:
    """run("places", "fred") gives the result of the command on the test's own database."""
    on_world = settings.model_copy(update={"database_url": str(engine.url)})
    runner = create_app(on_world).test_cli_runner()
    return lambda *words: runner.invoke(args=list(words))
