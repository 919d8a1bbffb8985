"""The commands about the lists that are loaded: ``lists`` and ``show``."""

import sys
from typing import Annotated

import typer

from commands.options import AsOfOption, FormOption, choice, form_of, say
from screening.answers.form import ExportForm

lists_app = typer.Typer(rich_markup_mode=None)
"""``lists`` itself, and what is done with lists."""


@lists_app.callback(invoke_without_command=True)
def lists(context: typer.Context, form: FormOption = None) -> None:
    """Show each list: edition, age, size, SHA-256. Stale ones are marked."""
    if context.invoked_subcommand is not None:
        return
    from screening.catalogue.inventory import list_inventory
    from screening.engine.freshness import missing
    from screening.report.output import LISTS, write
    from store import Home

    loaded = list_inventory(Home.default())
    for name in missing(Home.default(), [each.list for each in loaded]):
        say(f"{name} was asked for but is not loaded. Run: namewarden update {name}")
    if not loaded:
        say("No list is loaded, so nothing can be screened. Run: namewarden update")
    raise typer.Exit(write(loaded, LISTS, form_of(form), sys.stdout))


@lists_app.command()
def export(
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="SOURCE", help="Default: every loaded list.")
    ] = None,
    form: Annotated[
        ExportForm, choice("--format", ExportForm, "ftm: FollowTheMoney, one JSON object a line.")
    ] = ExportForm.FTM,
    as_of: AsOfOption = None,
) -> None:
    """Write the entries of the loaded lists to standard output, for other programs."""
    from screening.catalogue.export import export as export_lists
    from store import Home

    export_lists(Home.default(), sources or (), form, sys.stdout, as_of=as_of)


@lists_app.command()
def prune(
    days: Annotated[int, typer.Option("--days", min=0, help="Keep what was in use since then.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show what would be removed.")
    ] = False,
    form: FormOption = None,
) -> None:
    """Remove editions that are out of use for longer and that no kept screening refers to."""
    from screening.report.output import PRUNED, write
    from screening.updates.prune import prune as prune_editions
    from store import Home

    results = prune_editions(Home.default(), days, dry_run=dry_run, notify=say)
    raise typer.Exit(write(results, PRUNED, form_of(form), sys.stdout))


@lists_app.command()
def forget(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A list that is not loaded.")],
) -> None:
    """Stop expecting a list that could not be loaded: no more warnings about it."""
    from screening.updates.forget import forget as forget_list
    from store import Home

    forget_list(Home.default(), source, say)
    say(f"{source} is no longer asked for.")


@lists_app.command()
def verify(
    repair: Annotated[
        bool, typer.Option("--repair", help="Read damaged editions again from the kept files.")
    ] = False,
    form: FormOption = None,
) -> None:
    """Read everything that is kept and report damage. Exits with 1 if there is any."""
    from screening.catalogue.verify import verify as verify_home
    from screening.report.output import FINDINGS, write
    from store import Home

    found = list(verify_home(Home.default(), repair=repair, notify=say))
    status = write(found, FINDINGS, form_of(form), sys.stdout)
    if not found:
        say("Everything is as it was written.")
    raise typer.Exit(status)


def show(
    entity_id: Annotated[
        str, typer.Argument(metavar="ENTITY_ID", help="The entity's id, as a hit shows it.")
    ],
    as_of: AsOfOption = None,
    form: FormOption = None,
) -> None:
    """Show one listed entity in full, its edition, and when it was added and changed."""
    from screening.catalogue.inventory import show as show_entity
    from screening.report.output import ENTRIES, write
    from store import Home

    entry = show_entity(Home.default(), entity_id, as_of=as_of)
    raise typer.Exit(write([entry], ENTRIES, form_of(form), sys.stdout))
