"""Rows of a table as questions to the lists.

    table = open_table(path)
    columns = choose_columns(table, None)
    for party in map(partial(counterparty, columns=columns), table.rows()):
        ...

What a row says of its country or kind helps to tell parties apart. Where it says it in words that
are not known, it is left out: the party is then looked for everywhere, and nothing is missed.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial

from lists.country_names import understood
from lists.headings import ADDRESS, BIRTH, BIRTH_PLACE, CITY, GENDER, NATIONALITY, PART_OF, ROLE
from lists.particulars import gender_of
from matcher.search.query import searchable
from records import (
    LONGEST_NAME,
    Address,
    BadRow,
    Cell,
    Counterparty,
    Identifier,
    Kind,
    Query,
    TableRow,
)
from screening.tables.columns import Columns
from screening.tables.particulars import read_births

_FULL_LINE = 30
"""Characters. Shorter fields for names are seldom, and no given name is so long."""
_UNSPACED = re.compile("[\u3005\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_BETWEEN_ALIASES = re.compile(r"\s*[;|\n]\s*")
_KINDS = {
    Kind.ORGANIZATION: "organization organisation company corporate corporation business entity "
    "legal-entity legal-person o c firma unternehmen juristische-person personne-morale société "
    "empresa sociedad persona-jurídica persona-giuridica azienda pessoa-jurídica spółka şirket "
    "tüzel-kişi юл юридическое-лицо компания организация юрлицо 公司 企业 法人 会社 회사 شركة",
    Kind.PERSON: "person individual natural-person private natural p i human "
    "privatperson natürliche-person personne-physique particulier persona-física persona-fisica "
    "particular individuo pessoa-física osoba-fizyczna gerçek-kişi şahıs фл физическое-лицо "
    "физлицо ип 个人 自然人 個人 개인 فرد",
    Kind.VESSEL: "vessel ship schiff navire buque nave navio statek gemi судно 船舶 船 선박 سفينة",
    Kind.AIRCRAFT: "aircraft airplane plane flugzeug avion avión aeromobile aeronave samolot uçak "
    "воздушное-судно самолет 飞机 航空機 항공기 طائرة",
}
_KIND_OF = {
    word.replace("-", " "): kind for kind, words in _KINDS.items() for word in words.split()
}


def counterparty(row: TableRow | BadRow, columns: Columns) -> Counterparty | BadRow:
    """What a row asks; a row without a name cannot be asked for.

    Returns:
        The question, or the row with the reason why there is none.
    """
    if isinstance(row, BadRow):
        return row
    cells = row.cells
    name = _joined([cell_text(cells[place]) for place in columns.name])
    aliases = list(_aliases(cells, columns, name))
    if not name and not aliases:
        return _bad(row, "no name")
    # A private customer has no company's name.
    name = name or aliases.pop(0)
    longest = max(map(len, (name, *aliases)))
    if longest > LONGEST_NAME:
        return _bad(row, f"a name of {longest:,} characters")
    said = partial(_said, cells, columns)
    nationalities = understood(list(said(NATIONALITY))).codes
    # A nationality is a tie to a country, too, for parties of whom a list has no nationality.
    countries = tuple(dict.fromkeys((*_countries(cells, columns), *nationalities)))
    query = Query(
        name=name,
        aliases=tuple(aliases),
        kind=None if columns.kind is None else kind_of(cell_text(cells[columns.kind])),
        countries=countries,
        identifiers=tuple(_identifiers(cells, columns)),
        birth_dates=tuple(day for text in said(BIRTH) for day in read_births(text)),
        birth_places=tuple(said(BIRTH_PLACE)),
        nationalities=nationalities,
        gender=next(filter(None, map(gender_of, said(GENDER))), None),
        addresses=tuple(_addresses(said, countries)),
    )
    if not searchable(query):
        return _bad(row, "a name without a word that can be searched for")
    return Counterparty(
        row=row.row,
        line=row.line,
        id=None if columns.id is None else cell_text(cells[columns.id]) or None,
        query=query,
        part_of=next(said(PART_OF), None),
        role=next(said(ROLE), ""),
        cells=cells,
    )


@lru_cache(maxsize=256)
def kind_of(text: str) -> Kind | None:
    """What a word for a kind means; None for a word that is not known."""
    return _KIND_OF.get(" ".join(re.split(r"[\s_-]+", text.strip())).casefold())


def _bad(row: TableRow, reason: str) -> BadRow:
    text = " | ".join(map(cell_text, row.cells))
    return BadRow(row=row.row, line=row.line, reason=reason, text=text[:2000])


def cell_text(cell: Cell) -> str:
    """A cell in one line, without outer spaces."""
    return " ".join((cell if isinstance(cell, str) else "; ".join(cell)).split())


def _joined(parts: Sequence[str]) -> str:
    """One name of its parts; Han, kana and Hangul have no space between them."""
    name = ""
    for part in filter(None, parts):
        together = name and _UNSPACED.match(name[-1]) and _UNSPACED.match(part[0])
        name += part if together or not name else f" {part}"
    return name


def _cut_in_a_word(parts: Sequence[str]) -> Iterator[str]:
    """The name as it is when a full line was cut within a word: SAP's lines hold 35 or 40
    characters, and some programs fill them to the last.
    """
    name = line = ""
    for part in filter(None, parts):
        name = name + part if len(line) >= _FULL_LINE else _joined([name, part])
        line = part
    if name != _joined(parts):
        yield name


def _in_other_scripts(parts: Sequence[str]) -> Iterator[str]:
    """The parts of what is no one name: a second line may hold the name in the party's script."""
    worded = [part for part in parts if any(map(str.isalpha, part))]
    if len({bool(_LATIN.search(part)) for part in worded}) > 1:
        yield from worded


def _aliases(cells: tuple[Cell, ...], columns: Columns, name: str) -> Iterator[str]:
    """Every other name once, in their order."""
    seen = {"", name}
    for places in (columns.name, *columns.aliases):
        parts = [cell_text(cells[place]) for place in places]
        if len(places) > 1:
            found = [_joined(parts), *_cut_in_a_word(parts), *_in_other_scripts(parts)]
        elif places is columns.name:
            continue
        else:
            found = list(_values(cells[places[0]], _BETWEEN_ALIASES))
        for alias in found:
            if alias not in seen:
                seen.add(alias)
                yield alias


def _countries(cells: tuple[Cell, ...], columns: Columns) -> tuple[str, ...]:
    found = (understood(cells[place]).codes for place in columns.countries)
    return tuple(dict.fromkeys(code for codes in found for code in codes))


def _said(cells: tuple[Cell, ...], columns: Columns, role: str) -> Iterator[str]:
    """What stands in the columns of a role."""
    for found, place in columns.particulars:
        if found == role:
            yield from _values(cells[place], _BETWEEN_ALIASES)


def _addresses(
    said: Callable[[str], Iterable[str]], countries: tuple[str, ...]
) -> Iterator[Address]:
    """The address of a row; its columns are of one."""
    cities, lines = list(said(CITY)), list(said(ADDRESS))
    if cities or lines:
        country = countries[0] if len(countries) == 1 else None
        text = ", ".join([*lines, *cities])
        yield Address(text=text, city=cities[0] if cities else None, country=country)


def _identifiers(cells: tuple[Cell, ...], columns: Columns) -> Iterator[Identifier]:
    for kind, place in columns.identifiers:
        for value in _values(cells[place], _BETWEEN_ALIASES):
            yield Identifier(type=kind, value=value)


def _values(cell: Cell, between: re.Pattern[str]) -> Iterator[str]:
    if isinstance(cell, str):
        yield from filter(None, (" ".join(part.split()) for part in between.split(cell)))
    else:
        yield from filter(None, (" ".join(part.split()) for part in cell))
