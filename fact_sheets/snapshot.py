"""The one door between a dossier and its canonical JSON, by which an edition is known and kept.

Canonical means: UTF-8, fields in the order of their records, keys of CSL sorted, no spaces, ISO dates, fields
at their default written out. The same dossier gives the same bytes in every process.

The file of an edition is ``{"schema": 2, "library": …, "facts": …}``: the dossier of what it prints, and the
sha256 of the library that it was chosen from. The code comes from ``facts`` alone: a library that changed
elsewhere gives the same edition. Editions of schema 1 kept a whole dossier; their code comes from the file.
"""

import hashlib
import json
import re
from typing import Any

from pydantic import TypeAdapter, ValidationError

from fact_sheets.dossier import Dossier, Library, Local
from fact_sheets.errors import DossierError

SCHEMA = 2
_DOSSIER, _LOCAL, _LIBRARY = TypeAdapter(Dossier), TypeAdapter(Local), TypeAdapter(Library)
_FOOT = b"}"
_HEAD = re.compile(rb'\{"schema":2,"library":"([0-9a-f]*)","facts":(?=.*\}\Z)', re.DOTALL)
OLD = "this file has the facts of an edition of schema 1: its code can be checked, but it is not printed anew"


def to_json(dossier: Dossier) -> bytes:
    """Canonical JSON of the dossier. Raises DossierError when a CSL value has no JSON form."""
    return _canonical(_DOSSIER, dossier)


def library_json(library: Library) -> bytes:
    """Canonical JSON of a library. Raises DossierError when a CSL value has no JSON form."""
    return _canonical(_LIBRARY, library)


def local_json(local: Local) -> bytes:
    """Canonical JSON of what is known about a place. Raises DossierError as the others."""
    return _canonical(_LOCAL, local)


def edition_json(dossier: Dossier, library_sha256: str) -> bytes:
    """The file of an edition, as it is kept and attached to the PDF."""
    head = f'{{"schema":{SCHEMA},"library":"{library_sha256}","facts":'
    return head.encode() + to_json(dossier) + _FOOT


def from_json(data: bytes) -> Dossier:
    """The dossier in an edition's file; a wrong, missing or unknown field is named in a DossierError."""
    try:
        given = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise DossierError(f"this is not JSON: {error}") from error
    if not isinstance(given, dict) or given.get("schema", 1) != SCHEMA or "facts" not in given:
        raise DossierError(OLD if isinstance(given, dict) and "claims" in given else "schema: 2 is expected")
    try:
        dossier = _DOSSIER.validate_json(json.dumps(given["facts"]), strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        raise DossierError(f"{_path(first['loc'])}: {first['msg']}") from error
    unknown = _unknown(given["facts"], json.loads(to_json(dossier)), ())
    if unknown is not None:
        raise DossierError(f"{_path(unknown)}: there is no such field")
    return dossier


def sha256_of_library(library: Library) -> str:
    """64 hex digits that stand for exactly this library."""
    return hashlib.sha256(library_json(library)).hexdigest()


def sha256(dossier: Dossier) -> str:
    """64 hex digits that stand for exactly this dossier."""
    return hashlib.sha256(to_json(dossier)).hexdigest()


def sha256_of_file(data: bytes) -> str:
    """The digits that an edition's code comes from, of the file attached to its PDF, of any schema.

    A damaged file gives other digits: its facts are taken as they are written, and nothing is parsed.
    """
    head = _HEAD.match(data)
    return hashlib.sha256(data[head.end() : -len(_FOOT)] if head else data).hexdigest()


def library_of_file(data: bytes) -> str | None:
    """The sha256 of the library that an edition was chosen from; None of schema 1, which holds all of it."""
    head = _HEAD.match(data)
    return head[1].decode() if head else None


def _canonical(adapter: TypeAdapter[Any], value: object) -> bytes:
    try:
        return adapter.dump_json(value)
    except ValueError as error:
        raise DossierError(f"the dossier cannot be written as JSON: {error}") from error


def _path(steps: tuple[int | str, ...]) -> str:
    return ".".join(str(step) for step in steps) or "dossier"


def _unknown(given: Any, known: Any, path: tuple[int | str, ...]) -> tuple[int | str, ...] | None:
    """The path of the first key that was given but is not part of a dossier."""
    if isinstance(given, dict):
        for key, value in given.items():
            if key not in known:
                return (*path, key)
            found = _unknown(value, known[key], (*path, key))
            if found is not None:
                return found
    elif isinstance(given, list):
        for place, value in enumerate(given):
            found = _unknown(value, known[place], (*path, place))
            if found is not None:
                return found
    return None
