"""What the guards read: the project's own files, by kind."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ("fact_sheets", "toolkit", "bench")
ALL_CODE = (*PRODUCT, "migrations", "tests")
TEXT = {
    ".py",
    ".html",
    ".css",
    ".js",
    ".md",
    ".toml",
    ".txt",
    ".in",
    ".json",
    ".csv",
    ".cfg",
    ".mako",
    ".lock",
    "",
}
NOT_OURS = {".git", ".venv", "instance", "node_modules", "__pycache__", "vendor"}


def python_files(*rooms: str) -> list[Path]:
    """Every module under the given top-level folders."""
    return sorted(
        path for room in rooms for path in (ROOT / room).rglob("*.py") if "__pycache__" not in path.parts
    )


def templates() -> list[Path]:
    """Every template of both drawers."""
    return sorted(
        path for path in (ROOT / "templates").rglob("*") if path.is_file() and path.suffix != ".css"
    )


def text_files() -> Iterator[Path]:
    """Every text file that we wrote."""
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        caches = any(part.endswith("_cache") or part == ".hypothesis" for part in parts)
        if path.is_file() and path.suffix in TEXT and not caches and not NOT_OURS.intersection(parts):
            yield path


def name(path: Path) -> str:
    """A path as people write it, from the root of the checkout."""
    return path.relative_to(ROOT).as_posix()


def lines(path: Path) -> int:
    """How many lines a file has."""
    return len(path.read_text(encoding="utf-8").splitlines())


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Name and length in lines of every function in a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            yield f"{name(path)}:{node.lineno} {node.name}", node.end_lineno - node.lineno + 1
