"""One name against the listed names: the whole algorithm on one screen."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from matcher.align import align
from matcher.arrays import Array
from matcher.candidates import Finder
from matcher.explain import explain, sentence
from matcher.features import Weighed, features, weigh_links
from matcher.name import Name, analyse, analyse_person
from matcher.propose import propose
from matcher.rarity import Language, OrdinaryRarity, Rarity
from matcher.scoring import decide, model, score
from records import Comparison, Evidence, Kind, NameKind

# Listed names compared word by word for one query. On the development names a higher number found
# nothing more above the threshold.
COMPARED = 40
# Names that are searched for at once: more gain little, and the first answer waits for all.
BLOCK = 512


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
    """Find the listed entities that a name may be; see ``match_all``."""
    return next(match_all([text], finder, policy))


def match_all(texts: Iterable[str], finder: Finder, policy: Policy) -> Iterator[list[Match]]:
    """Find for each name the listed entities that it may be.

    Args:
        texts: names as written, one party each, in any script.
        finder: the listed names to compare with.
        policy: which names, from which score on, and how many.

    Yields:
        For each name, in their order, at most one match per entity, best first; entities of equal
        score in the index's order. Empty when nothing reaches the threshold.
    """
    for block in _blocks(texts):
        queries = [analyse(text) for text in block]
        proposed = propose(
            queries,
            finder.vocabulary,
            threshold=policy.threshold,
            limit=max(COMPARED, 2 * policy.limit),
            allowed=policy.allowed,
        )
        for query, names in zip(queries, proposed, strict=True):
            yield _matches(query, names, finder, policy)


def _blocks(texts: Iterable[str]) -> Iterator[tuple[str, ...]]:
    left = iter(texts)
    while block := tuple(islice(left, BLOCK)):
        yield block


def _matches(query: Name, names: Sequence[int], finder: Finder, policy: Policy) -> list[Match]:
    scored = (_score(query, number, finder) for number in names)
    best = best_per_entity(item for item in scored if item[0] >= policy.threshold)
    return [_explained(query, *item, finder) for item in best[: policy.limit]]


def _score(query: Name, number: int, finder: Finder) -> tuple[float, int, int]:
    """Score, entity and name."""
    name = finder.name(number)
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
    evidence, reason = justify(query, finder.name(number), finder)
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
