"""What people do with alerts: look, assign, comment, decide; and the rules they agreed on.

Every function is one transaction, and what it does stands in the audit log. A decision names the
version of the alert that its author saw: when two decide at once, one is done and the other told.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from lists import source
from records import (
    DECISIONS,
    Alert,
    AlertState,
    ConflictError,
    History,
    UsageError,
    alert_id,
)
from store import alerts, audit, policy
from store.catalogue import moment
from store.database import Database
from store.home import Home
from store.policy import DeskPolicy
from store.schema import DESK_SINCE
from store.times import days_ago, now_text, time_text

_UNDECIDED = (AlertState.OPEN, AlertState.ESCALATED, AlertState.PENDING)
_NEEDS_TWO = (AlertState.TRUE_MATCH, AlertState.FALSE_POSITIVE)


def number_of(written: str, letter: str) -> int:
    """The number in an id as people write it: ``A12``, ``a12`` or ``12``.

    Raises:
        UsageError: it is none.
    """
    found = re.fullmatch(rf"{letter}?(\d{{1,18}})", written.strip(), re.IGNORECASE)
    if found is None:
        raise UsageError(f"{written!r} is no id. It looks like {letter}12")
    return int(found[1])


def states_of(names: Sequence[str] | None) -> tuple[AlertState, ...]:
    """States by their names, with - or _ between words; by default those that wait for somebody.

    Raises:
        UsageError: there is no such state.
    """
    if names is None:
        return _UNDECIDED
    if "all" in names:
        return ()
    try:
        return tuple(AlertState(name.replace("-", "_")) for name in names)
    except ValueError as error:
        known = ", ".join(state.value.replace("_", "-") for state in AlertState)
        wrong = next(name for name in names if name.replace("-", "_") not in set(AlertState))
        raise UsageError(f"no state called {wrong!r}. There are: {known}, all") from error


def wanted(
    *,
    states: tuple[AlertState, ...],
    lists: Sequence[str] | None = None,
    assignee: str | None = None,
    counterparty: str | None = None,
    entity_id: str | None = None,
    least_score: float = 0.0,
    older: float | None = None,
    newer: float | None = None,
    most: int | None = None,
) -> alerts.Wanted:
    """Which alerts to list; ``older`` and ``newer`` are days since they were opened.

    Raises:
        UnknownListError: there is no such list: its alerts would read as an empty queue.
    """
    if entity_id is not None:
        source(entity_id.partition(":")[0])
    return alerts.Wanted(
        states=states,
        lists=tuple(source(name).name for name in lists or ()),
        assignee=assignee,
        counterparty=counterparty,
        entity_id=entity_id,
        least_score=least_score,
        opened_before=None if older is None else days_ago(older),
        opened_after=None if newer is None else days_ago(newer),
        limit=most,
    )


def list_alerts(home: Home, wanted: alerts.Wanted) -> list[Alert]:
    """The alerts that are wanted, the highest scores first."""
    with Database.of(home).reading(DESK_SINCE) as view:
        return [] if view is None else list(alerts.listed(view, wanted))


def count_alerts(home: Home, wanted: alerts.Wanted) -> dict[AlertState, int]:
    """How many of the wanted alerts there are in each state."""
    with Database.of(home).reading(DESK_SINCE) as view:
        return {} if view is None else alerts.counted(view, wanted)


def alert_history(home: Home, written: str) -> History:
    """An alert with all that happened to it.

    Raises:
        UsageError: there is none.
    """
    with Database.of(home).reading(DESK_SINCE) as view:
        return alerts.history(view, number_of(written, "A"))


def assign(home: Home, ids: Sequence[str], *, to: str | None, author: str) -> list[Alert]:
    """Give alerts to somebody; None takes them back."""
    return _each(home, ids, lambda c, row: _assign(c, row, to, _known(author)))


def comment(home: Home, ids: Sequence[str], *, text: str, author: str) -> list[Alert]:
    """Write something down about alerts, without deciding."""
    _reasoned(text)
    return _each(home, ids, lambda c, row: _comment(c, row, text, _known(author)))


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
    if state not in DECISIONS:
        known = ", ".join(one.value.replace("_", "-") for one in DECISIONS)
        raise UsageError(f"{state.value!r} is no decision. There are: {known}")
    _reasoned(reason)
    until = None if expires is None else moment(expires)
    if until is not None and until <= now_text():
        raise UsageError(f"{expires} is over already, so the decision would not hold")
    choice = _Choice(state, reason, _known(author), until, seen)
    return _each(home, ids, choice.take)


def reopen(home: Home, ids: Sequence[str], *, reason: str, author: str) -> list[Alert]:
    """Take decisions back: the alerts are open again."""
    _reasoned(reason)
    return _each(home, ids, lambda c, row: _reopen(c, row, reason, _known(author)))


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
            author=_known(author),
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


class _Choice:
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
        elif row["proposed_by"] == self.author:
            raise ConflictError(
                f"{alert_id(row['number'])}: {self.author} decided this already; a second person "
                "has to agree. Nothing was done"
            )
        elif row["proposed"] == self.state.value:
            self._done(connection, row, "approve", in_force)
        else:
            self._propose(connection, row)

    def _check(self, row: alerts.Row) -> None:
        name = alert_id(row["number"])
        if self.seen is not None and self.seen != row["version"]:
            raise ConflictError(
                f"{name}: it was changed since you looked (version {row['version']}, you saw "
                f"{self.seen}). Nothing was done. Look again: namewarden alerts show {name}"
            )
        state = AlertState(row["state"])
        if self.seen is None and state not in _UNDECIDED:
            raise ConflictError(
                f"{name}: it is decided already ({state.value.replace('_', ' ')}, "
                f"{row['changed_at']}). Nothing was done. To decide it anew, say that you saw "
                f"that: --seen {row['version']}"
            )

    def _propose(self, connection: sa.Connection, row: alerts.Row) -> None:
        again = row["state"] == AlertState.PENDING.value
        _write(
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
        _write(
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

    def _until(self, row: alerts.Row, action: str, in_force: DeskPolicy) -> str | None:
        if self.state is not AlertState.FALSE_POSITIVE:
            return None
        proposed = row["expires_at"] if action == "approve" else None
        limits = [limit for limit in (self.until, proposed) if limit]
        if not limits and in_force.false_positive_days:
            days = timedelta(days=in_force.false_positive_days)
            limits = [time_text(datetime.now(UTC) + days)]
        return min(limits, default=None)


def _assign(connection: sa.Connection, row: alerts.Row, to: str | None, author: str) -> None:
    state = AlertState(row["state"])
    said = f"to {to}" if to else "to nobody"
    _write(
        connection, row, {"assignee": to}, author=author, action="assign", state=state, reason=said
    )


def _comment(connection: sa.Connection, row: alerts.Row, text: str, author: str) -> None:
    state = AlertState(row["state"])
    _write(connection, row, {}, author=author, action="comment", state=state, reason=text)


def _reopen(connection: sa.Connection, row: alerts.Row, reason: str, author: str) -> None:
    if row["state"] == AlertState.OPEN.value:
        raise ConflictError(f"{alert_id(row['number'])}: it is open already. Nothing was done")
    open_again(connection, row, {}, reason=reason, author=author)


def open_again(
    connection: sa.Connection, row: alerts.Row, values: alerts.Row, *, reason: str, author: str
) -> None:
    """Open an alert that was decided or proposed, and say why."""
    known = {
        "state": AlertState.OPEN.value,
        "opened_at": now_text(),
        "expires_at": None,
        "proposed": None,
        "proposed_by": None,
        **values,
    }
    state = AlertState.OPEN
    _write(connection, row, known, author=author, action="reopen", state=state, reason=reason)


def _write(
    connection: sa.Connection,
    row: alerts.Row,
    values: alerts.Row,
    *,
    author: str,
    action: str,
    state: AlertState,
    reason: str,
    expires_at: str | None = None,
) -> None:
    """Change an alert, and write down in its history and in the audit log what was done."""
    alerts.update(connection, row["number"], row["version"], values)
    alerts.add_disposition(
        connection,
        {**row, **values},
        author=author,
        action=action,
        state=state,
        reason=reason,
        expires_at=expires_at,
    )
    audit.append(
        connection,
        author=author,
        action=action,
        subject=alert_id(row["number"]),
        state=state.value,
        reason=reason,
        expires_at=expires_at,
        entity_id=row["entity_id"],
        version=row["version"] + 1,
    )


def _each(
    home: Home,
    ids: Sequence[str],
    change: alerts.Change,
) -> list[Alert]:
    numbers = [number_of(written, "A") for written in ids]
    if not numbers:
        raise UsageError("no alert was named")
    with Database.of(home).writing() as connection:
        for number in dict.fromkeys(numbers):
            change(connection, alerts.row_of(connection, number))
        return [alerts.get(connection, number) for number in numbers]


def _reasoned(reason: str) -> None:
    if not reason.strip():
        raise UsageError("a reason is needed: somebody will read it next year")


def _known(author: str) -> str:
    if not author.strip():
        raise UsageError("an author is needed. Say --author NAME, or set NAMEWARDEN_AUTHOR")
    return author.strip()
