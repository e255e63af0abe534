"""A private PostgreSQL for the tests: its own folder, its own socket, gone afterwards.

PostgreSQL refuses to run as root, so as root the server is started as another user of the machine.
"""

import itertools
import os
import pwd
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest

WHERE_SERVERS_LIE = [
    "/usr/lib/postgresql/*/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
]
# What a power cut would lose is lost gladly.
IN_A_HURRY = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off -c jit=off"


@dataclass
class Cluster:
    """One running server that is reached through a socket in its own folder."""

    folder: Path
    names: Iterator[int] = field(default_factory=itertools.count)

    @contextmanager
    def database(self, template: str = "template1") -> Iterator[str]:
        """The address of a new database, a copy of ``template``, for as long as the block."""
        name = f"test_{next(self.names)}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        try:
            yield self.url(name)
        finally:
            self.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def url(self, name: str) -> str:
        """The SQLAlchemy address of one of its databases."""
        return f"postgresql+psycopg://postgres@/{name}?host={self.folder}"

    def execute(self, statement: str) -> None:
        """Run one administrative statement."""
        with psycopg.connect(f"host={self.folder} user=postgres dbname=postgres", autocommit=True) as link:
            link.execute(statement)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def postgresql_cluster() -> Iterator[Cluster]:
    """A server for this test process; no server is a loud skip, and in CI a failure."""
    programs = server_programs()
    if programs is None:
        refuse("PostgreSQL is not installed: run setup/system postgres")
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    become = unprivileged_user(folder)

    def control(*words: str) -> None:
        program = [programs / words[0], *words[1:]]
        subprocess.run(program, check=True, cwd=folder, capture_output=True, **become)

    data = str(folder / "data")
    listen = f"-c listen_addresses='' -c unix_socket_directories='{folder}' {IN_A_HURRY}"
    control("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
    control("pg_ctl", "start", "-w", "-D", data, "-l", str(folder / "log"), "-o", listen)
    try:
        yield Cluster(folder)
    finally:
        control("pg_ctl", "stop", "-w", "-m", "immediate", "-D", data)
        shutil.rmtree(folder)


@pytest.fixture
def postgresql_url(postgresql_cluster: Cluster) -> Iterator[str]:
    """The address of an empty database that lives as long as the test."""
    with postgresql_cluster.database() as url:
        yield url


def server_programs() -> Path | None:
    """The folder of the newest initdb and pg_ctl here; a client alone has such a folder without them."""
    found = [path.parent for where in WHERE_SERVERS_LIE for path in Path("/").glob(f"{where[1:]}/initdb")]
    newest = max(found, key=lambda path: int(re.sub(r"\D", "", path.parent.name)), default=None)
    on_path = shutil.which("initdb")
    return newest or (Path(on_path).parent if on_path else None)


def unprivileged_user(folder: Path) -> dict[str, int | list[int]]:
    """What subprocess needs to leave root; hands the folder to that user."""
    if os.geteuid() != 0:
        return {}
    known = {user.pw_name: user for user in pwd.getpwall()}
    user = known.get("postgres") or known["nobody"]
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def refuse(reason: str) -> None:
    """Skip on a person's machine, fail in CI."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
