"""The library to take along: only what prints, harmless in a spreadsheet, readable by other programs."""

import csv
import json
from datetime import date
from io import StringIO

import pytest
from flask import Flask

from tests.toolkit.views.changes import reword
from tests.toolkit.views.strict import StrictClient
from toolkit.curation.sources import pasted_bibtex, source_draft
from toolkit.database import unit_of_work
from toolkit.models import Claim, Source

FILES = ["/claims.csv", "/claims.json", "/sources.csv", "/sources.json", "/sources.bib"]


def rows(client: StrictClient, path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(client.get(path).text, newline="")))


@pytest.mark.parametrize("path", FILES)
def test_a_file_is_the_same_bytes_until_the_library_changes(
    app: Flask, visitor: StrictClient, path: str
) -> None:
    first, again = visitor.get(path), visitor.get(path)
    assert first.data == again.data
    assert first.headers["Content-Disposition"] == f'attachment; filename="287g-{path[1:]}"'
    known = {"If-None-Match": first.headers["ETag"]}
    assert visitor.get(path, headers=known).status_code == 304
    with unit_of_work(app.extensions["engine"], write=True) as session:
        session.get_one(Source, "s1").perspective = "mixed"
    newer = visitor.get(path, headers=known)
    assert (newer.status_code == 200) == (path != "/claims.json")  # which names sources by their ids alone


def test_only_what_prints_is_in_it(app: Flask, visitor: StrictClient) -> None:
    with unit_of_work(app.extensions["engine"], write=True) as session:
        session.get_one(Claim, "s-1").printed = None
    claims = json.loads(visitor.get("/claims.json").text)["claims"]
    assert [claim["id"] for claim in claims] == sorted({row["claim"] for row in rows(visitor, "/claims.csv")})
    assert "s-1" not in {claim["id"] for claim in claims}
    cited = {each["source"] for claim in claims for each in claim["citations"]}
    there = {source["id"] for source in json.loads(visitor.get("/sources.json").text)}
    assert cited <= there
    assert "guide" not in there
    assert there == {row["source"] for row in rows(visitor, "/sources.csv")}


def test_what_a_claim_says_more_stands_at_the_end(app: Flask, visitor: StrictClient) -> None:
    reword(app, "s-1", until=date(2027, 1, 1), evidence="court")
    row = next(row for row in rows(visitor, "/claims.csv") if row["claim"] == "s-1")
    assert list(row)[:5] == ["claim", "revision", "stance", "topic", "text"]
    assert list(row)[-6:] == ["source_url", "until", "evidence", "needs", "fits", "subject"]
    assert (row["until"], row["evidence"]) == ("2027-01-01", "court")
    claims = {each["id"]: each for each in json.loads(visitor.get("/claims.json").text)["claims"]}
    assert (claims["s-1"]["until"], claims["s-1"]["evidence"]) == ("2027-01-01", "court")
    assert (claims["c-1"]["until"], claims["c-1"]["evidence"]) == (None, None)


def test_standpoint_and_day_of_checking_stand_beside_each_source(visitor: StrictClient) -> None:
    (row,) = [row for row in rows(visitor, "/sources.csv") if row["source"] == "s1"]
    (item,) = [item for item in json.loads(visitor.get("/sources.json").text) if item["id"] == "s1"]
    assert row["perspective"] == item["custom"]["perspective"] == "supportive"
    assert row["checked"] == item["custom"]["checked"] != ""
    assert row["claims"].split() == item["custom"]["claims"]
    assert row["page"] == item["custom"]["page"] == "https://toolkit.example.org/sources/s1"
    assert "Standpoint: supportive." in visitor.get("/sources.bib").text


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "＝"])
def test_no_spreadsheet_runs_a_title(app: Flask, visitor: StrictClient, start: str) -> None:
    with unit_of_work(app.extensions["engine"], write=True) as session:
        session.get_one(Source, "s1").title = f'{start}HYPERLINK("http://x")'
    titles = {row["title"] for row in rows(visitor, "/sources.csv") if row["source"] == "s1"}
    titles |= {row["source_title"] for row in rows(visitor, "/claims.csv") if row["source"] == "s1"}
    assert titles == {f'\'{start}HYPERLINK("http://x")'}


def test_bibtex_reads_back_as_it_was(shipped: Flask) -> None:
    client = StrictClient(shipped)
    wanted = {item["id"]: source_draft.of_csl(item) for item in json.loads(client.get("/sources.json").text)}
    text = client.get("/sources.bib").text
    keys = [line.partition("{")[2].rstrip(",") for line in text.splitlines() if line.startswith("@")]
    found = dict(zip(keys, map(source_draft.of_csl, pasted_bibtex.read(text)), strict=True))
    assert len(found) > 90
    for name in ("title", "url", "doi", "people", "organizations", "publisher"):
        assert {key: getattr(draft, name) for key, draft in found.items()} == {
            key: getattr(draft, name) for key, draft in wanted.items()
        }
    assert {key: draft.issued[:7] for key, draft in found.items()} == {
        key: draft.issued.partition("/")[0][:7] for key, draft in wanted.items()
    }


def test_csl_json_of_a_shipped_source(shipped: Flask) -> None:
    items = {item["id"]: item for item in json.loads(StrictClient(shipped).get("/sources.json").text)}
    assert items["gao-21-186"]["type"] == "report"
    assert items["gao-21-186"]["issued"]["date-parts"] == [[2021, 1, 27]]


def test_a_source_page_shows_who_paid_and_the_copy_that_stays(app: Flask, visitor: StrictClient) -> None:
    with unit_of_work(app.extensions["engine"], write=True) as session:
        row = session.get_one(Source, "s1")
        row.funding, row.archive_url = "A foundation", "https://archive.example/s1"
    shown = visitor.get("/sources/s1").text
    assert "A foundation" in shown
    assert 'href="https://archive.example/s1"' in shown
