"""The history of what is kept beside claims, as organizers edit it: sources, state rules, bodies, meetings.

The tables of those nouns hold what is true now; each edit leaves its whole content here. The first row of a
record is what stood before anybody here edited it.
"""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from toolkit.models.base import AppendOnly, Base, UtcTime


class RecordRevision(AppendOnly, Base):
    """One state of one record. ``content`` maps its column names to plain values."""

    __tablename__ = "record_revision"
    __table_args__ = (UniqueConstraint("noun", "key", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    noun: Mapped[str] = mapped_column(String(30))  # the table: source, state_policy, public_body, …
    key: Mapped[str] = mapped_column(String(60))
    number: Mapped[int]
    content: Mapped[dict[str, object]]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))  # None: as it was shipped
    reason: Mapped[str] = mapped_column(String(400))
    made_at: Mapped[datetime | None] = mapped_column(UtcTime)  # None: as it was shipped
