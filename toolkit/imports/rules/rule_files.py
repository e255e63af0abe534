"""The states' rules as they ship, and the sources that their citations make.

A rule is printable as fact only by the condition that stands on top of each file; nothing stores it there.
"""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

Item = Mapping[str, Any]
WEAK = frozenset({"low", "low-medium"})
# What was read in the words of those who made it.
PRIMARY = frozenset({"official", "law-copy", "bill-copy", "case", "primary-copy"})
# Texts of law and rulings print as "law or official order"; a bill is neither.
KINDS = {"law-copy": "state-law", "case": "court"}


def is_printable(item: Item, verified: str = "verified") -> bool:
    """Whether a rule may print as fact: verified, not weak, its outcome not open, and a source seen.

    Every other rule prints as "not verified – check". ``verified`` names the flag: notice has its own.
    """
    seen = any(citation["seen"] for citation in item["citations"])
    return bool(item[verified]) and item["confidence"] not in WEAK and not item["outcome_open"] and seen


def key(citation: Item) -> str:
    """What a citation's source is known by: its page, or where only a copy of it was read that copy."""
    return str(citation.get("url") or citation["read_at"])


def sources(items: Iterable[Item], known: Mapping[str, str]) -> dict[str, Item]:
    """New sources, by id, for the citations whose key no ``known`` source has (key to id)."""
    made: dict[str, Item] = {}
    for item in items:
        for citation in item["citations"]:
            if key(citation) in known:
                continue
            source_id = made_id(key(citation))
            if source_id not in made or _level(citation) != "unseen":
                made[source_id] = _source(source_id, citation)
    return made


def made_id(known_by: str) -> str:
    """The id of a source that is known by an address alone."""
    return f"rule-{hashlib.sha256(known_by.encode()).hexdigest()[:16]}"


def _source(source_id: str, citation: Item) -> Item:
    publisher, kind = citation["publisher"], citation["source_type"]
    operates = kind in KINDS
    link = {"URL": citation["url"]} if "url" in citation else {}
    return {
        "id": source_id,
        "type": "webpage",
        "title": citation["title"],
        "author": [{"literal": publisher}],
        "publisher": publisher,
        "issued": {"date-parts": [[citation["year"]]]},
        **link,
        "custom": {
            "kind": KINDS.get(kind, kind),
            "perspective": citation.get("perspective", "government-operator" if operates else "independent"),
            "tag": f"{publisher} {citation['year']}",
            "verified_level": _level(citation),
            "verified_note": _note(citation),
            "seen_at": citation.get("read_at"),
            "note": None,
        },
    }


def _level(citation: Item) -> str:
    if "read_at" in citation:
        return "secondary-excerpt"
    if not citation["seen"]:
        return "unseen"
    return "primary-excerpt" if citation["source_type"] in PRIMARY else "secondary-excerpt"


def _note(citation: Item) -> str:
    if "read_at" not in citation:
        return "Seen for the state's rule." if citation["seen"] else "Not seen."
    if citation["seen"]:
        return "Read for the state's rule in a copy, not on the publisher's page."
    return "The publisher's page was not opened; what it says was read elsewhere."
