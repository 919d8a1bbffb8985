"""Both databases, for tests that have to hold on either: a plugin for pytest.

PostgreSQL is started from the machine's own programs (Debian's package ``postgresql``), on loopback
and as somebody who is not root, since it refuses to run as root.
"""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
import sqlalchemy as sa

from store import Home
from store.database import Database
from store.home import DATABASE_VARIABLE

NUMBERS = count(1)


def programs() -> Path | None:
    """The folder with initdb and pg_ctl."""
    folders = [
        *Path("/usr/lib/postgresql").glob("*/bin"),
        Path(shutil.which("initdb") or "x").parent,
    ]
    return next((folder for folder in folders if (folder / "initdb").is_file()), None)


def somebody() -> dict[str, object]:
    """How to start a program as somebody else than root."""
    if os.getuid() != 0:
        return {}
    names = [user.pw_name for user in pwd.getpwall()]
    user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a server that is there for these tests, without a database."""
    found = programs()
    if found is None:
        pytest.skip("PostgreSQL's server is not on this machine (Debian: apt install postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="nw-postgresql-"))
    who = somebody()
    if who:
        os.chown(folder, int(str(who["user"])), int(str(who["group"])))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    def run(program: str, *arguments: str) -> None:
        command = [str(found / program), "-D", str(folder / "data"), *arguments]
        subprocess.run(command, check=True, capture_output=True, cwd=folder, **who)  # type: ignore[call-overload]

    run("initdb", "--no-sync", "-A", "trust", "-U", "namewarden", "-E", "UTF8", "--locale=C.UTF-8")
    options = f"-c listen_addresses=127.0.0.1 -c port={port} -c fsync=off -k {folder}"
    run("pg_ctl", "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield f"postgresql://namewarden@127.0.0.1:{port}"
    finally:
        run("pg_ctl", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgresql(server: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of an empty database; for a ``desk``, of one with its tables."""
    template = ""
    if "desk" in request.fixturenames:
        request.getfixturevalue("kept_postgresql_desk")
        template = request.getfixturevalue("desk_template")
    with _created(server, f"test{next(NUMBERS)}", template) as address:
        yield address


@pytest.fixture(scope="session")
def desk_template(server: str) -> Iterator[str]:
    """The address of the database that ``kept_postgresql_desk`` fills, only to be copied."""
    with _created(server, "desk") as address:
        yield address


@contextmanager
def _created(server: str, name: str, template: str = "") -> Iterator[str]:
    """A database, as another one is to which nobody is connected."""
    engine = sa.create_engine(
        f"{server}/postgres".replace("postgresql:", "postgresql+psycopg:"),
        isolation_level="AUTOCOMMIT",
        poolclass=sa.NullPool,
    )
    like = f" TEMPLATE {template.rsplit('/', 1)[1]}" if template else ""
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}{like}")
    yield f"{server}/{name}"
    with engine.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def kept_in(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Runs a test twice: what it keeps is kept in SQLite, then in PostgreSQL."""
    if request.param == "postgresql":
        monkeypatch.setenv(DATABASE_VARIABLE, request.getfixturevalue("postgresql"))
    else:
        monkeypatch.delenv(DATABASE_VARIABLE, raising=False)
    return str(request.param)


@pytest.fixture
def database(kept_in: str, home: Home) -> Database:
    """An empty database of either kind."""
    home.path.mkdir(exist_ok=True)
    return Database.of(home)
