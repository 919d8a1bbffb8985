"""The pieces that answers for people are made of."""

import re
from collections.abc import Iterable
from typing import TextIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from records import (
    Decision,
    DerivedHit,
    EditionRef,
    Evidence,
    FieldChange,
    Hit,
    ListWarning,
    NameKind,
    PlaceHit,
)
from screening.engine.list_warnings import in_lines
from screening.report.shortened import difference

# What a stranger's document could do to a terminal: move the cursor, colour, turn the text round.
_UNPRINTABLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_BLANKS = re.compile(r"[\s\u2028\u2029]+")

DECISION_STYLES = {
    Decision.MATCH: "bold red",
    Decision.REVIEW: "bold yellow",
    Decision.NO_MATCH: "green",
    Decision.NOT_SCREENED: "bold red",
}
_NAME_KINDS = {
    NameKind.PRIMARY: "primary name",
    NameKind.ALIAS: "alias",
    NameKind.FORMER: "former name",
    NameKind.WEAK: "weak alias",
}


def console(out: TextIO, width: int | None = None) -> Console:
    """A console that prints what it is given: no markup, no emoji, no guessing of numbers."""
    return Console(file=out, width=width, markup=False, emoji=False, highlight=False)


def clean(text: str) -> str:
    """A text in one line, without what could steer a terminal."""
    return _UNPRINTABLE.sub("\ufffd", _BLANKS.sub(" ", text))


def words(decision: Decision) -> str:
    """``no_match`` as a person says it."""
    return decision.value.replace("_", " ")


def count(number: int, one: str, many: str | None = None) -> str:
    """``1 hit``, ``2 hits``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def editions(screened: Iterable[EditionRef]) -> str:
    """The lists that an answer was made on, with their dates."""
    return ", ".join(f"{item.list} {item.edition or item.sha256[:12]}" for item in screened)


def print_warnings(warnings: Iterable[ListWarning], console: Console) -> None:
    """What is wrong with the lists."""
    for line in in_lines(warnings):
        console.print(Text(f"WARNING: {clean(line)}", style="bold yellow"))


def hit_block(hit: Hit, *, reason: bool = True, evidence: bool = True) -> RenderableType:
    """A hit: score and decision beside what was hit and why, in a sentence and word by word."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    score = Text(f"{hit.score:.2f} {words(hit.decision)}", style=DECISION_STYLES[hit.decision])
    grid.add_row(score, Text(clean(hit.caption), style="bold"))
    grid.add_row("", Text(_origin(hit), style="dim"))
    if hit.party and len(hit.party.members) > 1:
        others = [member for member in hit.party.members if member != hit.entity_id]
        grid.add_row("", Text(f"the same party: {clean(', '.join(others))}", style="dim"))
    grid.add_row("", Text(f"by its {_NAME_KINDS[hit.name_kind]}: {clean(hit.matched_name)}"))
    if reason and hit.reason:
        grid.add_row("", Text(clean(hit.reason), style="italic"))
    if evidence and hit.evidence:
        grid.add_row("", Padding(evidence_table(hit.evidence), (1, 0, 0, 0), expand=False))
    return grid


def derived_block(hit: DerivedHit) -> RenderableType:
    """A listed party that owns or controls what was asked for, or may."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    state = Text(f"owner {words(hit.decision)}", style=DECISION_STYLES[hit.decision])
    grid.add_row(state, Text(clean(hit.caption or "?"), style="bold"))
    parts = (hit.entity_id, ", ".join(hit.countries), ", ".join(hit.programmes))
    grid.add_row("", Text(clean(" · ".join(filter(None, parts))), style="dim"))
    if hit.owner:
        grid.add_row("", Text(clean(f"{hit.owner} in the ownership data, by its {hit.by}")))
    for one in hit.rules:
        share = one.total or "control"
        grid.add_row("", Text(f"{one.rule}: {one.outcome}, {share}"))
    grid.add_row("", Text(clean(hit.reason), style="italic"))
    return grid


def place_block(hit: PlaceHit) -> RenderableType:
    """A restricted place that an address names."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    state = Text(f"place {words(hit.decision)}", style=DECISION_STYLES[hit.decision])
    grid.add_row(state, Text(clean(hit.title), style="bold"))
    for one in hit.basis:
        told = ", ".join(filter(None, (one.authority, one.act, one.since and f"since {one.since}")))
        grid.add_row("", Text(clean(told), style="dim"))
    if hit.written:
        grid.add_row("", Text(f"in the address: {clean(hit.written)}"))
    grid.add_row("", Text(clean(hit.reason), style="italic"))
    return grid


def _origin(hit: Hit) -> str:
    parts = (hit.entity_id, hit.kind.value, ", ".join(hit.countries), ", ".join(hit.programmes))
    return clean(" · ".join(part for part in parts if part))


def evidence_table(evidence: Iterable[Evidence]) -> Table:
    """Word beside word: what was asked, what is listed, how they met, how much of the names it is,
    and what it adds to the score's log odds.
    """
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    table.add_column("asked", overflow="fold", ratio=3)
    table.add_column("listed", overflow="fold", ratio=3)
    table.add_column("how", overflow="fold", ratio=2)
    table.add_column("alike", justify="right", no_wrap=True)
    table.add_column("weight", justify="right", no_wrap=True)
    table.add_column("adds", justify="right", no_wrap=True)
    for item in evidence:
        met = item.query is not None and item.name is not None
        table.add_row(
            Text(clean(item.query or "–")),
            Text(clean(item.name or "–")),
            Text(item.how),
            f"{item.score:.2f}" if met else "–",
            f"{item.weight:.0%}",
            "–" if item.contribution is None else f"{item.contribution:+.2f}",
            style="" if met else "dim",
        )
    return table


def difference_lines(change: FieldChange) -> list[Text]:
    """What a field lost and gained, a line each."""
    removed, added = change.removed, change.added
    if len(removed) == len(added) == 1:
        one, other = difference(removed[0], added[0])
        removed, added = (one,), (other,)
    return [
        *(Text(f"− {clean(text)}", style="red") for text in removed),
        *(Text(f"+ {clean(text)}", style="green") for text in added),
    ]


def indent(block: RenderableType, by: int = 2) -> Padding:
    """A block moved to the right."""
    return Padding(block, (0, 0, 0, by), expand=False)
