"""Deeds on sources: history and journal, ids, what cannot be kept, and twins; on both databases."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from tests import factories
from tests.newest import KINDS, Newest
from toolkit.access.errors import NotAllowed
from toolkit.curation.errors import AlreadyThere, NotFit, Stale
from toolkit.curation.sources import source_list, source_rules, source_twins, sources
from toolkit.curation.sources.source_draft import LEVELS, SourceDraft
from toolkit.curation.sources.source_rules import problems, tidied
from toolkit.database import unit_of_work
from toolkit.imports.library import load_library
from toolkit.models import Event, Person, Source
from toolkit.publishing.knowing.sources import VERIFIED

NOW = factories.NOW
DRAFT = SourceDraft(
    title="Reviews of the 287(g) Program",
    url="https://www.oig.example/reports/2020/",
    type="report",
    people="de la Cruz, Ana\nEdwards, James R., Jr.",
    organizations="Office of Inspector General, DHS",
    publisher="DHS",
    issued="2020-09",
    page="12–19",
    tag="DHS OIG",
    kind="oversight-body",
    perspective="independent",
    verified_level="primary-read",
    verified_note="We read all of it.",
)


@pytest.fixture(scope="module", params=KINDS)
def world(
    request: pytest.FixtureRequest, newest: Newest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """The small world; what a test does is rolled back."""
    with newest(request.param, tmp_path_factory.mktemp("sources")) as made:
        with unit_of_work(made, write=True) as session:
            factories.settle(session)
        yield made


@pytest.fixture
def work(world: Engine) -> Iterator[Session]:
    with unit_of_work(world) as session:
        yield session


@pytest.fixture
def ann(work: Session) -> Person:
    person = factories.person("ann@example.org")
    work.add(person)
    work.flush()
    return person


def test_a_source_is_kept_with_its_history(work: Session, ann: Person) -> None:
    row = sources.add(DRAFT, by=ann, now=NOW)
    assert row.id == "dhs-oig-2020"
    assert row.csl == {
        "id": "dhs-oig-2020",
        "type": "report",
        "title": DRAFT.title,
        "author": [
            {"family": "Cruz", "given": "Ana", "non-dropping-particle": "de la"},
            {"family": "Edwards", "given": "James R.", "suffix": "Jr."},
            {"literal": "Office of Inspector General, DHS"},
        ],
        "publisher": "DHS",
        "issued": {"date-parts": [[2020, 9]]},
        "page": "12-19",
        "URL": DRAFT.url,
    }
    changed = replace(sources.draft_of(row), title="Reviews of the Program", funding="Congress")
    sources.change(row, changed, "The title was cut.", base=1, by=ann, now=NOW)
    newest, first = sources.history(row)
    assert (newest.content["title"], newest.reason) == ("Reviews of the Program", "The title was cut.")
    assert (first.content["title"], first.person_id) == (DRAFT.title, ann.id)
    event = work.scalars(select(Event).order_by(Event.number.desc())).first()
    assert event is not None
    assert (event.deed, event.subject) == ("source.write", "source:dhs-oig-2020")
    assert event.detail["fields"] == ["Title", "Who paid for it"]


def test_an_edit_keeps_what_no_field_shows(work: Session, ann: Person) -> None:
    row = sources.add(DRAFT, by=ann, now=NOW)
    mixed = [{"literal": "Office of Inspector General, DHS"}, *row.csl["author"][:2]]
    row.csl = row.csl | {"edition": "2", "author": mixed}
    work.flush()
    draft = replace(sources.draft_of(row), volume="7")
    sources.change(row, draft, "Its volume.", base=1, by=ann, now=NOW)
    assert (row.csl["edition"], row.csl["volume"], row.csl["author"]) == ("2", "7", mixed)


def test_the_second_editor_overwrites_nothing(work: Session, ann: Person) -> None:
    row = sources.add(DRAFT, by=ann, now=NOW)
    sources.change(row, replace(DRAFT, note="First."), "A note.", base=1, by=ann, now=NOW)
    with pytest.raises(Stale) as refusal:
        sources.change(row, replace(DRAFT, note="Second."), "A note.", base=1, by=ann, now=NOW)
    assert (refusal.value.newest, row.note) == (2, "First.")


def test_saving_the_same_leaves_no_trace(work: Session, ann: Person) -> None:
    row = sources.add(DRAFT, by=ann, now=NOW)
    sources.change(row, sources.draft_of(row), "Nothing.", base=1, by=ann, now=NOW)
    assert len(sources.history(row)) == 1


def test_an_id_is_readable_and_free(work: Session, ann: Person) -> None:
    made = [
        DRAFT,
        replace(DRAFT, url="https://a.example/1"),
        replace(DRAFT, url="https://a.example/2", tag="New"),
    ]
    assert [sources.add(each, by=ann, now=NOW).id for each in made] == [
        "dhs-oig-2020",
        "dhs-oig-2020-2",
        "new-2020",
    ]
    other = replace(DRAFT, url="https://a.example/3", tag="Ñandú — 1999", issued="1999")
    assert sources.add(other, by=ann, now=NOW).id == "nandu-1999"
    assert sources.free_id(replace(DRAFT, tag="links", issued="")) == "links-2"
    assert sources.free_id(replace(DRAFT, tag="統計", issued="")) == "source"


def test_a_printed_source_cannot_become_unseen(work: Session, ann: Person) -> None:
    row = work.get_one(Source, "law")
    draft = replace(DRAFT, url="https://law.example/", verified_level="unseen")
    with pytest.raises(NotFit, match="f-1, f-2, f-3"):
        sources.change(row, draft, "We did not.", base=0, by=ann, now=NOW)
    sources.change(row, replace(draft, verified_level="primary-read"), "Read.", base=0, by=ann, now=NOW)
    event = work.scalars(select(Event).order_by(Event.number.desc())).first()
    assert event is not None
    assert event.detail["printed claims"] == ["f-1", "f-2", "f-3"]


def test_who_is_suspended_does_nothing(work: Session, ann: Person) -> None:
    ann.state = "suspended"
    with pytest.raises(NotAllowed):
        sources.add(DRAFT, by=ann, now=NOW)


def test_twins(work: Session, ann: Person) -> None:
    row = sources.add(DRAFT, by=ann, now=NOW)
    for same in (
        "http://oig.example/reports/2020",
        "https://WWW.OIG.example/reports/2020/?utm_source=letter&fbclid=7#page=3",
    ):
        assert [
            twin.id for twin in source_twins.find("Other words", tidied(replace(DRAFT, url=same)).url).same
        ] == [row.id]
        with pytest.raises(AlreadyThere, match="Reviews of the 287"):
            sources.add(replace(DRAFT, url=same), by=ann, now=NOW)
    assert (
        sources.add(replace(DRAFT, title="Part 2"), by=ann, now=NOW, twin_known=True).id == "dhs-oig-2020-2"
    )
    alike = source_twins.find("The 287(g) program: reviews of", "https://else.example/").alike
    assert [twin.id for twin in alike] == [row.id]
    assert source_twins.find("Police staffing in Ohio", "https://oig.example/reports/2020?page=2") == (
        source_twins.Twins((), ())
    )
    assert source_twins.find(DRAFT.title, DRAFT.url, but=row.id).alike == ()


def test_the_list_is_found_by_words_and_counts_claims(work: Session) -> None:
    everything = source_list.page("", 1)
    assert everything.rows == len(everything.lines) == len(work.scalars(select(Source)).all())
    (law,) = [line for line in everything.lines if line.id == "law"]
    assert law.claims == 3
    assert source_list.page("100% _", 1).rows == 0
    assert source_list.page("", 99).number == 1


def test_a_newer_starter_library_leaves_edited_sources_alone(work: Session, ann: Person) -> None:
    row = sources.add(DRAFT, by=ann, now=NOW)
    custom = {"tag": "x", "kind": "news", "perspective": "mixed", "verified_level": "unseen"}
    custom |= {"verified_note": "", "seen_at": None, "note": None}
    shipped = {"title": "Shipped", "URL": "https://shipped.example/", "custom": custom}
    load_library.save_sources([shipped | {"id": row.id}, shipped | {"id": "s1"}])
    work.flush()
    work.expire_all()
    assert work.get_one(Source, row.id).title == DRAFT.title
    assert work.get_one(Source, "s1").title == "Shipped"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(
            ("title", ""),
            ("title", "a" * 401),
            ("title", "a" * 61),
            ("title", "a\u200bb"),
            ("title", "a\u202eb"),
        ),
        *(
            ("url", ""),
            ("url", "ftp://a.example"),
            ("url", "https://me@a.example/"),
            ("url", "https://a.example:81/"),
        ),
        *(
            ("url", "https://localhost/"),
            ("archive_url", "javascript:x"),
            ("doi", "11.1/a"),
            ("issued", "soon"),
        ),
        *(
            ("issued", "2020-13"),
            ("accessed", "2020-02-30"),
            ("type", "song"),
            ("kind", ""),
            ("perspective", "red"),
        ),
        *(
            ("verified_level", "maybe"),
            ("publisher", ""),
            ("tag", ""),
            ("verified_note", ""),
            ("note", "\ue000"),
        ),
    ],
)
def test_what_cannot_be_kept_is_told_at_its_field(field: str, value: str) -> None:
    found = problems(tidied(replace(DRAFT, **{field: value})))
    assert [problem.field for problem in found] == [field]


def test_a_draft_is_kept_in_one_form() -> None:
    typed = replace(
        DRAFT,
        title=" Cafe\u0301  \n& co ",
        url="HTTPS://BÜCHER.example./ä",
        doi="https://doi.org/10.1086/680935",
    )
    kept = tidied(typed)
    assert (kept.title, kept.doi) == ("Café & co", "10.1086/680935")
    assert kept.url == "https://xn--bcher-kva.example/%C3%A4"
    assert problems(kept) == ()


def test_levels_have_words_for_readers() -> None:
    assert set(LEVELS) == set(VERIFIED)
    assert source_rules.LONGEST.keys() <= {name for name, _ in DRAFT}
