"""The application with its settings in a folder of its own; its database is empty."""

import pytest
from flask import Flask

from toolkit.app import create_app
from toolkit.config import Settings


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The whole product, as its factory makes it; no guard changes it."""
    return create_app(Settings(instance_dir=tmp_path_factory.mktemp("guards")))
