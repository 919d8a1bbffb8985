"""What API and pages do with alerts: the use cases of ``screening.cases``.

A person who agrees to what another decided needs the scope for it; the rule that there have to be
two is the database's own (``screening.cases.rules``).
"""

from dataclasses import dataclass
from functools import partial

from starlette.exceptions import HTTPException

from records import Alert, AlertState
from screening.cases import alerts, decisions
from service.access.principal import APPROVE, Principal
from service.state import ServiceState
from store.alerts import AlertFilter


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A decision as it was sent."""

    state: AlertState
    reason: str
    seen: int
    """The version of the alert that its author looked at."""
    expires: str | None = None


async def decide(service: ServiceState, principal: Principal, alert: str, choice: Choice) -> Alert:
    """Decide an alert.

    Raises:
        HTTPException: 403, a second decision by somebody who may not approve.
        ConflictError, UsageError: see ``screening.cases.decisions.decide``.
    """
    before = await service.run_blocking(partial(alerts.alert_history, service.home, alert))
    if before.alert.state is AlertState.PENDING:
        may_approve(principal)
    done = await service.run_blocking(
        partial(
            decisions.decide,
            service.home,
            [alert],
            state=choice.state,
            reason=choice.reason,
            author=principal.name,
            expires=choice.expires,
            seen=choice.seen,
        )
    )
    return done[0]


def may_approve(principal: Principal) -> None:
    """Refuse who may not agree to what another decided.

    Raises:
        HTTPException: 403.
    """
    if APPROVE not in principal.scopes:
        raise HTTPException(
            403, f"{principal.name} may not approve what another decided. Nothing was done."
        )
    if not principal.is_person:
        raise HTTPException(
            403,
            f"{principal.name} is a program, and the second approver has to be a person. "
            "Nothing was done. To make one a key: namewarden access key NAME --for PERSON",
        )


async def counts(service: ServiceState, wanted: AlertFilter) -> dict[str, int]:
    """How many of the wanted alerts there are in each state, every state named."""
    found = await service.run_blocking(partial(alerts.count_alerts, service.home, wanted))
    return {state.value: found.get(state, 0) for state in AlertState}
