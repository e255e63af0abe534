"""Sweeps: one rule over many cases. `make test` takes a sample of them, `make test-wide` all the others."""

from collections.abc import Iterable
from typing import Any

import pytest


def sampled(cases: Iterable[Any], every: int = 7) -> list[Any]:
    """The cases for ``parametrize``: the first of each ``every`` as it is, the others for the wide run."""
    return [case if number % every == 0 else wide(case) for number, case in enumerate(cases)]


def wide(case: Any) -> Any:
    """A case, one value or a tuple of several, for the wide run only."""
    return pytest.param(*(case if isinstance(case, tuple) else (case,)), marks=pytest.mark.wide)
