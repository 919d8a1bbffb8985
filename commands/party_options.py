"""Options that say what is known of a party beside its name."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Annotated, Any

import typer

from records import UsageError

AliasOption = Annotated[
    list[str] | None,
    typer.Option("--alias", metavar="NAME", help="Another name of the same party."),
]
CountryOption = Annotated[
    list[str] | None,
    typer.Option("--country", metavar="COUNTRY", help="A country it is tied to, name or code."),
]
BornOption = Annotated[
    list[str] | None,
    typer.Option(
        "--born",
        metavar="DATE",
        help="Birth date, as exact as known: 1960-05-23, 1960, 1958/1962, 'circa 1960'.",
    ),
]
BirthPlaceOption = Annotated[
    list[str] | None,
    typer.Option("--birth-place", metavar="PLACE", help="Place of birth: 'Basra, Iraq'."),
]
NationalityOption = Annotated[
    list[str] | None,
    typer.Option("--nationality", metavar="COUNTRY", help="Nationality, name or code."),
]
GenderOption = Annotated[
    str | None, typer.Option("--gender", metavar="[female|male]", help="Gender.")
]
AddressOption = Annotated[
    list[str] | None,
    typer.Option("--address", metavar="ADDRESS", help="Street, town, country, with commas."),
]
CityOption = Annotated[
    list[str] | None, typer.Option("--city", metavar="TOWN", help="The town where it is.")
]
IdentifierOption = Annotated[
    list[str] | None,
    typer.Option(
        "--identifier",
        metavar="TYPE[:COUNTRY]=VALUE",
        help="Number or contact: imo=9187629, tax:ru=7707083893, lei, bic, registration, "
        "passport, crypto, email, phone, website.",
    ),
]


def described(
    *,
    alias: Sequence[str] | None,
    country: Sequence[str] | None,
    born: Sequence[str] | None,
    birth_place: Sequence[str] | None,
    nationality: Sequence[str] | None,
    gender: str | None,
    address: Sequence[str] | None,
    city: Sequence[str] | None,
    identifier: Sequence[str] | None,
) -> Mapping[str, Any]:
    """What the options say, as ``screening.tables.described.query`` takes it; empty where they say
    nothing.

    Raises:
        UsageError: ``--identifier`` is not of its form.
    """
    said = {
        "aliases": alias,
        "countries": country,
        "birth_dates": born,
        "birth_places": birth_place,
        "nationalities": nationality,
        "gender": gender,
        "addresses": [
            *({"text": text} for text in address or ()),
            *({"city": text} for text in city or ()),
        ],
        "identifiers": [_identifier(text) for text in identifier or ()],
    }
    return {key: value for key, value in said.items() if value}


_OPTIONS = {
    "aliases": "--alias",
    "countries": "--country",
    "birth_dates": "--born",
    "nationalities": "--nationality",
    "gender": "--gender",
    "identifiers": "--identifier",
    "addresses": "--address",
}


@contextmanager
def options_named() -> Iterator[None]:
    """What is refused is called by the option that said it.

    Raises:
        UsageError: what was raised inside.
    """
    try:
        yield
    except UsageError as error:
        key, dot, rest = str(error).partition(": ")
        option = _OPTIONS.get(key.partition(".")[0])
        if option is None:
            raise
        raise UsageError(f"{option}{dot}{rest}") from error


def _identifier(text: str) -> Mapping[str, str | None]:
    kind, equals, value = text.partition("=")
    kind, _, country = kind.partition(":")
    if not equals or not kind.strip() or not value.strip():
        raise UsageError(
            f"--identifier {text!r} is not TYPE=VALUE or TYPE:COUNTRY=VALUE, as in imo=9187629 or "
            "tax:ru=7707083893"
        )
    return {"type": kind.strip().lower(), "value": value.strip(), "country": country or None}
