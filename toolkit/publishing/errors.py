"""Why something could not be published.

PublishingError
├── UnknownPlace         no jurisdiction has this code or name
├── AmbiguousPlace       several jurisdictions have this name
├── FactsMissing         no list of agreements is loaded, so nothing can be said about any place
├── FactsBusy            the database did not answer in time; try again
├── NotBalanced          the composed sheet fails a rule that blocks; no edition is issued
├── NothingToCorrect     no claim of this edition reads otherwise today
├── CodeTaken            another document already has the code that this one would get
├── ShelfDamaged         stored bytes are missing or are not what their name says
└── NotRendered          there is no PDF
    ├── Busy             as many are waiting for a PDF as may wait; try again
    └── RenderFailed     the renderer gave up, or was stopped because it took too long or too much

Each message is a sentence for the person who asked: what happened and what to do.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # every command imports these errors, few compose a sheet
    from fact_sheets.document import Finding


class PublishingError(Exception):
    """Root of everything this room raises on purpose."""


class UnknownPlace(PublishingError):
    """No jurisdiction has this code or name."""


class AmbiguousPlace(PublishingError):
    """Several jurisdictions have this name; ``choices`` are their GEOIDs and labels, best first."""

    def __init__(self, message: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__(message)
        self.choices = tuple(choices)


class FactsMissing(PublishingError):
    """No list of agreements is loaded."""


class FactsBusy(PublishingError):
    """The database did not answer."""


class NotBalanced(PublishingError):
    """The composed sheet is a draft; ``findings`` are the rules it fails, with their numbers."""

    def __init__(self, message: str, findings: "Sequence[Finding]") -> None:
        super().__init__(message)
        self.findings = tuple(findings)


class NothingToCorrect(PublishingError):
    """No claim of this edition reads otherwise today."""


class CodeTaken(PublishingError):
    """Another document already has the code that this one would get."""


class ShelfDamaged(PublishingError):
    """Stored bytes are missing or are not what their name says."""


class NotRendered(PublishingError):
    """There is no PDF."""


class Busy(NotRendered):
    """As many are waiting for a PDF as may wait."""


class RenderFailed(NotRendered):
    """The renderer gave up, or was stopped."""
