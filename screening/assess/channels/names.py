"""Names handed in one by one, as ``match`` takes them."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from records import Hit, Settings
from records.blocks import blocks
from screening.assess.nearest import Nearest
from screening.assess.outcomes import LOWEST, Outcome, best_by_list
from screening.assess.trials import Trial
from screening.engine.engine import Engine
from screening.engine.workers import in_order
from screening.names.match import match

# Names that a worker is handed at once: one search's fixed cost is small beside them.
BLOCK = 512
Progress = Callable[[int, float], None]


def screen_names(
    engine: Engine,
    trials: Sequence[Trial],
    settings: Settings,
    *,
    workers: int = 1,
    progress: Progress = lambda _done, _share: None,
) -> list[Outcome]:
    """Screen trials as names.

    Args:
        engine: the list editions.
        trials: what to screen.
        settings: limit, kinds and lists; the threshold is ``LOWEST``, since what a higher one
            leaves out is left out of these answers afterwards.
        workers: processes.
        progress: told how many are done, and their share.

    Returns:
        One outcome for each trial, in their order.
    """
    work = Work(replace(settings, threshold=min(LOWEST, settings.threshold)))
    return in_blocks(engine, work, trials, BLOCK, workers=workers, progress=progress)


def in_blocks(
    engine: Engine,
    work: Callable[[Engine, Sequence[Trial]], list[Outcome]],
    trials: Sequence[Trial],
    size: int,
    *,
    workers: int,
    progress: Progress,
) -> list[Outcome]:
    """Have blocks of trials worked on by some processes; outcomes in the order of the trials."""
    done: list[Outcome] = []
    for block in in_order(engine, work, blocks(trials, size), workers=workers):
        done += block
        progress(len(done), len(done) / max(1, len(trials)))
    return done


class Work:
    """Screens a block; pickled on its way to a worker."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._nearest: Nearest | None = None

    def __call__(self, engine: Engine, trials: Sequence[Trial]) -> list[Outcome]:
        """One outcome for each trial."""
        self._nearest = self._nearest or Nearest(engine)
        answers = match(engine, [one.written for one in trials], self._settings)
        found = [judged(one, answer.hits) for one, answer in zip(trials, answers, strict=True)]
        return [
            self._nearest.of(one) if one.trial.record.listed and one.rank is None else one
            for one in found
        ]


def judged(one: Trial, hits: Sequence[Hit]) -> Outcome:
    """What hits, best first, are worth to a trial."""
    first = hits[0] if hits else None
    found = Outcome(
        trial=one,
        first_id=first.entity_id if first else "",
        first_name=first.matched_name if first else "",
        first_score=first.score if first else 0.0,
    )
    if not one.record.listed:
        if first is None:
            return found
        lists = best_by_list((hit.list, hit.score) for hit in hits)
        return replace(found, score=first.score, reason=first.reason, by_list=lists)
    right = next((hit for hit in hits if hit.entity_id == one.record.entity_id), None)
    if right is None:
        return found
    before = [hit for hit in hits if hit.list == right.list and hit.score > right.score]
    return replace(
        found,
        score=right.score,
        rank=1 + len({hit.entity_id for hit in before}),
        matched_name=right.matched_name,
        reason=right.reason,
    )
