"""What goes round the claims of a subject: contested questions, questions for officials, terms, history.

What is retired prints no more and keeps its place and its history.
"""

from sqlalchemy import ForeignKey, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from toolkit.models.base import Base, SubjectId


class Listed:
    """The place of a record in the list of its subject."""

    subject: Mapped[SubjectId]
    position: Mapped[int]
    retired: Mapped[bool] = mapped_column(default=False, server_default=false())


class Dispute(Listed, Base):
    """A contested question with the claims that answer it."""

    __tablename__ = "dispute"

    id: Mapped[str] = mapped_column(String(20), primary_key=True)
    question: Mapped[str] = mapped_column(String(200))
    not_known: Mapped[str] = mapped_column(String(500))

    claims: Mapped[list["DisputeClaim"]] = relationship(
        order_by="DisputeClaim.position", cascade="all, delete-orphan"
    )


class DisputeClaim(Base):
    """A claim's place under a contested question."""

    __tablename__ = "dispute_claim"

    dispute_id: Mapped[str] = mapped_column(ForeignKey("dispute.id"), primary_key=True)
    claim_id: Mapped[str] = mapped_column(ForeignKey("claim.id"), primary_key=True, index=True)
    side: Mapped[str] = mapped_column(String(20))  # supporters, critics, mixed
    position: Mapped[int]


class OfficialQuestion(Listed, Base):
    """A question to put to officials, for the statuses and models it fits."""

    __tablename__ = "official_question"

    id: Mapped[str] = mapped_column(String(20), primary_key=True)
    text: Mapped[str] = mapped_column(String(400))
    topic: Mapped[str] = mapped_column(String(40))
    statuses: Mapped[list[str]]  # recorded, ended, none, unknown, pending
    models: Mapped[list[str]]
    claims: Mapped[list[str]]


class GlossaryTerm(Listed, Base):
    """A term and what it means."""

    __tablename__ = "glossary_term"
    __table_args__ = (UniqueConstraint("subject", "term"),)

    id: Mapped[str] = mapped_column(String(60), primary_key=True)
    term: Mapped[str] = mapped_column(String(80))
    definition: Mapped[str] = mapped_column(String(500))
    sources: Mapped[list[str]]


class TimelineEvent(Listed, Base):
    """Something that happened, with a date as exact as the source gives it."""

    __tablename__ = "timeline_event"

    id: Mapped[str] = mapped_column(String(60), primary_key=True)
    date: Mapped[str] = mapped_column(String(10))
    event: Mapped[str] = mapped_column(String(400))
    sources: Mapped[list[str]]
    confidence: Mapped[str] = mapped_column(String(20))


class BeforeAfter(Listed, Base):
    """Something that was otherwise before; its subject says what divides the two times."""

    __tablename__ = "before_after"

    id: Mapped[str] = mapped_column(String(60), primary_key=True)
    feature: Mapped[str] = mapped_column(String(120))
    before: Mapped[str] = mapped_column(String(400))
    after: Mapped[str] = mapped_column(String(400))
    sources: Mapped[list[str]]
    confidence: Mapped[str] = mapped_column(String(20))
