"""Screens documents in processes of their own, each within a time limit.

A document that was made to be hard keeps a processor busy, and Python does one thing at a time in
a process: in the process that answers people it would stop everybody. Here it is stopped instead,
and reported as not screened.
"""

from hashlib import sha256
from queue import SimpleQueue

from records import (
    Document,
    DocumentAnswer,
    DocumentStatus,
    ListWarning,
    WorkerError,
)
from screening.documents.files import File, ScreenRequest, screen_file
from screening.engine.engine import ENGINE, Engine
from screening.engine.workers import Worker

ParsedQuery = tuple[File, ScreenRequest, tuple[ListWarning, ...]]


class DocumentProcesses:
    """So many processes, which are started when they are first needed and kept."""

    def __init__(self, processes: int, seconds: float) -> None:
        """Begin; no process is started yet.

        Args:
            processes: how many documents are screened at once.
            seconds: for one document, with the files inside it.
        """
        self._slots: SimpleQueue[_Slot] = SimpleQueue()
        self._all = [_Slot(seconds) for _ in range(processes)]
        for slot in self._all:
            self._slots.put(slot)

    def screen(self, engine: Engine, file: File, request: ScreenRequest) -> list[DocumentAnswer]:
        """Screen one file and the files inside it; waits until a process is free.

        Returns:
            As ``screen_file``; one answer that it is not screened when it took too long or ended
            its process.

        Raises:
            NoListsError: one of the lists asked for is not loaded.
        """
        slot = self._slots.get()
        try:
            return slot.screen(engine, file, request)
        finally:
            self._slots.put(slot)

    @property
    def processes(self) -> tuple[int, ...]:
        """The ids of those that run."""
        return tuple(slot.process for slot in self._all if slot.process is not None)

    def close(self) -> None:
        """End the processes, whatever they do."""
        for slot in self._all:
            slot.end()


class _Slot:
    """A place for one document at a time, with the process that serves it."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._worker: Worker[ParsedQuery, list[DocumentAnswer]] | None = None
        self._editions: tuple[tuple[str, str], ...] = ()

    @property
    def process(self) -> int | None:
        return self._worker.process if self._worker else None

    def screen(self, engine: Engine, file: File, request: ScreenRequest) -> list[DocumentAnswer]:
        editions = tuple((each.source, each.sha256) for each in engine.snapshots)
        if editions != self._editions:
            self.end()
        if self._worker is None:
            self._worker, self._editions = Worker(engine, _screened), editions
        try:
            return self._worker.answer((file, request, tuple(engine.judged)), self._seconds)
        except TimeoutError:
            reason = f"screening it took longer than {self._seconds:g} s and was stopped"
        except WorkerError as error:
            reason = str(error).partition(". ")[0]
        self.end()
        return [_not_screened(engine.on(request.settings.lists), file, request, reason)]

    def end(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.end()


def _screened(engine: Engine, asked: ParsedQuery) -> list[DocumentAnswer]:
    """What a process does with a document."""
    file, request, judged = asked
    # The age of the lists is known today, not when the process was started.
    engine.judged[:] = judged
    return screen_file(engine.on(request.settings.lists), file, request=request)


def _not_screened(
    engine: Engine, file: File, request: ScreenRequest, reason: str
) -> DocumentAnswer:
    return DocumentAnswer(
        document=Document(
            path=file.shown_as,
            sha256=sha256(file.data or b"").hexdigest(),
            media_type="application/octet-stream",
            status=DocumentStatus.NOT_SCREENED,
            reason=reason,
        ),
        hits=(),
        screened_against=engine.screened_against,
        engine=ENGINE,
        settings=request.settings,
        warnings=engine.warnings,
        pictures=() if request.drawn else None,
    )
