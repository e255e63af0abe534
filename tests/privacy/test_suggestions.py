"""The words of a suggestion are kept, what they are about, the day, and nothing of who sent it."""

import sqlite3
from pathlib import Path

from tests.privacy.conftest import Serve
from tests.privacy.markers import files, found
from tests.privacy.visitor import URLENCODED, Visitor

ABOUT = "claim:saf-03"
DATABASE = "instance/toolkit.sqlite"


def test_only_the_words_of_a_suggestion_are_kept(serve: Serve, tmp_path: Path) -> None:
    with serve() as (origin, whole_log):
        visitor = Visitor(origin)
        suggested = f"Page 4 says {visitor.word()}."
        (meant,) = visitor.words
        visitor.words.clear()
        visitor.get("/suggest", about=ABOUT, text=visitor.word(), email=visitor.word())
        unknown = visitor.typed("email", "name")
        asked = {"about": ABOUT, "text": suggested} | unknown
        assert visitor.post("/suggest", asked, Referer=visitor.word()).status == 303
        refused(visitor)
        log = whole_log()
    everything = [("the log", log.encode()), *files(tmp_path)]
    assert found(everything, visitor.words) == []
    assert {where.split(":")[0].rpartition("/")[2] for where in found(everything, [meant])} == {
        "toolkit.sqlite"
    }
    connection = sqlite3.connect(tmp_path / DATABASE)
    rows = connection.execute("SELECT * FROM suggestion").fetchall()
    connection.close()
    assert rows == [(1, ABOUT, suggested, "2026-12-02", "open", None, None, None)]


def refused(visitor: Visitor) -> None:
    """Suggestions that cannot be taken, each with fresh words."""
    assert visitor.post("/suggest", visitor.typed("about", "text")).status == 404
    long = f"{visitor.word()} " * 200
    assert visitor.post("/suggest", {"about": ABOUT, "text": long}).status == 400
    elsewhere = f"https://{visitor.word()}.example"
    typed = {"about": ABOUT} | visitor.typed("text")
    assert visitor.post("/suggest", typed, Origin=elsewhere).status == 403
    parts = f'--b\r\nContent-Disposition: form-data; name="text"\r\n\r\n{visitor.word()}\r\n--b--\r\n'
    kind = {"Content-Type": "multipart/form-data; boundary=b"}
    assert visitor.send("/suggest", parts.encode(), **kind).status == 415
    over = f"about={ABOUT}&text={visitor.word()}".encode() + b"x" * 70_000
    assert visitor.send("/suggest", over, **{"Content-Type": URLENCODED}).status == 413
