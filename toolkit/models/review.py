"""Reviews: what readers said about a revision, and each move of a claim."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from toolkit.models.append_only import AppendOnly
from toolkit.models.base import Base, UtcTime


class Approval(AppendOnly, Base):
    """One reader's signature under one revision, for one side. A trigger refuses the revision's author."""

    __tablename__ = "approval"
    __table_args__ = (UniqueConstraint("revision_id", "person_id"), UniqueConstraint("revision_id", "side"))

    id: Mapped[int] = mapped_column(primary_key=True)
    revision_id: Mapped[int] = mapped_column(ForeignKey("claim_revision.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    # Whose fairness the reader answers for: supporters, critics, both (a single reader), any (background).
    side: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime] = mapped_column(UtcTime)


class ClaimMove(AppendOnly, Base):
    """A claim's step from one status to another, and why."""

    __tablename__ = "claim_move"

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[str] = mapped_column(ForeignKey("claim.id"), index=True)
    revision_id: Mapped[int] = mapped_column(ForeignKey("claim_revision.id"))
    came_from: Mapped[str] = mapped_column(String(20))
    went_to: Mapped[str] = mapped_column(String(20))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime] = mapped_column(UtcTime)
    comment: Mapped[str] = mapped_column(String(1000))
