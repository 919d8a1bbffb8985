"""Screens monitored counterparties, and turns their hits into pairs for the alerts."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import repeat

from records import DerivedHit, MonitoredParty, NameAnswer, Query, Settings
from records.blocks import blocks
from screening.answers import place_hits
from screening.answers.derived_hits import UNFOLLOWED, basis, beside
from screening.answers.json_lines import hit as hit_as_json
from screening.cases.decision_basis import decision_basis
from screening.engine.engine import Engine
from screening.engine.settings import as_asked
from screening.monitoring.alert_changes import Pair
from screening.names.match import match_queries
from screening.ownership.answers import Owners
from screening.ownership.derived import derived_for_all

# Counterparties whose owners are looked for at once.
_BLOCK = 2048


def as_screened(parties: Iterable[MonitoredParty], settings: Settings) -> Iterable[MonitoredParty]:
    """Counterparties with what the profile does not leave out of them: so they are indexed, too,
    for a list's change has to meet them as a full run would.
    """
    if not settings.leaves_out:
        return parties
    return (
        replace(
            kept,
            counterparty=replace(
                kept.counterparty, query=as_asked(kept.counterparty.query, settings)
            ),
        )
        for kept in parties
    )


class PartyScreener:
    """Counterparties on their way through the engine; counts and hashes what went in."""

    def __init__(
        self,
        engine: Engine,
        settings: Settings,
        progress: Callable[[int], None] = lambda _done: None,
        owners: Owners | None = None,
    ) -> None:
        self.engine, self.settings, self._progress = engine, settings, progress
        self._owners = owners
        self._hash, self.count = sha256(), 0
        self._bases: dict[str, str] = {}

    @property
    def input_sha256(self) -> str:
        """Of the ids and contents of all that was screened."""
        return self._hash.hexdigest()

    def pairs(self, parties: Iterable[MonitoredParty], workers: int) -> Iterator[Pair]:
        """What is found, in the order of the counterparties."""
        for some in blocks(self._answered(parties, workers), _BLOCK):
            asked = [(kept.counterparty.query, kept.counterparty.id) for kept, _ in some]
            owned = repeat(()) if self._owners is None else derived_for_all(self._owners, asked)
            for (kept, answer), derived in zip(some, owned, strict=False):
                yield from self.of(kept, answer, derived)

    def _answered(
        self, parties: Iterable[MonitoredParty], workers: int
    ) -> Iterator[tuple[MonitoredParty, NameAnswer]]:
        waiting: deque[MonitoredParty] = deque()

        def asked() -> Iterator[Query]:
            for kept in parties:
                waiting.append(kept)
                yield kept.counterparty.query

        for answer in match_queries(self.engine, asked(), self.settings, workers=workers):
            kept = waiting.popleft()
            self.count += 1
            self._progress(self.count)
            self._hash.update(f"{kept.counterparty.id}\0{kept.sha256}\n".encode())
            yield kept, answer

    def of(
        self, kept: MonitoredParty, answer: NameAnswer, derived: Iterable[DerivedHit] = ()
    ) -> Iterator[Pair]:
        """The pairs of one counterparty: by its name, and by who owns it."""
        found = {
            hit.entity_id: (hit_as_json(hit), self._basis_of(hit.entity_id)) for hit in answer.hits
        }
        for one in derived:
            entity_id = one.entity_id or UNFOLLOWED
            hit, before = found.get(entity_id, (None, self._basis_of(entity_id)))
            facets = ";".join(filter(None, (before, basis(one))))
            found[entity_id] = beside(self.engine, hit, one), facets
        for place in place_hits.as_hits(answer.places or ()):
            of_it = [one for one in answer.places or () if place_hits.is_of(one, place)]
            found[place["entity_id"]] = place, place_hits.basis(of_it)
        for entity_id, (hit, facets) in found.items():
            yield Pair(
                counterparty=kept.number,
                party=kept.counterparty.id,
                name=kept.counterparty.query.name,
                counterparty_sha256=kept.sha256,
                entity_id=entity_id,
                entity_facets=facets,
                hit=hit,
            )

    def _basis_of(self, entity_id: str) -> str:
        known = self._bases.get(entity_id)
        if known is None:
            entity = self.engine.listed(entity_id)
            known = self._bases[entity_id] = decision_basis(entity) if entity else ""
        return known
