"""What a process of the service holds while it runs."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from fastapi import UploadFile

from records import DocumentAnswer, NameAnswer, NamewardenError, Query, Settings
from records.blocks import blocks
from screening.documents.apart import DocumentProcesses
from screening.documents.files import File, ScreenRequest
from screening.engine.engine import Engine
from screening.names.match import match_queries
from screening.names.nearest import nearest
from screening.ownership.derived import with_derived
from service import customer_tables, trail
from service.access.principal import Principal
from service.editions import Editions
from service.metrics import DOCUMENTS, NAMES, SWITCHES
from service.names_together import SLICE, NamesTogether
from service.owners import OwnersInUse
from service.settings import ServiceSettings
from service.trail import Trail
from service.work_queue import WorkQueue
from store import Home
from store.database import Database
from store.schema import SUMS_SINCE
from store.table_sums import check_pages

T = TypeVar("T")
# Pages and decisions wait for the database, not for the processor.
DESK_THREADS = 4
PAGES_AHEAD_SECONDS = 120.0
_log = logging.getLogger("namewarden.service")


@dataclass(frozen=True)
class ServiceState:
    """Settings, editions and the queues; one for each process."""

    settings: ServiceSettings
    home: Home
    editions: Editions
    trail: Trail
    apart: DocumentProcesses
    documents: WorkQueue
    owners: OwnersInUse
    names: WorkQueue
    together: NamesTogether
    desk: WorkQueue = field(default_factory=lambda: WorkQueue("desk", DESK_THREADS))
    updates: WorkQueue = field(default_factory=lambda: WorkQueue("updates"))

    @staticmethod
    def of(settings: ServiceSettings, home: Home) -> "ServiceState":
        """Make the state; nothing is read yet."""
        many, names, owners = settings.document_processes, WorkQueue("names"), OwnersInUse(home)
        return ServiceState(
            settings=settings,
            home=home,
            trail=Trail(home),
            editions=Editions(home, settings.max_age_days),
            apart=DocumentProcesses(many, settings.document_seconds),
            documents=WorkQueue("documents", many),
            owners=owners,
            names=names,
            together=NamesTogether(names, partial(_asked, owners)),
        )

    async def match(
        self, principal: Principal, queries: Sequence[Query], chosen: Settings
    ) -> list[NameAnswer]:
        """Screen parties on one set of editions, in slices."""
        with self.editions.lease() as leased:
            return await self.ask(principal, leased.on(chosen.lists), queries, chosen)

    async def match_closely(
        self, principal: Principal, query: Query, chosen: Settings
    ) -> tuple[NameAnswer, NameAnswer | None]:
        """Screen one party for a person.

        Returns:
            The answer; and where it has no hit, what stands nearest below the threshold.
        """
        with self.editions.lease() as leased:
            engine = leased.on(chosen.lists)
            (answer,) = await self.ask(principal, engine, [query], chosen)
            if answer.hits or answer.derived or answer.places:
                return answer, None
            close = await self.names.run(partial(nearest, engine, query, chosen))
        return answer, close

    async def ask(
        self, principal: Principal, engine: Engine, queries: Sequence[Query], chosen: Settings
    ) -> list[NameAnswer]:
        """Screen parties on an engine that was lent, in slices, and have it put on record."""
        answers: list[NameAnswer] = []
        for part in blocks(queries, SLICE):
            answers += await self.together.ask(engine, part, chosen)
        for answer in answers:
            NAMES.labels(answer.decision.value).inc()
        record = trail.search(principal.name, queries, answers)
        await self.trail.add(record, patient=principal.csrf is not None)
        return answers

    async def run_blocking(self, ask: Callable[[], T]) -> T:
        """Run what waits for the database or for files, outside the event loop."""
        return await self.desk.run(ask)

    async def screen(
        self, principal: Principal, upload: UploadFile, request: ScreenRequest
    ) -> list[DocumentAnswer]:
        """Screen an upload on one set of editions, in a process of its own; nothing of it is kept.

        Returns:
            One answer for the document, and one for each file inside it.
        """
        with self.editions.lease() as engine:
            work = partial(_screened, self.apart, engine, upload, request)
            answers = await self.documents.run(work)
        for answer in answers:
            DOCUMENTS.labels(answer.document.status.value).inc()
        record = trail.document(principal.name, answers)
        await self.trail.add(record, patient=principal.csrf is not None)
        return answers

    async def keep_current(self) -> None:
        """Take up new editions as they come, until cancelled."""
        while True:
            await asyncio.sleep(self.settings.poll_seconds)
            await self.take_up()

    async def take_up(self) -> None:
        """Look for new editions once, and forget tables whose day is over."""
        before = self.editions.problem
        if await self.updates.run(self.editions.refresh):
            SWITCHES.inc()
            names = [f"{each.source} {each.edition}" for each in self.editions.snapshots]
            _log.info("list editions taken up", extra={"about": {"editions": names}})
        try:
            await self.updates.run(self.owners.refresh)
        except NamewardenError as error:
            _log.error("ownership data not taken up: %s", error)
        await self.updates.run(partial(customer_tables.forget_old, self.home))
        await self.updates.run(partial(_look_through, self.home))
        if self.editions.problem not in (None, before):
            _log.error("list editions not taken up: %s", self.editions.problem)

    def close(self) -> None:
        """Finish what is under way."""
        self.names.close()
        # Ends what is under way there, which would otherwise be waited for.
        self.apart.close()
        for queue in (self.documents, self.desk, self.updates):
            queue.close()
        self.trail.close()
        self.editions.close()


def _look_through(home: Home) -> None:
    """Look through the database's pages before a request would have to wait for it. What is wrong
    is told by whoever reads it then.
    """
    with suppress(NamewardenError), Database.of(home).reading(SUMS_SINCE) as view:
        if view is not None:
            check_pages(view, ahead=PAGES_AHEAD_SECONDS)


def _screened(
    apart: DocumentProcesses, engine: Engine, upload: UploadFile, request: ScreenRequest
) -> list[DocumentAnswer]:
    # Read when its turn comes: until then it waits on the disk, not in memory.
    sent = File(shown_as=upload.filename or "upload", data=upload.file.read())
    return apart.screen(engine, sent, request)


def _asked(
    owned: OwnersInUse, engine: Engine, queries: Sequence[Query], chosen: Settings
) -> list[NameAnswer]:
    owners = owned.beside(engine, chosen.threshold)
    return list(with_derived(owners, queries, match_queries(engine, queries, chosen)))
