"""The application: everything put together, for uvicorn and for the tests."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from fastapi import Depends, FastAPI
from starlette.middleware.sessions import SessionMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.staticfiles import StaticFiles

from screening.engine.engine import VERSION
from service import health, reconcile, yente
from service.access.authenticator import Authenticator
from service.access.doorkeeper import Doorkeeper, upload_scope
from service.access.oidc import cookie_secret, provider
from service.access.origin import OwnPagesOnly
from service.api import alerts, cases, counterparties, lists, match, screen
from service.api import figures as api_figures
from service.api.models import ProblemOut
from service.api.needs import only_known_parameters
from service.headers import SecureHeaders
from service.limits import BodyLimit
from service.pages import (
    access,
    account,
    alert,
    api_help,
    audit,
    case_page,
    case_queue,
    customers,
    documents,
    figures,
    queue,
    search,
    sign_in,
)
from service.pages import lists as list_pages
from service.pages import settings as team_settings
from service.pages.render import HERE, SignInNeededError, read_templates, to_sign_in
from service.problems import MEDIA_TYPE, add_handlers
from service.request_log import RequestLog, configure_logging
from service.settings import ServiceSettings, read_settings
from service.state import ServiceState
from store import Home

API = (match, screen, lists, alerts, cases, counterparties, api_figures, yente, reconcile, health)
PAGES = (
    search,
    documents,
    case_queue,
    case_page,
    customers,
    queue,
    alert,
    figures,
    audit,
    access,
    sign_in,
    list_pages,
    team_settings,
    account,
    api_help,
)
PROBLEM: dict[str, Any] = {
    "description": "Problem details (RFC 9457)",
    "content": {MEDIA_TYPE: {"schema": ProblemOut.model_json_schema()}},
}
PROBLEM_STATUSES: tuple[int, ...] = (400, 401, 403, 404, 408, 409, 413, 422, 429, 503)


def from_environment() -> FastAPI:
    """The application as environment and settings file say; what each worker process runs."""
    configure_logging()
    return create_app(read_settings(os.environ), Home.default())


def create_app(settings: ServiceSettings, home: Home) -> FastAPI:
    """Put an application together.

    Args:
        settings: how it runs.
        home: the lists and the database that it works on.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        service = ServiceState.of(settings, home)
        app.state.service = service
        app.state.authenticator = Authenticator(settings, home)
        app.state.issuer = provider(settings)
        await service.take_up()
        await service.run_blocking(read_templates)
        watching = asyncio.create_task(service.keep_current())
        try:
            yield
        finally:
            watching.cancel()
            with suppress(asyncio.CancelledError):
                await watching
            service.close()
            app.state.authenticator.close()

    app = FastAPI(
        title="Namewarden",
        version=VERSION,
        description="Screens names and documents against the public sanctions lists.",
        lifespan=lifespan,
        openapi_url="/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        responses=dict.fromkeys(PROBLEM_STATUSES, PROBLEM),
    )
    add_handlers(app)
    app.add_exception_handler(SignInNeededError, to_sign_in)
    for module in (*API, *PAGES):
        strict = module in API and module is not yente  # whose clients send what tunes yente
        app.include_router(
            module.router, dependencies=[Depends(only_known_parameters)] if strict else []
        )
    app.mount("/static", StaticFiles(directory=HERE / "static"))
    _guard(app, settings)
    return app


def _guard(app: FastAPI, settings: ServiceSettings) -> None:
    """Put what every request passes around an application."""
    # The last one added is the outermost: a request meets the log first.
    app.add_middleware(Doorkeeper, uploads_at_once=settings.uploads_at_once)
    app.add_middleware(
        BodyLimit,
        limit_of=lambda path: settings.upload_limit if upload_scope(path) else settings.body_limit,
    )
    if settings.oidc_issuer:
        app.add_middleware(
            SessionMiddleware,
            secret_key=cookie_secret(settings),
            session_cookie="namewarden_way_back",
            max_age=600,
            https_only=settings.is_secure,
        )
    app.add_middleware(OwnPagesOnly, public_url=settings.public_url)
    app.add_middleware(SecureHeaders, secure=settings.is_secure)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=_hosts(settings))
    app.add_middleware(RequestLog)


def _hosts(settings: ServiceSettings) -> list[str]:
    """Names under which the service may be asked: a page elsewhere must not reach it by a name
    of its own that leads here (DNS rebinding).
    """
    own = ["127.0.0.1", "localhost", "[::1]", settings.host]
    if settings.public_url:
        own.append(settings.public_url.partition("://")[2].partition("/")[0].partition(":")[0])
    return own if settings.is_loopback or settings.public_url else ["*"]
