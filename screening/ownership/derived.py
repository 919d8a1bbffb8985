"""Counterparties that listed parties own or control, as hits beside those of their names."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ownership.reach import Outcome
from records import Decision, DerivedHit, DerivedRule, NameAnswer, Query
from screening.names.match import gravest
from screening.ownership.answers import IN_FORCE, NAME, Owners, OwnershipAnswer, RuleAnswer
from screening.ownership.links import ListedLink


def derived_for_all(
    owners: Owners, asked: Sequence[tuple[Query, str | None]]
) -> list[tuple[DerivedHit, ...]]:
    """``derived_hits`` of many: all their owners' names are looked for at once, which is faster."""
    found = [list(_found(owners, query, id_)) for query, id_ in asked]
    owners.learn([party for one in found for _, _, parties in one for party in parties])
    return [_of_all(owners, one) for one in found]


def derived_hits(owners: Owners, query: Query, id_: str | None = None) -> tuple[DerivedHit, ...]:
    """The listed parties that own or control a counterparty under a rule in force, or may.

    Args:
        owners: the ownership data in use.
        query: the counterparty.
        id_: the customer's own number of it.

    Returns:
        One hit for each listed entity, sure ones first; nothing is no clearance.
    """
    return _of_all(owners, _found(owners, query, id_))


def stands_in(owners: Owners, query: Query, id_: str | None) -> bool:
    """Whether the data has the counterparty or one of its parts."""
    return any(True for _ in _found(owners, query, id_))


_Found = tuple[str, str | None, dict[int, str]]
"""A name that was asked for, whose part it is, and the parties of the data that have it."""


def _found(owners: Owners, query: Query, id_: str | None) -> Iterator[_Found]:
    """The counterparty in the data, then each of its parts."""
    if parties := owners.find(query, id_):
        yield query.name, None, parties
    for part in query.parts:
        if parties := owners.find(part.query, part.id):
            yield part.query.name, part.label, parties


def _of_all(owners: Owners, found: Iterable[_Found]) -> tuple[DerivedHit, ...]:
    """Of each listed entity one hit: the counterparty's own before a part's, sure before not."""
    best: dict[str, DerivedHit] = {}
    for asked, part, parties in found:
        for hit in _of_parties(owners, asked, parties):
            known = best.get(hit.entity_id)
            if known is None or (known.decision, hit.decision) == _WORSE:
                reason = hit.reason if part is None else f"By its {part}: {hit.reason}"
                best[hit.entity_id] = replace(hit, part=part, reason=reason)
    return tuple(sorted(best.values(), key=lambda hit: hit.decision is not Decision.MATCH))


def _of_parties(owners: Owners, asked: str, parties: dict[int, str]) -> tuple[DerivedHit, ...]:
    found: dict[str, DerivedHit] = {}
    for party, by in parties.items():
        if owners.may_be_reached(party):
            for hit in _hits(owners, owners.answer(party, asked, by)):
                known = found.get(hit.entity_id)
                if known is None or (known.decision, hit.decision) == _WORSE:
                    found[hit.entity_id] = hit
    return tuple(sorted(found.values(), key=lambda hit: hit.decision is not Decision.MATCH))


_WORSE = (Decision.REVIEW, Decision.MATCH)


def with_derived(
    owners: Owners | None, queries: Iterable[Query], answers: Iterable[NameAnswer]
) -> Iterator[NameAnswer]:
    """Answers with the hits that rest on ownership; the same where there is no data.

    Args:
        owners: the ownership data; None where there is none.
        queries: what was asked, in the answers' order.
        answers: one for each query.
    """
    for query, answer in zip(queries, answers, strict=True):
        if owners is None:
            yield answer
            continue
        yield add_derived(answer, derived_hits(owners, query))


def add_derived(answer: NameAnswer, hits: tuple[DerivedHit, ...]) -> NameAnswer:
    """An answer with these hits; its decision is that of the gravest hit."""
    decision = gravest(answer.decision, (hit.decision for hit in hits))
    return replace(answer, derived=hits, decision=decision)


def _hits(owners: Owners, found: OwnershipAnswer) -> Iterator[DerivedHit]:
    reached = [
        one
        for one in found.answers
        if one.state == IN_FORCE and one.reach.outcome is not Outcome.NOT_REACHED
    ]
    by_entity: dict[str, tuple[ListedLink, list[RuleAnswer]]] = {}
    nobody = []
    for one in reached:
        inside = {holder.owner for step in one.reach.steps for holder in step.counted}
        inside |= {edge.owner for edge in one.reach.control}
        links = [link for link in found.links if link.owner in inside]
        links = [link for link in links if link.counts_under(one.rule)]
        for link in links:
            by_entity.setdefault(link.entity_id, (link, []))[1].append(one)
        if not links:
            nobody.append(one)
    for link, under in by_entity.values():
        yield _hit(owners, found, link, under)
    if nobody:
        yield _hit(owners, found, None, nobody)


def _hit(
    owners: Owners, found: OwnershipAnswer, link: ListedLink | None, under: list[RuleAnswer]
) -> DerivedHit:
    rules = tuple(map(_rule, under))
    entity = owners.engine.listed(link.entity_id) if link else None
    is_reached = any(one.reach.outcome is Outcome.REACHED for one in under)
    sure = is_reached and link is not None and link.sure and found.found_by != NAME
    return DerivedHit(
        entity_id=link.entity_id if link else "",
        list=entity.source if entity else "",
        caption=entity.caption if entity else "",
        programmes=entity.programmes if entity else (),
        countries=entity.countries if entity else (),
        decision=Decision.MATCH if sure else Decision.REVIEW,
        owner=link.name if link else "",
        by=link.how if link else "",
        party=found.names[found.party],
        found_by=found.found_by,
        rules=rules,
        editions=tuple(edition.label for edition in found.editions),
        reason=_reason(found, link, rules),
    )


def _rule(one: RuleAnswer) -> DerivedRule:
    steps = one.reach.steps
    return DerivedRule(
        rule=one.rule.id,
        outcome=one.reach.outcome.value,
        total=str(steps[-1].total) if steps else "",
        accounted=str(one.reach.accounted),
    )


def _reason(found: OwnershipAnswer, link: ListedLink | None, rules: tuple[DerivedRule, ...]) -> str:
    party = found.names[found.party]
    if link is None:
        return f"{party} has more owners of owners than are followed"
    told = "; ".join(f"{one.rule}: {one.outcome}, {one.total or 'control'}" for one in rules)
    return f"{link.name} is among the owners of {party} or controls it ({told})"
