"""Owners and what the rules make of them, for people."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ownership.reach import Outcome
from screening.ownership.answers import IN_FORCE, OwnershipAnswer, RuleAnswer
from screening.ownership.diff import ShareChange
from screening.ownership.imports import OwnershipImport
from screening.report.tables.pieces import clean, count, indent
from store.ownership import OwnershipEdition

_STYLES = {
    Outcome.REACHED: "bold red",
    Outcome.POSSIBLE: "bold yellow",
    Outcome.NOT_REACHED: "",
}


def print_editions(editions: Iterable[OwnershipEdition], console: Console) -> None:
    """One line an edition."""
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for title in ("source", "date", "imported", "format"):
        table.add_column(title, no_wrap=True)
    for title in ("parties", "holdings", "not named", "not understood"):
        table.add_column(title, justify="right", no_wrap=True)
    table.add_column("SHA-256", no_wrap=True)
    for one in editions:
        numbers = (f"{number:,}" for number in (one.parties, one.holdings, one.gaps, one.unread))
        table.add_row(
            one.source, one.dated, one.imported_at[:10], one.formats, *numbers, one.sha256[:12]
        )
    console.print(table)


def print_imports(done: Iterable[OwnershipImport], console: Console) -> None:
    """What was taken in, and what was not understood of it."""
    for one in done:
        edition = one.edition
        state = "unchanged" if one.unchanged else "imported"
        told = f"{count(edition.holdings, 'holding')}, {count(edition.parties, 'party', 'parties')}"
        console.print(Text.assemble((f"{state:<10}", "green"), f"{edition.label}: {told}"))
        if edition.unread and not one.unchanged:
            said = f"NOT UNDERSTOOD: {count(edition.unread, 'statement')}"
            console.print(Text(said, style="bold yellow"))
        for unread in one.examples:
            console.print(indent(Text(clean(f"{unread.where}: {unread.reason}"), style="dim")))


def print_changes(changes: Iterable[ShareChange], console: Console) -> None:
    """One line a holding."""
    total = 0
    for one in changes:
        total += 1
        shares = f"{one.old or 'nothing'} → {one.new or 'nothing'}"
        line = f"{one.owned}: {one.owner}: {one.interest}: {shares}"
        console.print(Text(clean(line)), soft_wrap=True)
    console.print(Text(f"{count(total, 'holding')} changed.", style="dim"))


def print_answers(answers: Iterable[OwnershipAnswer], console: Console) -> None:
    """Each party, rule by rule; the sums line by line."""
    for found in answers:
        head = f"  found by its {found.found_by}, {count(found.owners, 'owner')}, as of {found.day}"
        console.print(Text.assemble((clean(found.names[found.party]), "bold"), (head, "dim")))
        for one in found.answers:
            _print_rule(found, one, console)
        for gap in found.gaps:
            said = f"owners that are not named: {clean(gap)}"
            console.print(indent(Text(said, style="bold yellow")))
        for link in found.links:
            score = "" if link.sure else f", {link.score:.2f}"
            said = f"{link.name} = {link.entity_id} {link.caption} (by {link.how}{score})"
            console.print(indent(Text(clean(said))))
        editions = ", ".join(edition.label for edition in found.editions)
        console.print(Text(f"On: {editions}", style="dim"))


def _print_rule(found: OwnershipAnswer, one: RuleAnswer, console: Console) -> None:
    reach, state = one.reach, one.state
    style = _STYLES[reach.outcome] if state == IN_FORCE else "dim"
    told = reach.outcome.value.replace("_", " ")
    if state != IN_FORCE:
        dates = ", ".join(f"{period.state} from {period.since}" for period in one.rule.periods)
        told = f"{state or 'not yet in force'} ({dates}); it would be: {told}"
    line = Text.assemble((one.rule.title, "bold"), "  ", (told, style))
    console.print(indent(line))
    for step in reach.steps:
        for holder in step.counted:
            console.print(indent(_sum_line(found, holder.owner, str(holder.share)), 4))
            for edge in holder.edges:
                evidence = f"{edge.nature}, {edge.share}; {edge.source}, {edge.statement}"
                console.print(indent(Text(clean(evidence), style="dim"), 8))
        console.print(indent(Text(clean(f"= {step.total} of {found.names[step.party]}")), 4))
    for edge in reach.control:
        owner, owned = found.names[edge.owner], found.names.get(edge.owned, "")
        said = f"control, not counted: {owner} of {owned} ({edge.nature}; {edge.source})"
        console.print(indent(Text(clean(said)), 4))
    console.print(indent(Text(f"accounted for: {reach.accounted}", style="dim"), 4))
    if not reach.complete:
        said = "more owners of owners than are followed"
        console.print(indent(Text(said, style="bold yellow"), 4))


def _sum_line(found: OwnershipAnswer, owner: int, share: str) -> Text:
    ids = [link.entity_id for link in found.links if link.owner == owner]
    listed = f" ({', '.join(ids)})" if ids else ""
    return Text(clean(f"{share:>12}  {found.names[owner]}{listed}"))
