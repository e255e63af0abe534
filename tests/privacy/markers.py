"""Fresh words that stand nowhere, and a search that finds them in whatever the product could leave.

A marker is found as it is, in any case, in UTF-16, written as percents, in base64, and in whatever of that is
packed into zip members, gzip files or the deflated streams of a PDF.
"""

import base64
import gzip
import io
import re
import secrets
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

LETTERS = "bcdfghjklmnpqrstvwxz"  # no vowels: such a word is in no language and in no library
_DEFLATED = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
# Each disguise is a run of one of these kinds, so nothing else needs to be looked through for every word.
_RUNS = tuple(map(re.compile, (rb"[a-z0-9+/]{16,}", rb"(?:[a-z]\0){16,}", rb"(?:%[0-9a-f]{2}){16,}")))
_PACKED = {b"PK\x03\x04": "zip", b"\x1f\x8b": "gzip"}


def marker() -> str:
    """A word of sixteen letters that nobody has written before."""
    return "".join(secrets.choice(LETTERS) for _ in range(16))


@cache
def disguises(word: str) -> tuple[bytes, ...]:
    """Every way to write it that is searched for."""
    plain = word.encode()
    percents = "".join(f"%{letter:02X}" for letter in plain).encode()
    # In base64 the word looks different at each of three offsets; its ends depend on its neighbours.
    coded = [base64.b64encode(b"\0" * shift + plain)[2 + shift : 20] for shift in range(3)]
    return (plain, word.encode("utf-16-le"), percents.lower(), *(each.lower() for each in coded))


def found(places: Iterable[tuple[str, bytes]], words: Iterable[str]) -> list[str]:
    """Where one of the words stands."""
    known = list(words)
    return [
        f"{name}: {word}"
        for name, data in places
        for part in unpacked(data)
        if (runs := b"\n".join(run for kind in _RUNS for run in kind.findall(part)))
        for word in known
        if any(disguise in runs for disguise in disguises(word))
    ]


def unpacked(data: bytes) -> Iterator[bytes]:
    """The bytes in small letters, and what is packed in them."""
    yield data.lower()
    kind = next((kind for start, kind in _PACKED.items() if data.startswith(start)), None)
    if kind == "gzip":
        yield gzip.decompress(data).lower()
    if kind == "zip":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield from unpacked(archive.read(name))
    for start in _DEFLATED.finditer(data):
        try:
            yield zlib.decompressobj().decompress(data[start.start() :]).lower()
        except zlib.error:
            continue  # these two bytes began nothing


def files(*folders: Path) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every file under the folders."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield str(path), str(path.relative_to(folder)).encode()
                yield str(path), path.read_bytes()
