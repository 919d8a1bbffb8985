"""The team's rules for deciding: read, and changed on the record."""

from screening.cases.changes import known_author
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
    """Put rules in force, for everybody who decides on this database."""
    with Database.of(home).writing() as connection:
        policy.write(connection, wanted)
        audit.append(
            connection,
            author=known_author(author),
            action="policy",
            subject="policy",
            four_eyes=wanted.four_eyes,
            false_positive_days=wanted.false_positive_days,
            audit_names=wanted.audit_names,
        )


def change_rules(
    home: Home,
    *,
    four_eyes: bool | None,
    false_positive_days: int | None,
    audit_names: bool | None = None,
    author: str,
) -> None:
    """Change some of the rules; None leaves one as it is, 0 days mean never."""
    before = rules(home)
    days = before.false_positive_days if false_positive_days is None else false_positive_days
    eyes = before.four_eyes if four_eyes is None else four_eyes
    names = before.audit_names if audit_names is None else audit_names
    chosen = DeskPolicy(four_eyes=eyes, false_positive_days=days or None, audit_names=names)
    set_rules(home, chosen, author=author)
