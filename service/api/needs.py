"""What a request handler needs: the running service, and somebody who may ask."""

from collections.abc import Awaitable, Callable

from fastapi import Request
from starlette.exceptions import HTTPException

from service.access.gate import NO_KEY, gate_of
from service.access.principal import Principal
from service.running import Running


def running(request: Request) -> Running:
    """The service that answers."""
    here: Running = request.app.state.running
    return here


def allowed(scope: str) -> Callable[[Request], Awaitable[Principal]]:
    """Whoever sent the request, when they may do this.

    Raises:
        HTTPException: 401 nobody is known, 403 not allowed, 429 too often.
    """

    async def check(request: Request) -> Principal:
        who = await gate_of(request).principal(request)
        if who is None:
            raise HTTPException(401, *NO_KEY)
        request.state.by = who.name
        if scope not in who.scopes:
            raise HTTPException(403, f"{who.name} may not do this: the scope {scope} is missing.")
        return who

    return check
