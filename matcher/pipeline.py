"""One name against the listed names: the whole algorithm on one screen."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from matcher.align import align
from matcher.arrays import Array
from matcher.candidates import Finder
from matcher.explain import explain, sentence
from matcher.features import Weighed, features, weigh_links
from matcher.name import Name, analyse, analyse_person
from matcher.rarity import Language, OrdinaryRarity, Rarity
from matcher.scoring import decide, model, score
from records import Comparison, Evidence, Kind, NameKind

# Listed names compared word by word for one query. On the development names a higher number found
# nothing more above the threshold.
COMPARED = 40
# A name that promises less has not been seen to reach the default threshold, but for one in a
# thousand; half of what would be compared is below.
LEAST_PROMISE = 0.3


@dataclass(frozen=True, slots=True)
class Policy:
    """How to search."""

    threshold: float
    limit: int = 10
    allowed: Array | None = None
    """For every listed name whether it may be found; None for all."""


@dataclass(frozen=True, slots=True)
class Match:
    """A listed entity that the query may name, by its best matching name."""

    entity: int
    name: int
    score: float
    evidence: tuple[Evidence, ...]
    reason: str


def match(text: str, finder: Finder, policy: Policy) -> list[Match]:
    """Find the listed entities that a name may be.

    Args:
        text: one name as written, in any script.
        finder: the listed names to compare with.
        policy: which names, from which score on, and how many.

    Returns:
        At most one match per entity, best first; entities of equal score in the index's order.
        Empty when nothing reaches the threshold.
    """
    query = analyse(text)
    least = LEAST_PROMISE if policy.threshold >= model().threshold else 0.0
    candidates = finder.candidates(query, max(COMPARED, 2 * policy.limit), policy.allowed, least)
    scored = (_score(query, number, finder) for number in candidates)
    best = best_per_entity(item for item in scored if item[0] >= policy.threshold)
    return [_explained(query, *item, finder) for item in best[: policy.limit]]


def _score(query: Name, number: int, finder: Finder) -> tuple[float, int, int]:
    """Score, entity and name."""
    name = finder.index.name(number)
    weighed = weigh_links(query, name, align(query, name), finder)
    found = features(query, name, weighed, finder)
    entity = int(finder.index.arrays["name_entity"][number])
    return score(found, finder.index.name_kind(number)), entity, number


def best_per_entity(scored: Iterable[tuple[float, int, int]]) -> list[tuple[float, int, int]]:
    """Keep each entity's best name; best entities first, ties by their order in the index."""
    best: dict[int, tuple[float, int, int]] = {}
    for item in sorted(scored, key=lambda item: (-item[0], item[1], item[2])):
        best.setdefault(item[1], item)
    return list(best.values())


def _explained(query: Name, value: float, entity: int, number: int, finder: Finder) -> Match:
    evidence, reason = justify(query, finder.index.name(number), finder)
    return Match(entity, number, value, evidence, reason)


def justify(query: Name, name: Name, rarity: Rarity) -> tuple[tuple[Evidence, ...], str]:
    """The evidence for comparing two names, and the sentence that sums it up."""
    weighed: list[Weighed] = weigh_links(query, name, align(query, name), rarity)
    evidence = explain(query, name, weighed, rarity)
    return evidence, sentence(evidence, name.text)


def compare(
    pairs: Iterable[tuple[str, str]], language: Language, kind: Kind = Kind.ORGANIZATION
) -> Iterator[Comparison]:
    """Compare names two by two, without any list: a word's rarity is that of the language alone.

    Args:
        pairs: left and right names as written.
        kind: what they are names of; a person's name has no legal form and no trade.
        language: the common words of ordinary language.
    """
    rarity = OrdinaryRarity(language)
    take_apart = analyse_person if kind is Kind.PERSON else analyse
    for left, right in pairs:
        query, name = take_apart(left), take_apart(right)
        weighed = weigh_links(query, name, align(query, name), rarity)
        value = score(features(query, name, weighed, rarity), NameKind.PRIMARY)
        evidence, reason = justify(query, name, rarity)
        yield Comparison(
            left=left,
            right=right,
            score=value,
            decision=decide(value, model().threshold),
            evidence=evidence,
            reason=reason,
        )
