"""Public bodies from a file: what is taken, what is refused by name, and that nothing is guessed."""

import tomllib
from dataclasses import fields

import pytest
from sqlalchemy import String

from fact_sheets.meeting import MOST, RulesCard
from tests.samples.bodies import COUNCIL, body, meeting
from tests.samples.meetings import at
from toolkit import models
from toolkit.imports.bodies import body_fields
from toolkit.imports.bodies import body_files as bodies
from toolkit.imports.bodies.body import BodyReading
from toolkit.imports.errors import UnreadableFile
from toolkit.imports.shipped import FOLDER
from toolkit.models import body as model

SHIPPED = FOLDER / "rules" / "bodies.toml"
STATED = {"limit_seconds", "reduced_limit_seconds", "reduced_when", "total_cap_minutes", "covers", "remote"}
STATED |= {"signup_closes", "signup_how", "written_deadline", "agenda_only", "may_donate_time"}
ORIGIN = {"source_url", "source_publisher"}


def read(data: bytes) -> BodyReading:
    return bodies.read(data, "own.toml")


def refused(data: bytes) -> list[str]:
    """The fields that were refused."""
    return [problem.field for problem in read(data).problems]


def test_a_whole_body_is_read() -> None:
    found = read(COUNCIL.encode())
    assert found.problems == ()
    (council,) = found.bodies
    assert (council.id, council.geoid, council.facts["name"]) == (
        "frederick-council",
        "24021",
        "County Council",
    )
    assert council.rules["limit_seconds"] == 180
    assert "pooling" not in council.rules
    (december,) = council.meetings
    assert (december.starts, december.signup_closes) == (at("2026-12-08T17:30"), at("2026-12-08T17:00"))
    assert (december.status, december.details["room"]) == ("scheduled", "Hearing room")


def test_the_card_the_table_and_the_file_have_the_same_rules() -> None:
    card = [field.name for field in fields(RulesCard)]
    columns = models.PublicBody.__table__.columns
    assert card == list(body_fields.RULES)
    assert set(card) <= set(columns.keys())
    assert [name for name in card if not columns[name].nullable] == []


def test_what_a_file_may_hold_fits_its_column_and_the_sheet() -> None:
    assert {name: model.MOST["name" if name == "body" else name] for name in MOST} == MOST
    for table, checks in ((models.PublicBody, body_fields.RULES), (models.Meeting, body_fields.MEETING)):
        for name in checks.keys() & table.__table__.columns.keys():
            kind = table.__table__.columns[name].type
            if isinstance(kind, String) and kind.length and name not in ("id", "status", "written_unit"):
                longest = "x" * (kind.length + 1)
                with pytest.raises(body_fields.Refused):
                    checks[name](longest)


@pytest.mark.parametrize(
    ("fields", "name", "advice"),
    [
        ({"limit_seconds": '"3 minutes"'}, "limit_seconds", "Write a whole number from 15 to 3600."),
        ({"limit_seconds": "true"}, "limit_seconds", "Write a whole number"),
        ({"agenda_only": '"yes"'}, "agenda_only", "Write true or false."),
        ({"signup_how": '""'}, "signup_how", "Write it in words, or leave the field out."),
        ({"remote": f'"{"x" * 161}"'}, "remote", "Shorten it to 160 letters; it has 161."),
        ({"pooling": '"\u4e09\u5206"'}, "pooling", "Use letters and signs that the fact sheet can print."),
        ({"written_unit": '"pages"'}, "written_unit", "Write one of: words, characters."),
        ({"written_cap": "200"}, "written_cap", "A written cap needs both its number and its unit."),
        ({"source_url": '"javascript:alert(1)"'}, "source_url", "Write the whole address of a public page"),
        ({"source_url": '"https://user@county.example.gov"'}, "source_url", "Write the whole address"),
        ({"as_of": '"2026-02-30"'}, "as_of", "There is no such day."),
        ({"as_of": "2026"}, "as_of", "Write a year, a month or a day"),
        ({"verified_on": '"2026-11-02"'}, "verified_on", "without quotation marks"),
        ({"home_phone": '"301-555-0000"'}, "home_phone", "There is no such field."),
        ({"clerk_phone": f'"{"3" * 25}"'}, "clerk_phone", "Shorten it to 24 letters"),
    ],
)
def test_a_field_that_cannot_be_used_is_named_and_the_body_kept_without_it(
    fields: dict[str, str], name: str, advice: str
) -> None:
    found = read(body(**fields))
    assert len(found.bodies) == 1
    assert name not in found.bodies[0].rules | found.bodies[0].facts
    problem = next(problem for problem in found.problems if problem.field == name)
    assert str(problem).startswith(f"council, {name}: ")
    assert "(kept without it)" in str(problem)
    assert advice in problem.advice


@pytest.mark.parametrize(
    ("name", "value"),
    [("id", '"Not A Slug"'), ("geoid", '"240"'), ("name", '" "'), ("time_zone", '"Eastern"'), ("name", "")],
)
def test_a_body_without_what_it_needs_is_left_out(name: str, value: str) -> None:
    found = read(body(**{name: value}))
    assert found.bodies == ()
    assert [(problem.field, problem.kept) for problem in found.problems] == [(name, False)]


def test_rules_that_nobody_answers_for_are_left_out() -> None:
    found = read(body(limit_seconds="180", copies="9", source_url=""))
    assert {problem.field for problem in found.problems} == {"limit_seconds", "copies"}
    assert found.bodies[0].rules.keys() == {"as_of"}
    assert read(body(limit_seconds="180", as_of="")).problems == ()  # a page without a date: check the agenda
    by_a_person = {"source_url": "", "as_of": "", "verified_on": "2026-11-02", "verified_by": '"J. Doe"'}
    assert read(body(limit_seconds="180", **by_a_person)).problems == ()


def test_two_bodies_of_one_name_are_one_too_many() -> None:
    found = read(body() + body())
    assert len(found.bodies) == 1
    assert [(problem.field, problem.kept) for problem in found.problems] == [("id", False)]


@pytest.mark.parametrize(
    "data", [b"", b"[[meeting]]\n", b"body = 3\n", b"= not toml", b"\xff\xfe", b'body = ["x"]']
)
def test_a_file_of_another_kind_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"own\.toml"):
        read(data)


def test_a_meeting_at_a_time_that_does_not_exist_is_left_out() -> None:
    found = read(meeting(starts="2027-03-14T02:30:00"))
    assert found.bodies[0].meetings == ()
    assert "does not exist" in str(found.problems[0])
    assert str(found.problems[0]).startswith("council, next, starts: ")


def test_a_time_that_comes_twice_needs_to_be_told_which() -> None:
    twice = {"starts": "2027-11-07T01:30:00"}
    assert "comes twice" in str(read(meeting(**twice)).problems[0])
    for said, second in (("false", False), ("true", True)):
        (body_read,) = read(meeting(**twice, second=said)).bodies
        assert (body_read.meetings[0].starts, body_read.meetings[0].starts_second) == (
            at("2027-11-07T01:30"),
            second,
        )


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"starts": "2026-12-08T18:30:00-05:00"}, "starts"),
        ({"starts": "2026-12-08"}, "starts"),
        ({"starts": '"2026-12-08T18:30:00"'}, "starts"),
        ({"signup_closes": "2026-12-08T18:31:00"}, "signup_closes"),
        ({"signup_closes": "2026-03-08T02:30:00"}, "signup_closes"),
        ({"status": '"maybe"'}, "status"),
        ({"chair": '"Smith"'}, "chair"),
        ({"room": f'"{"x" * 61}"'}, "room"),
    ],
)
def test_what_a_meeting_may_not_say_is_named(fields: dict[str, str], name: str) -> None:
    assert refused(meeting(**fields)) == [name]
    assert len(read(meeting(**fields)).bodies[0].meetings) == (name != "starts")


def test_what_ships_has_a_source_and_states_nothing_beyond_its_source() -> None:
    found = read(SHIPPED.read_bytes())
    assert found.problems == ()
    assert len(found.bodies) == 45
    for shipped in found.bodies:
        assert shipped.rules.keys() >= ORIGIN
        assert shipped.rules.keys() <= STATED | ORIGIN | {"as_of"}
        assert shipped.meetings == ()


def test_what_ships_says_what_the_examples_of_local_rules_say() -> None:
    tables = tomllib.loads((FOLDER / "rules" / "meeting_rules.toml").read_text(encoding="utf-8"))
    by_url = {shipped.rules["source_url"]: shipped for shipped in read(SHIPPED.read_bytes()).bodies}
    local = [example for example in tables["local_example"] if len(example["geoid"]) == 5]
    assert {example["url"] for example in local} <= by_url.keys()
    for example in local:
        shipped = by_url[example["url"]]
        assert shipped.geoid == example["geoid"]
        assert shipped.rules["limit_seconds"] == example["minutes"] * 60
        assert shipped.rules.get("total_cap_minutes") == example.get("period_minutes")
        assert example["as_of"].startswith(str(shipped.rules["as_of"]))
