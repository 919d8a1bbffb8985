"""What a request handler depends on: the running service, and a caller who is allowed in."""

from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from service.access.authenticator import NO_KEY, authenticator_of
from service.access.principal import Principal
from service.state import ServiceState


def service_state(request: Request) -> ServiceState:
    """The service that answers."""
    state: ServiceState = request.app.state.service
    return state


Service = Annotated[ServiceState, Depends(service_state)]
"""How a handler declares that it needs the service."""


def allowed(scope: str) -> Callable[[Request], Awaitable[Principal]]:
    """Whoever sent the request, when they may do this.

    Raises:
        HTTPException: 401 nobody is known, 403 not allowed, 429 too often.
    """

    async def check(request: Request) -> Principal:
        principal = await authenticator_of(request).principal(request)
        if principal is None:
            raise HTTPException(401, *NO_KEY)
        request.state.by = principal.name
        if scope not in principal.scopes:
            raise HTTPException(403, f"{principal.name} lacks the scope {scope}.")
        return principal

    return check
