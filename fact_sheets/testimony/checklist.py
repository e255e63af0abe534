"""The back of the speaking copy: what to check, bring and do, worded so that it is true of every body."""

from dataclasses import dataclass

from fact_sheets.testimony.script import Script


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and what to tick off under it."""

    heading: str
    items: tuple[str, ...]


def checklist(script: Script) -> tuple[Group, ...]:
    """Before, at and after the meeting, for this speaker."""
    return (
        Group("Before you go", (*_BEFORE, *(_INTERPRETER if script.interpreter else ()))),
        Group("At the meeting", (*_AT, *(_CUTS if script.plan.cuts else ()))),
        Group("Afterward", _AFTER),
    )


_BEFORE = (
    "Ask the clerk when and how to sign up. Some lists close before the meeting starts.",
    "Ask for the time limit, and whether it may be cut on the day.",
    "Ask how many copies to bring and when they are due. Print the copy with sources.",
    "Read this aloud once with a clock. If you run over, leave out the last point.",
)
_INTERPRETER = ("Ask whether interpreted speakers get more time, and who interprets.",)
_AT = (
    "Sign up. What you sign, say and hand in may become a public record.",
    "Hand the copies to the clerk, not to the members.",
    "Speak to the chair. Lines marked “skip” go first when the time is short.",
)
_CUTS = ("If the limit is cut, stop at the box with the new limit and say only what it says.",)
_AFTER = (
    "Ask the clerk when the item comes back and where the minutes will stand.",
    "Keep this copy for questions; each claim has its source below.",
)
