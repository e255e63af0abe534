"""Sources that are there already: at the same address, or with a title that reads alike."""

from dataclasses import dataclass

from rapidfuzz import fuzz, process, utils
from sqlalchemy import select

from toolkit.curation.sources.web_address import compared
from toolkit.database import session
from toolkit.models import Source

ALIKE = 90  # of 100, by words in any order
MOST = 3


@dataclass(frozen=True, slots=True)
class Twin:
    """A source that may be the same."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Twins:
    """Sources at the same address, and others whose titles read alike."""

    same: tuple[Twin, ...]
    alike: tuple[Twin, ...]


def find(title: str, url: str, *, but: str = "") -> Twins:
    """What may be the same as a source with this title and address, other than the source ``but``."""
    if not title and not url:
        return Twins((), ())
    rows = session().execute(select(Source.id, Source.title, Source.url).where(Source.id != but)).all()
    wanted = compared(url) if url else "nowhere"
    host = wanted.partition("/")[0]  # looked for first: taking every address apart takes long
    same = [Twin(key, found) for key, found, at in rows if at and host in at and compared(at) == wanted]
    titles = {key: found for key, found, _ in rows}
    for twin in same:
        del titles[twin.id]
    close = process.extract(
        title,
        titles,
        scorer=fuzz.token_sort_ratio,
        processor=utils.default_process,
        score_cutoff=ALIKE,
        limit=MOST,
    )
    return Twins(tuple(same), tuple(Twin(key, found) for found, _, key in close))
