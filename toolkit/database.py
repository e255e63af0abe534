"""The database: one engine, and the session of the unit of work at hand.

Code below the pages asks ``session()`` for the open unit of work; whoever starts one (a request, a
command, a test) wraps it in ``unit_of_work``. One commit at its end, and everything else rolls back.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

BUSY_SECONDS = 5
# SQLite before these versions can lose commits in WAL mode when writers race (the WAL-reset bug).
_WAL_SAFE = ((3, 44, 6), (3, 50, 7))
_WAL_SAFE_FROM = (3, 51, 3)

_session: ContextVar[Session] = ContextVar("session")


def make_engine(url: str) -> Engine:
    """An engine for ``url``, SQLite made safe: foreign keys, whole-transaction locks, full sync."""
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    file = make_url(url).database
    if file and file != ":memory:":
        Path(file).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def wal_is_safe(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> bool:
    """Whether this SQLite keeps every commit in WAL mode."""
    fixed_branch = any(version[:2] == fixed[:2] and version >= fixed for fixed in _WAL_SAFE)
    return fixed_branch or version >= _WAL_SAFE_FROM


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The driver must not open transactions by itself: "begin" below does, so that DDL and reads are inside.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA recursive_triggers = ON")  # INSERT OR REPLACE must meet the delete triggers
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA journal_mode = WAL" if wal_is_safe() else "PRAGMA journal_mode = DELETE")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes the lock at once: upgrading a read lock later can only fail.
    write = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def session() -> Session:
    """The session of the unit of work at hand; LookupError outside one."""
    return _session.get()


@contextmanager
def unit_of_work(engine: Engine, *, write: bool = False) -> Iterator[Session]:
    """Open a session for the body; commit at its end when ``write``, roll back otherwise or on error."""
    with Session(engine.execution_options(write=write)) as opened:
        token = _session.set(opened)
        try:
            yield opened
            if write:
                opened.commit()
        finally:
            _session.reset(token)
