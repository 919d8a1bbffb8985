"""Killed at any point, monitoring and deciding have happened whole or not at all."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import sqlalchemy as sa
from support.desk_work import MAHAN, run

from screening.archive.audit import audit_records, verify_audit
from screening.cases.alerts import list_alerts
from screening.monitoring.register import monitored
from store import Home
from store.alerts import AlertFilter
from store.database import Database
from store.schema import dispositions, findings

pytest_plugins = ["support.desk_fixtures"]

# Imports, runs and decides for ever; says when all is loaded that takes long to load.
PROGRAM = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from support.desk_work import party, register, run
from records import AlertState
from screening.cases.alerts import list_alerts
from screening.cases.decisions import decide
from store import Home
from store.alerts import AlertFilter
home = Home(Path(sys.argv[2]))
run(home)
print("ready", flush=True)
for number in range(int(sys.argv[3]), 10**9):
    register(home, party(f"c{number}", "Mahan Air"), party(f"o{number}", "Brightwater"))
    run(home)
    for alert in list_alerts(home, AlertFilter(states=(AlertState.OPEN,))):
        decide(home, [alert.id], state=AlertState.FALSE_POSITIVE, reason="x", author="ann")
"""
HERE = Path(__file__).parents[1]
KILLS = 6


def killed_after(home: Home, first: int, seconds: float) -> None:
    """Let the program work for some time, then kill it where it is."""
    command = [sys.executable, "-c", PROGRAM, str(HERE), str(home.path), str(first)]
    started = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=HERE.parent)
    assert started.stdout is not None
    assert started.stdout.readline() == b"ready\n"
    time.sleep(seconds)
    os.kill(started.pid, signal.SIGKILL)
    assert started.wait() == -signal.SIGKILL
    started.stdout.close()


def check(home: Home) -> None:
    """Nothing is there twice, and the log tells of all that was done."""
    assert verify_audit(home).problems == ()
    alerts = list_alerts(home, AlertFilter())
    assert len({(a.counterparty.id, a.entity_id) for a in alerts}) == len(alerts)
    with Database.of(home).reading() as view:
        assert view is not None
        new = view.execute(sa.select(findings.c.alert).where(findings.c.what == "new")).scalars()
        assert Counter(new) == Counter(alert.number for alert in alerts)
        decided = Counter(f"A{n}" for n in view.execute(sa.select(dispositions.c.alert)).scalars())
    assert set(decided.values()) <= {1}
    assert decided == Counter(r.subject for r in audit_records(home) if r.action == "decide")
    closed = {alert.id for alert in alerts if alert.state.value == "false_positive"}
    assert closed == set(decided)


def test_kills_lose_nothing_and_double_nothing(sqlite_desk: Home) -> None:
    chance = random.Random(6)
    run(sqlite_desk)
    for number in range(KILLS):
        killed_after(sqlite_desk, 1000 * number, chance.uniform(0.0, 0.6))
        check(sqlite_desk)
    run(sqlite_desk)
    check(sqlite_desk)
    ours = {kept.counterparty.id for kept in monitored(sqlite_desk)}
    alerted = {a.counterparty.id for a in list_alerts(sqlite_desk, AlertFilter(entity_id=MAHAN))}
    assert alerted == {id_ for id_ in ours if id_.startswith("c")}
    assert len(alerted) >= 5
