"""The newest corrections as an Atom feed (RFC 4287). It names claims and days, and nobody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit
from xml.etree import ElementTree

from fact_sheets.typesetting import say_date
from toolkit.config import Settings
from toolkit.publishing.knowing.corrections import LogEntry

ATOM = "http://www.w3.org/2005/Atom"
BEGAN = date(2026, 1, 1)  # when a feed without a correction was last changed
REVIEWED_BY = "Reviewed by the organizers."


@dataclass(frozen=True, slots=True)
class Feed:
    """The document, and the moment since which it is as it is; None on the day of its newest entry."""

    xml: bytes
    modified: datetime | None


def feed(entries: Sequence[LogEntry], settings: Settings, on: date) -> Feed:
    """The feed of these corrections, newest first."""
    newest = entries[0].notice.made_on if entries else BEGAN
    root = ElementTree.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "en"})
    here = f"{settings.base_url}/corrections"
    _say(root, "id", _tag(settings, BEGAN, "corrections"))
    _say(root, "title", f"Corrections to the {settings.site_name}")
    _say(root, "updated", _moment(newest).isoformat())
    _link(root, "self", f"{here}.atom", "application/atom+xml")
    _link(root, "alternate", here, "text/html")
    _say(ElementTree.SubElement(root, f"{{{ATOM}}}author"), "name", settings.made_by)
    for entry in entries:
        _entry(root, entry, settings)
    # Rows are kept by their day. While it lasts, another one may still come with the same day.
    modified = _moment(newest + timedelta(days=1)) if newest < on else None
    return Feed(_written(root), modified)


def _entry(root: ElementTree.Element, entry: LogEntry, settings: Settings) -> None:
    notice, element = entry.notice, ElementTree.SubElement(root, f"{{{ATOM}}}entry")
    _say(element, "id", _tag(settings, notice.made_on, f"correction/{entry.number}"))
    _say(element, "title", f"Claim {notice.claim_id}: {notice.kind}")
    _say(element, "updated", _moment(notice.made_on).isoformat())
    _link(element, "alternate", f"{settings.base_url}/claims/{notice.claim_id}", "text/html")
    _say(element, "summary", notice.sentence)
    _say(element, "content", _told(entry)).set("type", "text")


def _told(entry: LogEntry) -> str:
    today = "It is no longer printed." if entry.today is None else f"Now: “{entry.today}”"
    day = f"{say_date(entry.notice.made_on)}."
    return "\n\n".join((entry.notice.sentence, f"It said: “{entry.was}”", today, f"{day} {REVIEWED_BY}"))


def _say(parent: ElementTree.Element, name: str, words: str) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, f"{{{ATOM}}}{name}")
    element.text = words
    return element


def _link(parent: ElementTree.Element, rel: str, href: str, kind: str) -> None:
    ElementTree.SubElement(parent, f"{{{ATOM}}}link", {"rel": rel, "type": kind, "href": href})


def _tag(settings: Settings, day: date, specific: str) -> str:
    """A tag URI (RFC 4151): it stays the same, whatever becomes of the page that it names."""
    return f"tag:{urlsplit(settings.base_url).hostname},{day.isoformat()}:{specific}"


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _written(root: ElementTree.Element) -> bytes:
    ElementTree.register_namespace("", ATOM)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written
