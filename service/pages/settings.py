"""The team's settings: rules, teams, screening profiles, cleared names."""

from collections.abc import Callable
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import RedirectResponse, Response

from records import Kind, LeftOut, NamewardenError, ProfileRules
from screening.cases.good_guys import add_good_guy, list_good_guys, remove_good_guy
from screening.cases.rules import change_rules, rules
from screening.cases.teams import list_teams, set_team
from screening.engine.profiles import approve_profile, list_profiles, set_profile
from screening.engine.settings import kind_named
from service.access.principal import ADMIN, ALERTS, APPROVE, Principal
from service.api.needs import Service
from service.pages.case_queue import colleagues
from service.pages.render import genuine, page, person
from service.pages.search import threshold_of
from service.state import ServiceState

router = APIRouter(include_in_schema=False, prefix="/settings")
Reader = Annotated[Principal, Depends(person(ALERTS))]
Admin = Annotated[Principal, Depends(person(ADMIN))]
Approver = Annotated[Principal, Depends(person(APPROVE))]
Text = Annotated[str, Form(max_length=1000)]
Days = Annotated[int, Form(ge=0, le=36_500)]


@router.get("")
async def settings(request: Request, service: Service, principal: Reader) -> Response:
    """All of them; what somebody may change is in forms."""
    return await _shown(request, service, principal)


async def _shown(
    request: Request, service: ServiceState, principal: Principal, wrong: str | None = None
) -> Response:
    home, run = service.home, service.run_blocking
    return page(
        request,
        "settings.html",
        principal,
        status=422 if wrong else 200,
        wrong=wrong,
        rules=await run(partial(rules, home)),
        teams=await run(partial(list_teams, home)),
        people=await run(partial(colleagues, service)),
        profiles=[each for each in await run(partial(list_profiles, home)) if _is_shown(each)],
        good_guys=await run(partial(list_good_guys, home)),
        lists=[each.source for each in service.editions.snapshots],
        kinds=[each.value for each in Kind if each is not Kind.UNKNOWN],
        left_out=[each.value for each in LeftOut],
        may_change=ADMIN in principal.scopes,
        may_approve=APPROVE in principal.scopes,
    )


def _is_shown(profile: object) -> bool:
    return bool(getattr(profile, "in_force", False) or getattr(profile, "waits", False))


async def _done(
    request: Request, service: ServiceState, principal: Principal, work: Callable[[], object]
) -> Response:
    """Do something and show the settings, or say why it could not be done."""
    await genuine(request, principal)
    try:
        await service.run_blocking(work)
    except NamewardenError as error:
        return await _shown(request, service, principal, str(error))
    return RedirectResponse("/settings", 303)


@router.post("/rules")
async def put_rules(
    request: Request,
    service: Service,
    principal: Admin,
    due_days: Days,
    soon_days: Days,
    false_positive_days: Days = 0,
    inbox: Text = "",
    four_eyes: bool = Form(default=False),
    audit_names: bool = Form(default=False),
) -> Response:
    """Put rules in force."""
    work = partial(
        change_rules,
        service.home,
        author=principal.name,
        due_days=max(due_days, 1),
        soon_days=soon_days,
        false_positive_days=false_positive_days,
        inbox=inbox,
        four_eyes=four_eyes,
        audit_names=audit_names,
    )
    return await _done(request, service, principal, work)


@router.post("/team")
async def put_team(request: Request, service: Service, principal: Admin, name: Text) -> Response:
    """Say who is in a team; with nobody ticked it ends."""
    form = await request.form()
    members = [str(each) for each in form.getlist("member")]
    work = partial(set_team, service.home, name, members, author=principal.name)
    return await _done(request, service, principal, work)


@router.post("/profile")
async def put_profile(
    request: Request,
    service: Service,
    principal: Admin,
    name: Text,
    reason: Text = "",
    threshold: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    """Set a new version of a profile."""
    form = await request.form()
    chosen = {key: [str(each) for each in form.getlist(key)] for key in ("list", "kind", "without")}

    def work() -> object:
        wanted = ProfileRules(
            threshold=threshold_of(threshold),
            lists=tuple(chosen["list"]) or None,
            kinds=tuple(map(kind_named, chosen["kind"])) or None,
            leaves_out=tuple(each for each in LeftOut if each.value in chosen["without"]),
        )
        return set_profile(service.home, name, wanted, reason=reason, author=principal.name)

    return await _done(request, service, principal, work)


@router.post("/profile/approve")
async def agree_to_profile(
    request: Request, service: Service, principal: Approver, name: Text
) -> Response:
    """Agree to the newest version of a profile, as a second person."""
    work = partial(approve_profile, service.home, name, author=principal.name)
    return await _done(request, service, principal, work)


@router.post("/good-guys")
async def put_good_guy(
    request: Request,
    service: Service,
    principal: Approver,
    name: Text,
    entity: Text,
    reason: Text,
) -> Response:
    """Enter a name that is known not to be a listed entity."""
    work = partial(
        add_good_guy, service.home, name, entity.strip(), reason=reason, author=principal.name
    )
    return await _done(request, service, principal, work)


@router.post("/good-guys/remove")
async def strike_good_guy(
    request: Request,
    service: Service,
    principal: Approver,
    number: Annotated[int, Form(ge=1, le=1 << 40)],
    reason: Text,
) -> Response:
    """Strike a cleared name out; the alerts that it put aside are open again."""
    work = partial(remove_good_guy, service.home, number, reason=reason, author=principal.name)
    return await _done(request, service, principal, work)
