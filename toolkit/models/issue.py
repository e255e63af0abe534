"""What goes round the claims of an issue: contested questions, questions for officials, terms, history."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from toolkit.models.base import Base


class Dispute(Base):
    """A contested question with the claims that answer it."""

    __tablename__ = "dispute"

    id: Mapped[str] = mapped_column(String(20), primary_key=True)
    position: Mapped[int]
    question: Mapped[str] = mapped_column(String(200))
    not_known: Mapped[str] = mapped_column(String(500))

    claims: Mapped[list["DisputeClaim"]] = relationship(order_by="DisputeClaim.position")


class DisputeClaim(Base):
    """A claim's place under a contested question."""

    __tablename__ = "dispute_claim"

    dispute_id: Mapped[str] = mapped_column(ForeignKey("dispute.id"), primary_key=True)
    claim_id: Mapped[str] = mapped_column(ForeignKey("claim.id"), primary_key=True, index=True)
    side: Mapped[str] = mapped_column(String(20))  # supporters, critics, mixed
    position: Mapped[int]


class OfficialQuestion(Base):
    """A question to put to officials, for the statuses and models it fits."""

    __tablename__ = "official_question"

    id: Mapped[str] = mapped_column(String(20), primary_key=True)
    position: Mapped[int]
    text: Mapped[str] = mapped_column(String(400))
    topic: Mapped[str] = mapped_column(String(40))
    statuses: Mapped[list[str]]  # active, pending, none
    models: Mapped[list[str]]
    claims: Mapped[list[str]]


class GlossaryTerm(Base):
    """A term and what it means."""

    __tablename__ = "glossary_term"

    term: Mapped[str] = mapped_column(String(80), primary_key=True)
    position: Mapped[int]
    definition: Mapped[str] = mapped_column(String(500))
    sources: Mapped[list[str]]


class TimelineEvent(Base):
    """Something that happened to the program, with a date as exact as the source gives it."""

    __tablename__ = "timeline_event"

    position: Mapped[int] = mapped_column(primary_key=True)
    date: Mapped[str] = mapped_column(String(10))
    event: Mapped[str] = mapped_column(String(400))
    sources: Mapped[list[str]]
    confidence: Mapped[str] = mapped_column(String(20))


class BeforeAfter(Base):
    """A feature of the program before 2025 and since."""

    __tablename__ = "before_after"

    position: Mapped[int] = mapped_column(primary_key=True)
    feature: Mapped[str] = mapped_column(String(120))
    before: Mapped[str] = mapped_column(String(400))
    after: Mapped[str] = mapped_column(String(400))
    sources: Mapped[list[str]]
    confidence: Mapped[str] = mapped_column(String(20))
