"""Which column of a team's own table says what: as told, or guessed from the headings."""

import csv
import re
from collections.abc import Mapping, Sequence

from records import ListFormatError, UsageError

NAME = "name"
IDENTIFIERS = (
    "registration", "tax", "vat", "lei", "bic", "imo", "mmsi", "passport", "national_id", "crypto",
)  # fmt: skip
FIELDS = (
    NAME, "alias", "former", "weak", "id", "kind", "country", "programme", "birth_date", "address",
    "listed_on", "remark", *IDENTIFIERS,
)  # fmt: skip
"""What a column can be told to be. What is none of these is kept as a note."""
JOIN = "+"
"""Between columns that make one text together: ``name=First name+Last name``."""

Columns = Mapping[str, Sequence[tuple[str, ...]]]
"""For each field the columns that hold it, each a tuple of those that are joined."""

GUESSES: Mapping[str, str] = {
    "name": "name companyname entityname fullname partyname customername suppliername caption"
    " company entity primaryname organisationname organizationname firma nom nombre",
    "alias": "alias aliases aka akas alsoknownas othernames othername alternativenames altnames"
    " alternatename dba tradename tradingas",
    "former": "formername formernames previousname previousnames fka formerlyknownas",
    "weak": "weakalias weakaliases weakname",
    "id": "id uid uniqueid entryid reference refno customerid partyid entityid key listid",
    "kind": "kind type entitytype partytype schema subjecttype customertype",
    "country": "country countries countrycode nationality nationalities jurisdiction land pays",
    "programme": "programme programmes program programs programids sanctions regime reason",
    "birth_date": "birthdate birthdates dateofbirth dob",
    "address": "address addresses fulladdress registeredaddress",
    "listed_on": "listedon listingdate datelisted dateadded addedon since",
    "remark": "remark remarks comment comments notes note description",
    "registration": "registrationnumber regno companynumber registrationno companyno ogrn",
    "tax": "taxid taxnumber tin inn taxno",
    "vat": "vat vatnumber vatno vatid",
    "lei": "lei leicode",
    "bic": "bic swift swiftbic swiftcode",
    "imo": "imo imonumber imono",
    "mmsi": "mmsi",
    "passport": "passport passportnumber passportno",
    "national_id": "nationalid idnumber identitycard idcard personalid",
    "crypto": "wallet walletaddress cryptoaddress",
}
"""Headings by their letters and digits, in English and some that banks use elsewhere."""
FIRST = {"firstname", "givenname", "forename", "name1"}
LAST = {"lastname", "surname", "familyname", "name2"}


def told(text: str) -> Columns:
    """Read the option ``--columns``: ``name=Company,alias=Also known as,country=Land``.

    Raises:
        UsageError: it is not of this form.
    """
    columns: dict[str, list[tuple[str, ...]]] = {}
    for part in next(csv.reader([text], skipinitialspace=True), []):
        field, equals, heading = part.partition("=")
        field = field.strip().lower()
        if not equals or not heading.strip() or field not in FIELDS:
            raise UsageError(
                f"--columns: {part!r} is not FIELD=COLUMN. Fields: {', '.join(FIELDS)}. Two "
                f"columns that make one name: name=First name{JOIN}Last name"
            )
        joined = tuple(each.strip() for each in heading.split(JOIN))
        columns.setdefault(field, []).append(joined)
    if NAME not in columns:
        raise UsageError("--columns: which column has the names? Say name=COLUMN")
    return columns


def found(header: Sequence[str], columns: Columns | None) -> Columns:
    """The columns of a table with this header.

    Args:
        header: its headings.
        columns: what was told; None to guess.

    Raises:
        ListFormatError: it lacks a column that was told, or none looks like a name.
    """
    if columns is None:
        return guessed(header)
    for joined in (each for group in columns.values() for each in group):
        for heading in joined:
            if heading not in header:
                raise ListFormatError(
                    f"the table has no column {heading!r}; it has {_shown(header)}"
                )
    return columns


def guessed(header: Sequence[str]) -> Columns:
    """The columns by their headings.

    Raises:
        ListFormatError: none looks like a name.
    """
    plain = {heading: re.sub(r"[\W_]", "", heading.casefold()) for heading in header}
    columns: dict[str, list[tuple[str, ...]]] = {}
    for heading, word in plain.items():
        field = next((f for f, words in GUESSES.items() if word in words.split()), None)
        # The first heading that looks like a field is it; names and ids come in many numbers.
        if field and (field not in columns or field not in {NAME, "id", "kind"}):
            columns.setdefault(field, []).append((heading,))
    first = [heading for heading, word in plain.items() if word in FIRST]
    last = [heading for heading, word in plain.items() if word in LAST]
    if NAME not in columns and last:
        columns[NAME] = [(*first[:1], last[0])]
    if NAME not in columns:
        raise ListFormatError(
            f"none of its columns looks like a name: {_shown(header)}. Say which one is: "
            "--columns name=COLUMN"
        )
    return columns


def described(columns: Columns, header: Sequence[str]) -> str:
    """The mapping in one line, for the person who has to agree with it."""
    said = [
        f"{field} = {JOIN.join(joined)}"
        for field in FIELDS
        for joined in columns.get(field, ())
    ]  # fmt: skip
    used = {heading for group in columns.values() for joined in group for heading in joined}
    others = [heading for heading in header if heading and heading not in used]
    rest = f"; as notes: {', '.join(others)}" if others else ""
    return f"columns: {', '.join(said)}{rest}"


def _shown(header: Sequence[str]) -> str:
    shown = ", ".join(repr(heading[:40]) for heading in header[:20])
    return f"{shown} …" if len(header) > len(header[:20]) else shown
