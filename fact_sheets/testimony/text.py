"""Testimony as plain text: the spoken words first; everything after the line "Notes" is not spoken."""

import json
from collections.abc import Iterable, Sequence

from fact_sheets.document import Note, Point
from fact_sheets.sentences import say
from fact_sheets.testimony import wording
from fact_sheets.testimony.deal import Card, Deal
from fact_sheets.testimony.script import Script
from fact_sheets.testimony.written import WrittenComment


def speaking(script: Script) -> str:
    """One idea a line, then the timing and the notes."""
    said = [line.text for line in script.plan.lines]
    cuts = [
        say(
            "testimony.stop_after",
            stop=f"{wording.cut_line(cut)} {wording.closing(script, cut)}".rstrip(),
            line=script.plan.lines[cut.after].text,
        )
        for cut in script.plan.cuts
    ]
    timing = (wording.timing(script), wording.room(script), wording.left_out(script), *script.notices, *cuts)
    sources = _notes(script.notes_of_lines)
    return _file([*said, ""], *timing, script.view, *sources, script.imprint_line)


def leave_behind(script: Script) -> str:
    """The same words with the numbers of their notes."""
    said = [f"{line.text}{_marks(line.notes)}" for line in script.plan.lines]
    sheet = say("testimony.fact_sheet_at", url=script.check_url)
    sources = _notes(script.notes_of_lines)
    return _file([*said, ""], script.view, *sources, sheet, script.imprint_line)


def if_asked(script: Script) -> str:
    """The other side's strongest claims, each with a sourced reply."""
    rows = []
    for answer in script.if_asked:
        rows += [say("if_asked.they_say"), _point(answer.point)]
        if answer.reply:
            rows += [say("if_asked.you_reply"), _point(answer.reply), ""]
        else:
            rows += [say("testimony.no_reply"), ""]
    return _file(rows, *_notes(script.notes_of_answers), script.imprint_line)


def written(comment: WrittenComment) -> str:
    """The comment exactly as counted against its cap."""
    return f"{comment.text}\n"


def cards(deal: Deal) -> str:
    """The plan, then every card."""
    rows = [say("deal.everyone_asks", ask=deal.ask), wording.out_of_claims(deal), ""]
    rows += [row for card in deal.cards for row in _card(card, deal, "deal.speaker")]
    rows += [row for card in deal.spares for row in _card(card, deal, "deal.spare_card")]
    notes = [
        say("deal.note_of_card", number=card.number, note=note)
        for card in deal.cards + deal.spares
        for note in _notes(card.notes)
    ]
    return _file(rows, *notes)


def cards_json(deal: Deal) -> str:
    """Who says which claims, for programs: ids, and the seconds that each card takes."""
    speakers = [
        {"number": card.number, "claims": _claims(card), "seconds": card.seconds} for card in deal.cards
    ]
    spares = [claim for card in deal.spares for claim in _claims(card)]
    return json.dumps({"seed": deal.seed, "ask": deal.ask, "speakers": speakers, "spares": spares})


def _card(card: Card, deal: Deal, key: str) -> list[str]:
    points = [f"{card.point.text}{_marks(card.point.notes)}"] if card.point else []
    name, thanks = say(key, number=card.number), say("spoken.thanks")
    return [name, card.opening, deal.ask, f"({wording.own_story(card)})", *points, thanks, ""]


def _claims(card: Card) -> list[str]:
    return [card.point.claim_id] if card.point else []


def _marks(notes: Sequence[int]) -> str:
    return f" [{', '.join(map(str, notes))}]" if notes else ""


def _notes(notes: Iterable[Note]) -> list[str]:
    return [f"[{note.number}] {wording.note_words(note)} {note.href}".rstrip() for note in notes]


def _point(point: Point) -> str:
    return f"{point.text}{_marks(point.notes)}"


def _file(rows: Iterable[str | None], *notes: str | None) -> str:
    every = (*rows, say("testimony.notes"), *notes)
    return "\n".join(row for row in every if row is not None).rstrip() + "\n"
