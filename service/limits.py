"""Bodies of limited size: a request that is too large is refused before it is in memory."""

from collections.abc import Callable
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
        seen, answered = 0, False

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > limit:
                raise TooLargeError
            return message

        async def sent(message: Message) -> None:
            nonlocal answered
            answered = True
            await send(message)

        declared = request.headers.get("content-length", "")
        try:
            if declared.isdigit() and int(declared) > limit:
                raise TooLargeError
            await self._app(scope, counted, sent)
        except TooLargeError:
            if answered:
                raise
            refusal = problem(
                request,
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
                f"The request is larger than {limit:,} bytes. Nothing was screened. Send less at "
                "a time, or have the limit raised.",
            )
            await refusal(scope, receive, send)
