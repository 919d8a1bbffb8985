"""Refuses requests that somebody else's page made a browser send.

Browsers say where a request comes from: ``Sec-Fetch-Site`` with each
(https://www.w3.org/TR/fetch-metadata/), ``Origin`` with everything that can change something.
A program sends neither and is known by its key. Without this a service that asks nobody who they
are could be used by every page that its owner's browser happens to show.
"""

from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from service.problems import problem

SAFE = ("GET", "HEAD", "OPTIONS")
OURS = ("same-origin", "none")
"""``none``: the person typed the address, or opened a bookmark."""


class OwnPagesOnly:
    """Lets through what comes from our own pages, from programs, and links to our pages."""

    def __init__(self, app: ASGIApp, public_url: str | None) -> None:
        self._app = app
        self._public = urlsplit(public_url).netloc if public_url else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer it with 403."""
        if scope["type"] == "http" and not self._is_ours(scope["method"], Headers(scope=scope)):
            refusal = problem(
                Request(scope),
                HTTPStatus.FORBIDDEN,
                "The request came from another site. Nothing was done.",
                headers={"connection": "close"},
            )
            await refusal(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _is_ours(self, method: str, headers: Headers) -> bool:
        site = headers.get("sec-fetch-site", "none")
        if method in SAFE:
            # A link elsewhere may lead here: the page shows, and nobody but its reader sees it.
            is_link = headers.get("sec-fetch-mode") == "navigate"
            return site in OURS or (is_link and headers.get("sec-fetch-dest") == "document")
        origin = headers.get("origin")
        return site in OURS and (origin is None or self._is_own(origin, headers.get("host", "")))

    def _is_own(self, origin: str, host: str) -> bool:
        parts = urlsplit(origin)
        return parts.scheme in ("http", "https") and parts.netloc in (host, self._public)
