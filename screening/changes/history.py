"""The history of one entry over the editions that this home has had."""

from records import Entity, EntryEvent, FieldChange
from screening.changes.fields import changes
from store.catalogue import Activation, Catalogue
from store.copies import is_kept
from store.entities import EntityFile
from store.home import Home
from store.times import moment


def history(home: Home, entity_id: str, as_of: str | None = None) -> tuple[EntryEvent, ...]:
    """When an entry came, changed, and went, oldest first.

    Editions that are no longer kept are skipped: what they changed is shown for the next one.

    Args:
        home: where the editions are kept.
        entity_id: with the list's name before the colon.
        as_of: ISO 8601 date or time at which it ends; None for now.

    Returns:
        Empty when no edition that is kept has the entry.

    Raises:
        StoreError: the home cannot be read.
        UsageError: ``as_of`` is no date.
    """
    until = moment(as_of) if as_of is not None else None
    events: list[EntryEvent] = []
    before: Entity | None = None
    first = True
    for activation in Catalogue(home).history(entity_id.partition(":")[0]):
        if not is_kept(activation.snapshot) or (until and activation.activated_at > until):
            continue
        with EntityFile(activation.snapshot) as file:
            now = file.find(entity_id)
        if event := _event(activation, before, now, first=first):
            events.append(event)
        before, first = now, False
    return tuple(events)


def _event(
    activation: Activation, before: Entity | None, now: Entity | None, *, first: bool
) -> EntryEvent | None:
    if before is None and now is None:
        return None
    fields: tuple[FieldChange, ...] = ()
    if now is None:
        what = "removed"
    elif before is None:
        what = "first" if first else "added"
    elif fields := changes(before, now):
        what = "changed"
    else:
        return None
    return EntryEvent(
        what=what,
        activated_at=activation.activated_at,
        edition=activation.snapshot.edition,
        sha256=activation.snapshot.sha256,
        fields=fields,
    )
