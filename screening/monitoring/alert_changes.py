"""Applies a monitoring run to the alerts: opened, changed, gone, reopened.

A false positive holds for its pair until the entry's names, identifiers, programmes or birth dates
change, or what it owns of the counterparty, until the counterparty changes, or until it expires.
Every other decision stays as it is.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from records import AlertState, canonical
from screening.answers.derived_hits import OWNERSHIP
from screening.answers.old_versions import without_contributions, without_party
from screening.answers.place_hits import PLACE
from screening.cases.changes import open_again
from screening.cases.decision_basis import changed_parts
from store import alerts, good_guys
from store.schema import alerts as table
from store.times import now_text

ITSELF = "namewarden"
"""Who does what nobody decided."""
_REMEMBERED = (AlertState.FALSE_POSITIVE, AlertState.GOOD_GUY, AlertState.PENDING)
Key = tuple[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A counterparty and a listed entity that it may be, as a run found them."""

    counterparty: int
    party: str
    """The owner's id."""
    name: str
    counterparty_sha256: str
    entity_id: str
    entity_facets: str
    hit: Mapping[str, Any]

    @property
    def key(self) -> Key:
        """Identifies the pair."""
        return self.counterparty, self.entity_id


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertChanges:
    """What a run changed, by the alerts' numbers."""

    opened: tuple[int, ...]
    covered: tuple[int, ...]
    """New, but not opened, since an entry among the good guys covers them."""
    changed: tuple[int, ...]
    gone: tuple[int, ...]
    reopened: tuple[int, ...]


def apply_run(
    connection: sa.Connection,
    screening: int,
    pairs: Iterable[Pair],
    screened: Sequence[int] | None,
) -> AlertChanges:
    """Bring the alerts in line with what a run found.

    Args:
        connection: the transaction of the run.
        screening: its number.
        pairs: all that it found.
        screened: the counterparties that it looked at; None for all there are and were.
    """
    found = {pair.key: pair for pair in pairs}
    rows = {(r["counterparty"], r["entity_id"]): r for r in alerts.rows_of(connection, screened)}
    work = _Work(connection, screening)
    for key, row in rows.items():
        if key not in found:
            work.missed(row)
        elif _differs(row, found[key]):
            work.found_again(row, found[key])
    work.open([pair for key, pair in found.items() if key not in rows])
    for row in alerts.expired(connection):
        work.reopen(row, {}, "its time is over")
    return work.finish()


def _differs(row: alerts.Row, pair: Pair) -> bool:
    return bool(
        row["gone"]
        or row["counterparty_sha256"] != pair.counterparty_sha256
        or row["entity_facets"] != pair.entity_facets
        or _without(row["hit"]) not in _written(pair.hit)
    )


def _written(hit: Mapping[str, Any]) -> Iterator[str]:
    """How a hit may be written: as this version does, or an earlier one."""
    yield canonical(without_party(hit))
    yield canonical(without_party(without_contributions(hit)))


def _without(hit: str) -> str:
    """A hit without its party: which other entries are the same one is no part of the finding."""
    return canonical(without_party(json.loads(hit)))


class _Work:
    """The changes of one run, gathered so that they are written in few statements."""

    def __init__(self, connection: sa.Connection, screening: int) -> None:
        self._connection, self._screening = connection, screening
        self._changes: list[dict[str, Any]] = []
        self._findings: list[dict[str, Any]] = []
        self._opened: list[int] = []
        self._covered: list[int] = []
        self._changed: list[int] = []
        self._gone: list[int] = []
        self._reopened: list[int] = []

    def missed(self, row: alerts.Row) -> None:
        """The run did not find this pair."""
        if not row["gone"]:
            self._gone.append(row["number"])
            same = ("hit", "score", "counterparty_sha256", "entity_facets")
            self._change(row, {key: row[key] for key in same}, gone=True)
            self._finding(row["number"], "gone", None, row)

    def found_again(self, row: alerts.Row, pair: Pair) -> None:
        """The run found this pair, and something is other than before."""
        self._changed.append(row["number"])
        values = _values(pair)
        self._finding(row["number"], "again" if row["gone"] else "changed", values["hit"], values)
        why = _why_anew(row, pair)
        if why and AlertState(row["state"]) in _REMEMBERED:
            self.reopen(row, {**values, "screening": self._screening, "gone": False}, why)
        else:
            self._change(row, values, gone=False)

    def reopen(self, row: alerts.Row, values: Mapping[str, Any], why: str) -> None:
        """What was decided no longer holds."""
        if row["number"] not in self._reopened:
            self._reopened.append(row["number"])
            open_again(self._connection, row, values, reason=why, author=ITSELF)

    def open(self, pairs: Sequence[Pair]) -> None:
        """Open an alert for each new pair."""
        known = good_guys.GoodGuys(good_guys.valid(self._connection))
        now, rows = now_text(), []
        for pair in pairs:
            covered = known.covering(pair.name, pair.entity_id) is not None
            state = AlertState.GOOD_GUY if covered else AlertState.OPEN
            rows.append(
                {
                    "counterparty": pair.counterparty,
                    "entity_id": pair.entity_id,
                    "list": pair.hit["list"],
                    "state": state.value,
                    "version": 1,
                    "assignee": None,
                    "opened_at": now,
                    "changed_at": now,
                    "first_screening": self._screening,
                    "screening": self._screening,
                    "gone": False,
                    "expires_at": None,
                    "proposed": None,
                    "proposed_by": None,
                    **_values(pair),
                }
            )
        for number, row in zip(alerts.insert(self._connection, rows), rows, strict=True):
            open_ = row["state"] == AlertState.OPEN.value
            (self._opened if open_ else self._covered).append(number)
            self._finding(number, "new", row["hit"], row)

    def finish(self) -> AlertChanges:
        """Write what was gathered."""
        if self._changes:
            names = [name for name in self._changes[0] if name != "of"]
            self._connection.execute(
                table.update()
                .where(table.c.number == sa.bindparam("of"))
                .values(
                    version=table.c.version + 1,
                    **{name.removeprefix("new_"): sa.bindparam(name) for name in names},
                ),
                self._changes,
            )
        alerts.add_findings(self._connection, self._findings)
        groups = (self._opened, self._covered, self._changed, self._gone, self._reopened)
        opened, covered, changed, gone, reopened = (tuple(sorted(group)) for group in groups)
        return AlertChanges(
            opened=opened, covered=covered, changed=changed, gone=gone, reopened=reopened
        )

    def _change(self, row: alerts.Row, values: Mapping[str, Any], *, gone: bool) -> None:
        known = {**values, "screening": self._screening, "gone": gone, "changed_at": now_text()}
        named = {f"new_{name}": value for name, value in known.items()}
        self._changes.append({"of": row["number"], **named})

    def _finding(self, alert: int, what: str, hit: str | None, values: Mapping[str, Any]) -> None:
        self._findings.append(
            {
                "alert": alert,
                "screening": self._screening,
                "what": what,
                "hit": hit,
                "counterparty_sha256": values["counterparty_sha256"],
                "entity_facets": values["entity_facets"],
            }
        )


def _values(pair: Pair) -> dict[str, Any]:
    return {
        "hit": canonical(pair.hit),
        "score": pair.hit["score"],
        "counterparty_sha256": pair.counterparty_sha256,
        "entity_facets": pair.entity_facets,
    }


_CHANGED = {
    OWNERSHIP: "what the listed entry owns or controls of the counterparty changed",
    PLACE: "what names the place, or restricts it, changed",
}


def _why_anew(row: alerts.Row, pair: Pair) -> str:
    """Why what was decided about a pair no longer holds; empty where it does."""
    parts = changed_parts(row["entity_facets"], pair.entity_facets)
    reasons = [_CHANGED.get(part, f"the listed entry's {part} changed") for part in parts]
    if row["counterparty_sha256"] != pair.counterparty_sha256:
        reasons.append("the counterparty changed")
    return "; ".join(reasons)
