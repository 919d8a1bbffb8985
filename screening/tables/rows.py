"""Rows of a table as questions to the lists.

    table = open_table(path)
    columns = choose_columns(table, None)
    for party in map(partial(counterparty, columns=columns), table.rows()):
        ...

What a row says of its country or kind helps to tell parties apart. Where it says it in words that
are not known, it is left out: the party is then looked for everywhere, and nothing is missed.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from lists.country_names import understood
from matcher.search.query import searchable
from records import BadRow, Cell, Counterparty, Identifier, Kind, Query, TableRow
from screening.tables.columns import Columns

LONGEST_NAME = 1000
"""Characters. The longest listed name has 400; more than this is a text, or two columns in one."""
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
    name = " ".join(filter(None, (_text(cells[place]) for place in columns.name)))
    if not name:
        return _bad(row, "no name")
    if len(name) > LONGEST_NAME:
        return _bad(row, f"a name of {len(name):,} characters")
    query = Query(
        name=name,
        aliases=tuple(_aliases(cells, columns, name)),
        kind=None if columns.kind is None else kind_of(_text(cells[columns.kind])),
        countries=_countries(cells, columns),
        identifiers=tuple(_identifiers(cells, columns)),
    )
    if not searchable(query):
        return _bad(row, "a name without a word that can be searched for")
    return Counterparty(
        row=row.row,
        line=row.line,
        id=None if columns.id is None else _text(cells[columns.id]) or None,
        query=query,
        cells=cells,
    )


@lru_cache(maxsize=256)
def kind_of(text: str) -> Kind | None:
    """What a word for a kind means; None for a word that is not known."""
    return _KIND_OF.get(" ".join(re.split(r"[\s_-]+", text.strip())).casefold())


def _bad(row: TableRow, reason: str) -> BadRow:
    text = " | ".join(map(_text, row.cells))
    return BadRow(row=row.row, line=row.line, reason=reason, text=text[:2000])


def _text(cell: Cell) -> str:
    return " ".join((cell if isinstance(cell, str) else "; ".join(cell)).split())


def _aliases(cells: tuple[Cell, ...], columns: Columns, name: str) -> Iterator[str]:
    """Every other name once, in their order."""
    seen = {"", name}
    for places in columns.aliases:
        if len(places) > 1:
            found = [" ".join(filter(None, (_text(cells[place]) for place in places)))]
        else:
            found = list(_values(cells[places[0]], _BETWEEN_ALIASES))
        for alias in found:
            if alias not in seen:
                seen.add(alias)
                yield alias


def _countries(cells: tuple[Cell, ...], columns: Columns) -> tuple[str, ...]:
    found = (understood(cells[place]).codes for place in columns.countries)
    return tuple(dict.fromkeys(code for codes in found for code in codes))


def _identifiers(cells: tuple[Cell, ...], columns: Columns) -> Iterator[Identifier]:
    for kind, place in columns.identifiers:
        for value in _values(cells[place], _BETWEEN_ALIASES):
            yield Identifier(type=kind, value=value)


def _values(cell: Cell, between: re.Pattern[str]) -> Iterator[str]:
    if isinstance(cell, str):
        yield from filter(None, (" ".join(part.split()) for part in between.split(cell)))
    else:
        yield from filter(None, (" ".join(part.split()) for part in cell))
