"""The API keeps to what its OpenAPI document says, whatever it is asked."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from live_service import served
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from signing_in import LOCAL

from store import Home

pytest_plugins = ["service_plugin"]
HEADERS = {"authorization": f"Bearer {LOCAL['local_token']}"}
CHECKS = [
    schemathesis.checks.not_a_server_error,
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
]


def test_every_operation_keeps_to_its_document(own_home: Home) -> None:
    with served(own_home, authentication="none", max_age_days=100_000, **LOCAL) as address:
        document: Any = schemathesis.openapi.from_url(f"{address}/v1/openapi.json")
        operations = [found.ok() for found in document.get_all_operations()]
        assert len(operations) >= 20
        problems = [each for each in map(_kept_to, operations) if each]
    assert problems == []


def _kept_to(operation: Any) -> str | None:
    """What was wrong with an operation's answers."""

    @settings(
        max_examples=8,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def ask(case: Any) -> None:
        case.validate_response(case.call(headers=HEADERS), checks=CHECKS)

    try:
        ask()
    except (AssertionError, BaseExceptionGroup) as error:
        return f"{operation.method} {operation.path}: {error}"
    return None


@pytest.mark.parametrize(
    "path",
    [
        "/v1/match",
        "/v1/screen",
        "/v1/alerts",
        "/v1/cases",
        "/v1/cases/{case}/assign",
        "/match/{dataset}",
    ],
)
def test_the_document_shows_what_matters(open_client: Any, path: str) -> None:
    document = open_client.get("/v1/openapi.json").json()
    for operation in document["paths"][path].values():
        assert {"401", "403", "422", "503"} <= set(operation["responses"])
        problem = operation["responses"]["422"]["content"]
        assert list(problem) == ["application/problem+json"]
