"""Provenance: which facts were loaded, from whom, published when, and the hash that tells them apart."""

from datetime import date

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from toolkit.models.base import Base


class Dataset(Base):
    """One body of facts as last loaded."""

    __tablename__ = "dataset"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    publisher: Mapped[str] = mapped_column(String(120))
    url: Mapped[str] = mapped_column(String(300))
    published: Mapped[date | None]
    rows: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
