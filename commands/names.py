"""The commands about names: ``match`` and ``compare``."""

import sys
from typing import Annotated

import typer

from commands.author import recorder
from commands.options import (
    AsOfOption,
    FileOption,
    FormOption,
    KindOption,
    LimitOption,
    ListsOption,
    MaxAgeOption,
    ProfileOption,
    RecordOption,
    ThresholdOption,
    WorkersOption,
    choice,
    form_of,
    say,
    say_all,
    say_profile,
    split,
)
from commands.party_options import (
    AddressOption,
    AliasOption,
    BirthPlaceOption,
    BornOption,
    CityOption,
    CountryOption,
    GenderOption,
    IdentifierOption,
    NationalityOption,
    described,
    options_named,
)
from commands.progress import counted, stopped_means
from records import Kind


def match(
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME")] = None,
    file: FileOption = None,
    alias: AliasOption = None,
    country: CountryOption = None,
    born: BornOption = None,
    birth_place: BirthPlaceOption = None,
    nationality: NationalityOption = None,
    gender: GenderOption = None,
    address: AddressOption = None,
    city: CityOption = None,
    identifier: IdentifierOption = None,
    lists: ListsOption = None,
    kind: KindOption = None,
    threshold: ThresholdOption = None,
    profile: ProfileOption = None,
    limit: LimitOption = 10,
    as_of: AsOfOption = None,
    max_age: MaxAgeOption = None,
    workers: WorkersOption = None,
    record: RecordOption = False,
    form: FormOption = None,
) -> None:
    """Screen names against the lists. A file has one name per line, or with the ending .jsonl one
    party per line as a JSON object. What else is known of one party goes into options.
    """
    from screening.engine.engine import Engine
    from screening.engine.settings import settings
    from screening.names.inputs import not_screened, queries_from
    from screening.names.match import match_queries, workers_for
    from screening.ownership.in_use import owners_in_use
    from screening.report.output import NAMES, write
    from store import Home

    said = described(
        alias=alias,
        country=country,
        born=born,
        birth_place=birth_place,
        nationality=nationality,
        gender=gender,
        address=address,
        city=city,
        identifier=identifier,
    )
    with options_named():
        asked = queries_from(names or [], file, said, notify=say)
    chosen = settings(
        threshold=threshold,
        limit=limit,
        kinds=split(kind),
        lists=split(lists),
        as_of=as_of,
        profile=profile,
    )
    say_profile(chosen)
    engine = Engine.open(
        Home.default(), lists=chosen.lists, as_of=as_of, max_age=max_age, notify=say
    )
    say_all(engine.warnings, form_of(form))
    answers = match_queries(engine, asked, chosen, workers=workers_for(len(asked), workers))
    owners = owners_in_use(Home.default(), engine, threshold=chosen.threshold, as_of=as_of)
    if owners is not None:
        from screening.ownership.derived import with_derived

        answers = with_derived(owners, asked, answers)
    answers = counted(answers, len(asked), beside_results=sys.stdout.isatty(), unit="names")
    if record:
        from screening.answers.record import recorded_names

        answers = recorded_names(Home.default(), engine, asked, answers, chosen, recorder(), say)
    with stopped_means("The answers so far are whole; the other names were NOT screened."):
        status = write(answers, NAMES, form_of(form), sys.stdout)
    if unread := not_screened(file, [query.name for query in asked]):
        say(unread)
    raise typer.Exit(status)


def compare(
    left: Annotated[str | None, typer.Argument(metavar="LEFT")] = None,
    right: Annotated[str | None, typer.Argument(metavar="RIGHT")] = None,
    file: FileOption = None,
    kind: Annotated[
        Kind, choice("--kind", Kind, "What kind of party the names stand for.")
    ] = Kind.ORGANIZATION,
    form: FormOption = None,
) -> None:
    """Score two names and say why. A file is CSV with columns left and right."""
    from screening.names.inputs import pairs_from
    from screening.names.match import compare as compare_names
    from screening.report.output import COMPARISONS, write

    pairs = pairs_from(left, right, file, notify=say)
    raise typer.Exit(write(compare_names(pairs, kind), COMPARISONS, form_of(form), sys.stdout))
