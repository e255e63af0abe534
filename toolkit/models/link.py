"""What the link checker saw: a source's link is dead only after several failures, days apart."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from toolkit.models.base import Base, UtcTime


class LinkCheck(Base):
    """One visit to a source's link."""

    __tablename__ = "link_check"

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[str] = mapped_column(ForeignKey("source.id"), index=True)
    url: Mapped[str] = mapped_column(String(600))  # as it was then: another link begins anew
    at: Mapped[datetime] = mapped_column(UtcTime)
    outcome: Mapped[str] = mapped_column(String(20))  # alive, failed, home page, refused
    status: Mapped[int | None]  # HTTP
    detail: Mapped[str] = mapped_column(String(300))
