"""Alerts and cases have one shape in JSON, whoever asks."""

import pytest
from signing_in import Serve
from support.desk_work import SETTINGS

from records import Party, Query
from screening.answers.desk_json import history_json
from screening.cases.alerts import alert_history
from screening.monitoring.register import import_parties
from screening.monitoring.run import run
from service.access.manage import add_key
from store import Home
from store.accounts import Accounts

pytest_plugins = ["service_plugin"]


@pytest.fixture
def monitored(own_home: Home) -> Home:
    """A home with a counterparty and its alerts."""
    party = Party(id="C1", query=Query(name="Wuhan Gaoxin Technology", countries=("cn",)))
    import_parties(own_home, [party], complete=True, author="test", source="test")
    run(own_home, SETTINGS, author="test", workers=1, notify=lambda _: None)
    return own_home


def test_an_alert_and_its_case_say_over_http_what_the_command_line_prints(
    serve: Serve, monitored: Home, accounts: Accounts
) -> None:
    client = serve(monitored)
    key = add_key(accounts, "robot", ["alerts", "decide"], author="ann")
    client.headers["authorization"] = f"Bearer {key}"
    client.post("/v1/alerts/A1/comment", json={"text": "asked the branch"})
    printed = history_json(alert_history(monitored, "A1"))
    shown = client.get("/v1/alerts/A1").json()
    assert shown["id"] == printed["alert"]
    assert {key: shown[key] for key in shown if key != "id"} == {
        key: printed[key] for key in shown if key != "id"
    }
    (case,) = (
        one for one in client.get("/v1/cases").json()["cases"] if "A1" in str(one["parties"])
    )
    happened = client.get(f"/v1/cases/{case['id']}").json()
    for what in ("findings", "dispositions"):
        of_alert = [one for one in happened[what] if one.pop("alert") == "A1"]
        assert of_alert == printed[what]
