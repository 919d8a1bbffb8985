"""Records what the service is asked, and who signs in and out, in the audit log.

A search or a document is recorded with who, when, how many, the result, and the SHA-256 of what
was asked; the names themselves only where the team's rules say so (``audit_names``). Records are
written by one thread, all that wait in one transaction. A person's answer waits for its record for
a moment, a program's does not: a database that is busy must not hold up payments.
"""

import asyncio
import logging
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from records import (
    DocumentAnswer,
    NameAnswer,
    NamewardenError,
    Query,
    StoreError,
    canonical,
    digest,
)
from records.as_json import to_json
from service.work_queue import WorkQueue
from store import audit, policy
from store.database import Database
from store.home import Home

PATIENCE_SECONDS = 2.0
TOGETHER_SECONDS = 0.25
"""So long records of programs are gathered: a transaction for each would take longer than to
screen a name."""
MOST_WAITING = 10_000
"""Records that could not be written yet; beyond it nothing more is answered."""
_log = logging.getLogger("namewarden.service")


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """A record of the audit log that is yet to be written."""

    author: str
    action: str
    subject: str
    data: dict[str, Any]
    names: dict[str, Any] = field(default_factory=dict)
    """What stands there only where the team's rules say so."""

    def told(self, *, named: bool) -> audit.Told:
        """The record as it is written."""
        data = {**self.data, **self.names} if named else self.data
        return audit.Told(author=self.author, action=self.action, subject=self.subject, data=data)


class Trail:
    """The records of one process that wait to be written."""

    def __init__(self, home: Home) -> None:
        self._database = Database.of(home)
        self._queue = WorkQueue("audit")
        self._waiting: list[AuditEntry] = []
        self._lock = threading.Lock()
        self._tasks: set[asyncio.Future[None]] = set()
        self._is_due = False
        self._is_closed = False

    async def add(self, record: AuditEntry, *, patient: bool) -> None:
        """Have a record written.

        Args:
            record: what was done.
            patient: wait for it, for a moment.

        Raises:
            StoreError: too many wait already.
        """
        with self._lock:
            if len(self._waiting) >= MOST_WAITING:
                raise StoreError(
                    f"{MOST_WAITING:,} records of the audit log could not be written, so nothing "
                    "more is answered. Is the disk full, or the database locked?"
                )
            self._waiting.append(record)
        if patient:
            with suppress(TimeoutError):
                await asyncio.wait_for(asyncio.shield(self._begun()), PATIENCE_SECONDS)
        elif not self._is_due:
            self._is_due = True
            asyncio.get_running_loop().call_later(TOGETHER_SECONDS, self._begun)

    def _begun(self) -> "asyncio.Future[None]":
        """Have all that wait written, as soon as the thread is free."""
        self._is_due = False
        if self._is_closed:
            return asyncio.ensure_future(asyncio.sleep(0))
        writing = asyncio.ensure_future(self._queue.run(self._write))
        self._tasks.add(writing)
        writing.add_done_callback(self._tasks.discard)
        return writing

    def _write(self) -> None:
        """Write all that wait; what cannot be written waits for the next time."""
        with self._lock:
            records, self._waiting = self._waiting, []
        if not records:
            return
        try:
            self._append(records)
        except NamewardenError as error:
            _log.error("%d records of the audit log wait: %s", len(records), error)
            with self._lock:
                self._waiting[:0] = records

    def _append(self, records: Sequence[AuditEntry]) -> None:
        with self._database.writing() as connection:
            named = policy.read(connection).audit_names
            audit.append_all(connection, [each.told(named=named) for each in records])

    def close(self) -> None:
        """Write what still waits."""
        self._is_closed = True
        self._queue.close()
        self._write()


def search(author: str, queries: Sequence[Query], answers: Sequence[NameAnswer]) -> AuditEntry:
    """The record of names that were searched for."""
    return AuditEntry(
        author=author,
        action="search",
        subject="names",
        data={
            "count": len(queries),
            "input_sha256": digest(canonical([to_json(query) for query in queries])),
            "decisions": _counted([answer.decision.value for answer in answers]),
            "hits": sum(len(answer.hits) for answer in answers),
            "lists": _editions(answers),
            **_profile(answers),
        },
        names={"names": [query.name for query in queries]},
    )


def document(author: str, answers: Sequence[DocumentAnswer]) -> AuditEntry:
    """The record of a document that was screened, and the files inside it."""
    return AuditEntry(
        author=author,
        action="screen",
        subject="document",
        data={
            "sha256": answers[0].document.sha256,
            "statuses": _counted([answer.document.status.value for answer in answers]),
            "characters": sum(answer.document.characters for answer in answers),
            "hits": sum(len(answer.hits) for answer in answers),
            "lists": _editions(answers),
            **_profile(answers),
        },
        names={"files": [answer.document.path for answer in answers]},
    )


def _counted(words: Sequence[str]) -> dict[str, int]:
    return {word: words.count(word) for word in sorted(set(words))}


def _editions(answers: Sequence[NameAnswer] | Sequence[DocumentAnswer]) -> dict[str, str]:
    """The editions that were looked on, by list; all answers of one question have the same."""
    made_on = answers[0].screened_against if answers else ()
    return {each.list: each.sha256[:12] for each in made_on}


def _profile(answers: Sequence[NameAnswer] | Sequence[DocumentAnswer]) -> dict[str, str]:
    """By which profile was screened, where one was asked for."""
    used = answers[0].settings.profile if answers else None
    return {"profile": used} if used else {}
