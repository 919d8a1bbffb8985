"""Two names against each other, without any list."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from matcher.comparison.align import Link, align
from matcher.comparison.attribution import contributions
from matcher.comparison.by_letters import runs
from matcher.comparison.explain import explain, intercept, rows_of, sentence
from matcher.comparison.features import Features, Weighed, features, weigh_links
from matcher.comparison.model import (
    NEARLY_SAME,
    decide,
    model,
    odds_of,
    pair_log_odds,
    score_pair,
    score_person,
    unsure,
)
from matcher.comparison.native_links import believed, capped, must_be_whole
from matcher.comparison.persons import (
    are_turned_round,
    is_initial,
    person_pair,
    person_readings,
)
from matcher.lexicon.scripts import visible
from matcher.names.korean_persons import korean_readings
from matcher.names.parser import analyse
from matcher.names.term_weights import Language, OrdinaryRarity, Rarity
from matcher.names.variants import NameVariant, asked_variants
from matcher.names.word import Name, Word
from records import Comparison, Kind

# An initial that meets no name speaks against the match as a name does.
INITIAL_WEIGHT = 0.2


class Compared(NamedTuple):
    """Two names in one of the ways to read them."""

    score: float
    query: NameVariant
    name: NameVariant
    weighed: Sequence[Weighed]
    found: Features
    total: float
    """In log odds, what the model added up to."""
    weights: Mapping[str, float]


def compare(
    pairs: Iterable[tuple[str, str]], language: Language, kind: Kind = Kind.ORGANIZATION
) -> Iterator[Comparison]:
    """Compare names two by two, without any list: a word's rarity is that of the language alone.

    Args:
        pairs: left and right names as written.
        kind: what they are names of; persons' names are compared by rules of their own.
        language: the common words of ordinary language.
    """
    ordinary = OrdinaryRarity(language)
    person = kind is Kind.PERSON
    ways, rarity = (
        (compared_persons, PersonRarity(ordinary)) if person else (compared_names, ordinary)
    )
    for left, right in pairs:
        best = max(ways(visible(left), visible(right), rarity), key=lambda one: one.score)
        rows = rows_of(best.query, best.name.name, best.weighed, rarity)
        evidence = explain(rows, contributions(rows, best.found, best.weights))
        yield Comparison(
            left=left,
            right=right,
            score=best.score,
            decision=decide(best.score, model().threshold),
            evidence=evidence,
            reason=sentence(evidence, right),
            intercept=intercept(odds_of(best.score, best.total), evidence),
        )


@dataclass(frozen=True, slots=True)
class PersonRarity:
    """Rarity in persons' names, where a letter by itself stands for a name."""

    of: Rarity

    def weight(self, word: Word) -> float:
        """The information in a word, in (0, 1]."""
        return INITIAL_WEIGHT if is_initial(word) else self.of.weight(word)

    def is_word(self, word: Word) -> bool:
        """Whether it is a word of ordinary language."""
        return self.of.is_word(word)


def compared_persons(left: str, right: str, rarity: Rarity) -> Iterator[Compared]:
    """Two persons' names as written and, if they are Chinese, in pinyin; never empty."""
    for query in person_readings(left):
        for name in person_readings(right):
            yield from _person(query, name, rarity)
    for query in korean_readings(left):
        for name in korean_readings(right):
            if query.words[0].form == name.words[0].form:
                links = align(query, name, person_pair)
                yield _below_sure(_linked(query, name, links, rarity))


def _person(query: Name, name: Name, rarity: Rarity) -> Iterator[Compared]:
    """Both names as written and without the initials that agree, which tell less than a name does
    and must not make two names less alike.
    """
    links = align(query, name, person_pair, slips=True)
    yield _linked(query, name, links, rarity)
    agreed = [link for link in links if link.how == "initial"]
    left = _but_for(query, [link.query[0] for link in agreed])
    right = _but_for(name, [link.name[0] for link in agreed])
    if agreed and left.words and right.words:
        links = align(left, right, person_pair, slips=True)
        yield _linked(left, right, links, rarity)


def _below_sure(one: Compared) -> Compared:
    """Syllables that may be spelt so are for a person to look at."""
    return one._replace(score=min(one.score, unsure()))


def _but_for(name: Name, places: Sequence[int]) -> Name:
    """A name without the initials at some places."""
    initials = {place for place in places if is_initial(name.words[place])}
    return Name(name.text, tuple(w for i, w in enumerate(name.words) if i not in initials))


def _linked(query: Name, name: Name, links: Sequence[Link], rarity: Rarity) -> Compared:
    weighed = weigh_links(query, name, links, rarity)
    found = features(query, name, weighed, rarity)
    value = score_person(found)
    return Compared(
        score=min(value, NEARLY_SAME) if are_turned_round(query, name) else value,
        query=NameVariant(query),
        name=NameVariant(name),
        weighed=weighed,
        found=found,
        total=model().person.log_odds(found),
        weights=model().person.weights,
    )


def compared_names(left: str, right: str, rarity: Rarity) -> Iterator[Compared]:
    """All that two names may be read as; never empty."""
    for query in asked_variants(analyse(left)):
        for name in asked_variants(analyse(right)):
            # Two names that have a part in common may be two branches of one party, and two of one
            # language say what they say as they stand.
            if not (query.part and name.part) and not (query.foreign and name.foreign):
                yield _one(query, name, rarity)


def _one(query: NameVariant, name: NameVariant, rarity: Rarity) -> Compared:
    parted = query.part or name.part
    spelled = () if parted else runs(query.name, name.name)
    links = align(query.name, name.name, slips=True, spelled=spelled)
    met = weigh_links(query.name, name.name, links, rarity)
    weighed = believed(believed(met, query.name, name.name, query), query.name, name.name, name)
    beside = query.beside, name.beside
    found = features(query.name, name.name, weighed, rarity, beside=beside, spelled=spelled)
    letters, part = query.letters or name.letters, query.part or name.part
    value = score_pair(found, letters=letters, part=part)
    if query.syllables or name.syllables:
        value = min(value, unsure())
    if must_be_whole(query, person=False):
        places = {place for one in weighed for place in one.link.name}
        value = capped(value, found, query, name.name, places)
    return Compared(
        score=value,
        query=query,
        name=name,
        weighed=weighed,
        found=found,
        total=pair_log_odds(found, letters=letters, part=part),
        weights=model().pair.weights,
    )
