"""The words of a subject as an organizer edits them: every text of its content, by the path that leads to it.

Only the words change: when a phrase is said, and how many there are, stays. A phrase keeps to its holes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Any

from toolkit.curation.text import text_faults
from toolkit.ledger.subjects import pressed

MOST = 400  # characters of a text
_NAMES = {"name", "one_line", "heading", "columns", "marked", "where", "who", "when", "perspectives"}
_SAID = {"sheet": "The sheet", "testimony": "Testimony", "pages": "Pages", "models": "Models"}
_CASES = {
    "government": "the government here",
    "kind": "the kind of place",
    "own": "the place’s own agency",
    "rule": "the state’s rule",
    "name": "the place’s name",
    "law": "whether the law has decided",
    "head": "a heading for the law",
    "headed": "whether the heading says it",
    "checked": "the rule’s check",
    "room": "room on the sheet",
    "in_state": "agreements in the state",
}
# A usual place, to fill what the words leave open.
_USUAL = {
    "place": "Lake County",
    "Place": "Lake County",
    "state": "Ohio",
    "State": "Ohio",
    "head": "Ohio has barred such agreements",
    "Head": "Ohio has barred such agreements",
    "item": "item 7",
    "whose_state": "Ohio’s",
    "Whose_state": "Ohio’s",
    "government": "county",
    "Government": "County",
    "date": "November 2, 2026",
    "gone_by": "November 2, 2026",
    "last_listed": "October 2, 2026",
    "agency": "Lake County Sheriff’s Office",
    "partners": "2 agencies",
    "agencies": "1,549",
    "here": "3",
}


@dataclass(frozen=True, slots=True)
class Text:
    """One text: where it stands, when it is said, the holes that it may have."""

    path: str  # "sheet/title/0/says/other"
    words: str
    when: str  # in words; empty: always, or where nothing before it fits
    holes: tuple[str, ...]

    @property
    def example(self) -> str:
        """The words as a usual place would get them."""
        return example(self.path, self.words)


def texts(content: Mapping[str, Any]) -> dict[str, tuple[Text, ...]]:
    """Every text of the subject, by the group that it is edited with: "names", "sheet/title"."""
    groups: dict[str, list[Text]] = {}
    for path, words, when in _leaves(content, (), ""):
        part = "/".join(path[:2]) if path[0] in _SAID and path[0] != "models" else "names"
        groups.setdefault(part, []).append(Text("/".join(path), words, when, holes(words)))
    return {name: tuple(listed) for name, listed in groups.items()}


def called(group: str) -> str:
    """A group in words: "The sheet: title"."""
    part, _, name = group.partition("/")
    return f"{_SAID[part]}: {name.replace('_', ' ')}" if part in _SAID else "Names"


def replaced(content: Mapping[str, Any], said: Mapping[str, str]) -> dict[str, Any]:
    """The content with other words at these paths."""
    made: dict[str, Any] = _copied(content, (), said)
    return made


def faults(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What keeps these words from being kept: the path, and a sentence on what to mend."""
    known = {text.path: text for listed in texts(before).values() for text in listed}
    new = {text.path: text for listed in texts(after).values() for text in listed}
    if replaced(after, {path: text.words for path, text in known.items()}) != before:
        yield "", "Only words are edited here."
        return
    for path, text in new.items():
        if text.words == known[path].words:
            continue
        if not text.words.strip():
            yield path, "Write something."
        yield from ((path, says) for says in text_faults(text.words, most=MOST))
        if "{" in "".join(text.holes):
            yield path, "Every { needs its }, and a name between them."
        elif unknown := [hole for hole in text.holes if hole not in known[path].holes]:
            may = ", ".join(f"{{{hole}}}" for hole in known[path].holes) or "none"
            yield (
                path,
                f"Nothing fills {', '.join(f'{{{hole}}}' for hole in unknown)}. These are filled: {may}.",
            )
    try:
        pressed({"id": "any", **after})
    except ValueError as error:
        yield "", str(error)


def holes(words: str) -> tuple[str, ...]:
    """The names of the holes, each once; a brace where they cannot be read."""
    try:
        parts = [(name, spec, as_) for _, name, spec, as_ in Formatter().parse(words) if name is not None]
    except ValueError:
        return ("{",)
    broken = any(spec or as_ or not name.isidentifier() for name, spec, as_ in parts)
    return ("{",) if broken else tuple(dict.fromkeys(name for name, _, _ in parts))


def example(path: str, words: str) -> str:
    """The words as a usual place would get them; what only some place could fill is an ellipsis."""
    found = holes(words)
    if "{" in found:
        return words
    number = "1" if path.endswith("/one") else "3"
    return words.format_map({**dict.fromkeys(found, "…"), **_USUAL, "n": number})


def _leaves(value: Any, path: tuple[str, ...], when: str) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Each text that may be edited, with its path and the circumstances in which it is said."""
    if isinstance(value, str):
        if _is_edited(path):
            yield path, value, when
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _leaves(each, (*path, str(number)), when)
    elif isinstance(value, dict):
        case = value.get("when")
        when = _in_words(case) if isinstance(case, dict) else when
        for name, each in value.items():
            if name != "when" or isinstance(each, str):
                yield from _leaves(each, (*path, name), when)


def _is_edited(path: tuple[str, ...]) -> bool:
    if path[0] in ("sheet", "testimony"):
        return "says" in path
    return path[0] == "pages" or (path[0] in (*_NAMES, "table", "models") and not _NAMES.isdisjoint(path))


def _in_words(case: Mapping[str, Any]) -> str:
    said = (f"{_CASES.get(name, name.replace('_', ' '))}: {' or '.join(may)}" for name, may in case.items())
    return "; ".join(said)


def _copied(value: Any, path: tuple[str, ...], said: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {name: _copied(each, (*path, name), said) for name, each in value.items()}
    if isinstance(value, list):
        return [_copied(each, (*path, str(number)), said) for number, each in enumerate(value)]
    return said.get("/".join(path), value) if isinstance(value, str) and path and _is_edited(path) else value
