"""Replays a kept screening on the editions it was made on, and compares the answers."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from typing import Any

from records import (
    Document,
    DocumentAnswer,
    Screening,
    Snapshot,
    StoreError,
    canonical,
    digest,
)
from screening.answers import place_hits
from screening.answers.derived_hits import DERIVED, OWNERSHIP, as_hits
from screening.answers.json_lines import hit, span_hit
from screening.answers.old_versions import as_kept
from screening.answers.place_hits import PLACE
from screening.batch.kept import repeated
from screening.cases.alerts import number_of
from screening.documents.screen import screen
from screening.engine.engine import ENGINE, Engine
from screening.engine.index_cache import Notify
from screening.monitoring.party_screener import PartyScreener
from screening.names.inputs import documents_from
from screening.names.match import match_queries, workers_for
from screening.ownership.answers import Owners
from screening.ownership.derived import with_derived
from store import alerts, counterparties, screenings
from store.catalogue import Catalogue
from store.counterparties import query_from
from store.database import Database
from store.home import Home
from store.schema import DESK_SINCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """What came out."""

    screening: Screening
    engine: str
    """The program that repeated it."""
    compared: int
    """Names, documents or pairs that were compared."""
    differences: tuple[str, ...]
    """A line each; empty when the same came out."""


def replay(home: Home, written: str, *, workers: int | None = None, notify: Notify) -> Replay:
    """Repeat a screening and compare.

    Args:
        home: where it and its editions are kept.
        written: its id.
        workers: processes to use; None for as many as are worth it.
        notify: told when an index has to be built first.

    Raises:
        UsageError: there is no such screening.
        StoreError: an edition that it was made on is no longer there.
    """
    with Database.of(home).reading(DESK_SINCE) as view:
        kept = screenings.get(view, number_of(written, "S"))
    lists = [item.list for item in kept.screened_against]
    with closing(
        Engine.of_editions(home, _editions(home, kept), lists=lists, notify=notify)
    ) as engine:
        again = _REPLAYS[kept.kind](home, engine, kept, workers)
        differences = list(again.differences)
    if digest(canonical(kept.answer)) != kept.answer_sha256:
        differences.insert(0, "the kept answer was changed after it was written")
    return replace(again, differences=tuple(differences))


def _editions(home: Home, kept: Screening) -> tuple[Snapshot, ...]:
    catalogue = Catalogue(home)
    found = []
    for item in kept.screened_against:
        snapshot = catalogue.snapshot(item.list, item.sha256)
        if snapshot is None or not snapshot.folder.is_dir():
            raise StoreError(
                f"{kept.id}: the edition {item.sha256[:12]} of {item.list} is no longer in this "
                "home, so it cannot be replayed. Nothing was changed"
            )
        found.append(snapshot)
    return tuple(found)


def _owners(home: Home, engine: Engine, kept: Screening) -> Owners | None:
    """The ownership data that was in use when a screening was made."""
    return Owners.open(home, engine, threshold=kept.settings.threshold, as_of=kept.at)


def _names(home: Home, engine: Engine, kept: Screening, workers: int | None) -> Replay:
    queries = [query_from(canonical(item)) for item in kept.input]
    answers = match_queries(
        engine, queries, kept.settings, workers=workers_for(len(queries), workers)
    )
    # Earlier versions did not keep what rests on ownership.
    told = any(DERIVED in found for hits in kept.answer for found in hits)
    owners = _owners(home, engine, kept) if told or kept.engine == ENGINE else None
    placed = kept.engine == ENGINE or any(PLACE in found for hits in kept.answer for found in hits)
    now = [
        [
            *map(hit, answer.hits),
            *as_hits(engine, answer.derived or ()),
            *(place_hits.as_hits(answer.places or ()) if placed else ()),
        ]
        for answer in with_derived(owners, queries, answers)
    ]
    differences = [
        line
        for query, before, after in zip(queries, kept.answer, now, strict=True)
        for line in _hits_differ(query.name, before, after)
    ]
    return _replay(kept, len(queries), differences)


def _documents(home: Home, engine: Engine, kept: Screening, workers: int | None) -> Replay:  # noqa: ARG001
    differences: list[str] = []
    for item, before in zip(kept.input, kept.answer, strict=True):
        name = item["document"]
        document = _document(name)
        if document is None or document.sha256 != item["sha256"]:
            differences.append(f"{name}: missing or changed since, so not repeated")
            continue
        answer: DocumentAnswer = screen(engine, document, kept.settings)
        after = [span_hit(found) for found in answer.hits]
        differences += _hits_differ(name, before["hits"], after)
    return _replay(kept, len(kept.input), differences)


def _document(name: str) -> Document | None:
    """A document that was screened, as it is now; None where it cannot be read again."""
    outer = Path(name.partition("!/")[0])
    if not outer.is_file():
        return None
    return next((one for one in documents_from([outer], BytesIO()) if one.path == name), None)


def _run(home: Home, engine: Engine, kept: Screening, workers: int | None) -> Replay:
    """A run of monitoring: all that was monitored then, against what was found until then."""
    with Database.of(home).reading(DESK_SINCE) as view:
        if view is None:
            raise AssertionError(kept)
        before = {
            (row["party"], row["entity_id"]): json.loads(row["hit"])["score"]
            for row in alerts.findings_until(view, kept.number).values()
            if row["what"] != "gone"
        }
        parties = list(counterparties.present_at(view, screenings.seen_change(view, kept.number)))
    owners = _owners(home, engine, kept) if kept.answer.get(OWNERSHIP) else None
    work = PartyScreener(engine, kept.settings, owners=owners)
    after = {
        (pair.party, pair.entity_id): pair.hit["score"]
        for pair in work.pairs(parties, workers_for(len(parties), workers))
    }
    differences = [
        f"{party} and {entity_id}: {_scored(before.get(key))} then, {_scored(after.get(key))} now"
        for key in sorted(before.keys() | after.keys())
        for party, entity_id in [key]
        if before.get(key) != after.get(key)
    ]
    return _replay(kept, len(before.keys() | after.keys()), differences)


def _table(home: Home, engine: Engine, kept: Screening, workers: int | None) -> Replay:  # noqa: ARG001
    return _replay(kept, kept.answer["rows"], list(repeated(engine, kept, workers)))


def _hits_differ(
    name: str, before: list[dict[str, Any]], after: list[dict[str, Any]]
) -> Iterator[str]:
    for one, other in zip_longest(before, after):
        if canonical(one) != canonical(as_kept(other, one)):
            yield f"{name!r}: {_told(one)} then, {_told(other)} now"


def _told(found: dict[str, Any] | None) -> str:
    return "nothing" if found is None else f"{found['entity_id']} {_scored(found['score'])}"


def _scored(score: float | None) -> str:
    return "nothing" if score is None else f"{score:.4f}"


def _replay(kept: Screening, compared: int, differences: list[str]) -> Replay:
    return Replay(screening=kept, engine=ENGINE, compared=compared, differences=tuple(differences))


_REPLAYS: dict[str, Callable[[Home, Engine, Screening, int | None], Replay]] = {
    "match": _names,
    "screen": _documents,
    "batch": _table,
    "monitor": _run,
}
