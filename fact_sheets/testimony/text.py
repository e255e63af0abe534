"""Testimony as plain text: the spoken words first; everything after the line "Notes" is not spoken."""

from collections.abc import Sequence

from fact_sheets.document import Note, Point
from fact_sheets.testimony.deal import Card, Deal
from fact_sheets.testimony.script import Script
from fact_sheets.testimony.speaker import say_limit
from fact_sheets.testimony.written import WrittenComment

VIEW = "One resident’s view. Every claim has its source below."


def speaking(script: Script) -> str:
    """One idea a line, then the timing and the notes."""
    said = [line.text for line in script.plan.lines]
    return _file([*said, "", "Notes", *_timing(script), *_notes(script.notes), script.imprint_line])


def leave_behind(script: Script) -> str:
    """The same words with the numbers of their notes."""
    said = [f"{line.text}{_marks(line.notes)}" for line in script.plan.lines]
    return _file([*said, "", "Notes", VIEW, *_notes(script.notes), f"Fact sheet: {script.check_line}", script.imprint_line])


def if_asked(script: Script) -> str:
    """The other side's strongest claims, each with a sourced reply."""
    rows = []
    for answer in script.if_asked:
        rows += ["They may say:", _point(answer.point)]
        rows += ["You may reply:", _point(answer.reply)] if answer.reply else ["No sourced reply was found."]
        rows.append("")
    return _file([*rows, "Notes", *_notes(script.notes)])


def written(comment: WrittenComment) -> str:
    """The comment exactly as counted against its cap."""
    return f"{comment.text}\n"


def cards(deal: Deal) -> str:
    """The plan, then every card."""
    return _file(
        [
            f"Everyone asks: {deal.ask}",
            "",
            *(row for card in deal.cards for row in _card(card, f"Speaker {card.number}")),
            *(row for card in deal.spares for row in _card(card, f"Spare {card.number}")),
            "Notes",
            *_notes(deal.notes),
        ]
    )


def _card(card: Card, name: str) -> list[str]:
    own = f"(Your own story: about {card.own_seconds} seconds.)"
    return [name, card.opening, *([f"{card.spoken}{_marks(card.point.notes)}"] if card.point else []), own, ""]


def _timing(script: Script) -> list[str]:
    cuts = [
        f"If cut to {say_limit(cut.limit)}, stop after “{script.plan.lines[cut.after].text}”" for cut in script.plan.cuts
    ]
    return [f"Takes {say_limit(script.plan.seconds)} of {say_limit(script.limit)} at {script.pace} words a minute.", VIEW, *cuts]


def _marks(notes: Sequence[int]) -> str:
    return "".join(f" [{number}]" for number in notes)


def _notes(notes: Sequence[Note]) -> list[str]:
    return [
        f"[{note.number}] {''.join(run.text for run in note.runs)}{f', {note.locator}' if note.locator else ''} "
        f"({note.perspective}) {note.href}"
        for note in notes
    ]


def _point(point: Point) -> str:
    return f"{point.text}{_marks(point.notes)}"


def _file(rows: Sequence[str]) -> str:
    return "\n".join(rows).rstrip() + "\n"
