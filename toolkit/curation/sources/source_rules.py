"""What a source must be before it is kept: the form shows each problem at its field, the deed refuses."""

import re
from collections.abc import Iterator
from dataclasses import replace

from toolkit.curation.errors import Problem
from toolkit.curation.sources import csl_text
from toolkit.curation.sources.source_draft import KINDS, LABELS, LEVELS, PERSPECTIVES, TYPES, SourceDraft
from toolkit.curation.sources.web_address import UnusableAddress
from toolkit.curation.sources.web_address import tidy as tidy_address
from toolkit.curation.text import UNBROKEN, text_faults, tidy

DOI = re.compile(r"10\.\d{4,9}/\S+")
_BEFORE_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_RANGE = re.compile(r"(?<=\w)\s*[\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}-]+\s*(?=\w)")
LONGEST = {
    "title": 400,
    "url": 600,
    "archive_url": 600,
    "tag": 80,
    "verified_note": 1000,
    "seen_at": 1000,
    "note": 1000,
    "people": 4000,
    "organizations": 4000,
}
USUAL, LONGEST_REASON = 300, 400
_NEEDED = {
    "title": "Write the title as it stands on the source.",
    "url": "Write the address where a reader finds it, or below where a copy of it was read.",
    "publisher": "Write who published it: the balance of a sheet counts publishers.",
    "tag": "Write the short name that stands in the notes, such as “GAO 2021”.",
    "verified_note": "Say what of it was read, and where.",
}
_CHOICES = {
    "type": (tuple(TYPES), "Choose what form it has."),
    "kind": (KINDS, "Choose what kind of source it is."),
    "perspective": (PERSPECTIVES, "Choose where it stands."),
    "verified_level": (LEVELS, "Choose how far we saw it."),
}
_MANY_LINES = frozenset({"people", "organizations"})
_ADDRESSES = ("url", "archive_url")
_ON_PAPER = ("title", "publisher", "container_title", "tag")


def tidied(draft: SourceDraft) -> SourceDraft:
    """The same in one form: NFC, single spaces, addresses in ASCII, a bare DOI, ranges with a hyphen."""
    texts = {name: _lines(text) if name in _MANY_LINES else tidy(text) for name, text in draft}
    texts["doi"] = _BEFORE_DOI.sub("", texts["doi"])
    texts["page"] = _RANGE.sub("-", texts["page"])
    for name in _ADDRESSES:
        try:
            texts[name] = tidy_address(texts[name])
        except UnusableAddress:
            continue
    return replace(draft, **texts)


def problems(draft: SourceDraft, *, was: SourceDraft | None = None) -> tuple[Problem, ...]:
    """Everything that is wrong with a tidied draft. What we no longer offer may stay as it ``was``."""
    found = (*_texts(draft), *_choices(draft, was), *_forms(draft))
    return tuple({problem.field: problem for problem in reversed(found)}.values())


def _texts(draft: SourceDraft) -> Iterator[Problem]:
    for name, text in draft:
        most = LONGEST.get(name, USUAL)
        unbroken = UNBROKEN if name in _ON_PAPER else most
        many = name in _MANY_LINES
        found = text_faults(text.replace("\n", " ") if many else text, most=most, unbroken=unbroken)
        missing = not text and not (name == "url" and draft.seen_at)
        if words := next(found, _NEEDED.get(name) if missing else None):
            yield Problem(name, words)


def _lines(text: str) -> str:
    """One tidy text a line, and no empty lines."""
    return "\n".join(line for line in map(tidy, text.splitlines()) if line)


def _choices(draft: SourceDraft, was: SourceDraft | None) -> Iterator[Problem]:
    for name, (known, words) in _CHOICES.items():
        kept = was is not None and getattr(draft, name) == getattr(was, name)
        if getattr(draft, name) not in known and not kept:
            yield Problem(name, words)


def _forms(draft: SourceDraft) -> Iterator[Problem]:
    for name in _ADDRESSES:
        try:
            _ = tidy_address(getattr(draft, name)) if getattr(draft, name) else ""
        except UnusableAddress as error:
            yield Problem(name, str(error))
    for name in ("issued", "accessed"):
        text = getattr(draft, name)
        if text and not csl_text.date_parts(text):
            yield Problem(name, f"{LABELS[name]}: write a year, 2020-09, 2020-09-15, or a span as 2020/2021.")
    if draft.doi and not DOI.fullmatch(draft.doi):
        yield Problem("doi", "A DOI looks like 10.1086/680935.")
