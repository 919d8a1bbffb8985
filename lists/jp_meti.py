"""Japan: METI's End User List, XLSX, in Japanese and English.

Format and quirks, with links to the publisher: docs/lists/jp_meti.md
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from lists.countries import country_code
from lists.japanese import has_japanese
from lists.source import ParseReport, Readable, Source
from lists.texts import noted, one_line
from lists.workbook import part_of, sheets
from records import Entity, Kind, ListedName, ListFormatError, NameKind, Note

NAME = "jp_meti"
SHEET = "ユーザーリスト"
COLUMNS = {
    "No.": "number",
    "Country or Region": "country",
    "Company or Organization": "name",
    "Also Known As": "alias",
    "Type of WMD": "Type of WMD",
    "Conventional Weapons": "Conventional Weapons",
}
"""By the last line of a heading, which is the English one."""
NEEDED = ("number", "country", "name", "alias")
NOTED = ("Type of WMD", "Conventional Weapons")
BULLET = "・"

_BRACKET = re.compile(r"\s*[(（](?P<inner>(?:[^()（）]|[(（][^()（）]*[)）])+)[)）]\s*")


def recognises(head: bytes) -> bool:
    """Whether the file is a spreadsheet with the list's sheet."""
    return f'name="{SHEET}"'.encode() in part_of(head)


def parse(file: Readable, report: ParseReport) -> Iterator[Entity]:
    """Yield one entity for each row, in file order.

    The table has no date; the edition is the day on which the spreadsheet was saved.

    Raises:
        ListFormatError: not a whole spreadsheet of this layout, or a row without a number.
    """
    report.edition, found = sheets(file)
    rows = next((rows for name, rows in found if name == SHEET), [])
    header = [COLUMNS.get(_last_line(cell), one_line(cell)) for cell in rows[0]] if rows else []
    if missing := [name for name in NEEDED if name not in header]:
        raise ListFormatError(f"the sheet {SHEET!r} has no column {missing[0]!r}")
    for row in rows[1:]:
        if any(cell.strip() for cell in row):
            yield _entity(dict(zip(header, row, strict=True)), report)


def _last_line(text: str) -> str:
    return one_line((text.strip().splitlines() or [""])[-1])


def _entity(row: Mapping[str, str], report: ParseReport) -> Entity:
    number = row["number"].strip()
    if not number:
        raise ListFormatError(f"the row of {one_line(row['name'])[:40]!r} has no number")
    for column in row.keys() - COLUMNS.values():
        report.oddities[f"unknown column {column}"] += 1
    names = [*_names(row["name"]), *_aliases(row["alias"])]
    if not names:
        report.oddities["entry without a name"] += 1
    code = next(filter(None, map(country_code, reversed(row["country"].splitlines()))), None)
    return Entity(
        id=f"{NAME}:{number}",
        kind=Kind.ORGANIZATION,
        names=tuple(names),
        countries=(code,) if code else (),
        programmes=("End User List",),
        notes=tuple(_notes(row)),
    )


def _notes(row: Mapping[str, str]) -> Iterator[Note]:
    yield from noted("Country or Region", row["country"])
    for column in (*NOTED, *sorted(row.keys() - COLUMNS.values())):
        yield from noted(column, row.get(column))


def _names(published: str) -> Iterator[ListedName]:
    """The name, and what stands below it in brackets: its abbreviation, or it in Japanese."""
    lines = published.strip().splitlines()
    main = one_line(" ".join(line for line in lines if not _BRACKET.fullmatch(line)))
    below = [found["inner"] for line in lines if (found := _BRACKET.fullmatch(line))]
    if not main and below:
        main, *below = below
    for place, text in enumerate(filter(None, [main, *map(one_line, below)])):
        kind = NameKind.ALIAS if place else NameKind.PRIMARY
        yield _listed(text, kind, noted("Company or Organization", published) if below else ())


def _aliases(published: str) -> Iterator[ListedName]:
    """One a line, each behind a bullet; what stands in brackets on a line of its own is one too."""
    for text in _items(published.splitlines()):
        bracket = _BRACKET.fullmatch(text)
        yield _listed(one_line(bracket["inner"] if bracket else text), NameKind.ALIAS, ())


def _items(lines: Sequence[str]) -> Iterator[str]:
    marked = any(line.lstrip().startswith(BULLET) for line in lines)
    item = ""
    for line in map(str.strip, lines):
        begins = line.startswith(BULLET) or not marked or _BRACKET.fullmatch(line)
        if begins and item:
            yield item
            item = ""
        item = f"{item} {line.removeprefix(BULLET)}".strip()
    yield from filter(None, [item])


def _listed(text: str, kind: NameKind, notes: tuple[Note, ...]) -> ListedName:
    language = "ja" if has_japanese(text) else None
    return ListedName(text=text, kind=kind, language=language, notes=notes)


SOURCE = Source(
    name=NAME,
    title="Japan: METI's End User List",
    publisher="Ministry of Economy, Trade and Industry (METI)",
    url="https://www.meti.go.jp/policy/anpo/law05.html",
    parse=parse,
    recognises=recognises,
    # 835 in September 2025; it grew by some ten a year.
    at_least=600,
    at_most=8_000,
    # It is revised once or twice a year.
    max_age_days=400,
    media_types=(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/octet-stream",
    ),
    # Each edition has an address of its own.
    by_default=False,
)
