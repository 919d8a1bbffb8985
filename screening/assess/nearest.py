"""How near a missed entry was: its own score, asked for alone."""

from dataclasses import replace
from functools import cached_property

import numpy as np

from matcher.search.match import Policy, match_queries
from records import Query
from screening.assess.outcomes import NEAREST, Outcome
from screening.engine.engine import Engine


class Nearest:
    """Asks an engine for one entry at a time."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @cached_property
    def _numbers(self) -> dict[str, int]:
        ids = self._engine.index.entity_ids
        return {ids[number]: number for number in range(len(ids))}

    def of(self, missed: Outcome) -> Outcome:
        """The outcome with the score and the reason of the entry that was not among the hits."""
        number = self._numbers.get(missed.trial.record.entity_id)
        if number is None:
            return replace(missed, reason="the entry is on none of the lists searched")
        index = self._engine.index
        mask = np.asarray(index.arrays["name_entity"] == number)
        query = Query(name=missed.trial.written)
        matches = next(match_queries([query], self._engine.finder, Policy(NEAREST, 1, mask)))
        if not matches:
            return missed
        return replace(
            missed,
            score=matches[0].score,
            matched_name=index.name_texts[matches[0].name],
            reason=matches[0].reason,
        )
