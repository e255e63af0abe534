"""The back of the speaking copy: what to check, bring and do, worded so that it is true of every body."""

from dataclasses import dataclass

from fact_sheets.sentences import language
from fact_sheets.testimony.script import Script


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and what to tick off under it."""

    heading: str
    items: tuple[str, ...]


def checklist(script: Script) -> tuple[Group, ...]:
    """Before, at and after the meeting, for this speaker."""
    english = language()
    interpreter = english.lines("speaking.interpreter_items") if script.interpreter else ()
    cuts = english.lines("speaking.cut_items") if script.plan.cuts else ()
    more = {"before": interpreter, "at": cuts, "after": ()}
    return tuple(
        Group(english.say(f"speaking.{when}"), (*english.lines(f"speaking.{when}_items"), *items))
        for when, items in more.items()
    )
