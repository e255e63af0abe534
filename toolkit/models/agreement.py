"""287(g) agreements as ICE's lists have shown them, and the government each agency belongs to."""

from datetime import date

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from toolkit.models.base import Base


class Agreement(Base):
    """One agency's agreement under one model, over all lists that showed it.

    ``reach`` says how far the agency was matched: ``own`` (``geoid`` is its own government), ``county``
    (another agency inside ``county_geoid``), ``state`` (statewide, or placed no closer).
    It is on the newest list exactly when ``last_listed`` is that list's date.
    """

    __tablename__ = "agreement"
    __table_args__ = (Index("ix_agreement_state_last", "state_code", "last_listed"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    state_code: Mapped[str] = mapped_column(String(2))
    agency: Mapped[str] = mapped_column(String(200))
    agency_type: Mapped[str] = mapped_column(String(40))  # as ICE prints it; unreliable
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
