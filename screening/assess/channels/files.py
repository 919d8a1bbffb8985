"""Trials that are files: screened as ``screen`` does, the right entry found at the name's place."""

from collections.abc import Sequence
from dataclasses import replace

from records import DocumentAnswer, Settings, SpanHit
from screening.assess.channels.names import Progress, in_blocks, judged
from screening.assess.nearest import Nearest
from screening.assess.outcomes import LOWEST, Outcome
from screening.assess.trials import Trial
from screening.documents.files import File, ScreenRequest, screen_file
from screening.engine.engine import Engine

# Files that a worker is handed at once: progress is seen, and no worker waits long.
BLOCK = 64


def screen_texts(
    engine: Engine,
    trials: Sequence[Trial],
    settings: Settings,
    *,
    workers: int = 1,
    progress: Progress = lambda _done, _share: None,
) -> list[Outcome]:
    """Screen trials as files, one each.

    Args:
        engine: the list editions.
        trials: their ``text`` is what the file says.
        settings: limit, kinds and lists; the threshold is ``LOWEST``. In a text with more than one
            party a higher one may find less than these answers show, since a party once named in
            full may be short afterwards; these name one.
        workers: processes.
        progress: told how many are done, and their share.

    Returns:
        One outcome for each trial, in their order.
    """
    work = _Work(replace(settings, threshold=min(LOWEST, settings.threshold)))
    return in_blocks(engine, work, trials, BLOCK, workers=workers, progress=progress)


class _Work:
    """Screens a block; pickled on its way to a worker."""

    def __init__(self, settings: Settings) -> None:
        self._request = ScreenRequest(settings=settings)
        self._nearest: Nearest | None = None

    def __call__(self, engine: Engine, trials: Sequence[Trial]) -> list[Outcome]:
        self._nearest = self._nearest or Nearest(engine)
        return [self._one(engine, one, self._nearest) for one in trials]

    def _one(self, engine: Engine, one: Trial, near: Nearest) -> Outcome:
        file = File(shown_as=one.way, data=one.text.encode())
        answers = screen_file(engine, file, request=self._request)
        found = judged(one, [hit.hit for hit in _hits(answers, one)])
        return near.of(found) if one.record.listed and found.rank is None else found


def _hits(answers: Sequence[DocumentAnswer], one: Trial) -> list[SpanHit]:
    """The hits that count for a trial, best first: of a plain text, those at the name's place."""
    found = [item for answer in answers for item in answer.hits]
    if one.end:
        found = [each for each in found if each.span.start < one.end and one.start < each.span.end]
    return sorted(found, key=lambda each: -each.hit.score)
