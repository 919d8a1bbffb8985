"""A kept screening gives the same answer next year, on the editions that it was made on."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from support.desk_work import LISTED, SETTINGS, entity, party, put_edition, register, run

from records import (
    AlertState,
    Identifier,
    Kind,
    Query,
    StoreError,
    UsageError,
    canonical,
    digest,
)
from screening.answers.old_versions import without_contributions
from screening.answers.record import record_documents, record_names
from screening.archive.audit import audit_records
from screening.archive.replay import Replay, replay
from screening.cases.alerts import alert_history, list_alerts
from screening.cases.decisions import decide
from screening.cases.good_guys import add_good_guy, list_good_guys, remove_good_guy
from screening.documents.screen import screen
from screening.engine.engine import Engine
from screening.names.inputs import documents_from
from screening.names.match import match_queries
from store import Home
from store.alerts import AlertFilter
from store.database import Database
from store.schema import alerts, screenings

pytest_plugins = ["support.desk_fixtures"]


def again(home: Home, id_: str) -> Replay:
    return replay(home, id_, workers=1, notify=lambda _: None)


def recorded(home: Home, *queries: Query) -> str:
    engine = Engine.open(home)
    answers = list(match_queries(engine, queries, SETTINGS))
    id_ = record_names(home, engine, queries, answers, SETTINGS, author="ann")
    engine.close()
    return id_


def test_names_are_replayed_on_the_editions_of_then(desk: Home) -> None:
    query = Query(
        name="Mahan Air",
        aliases=("Mahan",),
        kind=Kind.ORGANIZATION,
        countries=("ir",),
        identifiers=(Identifier(type="tax", value="123456789"),),
    )
    id_ = recorded(desk, query, Query(name="Brightwater"))
    put_edition(desk, LISTED[:1])
    result = again(desk, id_)
    assert (result.compared, result.differences) == (2, ())
    assert [item.action for item in audit_records(desk, subject=id_)] == ["match"]


def test_an_answer_that_was_changed_is_found(desk: Home) -> None:
    id_ = recorded(desk, Query(name="Mahan Air"))
    with Database.of(desk).writing() as connection:
        connection.execute(screenings.update().values(answer="[[]]"))
    first, second = again(desk, id_).differences
    assert "was changed after it was written" in first
    assert "'Mahan Air': nothing then, un_sc:3" in second


def test_what_was_kept_before_rows_said_what_they_add_is_the_same_answer(desk: Home) -> None:
    id_ = recorded(desk, Query(name="Mahan Air"))
    register(desk, party("c1", "Mahan Air"))
    run(desk)
    with Database.of(desk).writing() as connection:
        ((kept,),) = connection.execute(sa.select(screenings.c.answer).limit(1))
        answer = canonical([[without_contributions(hit) for hit in json.loads(kept)[0]]])
        assert answer != kept
        connection.execute(
            screenings.update()
            .where(screenings.c.kind == "match")
            .values(answer=answer, answer_sha256=digest(answer))
        )
        ((hit,),) = connection.execute(sa.select(alerts.c.hit))
        before = canonical(without_contributions(json.loads(hit)))
        connection.execute(alerts.update().values(hit=before))
    assert again(desk, id_).differences == ()
    assert run(desk, full=True).outcome.changed == ()


def test_documents_are_replayed_while_they_are_what_they_were(desk: Home, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("We fly with Mahan Air.", "utf-8")
    engine = Engine.open(desk)
    answers = [screen(engine, one, SETTINGS) for one in documents_from([path], None)]  # type: ignore[arg-type]
    id_ = record_documents(desk, engine, answers, SETTINGS, author="ann")
    engine.close()
    assert answers[0].hits
    assert again(desk, id_).differences == ()
    path.write_text("We fly.", "utf-8")
    assert "missing or changed since" in again(desk, id_).differences[0]


def test_every_run_is_replayed_as_things_stood_then(desk: Home) -> None:
    register(desk, party("c1", "Mahan Air"), party("c2", "Orbital Forge"))
    run(desk)
    register(desk, party("c1", "Brightwater"), party("c3", "Kalashnikov Concern"))
    put_edition(desk, (*LISTED, entity("un_sc:9", "Orbital Forge")))
    run(desk)
    register(desk, party("c3", "Kalashnikov Concern"), complete=True)
    put_edition(desk, (replace(LISTED[0], programmes=("OTHER",)), *LISTED[1:]))
    run(desk)
    for id_, compared in (("S1", 1), ("S2", 2), ("S3", 1)):
        assert (again(desk, id_).compared, again(desk, id_).differences) == (compared, ())


def test_a_screening_whose_edition_is_gone_says_so(desk: Home) -> None:
    id_ = recorded(desk, Query(name="Mahan Air"))
    put_edition(desk, LISTED[:2])
    (folder,) = [path for path in (desk.snapshots / "un_sc").iterdir() if _names(path) == 3]
    folder.rename(folder.with_name("elsewhere"))
    with pytest.raises(StoreError, match="is no longer in this home"):
        again(desk, id_)


def _names(folder: Path) -> int:
    return len((folder / "entities.jsonl").read_text("utf-8").splitlines())


def test_what_was_never_kept_cannot_be_replayed(desk: Home) -> None:
    with pytest.raises(UsageError, match="no screening S1"):
        again(desk, "S1")


def test_a_good_guy_keeps_alerts_from_opening_until_the_entry_changes(desk: Home) -> None:
    register(desk, party("c1", "Mahan Air"))
    run(desk)
    made = add_good_guy(desk, "MAHAN  air", "un_sc:3", reason="ours", author="ann")
    register(desk, party("c2", "Mahan Air"), party("c3", "Mahan Air Company"))
    assert len(run(desk).outcome.covered) == 1
    states = {alert.counterparty.id: alert.state for alert in list_alerts(desk, AlertFilter())}
    assert states == {
        "c1": AlertState.GOOD_GUY, "c2": AlertState.GOOD_GUY, "c3": AlertState.OPEN,
    }  # fmt: skip
    put_edition(desk, (*LISTED[:2], entity("un_sc:3", "Mahan Air", "Mahan Aviation")))
    assert len(run(desk).outcome.reopened) == 2
    assert list_good_guys(desk) == [made]


def test_without_its_good_guy_an_alert_is_open_again(desk: Home) -> None:
    register(desk, party("c1", "Mahan Air"))
    add_good_guy(desk, "Mahan Air", "un_sc:3", reason="ours", author="ann")
    run(desk)
    remove_good_guy(desk, 1, reason="wrong", author="bob")
    assert list_good_guys(desk) == []
    (alert,) = list_alerts(desk, AlertFilter())
    assert alert.state is AlertState.OPEN
    decide(desk, [alert.id], state=AlertState.FALSE_POSITIVE, reason="x", author="ann")
    assert alert_history(desk, alert.id).dispositions[0].reason == "good guy 1 was removed: wrong"


def test_a_good_guy_of_nobody_that_is_listed_is_refused(desk: Home) -> None:
    with pytest.raises(UsageError):
        add_good_guy(desk, "Mahan Air", "un_sc:99", reason="ours", author="ann")
    with pytest.raises(UsageError, match="needs a name"):
        add_good_guy(desk, " ", "un_sc:3", reason="ours", author="ann")
