"""A principal, who sends requests, and what they may do.

Programs have keys with scopes; people have a role, which stands for scopes.
"""

from dataclasses import dataclass

from records.account_names import PROGRAM
from service.pages.language import mark

MATCH, SCREEN, LISTS = "match", "screen", "lists"
ALERTS, DECIDE, APPROVE = "alerts", "decide", "approve"
COUNTERPARTIES, AUDIT, ADMIN = "counterparties", "audit", "admin"
SCOPES = {
    MATCH: mark("screen names"),
    SCREEN: mark("screen documents"),
    LISTS: mark("read lists, entries and differences between editions"),
    ALERTS: mark("read alerts"),
    DECIDE: mark("comment on, assign and decide alerts"),
    APPROVE: mark("approve another's decision"),
    COUNTERPARTIES: mark("read and change counterparties"),
    AUDIT: mark("read the audit log and reports"),
    ADMIN: mark("manage keys and people"),
}
_READ = frozenset({MATCH, SCREEN, LISTS, ALERTS, COUNTERPARTIES})
ROLES = {
    "analyst": _READ | {DECIDE},
    "approver": _READ | {DECIDE, APPROVE, AUDIT},
    "admin": frozenset(SCOPES),
}


KEY = PROGRAM
"""How a program is called in the audit log; no person's name begins so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Principal:
    """Who asks."""

    name: str
    """As it stands in the audit log: a person's account, or ``key:`` and the key's name."""
    scopes: frozenset[str]
    session: str | None = None
    """The session's id of a person who signed in; None for a program."""
    csrf: str | None = None
    """What a form of that session must carry."""

    @property
    def is_person(self) -> bool:
        """Whether somebody acts, and not a program by itself."""
        return not self.name.startswith(KEY)


def local_person(csrf: str) -> Principal:
    """The one person of a service that listens to its own machine only and asks nobody who they
    are: whoever has what it printed at its start.
    """
    return Principal(name="local", scopes=frozenset(SCOPES), csrf=csrf)


def local_program() -> Principal:
    """Any program of that machine: it may ask, and change nothing."""
    return Principal(name="local", scopes=frozenset({MATCH, SCREEN, LISTS}))
