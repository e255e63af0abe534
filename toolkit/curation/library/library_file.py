"""The library as one YAML file that people read and edit: written plainly, read with suspicion.

Read are only plain mappings, lists and texts: no anchors, no tags, no deep nesting, nothing that stands
twice. Every value is taken as text, so that ``no`` and ``2026-11-21`` mean what they say.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from textwrap import wrap
from typing import Any

import yaml

from toolkit.curation.errors import NotFit
from toolkit.curation.library.library_entry import LibraryEntry, Raw, entry
from toolkit.ledger.claim_words import FIELDS

LARGEST = 2 * 1024 * 1024
DEEPEST = 8
MOST_CLAIMS = 2_000  # as many as are compared, or taken, while others wait
MOST_PARTS = 300_000  # two megabytes of claims have two thirds; a file of nothing but commas, a million
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C is ten times as fast
DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
LONG = 60  # characters; longer texts stand on lines of their own
WIDTH = 92
BARE = {"base"} | {field.key for field in FIELDS if field.kind in ("line", "day")}
TEXTS = {"quote", "notice"} | {field.key for field in FIELDS if field.kind == "text"}
FLAGS = {field.key for field in FIELDS if field.kind == "flag"}
HEADER = """\
# The library of claims, to be read, edited and sent back at the desk (Library) or by
# “flask library import”. What changed is shown before anything happens.
#
# - Change what you like of a claim but id, base, topic, stance and status. "base" tells the
#   site which words you began with: a claim that somebody changed meanwhile is not overwritten.
# - A new claim has an empty id and base. It gets its id when it is taken.
# - Claims that you take out of the file stay as they are on the site.
# - "notice" is one sentence for people who hold a printed sheet. It is needed where words change
#   that print today.
# - What you send back becomes drafts in your name; others review them as always.
# - Sources and questions stand at the end for reading. They are edited on their own pages.
"""


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class _Long(str):
    """A text on lines of its own."""


class _Short(list):  # type: ignore[type-arg]
    """A list on one line."""


class _Writer(DUMPER):
    """Writes long texts as blocks and short lists on one line."""

    def ignore_aliases(self, data: object) -> bool:
        """What stands twice is written twice."""
        return True


_Writer.add_representer(
    _Long, lambda writer, text: writer.represent_scalar("tag:yaml.org,2002:str", str(text), style="|")
)
_Writer.add_representer(type(None), lambda writer, _: writer.represent_scalar("tag:yaml.org,2002:null", ""))
_Writer.add_representer(
    _Short,
    lambda writer, items: writer.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=True),
)


def write(claims: Iterable[Raw], sources: Iterable[Raw], questions: Iterable[Raw]) -> str:
    """The file."""
    parts = [HEADER, "\nclaims:\n"]
    for name, items in (("", claims), ("\nsources:\n", sources), ("\nquestions:\n", questions)):
        if name:
            parts.append(name)
        parts += [f"\n{_block(item)}" for item in items]
    return "".join(parts)


def read(content: bytes) -> Iterator[LibraryEntry]:
    """The claims of a file, each with the number of its first line. Raises NotFit."""
    if len(content) > LARGEST:
        raise NotFit(["This file is larger than 2 MB. Send the library in parts."])
    try:
        text = content.decode("utf-8-sig")
        _refuse_bombs(text)
        root = yaml.compose(text, Loader=LOADER)
    except UnicodeDecodeError as error:
        raise NotFit(["This file is not UTF-8 text. Save it as UTF-8."]) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f"line {mark.line + 1}" if mark else "some line"
        raise NotFit([f"This is not well-formed YAML at {where}: {error.problem}."]) from error
    except yaml.YAMLError as error:
        raise NotFit(["This file holds characters that YAML does not allow."]) from error
    yield from _claims(root)


def _refuse_bombs(text: str) -> None:
    depth = 0
    for number, event in enumerate(yaml.parse(text, Loader=LOADER)):
        if number > MOST_PARTS:
            raise NotFit(["This file has more parts than a library has claims. Is it the right one?"])
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise NotFit([f"Line {_line(event)} has an anchor or alias (& or *): write it out."])
        if getattr(event, "tag", None) not in (None, "!"):
            raise NotFit([f"Line {_line(event)} has a tag (!): take it out."])
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise NotFit([f"Line {_line(event)} is nested too deeply for a library."])


def _line(part: yaml.Event | yaml.Node) -> int:
    return part.start_mark.line + 1 if part.start_mark else 0


def _claims(root: yaml.Node | None) -> Iterator[LibraryEntry]:
    listed = None
    if isinstance(root, yaml.MappingNode):
        listed = next((value for key, value in root.value if key.value == "claims"), None)
    if not isinstance(listed, yaml.SequenceNode):
        raise NotFit(["This file has no list “claims:”. Is it a library that this site wrote?"])
    if len(listed.value) > MOST_CLAIMS:
        raise NotFit([f"This file has more than {MOST_CLAIMS} claims. Send it in parts."])
    for node in listed.value:
        found: list[str] = []
        raw = _plain(node, found)
        line = _line(node)
        if isinstance(raw, dict):
            yield entry(raw, line, tuple(found))
        else:
            yield entry({}, line, ("This is no claim: it has no fields.",))


def _plain(node: yaml.Node, found: list[str]) -> Any:
    """Mappings, lists and texts; a field that stands twice is a problem."""
    if isinstance(node, yaml.SequenceNode):
        return [_plain(each, found) for each in node.value]
    if isinstance(node, yaml.ScalarNode):
        return "" if node.style is None and node.value in ("~", "null") else node.value
    read: dict[str, Any] = {}
    for key, value in node.value:
        name = str(key.value)
        if name in read:
            found.append(f"{name} stands twice.")
        read[name] = _plain(value, found)
    return read


def _block(item: Raw) -> str:
    plain = {name: _styled(name, value) for name, value in item.items()}
    written: str = yaml.dump(
        [plain], Dumper=_Writer, sort_keys=False, allow_unicode=True, width=2**20, default_flow_style=False
    )
    return "".join(f"  {line}\n" if line else "\n" for line in written.splitlines())


def _styled(name: str, value: Any) -> Any:
    """As it is easiest to read: long texts as blocks, days and numbers without quotation marks."""
    if isinstance(value, str):
        return _styled_text(name, value)
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return _Short(value)
    if isinstance(value, list):
        return [{key: _styled(key, each) for key, each in row.items()} for row in value]
    return value


def _styled_text(name: str, value: str) -> Any:
    if name in TEXTS and len(value) > LONG:
        # Lines may be broken anywhere: every run of spaces is one space when the file is read.
        return _Long("\n".join(wrap(value, WIDTH, break_long_words=False, break_on_hyphens=False)))
    if name in BARE and value.isdigit():
        return int(value)
    if name in BARE and _DAY.fullmatch(value):
        return date.fromisoformat(value)
    return {"yes": True, "no": False}.get(value, value or None) if name in FLAGS else value or None
