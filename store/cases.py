"""Cases, read: the alerts of a counterparty, by the party of the lists that their hits name.

A case is not kept: it is what its alerts are, so that an alert and its case never say two things.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from records import (
    UNDECIDED,
    Alert,
    AlertState,
    Case,
    CaseHistory,
    CaseParty,
    CaseSort,
    CaseState,
    Disposition,
    News,
    NotThereError,
    StoreError,
    case_id,
)
from records.blocks import blocks
from store.alert_history import as_disposition, happened
from store.alerts import WITH_PARTY, Row, as_alert, as_row
from store.counterparties import AT_ONCE
from store.schema import alerts, counterparties, dispositions
from store.table_sums import check_pages

_DECIDED = ("decide", "approve")
_STANDING = (*_DECIDED, "propose", "reject")
TAKE_BACK = "take-back"
"""The action of somebody who takes back what they have just decided."""
NEW_HIT = "new hit"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFilter:
    """Which cases to list: those with an alert that has all of it."""

    states: tuple[CaseState, ...] = (CaseState.OPEN, CaseState.ESCALATED, CaseState.PENDING)
    """Empty for all."""
    lists: tuple[str, ...] = ()
    assignee: str | None = None
    """The empty string for those of nobody."""
    held_by: tuple[str, ...] = ()
    """People and teams, one of whom holds it; empty for anybody."""
    free_for: tuple[str, ...] | None = None
    """A person and their teams: without the cases of which somebody else holds what waits."""
    text: str | None = None
    """In the counterparty's id or name, in the entity's id or the listed names of a hit, or in a
    reason that somebody gave."""
    least_score: float = 0.0
    sort: CaseSort = CaseSort.SCORE
    limit: int | None = 50
    offset: int = 0


def queue(connection: sa.Connection, chosen: CaseFilter) -> tuple[list[Case], dict[CaseState, int]]:
    """The cases that match, in their order, and how many match in each state, whatever
    ``chosen.states`` says. Both come from one look at the alerts: a search reads every hit.
    """
    check_pages(connection)
    states = list(CaseState)
    number, rank = alerts.c.counterparty, _rank()
    place = sa.func.row_number().over(order_by=(_order(chosen.sort), number))
    columns = (number.label("number"), rank.label("rank"), place.label("place"))
    each = _grouped(sa.select(*columns), replace(chosen, states=())).cte("each_case")
    page = sa.select(each.c.number, each.c.place).order_by(each.c.place)
    page = page.where(each.c.rank.in_([states.index(one) for one in chosen.states or states]))
    shown = page.limit(chosen.limit).offset(chosen.offset).subquery()
    # Counts have no place, and ranks instead of numbers.
    counts = sa.select(each.c.rank, sa.null(), sa.func.count()).group_by(each.c.rank)
    rows = connection.execute(
        sa.union_all(counts, sa.select(shown.c.number, shown.c.place, sa.literal(0)))
    ).all()
    wanted = sorted((row[1], row[0]) for row in rows if row[1] is not None)
    counted = {
        states[rank]: count
        for rank, count in sorted((row[0], row[2]) for row in rows if row[1] is None)
    }
    return _in_order(connection, [number for _, number in wanted]), counted


def _in_order(connection: sa.Connection, wanted: Sequence[int]) -> list[Case]:
    found = _cases(connection, wanted)
    for number in wanted:
        if number not in found:
            raise StoreError(
                f"the database is damaged: {case_id(number)} has alerts, and its counterparty is "
                "missing. Nothing was answered. Restore the database from a backup"
            )
    return [found[number] for number in wanted]


def numbers(connection: sa.Connection, chosen: CaseFilter) -> Sequence[int]:
    """The numbers of the cases that are wanted, in the wanted order."""
    check_pages(connection)
    query = _grouped(sa.select(alerts.c.counterparty), chosen)
    query = query.order_by(_order(chosen.sort), alerts.c.counterparty)
    query = query.limit(chosen.limit).offset(chosen.offset)
    # In blocks: tens of thousands of rows at once would have Python look for garbage all over.
    return list(connection.execute(query.execution_options(yield_per=AT_ONCE)).scalars())


def _order(sort: CaseSort) -> sa.ColumnElement[Any]:
    """What cases are ordered by."""
    if sort is CaseSort.SCORE:
        return sa.func.max(sa.case((_undecided(), alerts.c.score), else_=0.0)).desc()
    if sort is CaseSort.NAME:
        of = counterparties.c.number == alerts.c.counterparty
        name = sa.select(sa.func.lower(counterparties.c.name)).where(of)
        return name.correlate(alerts).scalar_subquery()
    since = sa.func.min(sa.case((_undecided(), alerts.c.opened_at), else_="9999"))
    return since if sort is CaseSort.OLDEST else since.desc()


def get(connection: sa.Connection | None, number: int) -> Case:
    """A case.

    Raises:
        NotThereError: there is none.
    """
    found = {} if connection is None else _cases(connection, [number])
    if number not in found:
        raise NotThereError(
            f"no case {case_id(number)}: no counterparty of that number has an alert"
        )
    return found[number]


def several(connection: sa.Connection, wanted: Iterable[int]) -> list[Case]:
    """Cases by their numbers, in that order; those that there are."""
    return list(_cases(connection, sorted(wanted)).values())


def history(connection: sa.Connection | None, number: int) -> CaseHistory:
    """A case with all that happened to its alerts, oldest first.

    Raises:
        NotThereError: there is none.
    """
    case = get(connection, number)
    if connection is None:
        raise AssertionError(case)
    names = {alert.number: alert.id for alert in case.alerts}
    found, done = happened(connection, names)
    return CaseHistory(
        case=case,
        findings=tuple((names[number], finding) for number, finding in found),
        dispositions=tuple((names[number], disposition) for number, disposition in done),
    )


def rows_of(connection: sa.Connection, number: int) -> list[Row]:
    """The alerts of a case as they are kept.

    Raises:
        NotThereError: there is no such case.
    """
    query = sa.select(alerts).where(alerts.c.counterparty == number).order_by(alerts.c.number)
    rows = [as_row(row) for row in connection.execute(query).mappings()]
    if not rows:
        raise NotThereError(
            f"no case {case_id(number)}: no counterparty of that number has an alert"
        )
    return rows


def party_of(hit: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
    """The party of a kept hit: its id and entries; of an earlier version's hit the entry alone."""
    party = hit.get("party")
    if not party:
        return hit["entity_id"], (hit["entity_id"],)
    return party["id"], tuple(party["members"])


def _undecided() -> sa.ColumnElement[bool]:
    return alerts.c.state.in_([state.value for state in UNDECIDED])


def _rank() -> sa.ColumnElement[int]:
    """The place in ``CaseState`` of a counterparty's case: of the alert that waits most."""
    places = {state.value: place for place, state in enumerate(CaseState)}
    closed = len(CaseState) - 1
    return sa.func.min(sa.case(places, value=alerts.c.state, else_=closed))


def _grouped(query: sa.Select[Any], chosen: CaseFilter) -> sa.Select[Any]:
    """A row for each counterparty with an alert that is wanted, whose case is in a wanted state."""
    wanted = _wanted(chosen)
    query = query.group_by(alerts.c.counterparty)
    if chosen.text and wanted is not None:
        # Hits are read by a query of their own: the one around it needs nothing but an index.
        of = sa.select(alerts.c.counterparty).where(wanted).correlate(None)
        query = query.where(alerts.c.counterparty.in_(of))
    elif wanted is not None:
        # Asked of each group: a subquery would read all alerts once more.
        query = query.having(_has(wanted))
    if chosen.free_for is not None:
        others = alerts.c.assignee.not_in(chosen.free_for)
        query = query.having(~_has(sa.and_(_undecided(), alerts.c.assignee.is_not(None), others)))
    if chosen.states:
        ranks = [list(CaseState).index(state) for state in chosen.states]
        query = query.having(_rank().in_(ranks))
    return query


def _has(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    """Whether an alert of the group is so."""
    return sa.func.max(sa.case((condition, 1), else_=0)) == 1


def _wanted(chosen: CaseFilter) -> sa.ColumnElement[bool] | None:
    conditions: list[sa.ColumnElement[bool]] = []
    if chosen.least_score:
        conditions.append(alerts.c.score >= chosen.least_score)
    if chosen.lists:
        conditions.append(alerts.c.list.in_(chosen.lists))
    if chosen.assignee is not None:
        nobody = chosen.assignee == ""
        conditions.append(
            alerts.c.assignee.is_(None) if nobody else alerts.c.assignee == chosen.assignee
        )
    if chosen.held_by:
        conditions.append(alerts.c.assignee.in_(chosen.held_by))
    if chosen.text:
        conditions.append(_told(chosen.text))
    return sa.and_(*conditions) if conditions else None


def _told(text: str) -> sa.ColumnElement[bool]:
    """Whether a text stands in an alert, in its counterparty or in what was said of it."""

    def has(*columns: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
        return sa.or_(*(column.icontains(text, autoescape=True) for column in columns))

    # Each counterparty and reason is looked at once, not once for each alert.
    party = sa.select(counterparties.c.number).where(
        has(counterparties.c.id, counterparties.c.name)
    )
    said = sa.select(dispositions.c.alert).where(has(dispositions.c.reason))
    return sa.or_(
        alerts.c.counterparty.in_(party.correlate(None)),
        alerts.c.number.in_(said),
        # ``hit`` is canonical JSON, where letters beyond ASCII stand as they are.
        has(alerts.c.hit, alerts.c.entity_id),
    )


def _cases(connection: sa.Connection, numbers: Sequence[int]) -> dict[int, Case]:
    grouped: dict[int, list[Alert]] = defaultdict(list)
    found_by: dict[int, int] = {}
    for some in blocks(numbers, AT_ONCE):
        query = WITH_PARTY.where(alerts.c.counterparty.in_(some))
        for row in connection.execute(query.order_by(alerts.c.score.desc(), alerts.c.number)):
            grouped[row.counterparty].append(as_alert(row))
            found_by[row.number] = row.first_screening
    done = _done(connection, list(found_by))
    return {
        number: Case(
            number=number,
            counterparty=group[0].counterparty,
            parties=_parties(group),
            news=tuple(_news(group, done, found_by)),
        )
        for number, group in grouped.items()
    }


def _parties(group: Iterable[Alert]) -> tuple[CaseParty, ...]:
    by_party: dict[str, list[Alert]] = defaultdict(list)
    members: dict[str, tuple[str, ...]] = {}
    for alert in group:
        party, entries = party_of(alert.hit)
        by_party[party].append(alert)
        members[party] = entries
    made = (CaseParty(id=i, members=members[i], alerts=tuple(a)) for i, a in by_party.items())

    def urgent(party: CaseParty) -> tuple[bool, float, str]:
        waits = any(alert.state in UNDECIDED for alert in party.alerts)
        return not waits, -party.alerts[0].score, party.id

    return tuple(sorted(made, key=urgent))


def _done(connection: sa.Connection, numbers: Sequence[int]) -> dict[int, list[Disposition]]:
    """By alert what was decided and reopened, oldest first."""
    found: dict[int, list[Disposition]] = defaultdict(list)
    for some in blocks(numbers, AT_ONCE):
        query = sa.select(dispositions).where(
            dispositions.c.alert.in_(some),
            dispositions.c.action.in_((*_STANDING, "reopen", TAKE_BACK)),
        )
        for row in connection.execute(query.order_by(dispositions.c.number)):
            found[row.alert].append(as_disposition(row))
    return {number: standing(done) for number, done in found.items()}


def standing(done: Iterable[Disposition]) -> list[Disposition]:
    """What was decided, proposed and reopened, without what its author took back."""
    stands: list[Disposition] = []
    for one in done:
        if one.action in (*_STANDING, "reopen"):
            stands.append(one)
        elif one.action == TAKE_BACK and stands:
            stands.pop()
    return stands


def _news(
    group: Sequence[Alert], done: Mapping[int, list[Disposition]], found_by: Mapping[int, int]
) -> Iterable[News]:
    """What waits although something in the case was decided: reopened, or found by a later run."""
    decided = [
        found_by[alert.number]
        for alert in group
        if any(one.action in _DECIDED for one in done.get(alert.number, ()))
    ]
    for alert in group if decided else ():
        reopened = [one for one in done.get(alert.number, ()) if one.action == "reopen"]
        if alert.state is not AlertState.OPEN:
            continue
        if reopened:
            yield News(alert=alert.id, entity_id=alert.entity_id, why=reopened[-1].reason)
        elif found_by[alert.number] > max(decided):
            yield News(alert=alert.id, entity_id=alert.entity_id, why=NEW_HIT)
