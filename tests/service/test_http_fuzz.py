"""Every address of the service answers what nobody should send with a status of its own, never with
500; bench/http_fuzz.py sends such requests for hours.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from fuzzing.http_requests import Asked
from http_fuzz import KEPT, Desk, desk, fill

from store import Home

TRIES = 300
SEED = 5


@pytest.fixture
def asked_of(own_home: Home) -> Iterator[Desk]:
    fill(own_home)
    with desk(own_home) as found:
        yield found


def test_what_once_broke_the_service_does_not_any_more(asked_of: Desk) -> None:
    kept = sorted(KEPT.glob("*.json"))
    assert kept
    assert {path.name: _fault(asked_of, path) for path in kept} == {
        path.name: None for path in kept
    }


def _fault(asked_of: Desk, path: Path) -> str | None:
    return asked_of.fault_of(Asked.of(path.read_text("utf-8")))


# What a refused form had sent is let go of when it is forgotten.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_requests_made_wrong_are_answered_or_refused(asked_of: Desk) -> None:
    dice, every = Random(SEED), asked_of.places
    assert len(every) >= 80
    for number in range(TRIES):
        request = asked_of.any_request(every[number % len(every)], dice)
        assert asked_of.fault_of(request) is None, request.text()


def test_every_page_and_form_of_the_desk_is_among_them(asked_of: Desk) -> None:
    known = {(place.method, place.path) for place in asked_of.places}
    for asked in (
        ("POST", "/cases/{case}/decide"),
        ("POST", "/access/person"),
        ("POST", "/settings/profile"),
        ("POST", "/v1/match"),
        ("PUT", "/v1/counterparties/{own_id}"),
        ("GET", "/cases"),
    ):
        assert asked in known
