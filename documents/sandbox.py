"""Parsing in a process of its own, with limits of memory and time, killed when it oversteps them.

One process serves many documents, since starting it takes a tenth of a second. It is a new
program, not a fork: our own memory (the index) would count against its limit.
"""

import os
import selectors
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from documents import packed, wire
from documents.limits import MEMORY, SECONDS, SECONDS_WITHOUT_A_SIGN
from documents.reader import Extraction
from records import DocumentError

# Parsers leak a little: a fresh process every now and then costs nothing that could be measured.
_MOST_ANSWERS = 500
_PROGRAM = "import sys; sys.path[:0] = sys.argv[1:]; from documents.worker import main; main()"

_TOLD = ("PATH", "LANG", "LC_", "TZ", "HOME", "TMP", "TEMP", "SYSTEMROOT", "LD_", "DYLD_",
         "PYTHON", "VIRTUAL_ENV", "TESSDATA_PREFIX")  # fmt: skip
"""How the variables begin that a parser gets to see."""


class Sandbox:
    """A process that parses what strangers wrote; started when it is first needed.

    May be used from several threads, which then wait for one another.
    """

    def __init__(self, *, quiet: float = SECONDS_WITHOUT_A_SIGN, longest: float = SECONDS) -> None:
        """Args:
        quiet: seconds without a sign of life after which the process is killed.
        longest: seconds for one document after which it is killed anyway.
        """
        self._quiet, self._longest = quiet, longest
        self._child: _Child | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> "Sandbox":
        """Nothing is started yet."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        self.close()

    def close(self) -> None:
        """End the process; the next question starts another."""
        with self._lock:
            self._end()

    def read(self, data: bytes, media_type: str) -> Extraction:
        """Read a document.

        Raises:
            DocumentError: it cannot be read, or not within the limits.
        """
        header, blobs = self.ask({"media_type": media_type}, data)
        try:
            return wire.extraction_of(header["extraction"], blobs)
        except (wire.WireError, KeyError) as error:
            self.close()
            raise _crashed("it answered nonsense") from error

    def ask(self, header: dict[str, Any], data: bytes) -> wire.Message:
        """Put a question about ``data``, and wait for the answer.

        Raises:
            DocumentError: there is none, or it says that the document is at fault.
        """
        with self._lock:
            fresh = self._child is None
            answer = self._ask(header, data)
            # What earlier documents left behind in the process must not decide about this one.
            if answer is None and not fresh:
                answer = self._ask(header, data)
        if answer is None:
            raise DocumentError(
                f"reading it needs more memory than {MEMORY / 1e6:,.0f} MB, or crashes its "
                "reader: it was stopped and not read. Save it in another format or in parts."
            )
        return answer

    def _ask(self, header: dict[str, Any], data: bytes) -> wire.Message | None:
        """The answer; None when the process died or ran out of memory."""
        if self._child is None or self._child.answered >= _MOST_ANSWERS:
            self._end()
            self._child = _Child()
        try:
            self._child.send(wire.pack(header, [data]))
            answer, blobs = self._child.receive(self._quiet, self._longest)
        except TimeoutError as error:
            self._end()
            raise DocumentError(
                f"reading it took longer than {self._quiet:,.0f} s without an end: it was stopped "
                "and not read. Save it in another format or in parts."
            ) from error
        except (wire.WireError, OSError):
            self._end()
            return None
        if "memory" in answer:
            self._end()
            return None
        if "error" in answer:
            raise DocumentError(_one_line(answer["error"]))
        if "broken" in answer:
            raise DocumentError(
                f"damaged, or of an unusual kind: it was not read ({_one_line(answer['broken'])}). "
                "Open it in its own program and save it again."
            )
        return answer, blobs

    def _end(self) -> None:
        if self._child is not None:
            self._child.end()
            self._child = None


def _one_line(text: object) -> str:
    return " ".join(str(text).split())


def _crashed(how: str) -> DocumentError:
    return DocumentError(f"its reader failed ({how}): it was not read")


def environment(ours: Mapping[str, str]) -> dict[str, str]:
    """What a parser is told of our environment: what Python and tesseract need to start, and
    nothing else, since the rest may hold the service's secrets.
    """
    told = {name: value for name, value in ours.items() if name.startswith(_TOLD)}
    archives = packed.library()
    if archives is not None:
        told[packed.LIBRARY] = archives
    return {**told, "OMP_THREAD_LIMIT": "1"}


class _Child:
    """The process and the pipes to it."""

    def __init__(self) -> None:
        top = str(Path(__file__).resolve().parent.parent)
        # -P: no module out of the folder we happen to stand in, which may be a stranger's.
        self._process = subprocess.Popen(  # noqa: S603 (our own program)
            [sys.executable, "-P", "-c", _PROGRAM, top],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            start_new_session=True,  # so that what it starts dies with it, and Ctrl-C is ours
            env=environment(os.environ),
        )
        self.answered = 0
        self._deadline = 0.0
        self._last = 0.0

    def send(self, pieces: Sequence[bytes]) -> None:
        stdin = self._process.stdin
        for piece in pieces:
            view = memoryview(piece)
            while stdin and view:
                view = view[stdin.write(view) :]

    def receive(self, quiet: float, longest: float) -> wire.Message:
        """The answer to what was sent.

        Raises:
            TimeoutError: it takes too long.
            WireError: the process died.
        """
        end = time.monotonic() + longest
        while True:
            self._deadline = min(end, time.monotonic() + quiet)
            header, blobs = wire.unpack(self._read)
            if "alive" not in header:
                self.answered += 1
                return header, blobs

    def _read(self, length: int) -> bytes:
        assert self._process.stdout is not None  # noqa: S101 (for mypy: it is a pipe)
        descriptor = self._process.stdout.fileno()
        pieces, missing = [], length
        with selectors.DefaultSelector() as selector:
            selector.register(descriptor, selectors.EVENT_READ)
            while missing:
                if not selector.select(max(0.0, self._deadline - time.monotonic())):
                    raise TimeoutError
                piece = os.read(descriptor, min(missing, 1 << 20))
                if not piece:
                    break
                pieces.append(piece)
                missing -= len(piece)
        return b"".join(pieces)

    def end(self) -> None:
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        self._process.wait()
