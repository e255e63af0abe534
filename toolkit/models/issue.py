"""What goes round the claims of a subject: contested questions, questions for officials, terms, history.

What is retired prints no more and keeps its place and its history.
"""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from sqlalchemy import ForeignKey, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from toolkit.models.base import Base, SubjectId

ANSWERING = ("supporters", "critics", "mixed")  # the stances of claims that answer a contested question


class InList:
    """The place of a record in a list of its subject."""

    id: Mapped[str] = mapped_column(String(60), primary_key=True)
    subject: Mapped[SubjectId]
    position: Mapped[int]
    retired: Mapped[bool] = mapped_column(default=False, server_default=false())


class Dispute(InList, Base):
    """A contested question with the claims that answer it."""

    __tablename__ = "dispute"
    also_kept: ClassVar = ("answers",)  # in the history, beside the columns

    id: Mapped[str] = mapped_column(String(20), primary_key=True)
    question: Mapped[str] = mapped_column(String(200))
    not_known: Mapped[str] = mapped_column(String(500))

    claims: Mapped[list["DisputeClaim"]] = relationship(
        order_by="DisputeClaim.position", cascade="all, delete-orphan"
    )

    @property
    def answers(self) -> dict[str, list[str]]:
        """The ids of the claims on each side, the first of rank first."""
        return {side: [each.claim_id for each in self.claims if each.side == side] for side in ANSWERING}

    @answers.setter
    def answers(self, chosen: Mapping[str, Sequence[str]]) -> None:
        there = {each.claim_id: each for each in self.claims}
        ranked = [(side, claim_id) for side in ANSWERING for claim_id in chosen[side]]
        for position, (side, claim_id) in enumerate(ranked):
            row = there.setdefault(claim_id, DisputeClaim(claim_id=claim_id))
            row.side, row.position = side, position
        self.claims = [there[claim_id] for _, claim_id in ranked]


class DisputeClaim(Base):
    """A claim's place under a contested question."""

    __tablename__ = "dispute_claim"

    dispute_id: Mapped[str] = mapped_column(ForeignKey("dispute.id"), primary_key=True)
    claim_id: Mapped[str] = mapped_column(ForeignKey("claim.id"), primary_key=True, index=True)
    side: Mapped[str] = mapped_column(String(20))  # supporters, critics, mixed
    position: Mapped[int]


class OfficialQuestion(InList, Base):
    """A question to put to officials, for the statuses and models it fits."""

    __tablename__ = "official_question"

    id: Mapped[str] = mapped_column(String(20), primary_key=True)
    text: Mapped[str] = mapped_column(String(400))
    topic: Mapped[str] = mapped_column(String(40))
    statuses: Mapped[list[str]]  # recorded, ended, none, unknown, pending
    models: Mapped[list[str]]
    claims: Mapped[list[str]]


class GlossaryTerm(InList, Base):
    """A term and what it means."""

    __tablename__ = "glossary_term"
    __table_args__ = (UniqueConstraint("subject", "term"),)

    term: Mapped[str] = mapped_column(String(80))
    definition: Mapped[str] = mapped_column(String(500))
    sources: Mapped[list[str]]


class TimelineEvent(InList, Base):
    """Something that happened, with a date as exact as the source gives it."""

    __tablename__ = "timeline_event"

    date: Mapped[str] = mapped_column(String(10))
    event: Mapped[str] = mapped_column(String(400))
    sources: Mapped[list[str]]
    confidence: Mapped[str] = mapped_column(String(20))


class BeforeAfter(InList, Base):
    """Something that was otherwise before; its subject says what divides the two times."""

    __tablename__ = "before_after"

    feature: Mapped[str] = mapped_column(String(120))
    before: Mapped[str] = mapped_column(String(400))
    after: Mapped[str] = mapped_column(String(400))
    sources: Mapped[list[str]]
    confidence: Mapped[str] = mapped_column(String(20))
