"""Scripts, comments and deals → HTML for paper, one template for each kind of copy.

Everything that a speaker typed is escaped by the environment of ``fact_sheets.html``; the title that becomes
the document's own says only what kind of paper it is.
"""

from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from fact_sheets import qr
from fact_sheets.document import Note
from fact_sheets.html import ENVIRONMENT, voice
from fact_sheets.paper import LETTER
from fact_sheets.sentences import say
from fact_sheets.testimony import cards_fit, wording
from fact_sheets.testimony.checklist import checklist
from fact_sheets.testimony.deal import Deal
from fact_sheets.testimony.parcel import Paper, Parcel, Tree
from fact_sheets.testimony.script import Role, Script, ScriptLine
from fact_sheets.testimony.speaker import say_limit
from fact_sheets.testimony.written import WrittenComment
from fact_sheets.wording import note_tail

_TEMPLATES: dict[Paper, str] = {
    "speaking": "testimony/speaking_copy.html",
    "leave-behind": "testimony/leave_behind.html",
    "if-asked": "testimony/if_asked.html",
    "written": "testimony/written_comment.html",
    "plan": "testimony/deal_plan.html",
    "cards": "testimony/deal_cards.html",
    "deal": "testimony/deal.html",
}
_FIRST: frozenset[Role] = frozenset({"greeting", "name", "connection", "item", "ask", "question"})
_LAST: frozenset[Role] = frozenset({"again", "thanks"})


def render(parcel: Parcel) -> str:
    """The whole page; the renderer is given its stylesheet apart."""
    page = ENVIRONMENT.get_template(_TEMPLATES[parcel.kind])
    return page.render(_words(parcel.tree), kind=parcel.kind, title=say(f"testimony.titles.{parcel.kind}"))


@cache
def stylesheet() -> str:
    """The CSS of every kind of paper."""
    page_of = say("testimony.page_of", page='" counter(page) "', pages='" counter(pages) "')
    words = {"paper": LETTER, "card": cards_fit, "page_of": page_of}
    return ENVIRONMENT.get_template("testimony/paper.css").render(words)


def _words(tree: Tree) -> dict[str, Any]:
    """What the templates may name."""
    words: dict[str, Any] = {
        "wording": wording,
        "note_tail": note_tail,
        "limit": say_limit,
        "halves": _halves,
        "short": _short,
        **voice(),
    }
    if isinstance(tree, WrittenComment):
        return {**words, "comment": tree}
    words["square"] = qr.square(tree.check_url)
    return {**words, **(_of_deal(tree) if isinstance(tree, Deal) else _of_script(tree))}


def _of_script(script: Script) -> dict[str, Any]:
    return {
        "script": script,
        "checklist": checklist(script),
        "asides": (wording.left_out(script), wording.room(script), *script.notices),
        "paragraphs": _paragraphs(script.plan.lines),
    }


def _of_deal(deal: Deal) -> dict[str, Any]:
    cards = deal.cards + deal.spares
    return {
        "deal": deal,
        "cards": cards,
        "storytellers": [card for card in cards if card.point is None],
        "setting": cards_fit.setting,
    }


def _paragraphs(lines: Sequence[ScriptLine]) -> list[list[ScriptLine]]:
    """The lines to read: what introduces the speaker together, each point apart, the end together."""
    groups = groupby((line for line in lines if line.role != "copies"), key=_paragraph_of)
    return [list(group) for _, group in groups]


def _paragraph_of(line: ScriptLine) -> str:
    if line.role in _FIRST:
        return "first"
    return "last" if line.role in _LAST else line.claim_id or line.role


def _halves(notes: Sequence[Note]) -> tuple[Sequence[Note], Sequence[Note]]:
    """The notes in two columns of about the same length."""
    lengths = [len(wording.note_words(note)) + len(note.link_text) for note in notes]
    split = min(
        range(1, len(notes) + 1), key=lambda at: (max(sum(lengths[:at]), sum(lengths[at:])), at), default=0
    )
    return notes[:split], notes[split:]


def _short(url: str) -> str:
    """The address to type, without its scheme."""
    parts = urlsplit(url)
    return f"{parts.netloc}{parts.path}"
