"""The subjects whose sheets an installation makes."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from toolkit.models.base import Base


class Subject(Base):
    """A subject of public meetings: its names and every sentence about it (``ledger.subjects``).

    Claims, questions, terms and rules stand in tables of their own and name it.
    """

    __tablename__ = "subject"

    id: Mapped[str] = mapped_column(String(20), primary_key=True)
    position: Mapped[int]  # the first that is open answers where an address names none
    open: Mapped[bool]
    content: Mapped[dict[str, object]]
