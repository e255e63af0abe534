"""The same sheet is the same file, whoever prints it; and the renderer has nothing to complain of."""

import hashlib
import io
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from fact_sheets import pdf, snapshot
from tests.documents.sheets import ANY, LIBRARY, VARIANTS, made
from tests.samples import places

PRINT = f"""
import hashlib
from fact_sheets import pdf, snapshot
from tests.samples.places import every_variant
library = snapshot.sha256_of_library(every_variant()[{ANY!r}].library)
file = snapshot.edition_json(every_variant()[{ANY!r}], library)
print(hashlib.sha256(pdf.press(file).pdf).hexdigest())
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


def test_the_library_it_was_chosen_from_is_in_the_attachment_and_nowhere_else() -> None:
    dossier = snapshot.from_json(made(ANY).file)
    other = pdf.press(snapshot.edition_json(dossier, "f" * 64))
    assert other.sheet == made(ANY).sheet
    here, there = (PdfReader(io.BytesIO(data)) for data in (made(ANY).pdf, other.pdf))
    attached = [item.content for reader in (here, there) for item in reader.attachment_list]
    assert LIBRARY.encode() in attached[0]
    assert [attached[0].replace(LIBRARY.encode(), b"f" * 64)] == attached[1:]
    pages = [[page.get_contents().get_data() for page in reader.pages] for reader in (here, there)]
    assert pages[0] == pages[1]


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_renderer_is_silent(variant: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        printed = pdf.press(snapshot.edition_json(places.variant(variant), LIBRARY))
    assert caplog.messages == []
    assert printed.pdf == made(variant).pdf
    assert printed.sheet == made(variant).sheet


def test_fonts_come_from_our_own_folder_only() -> None:
    named = Path(os.environ["FONTCONFIG_FILE"])
    assert named.is_absolute()
    assert named.read_text(encoding="utf-8").count("<dir") == 1
