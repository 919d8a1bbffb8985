"""The command about what changed on the lists: ``diff``."""

import sys
from typing import Annotated

import typer

from commands.options import ListsOption, PageFormOption, form_of, say, split


def diff(
    old: Annotated[str | None, typer.Argument(metavar="OLD")] = None,
    new: Annotated[str | None, typer.Argument(metavar="NEW")] = None,
    lists: ListsOption = None,
    form: PageFormOption = None,
) -> None:
    """Show what changed between two editions: added, removed and changed entries.

    OLD and NEW: SOURCE (its edition in use), SOURCE@2026-01-31 (the publisher's date),
    SOURCE@SHA-256, a date (what was in use then), or a file or folder that need not be loaded.
    Without NEW: with what is in use. SOURCE alone, or nothing: the edition before with that in use.
    """
    from screening.catalogue.compare_editions import deltas
    from screening.report.output import DELTAS, write
    from store import Home

    asked = [text for text in (old, new) if text is not None]
    found = deltas(Home.default(), asked, split(lists), say)
    raise typer.Exit(write(found, DELTAS, form_of(form), sys.stdout))
