"""Bodies of limited size: a request that is too large is refused before it is in memory."""

from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.problems import problem


class TooLargeError(Exception):
    """More bytes came than the path allows."""


class BodyLimit:
    """Counts what comes in, whatever the header promised."""

    def __init__(self, app: ASGIApp, limit_of: Callable[[str], int]) -> None:
        self._app = app
        self._limit_of = limit_of

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer it with 413."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit = self._limit_of(scope["path"])
        request = Request(scope)
        seen, begun, over = 0, False, False

        async def counted() -> Message:
            nonlocal seen, over
            message = await receive()
            seen += len(message.get("body", b""))
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
            refusal = problem(
                request,
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
                f"The request is larger than {limit:,} bytes. Nothing was screened. Send less at "
                "a time, or have the limit raised.",
            )
            await refusal(scope, receive, send)
