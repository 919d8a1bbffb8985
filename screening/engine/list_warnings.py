"""What is wrong with the lists, for a person: one line, however many lists it is about.

Programs get every warning for itself (``report.json_lines.list_warning``).
"""

from collections.abc import Iterable, Sequence

from records import ListWarning

STALE, MISSING, UNSEALED = "stale", "missing", "unsealed"


def in_lines(warnings: Iterable[ListWarning]) -> list[str]:
    """One line for all lists with the same fault; none when nothing is wrong."""
    warnings = tuple(warnings)
    lines = []
    for what, together in ((STALE, _stale), (MISSING, _missing), (UNSEALED, _unsealed)):
        some = [item for item in warnings if item.what == what]
        if some:
            lines.append(some[0].message if len(some) == 1 else together(some))
    return lines


def in_short(warnings: Iterable[ListWarning]) -> str:
    """For a cell: ``eu_fsf stale; un_sc missing``."""
    return "; ".join(f"{item.list} {item.what}" for item in warnings)


def _stale(some: Sequence[ListWarning]) -> str:
    ages = ", ".join(f"{item.list} {_age(item)} (usual: {item.max_age_days})" for item in some)
    return (
        f"{len(some)} lists are stale, days since they were last known to be current: {ages}. "
        "Newer entries are not looked for. Run: namewarden update"
    )


def _age(item: ListWarning) -> str:
    return "unknown" if item.age_days is None else str(item.age_days)


def _missing(some: Sequence[ListWarning]) -> str:
    names = ", ".join(item.list for item in some)
    return (
        f"{len(some)} lists are missing: {names}. They were asked for but are not loaded, so "
        "nothing on them is found. Run: namewarden update (or, to do without one: namewarden "
        "lists forget LIST)"
    )


def _unsealed(some: Sequence[ListWarning]) -> str:
    names = ", ".join(item.list for item in some)
    return (
        f"{len(some)} lists were loaded before copies had checksums, so damage on the disk would "
        f"not be seen: {names}. Run: namewarden update"
    )
