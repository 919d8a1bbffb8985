"""What the desk reads of many alerts: the indexes that hold what it asks, and no hits."""

import sqlite3
from collections.abc import Callable

import pytest
import sqlalchemy as sa
from support.desk_work import party, register, run

from records import AlertState, CaseSort, StoreError
from screening.cases.alerts import list_alerts
from screening.cases.cases import case_queue
from store import Home, alerts, cases, figures
from store.alerts import AlertFilter
from store.cases import CaseFilter
from store.database import Database
from store.schema import DESK_SINCE

pytest_plugins = ["support.desk_fixtures"]
END = "2199-12-31T23:59:59Z"
Asked = Callable[[sa.Connection], object]


def read_whole(home: Home, ask: Asked) -> list[str]:
    """The steps of SQLite's plans that look at rows of alerts or findings and not at an index."""
    statements: list[tuple[str, object]] = []
    with Database.of(home).reading(DESK_SINCE) as view:
        assert view is not None

        def note(_c: object, _u: object, statement: str, parameters: object, *_: object) -> None:
            statements.append((statement, parameters))

        sa.event.listen(view, "before_cursor_execute", note)
        ask(view)
        sa.event.remove(view, "before_cursor_execute", note)
        steps = [
            row.detail
            for statement, parameters in statements
            if "FROM alerts" in statement or "FROM findings" in statement
            for row in view.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)  # type: ignore[arg-type]
        ]
    assert steps
    looks = [step for step in steps if step.split()[1] in ("alerts", "findings")]
    return [step for step in looks if "COVERING INDEX" not in step]


@pytest.mark.parametrize(
    "ask",
    [
        lambda view: cases.numbers(view, CaseFilter(limit=None, free_for=("ann",))),
        lambda view: cases.numbers(view, CaseFilter(lists=("un_sc",), least_score=0.5)),
        lambda view: cases.numbers(view, CaseFilter(assignee="", sort=CaseSort.NAME)),
        lambda view: figures.opened(view, "2026-01-01", END),
        figures.waiting,
    ],
    ids=["next", "filtered", "by-name", "opened", "waiting"],
)
def test_the_queue_and_the_figures_read_indexes_alone(sqlite_desk: Home, ask: Asked) -> None:
    register(sqlite_desk, party("c1", "Wuhan Gaoxin Technology"), party("c2", "Mahan Air"))
    run(sqlite_desk)
    assert read_whole(sqlite_desk, ask) == []


@pytest.mark.parametrize(
    "chosen",
    [
        AlertFilter(states=(AlertState.OPEN,), limit=51, offset=1),
        AlertFilter(states=(AlertState.OPEN,), lists=("un_sc",), assignee="ann", limit=51),
        AlertFilter(limit=51),
    ],
    ids=["open", "filtered", "all"],
)
def test_a_page_of_alerts_reads_the_rows_that_it_shows_and_no_others(
    sqlite_desk: Home, chosen: AlertFilter
) -> None:
    register(sqlite_desk, party("c1", "Wuhan Gaoxin Technology"), party("c2", "Mahan Air"))
    run(sqlite_desk)
    found = read_whole(sqlite_desk, lambda view: list(alerts.listed(view, chosen)))
    assert found == ["SEARCH alerts USING INTEGER PRIMARY KEY (rowid=?)"]


def test_pages_of_alerts_are_the_whole_queue_in_its_order(desk: Home) -> None:
    names = ["Mahan Air", "Mahan Air Company", "Wuhan Gaoxin Technology"] * 2
    register(desk, *(party(f"c{n}", name) for n, name in enumerate(names)))
    run(desk)
    whole = list_alerts(desk, AlertFilter())
    assert len(whole) > 4
    assert [alert.score for alert in whole] == sorted((a.score for a in whole), reverse=True)
    pages = [list_alerts(desk, AlertFilter(limit=2, offset=n)) for n in range(0, len(whole), 2)]
    assert [alert for page in pages for alert in page] == whole
    (first,) = {alert.counterparty.id for alert in whole[:1]}
    own = list_alerts(desk, AlertFilter(counterparty=first, limit=9))
    assert own == [alert for alert in whole if alert.counterparty.id == first]


def test_a_case_whose_counterparty_is_lost_is_an_error_and_not_left_out(sqlite_desk: Home) -> None:
    register(sqlite_desk, party("c1", "Wuhan Gaoxin Technology"), party("c2", "Mahan Air"))
    run(sqlite_desk)
    with sqlite3.connect(sqlite_desk.database) as connection:
        connection.execute("DELETE FROM counterparties WHERE id = 'c2'")
    connection.close()
    with pytest.raises(StoreError, match=r"C2 has alerts.*counterparty is missing"):
        case_queue(sqlite_desk, CaseFilter())


def test_a_search_reads_the_hits_once(sqlite_desk: Home) -> None:
    register(sqlite_desk, party("c1", "Wuhan Gaoxin Technology"), party("c2", "Mahan Air"))
    run(sqlite_desk)
    found = read_whole(sqlite_desk, lambda view: cases.queue(view, CaseFilter(text="z", limit=0)))
    assert found == ["SCAN alerts"]
