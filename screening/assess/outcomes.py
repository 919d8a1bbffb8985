"""What became of a trial."""

from collections.abc import Iterable
from dataclasses import dataclass

from screening.assess.trials import Trial

LOWEST = 0.5
"""Names are screened once from this score on, so that every threshold above it can be looked at."""
NEAREST = 0.05
"""What scores less is not told apart from nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The answer to one trial."""

    trial: Trial
    score: float = 0.0
    """Of the entry that has the name, in [0, 1], whether it was among the hits or not; 0 where it
    scored less than ``NEAREST``. Of an ordinary name, that of the best hit."""
    rank: int | None = None
    """Its place among the hits of its own list, by score, from 1; None where it is not among
    them."""
    matched_name: str = ""
    """The name of the entry that met."""
    reason: str = ""
    first_id: str = ""
    """The best hit of any list; empty where there is none from ``LOWEST`` on."""
    first_name: str = ""
    first_score: float = 0.0
    by_list: tuple[tuple[str, float], ...] = ()
    """Of an ordinary name: each list with a hit from ``LOWEST`` on, and the score of its best."""

    def found(self, threshold: float) -> bool:
        """Whether a person sees the right entry at a threshold, ``LOWEST`` or more."""
        return self.rank is not None and self.score >= threshold

    def alarms(self, threshold: float) -> bool:
        """Whether there is any hit at a threshold, ``LOWEST`` or more."""
        return self.first_score >= threshold

    def alarms_on(self, source: str, threshold: float) -> bool:
        """Whether there is a hit of one list at a threshold, ``LOWEST`` or more."""
        return dict(self.by_list).get(source, 0.0) >= threshold


def best_by_list(hits: Iterable[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """The best score of each list, by the lists' names."""
    best: dict[str, float] = {}
    for source, score in hits:
        best[source] = max(score, best.get(source, 0.0))
    return tuple(sorted(best.items()))
