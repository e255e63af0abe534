"""The declarative base; constraint names are fixed so that migrations can name them on every database."""

from sqlalchemy import JSON, MetaData
from sqlalchemy.orm import DeclarativeBase

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Base of every model. Lists and mappings of plain values are stored as JSON."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {list[str]: JSON, list[dict[str, object]]: JSON, dict[str, object]: JSON}
