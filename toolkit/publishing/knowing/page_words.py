"""What pages say about a subject: ``subject`` in templates.

Its words for pages stand under ``pages`` in what is stored of it; pages know ``PageWords`` alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.exc import OperationalError, ProgrammingError

from toolkit.ledger import memory, subjects


@dataclass(frozen=True, slots=True)
class PageWords:
    """A subject as pages know it; ``models`` are its kinds of agreement, from code to name, in order."""

    id: str
    slug: str
    name: str
    site_title: str
    models: Mapping[str, str]
    words: Mapping[str, str]

    def says(self, key: str, **holes: object) -> str:
        """The sentence of this key, its holes filled. KeyError where the subject, or a hole, lacks it."""
        return self.words[key].format(**holes)


_LAST: dict[str, PageWords] = {}  # what each said when the database last answered


def current(subject: str = "") -> PageWords:
    """Those of this subject; unnamed, of the first that is open. No page needs the database for them."""
    try:
        made = memory.remembered(("pages", subject), lambda: _made(*subjects.with_pages(subject)))
    except (LookupError, OperationalError, ProgrammingError):
        return _LAST.get(subject) or _made(*subjects.shipped())
    _LAST[subject] = made
    return made


def _made(subject: subjects.Subject, pages: Mapping[str, Any]) -> PageWords:
    models = {model.code: model.name for model in subject.models}
    return PageWords(subject.id, subject.slug, subject.name, pages["site_title"], models, pages["words"])
