"""Results on their way to a file, so that a run that is killed can be resumed where it stopped.

Lines go to ``OUTPUT.partial`` and, of rows that were not screened, to
``OUTPUT.rejected.csv.partial``. Beside them a checkpoint says how many rows are done and how long
both files were then; it is replaced in one step, after the lines are on the disk. Whatever
lies beyond that length when a run is resumed may be incomplete, and is cut off and made again.
"""

import json
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO
from uuid import uuid4

from records import StoreError, UsageError
from screening.batch.rows import Block, Counts
from store.atomic import replace_text, sync
from store.lock import try_lock

# Of the checkpoint; one of another version is not resumed.
VERSION = 1
SUMMARY = ".summary.json"
SECONDS = 2.0
"""Between checkpoints: what is lost of a killed run, at most. Each costs some milliseconds."""


def beside(output: Path, end: str) -> Path:
    """A file with the output's name and something after it."""
    return output.with_name(output.name + end)


class Spool:
    """The files of one run. Opening one begins the run or goes on with it.

    Args:
        output: where the results will be.
        facts: what the results depend on: input, editions, settings, engine, form.
        heads: what stands before the first line of both files.
        resume: whether to go on with a run that did not end.
        seconds: between checkpoints.

    Raises:
        UsageError: there is a run that did not end, and ``resume`` was not asked for, or it was
            made of other facts.
        StoreError: the files cannot be written, or another run is writing them.
    """

    def __init__(
        self,
        output: Path,
        facts: Mapping[str, Any],
        heads: tuple[bytes, bytes],
        *,
        resume: bool,
        seconds: float = SECONDS,
    ) -> None:
        self.output, self._facts, self._seconds = output, dict(facts), seconds
        self.lines = beside(output, ".partial")
        self.rejected = beside(output, ".rejected.csv.partial")
        self.checkpoint = beside(output, ".checkpoint.json")
        self.rows, self.counts, self.whole, self.run = 0, Counts(), False, uuid4().hex
        if not resume and (self.lines.exists() or self.checkpoint.exists()):
            raise UsageError(
                f"{self.lines}: an unfinished run. Resume it with --resume, or delete it and its "
                "checkpoint to start again. Nothing was screened"
            )
        saved = self._saved()
        self._files: tuple[BinaryIO, ...] = ()
        if saved is not None:
            self.rows, self.whole, self.run = saved["rows"], saved["whole"], saved["run"]
            self.counts = Counts(**saved["counts"])
        if not self.whole:
            self._open(heads, saved["bytes"] if saved else None)
        self._saved_at = time.monotonic()

    def _saved(self) -> dict[str, Any] | None:
        try:
            saved: dict[str, Any] = json.loads(self.checkpoint.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        differing = [key for key in self._facts if saved["facts"].get(key) != self._facts[key]]
        if saved["version"] != VERSION or differing:
            what = " and ".join(differing) or "the program"
            raise UsageError(
                f"{self.checkpoint}: not the same run: {what} changed since. Nothing was "
                f"screened. Delete it and {self.lines.name} to start again"
            )
        return saved

    def _open(self, heads: tuple[bytes, bytes], lengths: list[int] | None) -> None:
        lines = self.lines.open("ab")
        if not try_lock(lines):
            lines.close()
            raise StoreError(f"{self.lines}: another run is writing it. Nothing was screened")
        self._files = (lines, self.rejected.open("ab"))
        try:
            if lengths is None:
                for file, start in zip(self._files, heads, strict=True):
                    file.truncate(0)
                    file.write(start)
                self.save()
            else:
                for file, length in zip(self._files, lengths, strict=True):
                    self._cut(file, length)
        except BaseException:
            self.close()
            raise

    def _cut(self, file: BinaryIO, length: int) -> None:
        if os.fstat(file.fileno()).st_size < length:
            raise StoreError(
                f"{file.name}: shorter than its checkpoint says, so the run cannot be resumed. "
                "Delete both to start again"
            )
        file.truncate(length)
        file.seek(0, os.SEEK_END)

    def add(self, block: Block) -> None:
        """Take in what became of the next rows."""
        for file, data in zip(self._files, (block.lines, block.rejected), strict=True):
            file.write(data)
        self.rows = block.last_row
        self.counts += block.counts
        if time.monotonic() - self._saved_at >= self._seconds:
            self.save()

    def save(self) -> None:
        """Make what was taken in so far outlast this process."""
        for file in self._files:
            file.flush()
            os.fsync(file.fileno())
        state = {
            "version": VERSION,
            "facts": self._facts,
            "run": self.run,
            "rows": self.rows,
            "whole": self.whole,
            "counts": asdict(self.counts),
            "bytes": [file.tell() for file in self._files],
        }
        replace_json(self.checkpoint, state)
        self._saved_at = time.monotonic()

    def finish(
        self,
        make: Callable[[Path, Path], None] | None,
        summarised: Callable[[], dict[str, Any]],
    ) -> dict[str, Any]:
        """Put the results in their place. A run that is killed meanwhile finishes when it goes on.

        Args:
            make: makes a file (second) of the lines (first); None where the lines are the results.
            summarised: gives what to write beside them, once they are there.

        Returns:
            What was written beside them.
        """
        if not self.whole:
            self.whole = True
            self.save()
            self.close()
        if self.lines.exists():
            ready = self.lines
            if make is not None:
                ready = beside(self.output, ".new")
                make(self.lines, ready)
                sync(ready)
            self._keep_rejected()
            ready.replace(self.output)
            self.lines.unlink(missing_ok=True)
        summary = summarised()
        replace_json(beside(self.output, SUMMARY), summary)
        self.checkpoint.unlink(missing_ok=True)
        return summary

    def _keep_rejected(self) -> None:
        kept = beside(self.output, ".rejected.csv")
        if not self.counts.not_screened:
            kept.unlink(missing_ok=True)
            self.rejected.unlink(missing_ok=True)
        elif self.rejected.exists():
            self.rejected.replace(kept)

    def close(self) -> None:
        """Let go of the files; what was not saved may be lost."""
        for file in self._files:
            file.close()

    def __enter__(self) -> "Spool":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def replace_json(path: Path, data: Mapping[str, Any]) -> None:
    """Write a small JSON file.

    The temporary file has a fixed name: the spool is locked, and a run that is killed again and
    again must not litter the folder of its results.
    """
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    replace_text(path, text, beside(path, ".new"))
