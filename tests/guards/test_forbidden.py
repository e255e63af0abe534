"""What may not stand in the project: open doors for markup and SQL, unfinished work, names of machines."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.guards.sources import ALL_CODE, PRODUCT, ROOT, name, python_files, templates, text_files

HERE = Path(__file__)

# Each pattern is written so that it does not match itself.
UNFINISHED = (
    r"\b(TO[D]O|FIX[M]E|XX[X]|HAC[K])\b|raise[ ]NotImplemented|not[ ]implemented|coming[ ]soon|lorem[ ]ipsum"
)
REGISTRY = r"py[p]i\.org|pythonhosted\.or[g]|npm[j]s\.|registry\.npm|deb\.debian\.or[g]"
MACHINE = r"(?<![\w.])/(wor[k]|roo[t]|hom[e]/\w+)/|\.\./share[d]"


def matches(pattern: str, paths: list[Path]) -> list[str]:
    """Each line with a match, as file:line and the words found."""
    return [
        f"{name(path)}:{number} {found.group()}"
        for path in paths
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if (found := re.search(pattern, line))
    ]


def test_no_template_lets_markup_through() -> None:
    assert matches(r"\|\s*safe\b|autoescape\s+false|\son[a-z]+\s*=\s*[\"']|javascript:", templates()) == []


def test_every_attribute_in_a_template_is_quoted() -> None:
    assert matches(r"\s[a-z-]+=\{[{%]", templates()) == []


def test_no_code_makes_markup_from_strings() -> None:
    assert matches(r"\bMarkup\(|render_template_strin[g]|\|\s*safe\b", python_files(*PRODUCT)) == []


def test_nothing_is_left_unfinished() -> None:
    assert matches(UNFINISHED, [path for path in text_files() if path != HERE]) == []


def test_the_project_speaks_of_itself_alone() -> None:
    assert matches(f"{REGISTRY}|{MACHINE}", [path for path in text_files() if path != HERE]) == []


def test_no_room_is_named_for_leftovers() -> None:
    leftovers = {"utils", "util", "helpers", "helper", "common", "services", "service", "misc", "shared_code"}
    stems = {
        name(path): {part.removesuffix(".py") for part in path.relative_to(ROOT).parts}
        for path in python_files(*ALL_CODE)
    }
    assert [path for path, parts in stems.items() if parts & leftovers] == []


def test_the_press_reads_no_clock_no_chance_and_no_network() -> None:
    outside = (
        r"\.(today|now|utcnow)\(|\bimport (time|random|secrets|uuid|socket)\b|urllib\.request|http\.client"
    )
    assert matches(outside, python_files("fact_sheets")) == []


def built_statements(path: Path) -> Iterator[str]:
    """Calls that hand the database a statement put together from strings."""
    doors = {"text", "execute", "exec_driver_sql"}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and called(node) in doors and node.args:
            if isinstance(node.args[0], ast.JoinedStr | ast.BinOp):
                yield f"{name(path)}:{node.lineno}"


def called(node: ast.Call) -> str:
    """The last name of what is called."""
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


@pytest.mark.parametrize("room", PRODUCT)
def test_no_statement_is_built_from_strings(room: str) -> None:
    assert [where for path in python_files(room) for where in built_statements(path)] == []


def test_no_error_is_swallowed_whole() -> None:
    broad = r"except(\s+\(?(Base)?Exception\b.*)?:\s*$"
    assert matches(broad, python_files("fact_sheets", "toolkit")) == []
