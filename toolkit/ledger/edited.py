"""Which records organizers have taken into their hands: no newer file of facts touches those."""

from sqlalchemy import select

from toolkit.database import session
from toolkit.models import RecordRevision


def edited(noun: str) -> set[str]:
    """The keys of a table's records that somebody edited here; ``noun`` is the table's name."""
    theirs = select(RecordRevision.key).where(
        RecordRevision.noun == noun, RecordRevision.person_id.is_not(None)
    )
    return set(session().scalars(theirs))
