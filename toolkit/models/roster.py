"""The lists that a register is made of: which were loaded, and the counts of each."""

from datetime import date

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from toolkit.models.base import Base, SubjectId


class Roster(Base):
    """One list as published. Its identity is the sha256 of the file, not its name or date."""

    __tablename__ = "roster"
    __table_args__ = (Index(None, "subject", "list_date"),)

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    subject: Mapped[SubjectId]
    list_date: Mapped[date]
    file_name: Mapped[str] = mapped_column(String(120))
    url: Mapped[str] = mapped_column(String(300))
    source_id: Mapped[str] = mapped_column(String(60))  # the Source that a sheet cites for the list
    agreements: Mapped[int]


class RosterCount(Base):
    """How many agreements, agencies and states a list of that date showed, and how many of each model."""

    __tablename__ = "roster_count"

    subject: Mapped[SubjectId] = mapped_column(primary_key=True)
    list_date: Mapped[date] = mapped_column(primary_key=True)
    agreements: Mapped[int]
    agencies: Mapped[int]
    states: Mapped[int]
    by_model: Mapped[dict[str, int]]
