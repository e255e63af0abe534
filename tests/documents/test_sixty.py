"""The sheets of sixty places are what they were when somebody last looked at them."""

import json
from pathlib import Path

import pytest

from tests.documents import sixty
from tests.sweeps import sampled


@pytest.mark.parametrize("geoid", sampled(sixty.PLACES, every=10))
def test_the_sheet_is_what_it_was(loaded_database: Path, geoid: str) -> None:
    was = json.loads(sixty.KEPT.read_text())
    assert sixty.figures(sixty.dossier(loaded_database, geoid)) == was[geoid]
