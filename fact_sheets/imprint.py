"""Provenance on paper: who made the sheet, with whose money, when it was checked, where a correction goes."""

from collections.abc import Sequence

from fact_sheets.dossier import Claim, Imprint
from fact_sheets.sentences import say
from fact_sheets.typesetting import set_words


def imprint_line(imprint: Imprint, printed: Sequence[Claim]) -> str:
    """The foot of side 1. Checked and review dates are those of the claims that print."""
    corrections = say("imprint.corrections", where=imprint.corrections)
    return set_words(" ".join((*_made_by(imprint), *checked_in_words(printed), corrections)))


def checked_in_words(printed: Sequence[Claim]) -> tuple[str, ...]:
    """ "Checked November 21, 2026; review by May 21, 2027." or nothing when no claim prints."""
    if not printed:
        return ()
    checked = min(claim.checked for claim in printed)
    review_by = min(claim.last_day for claim in printed)
    return (say("imprint.checked", checked=checked, review_by=review_by),)


def claims_from(imprint: Imprint, printed: Sequence[Claim]) -> str:
    """Whose claims print, and how many read those who did not write them."""
    ours = sum(claim.readers is not None for claim in printed)
    if not ours:
        return say("imprint.claims", library=imprint.library)
    if ours == len(printed):
        return say("imprint.claims_ours", n=imprint.readers)
    others = len(printed) - ours
    return say("imprint.claims_mixed", n=imprint.readers, ours=ours, others=others, library=imprint.library)


def how_made(imprint: Imprint, printed: Sequence[Claim], omitted: int) -> tuple[str, ...]:
    """The paragraphs under "How this was made"."""
    paragraphs = (
        " ".join((claims_from(imprint, printed), *checked_in_words(printed))),
        *((say("imprint.left_out", n=omitted),) if omitted else ()),
        say("imprint.how"),
        " ".join((*_made_by(imprint), say("imprint.send_corrections", where=imprint.corrections))),
    )
    return tuple(set_words(paragraph) for paragraph in paragraphs)


def _made_by(imprint: Imprint) -> tuple[str, str]:
    return say("imprint.made_by", who=imprint.made_by), say("imprint.funding", funding=imprint.funding)
