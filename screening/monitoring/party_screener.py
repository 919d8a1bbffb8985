"""Screens monitored counterparties, and turns their hits into pairs for the alerts."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from hashlib import sha256

from records import Hit, MonitoredParty, NameAnswer, Query, Settings
from screening.answers.json_lines import hit as hit_as_json
from screening.cases.decision_basis import decision_basis
from screening.engine.engine import Engine
from screening.engine.settings import as_asked
from screening.monitoring.alert_changes import Pair
from screening.names.match import match_queries


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
    ) -> None:
        self.engine, self.settings, self._progress = engine, settings, progress
        self._hash, self.count = sha256(), 0
        self._bases: dict[str, str] = {}

    @property
    def input_sha256(self) -> str:
        """Of the ids and contents of all that was screened."""
        return self._hash.hexdigest()

    def pairs(self, parties: Iterable[MonitoredParty], workers: int) -> Iterator[Pair]:
        """What is found, in the order of the counterparties."""
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
            yield from self.of(kept, answer)

    def of(self, kept: MonitoredParty, answer: NameAnswer) -> Iterator[Pair]:
        """The pairs of one counterparty."""
        for hit in answer.hits:
            yield Pair(
                counterparty=kept.number,
                party=kept.counterparty.id,
                name=kept.counterparty.query.name,
                counterparty_sha256=kept.sha256,
                entity_id=hit.entity_id,
                entity_facets=self._basis_of(hit),
                hit=hit_as_json(hit),
            )

    def _basis_of(self, hit: Hit) -> str:
        known = self._bases.get(hit.entity_id)
        if known is None:
            entity = self.engine.listed(hit.entity_id)
            known = self._bases[hit.entity_id] = decision_basis(entity) if entity else ""
        return known
