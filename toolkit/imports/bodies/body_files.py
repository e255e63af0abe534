"""Public bodies from a file (TOML) of our own form: each field checked, each refused field named.

A rule that is refused is left out, so that it prints as "not verified". A body without its name, place or
zone is left out whole, and so is a meeting at a time that its clocks do not show.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from toolkit.imports.bodies import body_fields
from toolkit.imports.bodies.body import BodyProblem, BodyReading, BodyRecord, MeetingRecord, Value
from toolkit.imports.bodies.body_fields import Check, Refused
from toolkit.imports.errors import UnreadableFile
from toolkit.imports.reading import decode
from toolkit.models.body import SCHEDULED
from toolkit.models.local_time import LocalTimeError, moment

NEEDED = ("id", "geoid", "name", "time_zone")
ABOUT_RULES = frozenset({"source_url", "source_publisher", "as_of", "verified_on", "verified_by"})
DETAILS = ("minutes", "room", "address", "agenda_item", "sign_up")
LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class _Item:
    """One table of the file being read, under the name it is spoken of by."""

    whose: str
    table: Mapping[str, Any]
    problems: list[BodyProblem] = field(default_factory=list)

    def refuse(self, name: str, advice: str, *, kept: bool = True) -> None:
        """Note a field that cannot be used."""
        found = f"“{self.table[name]}”"[:LONGEST_SHOWN] if name in self.table else "missing"
        self.problems.append(BodyProblem(self.whose, name, found, advice, kept))

    def values(self, checks: Mapping[str, Check], needed: tuple[str, ...] = ()) -> dict[str, Value]:
        """The fields that pass their check; the others are refused."""
        passed: dict[str, Value] = {}
        for name, check in checks.items():
            if name in self.table:
                try:
                    passed[name] = check(self.table[name])
                except Refused as error:
                    self.refuse(name, str(error), kept=name not in needed)
            elif name in needed:
                self.refuse(name, "It is needed.", kept=False)
        return passed

    def unknown(self, *known: Mapping[str, Check] | set[str]) -> None:
        """Refuse the fields that there are not."""
        for name in self.table:
            if not any(name in names for names in known):
                self.refuse(name, "There is no such field.")


def read(data: bytes, file: str) -> BodyReading:
    """The bodies of a file. Raises UnreadableFile when it is no TOML or holds no bodies."""
    tables = _tables(data, file)
    bodies: dict[str, BodyRecord] = {}
    problems: list[BodyProblem] = []
    for position, table in enumerate(tables, start=1):
        item = _Item(str(table.get("id", f"body {position}"))[:LONGEST_SHOWN], table)
        body = _body(item)
        if body and body.id in bodies:
            item.refuse("id", "The file has another body of this name.", kept=False)
        elif body:
            bodies[body.id] = body
        problems += item.problems
    return BodyReading(tuple(bodies.values()), tuple(problems))


def checked(data: bytes) -> date:
    """The day on which a shipped file was compared with its sources."""
    day: date = tomllib.loads(data.decode())["checked"]
    return day


def _tables(data: bytes, file: str) -> list[Mapping[str, Any]]:
    try:
        tables = tomllib.loads(decode(data, file)).get("body")
    except tomllib.TOMLDecodeError as error:
        raise UnreadableFile(f"{file} is not well-formed TOML: {error}.") from error
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise UnreadableFile(f"{file} holds no [[body]]: is it the right file?")
    return tables


def _body(item: _Item) -> BodyRecord | None:
    facts = item.values(body_fields.BODY, NEEDED)
    rules = _rules(item)
    item.unknown(body_fields.BODY, body_fields.RULES, {"meeting"})
    if any(name not in facts for name in NEEDED):
        return None
    return BodyRecord(
        id=str(facts.pop("id")),
        geoid=str(facts.pop("geoid")),
        meetings=tuple(_meetings(item, str(facts["time_zone"]))),
        facts=facts,
        rules=rules,
    )


def _rules(item: _Item) -> dict[str, Value]:
    """The rules that somebody answers for."""
    rules = item.values(body_fields.RULES)
    if ("written_cap" in rules) != ("written_unit" in rules):
        name = "written_cap" if "written_cap" in rules else "written_unit"
        item.refuse(name, "A written cap needs both its number and its unit.")
        del rules[name]
    for name in [name for name in rules if name not in ABOUT_RULES]:
        if not answered_for(rules):
            item.refuse(name, "Say where it stands (source_url), or who verified it and when.")
            del rules[name]
    return rules


def answered_for(rules: Mapping[str, object]) -> bool:
    """Whether it is said where these rules stand, or who verified them on which day."""
    return "source_url" in rules or {"verified_on", "verified_by"} <= rules.keys()


def _meetings(item: _Item, zone: str) -> Iterator[MeetingRecord]:
    tables = item.table.get("meeting", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        item.refuse("meeting", "Write each meeting as [[body.meeting]].")
        return
    for position, table in enumerate(tables, start=1):
        name = str(table.get("id", f"meeting {position}"))[:LONGEST_SHOWN]
        inner = _Item(f"{item.whose}, {name}", table, item.problems)
        meeting = _meeting(inner, zone)
        if meeting:
            yield meeting


def _meeting(item: _Item, zone: str) -> MeetingRecord | None:
    values = item.values(body_fields.MEETING, ("id", "starts"))
    item.unknown(body_fields.MEETING)
    if "id" not in values or "starts" not in values:
        return None
    starts = _moment(item, "starts", "second", values, zone)
    if starts is None:
        return None
    closes = _moment(item, "signup_closes", "signup_closes_second", values, zone)
    if closes and closes.timestamp() > starts.timestamp():
        item.refuse("signup_closes", "Sign-up cannot close after the meeting has started.")
        closes = None
    return MeetingRecord(
        id=str(values["id"]),
        starts=starts.replace(tzinfo=None, fold=0),
        starts_second=bool(starts.fold),
        signup_closes=closes.replace(tzinfo=None, fold=0) if closes else None,
        signup_closes_second=bool(closes and closes.fold),
        status=str(values.get("status", SCHEDULED)),
        details={name: values[name] for name in DETAILS if name in values},
    )


def _moment(item: _Item, name: str, second: str, values: Mapping[str, Value], zone: str) -> datetime | None:
    """The moment that a local time means; None, and a problem, where it means none or two."""
    local, which = values.get(name), values.get(second)
    if not isinstance(local, datetime):
        return None
    try:
        return moment(local, zone, which if isinstance(which, bool) else None)
    except LocalTimeError as error:
        item.refuse(name, str(error), kept=name != "starts")
        return None
