"""How much of each kind the full sheet may print, and in which order it gives way where the paper is full.

Side 1: the fourth pair, the third fact, the second line of what is not known; then agreements are counted,
facts are shorter, and so is the message. Side 2: second sources of rules, questions and terms down to three,
who decides, more terms, a count that is newer than the list, and where the notes are long the third fact and
the fourth pair. A copy for one meeting goes on from there: the question to ask, the rule on speaking, and for
many words the third pair.
"""

from dataclasses import replace
from typing import Any, get_args

from fact_sheets.brief import Brief
from fact_sheets.choice import Detail, Size
from fact_sheets.outline import Outline, short_facts

Cut = dict[str, Any]


SIDE_ONE: tuple[Cut, ...] = (
    {"pairs": 3},
    {"facts": 2},
    {"unknowns": 1},
    {"detail": "counted"},
    {"long_facts": False},
    {"detail": "totals"},
    {"whole_message": False},
    {"detail": "own"},
    {"detail": "bare"},
    {"question": False},
)
# A copy for one meeting goes on from the size of its sheet, so that it has no claim that the sheet has not.
WITH_MEETING: tuple[Cut, ...] = (
    {"actions": 1},
    {"actions": 0},
    {"unknowns": 1},
    {"facts": 2},
    {"detail": "counted"},
    {"detail": "totals"},
    {"pairs": 3},
    {"pairs": 2},
    {"whole_message": False},
    {"detail": "own"},
    {"detail": "bare"},
    {"long_facts": False},
    {"list_age": False},
    {"question": False},
)
OF_A_DRAFT: tuple[Cut, ...] = ({"list_age": False}, {"actions": 1}, {"pairs": 2})
SIDE_TWO: tuple[Cut, ...] = (
    {"rule_sources": 1},
    {"questions": 4},
    {"terms": 4},
    {"questions": 3},
    {"terms": 3},
    {"deciders": False},
    {"terms": 2},
    {"terms": 1},
    {"counted_since": False},
    {"facts": 2},
    {"pairs": 3},
)


def smaller(size: Size, cut: Cut) -> Size:
    """``size`` with this cut, which never gives back what was cut before."""
    detail = max(size.detail, cut.get("detail", size.detail), key=get_args(Detail).index)
    kept = {name: min(value, getattr(size, name)) for name, value in cut.items() if name != "detail"}
    return replace(size, detail=detail, **kept)


def cut_to(brief: Brief, plan: Outline, size: Size) -> Outline:
    """The selection with no more of each kind than ``size`` has."""
    facts = plan.facts
    if not size.long_facts and not plan.settled:
        facts = short_facts(brief, plan)
    return replace(
        plan,
        facts=facts[: size.facts],
        pairs=plan.pairs[: size.pairs],
        not_known=plan.not_known[: size.unknowns],
    )
