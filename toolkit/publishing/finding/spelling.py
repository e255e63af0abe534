"""Typing slips: the known words that one may have been meant to be."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import chain, pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

ALIKE = 0.7  # similarity from which a word may be a slip of another
JUDGED = 200  # words with most pairs of letters in common; comparing all 19,000 takes ten milliseconds


class Spellings:
    """Known words, to be found by the pairs of letters that a slip leaves alone."""

    def __init__(self, known: Iterable[str]) -> None:
        self._with_pair: dict[str, list[str]] = defaultdict(list)
        for word in known:
            for pair in _pairs(word):
                self._with_pair[pair].append(word)

    def near(self, word: str, most: int) -> list[tuple[str, float]]:
        """Up to ``most`` known words like this one with their similarity, the likest first."""
        shared = Counter(chain.from_iterable(self._with_pair.get(pair, ()) for pair in _pairs(word)))
        likely = [other for other, _ in shared.most_common(JUDGED)]
        similar = OSA.normalized_similarity
        found = process.extract(word, likely, scorer=similar, score_cutoff=ALIKE, limit=most)
        return [(other, similarity) for other, similarity, _ in found]


def _pairs(word: str) -> set[str]:
    """ "bo", "oi", "is", "se" of "boise", and where it begins and ends."""
    return {first + second for first, second in pairwise(f"^{word}$")}
