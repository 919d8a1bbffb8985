"""The command ``profiles``: what each channel or segment is screened for."""

import sys
from typing import Annotated

import typer

from commands.author import AuthorOption, admin_at, person_at
from commands.options import (
    FormOption,
    KindOption,
    ListsOption,
    ReasonOption,
    ThresholdOption,
    form_of,
    say,
    split,
)
from service.access.principal import APPROVE, KEY

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="Like onboarding or payments.")]
profiles = typer.Typer(
    help="What each channel or segment is screened for, in versions.", no_args_is_help=True
)


@profiles.command("list")
def list_(form: FormOption = None) -> None:
    """List the profiles in force, and versions that wait for a second person."""
    from screening.engine.profiles import list_profiles
    from screening.report.output import PROFILES, write
    from store import Home

    current = [each for each in list_profiles(Home.default()) if each.in_force or each.waits]
    write(current, PROFILES, form_of(form), sys.stdout)


@profiles.command("show")
def show(name: NameArgument, form: FormOption = None) -> None:
    """Show every version of a profile: who set it, why, and who agreed."""
    from screening.engine.profiles import list_profiles
    from screening.report.output import PROFILES, write
    from store import Home

    write(list_profiles(Home.default(), name), PROFILES, form_of(form), sys.stdout)


@profiles.command("set")
def set_(
    name: NameArgument,
    reason: ReasonOption,
    threshold: ThresholdOption = None,
    lists: ListsOption = None,
    kind: KindOption = None,
    without: Annotated[
        str | None,
        typer.Option(
            "--without",
            metavar="A,B",
            help="weak-names of the lists; of the customer aliases, kind, countries, identifiers, "
            "birth-dates, birth-places, nationalities, gender, addresses.",
        ),
    ] = None,
    author: AuthorOption = None,
) -> None:
    """Set a new version of a profile, whole: what is not given is not limited."""
    from records import LeftOut, ProfileRules, UsageError
    from screening.engine.profiles import set_profile
    from screening.engine.settings import kind_named
    from store import Home

    kinds, names, left_out = split(kind), split(lists), []
    for word in split(without) or ():
        try:
            left_out.append(LeftOut(word.replace("-", "_")))
        except ValueError as error:
            known = ", ".join(each.value.replace("_", "-") for each in LeftOut)
            raise UsageError(f"--without {word!r}: expected one of: {known}") from error
    rules = ProfileRules(
        threshold=threshold,
        lists=names,
        kinds=None if kinds is None else tuple(map(kind_named, kinds)),
        leaves_out=tuple(each for each in LeftOut if each in left_out),
    )
    made = set_profile(Home.default(), name, rules, reason=reason, author=admin_at(author))
    waits = f"waits for a second person: namewarden profiles approve {name}"
    say(f"profile {made.id} {waits if made.waits else 'is in force'}")


@profiles.command("approve")
def approve(name: NameArgument, author: AuthorOption = None) -> None:
    """Agree to the newest version of a profile, as a second person."""
    from records import UsageError
    from screening.engine.profiles import approve_profile
    from store import Home

    acts = person_at(author, APPROVE)
    if acts.startswith(KEY):
        raise UsageError(f"{acts} is a program; the second has to be a person. Nothing was done")
    made = approve_profile(Home.default(), name, author=acts)
    say(f"profile {made.id} is in force")
