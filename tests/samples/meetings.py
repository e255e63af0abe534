"""Meetings to print: an ordinary one, and the longest that the form lets through."""

from datetime import datetime

from fact_sheets.meeting import MOST, Meeting

at = datetime.fromisoformat  # local times, which have no zone of their own

COUNCIL = Meeting(
    starts=at("2026-12-08T18:30"),
    body="County Council",
    room="Room 201",
    address="Winchester Hall, 12 E. Church Street",
    agenda_item="7",
    sign_up="card at the door",
    sign_up_closes=at("2026-12-08T18:00"),
    clerk_phone="301-555-0123",
)


def longest(word: str = "Wwwwwwmmmw") -> Meeting:
    """Every field filled to its cap with wide words, on the day with the longest name."""
    texts = {name: " ".join([word] * most)[:most].strip() for name, most in MOST.items()}
    return Meeting(
        starts=at("2026-09-30T12:30"),
        sign_up_closes=at("2026-09-23T10:30"),
        **texts | {"clerk_phone": "8" * MOST["clerk_phone"]},
    )
