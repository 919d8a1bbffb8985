"""Screening of names: ``POST /v1/match``."""

from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, Request
from fastapi.responses import JSONResponse

from records import UsageError
from screening.answers.json_lines import name_answer
from service.access.principal import MATCH, Principal
from service.api import asked
from service.api.models import AnswerOut, AnswersOut, ManyIn, OneIn
from service.api.needs import Service, allowed
from service.state import ServiceState

router = APIRouter(prefix="/v1", tags=["screening"])


@router.post(
    "/match",
    responses={200: {"model": AnswerOut | AnswersOut}},
)
async def match(
    request: Request,
    body: Annotated[OneIn | ManyIn, Body()],
    service: Service,
    principal: Annotated[Principal, Depends(allowed(MATCH))],
) -> JSONResponse:
    """Screen one party, or up to a thousand as `queries`; answers come in their order."""
    chosen = asked.options(service.home, body)
    if isinstance(body, OneIn):
        _tell(request, service, [body.name])
        (answer,) = await service.match(principal, [asked.query(body)], chosen)
        return JSONResponse(name_answer(answer))
    if len(body.queries) > service.settings.names_limit:
        raise UsageError(
            f"{len(body.queries):,} queries in one request, at most "
            f"{service.settings.names_limit:,} are allowed. Nothing was screened. Split them over "
            "several requests, or use namewarden batch"
        )
    _tell(request, service, [each.name for each in body.queries])
    parties = [asked.query(each, f"queries.{place}: ") for place, each in enumerate(body.queries)]
    answers = await service.match(principal, parties, chosen)
    return JSONResponse({"answers": [name_answer(answer) for answer in answers]})


def _tell(request: Request, service: ServiceState, names: list[str]) -> None:
    """What the log may know of the question."""
    told: dict[str, Any] = {"names": len(names)}
    if service.settings.log_names:
        told["asked"] = names
    request.state.told = told
