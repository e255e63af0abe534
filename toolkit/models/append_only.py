"""Rows that are only ever added: the ORM refuses to change or delete them; triggers refuse everybody else."""

from sqlalchemy import event
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Mapper

from toolkit.models.base import Base


class RowIsFinal(Exception):
    """Somebody tried to change or delete a row that is only ever added."""


class AppendOnly:
    """Mixin of a model whose rows are final."""


@event.listens_for(AppendOnly, "before_update", propagate=True)
@event.listens_for(AppendOnly, "before_delete", propagate=True)
def _refuse(_mapper: Mapper[Base], _connection: Connection, target: Base) -> None:
    raise RowIsFinal(f"{type(target).__name__} rows cannot be changed or deleted")
