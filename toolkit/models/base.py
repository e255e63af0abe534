"""The declarative base; constraint names are fixed so that migrations can name them on every database."""

from datetime import UTC, datetime
from typing import Annotated

from sqlalchemy import JSON, Connection, DateTime, Dialect, MetaData, String, event
from sqlalchemy.orm import DeclarativeBase, Mapper, mapped_column
from sqlalchemy.types import TypeDecorator

from toolkit.config import FIRST_SUBJECT

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
# The subject that a row belongs to; what was there before a second one came is the first one's.
SubjectId = Annotated[str, mapped_column(String(20), server_default=FIRST_SUBJECT)]


class Base(DeclarativeBase):
    """Base of every model. Lists and mappings of plain values are stored as JSON."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {
        list[str]: JSON,
        dict[str, object]: JSON,
        dict[str, int]: JSON,
    }


class UtcTime(TypeDecorator[datetime]):
    """A moment, stored in UTC without a zone and read back with one; SQLite keeps no zones."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC. Raises ValueError for a moment without a zone, which could mean any hour."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """With its zone."""
        return None if value is None else value.replace(tzinfo=UTC)


class RowIsFinal(Exception):
    """Somebody tried to change or delete a row that is only ever added."""


class AppendOnly:
    """Mixin of a model whose rows are only added: the ORM refuses all else, and triggers refuse everybody."""


@event.listens_for(AppendOnly, "before_update", propagate=True)
@event.listens_for(AppendOnly, "before_delete", propagate=True)
def _refuse(_mapper: Mapper[Base], _connection: Connection, target: Base) -> None:
    raise RowIsFinal(f"{type(target).__name__} rows cannot be changed or deleted")
