"""Names against the lists, and names against each other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from matcher.comparison.model import decide
from matcher.comparison.pairwise import compare as compare_names
from matcher.search.match import Match, Policy
from matcher.search.match import match_queries as match_all
from matcher.search.query import searchable
from records import Comparison, Decision, Hit, Kind, NameAnswer, Part, Query, Settings
from records.blocks import blocks
from screening.engine.engine import ENGINE, Engine
from screening.engine.index_cache import language
from screening.engine.settings import as_asked, with_weak_names
from screening.engine.workers import cores, in_order
from screening.places.hits import place_hits
from store.home import Home

# Names that a worker gets at once: a tenth of a second's work.
BLOCK = 2048
# Opening the editions in a worker takes as long as screening so many names.
MANY = 5_000


def workers_for(names: int, asked: int | None) -> int:
    """How many processes to use for so many names: all cores where that is worth it."""
    return asked or (cores() if names >= MANY else 1)


def match(
    engine: Engine, names: Sequence[str], settings: Settings, *, workers: int = 1
) -> Iterator[NameAnswer]:
    """Screen names.

    Args:
        engine: the list editions to screen against.
        names: as written, one party each, in any script.
        settings: threshold, limit, kinds.
        workers: processes to use; the answers are the same for any number.

    Yields:
        One answer for each name, in their order.

    Raises:
        WorkerError: a worker was lost; the answers before it have come.
    """
    queries = (Query(name=name) for name in names)
    yield from match_queries(engine, queries, settings, workers=workers)


def match_queries(
    engine: Engine, queries: Iterable[Query], settings: Settings, *, workers: int = 1
) -> Iterator[NameAnswer]:
    """Screen parties by their names, identifiers and countries.

    Args:
        engine: the list editions to screen against.
        queries: in any number; they are read in blocks, so memory stays bounded.
        settings: threshold, limit, kinds.
        workers: how many processes share the work.

    Yields:
        One answer for each query, in their order.

    Raises:
        WorkerError: a worker was lost; the answers before it have come.
    """
    work = partial(_answers, settings=settings)
    for answers in in_order(engine, work, blocks(queries, BLOCK), workers=workers):
        yield from answers


def _answers(engine: Engine, queries: Sequence[Query], *, settings: Settings) -> list[NameAnswer]:
    asked = [as_asked(query, settings) for query in queries]
    read = [searchable(query) for query in asked]
    allowed = engine.allowed(settings.kinds, weak=with_weak_names(settings))
    policy = Policy(settings.threshold, settings.limit, allowed)
    found = match_all(_every(asked, read, settings), engine.finder, policy)
    screened_against, warnings = engine.screened_against, engine.warnings
    answers = []
    for query, own_query, is_read in zip(queries, asked, read, strict=True):
        hits = tuple([hit(engine, one, settings) for one in next(found)])
        if query.parts:
            hits = _with_parts(engine, hits, zip(query.parts, found, strict=False), settings)
        nothing = Decision.NO_MATCH if is_read else Decision.NOT_SCREENED
        places = place_hits(engine, own_query, settings)
        own = hits[0].decision if hits else nothing
        answers.append(
            NameAnswer(
                query=query.name,
                decision=gravest(own, [place.decision for place in places]) if places else own,
                hits=hits,
                screened_against=screened_against,
                engine=ENGINE,
                settings=settings,
                warnings=warnings,
                places=places,
            )
        )
    return answers


def _every(asked: Sequence[Query], read: Sequence[bool], settings: Settings) -> Iterator[Query]:
    """The queries, each with its parts behind it. Of what cannot be screened nothing is looked for:
    a text takes too long to be read as a name.
    """
    for query, is_read in zip(asked, read, strict=True):
        yield query if is_read else _nameless(query)
        for part in query.parts:
            one = as_asked(part.query, settings)
            yield one if searchable(one) else _nameless(one)


def _nameless(query: Query) -> Query:
    return replace(query, name="", aliases=())


def gravest(decision: Decision, others: Iterable[Decision]) -> Decision:
    """The decision of an answer with further hits: a match outdoes a review, which outdoes none."""
    found = {decision, *others}
    return next(one for one in (Decision.MATCH, Decision.REVIEW, decision) if one in found)


def _with_parts(
    engine: Engine,
    own: Sequence[Hit],
    parts: Iterable[tuple[Part, list[Match]]],
    settings: Settings,
) -> tuple[Hit, ...]:
    """The hits of a counterparty and of its parts: of each entity the best, best first."""
    best = {one.entity_id: one for one in own}
    for part, matches in parts:
        for found in (hit(engine, one, settings) for one in matches):
            known = best.get(found.entity_id)
            if known is None or found.score > known.score:
                reason = f"By its {part.role} '{part.query.name}': {found.reason}"
                best[found.entity_id] = replace(found, part=part.label, reason=reason)
    return tuple(sorted(best.values(), key=lambda one: -one.score)[: settings.limit])


def hit(engine: Engine, found: Match, settings: Settings) -> Hit:
    """A match with what the list says of the entity."""
    entity = engine.entity(found.entity)
    return Hit(
        entity_id=entity.id,
        list=entity.source,
        kind=entity.kind,
        caption=entity.caption,
        matched_name=engine.index.name_texts[found.name],
        name_kind=engine.index.name_kind(found.name),
        score=found.score,
        decision=decide(found.score, settings.threshold),
        programmes=entity.programmes,
        countries=entity.countries,
        evidence=found.evidence,
        reason=found.reason,
        alias=found.alias,
        intercept=found.intercept,
        party=engine.party(entity.id),
    )


def compare(
    pairs: Iterable[tuple[str, str]], kind: Kind = Kind.ORGANIZATION, home: Home | None = None
) -> Iterator[Comparison]:
    """Compare names two by two; no list is needed.

    Args:
        pairs: left and right names.
        kind: what the names are names of.
        home: where the common words of ordinary language are kept once they are collected.
    """
    return compare_names(pairs, language(home or Home.default()), kind)
