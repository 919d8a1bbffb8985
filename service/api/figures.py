"""Figures of the alert work: ``/v1/figures``."""

import io
from dataclasses import replace
from functools import partial
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query
from fastapi.responses import JSONResponse
from starlette.responses import Response

from screening.answers.csv_rows import write_csv
from screening.cases.figures import Figures, figures_of
from screening.report.figures import FIGURES
from service.access.principal import ALERTS, AUDIT, Principal
from service.api.needs import Service, allowed

router = APIRouter(prefix="/v1/figures", tags=["figures"])
Day = Annotated[str | None, Query(max_length=10, examples=["2026-11-01"])]


@router.get("", responses={200: {"content": {"text/csv": {}}}})
async def figures(
    service: Service,
    principal: Annotated[Principal, Depends(allowed(ALERTS))],
    since: Day = None,
    until: Day = None,
    overdue_after: Annotated[int | None, Query(ge=0, le=10_000)] = None,
    format_: Annotated[Literal["json", "csv"], Query(alias="format")] = "json",
) -> Response:
    """What waits, what was decided and how soon, by list; by person for who may read the audit
    log. Days are in UTC.
    """
    work = partial(figures_of, service.home, since=since, until=until, overdue_after=overdue_after)
    found = for_eyes_of(principal, await service.run_blocking(work))
    if format_ == "json":
        return JSONResponse(FIGURES.as_json(found))
    out = io.StringIO()
    write_csv(FIGURES.columns, FIGURES.as_rows(found), out)
    return Response(out.getvalue(), media_type="text/csv")


def for_eyes_of(principal: Principal, found: Figures) -> Figures:
    """What somebody may see: how long each colleague takes is for those who supervise."""
    return found if AUDIT in principal.scopes else replace(found, people=())
