"""A case as its page shows it: parties side by side, evidence in short, what happened by time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lists.programmes import programme_words
from records import UNDECIDED, AlertState, Case, CaseHistory, CaseParty, Entity, Snapshot
from screening.answers.derived_hits import UNFOLLOWED
from screening.answers.place_hits import PLACE
from screening.cases.side_by_side import Row, side_by_side
from screening.catalogue.inventory import entries
from store.home import Home


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """One list's entry of a party: the head of its column."""

    id: str
    list: str
    caption: str
    score: float | None
    """None for an entry of the party on which there is no alert."""
    decision: str
    state: str
    alert: str
    hit: Mapping[str, Any] | None
    """As it is kept."""
    programmes: tuple[tuple[str, str], ...]
    """Each in words, with the publisher's code."""
    legal_basis: tuple[str, ...]
    listed_on: str | None
    remarks: tuple[str, ...]
    url: str | None
    edition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView:
    """A restricted place that an address of the customer names."""

    reason: str
    written: str
    """The address."""
    basis: tuple[Mapping[str, str], ...]
    """What restricts the place: ``authority``, ``act``, ``since`` and ``address``."""
    alert: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyView:
    """A party that the customer may be."""

    id: str
    caption: str
    score: float
    waits: bool
    states: tuple[str, ...]
    entries: tuple[EntryView, ...]
    gone: tuple[str, ...]
    """Alerts' entries that are on no list in use any more."""
    places: tuple[PlaceView, ...]
    """Alerts that rest on an address, and on no entry."""
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, once for all alerts that it happened to."""

    at: str
    author: str
    what: str
    state: str | None
    reason: str
    alerts: int


def parties_view(home: Home, case: Case) -> tuple[PartyView, ...]:
    """The parties of a case, with their entries as the lists have them now."""
    ids = {member for party in case.parties for member in party.members}
    ids |= {alert.entity_id for alert in case.alerts}
    found = entries(home, sorted(ids))
    return tuple(_party(case, party, found) for party in case.parties)


def _party(case: Case, party: CaseParty, found: Mapping[str, tuple[Entity, Snapshot]]) -> PartyView:
    by_entry = {alert.entity_id: alert for alert in party.alerts}
    # Those with a hit first, then what else the party has on the lists.
    order = [*by_entry, *(one for one in party.members if one not in by_entry)]
    here = [one for one in order if one in found]
    hits = {one: by_entry[one].hit for one in here if one in by_entry}
    listed = [found[one][0] for one in here]
    best = party.alerts[0]
    return PartyView(
        id=party.id,
        caption=best.hit["caption"],
        score=best.score,
        waits=any(alert.state in UNDECIDED for alert in party.alerts),
        states=tuple(sorted({alert.state.value for alert in party.alerts})),
        entries=tuple(_entry(*found[one], by_entry.get(one)) for one in here),
        gone=tuple(one for one in by_entry if one not in found and not _is_no_entry(one)),
        places=tuple(_place(alert.hit, alert.id) for alert in party.alerts if PLACE in alert.hit),
        rows=side_by_side(case.counterparty.query, listed, hits) if listed else (),
    )


def _is_no_entry(id_: str) -> bool:
    """Whether what stands for an entry never was one."""
    return id_ == UNFOLLOWED or id_.startswith(f"{PLACE}:")


def _place(hit: Mapping[str, Any], alert: str) -> PlaceView:
    told = hit[PLACE]
    return PlaceView(
        reason=hit["reason"], written=told["written"], basis=tuple(told["basis"]), alert=alert
    )


def _entry(entity: Entity, snapshot: Snapshot, alert: Any) -> EntryView:
    return EntryView(
        id=entity.id,
        list=entity.source,
        caption=entity.caption,
        score=alert.score if alert else None,
        decision=alert.hit["decision"] if alert else "",
        state=alert.state.value if alert else "",
        alert=alert.id if alert else "",
        hit=alert.hit if alert else None,
        programmes=tuple((programme_words(entity.source, one), one) for one in entity.programmes),
        legal_basis=entity.legal_basis,
        listed_on=entity.listed_on,
        remarks=entity.remarks,
        url=entity.url if entity.url and entity.url.startswith("http") else None,
        edition=snapshot.edition or snapshot.fetched_at[:10],
    )


def proposals(history: CaseHistory) -> list[Event]:
    """What was proposed and waits for a second person, with the reason."""
    waiting = {one.id for one in history.case.alerts if one.state is AlertState.PENDING}
    last = {
        alert: said
        for alert, said in history.dispositions
        if alert in waiting and said.action in ("propose", "reject")
    }
    return _together(
        (said.at, said.author, said.action, said.state.value, said.reason) for said in last.values()
    )


def happened(history: CaseHistory) -> list[Event]:
    """All that happened, the newest first."""
    done = (
        (said.at, said.author, said.action, said.state.value, said.reason)
        for _, said in history.dispositions
    )
    found = ((one.at, f"S{one.screening}", one.what, None, "") for _, one in history.findings)
    events = _together((*done, *found))
    return sorted(events, key=lambda one: one.at, reverse=True)


def _together(told: Iterable[tuple[str, str, str, str | None, str]]) -> list[Event]:
    counted: dict[tuple[str, str, str, str | None, str], int] = {}
    for one in told:
        counted[one] = counted.get(one, 0) + 1
    return [
        Event(at=at, author=author, what=what, state=state, reason=reason, alerts=count)
        for (at, author, what, state, reason), count in counted.items()
    ]
