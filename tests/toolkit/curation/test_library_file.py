"""The library as a file: what goes out comes back the same; what changed is said before it is taken."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from tests import factories
from toolkit.access.errors import NotAllowed
from toolkit.curation.claims import claims
from toolkit.curation.claims.words import tidied
from toolkit.curation.errors import NotFit, NoticeMissing
from toolkit.curation.library import library, library_csv, library_file, library_import, library_preview
from toolkit.curation.library.library_entry import raw_of
from toolkit.curation.library.library_import import Taken
from toolkit.database import unit_of_work
from toolkit.ledger import spreadsheet
from toolkit.ledger.claim_words import Citation, ClaimWords
from toolkit.ledger.revisions import from_revision
from toolkit.models import Claim, ClaimRevision, Event, Person

ON = factories.NOW.date()

PLAIN = ClaimWords(
    topic="public-safety",
    stance="critics",
    kind="study",
    text="A study of 2018 found no change in crime rates.",
    spoken=None,
    as_of="2018",
    checked=date(2026, 11, 21),
    review_by=date(2027, 11, 21),
    citations=(Citation("c1"),),
)
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "'=1", "＝1", "''@x", "'plain"]


@pytest.fixture
def rita(work: Session) -> Person:
    person = factories.person("rita@example.org", "reviewer")
    work.add(person)
    work.flush()
    return person


def first(work: Session) -> Claim:
    return work.scalars(select(Claim).where(Claim.printed.is_not(None)).order_by(Claim.id)).first()  # type: ignore[return-value]


def take(text: str, by: Person, notice: str = "") -> Taken:
    return library_import.take(
        text.encode(), "l.yaml", reason="Why.", notice=notice, on=ON, by=by, now=factories.NOW
    )


@pytest.mark.parametrize("name", ["library.yaml", "library.csv"])
def test_what_goes_out_comes_back_unchanged(work: Session, rita: Person, name: str) -> None:
    text = library.as_csv(by=rita) if name.endswith("csv") else library.as_yaml(by=rita)
    shown = library_preview.preview(text.encode(), name, on=ON)
    assert shown.counts["unchanged"] == len(shown.lines) == len(list(work.scalars(select(Claim.id)))) > 5


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_run_by_a_spreadsheet_and_none_is_changed(text: str) -> None:
    table = library_csv.write([raw_of("x-01", 1, "draft", replace(PLAIN, text=text))])
    cells = table.splitlines()[1].split(",")
    assert not any(cell.strip('"').startswith(spreadsheet.FORMULA) for cell in cells)
    (read,) = library_csv.read(table.encode())
    assert read.words is not None
    assert read.words.text == text


LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Co", "Cn", "Zl", "Zp"))
TEXTS = st.text(LETTERS, min_size=1, max_size=300)


@given(TEXTS, TEXTS, TEXTS)
def test_every_text_survives_both_files(text: str, locator: str, quote: str) -> None:
    words = tidied(replace(PLAIN, text=text, spoken=quote, citations=(Citation("s-1", locator, quote),)))
    raw = raw_of("saf-01", 3, "approved", words)
    for read in (
        library_csv.read(library_csv.write([raw]).encode()),
        library_file.read(library_file.write([raw], [], []).encode()),
    ):
        (entry,) = read
        assert entry.words is not None, entry.problems
        assert (tidied(entry.words), entry.base, entry.claim_id) == (words, 3, "saf-01")


@pytest.mark.parametrize(
    ("hostile", "says"),
    [
        ("claims:\n- &a {id: x}\n- *a\n", "Line 2 has an anchor"),
        ("claims:\n- !!python/object/apply:os.system [ls]\n", "Line 2 has a tag"),
        ("claims: " + "[" * 9 + "]" * 9, "nested too deeply"),
        ("claims: " + "[" * 50_000, "not well-formed"),
        ("claims:\n- id: [", "not well-formed YAML at line"),
        ("claims: 7\n", "no list"),
        ("", "no list"),
        ("claims:\n- \x00", "characters that YAML does not allow"),
        ("# " + "x" * 2_100_000, "larger than 2 MB"),
        ("claims: [" + "[]," * 150_001 + "]", "more parts than a library"),
        ("claims: [" + "{}," * 2_001 + "]", "more than 2000 claims"),
    ],
)
def test_a_hostile_file_is_refused_in_a_sentence(hostile: str, says: str) -> None:
    with pytest.raises(NotFit, match=says):
        list(library_file.read(hostile.encode()))


def test_what_is_wrong_in_a_claim_is_said_with_its_line() -> None:
    text = (
        "claims:\n  - id: saf-01\n    id: saf-02\n    colour: red\n    checked: soon\n    statistic: maybe\n"
    )
    (entry,) = library_file.read(text.encode())
    assert (entry.line, entry.words) == (2, None)
    assert {"id stands twice.", "There is no field “colour”.", "statistic is yes or no."} <= set(
        entry.problems
    )


def test_of_a_thousand_problems_some_are_told() -> None:
    keys = "".join(f"  {'k' * 300}{number}:\n" for number in range(1000))
    (entry,) = library_file.read(f"claims:\n- id:\n{keys}".encode())
    assert len(" ".join(entry.problems)) < 1000


def test_an_edit_becomes_a_draft_and_what_prints_goes_on_printing(work: Session, rita: Person) -> None:
    claim = first(work)
    old = from_revision(claim.current)
    text = library.as_yaml(by=rita).replace("\nsources:\n", f"\n{new_claim()}\nsources:\n", 1)
    edited = text.replace(f"  - id: {claim.id}\n", f"  - id: {claim.id}\n    spoken: Said shortly.\n", 1)
    assert "spoken stands twice." in str(
        library_preview.preview(edited.encode(), "l.yaml", on=ON).of("problem")
    )
    edited = text.replace(tidied(old).text[:12], "Newly worded", 1)
    shown = library_preview.preview(edited.encode(), "l.yaml", on=ON)
    (changed,) = shown.of("changed")
    assert (changed.claim_id, changed.must_tell) == (claim.id, True)
    assert [change.label for change in changed.changes] == ["The claim"]
    with pytest.raises(NoticeMissing):
        library_import.take(
            edited.encode(), "l.yaml", reason="Clearer.", notice="", on=ON, by=rita, now=factories.NOW
        )
    done = take(edited, rita, "We said it more clearly.")
    assert (len(done.new), done.changed, done.left) == (1, (claim.id,), 0)
    assert (claim.status, claim.printed, claim.newest) == ("draft", 1, 2)
    made = work.scalars(select(ClaimRevision).where(ClaimRevision.number == 2)).one()
    assert (made.author_id, made.notice, made.reason) == (rita.id, "We said it more clearly.", "Why.")
    assert work.get_one(Claim, done.new[0]).status == "draft"
    last = work.scalars(select(Event).order_by(Event.number.desc())).first()
    assert last is not None
    assert (last.deed, last.detail["new"], last.detail["changed"]) == ("library.import", 1, 1)


def new_claim() -> str:
    raw = {**raw_of("", 0, "", PLAIN), "base": ""}
    return library_file.write([raw], [], []).partition("claims:\n")[2].partition("\nsources")[0]


def test_what_somebody_changed_since_is_not_overwritten(work: Session, rita: Person) -> None:
    claim = first(work)
    text = library.as_yaml(by=rita)
    old = from_revision(claim.current)
    meanwhile = replace(old, text="What somebody wrote meanwhile.")
    claims.revise(claim.id, meanwhile, base=1, reason="New.", notice="New.", by=rita, now=factories.NOW)
    edited = text.replace(tidied(old).text[:12], "Newly worded", 1)
    (conflict,) = library_preview.preview(edited.encode(), "l.yaml", on=ON).of("conflict")
    assert conflict.claim_id == claim.id
    done = library_import.take(
        edited.encode(), "l.yaml", reason="Mine.", notice="Mine.", on=ON, by=rita, now=factories.NOW
    )
    assert (done.changed, done.left) == ((), 1)
    assert claims.find(claim.id).newest == 2  # type: ignore[union-attr]


def test_only_who_may_takes_it_in(work: Session) -> None:
    carl = factories.person("carl@example.org", "contributor")
    work.add(carl)
    work.flush()
    with pytest.raises(NotAllowed):
        take("claims: []", carl)


def test_both_databases_take_the_same_file(migrated: Engine) -> None:
    with unit_of_work(migrated, write=True) as session:
        factories.settle(session)
        rita = factories.person("rita@example.org", "reviewer")
        session.add(rita)
        session.flush()
        text = library.as_yaml(by=rita).replace("\nsources:\n", f"\n{new_claim()}\nsources:\n", 1)
        done = library_import.take(
            text.encode(), "l.yaml", reason="New.", notice="", on=ON, by=rita, now=factories.NOW
        )
        assert (len(done.new), done.left) == (1, 0)
