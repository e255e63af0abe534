"""The rules of balance as readers see them: in the words of the gate itself."""

from dataclasses import dataclass

from fact_sheets.balance import RULES


@dataclass(frozen=True, slots=True)
class BalanceRule:
    """One rule: its name as a sentence, and what exactly it asks."""

    name: str
    sentence: str
    asks: str


def balance_rules() -> tuple[BalanceRule, ...]:
    """Every rule in the order of the gate."""
    return tuple(
        BalanceRule(
            rule.__name__,
            rule.__name__.replace("_", " ").capitalize(),
            (rule.__doc__ or "").strip().splitlines()[0],
        )
        for rule in RULES
    )
