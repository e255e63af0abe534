"""The product, with every place that it could write to inside the test's own folder."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from tests.server import serving, settings_for

Serve = Callable[..., AbstractContextManager[tuple[str, Callable[[], str]]]]


@pytest.fixture
def serve(repository: Path, loaded_database: Path, tmp_path: Path) -> Serve:
    """serve(**settings) runs the product with every place it could write to inside the test's own folder."""
    folders = {name: tmp_path / name for name in ("instance", "tmp", "home", "cache")}
    for folder in folders.values():
        folder.mkdir()
    shutil.copy(loaded_database, folders["instance"] / "toolkit.sqlite")

    @contextmanager
    def running(**settings: str) -> Iterator[tuple[str, Callable[[], str]]]:
        own = settings_for(folders["instance"] / "toolkit.sqlite") | settings
        places = {"TMPDIR": folders["tmp"], "HOME": folders["home"], "XDG_CACHE_HOME": folders["cache"]}
        with serving(repository, own | {name: str(path) for name, path in places.items()}) as server:
            yield server

    return running
