"""What changed between two editions of a list."""

from records import ChangedEntity, Delta, Entity, Snapshot
from screening.changes.fields import changes
from store.entities import EntityFile


def delta(old: Snapshot | None, new: Snapshot | None) -> Delta:
    """Compare two editions of one list by what their entries say, not by their bytes.

    Args:
        old: None for no edition.
        new: None for no edition.

    Returns:
        What was added, removed and changed.

    Raises:
        ValueError: neither was given, or they are of two lists.
        StoreError: a snapshot cannot be read.
    """
    sources = {snapshot.source for snapshot in (old, new) if snapshot}
    if len(sources) != 1:
        raise ValueError(f"two editions of one list are needed, not of {sorted(sources)}")
    if old is None or new is None:
        return Delta(
            source=sources.pop(),
            old=old,
            new=new,
            added=_all(new) if new else (),
            removed=_all(old) if old else (),
            changed=(),
            reworded=(),
        )
    with EntityFile(old) as before, EntityFile(new) as after:
        return _compared(before, after, old, new)


def _all(snapshot: Snapshot) -> tuple[Entity, ...]:
    with EntityFile(snapshot) as file:
        return tuple(file.at(position) for position in range(len(file)))


def _compared(before: EntityFile, after: EntityFile, old: Snapshot, new: Snapshot) -> Delta:
    # Most lines are the same in both, so lines are compared first and few are parsed.
    was, now = before.positions(), after.positions()
    added = [after.at(now[key]) for key in _in_order(now) if key not in was]
    removed = [before.at(was[key]) for key in _in_order(was) if key not in now]
    changed, reworded = [], []
    for key in _in_order(now):
        if key not in was or before.line(was[key]) == after.line(now[key]):
            continue
        one, other = before.at(was[key]), after.at(now[key])
        if fields := changes(one, other):
            changed.append(ChangedEntity(old=one, new=other, fields=fields))
        else:
            reworded.append(other.id)
    return Delta(
        source=new.source,
        old=old,
        new=new,
        added=tuple(added),
        removed=tuple(removed),
        changed=tuple(changed),
        reworded=tuple(reworded),
    )


def _in_order(positions: dict[int, int]) -> list[int]:
    return sorted(positions, key=positions.__getitem__)
