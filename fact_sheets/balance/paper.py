"""Rules about the sheet of paper: the same space, a recorded order, facts first, doubt and origin said."""

from collections.abc import Iterator
from colorsys import rgb_to_hls
from typing import Any

from fact_sheets import thresholds
from fact_sheets.balance.printed import both, claim_of, judged, points, sides_of
from fact_sheets.brief import Brief
from fact_sheets.document import Cited, FactSheet, Finding, Pair, Point
from fact_sheets.measures import enough_readers, ratio
from fact_sheets.paper import SideColumn
from fact_sheets.sentences import say
from fact_sheets.typesetting import set_words

_COLOURFUL = 0.25  # saturation from which a colour has a name
_RED = ((0, 25), (335, 360))
_BLUE = ((195, 265),)


def same_space_on_paper(sheet: FactSheet, brief: Brief) -> Finding:
    """Both columns have the same width within 5 %, type, ink and tint, in no party's color.

    Both claims of a pair share a row, so equal widths are equal areas.
    """
    one, other = sheet.paper.supporters, sheet.paper.critics
    even = 1 - ratio(one.width, other.width) <= thresholds.COLUMN_DIFFERENCE
    same = (one.words, one.label, one.ink, one.tint) == (other.words, other.label, other.ink, other.tint)
    calm = not any(_has_party_colour(column) for column in (one, other))
    rows = sum(bool(pair.supporters.text and pair.critics.text) for pair in sheet.pairs)
    return judged(
        same_space_on_paper,
        even and same and calm and rows == len(sheet.pairs) > 0,
        f"columns {both(f'{one.width:.0f}', f'{other.width:.0f}')} points wide; "
        f"type {both(one.words.size, other.words.size)} points; {rows} shared rows",
        blocks=True,
    )


def the_order_alternates(sheet: FactSheet, brief: Brief) -> Finding:
    """Which side comes first is what the edition records, and the notes rise in that order on paper."""
    in_order = sum(_rises(pair, sheet, before) for pair, before in _with_notes_before(sheet))
    return judged(
        the_order_alternates,
        sheet.first_side == brief.local.first_side and in_order == len(sheet.pairs) > 0,
        f"{sheet.first_side} first, recorded as {brief.local.first_side}; notes in that order in "
        f"{in_order} of {len(sheet.pairs)} pairs",
        blocks=True,
    )


def facts_first(sheet: FactSheet, brief: Brief) -> Finding:
    """At least two facts that no side disputes stand before any argument."""
    claims = [claim_of(point, brief) for point in sheet.facts]
    sided = [claim.id for claim in claims if sides_of(claim) is not None]
    undisputed = sum(claim.stance == "background" for claim in claims)
    return judged(
        facts_first,
        undisputed >= thresholds.FACTS and not sided,
        f"{undisputed} undisputed facts; {len(sided)} that belong to a side",
        blocks=True,
    )


def uncertainty_is_said(sheet: FactSheet, brief: Brief) -> Finding:
    """At least one line says what is not known or where sources disagree."""
    lines = sum(bool(line.text.strip()) for line in sheet.not_known)
    return judged(uncertainty_is_said, lines >= thresholds.UNKNOWNS, f"{lines} lines", blocks=True)


def provenance_is_printed(sheet: FactSheet, brief: Brief) -> Finding:
    """Made by, funding, checked on, review by and where to send a correction stand on side 1."""
    missing = [
        name for name, words in _provenance(sheet, brief) if not words or words not in sheet.imprint_line
    ]
    numbers = f"missing: {', '.join(missing)}" if missing else "5 of 5 printed"
    return judged(provenance_is_printed, not missing, numbers, blocks=True)


def two_readers_signed(sheet: FactSheet, brief: Brief) -> Finding:
    """Two people who did not write them approved the sided claims; only a starter library may go without."""
    claims = [claim_of(point, brief) for point in points(sheet)]
    lacking = [claim.id for claim in claims if not enough_readers(claim, brief.local.imprint.readers)]
    sided = [claim for claim in claims if claim.stance != "background"]
    signed = [claim for claim in sided if claim.readers is not None and claim.id not in lacking]
    counts: dict[str, Any] = {"n": brief.local.imprint.readers, "signed": len(signed), "sided": len(sided)}
    if lacking:
        words = say("findings.not_yet_approved", **counts, lacking=", ".join(lacking))
    else:
        words = say("findings.approved" if len(signed) == len(sided) else "findings.others_starter", **counts)
    passed = bool(sided) and not lacking and len(signed) == len(sided)
    return judged(two_readers_signed, passed, words, blocks=bool(lacking))


def _has_party_colour(column: SideColumn) -> bool:
    return any(_is_red_or_blue(colour) for colour in (column.ink, column.tint))


def _is_red_or_blue(colour: str) -> bool:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    hue, _, saturation = rgb_to_hls(red, green, blue)
    return saturation >= _COLOURFUL and any(low <= hue * 360 <= high for low, high in (*_RED, *_BLUE))


def _with_notes_before(sheet: FactSheet) -> Iterator[tuple[Pair, int]]:
    """Each pair with the highest note number that is printed before it."""
    earlier: list[Cited | Point] = [*sheet.message, *(line.line for line in sheet.here), *sheet.facts]
    earlier += [words for words in (sheet.list_age, sheet.policy) if words is not None]
    before = max((number for words in earlier for number in words.notes), default=0)
    for pair in sheet.pairs:
        yield pair, before
        before = max([before, *pair.supporters.notes, *pair.critics.notes])


def _rises(pair: Pair, sheet: FactSheet, before: int) -> bool:
    """Whether the new notes of the side that is printed first have the lower numbers."""
    first, second = pair.supporters, pair.critics
    if sheet.first_side == "critics":
        first, second = second, first
    new_first = [number for number in first.notes if number > before]
    new_second = [number for number in second.notes if number > before and number not in new_first]
    return max(new_first, default=0) < min(new_second, default=before + len(sheet.notes) + 1)


def _provenance(sheet: FactSheet, brief: Brief) -> Iterator[tuple[str, str]]:
    """What must stand in the imprint, with the words that must be there."""
    points = [*sheet.facts, *(point for pair in sheet.pairs for point in (pair.supporters, pair.critics))]
    claims = [claim_of(point, brief) for point in points]
    yield "made by", set_words(brief.local.imprint.made_by)
    yield "funding", set_words(brief.local.imprint.funding)
    yield "corrections", set_words(brief.local.imprint.corrections)
    checked = min((claim.checked for claim in claims), default=None)
    review_by = min((claim.last_day for claim in claims), default=None)
    words = set_words(say("imprint.checked", checked=checked, review_by=review_by)) if claims else ""
    yield "checked", words
    yield "review by", words
