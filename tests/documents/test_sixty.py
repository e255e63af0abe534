"""The sheets of sixty places are what they were when somebody last looked at them."""

import json
from pathlib import Path

from tests.documents import sixty


def test_the_sheets_of_sixty_places_are_what_they_were(loaded_database: Path) -> None:
    was = json.loads(sixty.KEPT.read_text())
    changed = [
        (geoid, name)
        for geoid, dossier in sixty.dossiers(loaded_database)
        for name, figure in sixty.figures(dossier).items()
        if figure != was[geoid][name]
    ]
    assert changed == []
