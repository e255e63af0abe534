"""A body's rules for speaking, one line a rule; what nobody has verified is a question for the clerk."""

from dataclasses import dataclass

from fact_sheets.meeting import RulesCard
from fact_sheets.typesetting import count_of, set_words

NOT_VERIFIED = "not verified – call the clerk"
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
        return self.words or NOT_VERIFIED


def card_lines(card: RulesCard) -> tuple[CardLine, ...]:
    """Every rule of the card, always all of them and in the same order."""
    return tuple(
        CardLine(label, set_words(words) if words else None, ask) for label, words, ask in _rules(card)
    )


def say_duration(seconds: int) -> str:
    """ "3 minutes", "90 seconds"; whole minutes are said as minutes."""
    minutes, rest = divmod(seconds, _MINUTE)
    return count_of(seconds, "second") if rest else count_of(minutes, "minute")


def _rules(card: RulesCard) -> tuple[tuple[str, str | None, str], ...]:
    return (*_time(card), *_sign_up(card), *_together(card), *_on_paper(card), *_other_ways(card))


def _time(card: RulesCard) -> tuple[tuple[str, str | None, str], ...]:
    total = card.total_cap_minutes
    return (
        (
            "Time to speak",
            say_duration(card.limit_seconds) if card.limit_seconds else None,
            "How long may each person speak?",
        ),
        ("Shorter time", _reduced(card), "When is the time cut, and to how long?"),
        (
            "All comments together",
            f"{count_of(total, 'minute')} at most" if total else None,
            "Does the whole comment period have an end?",
        ),
        (
            "Topics",
            _either(card.agenda_only, "only what is on the agenda", "also what is not on the agenda"),
            "May I speak about something that is not on the agenda?",
        ),
    )


def _sign_up(card: RulesCard) -> tuple[tuple[str, str | None, str], ...]:
    return (
        ("Sign-up opens", card.signup_opens, "When does sign-up open?"),
        ("Sign-up closes", card.signup_closes, "When does sign-up close?"),
        ("How to sign up", card.signup_how, "How do I sign up?"),
        ("Your name", _either(card.name_required, "required", "not required"), "Must I give my name?"),
        (
            "Your address",
            _either(card.address_required, "required", "not required"),
            "Must I give my address, and is it published?",
        ),
    )


def _together(card: RulesCard) -> tuple[tuple[str, str | None, str], ...]:
    return (
        (
            "Giving your time to another",
            _either(card.may_donate_time, "allowed", "not allowed"),
            "May I give my time to another speaker?",
        ),
        ("Speaking for several people", _pooling(card), "May one person speak longer for several?"),
        (
            "One spokesperson for a group",
            _either(card.one_spokesperson, "yes, a group names one", "no"),
            "Must a group name one spokesperson?",
        ),
    )


def _on_paper(card: RulesCard) -> tuple[tuple[str, str | None, str], ...]:
    cap = (
        f"{card.written_cap:,} {card.written_unit} at most"
        if card.written_cap and card.written_unit
        else None
    )
    return (
        ("Length of a written comment", cap, "How long may a written comment be?"),
        ("Written comments are due", card.written_deadline, "When must a written comment be in?"),
        ("Copies to bring", _copies(card.copies), "How many copies of a handout should I bring?"),
        ("Handouts are due", card.handout_deadline, "When must handouts be in?"),
    )


def _other_ways(card: RulesCard) -> tuple[tuple[str, str | None, str], ...]:
    return (
        ("By phone or video", card.remote, "May I speak by phone or video?"),
        ("Interpreter", card.interpreter, "Is there an interpreter, and how do I ask for one?"),
        (
            "Time with an interpreter",
            _either(card.interpreter_double_time, "twice the time", "no extra time"),
            "Do I get twice the time when I speak through an interpreter?",
        ),
    )


def _reduced(card: RulesCard) -> str | None:
    time = say_duration(card.reduced_limit_seconds) if card.reduced_limit_seconds else None
    return f"{time} {card.reduced_when}" if time and card.reduced_when else time or card.reduced_when


def _pooling(card: RulesCard) -> str | None:
    most = f"{count_of(card.pooling_minutes, 'minute')} at most" if card.pooling_minutes else None
    return f"{card.pooling}; {most}" if card.pooling and most else card.pooling or most


def _copies(copies: int | None) -> str | None:
    if copies is None:
        return None
    return f"{copies}" if copies else "none needed"


def _either(answer: bool | None, yes: str, no: str) -> str | None:
    return None if answer is None else yes if answer else no
