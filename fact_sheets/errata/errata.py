"""What goes in: one sheet, what of it was corrected, and the sources of the words as they are now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from fact_sheets.dossier import Citation, Source
from fact_sheets.errors import DossierError

Up = Literal["2up", "4up"]  # how many strips stand on a page


@dataclass(frozen=True, slots=True)
class Told:
    """A public sentence about a correction, and its day."""

    on: date
    sentence: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """A claim of the sheet that reads otherwise today."""

    claim_id: str
    was: str  # as the sheet says it
    today: str | None  # None: withdrawn
    told: tuple[Told, ...]  # the newest first
    citations: tuple[Citation, ...]  # of the words as they are now


@dataclass(frozen=True, slots=True)
class Errata:
    """Everything that the strips of one sheet may say."""

    up: Up
    on: date  # the day on which this is so
    title: str
    code: str
    issued_on: date
    check_url: str
    corrected: tuple[Corrected, ...]
    sources: tuple[Source, ...]
    perspectives: Mapping[str, str]  # where a source stands, in the words of the sheet's subject
    language: Literal["en"] = "en"


_ADAPTER = TypeAdapter(Errata)


def pack(errata: Errata) -> bytes:
    """As JSON, for the pipe to a renderer."""
    return _ADAPTER.dump_json(errata)


def unpack(data: bytes) -> Errata:
    """The errata again. Raises DossierError."""
    try:
        return _ADAPTER.validate_json(data, strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        raise DossierError(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error
