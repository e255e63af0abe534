"""A subject's register: its lists, the counts of each, and the agreements they have shown over time."""

from datetime import date

from sqlalchemy import Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from toolkit.models.base import Base, SubjectId

TOLD = ("listed", "left")  # the standings that pages and sheets speak of


class Agreement(Base):
    """One agency's agreement under one model, over all lists that showed it.

    ``key`` is its ``ledger.agreement_key`` as it was first shown, and stays when a later list spells or dates
    it otherwise; a second one that would have the same ends in ":2". ``standing`` is ``listed``, ``left``, or
    one that no page speaks of and that only keeps the key: ``model_dropped``, ``superseded``, ``doubtful``,
    ``taken_back``. ``reach`` says how far the agency was matched: ``own`` (``geoid`` is its own government),
    ``county`` (another agency inside ``county_geoid``), ``state`` (statewide, or placed no closer). What is
    listed is on the newest list: ``last_listed`` is that list's date.
    """

    __tablename__ = "agreement"
    __table_args__ = (
        Index("ix_agreement_state_last", "subject", "state_code", "last_listed"),
        UniqueConstraint("subject", "key"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[SubjectId]
    key: Mapped[str] = mapped_column(String(240))
    standing: Mapped[str] = mapped_column(String(15))
    state_code: Mapped[str] = mapped_column(String(2))
    agency: Mapped[str] = mapped_column(String(200))
    agency_type: Mapped[str] = mapped_column(String(40))  # as the list prints it; unreliable
    model: Mapped[str] = mapped_column(String(3))
    signed: Mapped[date | None]
    moa_url: Mapped[str | None] = mapped_column(String(400))
    first_listed: Mapped[date]
    last_listed: Mapped[date] = mapped_column(index=True)
    gone_by: Mapped[date | None]  # date of the first list without it; None while it is listed
    reach: Mapped[str] = mapped_column(String(10))
    geoid: Mapped[str | None] = mapped_column(String(10), index=True)
    county_geoid: Mapped[str | None] = mapped_column(String(5), index=True)
    other_spellings: Mapped[list[str]]


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
