"""What a library file would change, claim by claim, before anything does."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from toolkit.curation.claims import claim_history
from toolkit.curation.claims.words import problems, tidied
from toolkit.curation.difference import Difference
from toolkit.curation.library import library, library_csv, library_file
from toolkit.curation.library.library_entry import LibraryEntry
from toolkit.curation.review import workflow
from toolkit.ledger.claim_words import ClaimWords
from toolkit.ledger.printed import printed, prints_alike
from toolkit.ledger.revisions import from_revision
from toolkit.models import Claim, ClaimRevision

Kind = Literal["new", "changed", "conflict", "problem", "unchanged"]
KINDS: tuple[Kind, ...] = ("problem", "conflict", "new", "changed", "unchanged")
NO_SUCH_CLAIM = "There is no claim of this id. Leave id and base empty for a new one."
SECOND = "This id stands twice in the file."
RETIRED = "This claim is retired. Bring it back on its page first."
NO_BASE = "base is missing. Export the library again and change that file."
SIDE_STAYS = "A claim keeps its topic and its side. Write another claim instead."


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """A claim of the file and what would become of it.

    ``told``: printed words change and the file brings no public sentence of its own.
    """

    line: int
    claim_id: str
    kind: Kind
    base: int = 0
    words: ClaimWords | None = None
    changes: tuple[Difference, ...] = ()
    problems: tuple[str, ...] = ()
    notice: str = ""
    must_tell: bool = False


@dataclass(frozen=True, slots=True)
class LibraryPreview:
    """A file, read and compared."""

    lines: tuple[PreviewLine, ...]

    @property
    def counts(self) -> Mapping[Kind, int]:
        """How many claims of each kind."""
        found = Counter(line.kind for line in self.lines)
        return {kind: found[kind] for kind in KINDS}

    @property
    def must_tell(self) -> tuple[str, ...]:
        """Claims whose printed words change without a public sentence in the file."""
        return tuple(line.claim_id for line in self.lines if line.must_tell)

    def of(self, kind: Kind) -> tuple[PreviewLine, ...]:
        """The claims of a kind, in the order of the file."""
        return tuple(line for line in self.lines if line.kind == kind)


def preview(content: bytes, name: str, *, on: date) -> LibraryPreview:
    """What this file would change on this day; ``name`` tells a table (.csv) from YAML. Raises NotFit."""
    read = library_csv.read if name.lower().endswith(".csv") else library_file.read
    return LibraryPreview(tuple(_compared(list(read(content)), on)))


def _compared(entries: Iterable[LibraryEntry], on: date) -> Iterator[PreviewLine]:
    stored = {revision.claim_id: revision for revision in library.newest()}
    seen: set[str] = set()
    for entry in entries:
        twice = entry.claim_id in seen
        seen |= {entry.claim_id} - {""}
        yield _line(entry, stored.get(entry.claim_id), on, twice=twice)


def _line(entry: LibraryEntry, known: ClaimRevision | None, on: date, *, twice: bool) -> PreviewLine:
    blank = PreviewLine(entry.line, entry.claim_id, "problem", entry.base, notice=entry.notice)
    if entry.words is None:
        return replace(blank, problems=entry.problems)
    words = tidied(entry.words)
    if known is None:
        found = [NO_SUCH_CLAIM] if entry.claim_id else _faults(words, None, on)
        return replace(blank, kind="problem" if found else "new", words=words, problems=tuple(found))
    before = from_revision(known)
    if tidied(before) == words:
        return replace(blank, kind="unchanged")
    claim = known.claim
    found = list(_standing(entry, claim, words, twice=twice)) or _faults(words, claim.id, on)
    kind: Kind = "problem" if found else "changed" if entry.base == claim.newest else "conflict"
    return replace(
        blank,
        kind=kind,
        words=words,
        changes=claim_history.differences(before, words),
        problems=tuple(found),
        must_tell=kind == "changed" and not entry.notice and _reprints(claim, words),
    )


def _standing(entry: LibraryEntry, claim: Claim, words: ClaimWords, *, twice: bool) -> Iterator[str]:
    if twice:
        yield SECOND
    if not entry.base:
        yield NO_BASE
    if claim.status == workflow.RETIRED:
        yield RETIRED
    if (words.topic, words.stance) != (claim.topic, claim.stance):
        yield SIDE_STAYS


def _faults(words: ClaimWords, claim_id: str | None, on: date) -> list[str]:
    return [f"{_called(problem.field)}: {problem.says}" for problem in problems(words, claim_id, on=on)]


def _called(field: str) -> str:
    """A field as the file's reader knows it: "citations-0-quote" is the quote of the first citation."""
    name, _, part = field.partition("-")
    number, _, part = part.partition("-")
    return f"{part} of citation {int(number) + 1}" if part else name.replace("_", " ")


def _reprints(claim: Claim, words: ClaimWords) -> bool:
    prints = printed(claim)
    return prints is not None and not prints_alike(prints, words)
