"""Roles and deeds: one table says which role each deed takes; a role may do all that a lesser one may."""

from enum import IntEnum

from toolkit.access.errors import NotAllowed
from toolkit.models import Person


class Role(IntEnum):
    """An organizer's role, the lesser first."""

    CONTRIBUTOR = 1
    REVIEWER = 2
    ADMIN = 3

    @classmethod
    def named(cls, name: str) -> "Role":
        """The role called ``name`` in the database."""
        return cls[name.upper()]

    @property
    def label(self) -> str:
        """As stored and shown."""
        return self.name.lower()

    @property
    def says(self) -> str:
        """What it may do, for people."""
        return _SAYS[self]


_SAYS = {
    Role.CONTRIBUTOR: "writes claims and sources and sends them to review",
    Role.REVIEWER: "also approves, returns, corrects and retires what others wrote",
    Role.ADMIN: "also invites people, gives roles and reads the event log",
}

DEEDS: dict[str, Role] = {
    "account.own": Role.CONTRIBUTOR,
    "claim.read": Role.CONTRIBUTOR,
    "claim.write": Role.CONTRIBUTOR,
    "claim.submit": Role.CONTRIBUTOR,
    "claim.comment": Role.CONTRIBUTOR,
    "claim.approve": Role.REVIEWER,
    "claim.return": Role.REVIEWER,
    "claim.correct": Role.REVIEWER,
    "claim.retire": Role.REVIEWER,
    "claim.restore": Role.CONTRIBUTOR,
    "claim.bulk": Role.REVIEWER,
    "source.write": Role.CONTRIBUTOR,
    "rule.write": Role.REVIEWER,
    "subject.write": Role.REVIEWER,
    "meeting.write": Role.CONTRIBUTOR,
    "suggestion.answer": Role.CONTRIBUTOR,
    "library.export": Role.CONTRIBUTOR,
    "library.import": Role.REVIEWER,
    "agreements.import": Role.REVIEWER,
    "people.manage": Role.ADMIN,
    "journal.read": Role.ADMIN,
}


def may(person: Person, deed: str) -> bool:
    """Whether an active person's role reaches the deed. KeyError for a deed that is in no table."""
    needed = DEEDS[deed]
    return person.state == "active" and Role.named(person.role) >= needed


def require(person: Person, deed: str) -> None:
    """Refuse by raising NotAllowed."""
    if not may(person, deed):
        raise NotAllowed(DEEDS[deed].label)
