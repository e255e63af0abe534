"""Claims that say nearly the same: found before they are written twice.

Comparing with ten thousand claims takes a tenth of a second, too long while somebody types. So each process
remembers the newest texts and which of them hold a word; only those that share rare words are compared.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

from rapidfuzz import fuzz, process
from sqlalchemy import func, select

from toolkit.database import session
from toolkit.ledger.place_words import fold_words
from toolkit.models import Claim, ClaimRevision

ALIKE = 75.0  # of 100; of the starter library's own claims one pair comes above it
ENOUGH = 8  # words; fewer stand in many claims
MOST = 3
_COMPARED = 60  # claims that share most rare words
_RARE = 0.1  # share of claims that may hold a rare word
_FEW = 100  # claims that may hold one, however small the library
_AT_ONCE = 500  # changed claims, from which all texts are read


@dataclass(frozen=True, slots=True)
class Near:
    """A claim whose newest words are nearly these; ``share`` is how much of the words they have in common."""

    claim_id: str
    text: str
    share: int  # percent


def near(text: str, but: str | None = None) -> tuple[Near, ...]:
    """The claims nearest to ``text``, the nearest first; ``but`` is the claim that is being written."""
    if len(text.split()) < ENOUGH:
        return ()
    texts = _remembered(str(session().get_bind().engine.url)).sharing(text)
    texts.pop(but or "", None)
    found = process.extract(
        text, texts, scorer=fuzz.token_set_ratio, processor=fold_words, score_cutoff=ALIKE, limit=MOST
    )
    return tuple(Near(claim_id, words, int(share)) for words, share, claim_id in found)


class Texts:
    """The newest text of every claim of one database, and the claims that hold or held a word."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._seen: tuple[int, int | None] = (0, None)
        self._numbers: dict[str, int] = {}
        self._texts: dict[str, str] = {}
        self._holding: defaultdict[str, list[str]] = defaultdict(list)

    def sharing(self, text: str) -> dict[str, str]:
        """The texts that share most rare words with this one, by their claims' ids."""
        with self._lock:
            self._refresh()
            common = max(_FEW, int(_RARE * len(self._texts)))
            shared: Counter[str] = Counter()
            for word in set(fold_words(text).split()):
                holders = self._holding.get(word, [])
                if len(holders) <= common:
                    shared.update(holders)
            likely = (claim_id for claim_id, _ in shared.most_common(_COMPARED))
            return {claim_id: self._texts[claim_id] for claim_id in likely if claim_id in self._texts}

    def _refresh(self) -> None:
        """Read what changed. Revisions are only added, so that their number and the last id tell of any."""
        seen = session().execute(select(func.count(ClaimRevision.id), func.max(ClaimRevision.id))).one()
        if seen == self._seen:
            return
        newest = {row.id: row.newest for row in session().execute(select(Claim.id, Claim.newest))}
        for claim_id in self._numbers.keys() - newest.keys():  # of a write that was rolled back
            self._texts.pop(claim_id, None)
        self._read([claim_id for claim_id, number in newest.items() if self._numbers.get(claim_id) != number])
        self._numbers, self._seen = newest, (seen[0], seen[1])

    def _read(self, changed: Iterable[str]) -> None:
        ids = list(changed)
        newest = (ClaimRevision.claim_id == Claim.id) & (ClaimRevision.number == Claim.newest)
        rows = select(Claim.id, ClaimRevision.text).join(ClaimRevision, newest)
        if len(ids) < _AT_ONCE:
            rows = rows.where(Claim.id.in_(ids))
        wanted = set(ids)
        for claim_id, text in session().execute(rows):
            if claim_id in wanted:
                self._texts[claim_id] = text
                for word in set(fold_words(text).split()):
                    self._holding[word].append(claim_id)


@lru_cache(maxsize=2)
def _remembered(_url: str) -> Texts:
    return Texts()
