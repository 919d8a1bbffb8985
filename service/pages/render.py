"""Templates, and what every page shows."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.templating import Jinja2Templates
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from lists.programmes import programme_words
from records import NamewardenError
from screening.engine.engine import ENGINE
from screening.engine.freshness import standing
from screening.engine.list_warnings import in_lines
from service.access.authenticator import authenticator_of
from service.access.principal import (
    ADMIN,
    ALERTS,
    AUDIT,
    COUNTERPARTIES,
    LISTS,
    MATCH,
    SCREEN,
    Principal,
)
from service.access.secrets import same
from service.api.needs import service_state
from service.pages import audit_words, language
from service.pages.evidence_view import evidence
from service.pages.hit_reason import reason
from service.pages.language import mark
from service.pages.said import said
from service.pages.words import ACTIONS, FOUND, WORDS, list_word, plain
from service.state import ServiceState

HERE = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the menu."""

    path: str
    title: str
    scope: str


MENU = (
    Page("/", mark("Search"), MATCH),
    Page("/documents", mark("Documents"), SCREEN),
    Page("/cases", mark("Cases"), ALERTS),
    Page("/customers", mark("Customers"), COUNTERPARTIES),
    Page("/figures", mark("Figures"), ALERTS),
    Page("/lists", mark("Lists"), LISTS),
    Page("/audit", mark("Audit"), AUDIT),
    Page("/access", mark("Access"), ADMIN),
    Page("/settings", mark("Settings"), ALERTS),
)
_SHOWN_UNDER = {"/alerts": "/cases", "/entries": "/lists"}
"""Pages without a place of their own in the menu, and the one that is marked for them."""


def _programme(code: str, source: str) -> str:
    return programme_words(source, code)


def _templates() -> Jinja2Templates:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # of the extension
        language.gettext, language.ngettext, newstyle=True, pgettext=language.pgettext
    )
    environment.globals.update(engine=ENGINE, words=WORDS, actions=ACTIONS, found_words=FOUND)
    environment.filters.update(
        list_word=list_word,
        plain=plain,
        country=language.country,
        programme=_programme,
        number=language.number,
        score=language.decimal,
        said=said,
        reason=reason,
        evidence=evidence,
        signed=language.signed,
        act=audit_words.act,
        about=audit_words.about,
        details=audit_words.details,
    )
    return Jinja2Templates(env=environment)


TEMPLATES = _templates()


def read_templates() -> None:
    """Compile the templates of all pages, which the first look at each would wait for."""
    for name in TEMPLATES.env.list_templates():
        TEMPLATES.get_template(name)


def page(
    request: Request,
    template: str,
    principal: Principal | None,
    *,
    status: int = 200,
    **values: Any,
) -> HTMLResponse:
    """One page for a person."""
    allowed = [each for each in MENU if principal and each.scope in principal.scopes]
    spoken = language.language_of(request)
    language.speak(spoken)
    folder = "/" + request.url.path.split("/")[1]
    shown = {
        "language": spoken,
        "languages": language.language_names(),
        "here": request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        "principal": principal,
        "pages": allowed,
        "current_path": _SHOWN_UNDER.get(folder, folder),
        # What is wrong with the lists goes for every page.
        "warnings": getattr(request.state, "warnings", ()),
        **values,
    }
    return TEMPLATES.TemplateResponse(request, template, shown, status_code=status)


class SignInNeededError(Exception):
    """Somebody must sign in first; becomes a redirect to the page for it."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def person(scope: str) -> Callable[[Request], Any]:
    """Whoever looks at a page, when they may.

    Raises:
        SignInNeededError: nobody is signed in.
        HTTPException: 403, not with this role.
    """

    async def check(request: Request) -> Principal:
        principal = await authenticator_of(request).principal(request)
        # Pages are for people; a program's key opens none.
        if principal is None or principal.csrf is None:
            asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
            raise SignInNeededError(asked if request.method == "GET" else "/")
        request.state.by = principal.name
        language.speak(language.language_of(request))
        # An error's page keeps the menu of whoever reads it.
        request.state.reader = principal
        if scope not in principal.scopes:
            raise HTTPException(403, f"{principal.name} may not do this: the role lacks “{scope}”.")
        request.state.warnings = await run_in_threadpool(_wrong_with_lists, service_state(request))
        return principal

    return check


def _wrong_with_lists(service: ServiceState) -> list[str]:
    try:
        return in_lines(standing(service.home))
    except NamewardenError as error:
        return [str(error)]


async def genuine(request: Request, principal: Principal) -> None:
    """Check that a form was sent by our own page: it carries the session's token.

    (What comes from other sites' pages is refused before: ``service.access.origin``.)

    Raises:
        HTTPException: 403, it was not.
    """
    form = await request.form()
    token = request.headers.get("x-csrf-token") or str(form.get("csrf", ""))
    if principal.csrf is None or not same(token, principal.csrf):
        raise HTTPException(403, "The form has expired. Nothing was changed. Reload the page.")


def to_sign_in(_: Request, error: Exception) -> Response:
    """The redirect for ``SignInNeededError``; htmx follows it with the whole page."""
    from urllib.parse import urlencode

    path = error.path if isinstance(error, SignInNeededError) else "/"
    target = f"/sign-in?{urlencode({'next': path})}"
    return Response(status_code=303, headers={"location": target, "hx-redirect": target})
