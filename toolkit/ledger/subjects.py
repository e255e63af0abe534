"""The subjects of an installation as the press knows them, from their table or their files.

What is stored of a subject may hold more than the press reads: what pages say of it stands beside.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

from pydantic import TypeAdapter
from sqlalchemy import select

from fact_sheets.subject import Subject as Subject
from toolkit import models
from toolkit.config import FIRST_SUBJECT
from toolkit.database import session
from toolkit.ledger.errors import UnknownSubject
from toolkit.ledger.memory import remembered

SHIPPED = Path(__file__).resolve().parent.parent / "data" / "subjects"
FILE, PAGES = "subject.toml", "web.toml"
Pages = Mapping[str, Any]  # what our pages say of a subject: a title for the site, and words by their keys
_PRESS = TypeAdapter(Subject)
_LEFT_OUT: Mapping[str, Any] = {"table": None, "loaded": ()}  # what a subject may do without


def pressed(content: Mapping[str, Any]) -> Subject:
    """The press's record of a subject. Raises ValueError, which names what is missing or of another kind."""
    return _PRESS.validate_python({**_LEFT_OUT, **content})


def read(file: Path) -> Subject:
    """The subject in a file as it ships."""
    return pressed(tomllib.loads(file.read_text(encoding="utf-8")))


def content(folder: Path) -> dict[str, Any]:
    """All that a folder of shipped files says of its subject itself."""
    pages = folder / PAGES
    words = {"pages": tomllib.loads(pages.read_text(encoding="utf-8"))} if pages.exists() else {}
    return tomllib.loads((folder / FILE).read_text(encoding="utf-8")) | words


def every(*, closed: bool = True) -> tuple[Subject, ...]:
    """All subjects in their order, those that are ``closed`` too or not; before any is loaded, the first."""
    return tuple(known for known, _, is_open in remembered("subjects", _known) if is_open or closed)


def with_pages(subject_id: str = "") -> tuple[Subject, Pages]:
    """The same as ``find``, with what pages say of it. Raises UnknownSubject."""
    wanted = find(subject_id)
    return next((known, pages) for known, pages, _ in remembered("subjects", _known) if known == wanted)


def find(subject_id: str = "") -> Subject:
    """The subject with this id or slug; unnamed, the first that is open. Raises UnknownSubject."""
    if not subject_id:
        return every(closed=False)[0]
    for known in every():
        if subject_id in (known.id, known.slug):
            return known
    raise UnknownSubject(f"There is no subject {subject_id}.")


def topics(subject: str = "") -> dict[str, str]:
    """The topics of a subject, or of all, each with what the ids of its claims begin with."""
    wanted = (known for known in every() if subject in ("", known.id))
    return {topic.name: topic.prefix for known in wanted for topic in known.topics}


def model_codes(subject: str) -> tuple[str, ...]:
    """The codes of a subject's models; none of one that is not there."""
    return tuple(model.code for known in every() if known.id == subject for model in known.models)


@cache
def shipped() -> tuple[Subject, Pages]:
    """The first subject as it ships, which stands in until one is loaded."""
    said = content(SHIPPED / FIRST_SUBJECT)
    return pressed(said), said["pages"]


def _known() -> tuple[tuple[Subject, Pages, bool], ...]:
    rows = session().scalars(select(models.Subject).order_by(models.Subject.position, models.Subject.id))
    loaded = tuple(
        (pressed({**row.content, "id": row.id}), cast(Pages, row.content.get("pages", {})), row.open)
        for row in rows
    )
    return loaded or ((*shipped(), True),)
