"""Sources, as CSL-JSON with what a reader should know about each, and what the link checker saw of them."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from toolkit.models.base import Base, UtcTime


class Source(Base):
    """Something that can be cited. ``csl`` is its CSL-JSON item without the ``custom`` part."""

    __tablename__ = "source"

    id: Mapped[str] = mapped_column(String(60), primary_key=True)
    csl: Mapped[dict[str, object]]
    title: Mapped[str] = mapped_column(String(400))
    url: Mapped[str] = mapped_column(String(600))  # the publisher's own; empty where only a copy was seen
    tag: Mapped[str] = mapped_column(String(80))
    kind: Mapped[str] = mapped_column(String(40))
    perspective: Mapped[str] = mapped_column(String(30))
    verified_level: Mapped[str] = mapped_column(String(30))
    verified_note: Mapped[str] = mapped_column(String(1000))
    seen_at: Mapped[str | None] = mapped_column(String(1000))  # a copy, where that is what was read
    note: Mapped[str | None] = mapped_column(String(1000))
    funding: Mapped[str | None] = mapped_column(String(300))  # who paid for it, where that is known
    archive_url: Mapped[str | None] = mapped_column(String(600))  # a copy that stays when the link dies


class LinkCheck(Base):
    """One visit to a source's link, which is dead only after several failures, days apart."""

    __tablename__ = "link_check"

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[str] = mapped_column(ForeignKey("source.id"), index=True)
    url: Mapped[str] = mapped_column(String(600))  # as it was then: another link begins anew
    at: Mapped[datetime] = mapped_column(UtcTime)
    outcome: Mapped[str] = mapped_column(String(20))  # alive, failed, home page, refused
    status: Mapped[int | None]  # HTTP
    detail: Mapped[str] = mapped_column(String(300))
