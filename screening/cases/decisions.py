"""What people do to alerts: assign them, comment on them, decide them, and take decisions back.

Every function is one transaction and is recorded in the audit log. A decision names the version of
the alert that its author saw: when two people decide at once, one succeeds and the other is told.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from records import (
    DECISIONS,
    UNDECIDED,
    Alert,
    AlertState,
    ConflictError,
    UsageError,
    alert_id,
)
from records.account_names import PROGRAM, look
from screening.cases.changes import change_alert, change_each, known_author, need_reason, open_again
from store import alerts, policy
from store.home import Home
from store.policy import DeskPolicy
from store.times import moment, now_text, time_text

_NEEDS_TWO = (AlertState.TRUE_MATCH, AlertState.FALSE_POSITIVE)


def assign(home: Home, ids: Sequence[str], *, to: str | None, author: str) -> list[Alert]:
    """Give alerts to somebody; None takes them back."""
    return change_each(home, ids, lambda c, row: assign_one(c, row, to, known_author(author)))


def comment(home: Home, ids: Sequence[str], *, text: str, author: str) -> list[Alert]:
    """Write something down about alerts, without deciding."""
    need_reason(text)
    return change_each(home, ids, lambda c, row: comment_one(c, row, text, known_author(author)))


def decide(
    home: Home,
    ids: Sequence[str],
    *,
    state: AlertState,
    reason: str,
    author: str,
    expires: str | None = None,
    seen: int | None = None,
) -> list[Alert]:
    """Decide alerts: all of them, or none.

    Args:
        home: where they are kept.
        ids: as people write them.
        state: true match, false positive or escalated. Where two people have to agree, the first
            one's decision waits for the second's.
        reason: in the author's words; never empty.
        author: who decides.
        expires: ISO 8601 date until which a false positive holds; None for the rule in force.
        seen: the version of the alert that the author looked at. Without it, only what nobody has
            decided yet can be decided.

    Returns:
        The alerts as they are now.

    Raises:
        UsageError: there is no such alert or decision, or the reason is missing.
        ConflictError: somebody else was quicker; nothing was done.
    """
    wanted = decision(state, reason, author, expires, seen)
    return change_each(home, ids, wanted.take)


def reopen(home: Home, ids: Sequence[str], *, reason: str, author: str) -> list[Alert]:
    """Take decisions back: the alerts are open again."""
    need_reason(reason)
    return change_each(home, ids, lambda c, row: reopen_one(c, row, reason, known_author(author)))


def decision(
    state: AlertState, reason: str, author: str, expires: str | None, seen: int | None = None
) -> "Decision":
    """A decision that may be taken.

    Raises:
        UsageError: it is none, it has no reason or author, or its time is over already.
    """
    if state not in DECISIONS:
        known = ", ".join(one.value.replace("_", "-") for one in DECISIONS)
        raise UsageError(f"unknown decision {state.value!r}; expected one of: {known}")
    need_reason(reason)
    until = None if expires is None else moment(expires)
    if until is not None and until <= now_text():
        raise UsageError(f"{expires} is already past, so the decision would not hold")
    return Decision(state, reason, known_author(author), until, seen)


class Decision:
    """A decision on its way to several alerts."""

    def __init__(
        self, state: AlertState, reason: str, author: str, until: str | None, seen: int | None
    ) -> None:
        self.state, self.reason, self.author = state, reason, author
        self.until, self.seen = until, seen

    def take(self, connection: sa.Connection, row: alerts.Row) -> None:
        """Decide one alert, or propose to, or agree to what was proposed."""
        self._check(row)
        in_force = policy.read(connection)
        before = AlertState(row["state"])
        if not (in_force.four_eyes and self.state in _NEEDS_TWO):
            self._done(connection, row, "decide", in_force)
        elif before is not AlertState.PENDING:
            self._propose(connection, row)
        elif look(row["proposed_by"]) == look(self.author):
            raise ConflictError(
                f"{alert_id(row['number'])}: {self.author} has already decided this; a second "
                "person has to agree. Nothing was done"
            )
        elif row["proposed"] == self.state.value and not row["proposed_by"].startswith(PROGRAM):
            # Whose key a program's is nobody knows: maybe of who agrees now.
            self._done(connection, row, "approve", in_force)
        else:
            self._propose(connection, row)

    def _check(self, row: alerts.Row) -> None:
        name = alert_id(row["number"])
        if self.seen is not None and self.seen != row["version"]:
            raise ConflictError(
                f"{name}: changed since you looked (version {row['version']}, you saw "
                f"{self.seen}). Nothing was done. Look again: namewarden alerts show {name}"
            )
        state = AlertState(row["state"])
        if self.seen is None and state not in UNDECIDED:
            raise ConflictError(
                f"{name}: already decided ({state.value.replace('_', ' ')}, "
                f"{row['changed_at']}). Nothing was done. To decide it again, confirm that you "
                f"saw this: --seen {row['version']}"
            )

    def _propose(self, connection: sa.Connection, row: alerts.Row) -> None:
        again = row["state"] == AlertState.PENDING.value
        change_alert(
            connection,
            row,
            {
                "state": AlertState.PENDING.value,
                "proposed": self.state.value,
                "proposed_by": self.author,
                "expires_at": self.until,
            },
            author=self.author,
            action="reject" if again else "propose",
            state=self.state,
            reason=self.reason,
            expires_at=self.until,
        )

    def _done(
        self, connection: sa.Connection, row: alerts.Row, action: str, in_force: DeskPolicy
    ) -> None:
        until = self._until(row, action, in_force)
        change_alert(
            connection,
            row,
            {
                "state": self.state.value,
                "proposed": None,
                "proposed_by": None,
                "expires_at": until,
            },
            author=self.author,
            action=action,
            state=self.state,
            reason=self.reason,
            expires_at=until,
        )
        if self.state is AlertState.ESCALATED and in_force.inbox not in (None, row["assignee"]):
            now = alerts.row_of(connection, row["number"])
            assign_one(connection, now, in_force.inbox, self.author)

    def _until(self, row: alerts.Row, action: str, in_force: DeskPolicy) -> str | None:
        if self.state is not AlertState.FALSE_POSITIVE:
            return None
        proposed = row["expires_at"] if action == "approve" else None
        limits = [limit for limit in (self.until, proposed) if limit]
        if not limits and in_force.false_positive_days:
            days = timedelta(days=in_force.false_positive_days)
            limits = [time_text(datetime.now(UTC) + days)]
        return min(limits, default=None)


def assign_one(connection: sa.Connection, row: alerts.Row, to: str | None, author: str) -> None:
    """Give an alert to somebody, in a transaction; None takes it back."""
    state = AlertState(row["state"])
    said = f"to {to}" if to else "to nobody"
    change_alert(
        connection, row, {"assignee": to}, author=author, action="assign", state=state, reason=said
    )


def comment_one(connection: sa.Connection, row: alerts.Row, text: str, author: str) -> None:
    """Write something down about an alert, in a transaction."""
    state = AlertState(row["state"])
    change_alert(connection, row, {}, author=author, action="comment", state=state, reason=text)


def reopen_one(connection: sa.Connection, row: alerts.Row, reason: str, author: str) -> None:
    """Take the decision on an alert back, in a transaction."""
    if row["state"] == AlertState.OPEN.value:
        raise ConflictError(f"{alert_id(row['number'])}: already open. Nothing was done")
    open_again(connection, row, {}, reason=reason, author=author)
