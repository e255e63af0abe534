"""The shipped library as its files give it."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

Row = dict[str, Any]
LIBRARY = Path(__file__).resolve().parents[2] / "toolkit" / "data" / "subjects" / "287g"


def rows(name: str, key: str) -> list[Row]:
    """The rows of one file of the library."""
    found: list[Row] = tomllib.loads((LIBRARY / f"{name}.toml").read_text(encoding="utf-8"))[key]
    return found


@pytest.fixture(scope="session")
def every_claim() -> list[Row]:
    """All claims, topic by topic, drafts and those taken out too."""
    return list(_claims())


@pytest.fixture(scope="session")
def claims(every_claim: list[Row]) -> list[Row]:
    """The claims that may print."""
    return [claim for claim in every_claim if not {"recheck", "retired"} & claim.keys()]


@pytest.fixture(scope="session")
def sided(claims: list[Row]) -> dict[str, list[Row]]:
    """The claims of each side."""
    return {side: [c for c in claims if c["stance"] == side] for side in ("supporters", "critics")}


@pytest.fixture(scope="session")
def sources() -> dict[str, Row]:
    """The sources by id."""
    found = json.loads((LIBRARY / "sources.json").read_text(encoding="utf-8"))
    return {source["id"]: source for source in found}


@pytest.fixture(scope="session")
def disputes() -> list[Row]:
    """The contested questions."""
    return rows("disputes", "dispute")


def _claims() -> Iterator[Row]:
    for path in sorted((LIBRARY / "claims").glob("*.toml")):
        for claim in rows(f"claims/{path.stem}", "claim"):
            assert claim["topic"] == path.stem
            yield claim
