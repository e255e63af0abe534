"""The application with its settings in a folder of its own; its database is empty."""

from pathlib import Path

import pytest
from flask import Flask

from toolkit.app import create_app
from toolkit.config import Settings


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    """The whole product, as its factory makes it."""
    return create_app(Settings(instance_dir=tmp_path))
