"""Every organizers' page on a phone and on a desk: accessible, and whole on a narrow screen.

The pages come from the map of addresses: a new one is looked at here, or is named as no page.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from werkzeug.routing import Rule

from tests.browser import Axe, faults
from tests.journeys.conftest import AtDesk
from tests.journeys.office import Office
from tests.samples.bodies import COUNCIL
from tests.server import flask
from tests.sweeps import wide
from tests.toolkit.imports.samples import row, workbook

pytestmark = pytest.mark.browser

TURNS = 4  # in which all pages are looked at
NO_PAGES = (".csv", ".json", ".yaml", ".css", ".svg")
FOR_OTHERS = {"/second-factor/app"}  # shown once, to who is enrolling an app
KNOWN: dict[str, Any] = {
    "claim_id": "cst-08",
    "source_id": "usc-1357g",
    "number": 1,
    "person_id": 1,
    "noun": "state_policy",
    "key": "24",
    "subject": "287g",
    "kind": "dispute",
    "record_id": "d-01",
    "group": "sheet/title",
    "body_id": "frederick-council",
    "meeting_id": "frederick-council-december",
}
QUERIES = {  # of a long list a few lines, which are as sound as all
    "/desk/claims": "?q=cst-0",
    "/desk/rules": "?state=24",
    "/desk/sources": "?q=287",
    "/desk/claims/several/redate": "?claim=cst-08&claim=cst-05",
    "/desk/claims/several/retire": "?claim=cst-08&claim=cst-05",
}


def paths(office: Office) -> Iterator[str]:
    """An address for each page that an organizer may open."""
    urls = office.app.url_map.bind("")
    for rule in office.app.url_map.iter_rules():
        if is_page(office, rule) and rule.rule not in FOR_OTHERS:
            path = urls.build(rule.endpoint, {name: KNOWN[name] for name in rule.arguments}, method="GET")
            yield path + QUERIES.get(path, "")


def is_page(office: Office, rule: Rule) -> bool:
    guard = getattr(office.app.view_functions[rule.endpoint], "guard", None)
    inside = guard is not None and guard.kind in ("takes", "enrolling")
    return inside and "GET" in (rule.methods or ()) and not rule.rule.endswith(NO_PAGES)


def settle(office: Office, dora: Page, repository: Path, folder: Path) -> None:
    """Something to show on every page: a body, a meeting, a suggestion, and two files that wait."""
    (folder / "bodies.toml").write_text(COUNCIL, encoding="utf-8")
    flask(["bodies", "load", str(folder / "bodies.toml")], repository, office.facts)
    dora.goto("/suggest?about=claim:cst-08")
    dora.get_by_label("What is wrong, and how do you know?").fill("Page 4 gives another year.")
    dora.get_by_role("button", name="Send the suggestion").click()
    expect(dora.get_by_role("heading", level=1)).to_have_text("Thank you. Your suggestion is kept.")
    library = dora.request.get("/desk/library/claims.yaml?topic=history").text()
    (folder / "claims.yaml").write_text(library.replace(" said ", " wrote "), encoding="utf-8")
    (folder / "participatingAgencies11252026.xlsx").write_bytes(workbook([row()]))
    for page, file in (("library", "claims.yaml"), ("agreements", "participatingAgencies11252026.xlsx")):
        dora.goto(f"/desk/{page}")
        dora.locator("input[type=file]").set_input_files(folder / file)
        dora.get_by_role("button", name="Send it and see what would change").click()
        expect(dora).to_have_url(f"{office.origin}/desk/{page}/preview")


def visit(page: Page, path: str, axe: Axe) -> Iterator[str]:
    """Open a page; what is wrong with it."""
    answer = page.goto(path)
    if answer is None or answer.status != 200 or not page.url.endswith(path):
        yield f"{path}: {answer and answer.status} at {page.url}"
    yield from faults(page, axe)


@pytest.mark.parametrize("turn", [0, *map(wide, range(1, TURNS))])
def test_every_page_of_the_desk_is_sound(
    office: Office, at_desk: AtDesk, axe: Axe, repository: Path, tmp_path: Path, turn: int
) -> None:
    dora = at_desk("dora")
    settle(office, dora, repository, tmp_path)
    seen = list(paths(office))
    assert len(seen) > 30
    assert [wrong for path in seen[turn::TURNS] for wrong in visit(dora, path, axe)] == []
