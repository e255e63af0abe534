"""0008 gives every agreement a key of its own and counts by model as data; no row is lost on the way."""

from datetime import date

from sqlalchemy import Engine, text

from toolkit import schema
from toolkit.database import unit_of_work
from toolkit.ledger.agreement_key import agreement_key
from toolkit.models import Agreement, Base, Roster, RosterCount

BEFORE = "0006"
AGREEMENT = text(
    "INSERT INTO agreement (id, state_code, agency, agency_type, model, signed, first_listed, last_listed, "
    "gone_by, reach, other_spellings) VALUES (:id, 'MD', :agency, 'County', 'JEM', :signed, '2025-06-02', "
    "'2026-11-02', :gone_by, 'state', '[]')"
)
ROSTER = text(
    "INSERT INTO roster (sha256, list_date, file_name, url, agreements) "
    "VALUES ('a', '2026-11-02', 'a.xlsx', 'https://example.gov', 3)"
)
COUNT = text(
    "INSERT INTO roster_count (list_date, agreements, agencies, states, task_force, jail, warrant) "
    "VALUES (:day, 6, 5, 1, 1, 2, 3)"
)
SHERIFF, DAY = "Frederick County Sheriff's Office", date(2020, 6, 9)
OLD = [  # each looks like another one: twice alike, written otherwise, of another day, of none
    (1, SHERIFF, DAY, None),
    (2, SHERIFF, DAY, None),
    (3, "Frédérick  County Sheriff’s Office", DAY, date(2026, 11, 2)),
    (4, SHERIFF, date(2025, 6, 9), None),
    (5, SHERIFF, None, None),
    (6, SHERIFF, None, date(2026, 11, 2)),
    (7, "Saint Mary´s Twp. & Østfold", DAY, None),
]


def fill(engine: Engine) -> None:
    """The schema before, with agreements that look alike, a list and two counts."""
    schema.migrate(engine, BEFORE)
    with engine.begin() as connection:
        for number, agency, signed, gone_by in OLD:
            row = {"id": number, "agency": agency, "signed": signed, "gone_by": gone_by}
            connection.execute(AGREEMENT, {name: value and str(value) for name, value in row.items()})
        connection.execute(ROSTER)
        connection.execute(COUNT, [{"day": "2026-05-18"}, {"day": "2026-11-02"}])


def contents(engine: Engine) -> list[list[str]]:
    """The three tables as the schema before has them."""
    ordered = ("agreement ORDER BY id", "roster ORDER BY sha256", "roster_count ORDER BY list_date")
    with engine.connect() as connection:
        tables = (connection.execute(text(f"SELECT * FROM {each}")) for each in ordered)
        return [[str(dict(row)) for row in table.mappings()] for table in tables]


def test_rows_that_look_alike_get_keys_of_their_own_and_keep_their_numbers(engine: Engine) -> None:
    fill(engine)
    schema.migrate(engine)
    base = "MD:frederick-county-sheriffs-office:JEM"
    with unit_of_work(engine) as session:
        rows = {row.id: row for row in session.query(Agreement)}
        assert {number: row.key for number, row in rows.items()} == {
            1: f"{base}:2020-06-09",
            2: f"{base}:2020-06-09:2",
            3: f"{base}:2020-06-09:3",
            4: f"{base}:2025-06-09",
            5: f"{base}:undated",
            6: f"{base}:undated:2",
            7: agreement_key("MD", OLD[6][1], "JEM", DAY),
        }
        assert {number for number, row in rows.items() if row.standing == "left"} == {3, 6}
        assert {row.standing for row in rows.values()} == {"listed", "left"}
        assert {row.subject for row in rows.values()} == {"287g"}


def test_lists_name_their_source_and_counts_are_by_model(engine: Engine) -> None:
    fill(engine)
    schema.migrate(engine)
    with unit_of_work(engine) as session:
        roster = session.query(Roster).one()
        assert (roster.subject, roster.source_id) == ("287g", "ice-participating-agencies")
        count = session.get_one(RosterCount, ("287g", date(2026, 5, 18)))
        assert (count.agreements, count.by_model) == (6, {"TFM": 1, "JEM": 2, "WSO": 3})


def test_down_again_every_row_is_what_it_was(engine: Engine) -> None:
    fill(engine)
    before = contents(engine)
    schema.migrate(engine)
    schema.migrate(engine, BEFORE, down=True)
    assert contents(engine) == before


def test_down_again_what_the_older_schema_would_tell_wrongly_is_gone(engine: Engine) -> None:
    fill(engine)
    before = contents(engine)
    schema.migrate(engine)
    with unit_of_work(engine, write=True) as session:
        row = session.get_one(Agreement, 1)
        session.add_all([another(row, 8, standing="taken_back"), another(row, 9, subject="plate-readers")])
        session.add(another(session.query(Roster).one(), "b", subject="plate-readers"))
        known = session.get_one(RosterCount, ("287g", date(2026, 5, 18)))
        session.add(another(known, known.list_date, subject="plate-readers", by_model={"FIX": 6}))
    schema.migrate(engine, BEFORE, down=True)
    assert contents(engine) == before


def another(row: Base, primary: object, **other: object) -> Base:
    """A copy of this row with another key, and with these values."""
    kind = type(row)
    columns = [column.name for column in kind.__table__.columns]
    own = {"id": primary, "sha256": primary, "key": f"other:{primary}"}
    known = {name: own.get(name, getattr(row, name)) for name in columns}
    return kind(**known | other)
