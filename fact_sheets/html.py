"""How documents become HTML: one environment of templates, which asks the sentences for every fixed word.

The environment is strict: every text is escaped, an unknown name is an error, and nothing outside
``templates/documents`` can be read. The markup carries no ``style`` attribute, so a strict content policy
holds.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from fact_sheets import wording
from fact_sheets.errors import UnsafeLink
from fact_sheets.sentences import language

TEMPLATES = Path(__file__).parent.parent / "templates" / "documents"
SCHEMES = frozenset({"http", "https", "mailto"})
ENVIRONMENT = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=select_autoescape(["html"]),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,  # a press that is running goes on with the templates that it started with
)


def warm() -> None:
    """Compile the templates, which otherwise waits for the first document."""
    for name in ENVIRONMENT.list_templates(extensions=["html"]):
        ENVIRONMENT.get_template(name)


def printable_link(url: str) -> str:
    """``url``, if it may be printed. Raises UnsafeLink for any scheme but http, https and mailto."""
    if urlsplit(url).scheme not in SCHEMES:
        raise UnsafeLink(f"this link may not be printed: {url!r}")
    return url


def voice(tag: str = "en") -> dict[str, Callable[..., Any]]:
    """How a template asks for the sentences of a language."""
    spoken = language(tag)
    return {
        "say": spoken.say,
        "say_in_parts": spoken.stretches,
        "stretches": partial(wording.stretches, tag=tag),
    }


ENVIRONMENT.filters.update(link=printable_link)
