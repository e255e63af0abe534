"""The same sheet is the same file, whoever prints it; and the renderer has nothing to complain of."""

import hashlib
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from fact_sheets import pdf
from tests.documents.sheets import ANY, VARIANTS, made
from tests.samples import places

PRINT = f"""
import hashlib
from fact_sheets import pdf
from tests.samples.places import every_variant
print(hashlib.sha256(pdf.press(every_variant()[{ANY!r}]).pdf).hexdigest())
"""


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_process_with_another_hash_seed_gives_the_same_bytes(repository: Path, seed: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC{seed}"}
    answer = subprocess.run(  # our own interpreter and our own words
        [sys.executable, "-c", PRINT],
        cwd=repository,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.split() == [hashlib.sha256(made(ANY).pdf).hexdigest()]


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_renderer_is_silent(variant: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        printed = pdf.press(places.variant(variant))
    assert caplog.messages == []
    assert printed.pdf == made(variant).pdf
    assert printed.sheet == made(variant).sheet


def test_fonts_come_from_our_own_folder_only() -> None:
    named = Path(os.environ["FONTCONFIG_FILE"])
    assert named.is_absolute()
    assert named.read_text(encoding="utf-8").count("<dir") == 1
