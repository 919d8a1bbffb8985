"""The commands about places: which regions and countries addresses are looked through for."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from commands.author import AuthorOption, admin_at
from commands.options import FormOption, ReasonOption, form_of

if TYPE_CHECKING:
    from screening.answers.form import Form
    from screening.places.watched import WatchedPlace

places = typer.Typer(
    help="Regions under embargo, and other places that addresses are looked through for.",
    no_args_is_help=True,
)
PlaceArguments = Annotated[
    list[str],
    typer.Argument(metavar="PLACE", help="A region (UA-43) or a country (KP)."),
]


@places.command("list")
def list_(form: FormOption = None) -> None:
    """List the regions that are known, whether they are watched, and by which act."""
    from screening.places.watched import list_places
    from store import Home

    _write(list_places(Home.default()), form_of(form))


@places.command("add")
def add(
    place: PlaceArguments,
    reason: ReasonOption,
    author: AuthorOption = None,
    form: FormOption = None,
) -> None:
    """Watch regions or countries: from now on addresses in them are hits."""
    from screening.places.watched import change_places
    from store import Home

    done = change_places(Home.default(), add=place, reason=reason, author=admin_at(author))
    _write(done, form_of(form))


@places.command("remove")
def remove(
    place: PlaceArguments,
    reason: ReasonOption,
    author: AuthorOption = None,
    form: FormOption = None,
) -> None:
    """Watch regions or countries no longer: addresses in them are no hits from now on."""
    from screening.places.watched import change_places
    from store import Home

    done = change_places(Home.default(), remove=place, reason=reason, author=admin_at(author))
    _write(done, form_of(form))


@places.command("reset")
def reset(reason: ReasonOption, author: AuthorOption = None, form: FormOption = None) -> None:
    """Watch the regions that this version has, and nothing else."""
    from screening.places.watched import change_places
    from store import Home

    done = change_places(Home.default(), reset=True, reason=reason, author=admin_at(author))
    _write(done, form_of(form))


def _write(found: "Sequence[WatchedPlace]", form: "Form") -> None:
    from screening.report.output import write
    from screening.report.places import PLACES

    raise typer.Exit(write(found, PLACES, form, sys.stdout))
