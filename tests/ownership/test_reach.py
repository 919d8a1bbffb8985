"""The 50 per cent rules against trying every figure, on small graphs with cycles."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ownership.holders import Edge
from ownership.reach import ListedOwner, Outcome, ancestry, reach
from ownership.rules import Rule, rules
from ownership.share import UNKNOWN, Share, percent
from ownership.statements import Interest

DAY = "2026-11-29"
OFAC = next(rule for rule in rules() if rule.id == "us_ofac_50")
UK = next(rule for rule in rules() if rule.id == "gb_ownership")
AMLR = next(rule for rule in rules() if rule.id == "eu_amlr")


@dataclass
class Small:
    """A graph in a list."""

    edges: list[Edge] = field(default_factory=list)

    def incoming(self, party: int) -> Sequence[Edge]:
        return [edge for edge in self.edges if edge.owned == party]


def edge(owner: int, owned: int, share: Share, **more: object) -> Edge:
    plain = Edge(
        owner=owner,
        owned=owned,
        interest=Interest.SHARES,
        share=share,
        source="own",
        statement=f"{owner}-{owned}",
        nature="shares",
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def owners(listed: Mapping[int, bool]) -> dict[int, ListedOwner]:
    return {one: ListedOwner(f"party {one}", sure) for one, sure in listed.items()}


def outcome(edges: list[Edge], target: int, listed: Mapping[int, bool], rule: Rule = OFAC) -> str:
    return reach(Small(edges), target, owners(listed), rule, DAY).outcome.value


def test_two_listed_owners_of_a_quarter_each_reach_a_company_where_shares_are_added_up() -> None:
    edges = [edge(1, 0, percent(25)), edge(2, 0, percent(25))]
    assert outcome(edges, 0, {1: True, 2: True}) == "reached"
    assert outcome(edges, 0, {1: True, 2: True}, UK) == "not_reached_on_this_data"
    joint = [replace(one, joint="a") for one in (edge(1, 0, percent(30)), edge(2, 0, percent(30)))]
    assert outcome(joint, 0, {1: True, 2: True}, UK) == "reached"


def test_only_listed_owners_who_act_jointly_are_added_up_in_the_united_kingdom() -> None:
    apart = [edge(1, 0, percent(30)), edge(2, 0, percent(30))]
    jointly = [replace(one, joint="a") for one in apart]
    assert outcome(apart, 0, {1: True, 2: True}, UK) == "not_reached_on_this_data"
    assert outcome(jointly, 0, {1: True}, UK) == "not_reached_on_this_data"
    assert outcome(jointly, 0, {1: True, 2: True}, UK) == "reached"


def test_exactly_half_is_enough_for_ofac_and_not_for_the_amlr() -> None:
    half = [edge(1, 0, percent(50))]
    assert outcome(half, 0, {1: True}) == "reached"
    assert outcome(half, 0, {1: True}, AMLR) == "not_reached_on_this_data"


def test_an_owned_company_counts_whole_at_the_next_step() -> None:
    edges = [edge(2, 1, percent(50)), edge(1, 0, percent(50))]
    found = reach(Small(edges), 0, owners({2: True}), OFAC, DAY)
    assert found.outcome is Outcome.REACHED
    assert [step.party for step in found.steps] == [1, 0]
    assert outcome([edge(2, 1, percent(49)), edge(1, 0, percent(100))], 0, {2: True}) != "reached"


def test_companies_that_own_each_other_are_not_reached_by_nobody() -> None:
    circle = [edge(0, 1, percent(100)), edge(1, 0, percent(100))]
    assert outcome(circle, 0, {5: True}) == "not_reached_on_this_data"
    assert outcome([*circle, edge(5, 1, percent(50))], 0, {5: True}) != "not_reached_on_this_data"


def test_a_band_that_touches_the_threshold_is_possible_and_never_reached() -> None:
    assert outcome([edge(1, 0, percent(25, 50, above=True))], 0, {1: True}) == "possible"
    assert outcome([edge(1, 0, UNKNOWN)], 0, {1: True}) == "possible"
    known = [edge(1, 0, UNKNOWN), edge(2, 0, percent(60))]
    assert outcome(known, 0, {1: True}) == "not_reached_on_this_data"


def test_an_owner_met_by_name_alone_makes_it_possible() -> None:
    assert outcome([edge(1, 0, percent(80))], 0, {1: False}) == "possible"


def test_control_is_told_and_makes_possible_only_where_the_rule_counts_it() -> None:
    hand = [edge(1, 0, UNKNOWN, interest=Interest.CONTROL, nature="right-to-appoint")]
    assert outcome(hand, 0, {1: True}) == "not_reached_on_this_data"
    found = reach(Small(hand), 0, owners({1: True}), UK, DAY)
    assert (found.outcome, [one.nature for one in found.control]) == (
        Outcome.POSSIBLE,
        ["right-to-appoint"],
    )


def test_what_is_no_longer_held_does_not_count() -> None:
    sold = [edge(1, 0, percent(80), until="2026-11-01")]
    assert outcome(sold, 0, {1: True}) == "not_reached_on_this_data"
    assert outcome([edge(1, 0, percent(80), until="2026-11")], 0, {1: True}) != "reached"
    assert outcome([edge(1, 0, percent(80), since="2026-12-01")], 0, {1: True}) != "reached"
    assert outcome([edge(1, 0, percent(80), until="2027")], 0, {1: True}) == "reached"


def test_holdings_of_one_party_count_together_where_those_of_several_do_not() -> None:
    edges = [edge(1, 0, percent(30)), edge(2, 0, percent(30))]
    one = {1: ListedOwner("same", sure=True), 2: ListedOwner("same", sure=True)}
    assert reach(Small(edges), 0, one, UK, DAY).outcome is Outcome.REACHED


def test_sources_that_contradict_leave_it_possible_and_say_so() -> None:
    edges = [edge(1, 0, percent(60)), edge(1, 0, percent(10), source="other")]
    found = reach(Small(edges), 0, owners({1: True}), OFAC, DAY)
    assert found.outcome is Outcome.POSSIBLE
    assert found.steps[0].counted[0].disputed


def test_two_statements_of_one_source_are_between_the_larger_and_the_sum() -> None:
    edges = [edge(1, 0, percent(30)), edge(1, 0, percent(30))]
    found = reach(Small(edges), 0, owners({1: True}), OFAC, DAY)
    assert (found.outcome, str(found.steps[0].total)) == (Outcome.POSSIBLE, "30 to 60 %")


def test_a_family_larger_than_the_limit_is_never_called_not_reached() -> None:
    chain = [edge(number + 1, number, percent(1)) for number in range(30)]
    owning = {one.owned: [one.owner] for one in chain}
    assert ancestry(owning.__getitem__, 0, limit=10) == (list(range(10)), False)


FIGURES = (0, 30, 50, 70, 100)


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[Edge], dict[int, bool]]:
    """Four parties; 0 is asked for. Shares are bands over a few figures, feasible together."""
    pairs = draw(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2)), max_size=5, unique=True))
    edges, room = [], dict.fromkeys(range(4), 100)
    for owner, owned in pairs:
        if owner == owned:
            continue
        low = draw(st.sampled_from([figure for figure in FIGURES if figure <= room[owned]]))
        high = draw(st.sampled_from([figure for figure in FIGURES if figure >= low]))
        room[owned] -= low
        edges.append(edge(owner, owned, percent(low, high)))
    listed = draw(st.dictionaries(st.integers(1, 3), st.just(value=True), max_size=2))
    return edges, listed


def worlds(edges: list[Edge]) -> Iterator[list[Edge]]:
    """Every way to fill the bands with figures so that no company is owned more than whole."""
    choices = [
        [
            figure
            for figure in range(0, 101, 10)
            if one.share.low <= figure * 10_000 <= one.share.high
        ]
        for one in edges
    ]
    for figures in product(*choices):
        totals: dict[int, int] = {}
        for one, figure in zip(edges, figures, strict=True):
            totals[one.owned] = totals.get(one.owned, 0) + figure
        if all(total <= 100 for total in totals.values()):
            yield [
                replace(one, share=percent(figure))
                for one, figure in zip(edges, figures, strict=True)
            ]


def owned_in(world: list[Edge], listed: Mapping[int, bool], rule: Rule) -> bool:
    """By the words of the rule: add companies until no more come."""
    starts = [set(listed)] if rule.added_up else [{one} for one in listed]
    for inside in starts:
        while True:
            sums = dict.fromkeys(range(4), 0)
            for one in world:
                if one.owner in inside:
                    sums[one.owned] += one.share.low
            more = {party for party, total in sums.items() if rule.is_met(total)} - inside
            if not more:
                break
            inside = inside | more
        if 0 in inside:
            return True
    return False


@pytest.mark.parametrize("rule", [OFAC, UK, AMLR], ids=lambda rule: rule.id)
@settings(max_examples=60, deadline=None)
@given(case=graphs())
def test_the_outcome_is_what_trying_every_figure_gives(
    rule: Rule, case: tuple[list[Edge], dict[int, bool]]
) -> None:
    edges, listed = case
    truths = {owned_in(world, listed, rule) for world in worlds(edges)}
    if truths == {True}:
        expected = "reached"
    else:
        expected = "possible" if True in truths else "not_reached_on_this_data"
    assert outcome(edges, 0, listed, rule) == expected
