"""Brings the lists up to date. A new edition becomes active only when it is whole; otherwise
the copy in use stays active, and the result says so.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, Protocol

from lists import SOURCES, FileSet, Source, source, with_columns
from lists.checksums import check_beside
from lists.download import ATTEMPTS, Validators, download
from records import Delta, ListError, Snapshot, StoreError, UnreachableError
from screening.changes.diff import delta
from screening.engine import index_cache as kept_index
from screening.updates.detect import detect_files
from screening.updates.ingest import AcceptanceRules, IncomingEdition, ingest
from screening.updates.mend import whole_or_mended
from screening.updates.quarantine import quarantine
from screening.updates.unloaded_files import first_of_a_set, with_stand_ins
from store.catalogue import Catalogue
from store.check import Check
from store.database import Database
from store.home import Home
from store.lock import update_lock
from store.requested_lists import request_lists, requested_lists
from store.snapshots import clear_leftovers
from store.times import now_text

Notify = Callable[[str], None]


NO_ADDRESS = (
    "a list of your own has no address. Import it: namewarden update {name} --from FILE; or say "
    "where it is with {setting}"
)


UNREACHABLE = (
    "no connection to the publishers of {count} lists ({names}), which stay as they were. Is there "
    "a network? Behind a proxy: set HTTPS_PROXY. Without a network: namewarden update --from PATH "
    "with files fetched elsewhere. To do without a list: namewarden lists forget LIST"
)


class Prepare(Protocol):
    """Builds what the search needs from the active snapshots."""

    def __call__(self, home: Home, *, notify: Notify) -> None:
        """Build it for the snapshots that are active in ``home``."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateResult:
    """What became of one list."""

    source: str
    status: Literal["updated", "unchanged", "failed"]
    message: str
    """One line for a person."""
    snapshot: Snapshot | None
    """The one that is active now; None when there is none."""
    delta: Delta | None = None
    """What a new edition changed; None when there is no new one, or was none before."""
    unreachable: bool = False
    """Whether it failed since the publisher's server cannot be reached."""


def update(
    home: Home,
    names: Sequence[str],
    *,
    from_path: Path | None = None,
    notify: Notify,
    accept_excerpts: bool = False,
    allow_older: bool = False,
    allow_shrunk: bool = False,
    columns: str | None = None,
    prepare: Prepare = kept_index.prepare,
    environment: Mapping[str, str] = os.environ,
) -> tuple[UpdateResult, ...]:
    """Take in new editions, from the publishers or from files.

    Args:
        home: where they are kept.
        names: the lists; empty for those of ``usual``, or with ``from_path`` for those that files
            are there for.
        from_path: a file or a folder to import instead of downloading.
        notify: gets progress, one line at a time.
        accept_excerpts: take lists with fewer entities than the publisher's whole list has, and
            the first file of a set without the others: for samples, never for screening customers.
        allow_older: take an edition with an earlier date than the one in use.
        allow_shrunk: take an edition that lost many entities against the one in use.
        columns: of a list of one's own, ``name=Company,country=Land``; None to guess.
        prepare: called once at the end unless every list failed; it may find nothing to do.
        environment: settings, see ``Source.address``.

    Returns:
        One result for each list, in the order asked. A failed list changes nothing of what is
        in use, and keeps no other list from being updated.

    Raises:
        UnknownListError: a name is not that of a list; nothing was started.
        UsageError, ListFormatError: nothing at ``from_path`` can be imported, or ``columns`` are
            wrong.
        StoreError: the home cannot be written at all.
    """
    named = [source(name) for name in dict.fromkeys(names)]
    if columns is not None:
        named = [with_columns(each, columns) for each in named or SOURCES]
    rules = AcceptanceRules(
        accept_excerpts=accept_excerpts, allow_older=allow_older, allow_shrunk=allow_shrunk
    )
    with update_lock(home, notify):
        clear_leftovers(home)
        _replace_lost_database(home, notify)
        run = _UpdateRun(home, notify, rules, environment)
        if from_path is None:
            asked = named or usual(home)
            run.request_lists(each.name for each in asked)
            results = run.all_downloaded(asked)
        else:
            results = tuple(run.imported(from_path, named))
        clear_leftovers(home)
        # Also when all is unchanged: the update before may have been killed ahead of this.
        if any(result.status != "failed" for result in results):
            prepare(home, notify=notify)
    return results


def _replace_lost_database(home: Home, notify: Notify) -> None:
    database = Database.of(home)
    if database.is_lost:
        notify(
            f"{database}: is missing, and with it the register, alerts, decisions and audit log, "
            "if there were any. An empty one is made. Is there a backup?"
        )
        database.make()


def usual(home: Home) -> list[Source]:
    """The lists of an update that names none: those meant for everybody, and those that are here.

    Raises:
        StoreError: the home cannot be read.
    """
    here = requested_lists(home)
    return [each for each in SOURCES if each.by_default or each.name in here]


class _UpdateRun:
    """One update of one home: what every list of it needs."""

    def __init__(
        self, home: Home, notify: Notify, rules: AcceptanceRules, environment: Mapping[str, str]
    ) -> None:
        self.home = home
        self.notify = notify
        self.rules = rules
        self.environment = environment
        self.catalogue = Catalogue(home)
        self.lost, self.reached = False, False
        """Whether a publisher could not be reached, and whether one could."""
        self.active = {snapshot.source: snapshot for snapshot in self.catalogue.active()}
        self._whole: dict[str, Snapshot | None] = {}
        self._mended: set[str] = set()

    def request_lists(self, names: Iterable[str]) -> None:
        """Remember that these lists were asked for, whatever becomes of them now."""
        try:
            # Before the first edition is there, so that one without the other is a loss.
            Database.of(self.home).make()
            request_lists(self.home, names)
        except StoreError as error:  # a full disk keeps no list from being looked at
            self.notify(str(error))

    def imported(self, path: Path, sources: Sequence[Source]) -> Iterator[UpdateResult]:
        """Import what is at a path, list by list."""
        alone = first_of_a_set(path) if self.rules.accept_excerpts else None
        if alone and (not sources or alone[0] in sources):
            self.request_lists([alone[0].name])
            yield self._imported_alone(path, *alone)
            return
        for found in detect_files(path, sources, self.notify):
            # Before it is in use: a list in use that nobody asked for is one whose file was lost.
            self.request_lists([found.source.name])
            if not found.paths:
                yield self._failed(found.source, found.problem, [path] if path.is_file() else [])
                continue
            names = ", ".join(each.name for each in found.paths)
            self.notify(f"{found.source.name}: reading {names}")
            single = found.paths[0] if len(found.paths) == 1 else path
            incoming_edition = IncomingEdition(
                paths=found.paths, origin=str(single.resolve()), fetched_at=now_text()
            )
            yield self._taken_in(found.source, incoming_edition)

    def _imported_alone(self, path: Path, of: Source, files: FileSet) -> UpdateResult:
        """Import the first file of a set without the others: an excerpt."""
        others = ", ".join(files.members[1:])
        self.notify(f"{of.name}: reading {path.name} alone; what is in {others} is missing")
        self.home.incoming.mkdir(parents=True, exist_ok=True)
        paths = with_stand_ins(path, files, self.home.incoming)
        origin = str(path.resolve())
        return self._taken_in(
            of, IncomingEdition(paths=paths, origin=origin, fetched_at=now_text())
        )

    def all_downloaded(self, sources: Sequence[Source]) -> tuple[UpdateResult, ...]:
        """Ask the publishers for the current editions, and say once what cannot be reached."""
        results = tuple(self.downloaded(each) for each in sources)
        if away := [result.source for result in results if result.unreachable]:
            self.notify(UNREACHABLE.format(count=len(away), names=", ".join(away)))
        return results

    def downloaded(self, of: Source) -> UpdateResult:
        """Ask a publisher for the current edition."""
        # Also where there is no network: what is damaged and can be mended is mended.
        self._usable(of)
        address = of.address(self.environment)
        if not address:
            return self._failed(of, NO_ADDRESS.format(name=of.name, setting=of.setting), [])
        self.notify(f"{of.name}: asking {address.partition('?')[0]}")
        try:
            self.home.incoming.mkdir(parents=True, exist_ok=True)
            target = self.home.incoming / of.name
            # Where nobody could be reached so far, the others need not be waited for.
            attempts = 1 if self.lost and not self.reached else ATTEMPTS
            known = self._validators(of, address)
            answer = download(of, address, target, known, self.notify, attempts=attempts)
        except UnreachableError as error:
            self.lost = True
            return replace(self._failed(of, _reason(error), [], hint=False), unreachable=True)
        except (ListError, OSError) as error:
            self.reached = True
            target = self.home.incoming / of.name
            return self._failed(of, _reason(error), [target] if target.is_file() else [])
        self.reached = True
        if answer is None:
            self._confirm(of, address, self._validators(of, address), self.active[of.name])
            return self._unchanged(of, "the publisher has no newer edition")
        result = self._taken_in(
            of, IncomingEdition(paths=(answer.path,), origin=address, fetched_at=now_text())
        )
        if result.status != "failed" and result.snapshot is not None:
            self._confirm(of, address, answer.validators, result.snapshot)
        return result

    def _validators(self, of: Source, address: str) -> Validators:
        check, active = self.catalogue.check(of.name), self._usable(of)
        if check is None or active is None:
            return Validators()
        if (check.address, check.sha256) != (address, active.sha256):
            return Validators()
        return Validators(etag=check.etag, last_modified=check.last_modified)

    def _usable(self, of: Source) -> Snapshot | None:
        """The edition in use, whole; None where there is none, or a damaged one."""
        if of.name not in self._whole:
            active = self.active.get(of.name)
            whole = active and whole_or_mended(self.home, active, self.notify)
            if whole is not None and whole is not active:
                self.active[of.name] = whole
                self._mended.add(of.name)
            self._whole[of.name] = whole
        return self._whole[of.name]

    def _confirm(self, of: Source, address: str, seen: Validators, current: Snapshot) -> None:
        check = Check(
            source=of.name,
            checked_at=now_text(),
            sha256=current.sha256,
            address=address,
            etag=seen.etag,
            last_modified=seen.last_modified,
        )
        try:
            self.catalogue.add_check(check)
        except StoreError as error:  # the list is right; only its age will be told too high
            self.notify(f"{of.name}: {error}")

    def _taken_in(self, of: Source, incoming_edition: IncomingEdition) -> UpdateResult:
        try:
            usable = self._usable(of)
            for path in incoming_edition.paths:
                check_beside(path)
            new, odd = ingest(self.home, of, incoming_edition, usable, self.rules, self._about(of))
            if new is usable:
                return self._unchanged(of, "the same edition as the one in use")
            active = self.active.get(of.name)
            if active is not None and active.sha256 == new.sha256:
                self.catalogue.renew(new)
            else:
                self.catalogue.add_and_activate(new)
        except (ListError, StoreError, OSError) as error:
            return self._failed(of, _reason(error), incoming_edition.paths)
        self.active[of.name] = self._whole[of.name] = new
        for what, count in odd.items():
            self.notify(f"{of.name}: {count} × {what}: kept as published, see {of.docs}")
        changed = delta(usable, new) if usable else None
        return UpdateResult(
            source=of.name,
            status="updated",
            message=_summary(of, new, changed),
            snapshot=new,
            delta=changed,
        )

    def _about(self, of: Source) -> Notify:
        return lambda line: self.notify(f"{of.name}: {line}")

    def _unchanged(self, of: Source, why: str) -> UpdateResult:
        active = self.active[of.name]
        message = f"{of.name}: {why} ({active.edition or active.fetched_at[:10]})"
        if of.name not in self._mended:
            return UpdateResult(
                source=of.name, status="unchanged", message=message, snapshot=active
            )
        message += "; the copy of it was replaced"
        return UpdateResult(source=of.name, status="updated", message=message, snapshot=active)

    def _failed(
        self, of: Source, reason: str, files: Sequence[Path], *, hint: bool = True
    ) -> UpdateResult:
        active = self.active.get(of.name)
        kept = [quarantine(self.home, of.name, file) for file in files]
        stays = (
            f"The copy of {active.edition or active.fetched_at[:10]} stays in use."
            if active
            else "This list is not in use."
        )
        places = ", ".join(str(place) for place in kept if place is not None)
        aside = f" The file was kept: {places}." if places else ""
        new = "" if of.own else " Is the format new?"
        message = f"{of.name}: {reason}. {stays}{aside}" + (f"{new} See {of.docs}" if hint else "")
        return UpdateResult(source=of.name, status="failed", message=message, snapshot=active)


def _summary(of: Source, new: Snapshot, changed: Delta | None) -> str:
    edition = f"edition of {new.edition}" if new.edition else "edition without a date"
    text = f"{of.name}: {edition}, {new.entities:,} entities, {new.names:,} names"
    return f"{text} ({changed.in_figures()})" if changed else text


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"cannot write the home: {error.strerror or error}"
    return " ".join(str(error).split()).rstrip(".")
