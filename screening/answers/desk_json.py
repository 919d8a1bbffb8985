"""Counterparties, alerts and cases as JSON: the contract of docs/reference/json.md, for the command
line, the HTTP service, the desk's pages and dossiers alike. Every key is always there.
"""

from typing import Any

from records import (
    Alert,
    Case,
    CaseHistory,
    Disposition,
    Finding,
    History,
    MonitoredParty,
    Party,
    screening_id,
)
from records.as_json import to_json

_IN_THE_HIT = ("entity_id", "list", "score")


def party_json(party: Party) -> dict[str, Any]:
    """A counterparty: its owner's id, and what is known of it."""
    return {"id": party.id, **to_json(party.query)}


def monitored_json(kept: MonitoredParty) -> dict[str, Any]:
    """A counterparty of the register."""
    return {**party_json(kept.counterparty), "since": kept.since, "version": kept.version}


def alert_json(found: Alert) -> dict[str, Any]:
    """An alert: where it stands, whom it is about, and the hit with its evidence."""
    return {
        "alert": found.id,
        "state": found.state.value,
        "version": found.version,
        "counterparty": party_json(found.counterparty),
        "entity_id": found.entity_id,
        "list": found.list,
        "score": found.score,
        "assignee": found.assignee,
        "opened_at": found.opened_at,
        "changed_at": found.changed_at,
        "expires_at": found.expires_at,
        "gone": found.gone,
        "proposed": None if found.proposed is None else found.proposed.value,
        "proposed_by": found.proposed_by,
        "screening": screening_id(found.screening),
        "hit": dict(found.hit),
    }


def alert_resource(found: Alert) -> dict[str, Any]:
    """An alert as the HTTP service gives it: with ``id`` for ``alert``, as all that has an address
    has, and without what its hit says as well.
    """
    whole = alert_json(found)
    name = whole.pop("alert")
    return {"id": name, **{key: whole[key] for key in whole if key not in _IN_THE_HIT}}


def history_json(found: History) -> dict[str, Any]:
    """An alert with all that happened to it, oldest first."""
    return {**alert_json(found.alert), **_happened(found)}


def history_resource(found: History) -> dict[str, Any]:
    """The same as the HTTP service gives it."""
    return {**alert_resource(found.alert), **_happened(found)}


def _happened(found: History) -> dict[str, Any]:
    return {
        "findings": [_finding(item) for item in found.findings],
        "dispositions": [_disposition(item) for item in found.dispositions],
    }


def _finding(item: Finding) -> dict[str, Any]:
    """What a run said of the pair."""
    return {
        "at": item.at,
        "screening": screening_id(item.screening),
        "what": item.what,
        "score": item.score,
    }


def _disposition(item: Disposition) -> dict[str, Any]:
    """What was done to the alert."""
    return {
        "at": item.at,
        "author": item.author,
        "action": item.action,
        "state": item.state.value,
        "reason": item.reason,
        "expires_at": item.expires_at,
    }


def case_resource(case: Case) -> dict[str, Any]:
    """A case as the HTTP service gives it."""
    return {
        "id": case.id,
        "state": case.state.value,
        "version": case.version,
        "score": case.score,
        "counterparty": party_json(case.counterparty),
        "assignees": sorted({alert.assignee for alert in case.alerts if alert.assignee}),
        "opened_at": min(alert.opened_at for alert in case.alerts),
        "changed_at": max(alert.changed_at for alert in case.alerts),
        "news": [
            {"alert": one.alert, "entity_id": one.entity_id, "why": one.why} for one in case.news
        ],
        "parties": [
            {
                "id": party.id,
                "members": list(party.members),
                "alerts": [alert_resource(alert) for alert in party.alerts],
            }
            for party in case.parties
        ],
    }


def case_history_resource(history: CaseHistory) -> dict[str, Any]:
    """A case with all that happened in it, oldest first; each with its alert's id."""
    return {
        **case_resource(history.case),
        "findings": [{"alert": alert, **_finding(each)} for alert, each in history.findings],
        "dispositions": [
            {"alert": alert, **_disposition(each)} for alert, each in history.dispositions
        ],
    }
