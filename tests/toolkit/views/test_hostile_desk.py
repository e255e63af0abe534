"""Whatever somebody sends to the desk is answered in words: on neither database does it end in a failure."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from lxml import html
from lxml.html import FormElement
from sqlalchemy import Engine

from tests import factories, organizers
from tests.guards.organizer_routes import GUARDED
from tests.samples import small
from tests.toolkit.views.organizer import OrganizerClient, browser
from tests.toolkit.views.test_desk_bodies import BODY, COUNCIL, DECEMBER, MEETING
from toolkit.app import create_app
from toolkit.config import Settings
from toolkit.database import unit_of_work
from toolkit.models import Suggestion

HUGE = "9" * 30
HOSTILE = (HUGE, "\u202eevil\u2066\x00")
ASKED = (
    *(
        "page",
        "entry",
        "before",
        "against",
        "listed",
        "state",
        "topic",
        "about",
        "claim",
        "q",
        "words",
        "place",
    ),
    *(
        "source",
        "question",
        "noun",
        "standing",
        "due",
        "waits",
        "order",
        "subject",
        "deed",
        "person",
        "since",
    ),
)
KNOWN = {
    "<slug:claim_id>": "s-1",
    "<slug:source_id>": "s1",
    "<slug:body_id>": BODY,
    "<slug:meeting_id>": MEETING,
    "<any(state_policy, meeting_rule, decision_maker):noun>/<slug:key>": "state_policy/24",
    "<int(max=2147483647):number>": "1",
}
PUBLIC = ("/suggest", "/corrections", "/editions", "/claims/s-1", "/sources/s1")
KEPT_OUT = ("/people", "/account", "/log", "/second-factor", "/join", "/sign-")


@pytest.fixture
def desk(migrated: Engine, tmp_path: Path) -> Iterator[Flask]:
    """The small world, with one row of everything."""
    url = str(migrated.url)
    settings = Settings(
        instance_dir=tmp_path, database_url=url, base_url="https://a.example", today=small.TODAY
    )
    made = create_app(settings)
    engine = made.extensions["engine"]
    with unit_of_work(engine, write=True) as work:
        factories.settle(work)
        work.add(Suggestion(subject="claim:s-1", text="It is wrong.", made_on=small.TODAY, state="open"))
    yield made
    engine.dispose()


def pages() -> list[str]:
    """Addresses of the desk with rows that are there."""
    found = []
    for each in GUARDED:
        path = each.rule
        for rule, known in KNOWN.items():
            path = path.replace(rule, known)
        if each.method == "GET" and "<" not in path and not any(part in path for part in KEPT_OUT):
            found.append(path)
    return [*found, *PUBLIC]


def spoilt(form: FormElement, hostile: str) -> dict[str, str]:
    """What the form would send if all that is typed were hostile; numbers that it hides are huge."""
    sent = dict(form.form_values())
    for field in form.iter("input", "textarea"):
        name, kind = field.get("name"), field.get("type", "text")
        if name and name != "csrf_token" and kind != "file":
            sent[name] = HUGE if kind == "hidden" else hostile if kind == "text" else sent.get(name, "")
    return sent


def test_nothing_that_is_sent_to_the_desk_ends_in_a_failure(desk: Flask) -> None:
    client: OrganizerClient = browser(desk)
    organizers.sign_in(desk, client, "admin")
    assert client.fill("/desk/bodies/new", **COUNCIL).status_code == 303
    assert client.fill(f"/desk/meetings/new/{BODY}", **DECEMBER).status_code == 303
    desk.config["PROPAGATE_EXCEPTIONS"] = False
    base, failed, forms_seen = organizers.origin(desk), [], 0
    for page in pages():
        shown = client.get(page, query_string={"claim": "s-1", "about": "claim:s-1"})
        for hostile in HOSTILE:
            answer = client.get(page, query_string=dict.fromkeys(ASKED, hostile))
            failed += [(page, hostile)] if answer.status_code >= 500 else []
        forms = (
            html.document_fromstring(shown.text).forms if shown.mimetype == "text/html" and shown.text else []
        )
        for form in (form for form in forms if form.method == "POST" and "sign-out" not in form.action):
            forms_seen += 1
            headers = {"Referer": f"{base}{page}", "Origin": base}
            answer = client.post(form.action or page, data=spoilt(form, HOSTILE[1]), headers=headers)
            failed += [(page, form.action)] if answer.status_code >= 500 else []
    assert failed == []
    assert forms_seen > 20
