"""Files, functions and templates stay small; a failure prints the offenders, longest first."""

from collections.abc import Iterable

from tests.guards.sources import PRODUCT, functions, lines, name, python_files, templates


def over(limit: int, sizes: Iterable[tuple[str, int]]) -> list[str]:
    """What is longer than the limit, as "lines name"."""
    longest_first = sorted(sizes, key=lambda pair: -pair[1])
    return [f"{size} {what}" for what, size in longest_first if size > limit]


def test_no_module_is_longer_than_300_lines() -> None:
    assert over(300, ((name(path), lines(path)) for path in python_files(*PRODUCT))) == []


def test_no_function_is_longer_than_40_lines() -> None:
    assert over(40, (pair for path in python_files(*PRODUCT) for pair in functions(path))) == []


def test_no_test_file_is_longer_than_400_lines() -> None:
    assert over(400, ((name(path), lines(path)) for path in python_files("tests"))) == []


def test_no_template_is_longer_than_120_lines() -> None:
    assert over(120, ((name(path), lines(path)) for path in templates())) == []
