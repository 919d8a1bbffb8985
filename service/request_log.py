"""One line of JSON a request on standard error, with an id that its answer carries too.

No names of parties and no document stands in it unless the operator asked for them.
"""

import json
import logging
import re
import sys
import time
from contextvars import ContextVar
from datetime import UTC, datetime
from uuid import uuid4

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.metrics import REQUESTS, SECONDS

HEADER = "x-request-id"
# What a client may choose as its id: it goes into logs, so nothing that could forge a line.
_CHOSEN = re.compile(r"[A-Za-z0-9._-]{1,64}")
_id: ContextVar[str | None] = ContextVar("request_id", default=None)
_log = logging.getLogger("namewarden.requests")


class RequestLog:
    """Gives each request its id, counts it, and writes its line."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and write what became of it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        identity = _identity(scope)
        token = _id.set(identity)
        state = scope.setdefault("state", {})
        state["request_id"] = identity
        status = 500

        async def labelled(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = identity
            await send(message)

        begun = time.perf_counter()
        try:
            await self._app(scope, receive, labelled)
        finally:
            seconds = time.perf_counter() - begun
            route = getattr(scope.get("route"), "path", "(none)")
            REQUESTS.labels(scope["method"], route, str(status)).inc()
            SECONDS.labels(route).observe(seconds)
            about = {
                "method": scope["method"],
                "path": route,
                "status": status,
                "milliseconds": round(seconds * 1000, 1),
                "by": state.get("by"),
                **state.get("told", {}),
            }
            _log.info("request", extra={"about": about})
            _id.reset(token)


def _identity(scope: Scope) -> str:
    for name, value in scope["headers"]:
        if name == HEADER.encode() and _CHOSEN.fullmatch(value.decode("latin-1")):
            return str(value.decode("latin-1"))
    return uuid4().hex


class JsonLines(logging.Formatter):
    """A record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Write time, level, message and what was told with it."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "message": record.getMessage(),
            "request_id": _id.get(),
            **getattr(record, "about", {}),
        }
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        # Escaped to ASCII: U+2028 would end a line for some readers, U+202E turns one around.
        return json.dumps(line, default=str)


def configure_logging() -> None:
    """Write every line of the service, uvicorn's included, as JSON to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    for name in ("namewarden", "uvicorn"):
        logger = logging.getLogger(name)
        logger.handlers[:] = [handler]
        logger.setLevel(logging.INFO)
        logger.propagate = False
    logging.getLogger("uvicorn.access").disabled = True
