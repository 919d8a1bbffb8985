"""A run over many files that may be stopped at any point and resumed: the answers in a file, and
beside it a journal of what is finished.

The journal gets a line when all answers about an input file are in the answers' file. Whatever the
answers' file holds beyond the journal's last line is of a file that was not finished: it is cut off
and done again. So nothing is doubled and nothing lost, whenever the run was killed.
"""

import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from records import DocumentAnswer, UsageError
from records.as_json import to_json
from screening.answers.output_file import check_output
from screening.documents.files import File, ScreenRequest
from screening.engine.engine import ENGINE, Engine
from screening.engine.index_cache import Notify
from screening.report.output import DOCUMENTS, Form, write

JOURNAL = ".journal"
FORMS = (Form.JSONL, Form.CSV)
"""Those that can be added to, answer after answer."""


_HEADER = (",".join(DOCUMENTS.columns) + "\n").encode()


class ResumableRun:
    """The answers so far."""

    def __init__(self, path: Path, made_with: dict[str, Any], form: Form) -> None:
        """Begin, or go on with what was begun.

        Args:
            path: the answers; the journal stands beside it.
            made_with: what the answers are made with: a run goes on with the same only.
            form: how they are written.

        Raises:
            UsageError: ``path`` holds something else, or was made with something else; or see
                ``check_output``.
        """
        if form not in FORMS:
            raise UsageError(
                f"--resume writes jsonl or csv, not {form.value}: other formats are written in "
                "one go"
            )
        self._form = form
        self._path = path
        self.done: set[str] = set()
        self.status = 0
        check_output(path)
        journal = _journal_of(path)
        whole, end = self._begun(journal, made_with) if journal.exists() else (0, 0)
        if not journal.exists() and path.exists():
            raise UsageError(
                f"{path}: already exists and was not started with --resume. Nothing was written. "
                "Choose another name"
            )
        self._answers = _cut(path, end)
        self._journal = _cut(journal, whole)
        if not whole:
            self._note({"made_with": made_with})
        if form is Form.CSV and not end:
            self._answers.write(_HEADER)
            self._answers.flush()

    def _begun(self, journal: Path, made_with: dict[str, Any]) -> tuple[int, int]:
        """Read a journal: how much of it is whole, and how much of the answers."""
        whole = end = 0
        size = self._path.stat().st_size if self._path.exists() else 0
        for number, (line, record) in enumerate(_records(journal)):
            if number == 0:
                if record.get("made_with") != json.loads(json.dumps(made_with)):
                    raise UsageError(
                        f"{self._path}: was started with other lists, settings or another "
                        "version. Nothing was written. Resume with those, or choose another file"
                    )
            elif record["end"] <= size:
                self.done.add(record["file"])
                self.status = max(self.status, record["status"])
                end = record["end"]
            else:
                break
            whole += len(line)
        return whole, end

    def others(self, files: Iterable[File]) -> list[File]:
        """The files without the run's own two, which may stand in a folder that is screened: the
        answers name listed parties, and would be hits themselves.
        """
        own = {path.resolve() for path in (self._path, _journal_of(self._path))}
        return [file for file in files if Path(file.shown_as).resolve() not in own]

    def left(self, files: Iterable[File]) -> Iterator[File]:
        """The files that are not finished."""
        return (file for file in files if file.shown_as not in self.done)

    def add(self, answers: list[DocumentAnswer], notify: Notify) -> None:
        """Keep all answers about one input file, the first of which is about itself."""
        text = io.StringIO()
        status = write(answers, DOCUMENTS, self._form, text, notify)
        lines = text.getvalue()
        if self._form is Form.CSV:
            lines = lines.partition("\n")[2]
        self._answers.write(lines.encode("utf-8", errors="backslashreplace"))
        self._answers.flush()
        self.status = max(self.status, status)
        file = answers[0].document.path
        self._note({"file": file, "end": self._answers.tell(), "status": status})

    def _note(self, record: dict[str, Any]) -> None:
        self._journal.write(json.dumps(record).encode() + b"\n")
        self._journal.flush()

    def __enter__(self) -> "ResumableRun":
        """Both files are open."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close them."""
        self._answers.close()
        self._journal.close()


def made_with(engine: Engine, request: ScreenRequest, form: Form) -> dict[str, Any]:
    """What two answers have to share to stand in one file."""
    return {
        "engine": ENGINE,
        "screened_against": [to_json(item) for item in engine.screened_against],
        "settings": to_json(request.settings),
        "names": request.names,
        "boxes": request.boxes,
        "form": form.value,
    }


def _journal_of(answers: Path) -> Path:
    return answers.with_name(answers.name + JOURNAL)


def _records(journal: Path) -> Iterator[tuple[bytes, dict[str, Any]]]:
    """The whole lines of a journal; the last one may have been cut while it was written."""
    with journal.open("rb") as file:
        for line in file:
            try:
                record = json.loads(line)
            except ValueError:
                return
            if not line.endswith(b"\n") or not isinstance(record, dict):
                return
            yield line, record


def _cut(path: Path, end: int) -> BinaryIO:
    """Open a file to write behind its first ``end`` bytes; what stands there is cut off."""
    file = path.open("r+b" if path.exists() else "w+b")
    file.truncate(end)
    file.seek(end)
    return file
