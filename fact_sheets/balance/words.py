"""Rules of wording: neutral verbs, no loaded words, no shouting, short shared headings."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from fact_sheets import lexicon, thresholds
from fact_sheets.balance.printed import both, judged, points, printed
from fact_sheets.brief import Brief
from fact_sheets.document import FactSheet, Finding
from fact_sheets.measures import Argument, reading
from fact_sheets.readability import words
from fact_sheets.subject import LoadedWord

_ACRONYM = 6  # letters; a longer word in capitals is shouted
_MARKUP = re.compile(r"</?\w+>|\*\*|__")
_PLAIN_WEIGHT = 400


def attribution_in_neutral_verbs(sheet: FactSheet, brief: Brief) -> Finding:
    """Verbs that doubt the speaker (admit, insist, claim, contend) are never on one side only."""
    sides = printed(sheet, brief)
    one, other = (_slanted(side) for side in (sides.supporters, sides.critics))
    found = f": {', '.join([*one, *other])}" if one or other else ""
    return judged(
        attribution_in_neutral_verbs,
        bool(one) == bool(other),
        f"{both(len(one), len(other))} slanted verbs{found}",
    )


def no_loaded_words(sheet: FactSheet, brief: Brief) -> Finding:
    """No word of the lexicon outside quotation marks, anywhere that the sheet speaks."""
    found = [word for text in _spoken(sheet) for word in _loaded(text, brief.subject.loaded)]
    listed = f": {', '.join(found)}" if found else ""
    return judged(no_loaded_words, not found, f"{len(found)} loaded words{listed}", blocks=True)


def no_shouting(sheet: FactSheet, brief: Brief) -> Finding:
    """No exclamation mark, no capitals, no bold or markup inside an argument; one emphasis for both sides."""
    texts = [point.text for point in points(sheet)] + [pair.question for pair in sheet.pairs]
    marks = sum(text.count("!") for text in texts)
    capitals = [word for text in texts for word in shouted(text)]
    markup = sum(len(_MARKUP.findall(text)) for text in texts)
    weights = [column.words.weight for column in (sheet.paper.supporters, sheet.paper.critics)]
    return judged(
        no_shouting,
        not (marks or capitals or markup) and weights == [_PLAIN_WEIGHT, _PLAIN_WEIGHT],
        f"{marks} exclamation marks, {len(capitals)} words in capitals, {markup} marks of emphasis; "
        f"weights {both(*weights)}",
        blocks=True,
    )


def headings_in_pairs(sheet: FactSheet, brief: Brief) -> Finding:
    """One question of at most 15 words stands over both claims of every pair, and no question twice."""
    questions = {pair.question for pair in sheet.pairs if pair.question}
    longest = max((reading(question).words for question in questions), default=0)
    passed = len(questions) == len(sheet.pairs) > 0 and longest <= thresholds.QUESTION_WORDS
    numbers = f"{len(questions)} questions over {len(sheet.pairs)} pairs, the longest {longest} words"
    return judged(headings_in_pairs, passed, numbers, blocks=True)


def shouted(text: str) -> list[str]:
    """Words in capitals that are too long for an acronym, or that stand beside another one."""
    capitals = [_in_capitals(word) for word in words(text)]
    beside = [False, *capitals, False]
    return [
        word
        for place, word in enumerate(words(text))
        if capitals[place] and (len(word) > _ACRONYM or beside[place] or beside[place + 2])
    ]


@lru_cache(maxsize=2048)
def _loaded(text: str, more: tuple[LoadedWord, ...]) -> tuple[str, ...]:
    """The loaded words of a text; remembered, as the same claims are judged for every place."""
    return tuple(hit.found for hit in lexicon.loaded_words(text, more))


def _slanted(side: Sequence[Argument]) -> list[str]:
    return [verb.found for argument in side for verb in lexicon.verbs(argument.text) if not verb.neutral]


def _spoken(sheet: FactSheet) -> Iterator[str]:
    """All that the sheet says in its own voice; source titles and the names of agencies are not ours."""
    yield sheet.title
    yield from (words.text for words in (*sheet.message, *sheet.not_known, *sheet.act))
    yield from (point.text for point in points(sheet))
    yield from (pair.question for pair in sheet.pairs)
    yield from sheet.questions
    if sheet.policy is not None:
        yield sheet.policy.text


def _in_capitals(word: str) -> bool:
    return len(word) > 1 and word.isalpha() and word.isupper()
