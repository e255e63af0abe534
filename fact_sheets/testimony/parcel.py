"""A paper of testimony on its way to the renderer's process: JSON for a pipe, never for a file or a queue."""

from dataclasses import dataclass
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from fact_sheets.errors import DossierError
from fact_sheets.testimony.deal import Deal
from fact_sheets.testimony.script import Script
from fact_sheets.testimony.written import WrittenComment

Paper = Literal["speaking", "leave-behind", "if-asked", "written", "plan", "cards", "deal"]
Tree = Script | WrittenComment | Deal
OF_SCRIPT: tuple[Paper, ...] = ("speaking", "leave-behind", "if-asked")
OF_DEAL: tuple[Paper, ...] = ("plan", "cards", "deal")


@dataclass(frozen=True, slots=True)
class Parcel:
    """What to print, and as which paper: a script, a comment or a deal with a kind that fits it."""

    kind: Paper
    tree: Tree

    def __post_init__(self) -> None:
        fitting = OF_SCRIPT if isinstance(self.tree, Script) else OF_DEAL
        if self.kind not in (("written",) if isinstance(self.tree, WrittenComment) else fitting):
            raise DossierError(f"kind: {self.kind!r} is no paper of a {type(self.tree).__name__}")


_ADAPTER = TypeAdapter(Parcel)


def pack(parcel: Parcel) -> bytes:
    """The parcel as JSON."""
    return _ADAPTER.dump_json(parcel)


def unpack(data: bytes) -> Parcel:
    """The parcel again. Raises DossierError, which does not repeat what was in it."""
    try:
        return _ADAPTER.validate_json(data, strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        raise DossierError(f"{'.'.join(map(str, first['loc']))}: {first['type']}") from None
