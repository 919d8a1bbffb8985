"""Documents against the lists."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from matcher.mentions.find import Mention, search_all
from matcher.search.match import Policy
from records import (
    Decision,
    DerivedSpan,
    Document,
    DocumentAnswer,
    DocumentStatus,
    Passage,
    PlaceSpan,
    Settings,
    Span,
    SpanHit,
)
from screening.documents.joined import without_repeats
from screening.documents.neighbours import neighbours, runs_on, with_passages
from screening.documents.owned import owned_in
from screening.documents.party_fields import (
    in_party_fields,
    in_party_lines,
    kinds_in_fields,
    merged,
)
from screening.documents.places import places_in
from screening.documents.ship_fields import in_ship_fields, kinds_of_ships
from screening.documents.unsearched import with_unsearched
from screening.engine.engine import ENGINE, Engine
from screening.engine.settings import with_weak_names
from screening.names.match import hit


def screen(engine: Engine, document: Document, settings: Settings) -> DocumentAnswer:
    """Find the listed names in a document.

    Args:
        engine: the list editions to screen against.
        document: what a reader got out of a file; one that was not read has no hits, and its
            status says so.
        settings: threshold, limit for one span, kinds.

    Returns:
        The hits in the order of the text. The reader's status stays, but that a document of which
        a part was not searched is partly screened, with the reason.
    """
    hits: tuple[SpanHit, ...] = ()
    places: tuple[PlaceSpan, ...] = ()
    derived: tuple[DerivedSpan, ...] | None = None
    if document.status is not DocumentStatus.NOT_SCREENED:
        weak = with_weak_names(settings)
        allowed = engine.allowed(settings.kinds, weak=weak)
        policy = Policy(settings.threshold, settings.limit, allowed)
        passages = document.passages
        searched = search_all([passage.text for passage in passages], engine.searcher, policy)
        # Fields repeat as words do: where the search stopped, so does that of the fields.
        last = searched.stopped.text + 1 if searched.stopped else len(passages)
        in_fields = engine.allowed(kinds_in_fields(settings.kinds), weak=weak)
        fields = replace(policy, allowed=in_fields)
        named = in_party_fields(passages[:last], engine.searcher, fields)
        lines = in_party_lines(passages[:last], engine.searcher, policy)
        of_ships = replace(
            policy, allowed=engine.allowed(kinds_of_ships(settings.kinds), weak=weak)
        )
        ships = in_ship_fields(passages[:last], engine.searcher, of_ships)
        document = with_unsearched(document, searched)
        hits = without_repeats(
            _span_hit(engine, passage, item, settings)
            for number, (passage, items) in enumerate(zip(passages, searched.found, strict=True))
            for item in merged(items, _in_fields(number, named, lines, ships))
        )
        places = places_in(engine, passages[:last], settings)
        derived = owned_in(engine, passages[:last], settings)
        document, over_ends = _over_ends(engine, document, policy, settings, hits)
        hits = (*hits, *over_ends)
    return DocumentAnswer(
        document=document,
        hits=hits,
        screened_against=engine.screened_against,
        engine=ENGINE,
        settings=settings,
        warnings=engine.warnings,
        places=places,
        derived=derived,
    )


def _in_fields(number: int, *fields: Mapping[int, list[Mention]]) -> list[Mention]:
    return [item for one in fields for item in one.get(number, ())]


def _over_ends(
    engine: Engine,
    document: Document,
    policy: Policy,
    settings: Settings,
    known: Iterable[SpanHit],
) -> tuple[Document, list[SpanHit]]:
    """Names that run on into the next passage, of parties that the document names nowhere else; the
    passages in which they stand are put behind its text.
    """
    joined = neighbours(document.passages)
    if not joined:
        return document, []
    searched = search_all([one.passage.text for one in joined], engine.searcher, policy)
    language = engine.index.language
    seen = {one.hit.entity_id for one in known}
    hits, added = list[SpanHit](), list[Passage]()
    end = document.passages[-1].start + len(document.passages[-1].text) + 1
    for one, items in zip(joined, searched.found, strict=True):
        met = [_span_hit(engine, one.passage, item, settings) for item in items]
        met = [hit for hit in met if hit.hit.entity_id not in seen and runs_on(one, hit, language)]
        if met:
            seen |= {hit.hit.entity_id for hit in met}
            added.append(replace(one.passage, start=end))
            hits += [
                replace(
                    hit, span=replace(hit.span, start=hit.span.start + end, end=hit.span.end + end)
                )
                for hit in met
            ]
            end += len(one.passage.text) + 1
    return with_passages(document, added) if added else document, hits


def _span_hit(engine: Engine, passage: Passage, found: Mention, settings: Settings) -> SpanHit:
    span = Span.of(passage, found.start, found.end)
    reported = hit(engine, found.match, settings)
    if found.by_short_form:
        reported = replace(reported, decision=Decision.REVIEW)
    return SpanHit(span=span, hit=reported, found_by=found.found_by)
