"""How plain a text is: its words, sentences, syllables and Flesch-Kincaid grade.

The rules of balance and the tests of the library both count with these functions, so a word is the same thing
everywhere. English only. A figure is read at a glance, so it counts for less here than when it is spoken.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

# An abbreviation's dot ends no sentence. One of the second kind may, before a word that opens sentences.
_ENDS_NOTHING = re.compile(
    r"(?:vs?|Rep|Sen|Gov|Dr|Mr|Mrs|Ms|St|Pub|Stat|Supp|Fed|Reg|Sec|Art|App|Cir|cf|approx"
    r"|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|e\.g|i\.e)\."
)
_MAY_END = re.compile(r"(?:[A-Z]|U\.S|D\.C|U\.S\.C|a\.m|p\.m|Inc|Co|Jr|Sr|Dept|etc|No)\.")
_OPENER = re.compile(
    r"An?|And|At|But|By|For|He|His|If|In|Its?|On|Other|Our|She|Some|That|The|Their|There|These|They|This|Those"
    r"|To|Under|We|When"
)
_BREAK = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9$§])")
_EDGES = "\"“”‘’'()[]{}.,;:!?–—-…*"
_PIECE = re.compile(r"\d[\d,.]*|[^\W\d_]+")
# Syllables are vowel groups, plus the vowels of a group that are said apart, less the e that is not said.
_VOWELS = re.compile(r"[aeiouyáéíóúü]+")
_SAID_APART = re.compile(
    r"(?<![ct])i(?:a|u(?!s$))|[ct]i(?=at)|(?<![cgst])(?<!ll)(?<!n)io|tio(?=s?$)|(?<![ct])ie(?=[tn]|rs?$)|ci(?=ety)"
    r"|(?<![qg])u(?:a|o)|[eoy]ing$|eo(?!p)|crea(?=t)|[dr]ea(?=s?$)|[aeio]y(?=[aeio])(?!y?ed$)|co(?=op|ord)"
    r"|^re(?=imb|ass)|ism(?=s?$)"
)
_SILENT_E_INSIDE = re.compile(r"(?<=[^aeiouyl])e(?=(?:ments?|ly|ness|less|ful)$)|(?<=g)e(?=town$)")
_SILENT_ENDING = re.compile(
    r"[^aeiouyl]e$|[aeiouy]le$|[gq]ue$"
    r"|(?<![cgsxz])(?<!ch)(?<!sh)(?<![^aeiouy]l)(?<![aeiouy])es$"
    r"|(?<![td])(?<![^aeiouyl]l)(?<![aeiouy])ed$"
)
_APOSTROPHE = re.compile(r"['’]s?")
_SAID_NOT = re.compile(r"[^aeiour]n['’]t$")  # "didn't" has two syllables, "don't" has one
_ACRONYMS = Path(__file__).with_name("acronyms.toml")
_SAID_AS_WORDS: dict[str, int] = tomllib.loads(_ACRONYMS.read_text(encoding="utf-8"))["syllables"]
_BY_HAND = {
    word: count
    for count, line in (
        (2, "argue argues business framework georgia homeland knoxville nashville rely safety someone"),
        (2, "something statewide timeline whiteside william"),
        (3, "anyone behavior everything influence virginia"),
        (4, "california pennsylvania"),
    )
    for word in line.split()
}


def words(text: str) -> tuple[str, ...]:
    """The words of ``text`` as they stand, bare of punctuation at their edges; "24/7" is one."""
    bare = (_bare(token) for token in text.replace("—", " ").split())
    return tuple(token for token in bare if any(map(str.isalnum, token)))


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of ``text``; a line break ends one, the dot of an abbreviation does not."""
    return tuple(sentence for sentence, _ in _counted(text))


def sentence_lengths(text: str) -> tuple[int, ...]:
    """How many words each sentence has."""
    return tuple(count for _, count in _counted(text))


def syllables(word: str) -> int:
    """The syllables of one word, at least 1; initials as letters, a figure as 1 (to two digits) or 2."""
    joined = _APOSTROPHE.sub("", word)
    count = sum(_syllables_of_piece(piece) for piece in _PIECE.findall(joined))
    return max(1, count + ("$" in word) + 2 * ("%" in word) + bool(_SAID_NOT.search(word)))


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of ``text``: US school years. Raises ValueError when there are no words."""
    all_words = words(text)
    if not all_words:
        raise ValueError("a text without words has no grade")
    per_sentence = len(all_words) / len(sentence_lengths(text))
    per_word = sum(map(syllables, all_words)) / len(all_words)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59


def longest_sentence(text: str) -> int:
    """The words of the longest sentence; 0 for an empty text."""
    return max(sentence_lengths(text), default=0)


def _counted(text: str) -> Iterator[tuple[str, int]]:
    """Each sentence with the number of its words."""
    for line in text.splitlines():
        begin = 0
        for end in _ends(line):
            sentence = line[begin:end].strip()
            begin = end
            if count := len(words(sentence)):
                yield sentence, count


def _ends(line: str) -> Iterator[int]:
    """Where sentences end in a line."""
    begin = 0
    for gap in _BREAK.finditer(line):
        if not _is_abbreviation(line[begin : gap.start()], line[gap.end() :]):
            begin = gap.end()
            yield begin
    yield len(line)


def _bare(token: str) -> str:
    """``token`` without punctuation at its edges, keeping a bracket or dot that belongs to it."""
    inner = token.strip(_EDGES)
    if "(" in inner and ")" not in inner:
        inner += ")"
    return inner


def _is_abbreviation(before: str, after: str) -> bool:
    """Whether the dot that ends ``before`` is an abbreviation's and the sentence goes on with ``after``."""
    last = before.split()[-1].lstrip(_EDGES)
    if _ENDS_NOTHING.fullmatch(last):
        return True
    return bool(_MAY_END.fullmatch(last)) and not _OPENER.fullmatch(_bare(after.split()[0]))


def _syllables_of_piece(piece: str) -> int:
    """The syllables of a run of digits or of letters."""
    if piece[0].isdigit():
        return 1 if sum(map(str.isdigit, piece)) <= 2 else 2
    if piece in _SAID_AS_WORDS:
        return _SAID_AS_WORDS[piece]
    if piece.isupper():
        return len(piece) + 2 * piece.count("W")  # every letter's name has one syllable, but double-u three
    return _syllables_of_letters(piece.lower())


def _syllables_of_letters(letters: str) -> int:
    """The syllables of a written-out word: its vowel groups, less silent endings, plus vowels said apart."""
    if letters in _BY_HAND:
        return _BY_HAND[letters]
    count = len(_VOWELS.findall(letters)) + len(_SAID_APART.findall(letters))
    count -= len(_SILENT_E_INSIDE.findall(letters)) + bool(_SILENT_ENDING.search(letters))
    return max(1, count)
