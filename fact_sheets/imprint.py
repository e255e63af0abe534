"""Provenance on paper: who made the sheet, with whose money, when it was checked, where a correction goes."""

from collections.abc import Sequence

from fact_sheets.dossier import Claim, Imprint
from fact_sheets.typesetting import say_date, say_readers, set_words


def imprint_line(imprint: Imprint, printed: Sequence[Claim]) -> str:
    """The foot of side 1. Checked and review dates are those of the claims that print."""
    return set_words(
        f"Made by {imprint.made_by}. Funding: {imprint.funding}. {checked_in_words(printed)}"
        f"Corrections: {imprint.corrections}."
    )


def checked_in_words(printed: Sequence[Claim]) -> str:
    """ "Checked 21 November 2026; review by 21 May 2027. " or nothing when no claim prints."""
    if not printed:
        return ""
    checked = min(claim.checked for claim in printed)
    review_by = min(claim.last_day for claim in printed)
    return f"Checked {say_date(checked)}; review by {say_date(review_by)}. "


def claims_from(imprint: Imprint, printed: Sequence[Claim]) -> str:
    """Whose claims print, and how many read those who did not write them."""
    ours = sum(claim.readers is not None for claim in printed)
    if not ours:
        return imprint.library
    approved = f"each with a side approved by {say_readers(imprint.readers)} who did not write it"
    if ours == len(printed):
        return f"our own, {approved}"
    return f"{ours} our own, {approved}; {len(printed) - ours} of the {imprint.library}"


def how_made(imprint: Imprint, printed: Sequence[Claim], omitted: int) -> tuple[str, ...]:
    """The paragraphs under "How this was made"."""
    paragraphs = [
        f"Claims: {claims_from(imprint, printed)}. {checked_in_words(printed)}".strip(),
        "A program paired the claims under shared questions and counted both sides. Settled facts have no "
        "side. What did not fit was left out in pairs.",
        f"Made by {imprint.made_by}. Funding: {imprint.funding}. Send corrections to {imprint.corrections}.",
    ]
    if omitted:
        claims = "claim was" if omitted == 1 else "claims were"
        paragraphs.insert(1, f"{omitted} {claims} past the review date and left out.")
    return tuple(set_words(paragraph) for paragraph in paragraphs)
