"""State rules: what the state says on the subject, the right to speak, and who decides.

A rule prints as fact only when ``printable``; every other row prints as "not verified – check".
"""

from datetime import date

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from toolkit.models.base import Base, SubjectId


class _Checked:
    """How far a rule was verified, shared by the three kinds."""

    line: Mapped[str] = mapped_column(String(400))
    detail: Mapped[str] = mapped_column(String(2000))
    as_of: Mapped[str] = mapped_column(String(10))
    checked: Mapped[date]
    review_by: Mapped[date]
    confidence: Mapped[str] = mapped_column(String(20))
    printable: Mapped[bool]
    recheck: Mapped[str | None] = mapped_column(String(600))
    sources: Mapped[list[str]]  # ids of Source rows, made from the rule's citations


class StatePolicy(_Checked, Base):
    """A state’s law or order on the subject."""

    __tablename__ = "state_policy"
    __table_args__ = (UniqueConstraint("subject", "state_geoid"),)

    id: Mapped[str] = mapped_column(String(30), primary_key=True)  # of the first subject the two digits
    subject: Mapped[SubjectId]
    state_geoid: Mapped[str] = mapped_column(String(2))
    stance: Mapped[str] = mapped_column(String(30))
    head: Mapped[str | None] = mapped_column(String(90))  # heads a sheet, where the law has decided
    since: Mapped[str | None] = mapped_column(String(10))  # a year, month or day: in force from then on
    deadline: Mapped[date | None]  # the last day for agencies to do what it asks
    ends_agreements_on: Mapped[date | None]  # the day by which older agreements had to end
    applies_to: Mapped[list[str]]


class MeetingRule(_Checked, Base):
    """A state's rule on speaking at, and notice of, public meetings."""

    __tablename__ = "meeting_rule"

    state_geoid: Mapped[str] = mapped_column(String(2), primary_key=True)
    right_to_speak: Mapped[str] = mapped_column(String(20))
    statute: Mapped[str | None] = mapped_column(String(300))
    notice_line: Mapped[str | None] = mapped_column(String(400))
    notice_hours: Mapped[int | None]
    notice_printable: Mapped[bool]


class DecisionMaker(_Checked, Base):
    """Who decides on a subject; empty ``states`` or ``kinds`` mean any."""

    __tablename__ = "decision_maker"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    subject: Mapped[SubjectId]
    level: Mapped[str] = mapped_column(String(80))
    # What the body at a meeting can do: votes, budget, voice, mandated, asks.
    power: Mapped[str] = mapped_column(String(10), server_default="asks")
    states: Mapped[list[str]]
    kinds: Mapped[list[str]]
    position: Mapped[int]
