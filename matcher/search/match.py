"""Names against the listed names: the whole algorithm on one screen."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from math import inf
from typing import NamedTuple

from matcher.columnar.arrays import Array
from matcher.comparison.brand import is_brand, says_a_people
from matcher.comparison.feature_table import in_conflict
from matcher.comparison.model import (
    SAME_WORDS,
    SURNAME_AND_FATHER,
    SURNAME_TELLS,
    as_standing,
    lowered_by_conflict,
    score,
    unsure,
)
from matcher.comparison.native_links import capped, must_be_whole
from matcher.names.variants import NameVariant
from matcher.search.candidates import ONLY_A_BRAND
from matcher.search.ceilings import limited
from matcher.search.evidence import (
    Aligned,
    align_names,
    are_all_its_names,
    are_its_initials,
    has_its_father,
    justify,
    kind_of,
)
from matcher.search.finder import Finder
from matcher.search.glued_words import with_words_apart
from matcher.search.middle_names import MIDDLE_NAMES, has_middle_names
from matcher.search.one_initial import is_a_rare_surname
from matcher.search.patronymics import WITHOUT_FATHER, lacks_a_father
from matcher.search.proposals import Proposed, allowed_names, is_of_persons, propose
from matcher.search.qualifiers import (
    NOTHING,
    Circumstances,
    circumstances,
    least_name_score,
    parties_with,
)
from matcher.search.query import AskedName, ParsedQuery
from matcher.search.score_bound import highest_score
from matcher.search.standing import standing, standing_names
from matcher.search.unmatched import name_alone
from records import Evidence, Kind, Query

# Names that are searched for at once: more gain little, and the first answer waits for all.
BLOCK = 2048


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
    intercept: float
    """The log odds before any row of the evidence is looked at; with their contributions those of
    the score."""
    alias: str | None = None
    """The query's other name that met; None where it is the name itself."""


def match(text: str, finder: Finder, policy: Policy) -> list[Match]:
    """Find the listed entities that a name may be; see ``match_queries``."""
    return next(match_all([text], finder, policy))


def match_all(texts: Iterable[str], finder: Finder, policy: Policy) -> Iterator[list[Match]]:
    """Find for each name the listed entities that it may be; see ``match_queries``."""
    return match_queries((Query(name=text) for text in texts), finder, policy)


def match_queries(
    queries: Iterable[Query], finder: Finder, policy: Policy
) -> Iterator[list[Match]]:
    """Find for each query the listed entities that it may be.

    Args:
        queries: parties with their names as written, in any script.
        finder: the listed names to compare with.
        policy: which names, from which score on, and how many.

    Yields:
        For each query, in their order, at most one match per entity, best first; entities of equal
        score in the index's order. Empty when nothing reaches the threshold.
    """
    left = iter(queries)
    while asked := [*islice(left, BLOCK)]:
        nothing = finder.unmatched.names(policy.threshold, policy.limit, policy.allowed)
        # What is asked by a name alone is answered alike wherever it stands.
        alone = list(map(name_alone, asked))
        known: dict[str | None, list[Match]] = {name: [] for name in nothing.intersection(alone)}
        new = _looked_for(zip(asked, alone, strict=True), known)
        block = with_words_apart([ParsedQuery.of(query) for query in new], finder)
        proposed = propose(block, finder, policy.threshold, policy.limit, policy.allowed)
        _add_standing(block, proposed, finder, policy)
        found = map(partial(_matches, finder=finder, policy=policy), block, proposed)
        for name in alone:
            matches = known.get(name)
            if matches is None:
                matches = next(found)
                if name is not None:
                    known[name] = matches
                    if not matches:
                        nothing.add(name)
            yield matches


def _looked_for(
    asked: Iterable[tuple[Query, str | None]], known: Container[str | None]
) -> Iterator[Query]:
    """The queries of a block that are no name which is known, or stands in the block before."""
    seen = set[str]()
    for query, name in asked:
        if name is None:
            yield query
        elif name not in known and name not in seen:
            seen.add(name)
            yield query


def _add_standing(
    block: list[ParsedQuery],
    found: list[list[Proposed]],
    finder: Finder,
    policy: Policy,
) -> None:
    """Give each query variants of the listed names that stand whole in it."""
    wholes = [
        (place, one) for place, asked in enumerate(block) for one in asked.names if one.holds_all
    ]
    proposed = standing([one.name for _, one in wholes], finder.vocabulary)
    for (place, one), numbers in zip(wholes, proposed, strict=True):
        if not numbers:
            continue
        asked = block[place]
        person = is_of_persons(asked.kind)
        allowed = allowed_names(finder.index, policy.allowed, person=person)
        for listed, reading in standing_in(one, numbers, finder):
            if allowed is None or allowed[listed]:
                found[place].append((len(asked.names), {listed: inf}))
                asked = asked.with_name(reading)
        block[place] = asked


def standing_in(
    name: AskedName, listed: Iterable[int], finder: Finder
) -> Iterator[tuple[int, AskedName]]:
    """Which of some listed names stand whole in a query's name, each with its reading of it."""
    read = name.reading.translated
    for one in standing_names(name.name, listed, finder):
        if read and not (name.reading.foreign or one.is_told_by_reading(name.name, finder)):
            continue
        reading = one.reading(name.name)
        if read:
            reading = reading._replace(native=name.reading.native)
        yield one.listed, AskedName(reading, name.alias)


class Scored(NamedTuple):
    """A listed name that was compared with one of the query's."""

    score: float
    entity: int
    name: int
    asked: int
    """Which of the query's names."""
    aligned: Aligned
    """How the words met."""
    confirmed: float = 0.0
    """The score where the country asked for is the party's."""


def _compared(
    asked: ParsedQuery, names: Sequence[Proposed], finder: Finder, policy: Policy
) -> Iterator[Scored]:
    """Compare a query with names, those that promise most first, but for those of a party that
    cannot outdo another of its names: of equal scores that of the name that comes first counts.
    """
    owners, best = finder.index.arrays["name_entity"], dict[int, tuple[float, int, int]]()
    least = least_name_score(asked, policy.threshold)
    waiting = sorted(
        (-highest_score(most), listed, number)
        for number, found in names
        for listed, most in found.items()
    )
    proposed = dict(names)
    for promised in waiting:
        _, listed, number = promised
        entity = int(owners[listed])
        known = best.get(entity)
        if known is not None and known < promised:
            continue
        if proposed[number][listed] == ONLY_A_BRAND and not _is_its_brand(
            asked.names[number].reading, listed, finder
        ):
            continue
        one = score_of(asked, number, listed, finder, least)
        reached = -one.score, listed, number
        best[entity] = reached if known is None else min(known, reached)
        yield one


def _matches(
    asked: ParsedQuery, names: Sequence[Proposed], finder: Finder, policy: Policy
) -> list[Match]:
    scored = [*_compared(asked, names, finder, policy)] if names else []
    return ranked(asked, scored, finder, policy)


def ranked(
    asked: ParsedQuery, scored: Sequence[Scored], finder: Finder, policy: Policy
) -> list[Match]:
    """The parties of names that were compared with a query, for all else that it says."""
    if not (asked.numbers or asked.countries or asked.particulars):
        if not scored:
            return []
        best = best_per_entity(one for one in scored if one.score >= policy.threshold)
        return [_explained(asked, one, NOTHING, finder) for one in best[: policy.limit]]
    return _by_circumstances(asked, scored, finder, policy)


def _by_circumstances(
    asked: ParsedQuery, scored: Sequence[Scored], finder: Finder, policy: Policy
) -> list[Match]:
    """The matches of a query that says more than names."""
    known = [
        score_of(asked, number, listed, finder)
        for entity in parties_with(asked, finder.index.registers)
        for listed in finder.index.names_of_entity(entity)
        if policy.allowed is None or policy.allowed[listed]
        for number in range(len(asked.names))
    ]
    around = {
        entity: circumstances(asked, entity, finder.index)
        for entity in {one.entity for one in [*scored, *known]}
    }
    # The best name of a party is best whatever else is known of the party.
    best = best_per_entity(
        one._replace(score=one.confirmed) if around[one.entity].same_country else one
        for one in [*scored, *known]
    )
    moved = [
        one._replace(
            score=around[one.entity].score(one.score, identical=one.aligned.found.identical)
        )
        for one in best
    ]
    moved = best_per_entity(one for one in moved if one.score >= policy.threshold)
    return [_explained(asked, one, around[one.entity], finder) for one in moved[: policy.limit]]


def score_of(
    asked: ParsedQuery, number: int, listed: int, finder: Finder, least: float = 0.0
) -> Scored:
    """Compare one of a query's names with a listed one, word by word; both by their numbers.

    A score below ``least`` need not be exact, only below it.
    """
    reading = asked.names[number].reading
    aligned = align_names(reading, listed, finder)
    found = aligned.found
    entity = int(finder.index.arrays["name_entity"][listed])
    kind = finder.index.entity_kind(entity)
    others = reading.initials and not are_its_initials(reading, listed, aligned, finder)
    if others or (reading.led and kind is not Kind.VESSEL):
        return Scored(0.0, entity, listed, number, aligned)
    person = kind is Kind.PERSON
    value = score(found, kind_of(reading, listed, finder), part=reading.part)
    if reading.others is not None:
        value = as_standing(value, others=bool(reading.others), ordinary=reading.ordinary)
    elif person and in_conflict(found):
        value = lowered_by_conflict(value)
    # Words that were not believed are no brand, though they are read alike (亞信, 亞新).
    brand = bool(aligned.weighed) and value < SAME_WORDS
    if brand and _is_its_brand(reading, listed, finder):
        value = SAME_WORDS
    tells = value >= SURNAME_TELLS or (
        value >= SURNAME_AND_FATHER and has_its_father(reading, listed, aligned, finder)
    )
    rest = listed, aligned, finder
    if tells and (are_all_its_names(reading, *rest) or is_a_rare_surname(reading, *rest)):
        value = max(value, SAME_WORDS)
    asks = reading.name, *rest
    if MIDDLE_NAMES <= value < SAME_WORDS and has_middle_names(*asks):
        value = SAME_WORDS
    if WITHOUT_FATHER <= value < SAME_WORDS and lacks_a_father(*asks, value):
        value = SAME_WORDS
    if reading.syllables:
        value = min(value, unsure())
    if must_be_whole(reading, person=person):
        met = {place for one in aligned.weighed for place in one.link.name}
        value = capped(value, found, reading, finder.name(listed), met)
    if value < least:
        return Scored(value, entity, listed, number, aligned, value)
    most = limited(value, reading, listed, aligned, finder)
    return Scored(most.value, entity, listed, number, aligned, most.confirmed)


def _is_its_brand(reading: NameVariant, listed: int, finder: Finder) -> bool:
    """Whether a listed name is called by a word of a query (``is_brand``), which is all of it."""
    if reading.part or says_a_people(reading.name):
        return False
    return is_brand(reading.name, finder.name(listed), finder.zipf_of, native=reading.native)


def best_per_entity(scored: Iterable[Scored]) -> list[Scored]:
    """Keep each entity's best name; best entities first, ties by their order in the index."""
    best: dict[int, Scored] = {}
    for one in sorted(scored, key=lambda one: (-one.score, one.entity, one.name, one.asked)):
        best.setdefault(one.entity, one)
    return list(best.values())


def _explained(asked: ParsedQuery, one: Scored, around: Circumstances, finder: Finder) -> Match:
    met = asked.names[one.asked]
    evidence, intercept, reason = justify(
        met.reading, one.name, finder, one.score, around, one.aligned
    )
    said = f"By its other name '{met.alias}': {reason}" if met.alias else reason
    return Match(
        entity=one.entity,
        name=one.name,
        score=one.score,
        evidence=evidence,
        reason=" ".join((*around.sentences(), said)),
        intercept=intercept,
        alias=met.alias,
    )
