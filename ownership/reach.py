"""Whether listed parties own a company under a rule: certainly, possibly, or not on this data.

An owner that the rule reaches counts whole at the next step, so the reached companies are the
least set that holds the listed parties and every company of which its members hold enough. That is
well defined whatever cycles there are: companies that only own each other are not reached. Shares
are intervals: what holds with every share at its lowest is ``reached``; what holds for some figures
inside the intervals, or with owners whose identity is not sure, is ``possible``. Both are exact,
not estimates: the tests compare them with trying all figures.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from ownership.holders import Edge, Holder, holders
from ownership.rules import Rule
from ownership.share import WHOLE, Share
from ownership.statements import Interest

MOST_OWNERS = 20_000
"""Owners of owners that are followed for one company; the largest groups have some thousands."""


class Owners(Protocol):
    """A graph, as far as it is needed here."""

    def incoming(self, party: int) -> Sequence[Edge]:
        """The statements about who owns or controls a party."""
        ...


@dataclass(frozen=True, slots=True)
class ListedOwner:
    """An owner that is a listed party, or may be."""

    party: str
    """Which listed party; one that stands in the data several times has one word here."""
    sure: bool
    """By an identifier, or confirmed by a person; False by name alone."""


class Outcome(StrEnum):
    """What a rule makes of a company. None of them is a clearance."""

    REACHED = "reached"
    POSSIBLE = "possible"
    NOT_REACHED = "not_reached_on_this_data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A company that is reached, or may be, and by whose holdings."""

    party: int
    interest: Interest
    counted: tuple[Holder, ...]
    """The owners that count, and what each holds."""
    total: Share
    """What they hold together: at least, and at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What one rule makes of one company."""

    rule: Rule
    outcome: Outcome
    steps: tuple[Step, ...]
    """From the listed owners to the company; empty if it is not reached."""
    accounted: Share
    """How much of the company the data accounts for: the known owners' shares together."""
    control: tuple[Edge, ...]
    """Control by counted owners, anywhere on the way; never part of a sum."""
    complete: bool
    """False where there were more owners of owners than are followed."""


def ancestry(
    owners: Callable[[int], Iterable[int]], party: int, limit: int = MOST_OWNERS
) -> tuple[list[int], bool]:
    """A party and everybody who owns or controls it, directly or not, nearest first.

    Args:
        owners: who owns or controls a party.
        party: where to begin.
        limit: at most so many parties.

    Returns:
        The parties, and whether these are all.
    """
    found = [party]
    seen = {party}
    for one in found:
        for owner in owners(one):
            if owner not in seen:
                if len(found) >= limit:
                    return found, False
                seen.add(owner)
                found.append(owner)
    return found, True


def reach(
    graph: Owners, party: int, listed: Mapping[int, ListedOwner], rule: Rule, day: str
) -> Reach:
    """Apply a rule to a company.

    Args:
        graph: who owns whom.
        party: the company.
        listed: owners that are listed parties on the lists of this rule, or may be.
        rule: what to apply.
        day: ISO 8601 date; only what is held on it counts.

    Returns:
        The outcome with its steps. The company's own listing is no ownership and is not looked at.
    """
    family, complete = ancestry(lambda one: [edge.owner for edge in graph.incoming(one)], party)
    seeds = {one: listed[one] for one in family if one in listed and one != party}
    if not seeds:
        # Nothing to add up, for most of the rules that are asked of a party.
        return Reach(
            rule=rule,
            outcome=Outcome.NOT_REACHED if complete else Outcome.POSSIBLE,
            steps=(),
            accounted=_accounted(holders(graph.incoming(party), rule.interests[0], day)),
            control=(),
            complete=complete,
        )
    owned = {
        interest: {one: holders(graph.incoming(one), interest, day) for one in family}
        for interest in (*rule.interests, Interest.CONTROL)
    }
    counted = {interest: owned[interest] for interest in rule.interests}
    certain = {one: owner for one, owner in seeds.items() if owner.sure}
    steps = _steps_to(party, _closures(counted, certain, rule, perhaps=False))
    outcome = Outcome.REACHED
    if not steps:
        steps = _steps_to(party, _closures(counted, seeds, rule, perhaps=True))
        outcome = Outcome.POSSIBLE if steps else Outcome.NOT_REACHED
    inside = set(seeds) | {step.party for step in steps}
    control = tuple(
        edge
        for one in family
        for holder in owned[Interest.CONTROL][one]
        for edge in holder.edges
        if holder.owner in inside
    )
    if outcome is Outcome.NOT_REACHED and (not complete or (rule.control and control)):
        outcome = Outcome.POSSIBLE
    return Reach(
        rule=rule,
        outcome=outcome,
        steps=steps,
        accounted=_accounted(counted[rule.interests[0]][party]),
        control=control,
        complete=complete,
    )


_Owned = Mapping[Interest, Mapping[int, Sequence[Holder]]]


def _groups(seeds: Mapping[int, ListedOwner], owned: _Owned, rule: Rule) -> list[set[int]]:
    """Listed owners whose holdings are added up: all of them, or each party alone and those that
    act jointly.
    """
    if rule.added_up:
        return [set(seeds)]
    together: dict[object, set[int]] = {}
    for seed, owner in seeds.items():
        together.setdefault(owner.party, set()).add(seed)
    for of_all in owned.values():
        for company, of_it in of_all.items():
            for holder in of_it:
                for edge in holder.edges:
                    if edge.joint is not None and holder.owner in seeds:
                        together.setdefault((company, edge.joint), set()).add(holder.owner)
    return list(together.values())


def _closures(
    owned: _Owned, seeds: Mapping[int, ListedOwner], rule: Rule, *, perhaps: bool
) -> list[dict[int, Step]]:
    return [_closure(owned, group, rule, perhaps) for group in _groups(seeds, owned, rule)]


def _closure(owned: _Owned, seeds: set[int], rule: Rule, perhaps: bool) -> dict[int, Step]:
    """The companies that these owners reach, in the order in which they are found."""
    inside = set(seeds)
    found: dict[int, Step] = {}
    waiting = {one for of in owned.values() for one, those in of.items() if those} - inside
    grown = True
    while grown:
        grown = False
        for one in sorted(waiting):
            step = _step(one, owned, inside, rule, perhaps)
            if step is not None:
                found[one] = step
                inside.add(one)
                waiting.discard(one)
                grown = True
    return found


def _step(party: int, owned: _Owned, inside: set[int], rule: Rule, perhaps: bool) -> Step | None:
    for interest in rule.interests:
        all_of_it = owned[interest][party]
        counted = tuple(holder for holder in all_of_it if holder.owner in inside)
        if not counted:
            continue
        others = sum(holder.share.low for holder in all_of_it if holder.owner not in inside)
        low = min(WHOLE, sum(holder.share.low for holder in counted))
        high = min(sum(holder.share.high for holder in counted), max(low, WHOLE - others))
        if rule.is_met(high if perhaps else low):
            total = Share(low, max(low, high))
            return Step(party=party, interest=interest, counted=counted, total=total)
    return None


def _steps_to(party: int, closures: Iterable[Mapping[int, Step]]) -> tuple[Step, ...]:
    """The steps that the company itself rests on, in order; of several ways the shortest."""
    ways = [tuple(_needed(party, closure)) for closure in closures if party in closure]
    return min(ways, key=len, default=())


def _needed(party: int, closure: Mapping[int, Step]) -> Iterator[Step]:
    wanted = {party}
    for step in reversed(list(closure.values())):
        if step.party in wanted:
            wanted |= {holder.owner for holder in step.counted}
    return (step for step in closure.values() if step.party in wanted)


def _accounted(owners: Sequence[Holder]) -> Share:
    low = min(WHOLE, sum(holder.share.low for holder in owners))
    high = min(WHOLE, sum(holder.share.high for holder in owners))
    return Share(low, max(low, high))
