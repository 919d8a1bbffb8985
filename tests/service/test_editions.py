"""New list editions are taken up while the service runs: no answer is lost, none is mixed."""

import threading

import pytest
from fastapi.testclient import TestClient
from signing_in import Serve
from support.desk_work import LISTED, entity, put_edition

from records import NoListsError
from service.editions import Editions
from service.pages.render import TEMPLATES
from store import Home

pytest_plugins = ["service_plugin"]
LATER = (*LISTED, entity("un_sc:4", "Rosoboron Export Trading House"))


def test_a_new_edition_is_taken_up_once(quick_home: Home) -> None:
    put_edition(quick_home, LISTED)
    editions = Editions(quick_home)
    assert [editions.refresh() for _ in range(2)] == [True, False]
    put_edition(quick_home, LATER)
    assert [editions.refresh() for _ in range(2)] == [True, False]
    assert [each.entities for each in editions.snapshots] == [4]
    editions.close()


def test_what_is_lent_stays_as_it_was_until_it_is_given_back(quick_home: Home) -> None:
    put_edition(quick_home, LISTED)
    editions = Editions(quick_home)
    with editions.lease() as before:
        put_edition(quick_home, LATER)
        editions.refresh()
        with editions.lease() as after:
            assert [before.snapshots[0].entities, after.snapshots[0].entities] == [3, 4]
        assert before.entity(0).caption == "Kalashnikov Concern"
    with pytest.raises(ValueError, match="closed"):
        before.entity(0)
    editions.close()


def test_editions_that_cannot_be_opened_leave_those_in_use(
    quick_home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_edition(quick_home, LISTED)
    editions = Editions(quick_home)
    editions.refresh()
    kept = put_edition(quick_home, LATER)
    (kept.folder / "entities.jsonl").unlink()
    assert not editions.refresh()
    assert editions.problem
    with editions.lease() as engine:
        assert engine.snapshots[0].entities == 3
    editions.close()


def test_without_a_list_nothing_is_lent(quick_home: Home) -> None:
    with pytest.raises(NoListsError), Editions(quick_home).lease():
        pass


def test_under_load_every_answer_is_made_on_one_edition(serve: Serve, quick_home: Home) -> None:
    first = put_edition(quick_home, LISTED)
    client = serve(quick_home, authentication="none", poll_seconds=0.05)
    answers: list[dict[str, object]] = []
    done = threading.Event()

    def ask() -> None:
        body = {"queries": [{"name": "Rosoboron Export Trading House"}] * 60}
        while not done.is_set():
            answers.append(client.post("/v1/match", json=body).json())

    asking = threading.Thread(target=ask)
    asking.start()
    try:
        second = put_edition(quick_home, LATER)
        _until_answered_on(client, second.sha256)
    finally:
        done.set()
        asking.join()
    seen = {_one_edition(answer, {first.sha256: 0, second.sha256: 60}) for answer in answers}
    assert seen <= {first.sha256, second.sha256}


def _until_answered_on(client: TestClient, sha256: str) -> None:
    for _ in range(400):
        answer = client.post("/v1/match", json={"name": "x"}).json()
        if answer["screened_against"][0]["sha256"] == sha256:
            return
        threading.Event().wait(0.05)
    pytest.fail("the new edition was not taken up")


def _one_edition(answer: dict[str, object], hits: dict[str, int]) -> str:
    """The edition of a batch, after checking that all its answers were made on it."""
    answers = answer["answers"]
    assert isinstance(answers, list)
    (sha256,) = {each["screened_against"][0]["sha256"] for each in answers}
    assert sum(bool(each["hits"]) for each in answers) == hits[sha256]
    return str(sha256)


def test_no_page_waits_for_its_template_once_the_service_is_up(
    quick_home: Home, serve: Serve
) -> None:
    put_edition(quick_home, LISTED)
    compiled = TEMPLATES.env.cache
    assert compiled is not None
    compiled.clear()
    serve(quick_home)
    assert len(compiled) == len(TEMPLATES.env.list_templates())
