"""The commands about who owns whom: ``ownership import``, ``list``, ``show``, ``diff`` …"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from commands.author import AuthorOption, person_at
from commands.options import FormOption, ReasonOption, ThresholdOption, form_of, say
from records import UsageError
from service.access.principal import COUNTERPARTIES, DECIDE

ownership = typer.Typer(
    help="Who owns and controls counterparties, and whether listed parties do.",
    no_args_is_help=True,
)
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Use the lists, editions and holdings of then."),
]


@ownership.command("import")
def import_(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE", help="Of one edition; ZIP or gzip will do.", readable=False),
    ],
    source: Annotated[
        str | None, typer.Option("--source", metavar="NAME", help="Default: by the format.")
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--type",
            metavar="TYPE",
            help="table, gleif-rr, gleif-lei2, gleif-repex, gb-psc, bods, ftm. Default: told by "
            "the content.",
        ),
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="Of the data. Default: today.")
    ] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option("--columns", metavar="ROLE=HEADING,…", help="Of a table. Default: guessed."),
    ] = None,
    allow_shrunk: Annotated[
        bool, typer.Option("--allow-shrunk", help="Allow more than a tenth to be missing.")
    ] = False,
    author: AuthorOption = None,
    form: FormOption = None,
) -> None:
    """Take in an edition of ownership data; what does not look whole is refused."""
    from screening.ownership.imports import import_edition
    from screening.report.output import write
    from screening.report.ownership import OWNERSHIP_IMPORTS
    from screening.tables.columns import split_pairs
    from store import Home

    done = import_edition(
        Home.default(),
        files,
        source=source,
        asked=kind,
        dated=date,
        columns=_roles(split_pairs(columns) or ()),
        allow_shrunk=allow_shrunk,
        author=person_at(author, COUNTERPARTIES),
        notify=say,
    )
    raise typer.Exit(write([done], OWNERSHIP_IMPORTS, form_of(form), sys.stdout, notify=say))


def _roles(pairs: Sequence[str]) -> dict[str, str]:
    found = {}
    for pair in pairs:
        role, equals, heading = pair.partition("=")
        if not equals:
            raise UsageError(f"{pair!r} is not ROLE=HEADING. Nothing was imported")
        found[role.strip()] = heading.strip()
    return found


@ownership.command("list")
def list_(as_of: AsOf = None, form: FormOption = None) -> None:
    """List the editions in use."""
    from screening.report.output import write
    from screening.report.ownership import OWNERSHIP_EDITIONS
    from store import Home
    from store.ownership import active

    editions = active(Home.default(), as_of)
    raise typer.Exit(write(editions, OWNERSHIP_EDITIONS, form_of(form), sys.stdout))


@ownership.command("show")
def show(
    party: Annotated[str, typer.Argument(metavar="NAME|ID")],
    rule: Annotated[
        str | None, typer.Option("--rule", metavar="RULE", help="One rule. Default: all.")
    ] = None,
    as_of: AsOf = None,
    threshold: ThresholdOption = None,
    form: FormOption = None,
) -> None:
    """Say whether listed parties own or control a party. Reached or possible: exit status 3."""
    from screening.ownership.show import show_party
    from screening.report.output import write
    from screening.report.ownership import OWNERSHIP_ANSWERS
    from store import Home

    found = show_party(
        Home.default(), party, rule=rule, as_of=as_of, threshold=threshold, notify=say
    )
    raise typer.Exit(write(found, OWNERSHIP_ANSWERS, form_of(form), sys.stdout))


@ownership.command("diff")
def diff(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="As ownership list shows it.")],
    old: Annotated[str | None, typer.Argument(metavar="OLD")] = None,
    new: Annotated[str | None, typer.Argument(metavar="NEW")] = None,
    form: FormOption = None,
) -> None:
    """Show whose share changed between two editions: dates or SHA-256. Default: the last two."""
    from screening.ownership.diff import changes
    from screening.report.output import write
    from screening.report.ownership import OWNERSHIP_CHANGES
    from store import Home

    found = changes(Home.default(), source, old, new)
    raise typer.Exit(write(found, OWNERSHIP_CHANGES, form_of(form), sys.stdout))


_Owner = Annotated[str, typer.Argument(metavar="OWNER", help="Its name, or its key in the data.")]
_Entity = Annotated[str, typer.Argument(metavar="ENTITY_ID", help="The listed entity.")]


@ownership.command("confirm")
def confirm(
    owner: _Owner, entity_id: _Entity, reason: ReasonOption, author: AuthorOption = None
) -> None:
    """Say that an owner is a listed entity: it counts from now on."""
    from store.ownership import CONFIRMED

    _say(owner, entity_id, CONFIRMED, reason, person_at(author, DECIDE))


@ownership.command("reject")
def reject(
    owner: _Owner, entity_id: _Entity, reason: ReasonOption, author: AuthorOption = None
) -> None:
    """Say that an owner is not the listed entity that its name is like."""
    from service.access.principal import APPROVE
    from store.ownership import REJECTED

    # It takes owners out of every later answer, which takes two elsewhere.
    _say(owner, entity_id, REJECTED, reason, person_at(author, APPROVE))


def _say(owner: str, entity_id: str, state: str, reason: str, author: str) -> None:
    from screening.ownership.words import say_of_owner
    from store import Home

    done = say_of_owner(Home.default(), owner, entity_id, state, reason=reason, author=author)
    typer.echo(f"{done.state}: {done.name or done.owner} ({done.source}) = {done.entity_id}")
