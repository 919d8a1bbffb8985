"""The team's rules are remembered between questions, and a change holds from the next one on."""

import os
import subprocess
import sys

import sqlalchemy as sa

from screening.engine.rules_in_force import rules_in_force
from store import Home, policy
from store.database import Database

SET = """
import sys
from pathlib import Path
from store import Home, policy
from store.database import Database
with Database.of(Home(Path(sys.argv[1]))).writing() as connection:
    policy.set_threshold(connection, float(sys.argv[2]))
"""


def test_a_threshold_that_another_process_sets_holds_from_the_next_question_on(
    own_home: Home,
) -> None:
    for threshold in ("0.61", "0.83", "0.7"):
        rules_in_force(own_home)
        command = [sys.executable, "-c", SET, str(own_home.path), threshold]
        subprocess.run(
            command, check=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        )
        assert rules_in_force(own_home).threshold == float(threshold)


def test_what_this_process_sets_holds_from_the_next_question_on(own_home: Home) -> None:
    for watched in (("UA-43",), ("none",), None):
        rules_in_force(own_home)
        with Database.of(own_home).writing() as connection:
            policy.set_places(connection, watched)
        assert rules_in_force(own_home).places == watched


def test_a_database_that_nobody_wrote_to_is_not_opened_again(own_home: Home) -> None:
    opened: list[object] = []
    rules_in_force(own_home)
    sa.event.listen(Database.of(own_home)._reader, "begin", opened.append)
    for _ in range(20):
        rules_in_force(own_home)
    # Once a second it is read again, whatever the file's times say; this machine may be busy.
    assert len(opened) < 10
    with Database.of(own_home).writing() as connection:
        policy.set_threshold(connection, 0.77)
    before = len(opened)
    rules_in_force(own_home)
    assert len(opened) == before + 1
