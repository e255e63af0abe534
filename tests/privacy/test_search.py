"""The search finds a word that was kept, however it was kept: otherwise its silence would mean nothing."""

import base64
import gzip
import io
import sqlite3
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.privacy.markers import files, found, marker

WORD = marker()


def in_a_zip(data: bytes) -> bytes:
    """As a Word file holds it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", data)
    return buffer.getvalue()


WAYS: dict[str, Callable[[str], bytes]] = {
    "plain": lambda word: f"before {word} after".encode(),
    "capitals": lambda word: word.upper().encode(),
    "UTF-16": lambda word: word.encode("utf-16"),
    "percents": lambda word: "".join(f"%{ord(letter):02x}" for letter in word).encode(),
    "in an address": lambda word: quote(f"é {word}").encode(),
    "base64": lambda word: base64.b64encode(word.encode()),
    "base64, one in": lambda word: base64.b64encode(f".{word}.".encode()),
    "base64, two in": lambda word: base64.b64encode(f"..{word}..".encode()),
    "gzip": lambda word: gzip.compress(word.encode()),
    "zip": lambda word: in_a_zip(word.encode()),
    "in a stream of a PDF": lambda word: b"%PDF stream\n" + zlib.compress(word.encode()) + b"\nendstream",
    "a PDF in a zip": lambda word: in_a_zip(b"%PDF\n" + zlib.compress(word.encode())),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_planted_word_is_found(tmp_path: Path, way: str) -> None:
    leak = tmp_path / "deep" / "leak.bin"
    leak.parent.mkdir()
    leak.write_bytes(WAYS[way](WORD))
    assert found(files(tmp_path), [marker(), WORD]) == [f"{leak}: {WORD}"]


def test_a_word_in_a_row_is_found(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "toolkit.sqlite") as database:
        database.execute("CREATE TABLE event (words TEXT)")
        database.execute("INSERT INTO event VALUES (?)", (f"they typed {WORD}",))
    database.close()
    assert len(found(files(tmp_path), [WORD])) == 1


def test_a_word_in_a_name_is_found(tmp_path: Path) -> None:
    (tmp_path / f"draft-{WORD}.pdf").touch()
    assert len(found(files(tmp_path), [WORD])) == 1


def test_what_was_not_kept_is_not_found(tmp_path: Path) -> None:
    for way, written in WAYS.items():
        (tmp_path / way.replace(" ", "-")).write_bytes(written(WORD))
    assert found(files(tmp_path), [marker()]) == []
