"""An assessment from its beginning to its end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from records import Settings
from screening.assess.channels.documents import KINDS, write_documents
from screening.assess.channels.files import screen_texts
from screening.assess.channels.names import Progress, screen_names
from screening.assess.channels.payments import write_payments
from screening.assess.channels.table import rows_of, screen_rows
from screening.assess.listed import ListedRecord
from screening.assess.ordinary import ordinary
from screening.assess.outcomes import Outcome
from screening.assess.results import Results
from screening.assess.sample import draw, population
from screening.assess.trials import CHANNELS, DOCUMENT, NAME, PAYMENT, ROW, Trial, write_names
from screening.assess.ways import Way
from screening.engine.engine import ENGINE, Engine

OUR_OWN = "made of parts (our own)"
Notify = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentPlan:
    """What to assess."""

    settings: Settings
    ways: tuple[Way, ...]
    sample: int
    seed: int = 1
    per_way: int = 400
    """Trials of one way, at most; half as many with ordinary names."""
    per_set: int = 150
    """Documents of one set, and payments of one field, at most."""
    channels: tuple[str, ...] = CHANNELS
    ordinary: Path | None = None
    """A file of ordinary names; None for our own."""


def assess(
    engine: Engine, asked: AssessmentPlan, *, workers: int, notify: Notify, progress: Progress
) -> Results:
    """Draw a sample, write it in all ways, screen it through all channels.

    Args:
        engine: the list editions.
        asked: what to do.
        workers: processes; the results are the same for any number.
        notify: told what begins.
        progress: told how many trials of it are done, and their share.

    Raises:
        UsageError: the file of ordinary names cannot be read.
        StoreError, WorkerError: as for screening.
    """
    clean = ordinary(asked.ordinary, asked.seed)
    notify("assess: reading the lists and writing their names in other ways …")
    everything = population(engine)
    if asked.settings.kinds is not None:
        everything = [record for record in everything if record.kind in asked.settings.kinds]
    sample = draw(everything, size=asked.sample, seed=asked.seed)
    trials = trials_of(sample, everything, clean, asked)
    outcomes = screened(
        engine, trials, asked.settings, workers=workers, notify=notify, progress=progress
    )
    return Results(facts=facts_of(engine, asked, len(sample), len(everything)), outcomes=outcomes)


def trials_of(
    sample: Sequence[ListedRecord],
    everything: Sequence[ListedRecord],
    clean: Sequence[ListedRecord],
    asked: AssessmentPlan,
) -> list[Trial]:
    """All trials, channel by channel, of listed and of ordinary names."""
    ways, seed = asked.ways, asked.seed
    names = [
        *write_names(sample, everything, ways, seed=seed, per_way=asked.per_way),
        *write_names(clean, (), ways, seed=seed, per_way=max(1, asked.per_way // 2)),
    ]
    made: dict[str, Callable[[], list[Trial]]] = {
        NAME: lambda: names,
        ROW: lambda: rows_of(names, per_way=max(1, asked.per_way // 20)),
        PAYMENT: lambda: [
            *write_payments(sample, seed=seed, per_field=asked.per_set),
            *write_payments(clean, seed=seed, per_field=asked.per_set),
        ],
        DOCUMENT: lambda: [
            *write_documents(sample, everything, seed=seed, per_set=asked.per_set),
            *write_documents(clean, (), seed=seed, per_set=asked.per_set),
        ],
    }
    return [one for channel in asked.channels for one in made[channel]()]


def screened(
    engine: Engine,
    trials: Sequence[Trial],
    settings: Settings,
    *,
    workers: int,
    notify: Notify,
    progress: Progress,
) -> list[Outcome]:
    """Screen trials, each through its channel, in their order of channels."""
    of = {channel: [one for one in trials if one.channel == channel] for channel in CHANNELS}
    texts = replace(settings, kinds=settings.kinds or KINDS)
    outcomes: list[Outcome] = []
    for channel, members in of.items():
        if not members:
            continue
        notify(f"assess: {len(members):,} trials as {channel}s …")
        if channel == NAME:
            outcomes += screen_names(engine, members, settings, workers=workers, progress=progress)
        elif channel == ROW:
            outcomes += screen_rows(engine, members, settings, workers=workers)
        else:
            chosen = texts if channel == DOCUMENT else settings
            outcomes += screen_texts(engine, members, chosen, workers=workers, progress=progress)
    return outcomes


def facts_of(engine: Engine, asked: AssessmentPlan, sample: int, published: int) -> dict[str, Any]:
    """What results are made of, as they keep it."""
    settings = asked.settings
    return {
        "engine": ENGINE,
        "editions": [[s.list, s.edition, s.sha256] for s in engine.screened_against],
        "threshold": settings.threshold,
        "limit": settings.limit,
        "kinds": None if settings.kinds is None else [kind.value for kind in settings.kinds],
        "lists": None if settings.lists is None else list(settings.lists),
        "as_of": settings.as_of,
        "sample": sample,
        "published": published,
        "seed": asked.seed,
        "per_way": asked.per_way,
        "per_set": asked.per_set,
        "ways": len(asked.ways),
        "channels": list(asked.channels),
        "ordinary": asked.ordinary.name if asked.ordinary else OUR_OWN,
    }
