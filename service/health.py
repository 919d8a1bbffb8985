"""Whether the service runs, and whether it can answer."""

from functools import partial
from http import HTTPStatus

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import JSONResponse

from screening.cases.figures import figures_of
from screening.catalogue.inventory import list_inventory
from service.access.principal import LISTS
from service.api.models import StatusOut
from service.api.needs import Service, allowed
from service.metrics import LIST_AGE, exposition, set_figures
from service.problems import problem

router = APIRouter(tags=["operation"])


@router.get("/healthz", response_model=StatusOut)
async def healthz() -> dict[str, str]:
    """The process runs."""
    return {"status": "ok"}


@router.get("/readyz", response_model=StatusOut)
async def readyz(request: Request, service: Service) -> Response:
    """The process can answer: lists are loaded, and none is stale."""
    loaded = await service.run_blocking(lambda: list_inventory(service.home))
    for each in loaded:
        LIST_AGE.labels(each.list).set(each.age_days)
    most = service.settings.max_age_days
    stale = [e.list for e in loaded if (e.stale if most is None else e.age_days > most)]
    if service.editions.problem or not service.editions.snapshots:
        reason = service.editions.problem or "no list is loaded. Run: namewarden update"
        return problem(request, HTTPStatus.SERVICE_UNAVAILABLE, reason)
    if stale:
        return problem(
            request,
            HTTPStatus.SERVICE_UNAVAILABLE,
            f"{', '.join(stale)}: older than allowed. Run: namewarden update",
        )
    return JSONResponse({"status": "ok"})


@router.get("/metrics", dependencies=[Depends(allowed(LISTS))], response_class=Response)
async def metrics(service: Service) -> Response:
    """Counters, timings and the figures of the alert work in Prometheus' text form."""
    set_figures(await service.run_blocking(partial(figures_of, service.home)))
    body, media_type = exposition()
    return Response(body, headers={"content-type": media_type})
