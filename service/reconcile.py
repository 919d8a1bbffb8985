"""OpenRefine's reconciliation API, version 0.2, beside yente's endpoints: candidates for the cells
of a table.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/. A candidate is
what a person has to look at: ``match``, by which a client would take it without asking, is never
true. The protocol knows no warnings and no profiles, so the manifest's name says which lists are
stale, and by which profile the address screens (``/reconcile/default?profile=payments``).
"""

from dataclasses import replace
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from starlette.responses import JSONResponse

from lists import source
from lists.ftm.words import SCHEMA_OF, SCHEMAS
from matcher.search.query import unsearchable
from records import Hit, Kind, Settings, UsageError
from records import Query as Asked
from records.as_json import to_json
from records.profile import in_words
from screening.engine.freshness import standing
from screening.engine.list_warnings import in_short
from screening.engine.settings import settings
from service.access.principal import MATCH, Principal
from service.api.models import Text
from service.api.needs import Service, allowed
from service.state import ServiceState
from service.yente import EVERY
from store import Home

router = APIRouter(prefix="/reconcile", tags=["OpenRefine"])
Caller = Annotated[Principal, Depends(allowed(MATCH))]
Dataset = Annotated[str, Path(max_length=60, examples=[EVERY])]
Written = Annotated[
    str | None, Field(max_length=200_000, examples=['{"q0": {"query": "Mahan Air", "limit": 3}}'])
]


class CellIn(BaseModel):
    """One cell to find candidates for; what else the protocol knows is not used."""

    model_config = ConfigDict(extra="ignore")

    query: Text
    type: Text | list[Any] | None = None
    limit: Annotated[int, Field(ge=1, le=100)] = 5


Profile = Annotated[str | None, Query(max_length=60, examples=["payments"])]
CELLS: TypeAdapter[dict[str, CellIn]] = TypeAdapter(
    Annotated[dict[str, CellIn], Field(min_length=1, max_length=1000)]
)


@router.get("/{dataset}")
async def manifest_or_candidates(
    request: Request,
    dataset: Dataset,
    service: Service,
    principal: Caller,
    queries: Annotated[Written, Query()] = None,
    profile: Profile = None,
) -> JSONResponse:
    """The service's manifest; with ``queries`` the candidates of each."""
    if queries is not None:
        return JSONResponse(await _candidates(service, principal, dataset, queries, profile))
    said = in_words(await service.run_blocking(partial(_chosen, service.home, dataset, profile)))
    stale = in_short(await service.run_blocking(lambda: standing(service.home)))
    base = str(request.base_url)
    return JSONResponse(
        {
            "versions": ["0.2"],
            "name": f"Namewarden: {dataset}"
            + (f", {said}" if said else "")
            + (f" (NOT CURRENT: {stale})" if stale else ""),
            "identifierSpace": f"{base}entities/",
            "schemaSpace": "https://followthemoney.tech/explorer/schemata/",
            "defaultTypes": [{"id": schema, "name": schema} for schema in SCHEMAS],
            "view": {"url": f"{base}entries/{{{{id}}}}"},
        }
    )


@router.post("/{dataset}")
async def candidates(
    dataset: Dataset,
    service: Service,
    principal: Caller,
    queries: Annotated[Written, Form()],
    profile: Profile = None,
) -> dict[str, Any]:
    """The candidates of each query."""
    return await _candidates(service, principal, dataset, queries or "", profile)


async def _candidates(
    service: ServiceState, principal: Principal, dataset: str, written: str, profile: str | None
) -> dict[str, Any]:
    """By the queries' own keys.

    Raises:
        NotThereError: there is no such profile.
        UsageError: they are none, or one has nothing to search for: without candidates it would
            look clear.
    """
    try:
        cells = CELLS.validate_json(written)
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        said = error.errors()[0]["msg"]
        raise UsageError(f"queries: {where}: {said}. Nothing was screened") from error
    found: dict[str, Any] = {}
    usual = await service.run_blocking(partial(_chosen, service.home, dataset, profile))
    for key, cell in cells.items():
        asked = Asked(name=cell.query, kind=_kind(cell.type))
        if reason := unsearchable(asked):
            raise UsageError(
                f"queries.{key}: {cell.query[:60]!r} has {reason}. Nothing was screened"
            )
        chosen = replace(usual, limit=cell.limit)
        (answer,) = await service.match(principal, [asked], chosen)
        found[key] = {
            "result": [_candidate(hit) for hit in answer.hits],
            "settings": to_json(chosen),
        }
    return found


def _chosen(home: Home, dataset: str, profile: str | None) -> Settings:
    """What an address screens for; the limit is each cell's own."""
    return settings(
        threshold=None,
        limit=1,
        kinds=None,
        lists=_lists(dataset),
        as_of=None,
        profile=profile,
        home=home,
    )


def _candidate(hit: Hit) -> dict[str, Any]:
    schema = SCHEMA_OF[hit.kind]
    return {
        "id": hit.entity_id,
        "name": hit.caption,
        "description": f"{hit.decision.value}: {hit.reason}",
        "score": round(100 * hit.score, 1),
        "match": False,
        "type": [{"id": schema, "name": schema}],
    }


def _kind(type_: str | list[Any] | None) -> Kind | None:
    """The kind that a type stands for; None for one that leaves it open, or for several."""
    kind = SCHEMAS.get(type_) if isinstance(type_, str) else None
    return None if kind is Kind.UNKNOWN else kind


def _lists(dataset: str) -> tuple[str, ...] | None:
    """The lists to look on; None for all.

    Raises:
        UnknownListError: there is no such list.
    """
    return None if dataset == EVERY else (source(dataset).name,)
