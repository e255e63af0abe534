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


def sources(items: Iterable[Item], known: Mapping[str, str]) -> dict[str, Item]:
    """New sources, by id, for the citations whose link no ``known`` source has (link to id)."""
    made: dict[str, Item] = {}
    for item in items:
        for citation in item["citations"]:
            if citation["url"] not in known:
                source_id = made_id(citation["url"])
                made.setdefault(source_id, _source(source_id, citation))
    return made


def made_id(url: str) -> str:
    """The id of a source that is known by its link alone."""
    return f"rule-{hashlib.sha256(url.encode()).hexdigest()[:16]}"


def _source(source_id: str, citation: Item) -> Item:
    publisher, kind = citation["publisher"], citation["source_type"]
    operates = kind in KINDS
    return {
        "id": source_id,
        "type": "webpage",
        "title": citation["title"],
        "author": [{"literal": publisher}],
        "publisher": publisher,
        "issued": {"date-parts": [[citation["year"]]]},
        "URL": citation["url"],
        "custom": {
            "kind": KINDS.get(kind, kind),
            "perspective": citation.get("perspective", "government-operator" if operates else "independent"),
            "tag": f"{publisher} {citation['year']}",
            "verified_level": _level(citation),
            "verified_note": "Seen for the state's rule." if citation["seen"] else "Not seen.",
            "seen_at": None,
            "note": None,
        },
    }


def _level(citation: Item) -> str:
    if not citation["seen"]:
        return "unseen"
    return "primary-excerpt" if citation["source_type"] in PRIMARY else "secondary-excerpt"
