"""Four eyes on the command line are two people's, whatever name somebody types."""

import os
import pwd
import shutil
from pathlib import Path

import pytest
from program import Program

from service.access.manage import add_key, add_person
from store import Home
from store.accounts import Accounts
from store.database import Database

pytest_plugins = ["program_fixtures"]
REGISTER = "id,name,country\nC-1,Mahan Air,IR\nC-2,Wuhan Gaoxin Technology,CN\n"
PASSWORD = "correct horse battery"
LOGIN = pwd.getpwuid(os.getuid()).pw_name
SAID = ("--as", "false-positive", "--reason", "another town")


@pytest.fixture(scope="module")
def prepared(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with two alerts and three people, where two have to agree; who runs it is ada."""
    home, folder = tmp_path_factory.mktemp("prepared") / "home", tmp_path_factory.mktemp("crm")
    shutil.copytree(sample_home, home)
    (folder / "crm.csv").write_text(REGISTER, "utf-8")
    program = Program(home, folder)
    program("monitor", "import", "crm.csv")
    program("monitor", "run")
    database = Database.of(Home(home))
    for name, role in (("ada", "analyst"), ("bob", "approver"), ("root", "admin")):
        add_person(Accounts(database), name, role, PASSWORD, author="test")
    assert program("access", "login", "ada", LOGIN).status == 0
    assert program("alerts", "rules", "--four-eyes", "on").status == 0
    return home


@pytest.fixture
def desk(prepared: Path, tmp_path: Path) -> Program:
    """The program on a copy of that home."""
    shutil.copytree(prepared, tmp_path / "home")
    return Program(tmp_path / "home", tmp_path)


def first(desk: Program) -> str:
    return str(desk("alerts").answers[0]["alert"])


def key(desk: Program, name: str, owner: str | None, *scopes: str) -> str:
    """A key that was made before."""
    accounts = Accounts(Database.of(Home(desk.home)))
    return add_key(accounts, name, scopes, owner=owner, author="test")


@pytest.fixture
def admin(desk: Program) -> str:
    """The admin's own key."""
    return key(desk, "roots", "root", "admin", "decide")


def test_another_name_is_not_another_person(desk: Program) -> None:
    name = first(desk)
    proposed = desk("decide", name, *SAID)
    assert proposed.answers[0]["state"] == "pending"
    (shown,) = desk("alerts", "show", name).answers
    assert shown["dispositions"][0]["author"] == "ada"
    for typed in (("--author", "bob"), ("--author", "carl")):
        again = desk("decide", name, *SAID, *typed)
        assert again.status == 2
        assert f"you are ada, and with four eyes on --author {typed[1]}" in again.err
    named = desk("decide", name, *SAID, NAMEWARDEN_AUTHOR="bob")
    assert named.status == 2
    assert desk("decide", name, *SAID).status == 2
    assert desk("decide", name, *SAID, USER="bob", LOGNAME="bob").status == 2
    assert desk("alerts").answers[0]["state"] == "pending"


@pytest.mark.parametrize(
    "command",
    [
        ("alerts", "assign", "A1", "--to", "eve"),
        ("alerts", "comment", "A1", "--text", "x"),
        ("alerts", "reopen", "A1", "--reason", "x"),
        ("alerts", "rules", "--four-eyes", "off"),
        ("good-guys", "add", "Mahan Air", "eu_fsf:1", "--reason", "x"),
        ("access", "person", "eve", "--role", "admin", "--single-sign-on"),
        ("access", "key", "eve", "--scopes", "approve,decide"),
        ("access", "login", "bob", "eve"),
        ("access", "end", "bob"),
    ],
    ids=" ".join,
)
def test_nothing_that_counts_is_done_in_anothers_name(
    desk: Program, command: tuple[str, ...]
) -> None:
    ran = desk(*command, "--author", "root")
    assert ran.status == 2
    assert "you are ada" in ran.err
    alone = desk(*command)
    if command[:2] not in {("alerts", "assign"), ("alerts", "comment"), ("alerts", "reopen")}:
        assert alone.status == 2
        assert "ada may not do this" in alone.err


def test_a_person_agrees_by_their_own_key_and_a_program_does_not(desk: Program, admin: str) -> None:
    name = first(desk)
    assert desk("decide", name, *SAID).answers[0]["state"] == "pending"
    robots = key(desk, "robot", None, "decide", "approve")
    refused = desk("decide", name, *SAID, NAMEWARDEN_KEY=robots)
    assert refused.status == 2
    assert "key:robot is a program" in refused.err
    adas = key(desk, "laptop", "ada", "decide", "approve")
    refused = desk("decide", name, *SAID, NAMEWARDEN_KEY=adas)
    assert "ada may not do this" in refused.err
    bobs = key(desk, "laptop", "bob", "decide", "approve")
    agreed = desk("decide", name, *SAID, NAMEWARDEN_KEY=bobs)
    assert agreed.answers[0]["state"] == "false_positive"
    (shown,) = desk("alerts", "show", name).answers
    assert [step["author"] for step in shown["dispositions"]] == ["ada", "bob"]


def test_a_login_of_nobody_decides_nothing(desk: Program, admin: str) -> None:
    moved = desk("access", "login", "ada", "another-login", NAMEWARDEN_KEY=admin)
    assert moved.status == 0, moved.err
    ran = desk("decide", first(desk), *SAID)
    assert ran.status == 2
    assert f"no account has the login '{LOGIN}'" in ran.err
    guessed = desk("decide", first(desk), *SAID, NAMEWARDEN_KEY="nw_1_guessed")
    assert "no valid key" in guessed.err


def test_an_admin_takes_the_rule_back(desk: Program, admin: str) -> None:
    done = desk("alerts", "rules", "--four-eyes", "off", NAMEWARDEN_KEY=admin)
    assert done.out.startswith("four-eyes off")
    decided = desk("decide", first(desk), *SAID, "--author", "ann")
    assert decided.answers[0]["state"] == "false_positive"


def test_a_rule_that_nobody_could_keep_is_said(sample_home: Path, tmp_path: Path) -> None:
    shutil.copytree(sample_home, tmp_path / "home")
    program = Program(tmp_path / "home", tmp_path)
    ran = program("alerts", "rules", "--four-eyes", "on")
    assert ran.status == 0
    assert "needs two people with accounts" in ran.err


REGISTRATIONS = [
    ("monitor", "import", "crm.csv", "--complete"),
    ("monitor", "remove", "C-1"),
    ("monitor", "run"),
    ("tune", "--write", "0.9", "--reason", "x"),
]


@pytest.mark.parametrize("command", REGISTRATIONS, ids=" ".join)
def test_no_command_writes_in_anothers_name(desk: Program, command: tuple[str, ...]) -> None:
    (desk.folder / "crm.csv").write_text("id,name\nC-1,Other Name\nC-2,Another\n", "utf-8")
    for ran in (
        desk(*command, NAMEWARDEN_AUTHOR="root"),
        desk(*command, "--author", "root"),
    ):
        assert ran.status == 2, ran.out
        assert "you are ada" in ran.err
    assert desk("monitor", "list").answers[0]["name"] == "Mahan Air"


@pytest.mark.parametrize("command", [("match", "Mahan Air"), ("batch", "crm.csv")])
def test_what_is_recorded_is_by_who_is_there(desk: Program, command: tuple[str, ...]) -> None:
    (desk.folder / "crm.csv").write_text(REGISTER, "utf-8")
    refused = desk(*command, "--record", NAMEWARDEN_AUTHOR="root")
    assert refused.status == 2
    assert "you are ada" in refused.err
    assert desk(*command, "--record", USER="root", LOGNAME="root").status in (0, 3)
    kept = [one for one in desk("audit", "list").answers if one["action"] == command[0]]
    assert {one["author"] for one in kept} == {"ada"}


def test_an_analyst_alone_neither_renames_nor_removes_who_has_alerts(
    desk: Program, admin: str
) -> None:
    (desk.folder / "crm.csv").write_text("id,name\nC-1,Other Name\nC-3,New One\n", "utf-8")
    for command in (("import", "crm.csv"), ("remove", "C-1")):
        ran = desk("monitor", *command)
        assert ran.status == 2
        assert "'C-1' has uncleared alerts, and ada may not approve" in ran.err
    assert [one["id"] for one in desk("monitor", "list").answers] == ["C-1", "C-2"]
    robot = key(desk, "robot", None, "counterparties")
    assert desk("monitor", "import", "crm.csv", NAMEWARDEN_KEY=robot).status == 0
    bobs = key(desk, "laptop", "bob", "counterparties", "approve")
    assert desk("monitor", "remove", "C-1", NAMEWARDEN_KEY=bobs).status == 0
    (desk.folder / "new.csv").write_text("id,name\nC-9,Nobody\n", "utf-8")
    assert desk("monitor", "import", "new.csv").status == 0


def test_a_nightly_run_without_an_account_runs_and_is_on_record_as_its_login(
    desk: Program, admin: str
) -> None:
    assert desk("access", "login", "ada", "another", NAMEWARDEN_KEY=admin).status == 0
    assert desk("monitor", "run", "--full").status == 0
    last = desk("audit", "list").answers
    assert any(one["author"] == f"login:{LOGIN}" for one in last if one["action"] == "monitor")
