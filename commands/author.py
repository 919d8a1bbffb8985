"""Who acts, for the commands that keep what was done."""

import getpass
import os
from collections.abc import Sequence
from typing import Annotated

import typer

AUTHOR = "NAMEWARDEN_AUTHOR"
AuthorOption = Annotated[
    str | None,
    typer.Option(
        "--author",
        metavar="NAME",
        help=f"Who does this. Default: {AUTHOR}, else you. With four eyes on: only you.",
    ),
]


def author_of(given: str | None = None) -> str:
    """Who acts: as said, else as the environment says, else who is logged in."""
    return given or os.environ.get(AUTHOR) or getpass.getuser()


def person_at(given: str | None, scope: str) -> str:
    """Who acts where decisions are made: as ``author_of``, and while two people have to agree the
    person whose login or key it is, and nobody else.

    Args:
        given: ``--author``.
        scope: what it takes, one of ``service.access.principal.SCOPES``.

    Raises:
        UsageError: two have to agree, and it is not that person, or they may not do it.
    """
    from screening.cases.rules import rules
    from store import Home

    home = Home.default()
    if not rules(home).four_eyes:
        return author_of(given)
    from service.access.shell import proven
    from store.database import Database

    return proven(Database.of(home), given or os.environ.get(AUTHOR), scope)


def recorder(given: str | None = None) -> str:
    """Who is put on record where nothing is decided or changed: as ``author_of``, and while two
    people have to agree the person whose login or key it is, else the login itself. A nightly run
    has no account, and has to run.

    Raises:
        UsageError: two have to agree, and it is somebody else.
    """
    from screening.cases.rules import rules
    from store import Home

    home = Home.default()
    if not rules(home).four_eyes:
        return author_of(given)
    from service.access.shell import present
    from store.database import Database

    return present(Database.of(home), given or os.environ.get(AUTHOR))


def registrar(given: str | None) -> tuple[str, bool]:
    """Who changes the register, and whether they may change, by themselves, what an uncleared alert
    rests on: while two people have to agree a person who may not approve may not. A program that
    keeps the register may, since the alerts stay.

    Raises:
        UsageError: as ``person_at``.
    """
    from screening.cases.rules import rules
    from service.access.principal import APPROVE, COUNTERPARTIES, KEY
    from service.access.shell import may
    from store import Home
    from store.database import Database

    home = Home.default()
    name = person_at(given, COUNTERPARTIES)
    if not rules(home).four_eyes or name.startswith(KEY):
        return name, True
    return name, name in may(Database.of(home), APPROVE)


def decider(given: str | None, ids: Sequence[str]) -> str:
    """Who decides alerts: to agree to what another decided takes more.

    Raises:
        UsageError: as ``person_at``; there is no such alert.
    """
    from records import AlertState, UsageError
    from screening.cases.alerts import alert_history
    from screening.cases.rules import rules
    from service.access.principal import APPROVE, DECIDE, KEY
    from store import Home

    home = Home.default()
    if not rules(home).four_eyes:
        return author_of(given)
    states = {alert_history(home, each).alert.state for each in ids}
    agrees = AlertState.PENDING in states
    name = person_at(given, APPROVE if agrees else DECIDE)
    if agrees and name.startswith(KEY):
        raise UsageError(
            f"{name} is a program; the second approver has to be a person. Nothing was done"
        )
    return name


def admin_at(given: str | None) -> str:
    """Who lets people in or changes the rules; anybody until there is an admin.

    Raises:
        UsageError: as ``person_at``.
    """
    from service.access.principal import ADMIN
    from service.access.shell import may
    from store import Home
    from store.database import Database

    if may(Database.of(Home.default()), ADMIN):
        return person_at(given, ADMIN)
    return author_of(given)


def two_can_agree() -> bool:
    """Whether there are two people with accounts who may decide, one of whom may approve."""
    from service.access.principal import APPROVE, DECIDE
    from service.access.shell import may
    from store import Home
    from store.database import Database

    database = Database.of(Home.default())
    return len(may(database, DECIDE)) > 1 and len(may(database, APPROVE)) > 0
