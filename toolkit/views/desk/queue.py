"""What waits on the desk, section by section.

A provider makes the sections of one noun; ``PROVIDERS`` is their order on the desk.
"""

from collections.abc import Callable, Iterator

from toolkit.access import roles
from toolkit.views.desk.queue_claims import of_claims
from toolkit.views.desk.queue_records import of_links, of_records, of_suggestions
from toolkit.views.desk.queue_section import Section
from toolkit.views.guards import person

Provider = Callable[[], Iterator[Section]]
# In the order of the desk, each with the deed that its lines lead to.
PROVIDERS: tuple[tuple[str, Provider], ...] = (
    ("claim.read", of_claims),
    ("suggestion.answer", of_suggestions),
    ("source.write", of_links),
    ("meeting.write", of_records),
)


def sections() -> tuple[Section, ...]:
    """Everything that waits, as this organizer sees it; what is empty and says nothing is left out."""
    made = (section for deed, provider in PROVIDERS if roles.may(person(), deed) for section in provider())
    return tuple(section for section in made if section.count or section.empty)
