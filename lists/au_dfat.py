"""Australia: DFAT Consolidated List, XLSX.

Every name has a row of its own: 3, 3a and 3b are three names of one party.

Format and quirks, with links to the publisher: docs/lists/au_dfat.md
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from lists.countries import country_code
from lists.source import ParseReport, Readable, Source
from lists.texts import iso_day, lettered, noted, one_line, primary_first
from lists.workbook import part_of, sheet_rows
from records import Address, Entity, Identifier, Kind, ListedName, ListFormatError, NameKind, Note

NAME = "au_dfat"
SHEET = "Consolidated List"
REFERENCE = "Reference"
FULL_NAME = "Name of Individual or Entity"
NEEDED = (REFERENCE, FULL_NAME, "Type", "Name Type", "Alias Strength", "Control Date")
KINDS = {"individual": Kind.PERSON, "entity": Kind.ORGANIZATION, "vessel": Kind.VESSEL}
NAME_KINDS = {
    ("primary name", ""): NameKind.PRIMARY,
    ("original script", ""): NameKind.PRIMARY,
    ("alias", "strong"): NameKind.ALIAS,
    ("alias", ""): NameKind.ALIAS,
    ("alias", "weak"): NameKind.WEAK,
}
NOTED = (
    "Place of Birth", "Citizenship", "Listing Information", "Control Date",
    "Targeted Financial Sanction", "Travel Ban", "Arms Embargo", "Maritime Restriction",
)  # fmt: skip
READ = {*NEEDED, "Date of Birth", "Address", "Additional Information", "IMO Number", "Committees"}
READ |= {"Instrument of Designation"}

_REFERENCE = re.compile(r"(\d+)\s*[a-z]*", re.IGNORECASE)
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_ISO = re.compile(r"\d{4}(-\d{2}-\d{2})?")


def recognises(head: bytes) -> bool:
    """Whether the file is a spreadsheet with the list's sheet."""
    return f'name="{SHEET}"'.encode() in part_of(head)


def parse(file: Readable, report: ParseReport) -> Iterator[Entity]:
    """Yield one entity for each number of the references, in file order.

    The file has no date; the edition is the newest ``Control Date`` in it.

    Raises:
        ListFormatError: not a whole spreadsheet of this layout, or a row without a reference.
    """
    rows = sheet_rows(file, SHEET, NEEDED)
    for number, group in groupby(rows, key=_number):
        entity_rows = list(group)
        days = [day for row in entity_rows if (day := iso_day(row["Control Date"]))]
        report.edition = max([report.edition or "", *days]) or None
        yield _entity(number, entity_rows, report)


def _number(row: dict[str, str]) -> str:
    found = _REFERENCE.fullmatch(row[REFERENCE].strip())
    if found is None:
        raise ListFormatError(f"the reference {row[REFERENCE][:40]!r} has no number")
    return found[1]


def _entity(number: str, rows: Sequence[dict[str, str]], report: ParseReport) -> Entity:
    known = {*READ, *NOTED}
    for column in rows[0].keys() - known:
        report.oddities[f"unknown column {column}"] += 1
    published = one_line(rows[0]["Type"])
    if published.lower() not in KINDS:
        report.oddities[f"unknown type {published}"] += 1
    addresses = [a for text in _values(rows, "Address") for a in _addresses(text)]
    citizen_of = [c for text in _values(rows, "Citizenship") for c in text.split(";")]
    ties = {country_code(name) for name in citizen_of} | {a.country for a in addresses}
    births, notes = _births(_values(rows, "Date of Birth"))
    for column in (*NOTED, *sorted(rows[0].keys() - known)):
        notes += [note for text in _values(rows, column) for note in noted(column, text)]
    return Entity(
        id=f"{NAME}:{number}",
        kind=KINDS.get(published.lower(), Kind.UNKNOWN),
        names=primary_first([name for row in rows for name in _names(row, report)]),
        identifiers=tuple(Identifier(type="imo", value=v) for v in _values(rows, "IMO Number")),
        addresses=tuple(addresses),
        countries=tuple(sorted(code for code in ties if code)),
        birth_dates=births,
        programmes=_values(rows, "Committees"),
        legal_basis=_values(rows, "Instrument of Designation"),
        remarks=_values(rows, "Additional Information"),
        notes=tuple(notes),
    )


def _values(rows: Sequence[dict[str, str]], column: str) -> tuple[str, ...]:
    """What the rows of one party say in a column, each text once."""
    texts = (row.get(column, "").strip() for row in rows)
    return tuple(dict.fromkeys(text for text in texts if text))


def _names(row: dict[str, str], report: ParseReport) -> Iterator[ListedName]:
    text = one_line(row[FULL_NAME])
    if not text:
        report.oddities["row without a name"] += 1
        return
    said = one_line(row["Name Type"]), one_line(row["Alias Strength"])
    kind = NAME_KINDS.get((said[0].lower(), said[1].lower()))
    if kind is None:
        report.oddities[f"unknown kind of name {' '.join(said).strip()}"] += 1
    notes = noted(REFERENCE, row[REFERENCE])
    notes += noted("Name Type", said[0]) if kind is None or said[0] == "Original Script" else ()
    yield ListedName(text=text, kind=kind or NameKind.ALIAS, notes=notes)


def _addresses(published: str) -> Iterator[Address]:
    for text in map(one_line, lettered(published)):
        yield Address(text=text, country=country_code(text.rpartition(",")[2]))


def _births(published: Sequence[str]) -> tuple[tuple[str, ...], list[Note]]:
    """Days and years as ISO 8601; a text that says more ("Approximately 1963") is noted too."""
    dates: list[str] = []
    notes: list[Note] = []
    for text in published:
        parts = [part.strip() for part in text.split(",")]
        read = [_date(part.removeprefix("Approximately").strip()) for part in parts]
        dates += [date for date in read if date]
        if not all(read) or "Approximately" in text:
            notes += noted("Date of Birth", text)
    return tuple(dict.fromkeys(dates)), notes


def _date(text: str) -> str:
    if found := _DAY.fullmatch(text):
        day, month, year = found.groups()
        return f"{year}-{month.zfill(2)}-{day.zfill(2)}"
    return text if _ISO.fullmatch(text) else ""


SOURCE = Source(
    name=NAME,
    title="Australia: DFAT Consolidated List",
    publisher="Australian Government, Department of Foreign Affairs and Trade",
    url="https://www.dfat.gov.au/sites/default/files/Australian_Sanctions_Consolidated_List.xlsx",
    parse=parse,
    recognises=recognises,
    # 3,846 in July 2026.
    at_least=2_500,
    at_most=25_000,
    # Weeks pass between two amendments, and the date is that of the newest entry.
    max_age_days=30,
    media_types=(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/octet-stream",
    ),
)
