"""A newer file of the states' rules leaves alone what organizers edited, and brings the rest."""

from datetime import date

from sqlalchemy.orm import Session

from tests import factories
from toolkit.curation.records import rules as desk
from toolkit.imports import loading
from toolkit.imports.library import subject_files as library
from toolkit.imports.shipped import FOLDER
from toolkit.models import Dataset, DecisionMaker, MeetingRule, StatePolicy

VALUES = {
    "line": "Maryland law bars such agreements.",
    "detail": "All of them.",
    "as_of": "2026-11-20",
    "confidence": "high",
    "recheck": None,
    "sources": [],
    "stance": "prohibits",
    "since": None,
    "deadline": None,
    "ends_agreements_on": None,
    "applies_to": [],
    "checked": date(2026, 11, 26),
    "review_by": date(2027, 2, 24),
}


def test_an_edited_rule_stays_and_its_neighbours_are_renewed(work: Session) -> None:
    rita = factories.person("rita@example.org", "reviewer")
    work.add(rita)
    work.flush()
    given = {"read": "", "reason": "The act.", "base": 0, "on": date(2026, 11, 26)}
    desk.write("state_policy", "24", VALUES, **given, by=rita, now=factories.NOW)  # type: ignore[arg-type]
    work.get_one(StatePolicy, "18").line = "Slip of a hand"
    work.delete(work.get_one(MeetingRule, "24"))
    work.flush()
    shipped = library.read(FOLDER / "subjects/287g")
    for name in ("library 287g", "rules"):  # as if files of another content had been loaded
        work.get_one(Dataset, name).sha256 = ""
    assert list(loading.load(date(2026, 11, 26)))
    work.expire_all()
    assert work.get_one(StatePolicy, "24").line == VALUES["line"]
    assert work.get_one(StatePolicy, "18").line != "Slip of a hand"
    assert work.get_one(MeetingRule, "24").right_to_speak
    assert {work.get_one(DecisionMaker, item["id"]).level for item in shipped.deciders}
