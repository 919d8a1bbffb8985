"""Somebody is told when a case opens, is overdue or is decided: once, signed, without names."""

import base64
import hmac
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from support.desk_work import LISTED as LISTS
from support.desk_work import MAHAN, entity, party, put_edition, register, run
from support.web_receiver import Web, web

from records import AlertState, NoticeError, UsageError
from screening.cases.cases import case_history, decide_case
from screening.cases.rules import rules, set_rules
from screening.watch.case_notices import Wanted, tell
from screening.watch.notices import Channels
from store import Home
from store.database import Database
from store.policy import DeskPolicy
from store.schema import alerts
from store.times import time_text

pytest_plugins = ["support.desk_fixtures"]
SECRET = "whsec_" + base64.b64encode(b"a secret of over twenty-four bytes").decode()


def told(home: Home, server: Web, *, names: bool = False, secret: str = "") -> int:
    channels = Channels.of(server.address, None, {"NAMEWARDEN_WEBHOOK_SECRET": secret})
    wanted = Wanted(channels=channels, names=names, desk="https://desk.example/")
    return tell(home, wanted, lambda _: None)


def decided(home: Home, case: str, author: str = "ann") -> None:
    seen = case_history(home, case).case.version
    decide_case(
        home,
        case,
        party=None,
        state=AlertState.FALSE_POSITIVE,
        reason="Mahan Air is another one",
        author=author,
        seen=seen,
    )


@pytest.fixture
def watched(sqlite_desk: Home) -> Home:
    """A desk whose notices have begun, and then two cases opened."""
    with web(200) as server:
        told(sqlite_desk, server)
    register(sqlite_desk, party("C-1", "Mahan Air"), party("C-2", "Kalashnikov Concern"))
    run(sqlite_desk)
    return sqlite_desk


def test_cases_that_open_are_told_once_and_without_names(watched: Home) -> None:
    with web(200) as server:
        assert told(watched, server) == 1
        assert told(watched, server) == 0
    (body,) = server.bodies
    assert (body["event"], body["count"], body["complete"]) == ("cases.opened", 2, True)
    assert {one["case"] for one in body["cases"]} == {"C1", "C2"}
    assert body["cases"][0]["link"].startswith("https://desk.example/cases/C")
    assert b"Mahan" not in server.raw[0][1]
    assert b"Kalashnikov" not in server.raw[0][1]


def test_names_stand_in_notices_where_they_are_wanted(watched: Home) -> None:
    with web(200) as server:
        told(watched, server, names=True)
    customers = {one["customer"]: one["listed"] for one in server.bodies[0]["cases"]}
    assert customers == {
        "Mahan Air": ["Mahan Air"],
        "Kalashnikov Concern": ["Kalashnikov Concern"],
    }


def test_nothing_of_what_was_before_the_first_time_is_told(sqlite_desk: Home) -> None:
    register(sqlite_desk, party("C-1", "Mahan Air"))
    run(sqlite_desk)
    with web(200) as server:
        assert told(sqlite_desk, server) == 0
        decided(sqlite_desk, "C1")
        assert told(sqlite_desk, server) == 1
    assert server.bodies[0]["event"] == "cases.decided"


def test_a_decision_is_told_and_so_is_what_opens_again(watched: Home) -> None:
    with web(200) as server:
        told(watched, server)
        decided(watched, "C1")
        told(watched, server)
        changed = entity(MAHAN, "Mahan Air", programmes=("NEW",))
        put_edition(watched, (*LISTS[:2], changed))
        run(watched)
        told(watched, server)
    done, again = server.bodies[1:]
    assert [done["event"], again["event"]] == ["cases.decided", "cases.opened"]
    assert (done["cases"][0]["state"], done["cases"][0]["decisions"]) == (
        "closed",
        ["false_positive"],
    )
    assert [one["case"] for one in again["cases"]] == ["C1"]
    assert all(b"another one" not in raw for _, raw in server.raw)


def test_a_proposal_is_told_to_who_has_to_agree(watched: Home) -> None:
    set_rules(watched, DeskPolicy(four_eyes=True), author="ann")
    with web(200) as server:
        told(watched, server)
        decided(watched, "C1")
        told(watched, server)
    assert server.bodies[1]["cases"][0]["state"] == "pending"


def test_a_case_is_told_when_it_becomes_overdue_by_the_team_s_rule(watched: Home) -> None:
    set_rules(watched, DeskPolicy(due_days=2, soon_days=1), author="ann")
    with web(200) as server:
        told(watched, server)
        _opened_before(watched, timedelta(days=2, seconds=5), case=1)
        _opened_before(watched, timedelta(days=1), case=2)
        _told_last(watched, timedelta(hours=1))
        assert told(watched, server) == 1
        assert told(watched, server) == 0
    late = server.bodies[-1]
    assert (late["event"], [one["case"] for one in late["cases"]]) == ("cases.overdue", ["C1"])
    assert rules(watched).due_days == 2


def _opened_before(home: Home, ago: timedelta, case: int) -> None:
    when = time_text(datetime.now(UTC) - ago)
    with Database.of(home).writing() as connection:
        connection.execute(
            alerts.update().where(alerts.c.counterparty == case).values(opened_at=when)
        )


def _told_last(home: Home, ago: timedelta) -> None:
    when = time_text(datetime.now(UTC) - ago)
    with Database.of(home).writing() as connection:
        connection.execute(sa.text("UPDATE notice_marks SET at = :at"), {"at": when})


def test_what_does_not_get_through_is_told_the_next_time_under_the_same_id(watched: Home) -> None:
    with web(400, 200) as server:
        with pytest.raises(NoticeError, match="it answered 400"):
            told(watched, server)
        assert told(watched, server) == 1
    first, second = (headers["webhook-id"] for headers, _ in server.raw)
    assert first == second


def test_a_notice_is_signed_as_standard_webhooks_says(watched: Home) -> None:
    with web(200) as server:
        told(watched, server, secret=SECRET)
    (headers, body) = server.raw[0]
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    key = base64.b64decode(SECRET.removeprefix("whsec_"))
    expected = base64.b64encode(hmac.digest(key, signed, "sha256")).decode()
    assert headers["webhook-signature"] == f"v1,{expected}"


@pytest.mark.parametrize("secret", ["whsec_c2hvcnQ=", "no base64!"])
def test_what_is_no_secret_is_refused_before_anything_is_sent(secret: str) -> None:
    with pytest.raises(UsageError, match="NAMEWARDEN_WEBHOOK_SECRET is no secret"):
        Channels.of("https://hook.example", None, {"NAMEWARDEN_WEBHOOK_SECRET": secret})
