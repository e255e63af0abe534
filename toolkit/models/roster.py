"""ICE's lists of participating agencies: which were loaded, and the counts of each list since 2021."""

from datetime import date

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from toolkit.models.base import Base

SOURCE_ID = "ice-participating-agencies"  # the Source that stands for ICE's page of lists


class Roster(Base):
    """One list as published. Its identity is the sha256 of the file, not its name or date."""

    __tablename__ = "roster"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    list_date: Mapped[date] = mapped_column(index=True)
    file_name: Mapped[str] = mapped_column(String(120))
    url: Mapped[str] = mapped_column(String(300))
    agreements: Mapped[int]


class RosterCount(Base):
    """How many agreements, agencies and states a list of that date showed, and how many of each model."""

    __tablename__ = "roster_count"

    list_date: Mapped[date] = mapped_column(primary_key=True)
    agreements: Mapped[int]
    agencies: Mapped[int]
    states: Mapped[int]
    task_force: Mapped[int]
    jail: Mapped[int]
    warrant: Mapped[int]
