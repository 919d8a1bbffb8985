"""The search box, and an entry."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from records import Kind, NamewardenError, Settings, UsageError
from screening.answers.json_lines import name_answer
from screening.catalogue.inventory import show
from screening.engine.profiles import list_profiles
from screening.engine.settings import settings
from screening.report.shapes import ENTRIES
from service.access.principal import LISTS, MATCH, Principal
from service.api.needs import Service
from service.pages.party_form import InAddress, asked
from service.pages.render import page, person
from service.state import ServiceState

router = APIRouter(include_in_schema=False)
MOST_NAMES = 100
"""At once; the page of their answers has to be read."""


@router.get("/")
async def search(
    request: Request,
    service: Service,
    principal: Annotated[Principal, Depends(person(MATCH))],
    more: InAddress,
    q: Annotated[str, Query(max_length=20_000)] = "",
    profile: Annotated[str, Query(max_length=60)] = "",
    threshold: Annotated[str, Query(max_length=10)] = "",
    list_: Annotated[list[str], Query(alias="list")] = [],  # noqa: B006 (FastAPI copies it)
) -> Response:
    """One name, or one a line, screened; without a name the form alone."""
    answers: list[dict[str, Any]] = []
    wrong = None
    near: list[dict[str, Any]] = []
    names = [" ".join(line.split()) for line in q.splitlines() if line.strip()]
    try:
        parties = [asked(replace(more, name=name)) for name in _few(names)]
        if parties:
            work = partial(by_profile, service, profile, 20, lists=list_, threshold=threshold)
            chosen = await service.run_blocking(work)
        if len(parties) == 1:
            found, close = await service.match_closely(principal, parties[0], chosen)
            answers = [name_answer(found)]
            near = name_answer(close)["hits"] if close else []
        elif parties:
            answers = [
                name_answer(each) for each in await service.match(principal, parties, chosen)
            ]
    except NamewardenError as error:
        wrong = str(error)
    return page(
        request,
        "search.html",
        principal,
        # htmx shows no answer whose status is an error's.
        status=422 if wrong and "hx-request" not in request.headers else 200,
        q=q,
        party=more,
        profile=profile,
        profiles=await service.run_blocking(partial(profile_names, service)),
        kinds=[each.value for each in Kind if each is not Kind.UNKNOWN],
        lists=[each.source for each in service.editions.snapshots],
        chosen_lists=list_,
        threshold=threshold,
        answers=answers,
        near=near,
        wrong=wrong,
    )


def _few(names: list[str]) -> list[str]:
    if len(names) > MOST_NAMES:
        raise UsageError(
            f"{len(names):,} names at once, at most {MOST_NAMES} fit on a page. Nothing was "
            "screened. Send more of them as a table, on the customers' page"
        )
    return names


def by_profile(
    service: ServiceState,
    profile: str,
    limit: int,
    usual_kinds: tuple[str, ...] | None = None,
    *,
    lists: Sequence[str] = (),
    threshold: str = "",
) -> Settings:
    """What a form asks for; without a word of it everything.

    Raises:
        NotThereError: there is no such profile.
        UsageError: the threshold is none, or the profile says what is asked for beside it.
    """
    return settings(
        threshold=threshold_of(threshold),
        limit=limit,
        kinds=None,
        lists=tuple(lists) or None,
        as_of=None,
        profile=profile or None,
        usual_kinds=usual_kinds,
        home=service.home,
    )


def threshold_of(text: str) -> float | None:
    """A threshold as people write it, with a point or a comma; None where nothing is said.

    Raises:
        UsageError: it is no number.
    """
    try:
        return float(text.replace(",", ".")) if text.strip() else None
    except ValueError as error:
        raise UsageError(f"{text!r} is not a threshold. Nothing was changed") from error


def profile_names(service: ServiceState) -> list[str]:
    """The profiles that can be chosen."""
    return [each.name for each in list_profiles(service.home) if each.in_force]


@router.get("/entries/{entity_id}")
async def entity(
    request: Request,
    entity_id: str,
    service: Service,
    principal: Annotated[Principal, Depends(person(LISTS))],
) -> Response:
    """One entry, whole."""
    found = await service.run_blocking(partial(show, service.home, entity_id))
    return page(request, "entity.html", principal, entry=ENTRIES.as_json(found))
