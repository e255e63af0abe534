"""Sources into their table, as the shipped files and ICE's list give them."""

from collections.abc import Iterable, Mapping
from typing import Any

from toolkit import models
from toolkit.database import session
from toolkit.ledger.edited import edited


def save_sources(sources: Iterable[Mapping[str, Any]]) -> None:
    """Add or renew sources given as CSL-JSON with a ``custom`` part; none is removed, claims may cite it.

    A source that organizers have edited is theirs and stays as they left it.
    """
    theirs = edited("source")
    for item in sources:
        custom = item["custom"]
        if item["id"] in theirs:
            continue
        session().merge(
            models.Source(
                id=item["id"],
                csl={name: value for name, value in item.items() if name != "custom"},
                title=item["title"],
                url=item.get("URL", ""),
                tag=custom["tag"],
                kind=custom["kind"],
                perspective=custom["perspective"],
                verified_level=custom["verified_level"],
                verified_note=custom["verified_note"],
                seen_at=custom.get("seen_at"),
                note=custom.get("note"),
            )
        )
