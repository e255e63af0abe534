"""The libraries we stand on: each has its reason, each is locked by hash, and each is used."""

import ast
import re
from importlib.metadata import packages_distributions

import pytest

from tests.guards.sources import PRODUCT, ROOT, python_files

LISTS = ["requirements", "requirements-postgres", "requirements-dev"]
NOT_IMPORTED = {"python-dotenv": "flask itself reads .flaskenv with it"}


def direct(listed: str) -> list[tuple[str, str]]:
    """Name and whole line of each library that we ask for by name."""
    lines = (ROOT / f"{listed}.in").read_text(encoding="utf-8").splitlines()
    asked = [line for line in lines if line and not line.startswith(("#", "-"))]
    return [(re.split(r"[\[<>=~ ]", line)[0].lower(), line) for line in asked]


def canonical(distribution: str) -> str:
    """A distribution's name as the lock writes it."""
    return re.sub(r"[-_.]+", "-", distribution).lower()


@pytest.mark.parametrize("listed", LISTS)
def test_each_direct_library_says_what_it_is_for(listed: str) -> None:
    assert [line for _, line in direct(listed) if not re.search(r"  +# \S+ \S+", line)] == []


@pytest.mark.parametrize("listed", LISTS)
def test_each_is_locked_with_a_hash(listed: str) -> None:
    lock = (ROOT / f"{listed}.txt").read_text(encoding="utf-8")
    pinned = dict(
        re.findall(r"^([a-z0-9-]+)(?:\[[a-z,]+\])?==\S+ .*\\\n    (--hash=sha256:)", lock, re.MULTILINE)
    )
    assert [wanted for wanted, _ in direct(listed) if wanted not in pinned] == []
    assert "://" not in lock


def test_each_library_of_the_product_is_used() -> None:
    sources = [*python_files(*PRODUCT, "migrations"), ROOT / "gunicorn.conf.py"]
    imported = {module for path in sources for module in imports(path.read_text(encoding="utf-8"))}
    providers = packages_distributions()
    used = {canonical(provider) for module in imported for provider in providers.get(module, [])}
    wanted = {library for library, _ in direct("requirements")}
    assert wanted - used - NOT_IMPORTED.keys() == set()


def imports(code: str) -> set[str]:
    """Top-level names of the modules that some code imports."""
    found = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found
