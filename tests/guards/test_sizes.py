"""Files, functions and templates stay small; a failure prints the offenders, longest first."""

from collections.abc import Iterable
from statistics import median, quantiles

from tests.guards.sources import PRODUCT, functions, lines, name, python_files, templates

FILES = {name(path): lines(path) for path in python_files(*PRODUCT)}
FUNCTIONS = dict(pair for path in python_files(*PRODUCT) for pair in functions(path))


def over(limit: int, sizes: Iterable[tuple[str, int]]) -> list[str]:
    """What is longer than the limit, as "lines name"."""
    longest_first = sorted(sizes, key=lambda pair: -pair[1])
    return [f"{size} {what}" for what, size in longest_first if size > limit]


def test_no_module_is_longer_than_300_lines() -> None:
    assert over(300, FILES.items()) == []


def test_most_modules_are_short() -> None:
    assert median(FILES.values()) <= 80, over(80, FILES.items())
    assert quantiles(FILES.values(), n=10)[-1] <= 180, over(180, FILES.items())


def test_no_function_is_longer_than_40_lines() -> None:
    assert over(40, FUNCTIONS.items()) == []


def test_most_functions_fit_in_10_lines() -> None:
    assert median(FUNCTIONS.values()) <= 10, over(20, FUNCTIONS.items())


def test_no_test_file_is_longer_than_400_lines() -> None:
    assert over(400, ((name(path), lines(path)) for path in python_files("tests"))) == []


def test_no_template_is_longer_than_120_lines() -> None:
    assert over(120, ((name(path), lines(path)) for path in templates())) == []
