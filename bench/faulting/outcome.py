"""What became of a fault, and the table of it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

AS_BEFORE, AS_AFTER, REFUSED = "as before", "as after", "one line"
GOOD = (AS_BEFORE, AS_AFTER, REFUSED)
"""The answers are those of before, those of after, or a line says that there is none and why."""


@dataclass(slots=True)
class Row:
    """One line of the table: a fault, what it befell, and what the tries came to."""

    fault: str
    befell: str
    came_to: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    """What must not be, a line each."""

    def add(self, outcome: str, wrong: Iterable[str] = ()) -> None:
        """One more try."""
        self.came_to[outcome] += 1
        self.wrong += wrong

    @property
    def cells(self) -> tuple[str, ...]:
        """As they stand in the table."""
        counts = (str(self.came_to[outcome] or "") for outcome in GOOD)
        tries = sum(self.came_to.values())
        bad = len(self.wrong)
        return (self.fault, self.befell, str(tries), *counts, str(bad or ""))


HEAD = ("fault", "of", "tries", *GOOD, "anything else")


def table(rows: Iterable[Row]) -> str:
    """The table in Markdown."""
    lines = [HEAD, ("---",) * len(HEAD), *(row.cells for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def by_fault(rows: Iterable[Row]) -> list[Row]:
    """One row for each fault that befell several commands; servers stay apart."""
    found: dict[tuple[str, str], Row] = {}
    commands: Counter[str] = Counter()
    for row in rows:
        whole = "" if row.befell.startswith("`") else row.befell
        one = found.setdefault((row.fault, whole), Row(row.fault, row.befell))
        one.came_to += row.came_to
        one.wrong += row.wrong
        commands[row.fault] += not whole
    for (fault, whole), row in found.items():
        if not whole and commands[fault] > 1:
            row.befell = f"{commands[fault]} commands that write"
    return list(found.values())
