"""What the API says of a mistake is in the asker's words, and nothing that was asked is ignored."""

import pytest
from fastapi.testclient import TestClient

pytest_plugins = ["service_plugin"]
NAME = {"name": "Wuhan Gaoxin Technology"}


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({"nam": "Mahan Air"}, {"name", "nam"}),
        ({**NAME, "treshold": 0.5}, {"treshold"}),
        ({"queries": [NAME, {"nam": "x"}]}, {"queries.1.name", "queries.1.nam"}),
        ({"queries": [NAME], "limit": 0}, {"limit"}),
        (["Mahan Air"], {"the body"}),
    ],
)
def test_a_mistake_is_told_where_the_asker_made_it(
    open_client: TestClient, body: object, where: set[str]
) -> None:
    answer = open_client.post("/v1/match", json=body)
    assert answer.status_code == 422
    assert {each["where"] for each in answer.json()["errors"]} == where
    assert not {"OneIn", "ManyIn", "Value error"} & set(answer.text.split(":"))


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/v1/alerts?sate=open", "unknown parameter 'sate'; expected one of: assignee"),
        ("/v1/lists?list=un_sc", "unknown parameter 'list'; there are none here"),
        ("/v1/figures?form=csv", "unknown parameter 'form'"),
    ],
)
def test_a_parameter_that_there_is_not_is_refused(
    open_client: TestClient, path: str, says: str
) -> None:
    answer = open_client.get(path, headers={"authorization": "Bearer of-this-start"})
    if answer.status_code == 403:  # the alerts of a service without sign-in are the person's
        pytest.skip("not for programs without sign-in")
    assert (answer.status_code, says in answer.json()["detail"]) == (422, True)


def test_clients_of_yente_may_send_what_tunes_it(open_client: TestClient) -> None:
    asked = open_client.get("/search/default", params={"q": "Wuhan Gaoxin", "algorithm": "best"})
    assert asked.status_code == 200
