"""The published names that are not found, for a person and as rows."""

from collections import Counter

from rich.console import Console
from rich.table import Table

from screening.assess.coverage import NAME, TEXT, Coverage, Lost

HEADINGS = ("where", "list", "entity_id", "kind", "strength", "script", "name", "reason")
SHOWN = 5
"""Names of one reason that are printed; the JSON and the file have all."""


def cells(lost: Lost) -> tuple[str, ...]:
    """A name as a row of ``HEADINGS``."""
    record = lost.record
    return (
        lost.where,
        record.list,
        record.entity_id,
        record.kind.value,
        record.strength.value,
        record.script,
        record.name,
        lost.reason,
    )


def print_coverage(found: Coverage, console: Console) -> None:
    """Print how many names are found, and the reasons why the others are not."""
    for where, asked in ((NAME, found.asked), (TEXT, found.in_texts)):
        lost = [each for each in found.lost if each.where == where]
        share = 1 - len(lost) / asked if asked else 0.0
        console.print(f"{where}: {asked - len(lost):,} of {asked:,} published names found "
                      f"({share:.2%})")  # fmt: skip
        lists = Counter(each.record.list for each in lost)
        if lists:
            counts = (f"{name} {count:,}" for name, count in sorted(lists.items()))
            console.print(f"  not found: {', '.join(counts)}")
    table = Table("where", "reason", "names", "such as", box=None)
    reasons = Counter((each.where, _kind_of(each.reason)) for each in found.lost)
    for (where, reason), count in reasons.most_common():
        some = [
            e.record.name for e in found.lost if (e.where, _kind_of(e.reason)) == (where, reason)
        ]
        table.add_row(where, reason, f"{count:,}", "; ".join(some[:SHOWN]))
    console.print(table)


def _kind_of(reason: str) -> str:
    return reason.partition(":")[0]
