"""Keeps the lists current: updates at intervals, and notices to those who want them."""

import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from lists import SOURCES, source
from records import NoticeError, StoreError, UsageError
from screening.updates.update import UpdateResult
from screening.watch.notices import Channels, Notice, deliver, notice, worth_telling
from screening.watch.schedule import LEAST_HOURS, Update, Watch

Notify = Callable[[str], None]
MOST_PENDING = 50
"""Notices that wait for a channel that does not answer; the oldest are given up, with a line."""


def watch(
    names: Sequence[str],
    update: Update,
    *,
    every_hours: float,
    channels: Channels,
    notify: Notify,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[UpdateResult]:
    """Update lists for ever; ``watch.stoppable`` ends it.

    Args:
        names: the lists; empty for those that are meant for everybody.
        update: updates the lists with these names, as ``screening.updates.update.update`` does.
        every_hours: how often each is asked for; sooner after a failure, with growing waits.
        channels: where notices go. One that does not get through is sent again after the next
            round.
        notify: gets progress, one line at a time.
        sleep: waits a number of seconds.

    Yields:
        Each result as it comes.

    Raises:
        UnknownListError: a name is not that of a list.
        UsageError: ``every_hours`` is less than is polite.
    """
    if every_hours < LEAST_HOURS:
        raise UsageError(
            f"--every {every_hours:g}: too often for the publishers. At least {LEAST_HOURS} hours"
        )
    wanted = [source(name).name for name in dict.fromkeys(names)]
    plan = Watch(
        sources=wanted or [each.name for each in SOURCES if each.url and each.by_default],
        update=partial(_safely, update),
        every_hours=every_hours,
        sleep=sleep,
    )
    pending: list[Notice] = []
    for results, news in plan.rounds():
        if told := worth_telling(news):
            pending.append(notice(told))
        # Before the results are printed, for whoever reads them may end the watch.
        pending = _delivered(channels, pending, notify)
        yield from results


def _safely(update: Update, names: Sequence[str]) -> Sequence[UpdateResult]:
    try:
        return update(names)
    except StoreError as error:  # a full disk may have room again in an hour
        return [
            UpdateResult(source=name, status="failed", message=f"{name}: {error}", snapshot=None)
            for name in names
        ]


def _delivered(channels: Channels, pending: list[Notice], notify: Notify) -> list[Notice]:
    """Send notices in their order, and return those that have to wait."""
    for number, told in enumerate(pending):
        try:
            deliver(channels, told, notify)
        except NoticeError as error:
            waiting = pending[number:]
            notify(
                f"{error}. The lists are as the results say. {len(waiting)} notices wait for the "
                "next round"
            )
            for lost in waiting[:-MOST_PENDING]:
                notify(f"given up: {lost.subject}")
            return waiting[-MOST_PENDING:]
    return []
