"""People who keep the library: organizers, how they sign in, and where they are signed in."""

from datetime import datetime
from hashlib import sha256

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from toolkit.models.base import Base, UtcTime


class Person(Base):
    """An organizer. The name may be a pseudonym; the address is only for signing in and letters."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)  # lower case
    name: Mapped[str] = mapped_column(String(80))
    role: Mapped[str] = mapped_column(String(20))  # contributor, reviewer, admin
    state: Mapped[str] = mapped_column(String(20))  # joining (no second factor yet), active, suspended
    password_hash: Mapped[str] = mapped_column(String(200))
    totp_secret: Mapped[str | None] = mapped_column(String(64))
    totp_counter: Mapped[int | None]  # the last code's time step, so that no code works twice
    joined_at: Mapped[datetime] = mapped_column(UtcTime)

    passkeys: Mapped[list["Passkey"]] = relationship(back_populates="person", order_by="Passkey.added_at")


class Passkey(Base):
    """A WebAuthn credential."""

    __tablename__ = "passkey"

    credential_id: Mapped[bytes] = mapped_column(LargeBinary(1023), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    public_key: Mapped[bytes] = mapped_column(LargeBinary(2048))
    sign_count: Mapped[int] = mapped_column(BigInteger)  # unsigned 32 bits
    label: Mapped[str] = mapped_column(String(60))
    added_at: Mapped[datetime] = mapped_column(UtcTime)

    person: Mapped[Person] = relationship(back_populates="passkeys")

    @property
    def mark(self) -> str:
        """What tells it from others in an address."""
        return sha256(self.credential_id).hexdigest()


class RecoveryCode(Base):
    """A second factor for a lost device; works once."""

    __tablename__ = "recovery_code"

    code_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    used_at: Mapped[datetime | None] = mapped_column(UtcTime)


class SignedIn(Base):
    """One browser that is signed in. Only a hash of its token is stored; deleting the row signs it out."""

    __tablename__ = "signed_in"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    since: Mapped[datetime] = mapped_column(UtcTime)
    seen_at: Mapped[datetime] = mapped_column(UtcTime)
    confirmed_at: Mapped[datetime] = mapped_column(UtcTime)  # when the password was last given
    second_factor: Mapped[bool]  # False until the second factor was given
    challenge: Mapped[bytes | None] = mapped_column(
        LargeBinary(64)
    )  # asked of a passkey; good for one answer
    offered_secret: Mapped[str | None] = mapped_column(String(64))  # shown to an app that is being enrolled

    person: Mapped[Person] = relationship()


class Invitation(Base):
    """A one-time link: to join with a role or, for ``person_id``, to set a new password and second factor."""

    __tablename__ = "invitation"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    email: Mapped[str] = mapped_column(String(254))
    role: Mapped[str] = mapped_column(String(20))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    invited_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))  # None: from the command line
    expires_at: Mapped[datetime] = mapped_column(UtcTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcTime)
