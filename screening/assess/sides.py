"""What the two sides of a comparison are: saved results, or a run of now or of earlier lists.

before/assess.json         what ``assess --output before`` kept
before/assess.json@0.85    the same at another threshold
now                        the other side's trials, screened by this engine on the lists in use
now@0.85                   the same at another threshold
2026-01-31                 on the lists that were in use then
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from records import UsageError
from screening.assess.channels.names import Progress
from screening.assess.results import Results, load
from screening.assess.run import AssessmentPlan, Notify, assess, facts_of, screened
from screening.engine.engine import Engine

NOW = "now"
_OF_TRIALS = (
    "sample", "published", "seed", "per_way", "per_set", "ways", "ordinary",
)  # fmt: skip
"""Facts that belong to the trials, whoever screens them."""
Open = Callable[[str | None], Engine]
"""Opens the lists that are in use (None), or were at a date."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side as it was asked for."""

    what: str
    threshold: float | None

    @property
    def saved(self) -> bool:
        """Whether it is a file."""
        return Path(self.what).is_file()

    @property
    def as_of(self) -> str | None:
        """The date of the lists."""
        return None if self.what == NOW else self.what


def side_of(text: str) -> Side:
    """What a side means.

    Raises:
        UsageError: it is no file, no date and not ``now``.
    """
    what, at, level = text.rpartition("@")
    try:
        side = Side(what, float(level)) if at else Side(text, None)
    except ValueError:
        side = Side(text, None)
    if not (side.saved or side.what == NOW or side.what[:4].isdigit()):
        raise UsageError(
            f"{text!r} is not a file of results, a date or 'now'. Nothing was compared. Files of "
            "results: namewarden assess --output FOLDER writes FOLDER/assess.json"
        )
    if side.threshold is not None and not 0.0 <= side.threshold <= 1.0:
        raise UsageError(f"{text!r}: the threshold is not between 0 and 1")
    return side


class Runner:
    """Makes the sides that are no files."""

    def __init__(
        self, opened: Open, asked: AssessmentPlan, workers: int, notify: Notify, progress: Progress
    ) -> None:
        self._open, self._asked, self._workers = opened, asked, workers
        self._notify, self._progress = notify, progress

    def both(self, before: Side, after: Side) -> tuple[Results, Results]:
        """The results of both sides, on the same trials."""
        first = load(Path(before.what)) if before.saved else None
        second = load(Path(after.what)) if after.saved else None
        if first is None:
            first = self._run(before) if second is None else self.again(second, before)
        if second is None:
            second = self.again(first, after)
        return _at(first, before), _at(second, after)

    def _run(self, side: Side) -> Results:
        engine, asked = self._open(side.as_of), self._at(side)
        return assess(
            engine, asked, workers=self._workers, notify=self._notify, progress=self._progress
        )

    def again(self, other: Results, side: Side) -> Results:
        """The trials of other results, screened again."""
        engine, asked = self._open(side.as_of), self._at(side)
        outcomes = screened(
            engine,
            [one.trial for one in other.outcomes if one.trial.channel in asked.channels],
            asked.settings,
            workers=self._workers,
            notify=self._notify,
            progress=self._progress,
        )
        sizes = {key: other.facts[key] for key in _OF_TRIALS}
        facts = facts_of(engine, asked, other.facts["sample"], other.facts["published"])
        return Results(facts=facts | sizes, outcomes=outcomes)

    def _at(self, side: Side) -> AssessmentPlan:
        settings = replace(self._asked.settings, as_of=side.as_of)
        if side.threshold is not None:
            settings = replace(settings, threshold=side.threshold)
        return replace(self._asked, settings=settings)


def _at(results: Results, side: Side) -> Results:
    return results if side.threshold is None else results.at(side.threshold)
