"""Answers about owners as JSON: the contract of docs/reference/json.md."""

from typing import Any

from ownership.holders import Edge, Holder
from ownership.reach import Step
from ownership.share import Share
from screening.ownership.answers import OwnershipAnswer, RuleAnswer
from screening.ownership.links import ListedLink


def answer(found: OwnershipAnswer) -> dict[str, Any]:
    """One party of the data."""
    return {
        "asked": found.asked,
        "party": found.names[found.party],
        "found_by": found.found_by,
        "day": found.day,
        "outcome": found.outcome.value,
        "rules": [_rule(found, one) for one in found.answers],
        "listed_owners": [link(one) for one in found.links],
        "owners": found.owners,
        "gaps": list(found.gaps),
        "editions": [
            {"source": one.source, "dated": one.dated, "sha256": one.sha256}
            for one in found.editions
        ],
    }


def share(one: Share) -> dict[str, Any]:
    """In per cent, from ``low`` to ``high``, and as a text."""
    return {"low": one.low / 10_000, "high": one.high / 10_000, "text": str(one)}


def link(one: ListedLink) -> dict[str, Any]:
    """An owner that is a listed entity or may be."""
    return {
        "owner": one.name,
        "entity_id": one.entity_id,
        "caption": one.caption,
        "by": one.how,
        "score": one.score,
    }


def _rule(found: OwnershipAnswer, one: RuleAnswer) -> dict[str, Any]:
    rule, reach = one.rule, one.reach
    return {
        "rule": rule.id,
        "title": rule.title,
        "state": one.state or "not yet in force",
        "periods": [{"since": period.since, "state": period.state} for period in rule.periods],
        "outcome": reach.outcome.value,
        "accounted": share(reach.accounted),
        "steps": [_step(found, step) for step in reach.steps],
        "control": [_edge(found, edge) for edge in reach.control],
        "complete": reach.complete,
        "says": rule.says,
        "source": rule.source,
        "address": rule.address,
        "verified": rule.verified,
    }


def _step(found: OwnershipAnswer, step: Step) -> dict[str, Any]:
    return {
        "party": found.names[step.party],
        "interest": step.interest.name.lower(),
        "total": share(step.total),
        "counted": [_holder(found, holder) for holder in step.counted],
    }


def _holder(found: OwnershipAnswer, holder: Holder) -> dict[str, Any]:
    return {
        "owner": found.names[holder.owner],
        "share": share(holder.share),
        "disputed": holder.disputed,
        "listed": [link(one) for one in found.links if one.owner == holder.owner],
        "edges": [_edge(found, edge) for edge in holder.edges],
    }


def _edge(found: OwnershipAnswer, edge: Edge) -> dict[str, Any]:
    return {
        "owner": found.names[edge.owner],
        "owned": found.names.get(edge.owned, ""),
        "share": share(edge.share),
        "nature": edge.nature,
        "source": edge.source,
        "statement": edge.statement,
        "since": edge.since,
        "until": edge.until,
        "joint": edge.joint,
    }
