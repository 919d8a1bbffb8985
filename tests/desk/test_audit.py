"""The audit log: every change, gap and cut of it is found."""

import pytest
import sqlalchemy as sa
from support.desk_work import party, register, run

from records import AlertState, StoreError
from screening.archive.audit import audit_records, verify_audit
from screening.cases.decisions import decide
from screening.monitoring.register import monitored
from store import Home
from store.database import Database
from store.schema import audit, audit_head

pytest_plugins = ["support.desk_fixtures"]
UNGUARD = {
    "sqlite": ["DROP TRIGGER audit_no_update", "DROP TRIGGER audit_no_delete"],
    "postgresql": ["ALTER TABLE audit DISABLE TRIGGER USER"],
}


@pytest.fixture
def log(desk: Home) -> Home:
    """A home with four records: import, run, decision, import."""
    register(desk, party("c1", "Mahan Air"))
    run(desk)
    decide(desk, ["A1"], state=AlertState.TRUE_MATCH, reason="same", author="bob")
    register(desk, party("c2", "Brightwater"))
    return desk


def tamper(home: Home, kept_in: str, *statements: sa.Executable) -> None:
    """Change the log around the program."""
    with Database.of(home).writing() as connection:
        for text in UNGUARD[kept_in]:
            connection.exec_driver_sql(text)
        for statement in statements:
            connection.execute(statement)


def test_who_did_what_is_there_in_order(log: Home) -> None:
    found = [(item.number, item.author, item.action, item.subject) for item in audit_records(log)]
    assert found == [
        (1, "ann", "import", "counterparties"),
        (2, "ann", "monitor", "S1"),
        (3, "bob", "decide", "A1"),
        (4, "ann", "import", "counterparties"),
    ]
    assert [item.number for item in audit_records(log, subject="A1")] == [3]


def test_an_untouched_log_is_whole(log: Home) -> None:
    found = verify_audit(log)
    assert (found.records, found.problems) == (4, ())
    assert verify_audit(log, known_head=found.head).problems == ()


def test_before_anything_was_done_the_log_is_empty(kept_in: str, home: Home) -> None:
    assert verify_audit(home).records == 0
    assert verify_audit(home, known_head="ab").problems != ()


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        (
            audit.update().where(audit.c.number == 3).values(author="eve"),
            "record 3 was changed after it was written",
        ),
        (audit.delete().where(audit.c.number == 2), "record 2 missing before record 3"),
        (audit.delete().where(audit.c.number.in_([2, 3])), "records 2-3 missing before record 4"),
        (audit.delete().where(audit.c.number == 4), "the log ends with record 3"),
        (audit.delete(), "the log ends with record 0"),
    ],
)
def test_every_change_gap_and_cut_is_found(
    log: Home, kept_in: str, statement: sa.Executable, problem: str
) -> None:
    tamper(log, kept_in, statement)
    assert any(problem in line for line in verify_audit(log).problems)


def test_a_log_written_anew_from_some_record_on_is_told_by_a_head_noted_elsewhere(
    log: Home, kept_in: str
) -> None:
    noted = verify_audit(log).head
    before = list(audit_records(log))[2]
    head = audit_head.update().values(number=3, sha256=before.sha256)
    tamper(log, kept_in, audit.delete().where(audit.c.number == 4), head)
    assert verify_audit(log).problems == ()
    assert "this is a different log" in verify_audit(log, known_head=noted).problems[0]


def test_what_cannot_be_logged_is_not_done(log: Home) -> None:
    # Another record has the next number: the log cannot be added to.
    with Database.of(log).writing() as connection:
        connection.execute(audit_head.update().values(number=2))
    with pytest.raises(StoreError):
        register(log, party("c3", "Brightwater"))
    assert len(list(monitored(log))) == 2
