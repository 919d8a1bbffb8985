"""Errors as problem details (RFC 9457): what went wrong, what became of it, what to do."""

import logging
from collections.abc import Sequence
from contextlib import suppress
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.responses import Response

from records import (
    ConflictError,
    DocumentError,
    ListError,
    NamewardenError,
    NoListsError,
    NotThereError,
    StaleListError,
    StoreError,
    UnknownEntityError,
    UnknownListError,
    UsageError,
)
from service.access.authenticator import authenticator_of
from service.pages.error import error_page

MEDIA_TYPE = "application/problem+json"
# The first that fits counts, so the narrow ones come first.
STATUSES: tuple[tuple[type[NamewardenError], HTTPStatus], ...] = (
    (UnknownEntityError, HTTPStatus.NOT_FOUND),
    (UnknownListError, HTTPStatus.NOT_FOUND),
    (NotThereError, HTTPStatus.NOT_FOUND),
    (ConflictError, HTTPStatus.CONFLICT),
    (UsageError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (DocumentError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (NoListsError, HTTPStatus.SERVICE_UNAVAILABLE),
    (StaleListError, HTTPStatus.SERVICE_UNAVAILABLE),
    (ListError, HTTPStatus.SERVICE_UNAVAILABLE),
    (StoreError, HTTPStatus.SERVICE_UNAVAILABLE),
    (NamewardenError, HTTPStatus.INTERNAL_SERVER_ERROR),
)
_log = logging.getLogger("namewarden.service")


def add_handlers(app: FastAPI) -> None:
    """Make every error of an application a problem document."""
    app.add_exception_handler(NamewardenError, _ours)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _unexpected)


def problem(request: Request, status: HTTPStatus, detail: str, **more: Any) -> Response:
    """One problem document, or a page for a browser; ``detail`` is one line for a person."""
    headers = more.pop("headers", None)
    if wants_page(request):
        return error_page(request, status, detail, headers)
    body = {
        "type": "about:blank",
        "title": status.phrase,
        "status": status.value,
        "detail": detail,
        "instance": request.url.path,
        "request_id": getattr(request.state, "request_id", None),
        **more,
    }
    return JSONResponse(body, status.value, media_type=MEDIA_TYPE, headers=headers)


def status_of(error: NamewardenError) -> HTTPStatus:
    """The status that says best whose mistake an error is."""
    return next(status for kind, status in STATUSES if isinstance(error, kind))


async def _meet(request: Request) -> None:
    """Know who reads an error's page, so that it keeps their menu: also where there is no page."""
    if not hasattr(request.state, "reader") and wants_page(request):
        # Who asks too often is told so, and not asked who they are again.
        with suppress(HTTPException):
            known = await authenticator_of(request).principal(request)
            request.state.reader = known if known and known.csrf else None


def wants_page(request: Request) -> bool:
    """Whether a person's browser asks."""
    return "text/html" in request.headers.get("accept", "")


async def _ours(request: Request, error: Exception) -> Response:
    if not isinstance(error, NamewardenError):
        raise error
    await _meet(request)
    return problem(request, status_of(error), str(error))


async def _http(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    status = HTTPStatus(error.status_code)
    await _meet(request)
    detail = str(error.detail)
    if detail == HTTPStatus.NOT_FOUND.phrase:
        detail = "There is no such page." if wants_page(request) else "There is no such address."
    return problem(request, status, detail, headers=error.headers)


async def _invalid(request: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        raise error
    wrong = [
        {"where": _where(each["loc"]), "what": str(each["msg"]).removeprefix("Value error, ")}
        for each in _meant(error)
    ]
    first = wrong[0]
    await _meet(request)
    return problem(
        request,
        HTTPStatus.UNPROCESSABLE_ENTITY,
        f"{first['where']}: {first['what']}. Nothing was screened.",
        errors=wrong,
    )


def _meant(error: RequestValidationError) -> list[Any]:
    """The mistakes by the one shape of a body that was meant, where it may have several: many
    parties stand under ``queries``.
    """
    body = error.body if isinstance(error.body, dict) else {}
    other = "OneIn" if "queries" in body else "ManyIn"
    found = list(error.errors())
    return [each for each in found if other not in each["loc"]] or found


def _where(place: Sequence[Any]) -> str:
    """Where in a request: ``queries.3.name``; not how the program calls its parts."""
    ours = {"body", "OneIn", "ManyIn"}
    said = ".".join(str(part) for part in place if part not in ours)
    return said or "the body"


async def _unexpected(request: Request, error: Exception) -> Response:
    _log.error("unexpected error", exc_info=error)
    return problem(
        request,
        HTTPStatus.INTERNAL_SERVER_ERROR,
        "An internal error: nothing was decided. Give the operator the request id.",
    )
