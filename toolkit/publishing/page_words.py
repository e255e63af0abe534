"""What pages say about the subject whose sheets this site makes: ``subject`` in templates.

Read from ``data/subjects/<id>/web.toml``; pages and forms know ``current`` and ``PageWords`` alone.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SUBJECTS = Path(__file__).resolve().parent.parent / "data" / "subjects"
OPEN = "287g"


@dataclass(frozen=True, slots=True)
class PageWords:
    """A subject as pages know it; ``models`` are its kinds of agreement, from code to name, in order."""

    id: str
    name: str
    site_title: str
    models: Mapping[str, str]
    words: Mapping[str, str]

    def says(self, key: str, **holes: object) -> str:
        """The sentence of this key, its holes filled. KeyError where the subject, or a hole, lacks it."""
        return self.words[key].format(**holes)


@cache
def current() -> PageWords:
    """Those of the subject that is open."""
    raw = tomllib.loads((SUBJECTS / OPEN / "web.toml").read_text(encoding="utf-8"))
    models = {model["code"]: model["name"] for model in raw["model"]}
    return PageWords(raw["id"], raw["name"], raw["site_title"], models, raw["words"])
