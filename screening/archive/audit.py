"""The audit log for those who check it."""

from collections.abc import Iterator

from records import AuditCheck, AuditRecord, UsageError
from store import audit
from store.database import Database
from store.home import Home
from store.schema import DESK_SINCE


def audit_records(home: Home, *, subject: str | None = None) -> Iterator[AuditRecord]:
    """The log from its beginning; with ``subject`` (``A12``, ``S3``) what was done to that.

    Raises:
        UsageError: nothing was ever done to it: a slip would read as an empty log.
    """
    some = False
    with Database.of(home).reading(DESK_SINCE) as view:
        for record in () if view is None else audit.records(view, subject=subject):
            some = True
            yield record
    if subject is not None and not some:
        raise UsageError(f"the log has nothing about {subject!r}. An id is like A12 or S7")


def verify_audit(home: Home, *, known_head: str | None = None) -> AuditCheck:
    """Go through the whole log and find every change, gap and cut.

    Args:
        home: where it is kept.
        known_head: what an earlier check ended with, noted elsewhere; it has to be in the log.
    """
    with Database.of(home).reading(DESK_SINCE) as view:
        if view is None:
            lost = (f"no record has the SHA-256 {known_head}: the log is empty",)
            return AuditCheck(records=0, head="", problems=lost if known_head else ())
        return audit.check(view, known_head=known_head)
