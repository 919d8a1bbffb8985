"""The team's rules for deciding: read, and changed on the record."""

from dataclasses import asdict, replace

from records import UsageError
from screening.cases.changes import known_author
from screening.cases.teams import holder
from store import audit, policy
from store.database import Database
from store.home import Home
from store.policy import DeskPolicy
from store.schema import DESK_SINCE


def rules(home: Home) -> DeskPolicy:
    """The rules for deciding that are in force."""
    with Database.of(home).reading(DESK_SINCE) as view:
        return policy.read(view)


def set_rules(home: Home, wanted: DeskPolicy, *, author: str) -> None:
    """Put rules in force, for everybody who decides on this database.

    Raises:
        UsageError: what is due soon would be overdue already, or there is no such inbox; nothing
            was changed.
    """
    if wanted.soon_days > wanted.due_days:
        raise UsageError(
            f"due soon after {wanted.soon_days} days is later than overdue after "
            f"{wanted.due_days}. Nothing was changed"
        )
    with Database.of(home).writing() as connection:
        if wanted.inbox is not None:
            holder(connection, wanted.inbox)
        policy.write(connection, wanted)
        audit.append(
            connection,
            author=known_author(author),
            action="policy",
            subject="policy",
            **asdict(wanted),
        )


def change_rules(home: Home, *, author: str, **changes: object) -> None:
    """Change some of the rules, by their names in ``DeskPolicy``; None leaves one as it is, and
    0 and the empty string mean none.
    """
    given = {name: value for name, value in changes.items() if value is not None}
    for name in ("false_positive_days", "inbox"):
        if name in given:
            given[name] = given[name] or None
    set_rules(home, replace(rules(home), **given), author=author)  # type: ignore[arg-type]
