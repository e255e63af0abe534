"""Words for a claim of the small world that can be kept, and easy to spoil by one change."""

from dataclasses import replace
from datetime import date
from typing import Any

from toolkit.ledger.claim_words import Citation, ClaimWords

GOOD = ClaimWords(
    topic="public-safety",
    stance="supporters",
    kind="study",
    text="A sheriff said that jails in the program handed over more people who were held for violent crimes.",
    spoken="A sheriff said that jails in the program handed over more people held for violent crimes.",
    as_of="2025-06",
    checked=date(2026, 11, 21),
    review_by=date(2027, 11, 21),
    scope_states=("24",),
    scope_counties=("24021",),
    models=("JEM",),
    counter_claims=("c-1",),
    questions=("d-1",),
    citations=(
        Citation("s1", "p. 4", "more people who were held for violent crimes"),
        Citation("s3"),
    ),
)


def words(**changes: Any) -> ClaimWords:
    """The good words with these fields changed."""
    return replace(GOOD, **changes)
