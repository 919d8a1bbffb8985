"""Names against the lists, and names against each other."""

from collections.abc import Iterable, Iterator, Sequence

from matcher import Match, Policy, decide, match_all
from matcher import compare as compare_names
from records import Comparison, Decision, Hit, Kind, NameAnswer, Settings
from screening.engine import ENGINE, Engine, language
from store.home import Home


def match(engine: Engine, names: Sequence[str], settings: Settings) -> Iterator[NameAnswer]:
    """Screen names.

    Args:
        engine: the list editions to screen against.
        names: as written, one party each, in any script.
        settings: threshold, limit, kinds.

    Yields:
        One answer for each name, in their order.
    """
    policy = Policy(settings.threshold, settings.limit, engine.allowed(settings.kinds))
    for name, matches in zip(names, match_all(names, engine.finder, policy), strict=True):
        hits = tuple(hit(engine, found, settings) for found in matches)
        yield NameAnswer(
            query=name,
            decision=hits[0].decision if hits else Decision.NO_MATCH,
            hits=hits,
            screened_against=engine.screened_against,
            engine=ENGINE,
            settings=settings,
            warnings=engine.warnings,
        )


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
