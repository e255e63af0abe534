"""Bodies and meetings in the tables: a change raises the sequence, and what was loaded here stays."""

from datetime import date

from sqlalchemy.orm import Session

from tests.samples.bodies import CANCELLED, COUNCIL, body
from toolkit import models
from toolkit.imports.bodies import body_files as bodies
from toolkit.imports.bodies import load_bodies
from toolkit.imports.bodies.load_bodies import Done

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


def load(text: str | bytes, on: date = MONDAY) -> Done:
    data = text if isinstance(text, bytes) else text.encode()
    return load_bodies.load(bodies.read(data, "own.toml").bodies, on)


def december(work: Session) -> models.Meeting:
    return work.get_one(models.Meeting, "frederick-council-december")


def test_a_body_comes_in_with_its_meeting(work: Session) -> None:
    assert load(COUNCIL) == Done(bodies=1, meetings=1, problems=())
    council = work.get_one(models.PublicBody, "frederick-council")
    assert (council.limit_seconds, council.pooling, council.origin) == (180, None, "local")
    meeting = december(work)
    assert (meeting.sequence, meeting.status, meeting.changed) == (0, "scheduled", MONDAY)
    assert (meeting.time_zone, meeting.room) == ("America/New_York", "Hearing room")


def test_loading_the_same_again_changes_nothing(work: Session) -> None:
    load(COUNCIL)
    load(COUNCIL, TUESDAY)
    assert (december(work).sequence, december(work).changed) == (0, MONDAY)


def test_a_change_and_a_cancellation_each_raise_the_sequence(work: Session) -> None:
    load(COUNCIL)
    load(COUNCIL.replace("Hearing room", "Room 2"), TUESDAY)
    assert (december(work).sequence, december(work).room, december(work).changed) == (1, "Room 2", TUESDAY)
    load(CANCELLED, TUESDAY)
    assert (december(work).sequence, december(work).status) == (2, "cancelled")


def test_a_rule_that_is_no_longer_in_the_file_is_not_verified_any_more(work: Session) -> None:
    load(COUNCIL)
    load(COUNCIL.replace("copies = 9\n", ""))
    assert work.get_one(models.PublicBody, "frederick-council").copies is None


def test_a_meeting_that_is_no_longer_in_the_file_stays(work: Session) -> None:
    load(COUNCIL)
    load(COUNCIL.split("[[body.meeting]]")[0])
    assert december(work).status == "scheduled"


def test_a_place_that_we_do_not_know_has_no_body(work: Session) -> None:
    done = load(body(geoid='"99999"'))
    assert (done.bodies, [problem.field for problem in done.problems]) == (0, ["geoid"])


def test_a_meeting_belongs_to_one_body(work: Session) -> None:
    load(COUNCIL)
    done = load(COUNCIL.replace('"frederick-council"', '"another-council"'))
    assert done.meetings == 0
    assert "frederick-council has a meeting of this name" in str(done.problems[0])
    assert december(work).body_id == "frederick-council"


def test_a_release_replaces_what_shipped_and_leaves_what_was_loaded_here(work: Session) -> None:
    load(COUNCIL)
    shipped = bodies.read(body(id='"frederick-council"') + body(id='"new-one"'), "bodies.toml").bodies
    assert load_bodies.load_starter(shipped) == 2
    local, new = (work.get_one(models.PublicBody, name) for name in ("frederick-council", "new-one"))
    assert (local.origin, local.limit_seconds, new.origin) == ("local", 180, "starter")
    assert work.get(models.PublicBody, "whiteside-county-board-il") is None
