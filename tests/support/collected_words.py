"""The words of ordinary language, collected once for all processes of a run of the tests.

Collecting them takes 12 seconds of the processor, and they are the same for every home.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from matcher.columnar.arrays import read, write
from matcher.index.common_words import CommonWords, read_common_words
from matcher.lexicon.everyday import Everyday, read_everyday
from matcher.names.term_weights import Language, read_language
from store.lock import try_lock

FOLDER = "NAMEWARDEN_TESTS_WORDS"
"""Where they are kept; tells the programs that tests start."""

_Kept = TypeVar("_Kept")
_Words = TypeVar("_Words", Language, Everyday)


def collected(folder: Path) -> Language:
    """The common words of ordinary language, with those of all texts."""
    return replace(_language(folder), everyday=_everyday(folder))


def _once(
    folder: Path,
    load: Callable[[], _Kept],
    collect: Callable[[], _Kept],
    meanwhile: Callable[[], object],
) -> _Kept:
    """What the first process that needs it has collected.

    Args:
        folder: where it is kept, for all processes of this run.
        load: reads it; raises OSError where nobody has collected it.
        collect: does so, and keeps it.
        meanwhile: what to do while another process collects it.
    """
    with folder.with_suffix(".lock").open("ab") as lock:
        while not try_lock(lock):
            meanwhile()
            time.sleep(0.05)
        try:
            return load()
        except OSError:
            return collect()


def _nothing() -> None:
    """To be done while another process is at it."""


def _words(
    place: Path,
    kind: Callable[..., _Words],
    collect: Callable[[], _Words],
    meanwhile: Callable[[], object] = _nothing,
) -> _Words:
    """Words and how common they are; arguments as of ``_once``."""

    def load() -> _Words:
        words, _ = read(place)
        return kind(words["hashes"], words["zipf"])

    def keep() -> _Words:
        found = collect()
        write(place, {"hashes": found.hashes, "zipf": found.zipf}, {})
        return found

    return _once(place, load, keep, meanwhile)


@cache
def _language(folder: Path) -> Language:
    """The common words of the languages in which lists are written."""
    return _words(folder / "language", Language, read_language)


@cache
def _everyday(folder: Path) -> Everyday:
    """The words of ordinary texts in all languages."""
    common = partial(common_words, folder)
    return _words(folder / "everyday", Everyday, read_everyday, meanwhile=common)


@cache
def common_words(folder: Path) -> CommonWords:
    """The words of which texts know beforehand what they are."""
    place = folder / "common"

    def collect() -> CommonWords:
        found = read_common_words(_language(folder))
        found.save(place)
        return found

    return _once(place, lambda: CommonWords.load(place), collect, _nothing)


def collectors(folder: Path) -> dict[str, Callable[..., object]]:
    """What takes them from a folder, by the names of what collects them in ``index_cache``."""
    return {
        "read_language": lambda: _language(folder),
        "read_everyday": lambda: _everyday(folder),
        "read_common_words": lambda _: common_words(folder),
    }
