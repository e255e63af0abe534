"""A clock that stands still until a test moves it."""

from datetime import datetime, timedelta

from tests.factories import NOW


class Clock:
    """Called, it says what time it is."""

    def __init__(self, at: datetime = NOW) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def wait(self, **span: float) -> datetime:
        """Let time pass, as timedelta counts it."""
        self.at += timedelta(**span)
        return self.at
