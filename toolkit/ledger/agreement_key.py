"""What an agreement is known by, over all lists: the one key that imports, pages and printed copies go by."""

from datetime import date

from toolkit.ledger.place_words import compared_words


def agreement_key(state_code: str, agency: str, model: str, signed: date | None) -> str:
    """What an agreement is known by: "state:agency-as-one-word:model:day", the day ISO or "undated".

    A missing day counts as a day like any other: a unique index holds two empty cells for different.
    """
    day = signed.isoformat() if signed else "undated"
    return ":".join((state_code, compared_words(agency).replace(" ", "-"), model, day))
