"""What you can do: go to the meeting, where one is given; the question to ask here; the right to speak."""

from dataclasses import replace
from datetime import datetime

from fact_sheets.brief import Brief
from fact_sheets.citations import Notes
from fact_sheets.document import Cited, MeetingLines
from fact_sheets.here import rule_in_words
from fact_sheets.meeting import Meeting
from fact_sheets.readability import sentences, words
from fact_sheets.rules_card import NOT_VERIFIED
from fact_sheets.situation import whose_rule
from fact_sheets.typesetting import (
    NBSP,
    capitalise,
    join_words,
    say_date,
    say_day,
    say_time,
    set_typed_words,
    set_words,
)

TYPED = "Meeting details typed by the person who printed this copy."

MOST_WORDS = 35
_SAID = 18


def act(brief: Brief, notes: Notes, lines: int = 2, sources: int = 1) -> tuple[Cited, ...]:
    """The rule on speaking, with at most ``sources``; with two ``lines`` the question to ask comes first."""
    if not lines:
        return ()
    whom = " your lawmakers" if brief.local.place.kind == "state" else ""
    ask = f"Ask{whom}: {question(brief)}" if lines > 1 else ""
    rule = right_to_speak(brief, notes, sources, MOST_WORDS - len(words(ask)))
    return (*((Cited(set_words(ask)),) if ask else ()), rule)


def question(brief: Brief) -> str:
    """The question that officials here can answer, with a small letter at its start."""
    return brief.says("official_question", brief.situation.agreements)


def right_to_speak(brief: Brief, notes: Notes, sources: int = 1, room: int = MOST_WORDS) -> Cited:
    """The state's rule on speaking at a public meeting in about ``room`` words, or whom to call instead."""
    rule = brief.local.speaking
    if rule is None:
        return Cited("Call the clerk to learn when the public may speak.")
    cited = notes.cite_sources(rule.source_ids[:sources])
    if not rule.verified:
        whose = capitalise(whose_rule(brief.local.place))
        line = f"{whose} rule on speaking at meetings: not verified – call the clerk."
        return Cited(set_words(line), cited)
    short = replace(rule, line=_first_sentences(rule.line, room))
    return Cited(rule_in_words(short, rule.review_by, brief.local.on), cited)


def _first_sentences(line: str, room: int) -> str:
    """The line; where it is longer than ``room`` words, its first sentences, to at least _SAID words.

    What comes first is whether the public may speak, what comes last is how a meeting is announced.
    """
    if len(words(line)) <= room:
        return line
    kept = ""
    for sentence in sentences(line):
        if len(words(kept)) >= _SAID:
            break
        kept = f"{kept} {sentence}".strip()
    return kept


def go_to(meeting: Meeting) -> MeetingLines:
    """When and where the meeting is, what it is about, how to sign up, and who says so."""
    zone = f" {meeting.starts_zone}" if meeting.starts_zone else ""
    return MeetingLines(
        when=f"{say_day(meeting.starts.date())}, {say_time(meeting.starts.time())}{zone}",
        what=set_typed_words(" ".join(_what(meeting))),
        origin=_origin(meeting),
    )


def _what(meeting: Meeting) -> list[str]:
    where = ", ".join(part for part in (meeting.body, meeting.room, meeting.address) if part)
    item, sign_up = meeting.agenda_item.rstrip("."), _sign_up(meeting)
    missing = [name for name, known in (("room", meeting.room), ("sign-up", sign_up)) if not known]
    return [
        *([_sentence(where)] if where else []),
        *([_sentence(f"Agenda: {'item ' if item[:1].isdigit() else ''}{item}")] if item else []),
        *([_sentence(sign_up)] if sign_up else []),
        *([_sentence(f"Clerk: {_unbroken(meeting.clerk_phone)}")] if meeting.clerk_phone else []),
        *([_sentence(f"{capitalise(join_words(missing))}: {NOT_VERIFIED}")] if missing else []),
    ]


def _sign_up(meeting: Meeting) -> str:
    closes = f"closes {_closing(meeting.sign_up_closes, meeting.starts)}" if meeting.sign_up_closes else ""
    if meeting.sign_up:
        how = meeting.sign_up.rstrip(".;")
        return f"Sign up: {how}; {closes}" if closes else f"Sign up: {how}"
    return f"Sign-up {closes}" if closes else ""


def _closing(closes: datetime, starts: datetime) -> str:
    """The time, and the day too unless it is the day of the meeting."""
    if closes.date() == starts.date():
        return f"at {say_time(closes.time())}"
    return f"{say_day(closes.date())}, {say_time(closes.time())}"


def _origin(meeting: Meeting) -> str:
    if meeting.listed_on is None:
        return TYPED
    return f"Meeting as listed on this site on {say_date(meeting.listed_on)}: check with the clerk."


def _unbroken(phone: str) -> str:
    return phone.replace("-", "\N{NON-BREAKING HYPHEN}").replace(" ", NBSP)


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."
