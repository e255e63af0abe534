"""Claims and their history: a change is a new revision, never an update; who signed it, and each move."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from toolkit.models.base import AppendOnly, Base, SubjectId, UtcTime


class Claim(Base):
    """A claim's identity and standing; its words are in its revisions."""

    __tablename__ = "claim"

    id: Mapped[str] = mapped_column(String(20), primary_key=True)
    subject: Mapped[SubjectId]
    topic: Mapped[str] = mapped_column(String(40), index=True)
    stance: Mapped[str] = mapped_column(String(20))  # background, supporters, critics, mixed
    status: Mapped[str] = mapped_column(String(20), index=True)  # draft, in_review, approved, retired
    origin: Mapped[str] = mapped_column(String(20), server_default="starter")  # starter, organization
    printed: Mapped[int | None]  # number of the revision that prints; None when none does
    newest: Mapped[int] = mapped_column(default=1, server_default="1")  # number of the last revision
    draft_reason: Mapped[str | None] = mapped_column(String(300))  # why a starter claim may not print

    revisions: Mapped[list["ClaimRevision"]] = relationship(
        order_by="ClaimRevision.number", back_populates="claim"
    )

    @property
    def current(self) -> "ClaimRevision":
        """The newest revision, which may still be a draft; what prints is ``printed``."""
        return self.revisions[-1]


class ClaimRevision(AppendOnly, Base):
    """The words of a claim as they stood from ``checked`` on, with everything that printing needs."""

    __tablename__ = "claim_revision"
    __table_args__ = (UniqueConstraint("claim_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[str] = mapped_column(ForeignKey("claim.id"), index=True)
    number: Mapped[int]
    text: Mapped[str] = mapped_column(String(1000))
    spoken: Mapped[str | None] = mapped_column(String(600))
    as_of: Mapped[str] = mapped_column(String(10))  # a year, year-month or date
    checked: Mapped[date]
    review_by: Mapped[date] = mapped_column(index=True)
    scope_states: Mapped[list[str]]
    scope_counties: Mapped[list[str]]
    scope_places: Mapped[list[str]]
    models: Mapped[list[str]]
    statistic: Mapped[bool]
    story: Mapped[bool]
    confidence: Mapped[str] = mapped_column(String(20))
    counter_claims: Mapped[list[str]]
    needs: Mapped[list[str]] = mapped_column(
        server_default="[]"
    )  # claims that it prints beside, or not at all
    fits: Mapped[list[str]] = mapped_column(server_default="[]")  # mandate, ban, choice; signed, none
    until: Mapped[date | None]  # from this day on the words are no longer true
    evidence: Mapped[str | None] = mapped_column(String(20))  # study, audit, court, law, official figure …
    kind: Mapped[str | None] = mapped_column(String(10))  # count, law, study: how soon it is due for a look
    questions: Mapped[list[str] | None]  # ids of disputes that it answers; None: as the starter library says
    notice: Mapped[str | None] = mapped_column(String(400))  # public sentence on replacing printed words
    # How its words differ from those before: wrong, overtaken, narrowed, reworded. None: nobody said.
    change: Mapped[str | None] = mapped_column(String(12))
    words_from: Mapped[int | None]  # the revision whose words and signatures these are, dated anew
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))  # None: the starter library
    reason: Mapped[str] = mapped_column(String(400), default="", server_default="")
    made_at: Mapped[datetime | None] = mapped_column(UtcTime)  # None: the starter library, see ``checked``

    claim: Mapped[Claim] = relationship(back_populates="revisions")
    citations: Mapped[list["ClaimCitation"]] = relationship(order_by="ClaimCitation.position")


class ClaimCitation(AppendOnly, Base):
    """Where in a source a revision's words are supported."""

    __tablename__ = "claim_citation"

    revision_id: Mapped[int] = mapped_column(ForeignKey("claim_revision.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[str] = mapped_column(ForeignKey("source.id"), index=True)
    locator: Mapped[str | None] = mapped_column(String(300))
    quote: Mapped[str | None] = mapped_column(String(400))


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
