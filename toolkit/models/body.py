"""Public bodies, the rules each has for speaking there, and its meetings.

What a body is called stands here, on the body, and never in a setting. Every field of its rules may be
empty: that prints as "not verified – call the clerk".
"""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from toolkit.models.base import Base

STARTER, LOCAL = "starter", "local"
SCHEDULED, CANCELLED = "scheduled", "cancelled"
# The longest texts of a meeting, in characters: all of them together must find room on a sheet.
MOST = {"name": 60, "clerk_phone": 24, "room": 60, "address": 70, "agenda_item": 60, "sign_up": 70}


class _RulesCard:
    """The rules card. Times are in seconds or minutes as the name says; "when" and "how" are in words."""

    covers: Mapped[str | None] = mapped_column(String(160))  # "public hearings", where not every meeting
    limit_seconds: Mapped[int | None]
    reduced_limit_seconds: Mapped[int | None]
    reduced_when: Mapped[str | None] = mapped_column(String(160))
    total_cap_minutes: Mapped[int | None]
    agenda_only: Mapped[bool | None]
    signup_opens: Mapped[str | None] = mapped_column(String(160))
    signup_closes: Mapped[str | None] = mapped_column(String(160))
    signup_how: Mapped[str | None] = mapped_column(String(160))
    name_required: Mapped[bool | None]
    address_required: Mapped[bool | None]
    may_donate_time: Mapped[bool | None]
    pooling: Mapped[str | None] = mapped_column(String(160))
    pooling_minutes: Mapped[int | None]
    one_spokesperson: Mapped[bool | None]
    written_cap: Mapped[int | None]
    written_unit: Mapped[str | None] = mapped_column(String(12))  # words, characters
    written_deadline: Mapped[str | None] = mapped_column(String(160))
    copies: Mapped[int | None]
    handout_deadline: Mapped[str | None] = mapped_column(String(160))
    remote: Mapped[str | None] = mapped_column(String(160))
    interpreter: Mapped[str | None] = mapped_column(String(160))
    interpreter_double_time: Mapped[bool | None]
    source_url: Mapped[str | None] = mapped_column(String(400))
    source_publisher: Mapped[str | None] = mapped_column(String(120))
    as_of: Mapped[str | None] = mapped_column(String(10))  # a year, year-month or date
    verified_on: Mapped[date | None]
    verified_by: Mapped[str | None] = mapped_column(String(120))


class PublicBody(_RulesCard, Base):
    """A body that meets in public: a county board, a city council, a school board, a sheriff's forum."""

    __tablename__ = "public_body"

    id: Mapped[str] = mapped_column(String(60), primary_key=True)  # "whiteside-county-board-il"
    geoid: Mapped[str] = mapped_column(String(10), index=True)  # the jurisdiction that it belongs to
    name: Mapped[str] = mapped_column(String(MOST["name"]))
    time_zone: Mapped[str] = mapped_column(String(40))
    clerk: Mapped[str | None] = mapped_column(String(80))  # whom to call: "the clerk of the board"
    clerk_phone: Mapped[str | None] = mapped_column(String(MOST["clerk_phone"]))
    origin: Mapped[str] = mapped_column(String(10))  # starter, local
    review_by: Mapped[date | None]  # when somebody should look at its rules again

    meetings: Mapped[list["Meeting"]] = relationship(order_by="Meeting.starts", back_populates="body")


class Meeting(Base):
    """One meeting by the clocks of the place. A change keeps the row and raises ``sequence``."""

    __tablename__ = "meeting"

    id: Mapped[str] = mapped_column(String(60), primary_key=True)
    body_id: Mapped[str] = mapped_column(ForeignKey("public_body.id"), index=True)
    starts: Mapped[datetime] = mapped_column(index=True)  # local, without a zone
    starts_second: Mapped[bool]  # the later of two such times, in the night when the clocks go back
    time_zone: Mapped[str] = mapped_column(String(40))
    minutes: Mapped[int | None]
    room: Mapped[str | None] = mapped_column(String(MOST["room"]))
    address: Mapped[str | None] = mapped_column(String(MOST["address"]))  # of the public building
    agenda_item: Mapped[str | None] = mapped_column(String(MOST["agenda_item"]))
    sign_up: Mapped[str | None] = mapped_column(String(MOST["sign_up"]))  # how
    signup_closes: Mapped[datetime | None]  # local, like ``starts``
    signup_closes_second: Mapped[bool]
    sequence: Mapped[int]
    status: Mapped[str] = mapped_column(String(12))  # scheduled, cancelled
    changed: Mapped[date]  # the day of the last change

    body: Mapped[PublicBody] = relationship(back_populates="meetings")
