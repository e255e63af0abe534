"""American English as spoken at a podium.

Each step rewrites one kind of writing and leaves the rest alone; the order matters only where a later
kind would also match an earlier one (a date holds a year, a year is a number).
"""

import re
from functools import lru_cache

from num2words import num2words

from fact_sheets.speech.english_words import ABBREVIATIONS, MONTHS, ROMAN, SAID_AS_WORDS, UNITS

_MONTH = "|".join(sorted((*MONTHS, *(f"{short}\\." for short in MONTHS)), key=len, reverse=True))
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_YEAR = r"(?:1[6-9]|20)\d\d"
_SIZE = r"[ -](?:thousand|million|billion|trillion)\b|[KMBT]\b"
_DIGITS_OF_A_YEAR = 4
_WORDS_OF_A_SHOUT = 3
_DIGITS_OF_A_QUANTITY = 21  # nobody says more as one number
Sayings = tuple[tuple[str, str], ...]  # written form, how it is said
_PLAIN_SIGNS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2011": "-", "\u2060": None})


@lru_cache(maxsize=16)
def _patterns(sayings: Sayings) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rf"(?<!\w){re.escape(name)}(?!\w)"), said) for name, said in sayings)


def cardinal(number: str) -> str:
    """Say "1,250.5" as a quantity; what is longer than any is said digit by digit."""
    plain = number.replace(",", "")
    if len(plain) > _DIGITS_OF_A_QUANTITY:
        return " ".join(_plain(num2words(int(digit))) for digit in plain.replace(".", ""))
    value = float(plain) if "." in plain else int(plain)
    return _plain(num2words(value))


def ordinal(number: str) -> str:
    """Say "21" as a place in a row."""
    if len(number) > _DIGITS_OF_A_QUANTITY:
        return cardinal(number)
    return _plain(num2words(int(number), to="ordinal"))


def year(number: str) -> str:
    """Say "2025" as a year."""
    return _plain(num2words(int(number), to="year"))


def reference(number: str) -> str:
    """Say the number of a law or bill in pairs: 1357 is "thirteen fifty-seven", 908 "nine oh eight"."""
    head, tail = number[:-2], number[-2:]
    if len(number) not in (3, 4) or number.endswith("00"):
        return cardinal(number)
    return f"{cardinal(head)} {'oh ' if tail.startswith('0') else ''}{cardinal(str(int(tail)))}"


def letters(initials: str) -> str:
    """Say "GAO" letter by letter."""
    return " ".join(initials)


def _plain(number: str) -> str:
    """American: no comma, no "and"."""
    return number.replace(",", "").replace(" and ", " ")


def _section(match: re.Match[str]) -> str:
    number, decimals, paragraph = match["number"], match["decimals"], match["paragraph"]
    said = f"section {reference(number)}"
    if decimals:
        said += f" point {cardinal(decimals)}"
    return said + "".join(f" {part}" for part in re.findall(r"\w+", paragraph or ""))


def _money(match: re.Match[str]) -> str:
    amount, unit = match["amount"], match["unit"]
    if unit:
        return f"{cardinal(amount)} {UNITS[unit.strip().lower()]} dollars"
    whole, _, cents = amount.partition(".")
    said = f"{cardinal(whole)} {'dollar' if whole == '1' else 'dollars'}"
    return f"{said} and {cardinal(cents.lstrip('0'))} cents" if cents.strip("0") else said


def _date(match: re.Match[str]) -> str:
    day = f" {ordinal(match['day'])}" if match["day"] else ""
    when = f" {year(match['year'])}" if match["year"] else ""
    return MONTHS[match["month"].removesuffix(".")] + day + when


def _iso_date(match: re.Match[str]) -> str:
    month = list(dict.fromkeys(MONTHS.values()))[int(match["month"]) - 1]
    return f"{month} {ordinal(match['day'])} {year(match['year'])}"


def _years(match: re.Match[str]) -> str:
    last = match["last"]
    return f"{year(match['first'])} to {year(last) if len(last) == _DIGITS_OF_A_YEAR else cardinal(last)}"


def _clock(match: re.Match[str]) -> str:
    minutes = match["minutes"]
    hour = cardinal(match["hour"])
    if minutes and minutes != "00":
        hour += f" {'oh ' if minutes.startswith('0') else ''}{cardinal(str(int(minutes)))}"
    half = match["half"]
    if half:
        return f"{hour} {half[0].lower()} m"
    return hour if minutes != "00" else f"{hour} o’clock"


def _initials(match: re.Match[str]) -> str:
    word, plural = match["word"], match["plural"] or ""
    if word in SAID_AS_WORDS:
        return SAID_AS_WORDS[word] + plural
    return letters(word) + plural


# What is written, and how it is said. A later step sees what the earlier ones left.
_STEPS = tuple(
    (re.compile(written), say)
    for written, say in (
        (r"(?<![\d,.$])9-?1-?1\b(?![,.]?\d)", lambda m: "nine one one"),
        (r"\b9/11\b", lambda m: "nine eleven"),
        (r"\b24/7\b", lambda m: "twenty-four seven"),
        (
            r"(?:§§?|\b[Ss]ections?|\b[Ss]ec\.)\s*(?P<number>\d+)(?:\.(?P<decimals>\d+))?"
            r"(?P<paragraph>(?:\(\w+\))*)",
            _section,
        ),
        (r"\b(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])\b", _iso_date),
        (rf"\b(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH})(?:,?\s+(?P<year>{_YEAR}))?\b", _date),
        (
            rf"\b(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year>{_YEAR}))?\b(?!,\d)",
            _date,
        ),
        (rf"\b(?P<month>{_MONTH})(?P<day>)\s+(?P<year>{_YEAR})\b", _date),
        (
            rf"\$(?P<low>{_NUMBER})\s?[–-]\s?\$?(?P<amount>{_NUMBER})(?P<unit>{_SIZE})?",
            lambda m: f"{cardinal(m['low'])} to {_money(m)}",
        ),
        (rf"\$(?P<amount>{_NUMBER})(?P<unit>{_SIZE})?", _money),
        (r"(?i)\b(?P<hour>1[0-2]|[1-9])(?::(?P<minutes>[0-5]\d))?\s*(?P<half>[ap])\.?\s?m\b\.?", _clock),
        (r"\b(?P<hour>\d{1,2}):(?P<minutes>[0-5]\d)(?P<half>)\b", _clock),
        (rf"\b(?P<first>{_YEAR})[–-](?P<last>\d{{4}}|\d\d)\b", _years),
        (r"\b((?:1[6-9]|20)\d)0s\b", lambda m: re.sub(r"y$", "ies", year(m[1] + "0"))),
        (rf"(?<![\w-])({_NUMBER})\s?[–-]\s?(?={_NUMBER})", lambda m: f"{m[1]} to "),
        (r"(?<=\d)\s?%", lambda m: " percent"),
        (r"\b(\d+)(?:st|nd|rd|th)\b", lambda m: ordinal(m[1])),
        (r"(?<=[A-Z])-(?=\d)|(?<=[A-Z]-\d\d)-(?=\d)", lambda m: " "),
        (
            r"\b(?P<bill>H\.?B\.?|S\.?B\.?|H\.?R\.?|S\.|A\.?B\.?)\s?(?P<number>\d{1,4})\b",
            lambda m: f"{letters(m['bill'].replace('.', ''))} {reference(m['number'])}",
        ),
        (r"(?:#|\bNos?\.)\s?(?=\d)", lambda m: "number "),
        (
            r"\b(Title|Part|Article|Chapter|War) (" + "|".join(ROMAN) + r")\b",
            lambda m: f"{m[1]} {ROMAN[m[2]]}",
        ),
        (
            r"(?<!\w)(" + "|".join(re.escape(short) for short in ABBREVIATIONS) + r")(?!\w)",
            lambda m: ABBREVIATIONS[m[1]],
        ),
        (rf"(?<![\d,.])({_YEAR})(?![\d,]\d|\.\d)", lambda m: year(m[1])),
        (rf"({_NUMBER})", lambda m: f" {cardinal(m[1])} "),
        (r"\b(?P<word>[A-Z]{2,6})(?P<plural>s)?\b", _initials),
        (r"\s*&\s*", lambda m: " and "),
        (r"(?<=\w)/(?=\w)", lambda m: " or "),
    )
)


def spoken(text: str, sayings: Sayings = ()) -> str:
    """``text`` as said; sentence marks stay, since they are where a speaker breathes."""
    said = text.translate(_PLAIN_SIGNS)
    if said.isupper() and len(said.split()) > _WORDS_OF_A_SHOUT:
        said = said.capitalize()  # a sentence in capitals is words, not initials
    for pattern, words in _patterns(sayings):
        said = pattern.sub(words, said)
    for pattern, say in _STEPS:
        said = pattern.sub(say, said)
    said = re.sub(r"\s+([,.;:?])", r"\1", re.sub(r"\s+", " ", said))
    return re.sub(r"\s*-\s+|\s+-\s*", " ", said).strip()
