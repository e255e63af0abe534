"""What pages say about the subject whose sheets this site makes: ``subject`` in templates.

Read from ``web.toml`` beside the subject's own file; pages know ``current`` and ``PageWords`` alone.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from toolkit.publishing import subjects


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
    subject, file = subjects.current(), subjects.SUBJECTS / subjects.OPEN / "web.toml"
    raw = tomllib.loads(file.read_text(encoding="utf-8"))
    models = {model.code: model.name for model in subject.models}
    return PageWords(subject.id, subject.name, raw["site_title"], models, raw["words"])
