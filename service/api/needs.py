"""What a request handler depends on: the running service, and a caller who is allowed in."""

from collections.abc import Awaitable, Callable, Iterator
from typing import Annotated

from fastapi import Depends, Request
from fastapi.dependencies.models import Dependant
from starlette.exceptions import HTTPException

from records import UsageError
from service.access.authenticator import NO_KEY, authenticator_of
from service.access.principal import Principal
from service.state import ServiceState


async def only_known_parameters(request: Request) -> None:
    """Refuse a parameter of the query that an address does not have: a slip would widen what is
    asked for, and nobody would see it.

    Raises:
        UsageError: there is one.
    """
    route = request.scope["route"]
    known = set(_parameters(route.dependant))
    unknown = sorted(set(request.query_params) - known)
    if unknown:
        has = f"expected one of: {', '.join(sorted(known))}" if known else "there are none here"
        raise UsageError(f"unknown parameter {unknown[0]!r}; {has}. Nothing was answered")


def _parameters(of: Dependant) -> Iterator[str]:
    """The parameters of the query that a handler, or what it depends on, takes."""
    yield from (each.alias for each in of.query_params)
    for each in of.dependencies:
        yield from _parameters(each)


def service_state(request: Request) -> ServiceState:
    """The service that answers."""
    state: ServiceState = request.app.state.service
    return state


async def _service(request: Request) -> ServiceState:
    # Awaited, for what is not gets a thread of its own.
    return service_state(request)


Service = Annotated[ServiceState, Depends(_service)]
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
