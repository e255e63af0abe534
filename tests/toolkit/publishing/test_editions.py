"""An edition is issued once for each dossier, its bytes first; what fails leaves nothing behind."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from fact_sheets import codes, snapshot
from tests import library_rows
from tests.samples import small
from toolkit import models
from toolkit.config import FIRST_SUBJECT, Settings
from toolkit.database import unit_of_work
from toolkit.models import Claim, Edition
from toolkit.publishing.errors import Busy, CodeTaken, NotBalanced, RenderFailed
from toolkit.publishing.issuing import editions
from toolkit.publishing.issuing.press_room import PressRoom
from toolkit.publishing.rendering.renderers import Renderers

ON = small.TODAY
PLACE = "24021"


def counted(room: PressRoom) -> int:
    """How many editions there are."""
    with unit_of_work(room.engine) as session:
        return session.scalar(select(func.count()).select_from(Edition)) or 0


def files(room: PressRoom) -> list[Path]:
    """What lies on the shelf."""
    return [path for path in room.shelf.folder.rglob("*") if path.is_file()]


class Watched:
    """Real renderers, watched: counts what is asked, and does something first."""

    def __init__(self, inside: Renderers, first: Callable[[], None] = lambda: None) -> None:
        self.inside, self.first, self.asked = inside, first, 0

    def render(self, file: bytes) -> bytes:
        """Count, then make it."""
        self.asked += 1
        self.first()
        return self.inside.render(file)


@pytest.fixture
def watched(room: PressRoom) -> PressRoom:
    """The press room with renderers that count."""
    return replace(room, renderers=Watched(room.renderers))


def test_an_edition_records_what_went_in_and_what_came_out(room: PressRoom) -> None:
    edition = editions.issue(room, PLACE, on=ON)
    file = edition.dossier_json.encode()
    dossier = snapshot.from_json(file)
    assert dossier.selection is not None, "what it prints, and not all that is known"
    assert edition.code == codes.code_for(edition.dossier_sha256)
    assert edition.dossier_sha256 == snapshot.sha256(dossier) == snapshot.sha256_of_file(file)
    assert (edition.geoid, edition.issued_on, edition.standing) == (PLACE, ON, "balanced")
    assert edition.review_by == small.REVIEW_BY
    pdf = room.shelf.read(edition.pdf_sha256)
    assert pdf.startswith(b"%PDF-")
    assert edition.pdf_bytes == len(pdf)
    (attached,) = PdfReader(BytesIO(pdf)).attachment_list
    assert attached.content == file


def test_an_edition_lists_the_claims_it_prints_in_reading_order(room: PressRoom) -> None:
    code = editions.issue(room, PLACE, on=ON).code
    with unit_of_work(room.engine) as session:
        printed = [(claim.claim_id, claim.revision) for claim in session.get_one(Edition, code).claims]
    assert [claim_id[0] for claim_id, _ in printed][:3] == ["f", "f", "f"]
    sided = [claim_id[0] for claim_id, _ in printed][3:]
    assert sided
    assert sided.count("s") == sided.count("c")
    assert {revision for _, revision in printed} == {1}


def test_the_same_facts_on_the_same_day_are_the_same_edition(watched: PressRoom) -> None:
    first = editions.issue(watched, PLACE, on=ON)
    again = editions.issue(watched, PLACE, on=ON)
    assert again.code == first.code
    assert watched.renderers.asked == 1


def test_another_day_or_another_first_side_is_another_edition(room: PressRoom) -> None:
    codes = {
        editions.issue(room, PLACE, on=ON, first_side="critics").code,
        editions.issue(room, PLACE, on=ON, first_side="supporters").code,
        editions.issue(room, PLACE, on=ON + timedelta(days=1), first_side="critics").code,
    }
    assert len(codes) == 3


def test_fifty_who_ask_at_once_cost_one_rendering(watched: PressRoom) -> None:
    with ThreadPoolExecutor(50) as askers:
        found = set(askers.map(lambda _: editions.issue(watched, PLACE, on=ON).code, range(50)))
    assert len(found) == 1
    assert watched.renderers.asked == 1
    assert counted(watched) == 1


def test_who_looked_before_it_was_there_finds_it_made_at_its_turn(watched: PressRoom) -> None:
    order = order_of(watched)
    editions.issue(watched, PLACE, on=ON)
    editions._make(watched, order)
    assert watched.renderers.asked == 1


def test_two_processes_that_make_the_same_leave_one_row(room: PressRoom) -> None:
    order = order_of(room)
    one, other = (replace(room, once=type(room.once)()) for _ in range(2))
    with ThreadPoolExecutor(2) as processes:
        list(processes.map(lambda each: editions._make(each, order), (one, other)))
    assert counted(room) == 1


def order_of(room: PressRoom) -> editions.Order:
    """The order of the sheet of the place today."""
    with unit_of_work(room.engine):
        return editions._order(PLACE, ON, room.settings, None, FIRST_SUBJECT)


def test_a_draft_is_never_issued_and_says_why(room: PressRoom) -> None:
    with unit_of_work(room.engine, write=True) as session:
        shout(session, "c-1")
    with pytest.raises(NotBalanced) as told:
        editions.issue(room, PLACE, on=ON)
    assert any(finding.level == "block" for finding in told.value.findings)
    assert counted(room) == 0
    assert files(room) == []


def shout(session: Session, claim_id: str) -> None:
    """Give a claim a newer revision that prints, with words that no sheet may print."""
    claim = next(claim for claim in small.dossier().library.claims if claim.id == claim_id)
    louder = replace(claim, revision=2, text=claim.text.replace(".", "!"))
    session.add(library_rows.revision_row(louder))
    session.get_one(Claim, claim_id).printed = 2


def test_a_library_that_is_overdue_is_still_issued_and_says_so(room: PressRoom) -> None:
    edition = editions.issue(room, PLACE, on=small.REVIEW_BY + timedelta(days=1))
    assert edition.standing == "review overdue"


def test_a_renderer_that_fails_leaves_nothing(room: PressRoom, settings: Settings) -> None:
    hurried = settings.model_copy(update={"render_seconds": 0.001})
    with Renderers(hurried, workers=1) as renderers, pytest.raises(RenderFailed, match="given up"):
        editions.issue(replace(room, renderers=renderers), PLACE, on=ON)
    assert counted(room) == 0
    assert files(room) == []


def test_a_full_queue_is_told_and_leaves_nothing(room: PressRoom) -> None:
    def refuse() -> None:
        raise Busy("please wait")

    with pytest.raises(Busy):
        editions.issue(replace(room, renderers=Watched(room.renderers, first=refuse)), PLACE, on=ON)
    assert counted(room) == 0
    assert files(room) == []


def test_a_shelf_that_refuses_leaves_no_row(room: PressRoom) -> None:
    room.shelf.folder.parent.mkdir(parents=True, exist_ok=True)
    room.shelf.folder.write_text("a file where the folder should be")
    with pytest.raises(OSError, match="shelf"):
        editions.issue(room, PLACE, on=ON)
    assert counted(room) == 0


def test_a_code_that_another_document_has_is_refused_before_anything_is_made(watched: PressRoom) -> None:
    code = editions.PrintedFacts.of(order_of(watched)).code
    with unit_of_work(watched.engine, write=True) as session:
        session.add(other_edition(code))
    with pytest.raises(CodeTaken, match="other side"):
        editions.issue(watched, PLACE, on=ON)
    assert watched.renderers.asked == 0


def other_edition(code: str) -> Edition:
    """An edition of other facts that happens to have this code."""
    return Edition(
        code=code,
        geoid="01001",
        place_label="Autauga County, Alabama",
        title="Another sheet",
        format="full-sheet",
        language="en",
        first_side="critics",
        standing="balanced",
        issued_on=ON,
        review_by=None,
        dossier_sha256="f" * 64,
        dossier_json="{}",
        pdf_sha256="e" * 64,
        pdf_bytes=1,
        pages=2,
        press_version="WeasyPrint",
    )


def test_issuing_inside_an_open_transaction_is_a_mistake_of_the_caller(room: PressRoom) -> None:
    with unit_of_work(room.engine) as session:
        session.execute(select(models.Claim.id))
        with pytest.raises(RuntimeError, match="open transaction"):
            editions.issue(room, PLACE, on=ON)


def test_no_lock_is_held_while_a_sheet_is_made(room: PressRoom) -> None:
    def write() -> None:
        with unit_of_work(room.engine, write=True) as session:
            session.execute(update(models.Claim).where(models.Claim.id == "f-3").values(topic="changed"))

    editions.issue(replace(room, renderers=Watched(room.renderers, first=write)), PLACE, on=ON)
    assert counted(room) == 1
