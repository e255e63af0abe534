"""The one door between a Dossier and its canonical JSON, by which an edition is known and kept.

Canonical means: UTF-8, keys sorted, no spaces, ISO dates, fields at their default written out. The same
dossier gives the same bytes in every process.
"""

import hashlib
import json
from typing import Any

from pydantic import TypeAdapter, ValidationError

from fact_sheets.dossier import Dossier
from fact_sheets.errors import DossierError

_ADAPTER = TypeAdapter(Dossier)


def to_json(dossier: Dossier) -> bytes:
    """Canonical JSON of the dossier. Raises DossierError when a CSL value has no JSON form."""
    try:
        plain = _ADAPTER.dump_python(dossier, mode="json")
        text = json.dumps(plain, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
        return text.encode("utf-8")
    except (ValueError, TypeError) as error:
        raise DossierError(f"the dossier cannot be written as JSON: {error}") from error


def from_json(data: bytes) -> Dossier:
    """The dossier that ``data`` describes; a wrong, missing or unknown field is named in a DossierError."""
    try:
        dossier = _ADAPTER.validate_json(data, strict=True)
        given = json.loads(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        raise DossierError(f"{_path(first['loc'])}: {first['msg']}") from error
    except RecursionError as error:
        raise DossierError("the dossier is nested too deeply") from error
    unknown = _unknown(given, json.loads(to_json(dossier)), ())
    if unknown is not None:
        raise DossierError(f"{_path(unknown)}: there is no such field")
    return dossier


def sha256(dossier: Dossier) -> str:
    """64 hex digits that stand for exactly this dossier."""
    return hashlib.sha256(to_json(dossier)).hexdigest()


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
