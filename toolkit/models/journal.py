"""The event log: who did what to what, when. Rows are only added; each holds the hash of the one before."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from toolkit.models.base import AppendOnly, Base, UtcTime
from toolkit.models.person import Person


class Event(AppendOnly, Base):
    """One deed of an organizer, or of a command (no person)."""

    __tablename__ = "event"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(UtcTime, index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    deed: Mapped[str] = mapped_column(String(40), index=True)  # "claim.approve"
    subject: Mapped[str] = mapped_column(String(80), index=True)  # "claim:saf-03"
    detail: Mapped[dict[str, object]]
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64), unique=True)

    person: Mapped[Person | None] = relationship(viewonly=True)

    @property
    def who(self) -> str:
        """The name of the organizer, for people."""
        return self.person.name if self.person else "command line"
