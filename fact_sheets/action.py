"""What you can do: go to the meeting, where one is given; the question to ask here; the right to speak."""

from collections.abc import Iterator
from dataclasses import replace

from fact_sheets.brief import Brief
from fact_sheets.citations import Notes
from fact_sheets.document import Cited, MeetingLines
from fact_sheets.here import rule_in_words
from fact_sheets.meeting import Meeting
from fact_sheets.readability import sentences, words
from fact_sheets.sentences import say
from fact_sheets.situation import state_in_words
from fact_sheets.typesetting import NBSP, set_typed_words, set_words

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
        return Cited(say("meeting.speaking_unknown"))
    cited = notes.cite_sources(rule.source_ids[:sources])
    if not rule.verified:
        line = say("meeting.speaking_not_verified", state=state_in_words(brief.local.place))
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
    starts, zone = meeting.starts, meeting.starts_zone
    return MeetingLines(
        when=say("meeting.when_in_zone", starts=starts, zone=zone)
        if zone
        else say("meeting.when", starts=starts),
        what=set_typed_words(" ".join(map(_sentence, filter(None, _what(meeting))))),
        origin=say("meeting.listed", on=meeting.listed_on) if meeting.listed_on else say("meeting.typed"),
    )


def _what(meeting: Meeting) -> Iterator[str]:
    item, sign_up = meeting.agenda_item.rstrip("."), _sign_up(meeting)
    yield ", ".join(part for part in (meeting.body, meeting.room, meeting.address) if part)
    if item:
        yield say("meeting.agenda_number" if item[:1].isdigit() else "meeting.agenda", item=item)
    yield sign_up
    if meeting.clerk_phone:
        yield say("meeting.clerk", phone=_unbroken(meeting.clerk_phone))
    if not sign_up:
        yield say("meeting.sign_up_missing" if meeting.room else "meeting.both_missing")
    elif not meeting.room:
        yield say("meeting.room_missing")


def _sign_up(meeting: Meeting) -> str:
    """How to sign up and until when; the day only when it is not that of the meeting."""
    how, closes = meeting.sign_up.rstrip(".;"), meeting.sign_up_closes
    if closes is None:
        return say("meeting.sign_up", how=how) if how else ""
    when = "today" if closes.date() == meeting.starts.date() else "earlier"
    if not how:
        return say(f"meeting.closes_{when}", closes=closes)
    return say(f"meeting.sign_up_{when}", how=how, closes=closes)


def _unbroken(phone: str) -> str:
    return phone.replace("-", "\N{NON-BREAKING HYPHEN}").replace(" ", NBSP)


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."
