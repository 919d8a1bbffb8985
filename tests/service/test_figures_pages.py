"""The figures of the alert work over HTTP: for whom, in which form, and for Prometheus."""

import csv
import io

import pytest
from signing_in import Serve, signed_in
from support.desk_work import SETTINGS

from records import AlertState, Party, Query
from screening.cases.alerts import list_alerts
from screening.cases.decisions import decide
from screening.monitoring.register import import_parties
from screening.monitoring.run import run
from service.access.manage import add_key
from store import Home
from store.accounts import Accounts
from store.alerts import AlertFilter

pytest_plugins = ["service_plugin"]


@pytest.fixture
def worked(own_home: Home, accounts: Accounts) -> Home:
    parties = [Party(id="C1", query=Query(name="Wuhan Gaoxin Technology", countries=("cn",)))]
    import_parties(own_home, parties, complete=True, author="test", source="test")
    run(own_home, SETTINGS, author="test", workers=1, notify=lambda _: None)
    (alert, *_) = list_alerts(own_home, AlertFilter())
    decide(own_home, [alert.id], state=AlertState.TRUE_MATCH, reason="same", author="the analyst")
    return own_home


def test_the_page_shows_persons_to_who_supervises_them(serve: Serve, worked: Home) -> None:
    analyst = signed_in(serve(worked), "the analyst").get("/figures")
    assert analyst.status_code == 200
    assert "By week" in analyst.text
    assert "By person" not in analyst.text
    assert "style=" not in analyst.text  # the pages' policy allows none
    approver = signed_in(serve(worked), "the approver").get("/figures")
    assert "By person" in approver.text
    assert signed_in(serve(worked), "the analyst").get("/figures?since=x").status_code == 422


def test_a_program_gets_them_as_json_and_csv(
    serve: Serve, worked: Home, accounts: Accounts
) -> None:
    client = serve(worked)
    client.headers["authorization"] = f"Bearer {add_key(accounts, 'bi', ['alerts'], author='ann')}"
    found = client.get("/v1/figures").json()
    assert (found["weeks"][-1]["closed"], found["people"]) == (1, [])
    answer = client.get("/v1/figures", params={"format": "csv"})
    assert answer.headers["content-type"].startswith("text/csv")
    rows = {
        (row["figure"], row["of"]): row["value"] for row in csv.DictReader(io.StringIO(answer.text))
    }
    assert rows["closed", found["weeks"][-1]["begins"]] == "1"
    no = add_key(accounts, "none", ["match"], author="ann")
    assert client.get("/v1/figures", headers={"authorization": f"Bearer {no}"}).status_code == 403


def test_prometheus_has_them(serve: Serve, worked: Home, accounts: Accounts) -> None:
    client = serve(worked)
    client.headers["authorization"] = f"Bearer {add_key(accounts, 'prom', ['lists'], author='ann')}"
    said = client.get("/metrics").text
    open_ = len(list_alerts(worked, AlertFilter(states=(AlertState.OPEN,))))
    waiting = sum(
        float(line.split()[-1])
        for line in said.splitlines()
        if line.startswith("namewarden_alerts_open{")
    )
    assert waiting == open_
    assert 'state="true_match"} 1.0' in said
    assert 'namewarden_decision_hours{quantile="0.9"} 0.0' in said
