"""The commands about who may use the service: ``access person``, ``key``, ``list``, ``end``."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from commands.author import AuthorOption, admin_at
from commands.extras import needs
from commands.options import FormOption, form_of, say, split

if TYPE_CHECKING:
    from store.accounts import Accounts

access = typer.Typer(
    no_args_is_help=True,
    help="People who sign in to the service, and keys for programs.",
    rich_markup_mode=None,
)


@access.command()
def person(
    name: Annotated[str, typer.Argument(metavar="NAME")],
    role: Annotated[str, typer.Option("--role", help="analyst, approver or admin.")] = "analyst",
    single_sign_on: Annotated[
        bool,
        typer.Option("--single-sign-on", help="No password here: sign-in by OpenID Connect only."),
    ] = False,
    author: AuthorOption = None,
) -> None:
    """Add a person, or change role and password; the password is prompted for or piped in."""
    with needs("service"):
        from service.access.manage import add_person

    password = None if single_sign_on else _password()
    add_person(_accounts(), name, role, password, author=admin_at(author))
    say(f"namewarden: {name} may sign in as {role}")


def _password() -> str:
    if sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))
    return sys.stdin.readline().rstrip("\r\n")


@access.command()
def key(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What the key is for.")],
    scopes: Annotated[
        str, typer.Option("--scopes", metavar="A,B", help="What it may do.")
    ] = "match,screen,lists",
    days: Annotated[
        int | None, typer.Option("--days", min=1, help="Days until the key expires.")
    ] = None,
    replaces: Annotated[
        str | None,
        typer.Option("--replaces", metavar="ID", help="Let this older key expire in a day."),
    ] = None,
    owner: Annotated[
        str | None,
        typer.Option(
            "--for", metavar="PERSON", help="The person whose own key it is: they act through it."
        ),
    ] = None,
    author: AuthorOption = None,
) -> None:
    """Make a key for a program. It is printed once; only its hash is kept."""
    with needs("service"):
        from service.access.manage import add_key

    made = add_key(
        _accounts(),
        name,
        split(scopes) or (),
        days=days,
        replaces=replaces,
        owner=owner,
        author=admin_at(author),
    )
    typer.echo(made)
    say("namewarden: keep the key; it cannot be shown again")


@access.command()
def login(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A person's account.")],
    login: Annotated[
        str, typer.Argument(metavar="LOGIN", help="Their login at the operating system.")
    ],
    author: AuthorOption = None,
) -> None:
    """Link a login to a person, so that they can decide on the command line under four eyes."""
    from store.database import Database
    from store.home import Home
    from store.logins import Logins

    acts = admin_at(author)
    Logins(Database.of(Home.default())).give_login(login, name, author=acts)
    say(f"namewarden: whoever is logged in as {login} acts as {name}")


@access.command()
def team(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What the team is called.")],
    members: Annotated[
        str | None,
        typer.Option(
            "--members", metavar="A,B", help="Who is in it; '' ends the team. Default: show it."
        ),
    ] = None,
    author: AuthorOption = None,
) -> None:
    """Say who is in a team, to which cases can be assigned."""
    from screening.cases.teams import list_teams, set_team
    from store.home import Home

    home = Home.default()
    if members is not None:
        wanted = [each.strip() for each in members.split(",") if each.strip()]
        set_team(home, name, wanted, author=admin_at(author))
    for each in list_teams(home).get(name, ()):
        typer.echo(each)


@access.command(name="list")
def list_access(form: FormOption = None) -> None:
    """Show people and keys."""
    from screening.report.output import ACCOUNTS, write

    write(_accounts().all_accounts(), ACCOUNTS, form_of(form), sys.stdout)


@access.command()
def end(
    name: Annotated[
        str, typer.Argument(metavar="NAME|ID", help="A person's name, or the id of a key.")
    ],
    author: AuthorOption = None,
) -> None:
    """Revoke a person's or key's access immediately."""
    from store.times import now_text

    accounts = _accounts()
    if any(each.id == name for each in accounts.api_keys()):
        accounts.end_key(name, now_text(), author=admin_at(author))
    else:
        accounts.disable_person(name, author=admin_at(author))
    say(f"namewarden: access of {name} revoked")


def _accounts() -> "Accounts":
    from store.accounts import Accounts
    from store.database import Database
    from store.home import Home

    return Accounts(Database.of(Home.default()))
