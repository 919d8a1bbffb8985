"""Two names against each other, without any list."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from matcher.align import Link, align
from matcher.explain import beside, explain, sentence
from matcher.features import features, weigh_links
from matcher.name import analyse
from matcher.persons import analyse_person, person_pair
from matcher.rarity import Language, OrdinaryRarity, Rarity
from matcher.readings import Reading, asked_readings
from matcher.scoring import decide, model, score_pair, score_person
from records import Comparison, Kind


class _Compared(NamedTuple):
    score: float
    query: Reading
    name: Reading
    links: tuple[Link, ...]


def compare(
    pairs: Iterable[tuple[str, str]], language: Language, kind: Kind = Kind.ORGANIZATION
) -> Iterator[Comparison]:
    """Compare names two by two, without any list: a word's rarity is that of the language alone.

    Args:
        pairs: left and right names as written.
        kind: what they are names of; persons' names are compared by rules of their own.
        language: the common words of ordinary language.
    """
    rarity = OrdinaryRarity(language)
    one = _persons if kind is Kind.PERSON else _others
    for left, right in pairs:
        best = one(left, right, rarity)
        weighed = weigh_links(best.query.name, best.name.name, best.links, rarity)
        evidence = explain(best.query.name, best.name.name, weighed, rarity)
        yield Comparison(
            left=left,
            right=right,
            score=best.score,
            decision=decide(best.score, model().threshold),
            evidence=(*evidence, *beside(best.query)),
            reason=sentence(evidence, right),
        )


def _persons(left: str, right: str, rarity: Rarity) -> _Compared:
    query, name = analyse_person(left), analyse_person(right)
    links = align(query, name, person_pair, slips=True)
    found = features(query, name, weigh_links(query, name, links, rarity), rarity)
    return _Compared(score_person(found), Reading(query), Reading(name), links)


def _others(left: str, right: str, rarity: Rarity) -> _Compared:
    """The best of all that either may be read as."""
    compared = (
        _one(query, name, rarity)
        for query in asked_readings(analyse(left))
        for name in asked_readings(analyse(right))
        # Two names that have a part in common may be two branches of one party.
        if not (query.part and name.part)
    )
    return max(compared, key=lambda one: one.score)


def _one(query: Reading, name: Reading, rarity: Rarity) -> _Compared:
    links = align(query.name, name.name, slips=True)
    weighed = weigh_links(query.name, name.name, links, rarity)
    beside = query.beside, name.beside
    found = features(query.name, name.name, weighed, rarity, beside=beside)
    letters, part = query.letters or name.letters, query.part or name.part
    value = score_pair(found, letters=letters, part=part)
    return _Compared(value, query, name, links)
