"""Why somebody was not let in, or not let do something.

Each message is a sentence for the person who asked: what happened and what to do.
"""


class AccessError(Exception):
    """Root of everything this room raises on purpose."""

    words = ""

    def __init__(self, words: str = "") -> None:
        super().__init__(words or self.words)


class NotAllowed(AccessError):
    """The person's role does not reach this deed; ``role`` is the one that does."""

    def __init__(self, role: str) -> None:
        super().__init__(f"This takes the role of {role}. Ask an admin.")
        self.role = role


class SignInRefused(AccessError):
    """Wrong address or password; which one is not said."""

    words = "That address and password do not go together. Check both and try again."


class WrongCode(AccessError):
    """The code of the second factor does not fit or was used before."""

    words = "That code does not fit. Wait for the next one and try again."


class PasskeyRefused(AccessError):
    """The device's answer does not fit the question."""

    words = "That passkey was not accepted. Try again, or use a code."


class WeakPassword(AccessError):
    """The password cannot be taken; the message says why and what to do."""


class InvitationGone(AccessError):
    """The link was used, has expired or never was."""

    words = "This link no longer works. Ask an admin for a new one."


class AlreadyHere(AccessError):
    """Somebody who is here is invited again."""

    words = "This address belongs to somebody who is here already. Change the role or let them back instead."


class LastAdmin(AccessError):
    """Nobody else could let people back in."""

    words = "This is the only admin. Make somebody else an admin first."


class LastFactor(AccessError):
    """The person could not sign in any more."""

    words = "This is your only second factor. Add another one first."


class Wait(AccessError):
    """Try again in so many ``seconds``."""

    def __init__(self, words: str, seconds: int) -> None:
        super().__init__(words)
        self.seconds = seconds


class TooManyTries(Wait):
    """By this account, network, or all together."""

    def __init__(self, seconds: int) -> None:
        minutes = max(1, -(-seconds // 60))
        unit = "minute" if minutes == 1 else "minutes"
        super().__init__(f"Too many tries. Wait {minutes} {unit} and try again.", seconds)


class TooBusy(Wait):
    """As many passwords are being checked as the machine's memory allows."""

    def __init__(self) -> None:
        super().__init__("Many people are signing in. Wait a few seconds and try again.", 5)
