"""A body's rules for speaking, one line a rule; what nobody has verified is a question for the clerk."""

from collections.abc import Iterator
from dataclasses import dataclass

from fact_sheets.meeting import RulesCard
from fact_sheets.sentences import say
from fact_sheets.typesetting import set_words

_MINUTE = 60


@dataclass(frozen=True, slots=True)
class CardLine:
    """One rule: what it is about, what it says (None: not verified), and how to ask the clerk."""

    label: str
    words: str | None
    question: str

    @property
    def said(self) -> str:
        """The rule, or that it is not verified."""
        return self.words or say("rules.not_verified")


def card_lines(card: RulesCard) -> tuple[CardLine, ...]:
    """Every rule of the card, always all of them and in the same order."""
    return tuple(
        CardLine(say(f"rules.{rule}.label"), set_words(words) if words else None, say(f"rules.{rule}.ask"))
        for rule, words in _rules(card)
    )


def say_duration(seconds: int) -> str:
    """ "3 minutes", "90 seconds"; whole minutes are said as minutes."""
    minutes, rest = divmod(seconds, _MINUTE)
    return say("rules.seconds", n=seconds) if rest else say("rules.minutes", n=minutes)


def _rules(card: RulesCard) -> Iterator[tuple[str, str | None]]:
    """Each rule by its name in the sentences, and what it says."""
    yield "limit", say_duration(card.limit_seconds) if card.limit_seconds else None
    yield "reduced", _reduced(card)
    yield "total", say("rules.at_most", n=card.total_cap_minutes) if card.total_cap_minutes else None
    yield "topics", _either("topics", card.agenda_only)
    yield "opens", card.signup_opens
    yield "closes", card.signup_closes
    yield "how", card.signup_how
    yield "name", _either("name", card.name_required)
    yield "address", _either("address", card.address_required)
    yield "donate", _either("donate", card.may_donate_time)
    yield "pooling", _pooling(card)
    yield "spokesperson", _either("spokesperson", card.one_spokesperson)
    yield "written", _written(card)
    yield "written_due", card.written_deadline
    yield "copies", _copies(card.copies)
    yield "handouts_due", card.handout_deadline
    yield "remote", card.remote
    yield "interpreter", card.interpreter
    yield "interpreter_time", _either("interpreter_time", card.interpreter_double_time)


def _reduced(card: RulesCard) -> str | None:
    time = say_duration(card.reduced_limit_seconds) if card.reduced_limit_seconds else None
    if time and card.reduced_when:
        return say("rules.reduced.says", time=time, when=card.reduced_when)
    return time or card.reduced_when


def _pooling(card: RulesCard) -> str | None:
    most = say("rules.at_most", n=card.pooling_minutes) if card.pooling_minutes else None
    if card.pooling and most:
        return say("rules.pooling.says", how=card.pooling, most=most)
    return card.pooling or most


def _written(card: RulesCard) -> str | None:
    if not card.written_cap or not card.written_unit:
        return None
    return say(f"rules.written.{card.written_unit}", most=card.written_cap)


def _copies(copies: int | None) -> str | None:
    if copies is None:
        return None
    return f"{copies}" if copies else say("rules.copies.none")


def _either(rule: str, answer: bool | None) -> str | None:
    if answer is None:
        return None
    return say(f"rules.{rule}.yes") if answer else say(f"rules.{rule}.no")
