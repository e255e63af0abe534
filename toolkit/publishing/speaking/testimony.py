"""Testimony: the timed script of one speaker and its papers. Whoever asks gets them; nothing is kept.

What a speaker typed lives in the arguments of these functions and in the pipe to a renderer. It touches no
row, no file, no log and no cache.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from fact_sheets.brief import Brief, brief_of
from fact_sheets.sentences import say
from fact_sheets.testimony import text, wording
from fact_sheets.testimony.checklist import Group, checklist
from fact_sheets.testimony.draft import compose
from fact_sheets.testimony.parcel import Paper, Parcel, Tree, pack
from fact_sheets.testimony.points import best, sayable
from fact_sheets.testimony.script import Script
from fact_sheets.testimony.speaker import (
    LONGEST,
    POSITIONS,
    SHORTEST,
    SpeakerError,
    TooLong,
    Wishes,
    read_limit,
    say_limit,
)
from fact_sheets.testimony.written import DEFAULT_CAP, CapUnit, written_comment
from toolkit.publishing.issuing.press_room import PressRoom
from toolkit.publishing.knowing.dossiers import assemble
from toolkit.publishing.rendering.frames import TESTIMONY

Format = Literal["pdf", "docx", "txt"]
FORMATS: tuple[Format, ...] = ("pdf", "docx", "txt")
PAPERS: tuple[Paper, ...] = ("speaking", "leave-behind", "if-asked", "written")
MEDIA_TYPES: Mapping[Format, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain",
}
__all__ = [
    "DEFAULT_CAP",
    "FORMATS",
    "LONGEST",
    "MEDIA_TYPES",
    "PAPERS",
    "POSITIONS",
    "SHORTEST",
    "CapUnit",
    "Format",
    "Paper",
    "Podium",
    "SpeakerError",
    "TooLong",
    "Wishes",
    "document",
    "facts",
    "on_screen",
    "podium",
    "printed",
    "read_limit",
    "say_limit",
]


@dataclass(frozen=True, slots=True)
class Podium:
    """A script as it is read from a screen, with everything that stands around it on paper."""

    script: Script
    timing: str
    asides: tuple[str, ...]
    skips: tuple[str, ...]  # for each line, at which limits it is left out, or nothing
    versions: tuple[int, ...]  # the limits that it can be cut to, its own first, in seconds
    rate: float  # spoken words a minute of the limit: half the pace where each sentence is interpreted
    checklist: tuple[Group, ...]
    no_reply: str  # where an answer on the if-asked card has none


def podium(press_room: PressRoom, geoid: str, on: date, wishes: Wishes) -> Podium:
    """The whole text for a screen. Raises UnknownPlace, FactsMissing, FactsBusy or SpeakerError."""
    return on_screen(_script(facts(press_room, geoid, on), wishes), wishes.pace * wishes.share)


def on_screen(script: Script, rate: float) -> Podium:
    """A script with everything that a page says about it."""
    return Podium(
        script=script,
        timing=wording.timing(script),
        asides=tuple(filter(None, (wording.left_out(script), wording.room(script), *script.notices))),
        skips=tuple(wording.skipped_at(script, index) or "" for index in range(len(script.plan.lines))),
        versions=(script.limit, *(cut.limit for cut in script.plan.cuts)),
        rate=rate,
        checklist=checklist(script),
        no_reply=say("testimony.no_reply"),
    )


def document(
    press_room: PressRoom,
    geoid: str,
    on: date,
    wishes: Wishes,
    *,
    paper: Paper = "speaking",
    form: Format = "pdf",
    cap: int = DEFAULT_CAP,
    unit: CapUnit = "words",
) -> bytes:
    """One paper of this speaker's testimony; the cap is that of a written comment.

    Raises as ``podium`` does, and Busy or RenderFailed for a PDF.
    """
    known = facts(press_room, geoid, on)
    if paper == "written":
        return printed(press_room, paper, written_comment(known, _settled(known, wishes), cap, unit), form)
    return printed(press_room, paper, _script(known, wishes), form)


def printed(press_room: PressRoom, paper: Paper, tree: Tree, form: Format) -> bytes:
    """The bytes of a paper. Raises Busy or RenderFailed for a PDF."""
    if form == "pdf":
        return press_room.renderers.render(pack(Parcel(paper, tree)), TESTIMONY)
    if form == "txt":
        return _AS_TEXT[paper](tree).encode()
    return _as_word(paper, tree)


def facts(press_room: PressRoom, geoid: str, on: date) -> Brief:
    """What is known about the place. Raises UnknownPlace, FactsMissing or FactsBusy."""
    with press_room.reading():
        return brief_of(assemble(geoid, on, press_room.settings, subject=press_room.subject))


_AS_TEXT: Mapping[Paper, Callable[[Any], str]] = {
    "speaking": text.speaking,
    "leave-behind": text.leave_behind,
    "if-asked": text.if_asked,
    "written": text.written,
    "cards": text.cards,
}


def _script(known: Brief, wishes: Wishes) -> Script:
    return compose(known, _settled(known, wishes))


def _settled(known: Brief, wishes: Wishes) -> Wishes:
    """The wishes with the chosen claims in the order of their weight; the best three need not be named."""
    chosen = set(wishes.claims)
    order = [claim.id for claim in sayable(known, wishes.position) if claim.id in chosen]
    picked = {claim.id for claim in best(known)[wishes.position]}
    return replace(wishes, claims=() if set(order) == picked else tuple(order))


def _as_word(paper: Paper, tree: Tree) -> bytes:
    """A Word file. The library is loaded on use: it takes 0.1 s and few ask for it."""
    from fact_sheets.testimony import docx

    doors: Mapping[Paper, Callable[[Any], bytes]] = {
        "speaking": docx.speaking,
        "leave-behind": docx.leave_behind,
        "if-asked": docx.if_asked,
        "written": docx.written,
    }
    return doors[paper](tree)
