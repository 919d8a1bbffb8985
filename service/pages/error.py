"""The page that says what went wrong."""

from collections.abc import Mapping
from http import HTTPStatus

from fastapi import Request
from starlette.responses import Response

from service.pages.render import page


def error_page(
    request: Request, status: HTTPStatus, detail: str, headers: Mapping[str, str] | None
) -> Response:
    """An error for a person, with the request's id."""
    shown = page(
        request,
        "error.html",
        getattr(request.state, "reader", None),
        status=status.value,
        title=status.phrase,
        detail=detail,
        request_id=getattr(request.state, "request_id", ""),
    )
    shown.headers.update(headers or {})
    return shown
