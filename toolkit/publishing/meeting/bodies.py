"""Public bodies as readers see them: what each asks of those who speak, and how sure we are of it."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from fact_sheets.meeting import RulesCard
from fact_sheets.rules_card import CardLine, card_lines
from toolkit.database import session
from toolkit.models import Jurisdiction, PublicBody

CHECK_AFTER_DAYS = 365
_RULES = [field.name for field in fields(RulesCard)]


@dataclass(frozen=True, slots=True)
class Body:
    """One body with its rules card. ``check``: its rules are not verified, or not lately enough."""

    id: str
    name: str
    place_label: str  # "Whiteside County"
    time_zone: str
    clerk: str
    clerk_phone: str
    card: RulesCard
    check: bool

    @property
    def lines(self) -> tuple[CardLine, ...]:
        """Every rule in words."""
        return card_lines(self.card)

    @property
    def known(self) -> tuple[CardLine, ...]:
        """The rules that are known."""
        return tuple(line for line in self.lines if line.words)

    @property
    def not_verified(self) -> tuple[CardLine, ...]:
        """The rules to ask the clerk about."""
        return tuple(line for line in self.lines if not line.words)


def rows_of(geoids: Iterable[str]) -> list[PublicBody]:
    """The bodies of these jurisdictions with their meetings, in the order given, then by name."""
    order = list(geoids)
    chosen = (
        select(PublicBody)
        .where(PublicBody.geoid.in_(order))
        .options(selectinload(PublicBody.meetings))
        .order_by(PublicBody.name, PublicBody.id)
    )
    return sorted(session().scalars(chosen), key=lambda row: order.index(row.geoid))


def body(row: PublicBody, on: date) -> Body:
    """The body as it stands on this day."""
    where = session().get(Jurisdiction, row.geoid)
    rules: dict[str, Any] = {name: getattr(row, name) for name in _RULES}
    verified = row.verified_on
    return Body(
        id=row.id,
        name=row.name,
        place_label=where.name if where else "",
        time_zone=row.time_zone,
        clerk=row.clerk or "the clerk",
        clerk_phone=row.clerk_phone or "",
        card=RulesCard(**rules),
        check=verified is None or (on - verified).days > CHECK_AFTER_DAYS or _is_overdue(row, on),
    )


def _is_overdue(row: PublicBody, on: date) -> bool:
    return row.review_by is not None and row.review_by < on
