"""Which two editions are meant: in use or before, of a date, or in files that were never loaded.

us_ofac_sdn                the edition in use
us_ofac_sdn@2025-11-04     the one that its publisher dated so
us_ofac_sdn@36c517bd       the one whose SHA-256 begins so
2026-01-31                 of every list the one that was in use then
old/sdn_advanced.xml       a file, or a folder of files
"""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lists import source
from records import Snapshot, StoreError, UsageError
from screening.engine.freshness import not_future
from screening.updates.unloaded_files import read_files
from store.catalogue import Catalogue
from store.copies import is_kept
from store.home import Home
from store.times import moment

Notify = Callable[[str], None]
# Digits that name an edition: with fewer a word or a year would.
SHORTEST_DIGEST = 4
_NOTHING = "Nothing was compared"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedEditions:
    """What one side of a comparison is made of."""

    meant: str
    """As it was asked for."""
    by_source: Mapping[str, Snapshot]
    every: bool
    """Whether a list that is not among them was not in use, rather than not asked for."""
    lacking: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By list the files of its set that were not there: their contents are not compared."""


class EditionResolver:
    """Finds editions in a home, and reads those that are in files."""

    def __init__(self, home: Home, temporary: Home, notify: Notify) -> None:
        self._catalogue = Catalogue(home)
        self._temporary = temporary
        self._notify = notify

    def is_list(self, text: str) -> bool:
        """Whether this is the name of a list that is in use."""
        return any(text == snapshot.source for snapshot in self._catalogue.active())

    def in_use(self) -> ComparedEditions:
        """What is in use now."""
        return _every("what is in use", self._catalogue.active())

    def with_the_ones_before(
        self, wanted: set[str] | None
    ) -> list[tuple[Snapshot | None, Snapshot | None]]:
        """Of every list the edition in use, and the one that was in use before it."""
        pairs: list[tuple[Snapshot | None, Snapshot | None]] = []
        alone = False
        for snapshot in self._catalogue.active():
            if wanted is not None and snapshot.source not in wanted:
                continue
            past = [item.snapshot for item in self._catalogue.history(snapshot.source)]
            before = [each for each in past if each.sha256 != snapshot.sha256]
            if before:
                pairs.append((_whole(before[-1]), _whole(snapshot)))
            else:
                alone = True
                self._notify(f"{snapshot.source}: no other edition was in use before; left out")
        if not pairs and not alone:
            raise UsageError(
                "none of these lists is in use, so there is nothing to compare. "
                "Give OLD and NEW: see namewarden diff --help"
            )
        return pairs

    def editions(self, text: str) -> ComparedEditions:
        """What one side means."""
        path = Path(text)
        name, at, which = text.partition("@")
        if path.exists():
            return self._in_files(path)
        if at and os.sep not in text:
            return _one(text, self._chosen(source(name).name, which))
        if self.is_list(text):
            return _one(text, self.in_use().by_source[text])
        if text[:1].isdigit():
            not_future(text)
            return _every(f"on {text}", self._catalogue.active(moment(text)))
        raise UsageError(
            f"{text!r} is not a list in use, a date, a file or a folder. Write SOURCE@EDITION, "
            f"SOURCE@SHA-256, a date like 2026-01-31, or a path. {_NOTHING}"
        )

    def _chosen(self, name: str, which: str) -> Snapshot:
        past = [item.snapshot for item in self._catalogue.history(name)]
        digest = which.lower() if len(which) >= SHORTEST_DIGEST else None
        dated = [snapshot for snapshot in past if snapshot.edition == which]
        found = dated or [each for each in past if digest and each.sha256.startswith(digest)]
        if not found:
            known = dict.fromkeys(f"{name}@{each.edition or each.sha256[:12]}" for each in past)
            raise UsageError(
                f"{name}@{which}: unknown edition; expected one of: "
                f"{', '.join(known) or 'none'}. {_NOTHING}"
            )
        others = {each.sha256 for each in found} - {found[-1].sha256}
        if others and not dated:
            raise UsageError(f"{name}@{which}: several editions begin so. {_NOTHING}")
        if others:
            self._notify(
                f"{name}@{which}: {len(others) + 1} editions of that date; the last one is taken. "
                f"Name another by its SHA-256: {', '.join(each[:12] for each in sorted(others))}"
            )
        return _whole(found[-1])

    def _in_files(self, path: Path) -> ComparedEditions:
        read = read_files(path, self._temporary, self._notify)
        return ComparedEditions(
            meant=str(path), by_source=read.by_source, every=False, lacking=read.lacking
        )


def _one(meant: str, snapshot: Snapshot) -> ComparedEditions:
    return ComparedEditions(meant=meant, by_source={snapshot.source: _whole(snapshot)}, every=False)


def _every(meant: str, snapshots: Sequence[Snapshot]) -> ComparedEditions:
    return ComparedEditions(
        meant=meant,
        by_source={snapshot.source: _whole(snapshot) for snapshot in snapshots},
        every=True,
    )


def _whole(snapshot: Snapshot) -> Snapshot:
    if not is_kept(snapshot):
        raise StoreError(
            f"{snapshot.folder}: this edition of {snapshot.source} is no longer kept. {_NOTHING}"
        )
    return snapshot
