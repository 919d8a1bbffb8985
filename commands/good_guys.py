"""The command ``good-guys``: names known not to be a listed entity."""

import sys
from typing import Annotated

import typer

from commands.author import AuthorOption, person_at
from commands.options import FormOption, ReasonOption, form_of
from service.access.principal import APPROVE

good_guys = typer.Typer(help="Names known not to be a listed entity.", no_args_is_help=True)


@good_guys.command("list")
def list_good_guys(form: FormOption = None) -> None:
    """List the names known not to be a listed entity."""
    from screening.cases.good_guys import list_good_guys as found
    from screening.report.output import GOOD_GUYS, write
    from store import Home

    write(found(Home.default()), GOOD_GUYS, form_of(form), sys.stdout)


@good_guys.command("add")
def add_good_guy(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="The name as the counterparty writes it.")
    ],
    entity: Annotated[
        str, typer.Argument(metavar="ENTITY_ID", help="The listed entity that it is not.")
    ],
    reason: ReasonOption,
    author: AuthorOption = None,
    expires: Annotated[str | None, typer.Option("--expires", metavar="DATE", help="Until.")] = None,
) -> None:
    """Add a name: its alerts about this entity are no longer opened."""
    from screening.cases.good_guys import add_good_guy as add
    from store import Home

    # It puts alerts aside for good, which takes two elsewhere.
    acts = person_at(author, APPROVE)
    made = add(Home.default(), name, entity, reason=reason, author=acts, expires=expires)
    typer.echo(made.number)


@good_guys.command("remove")
def remove_good_guy(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="As good-guys list shows it.")],
    reason: ReasonOption,
    author: AuthorOption = None,
) -> None:
    """Remove a name; the alerts it kept closed are reopened."""
    from screening.cases.good_guys import remove_good_guy as remove
    from store import Home

    remove(Home.default(), number, reason=reason, author=person_at(author, APPROVE))
