"""A library file that was looked at is taken in: drafts in the name of who sends it, and nothing else."""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from toolkit.access import journal, roles
from toolkit.curation.claims import claims
from toolkit.curation.errors import NoticeMissing
from toolkit.curation.library.library_preview import preview
from toolkit.models import Person

DEED = "library.import"


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import did."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    left: int  # claims that could not be taken


def take(
    content: bytes, name: str, *, reason: str, notice: str, on: date, by: Person, now: datetime
) -> Taken:
    """Make drafts of what is new or changed, in the name of who sends it; leave alone what cannot be taken.

    ``notice`` is the public sentence where the file has none. Raises NotAllowed, NotFit, NoticeMissing.
    """
    roles.require(by, DEED)
    shown = preview(content, name, on=on)
    if shown.must_tell and not notice:
        raise NoticeMissing
    new = [
        claims.write(line.words, reason=reason, by=by, now=now).id for line in shown.of("new") if line.words
    ]
    for line in shown.of("changed"):
        if line.words:
            told = line.notice or (notice if line.must_tell else "")
            claims.revise(
                line.claim_id, line.words, base=line.base, reason=reason, notice=told, by=by, now=now
            )
    changed = tuple(line.claim_id for line in shown.of("changed"))
    left = shown.counts["problem"] + shown.counts["conflict"]
    digest = sha256(content).hexdigest()
    detail = {"file": name, "sha256": digest, "new": len(new), "changed": len(changed), "left": left}
    journal.record(by, DEED, "library:claims", detail, now)
    return Taken(tuple(new), changed, left)
