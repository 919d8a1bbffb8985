"""Limits request bodies in size and time: one that is too large is refused before it is in memory,
and one that comes too slowly does not hold its place for ever.
"""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.problems import problem

# A document of 100 MB over a line of 3 Mbit/s.
LONGEST_SECONDS = 300.0
CLOSE = {"connection": "close"}


class TooLargeError(Exception):
    """More bytes came than the path allows, or they took too long."""


class BodyLimit:
    """Counts what comes in, whatever the header promised."""

    def __init__(
        self, app: ASGIApp, limit_of: Callable[[str], int], seconds: float = LONGEST_SECONDS
    ) -> None:
        self._app = app
        self._limit_of = limit_of
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer it with 413 or 408."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit = self._limit_of(scope["path"])
        request = Request(scope)
        seen, begun, over, slow, whole = 0, False, False, False, False
        until = time.monotonic() + self._seconds

        async def counted() -> Message:
            nonlocal seen, over, slow, whole
            if whole:
                return await receive()
            try:
                message = await asyncio.wait_for(receive(), until - time.monotonic())
            except TimeoutError:
                over = slow = True
                raise TooLargeError from None
            seen += len(message.get("body", b""))
            whole = not message.get("more_body", False)
            over = over or seen > limit
            if over:
                raise TooLargeError
            return message

        async def sent(message: Message) -> None:
            nonlocal begun
            # What a framework makes of the interrupted body is no answer of ours.
            if not over:
                begun = True
                await send(message)

        declared = request.headers.get("content-length", "")
        over = declared.isdigit() and int(declared) > limit
        if not over:
            with suppress(TooLargeError):
                await self._app(scope, counted, sent)
        if over and not begun:
            refusal = _too_slow(request, self._seconds) if slow else _too_large(request, limit)
            await refusal(scope, receive, send)


def _too_large(request: Request, limit: int) -> Response:
    return problem(
        request,
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        f"The request is larger than {limit:,} bytes. Nothing was screened. Send less at a time, "
        "or have the limit raised.",
        headers=CLOSE,
    )


def _too_slow(request: Request, seconds: float) -> Response:
    return problem(
        request,
        HTTPStatus.REQUEST_TIMEOUT,
        f"The request was not complete after {seconds:g} s. Nothing was screened. Send it again.",
        headers=CLOSE,
    )
