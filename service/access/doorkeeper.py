"""Checks who sends a request before its body is read, and limits how many documents come at once.

A framework reads a form to its end before it asks whether the sender may send it, so a stranger
could fill disk and memory with uploads that would be refused afterwards.
"""

import re
from collections.abc import Mapping
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from service.access.authenticator import NO_KEY, authenticator_of
from service.access.principal import COUNTERPARTIES, DECIDE, SCREEN, Principal
from service.pages.render import SignInNeededError, to_sign_in
from service.problems import problem

SENDING = ("POST", "PUT", "PATCH", "DELETE")
API = ("/v1/", "/match/")
UPLOADS: Mapping[str, str] = {
    "/v1/screen": SCREEN,
    "/documents": SCREEN,
    "/customers/tables": COUNTERPARTIES,
}
"""Where documents and tables are sent to, and the scope that it takes."""
_ATTACHMENTS = re.compile(r"/cases/[Cc]\d+/attachments")


def upload_scope(path: str) -> str | None:
    """The scope that it takes to send a file to an address; None where none is sent."""
    return DECIDE if _ATTACHMENTS.fullmatch(path) else UPLOADS.get(path)


# About what a document takes while others wait before it.
COME_BACK_SECONDS = 5
CLOSE = {"connection": "close"}


class Doorkeeper:
    """Knows how many uploads of this process are under way."""

    def __init__(self, app: ASGIApp, uploads_at_once: int) -> None:
        self._app = app
        self._most = uploads_at_once
        self._under_way = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer without having read what it sends."""
        if scope["type"] != "http" or scope["method"] not in SENDING:
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        is_upload = upload_scope(scope["path"]) is not None
        refusal = None
        if is_upload or scope["path"].startswith(API):
            refusal = await self._refusal(request, is_upload=is_upload)
        if refusal is not None:
            await refusal(scope, receive, send)
        elif is_upload:
            await self._counted(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _counted(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._under_way += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._under_way -= 1

    async def _refusal(self, request: Request, *, is_upload: bool) -> Response | None:
        try:
            principal = await authenticator_of(request).principal(request)
        except HTTPException as error:
            status = HTTPStatus(error.status_code)
            return problem(request, status, str(error.detail), headers=error.headers)
        if principal is None:
            if request.url.path.startswith(API):
                return problem(request, HTTPStatus.UNAUTHORIZED, NO_KEY[0], headers=NO_KEY[1])
            return to_sign_in(request, SignInNeededError("/"))
        request.state.principal = principal
        return self._no_upload(request, principal) if is_upload else None

    def _no_upload(self, request: Request, principal: Principal) -> Response | None:
        scope = upload_scope(request.url.path)
        if scope not in principal.scopes:
            detail = f"{principal.name} lacks the scope {scope}."
            return problem(request, HTTPStatus.FORBIDDEN, detail, headers=CLOSE)
        if self._under_way < self._most:
            return None
        return problem(
            request,
            HTTPStatus.SERVICE_UNAVAILABLE,
            f"This process already has as many documents as it accepts at once ({self._most}). "
            "Nothing was screened. Send it again in a moment.",
            headers={**CLOSE, "retry-after": str(COME_BACK_SECONDS)},
        )
