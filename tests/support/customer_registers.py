"""Registers of customers as three companies' systems would export them, with listed parties among
them. Made by a seed, never kept: 6,000 rows each.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from records import Entity, Kind, NameKind

ROWS = 6_000
PLANTED = 200
SAP_LINE = 35
"""Characters of ``NAME1``; what is longer goes on in ``NAME2``, also within a word."""
NOT_COUNTRIES = ("Atlantis", "siehe Akte", "n/d")
UNREAD = 37
"""Rows whose country nobody can read."""

_FAMILIES = (
    "Ackermann", "Bergström", "Cailleau", "Dörfler", "Esposito", "Fournier", "Grünwald", "Hagemann",
    "Ibarra", "Jørgensen", "Kowalczyk", "Lefèvre", "Mäkinen", "Nikolaidis", "Oberhauser",
    "Peltonen", "Quintero", "Rasmussen", "Schönfeld", "Thévenot", "Uhlmann", "Vandenberghe",
)  # fmt: skip
_TRADES = {
    "de": ("Bäckerei", "Blumenhandel", "Dachdeckerei", "Elektrotechnik", "Gartenbau", "Holzhandel"),
    "fr": ("Boulangerie", "Charpente", "Ébénisterie", "Fleuriste", "Maçonnerie", "Plomberie"),
    "sap": ("Bakkerij", "Carpintería", "Floristería", "Panadería", "Papelería", "Slagerij"),
}
_FORMS = {"de": ("GmbH", "KG", "e.K."), "fr": ("SARL", "SAS", "EURL"), "sap": ("BV", "SL", "AG")}
_TOWNS = ("Ahlen", "Bressuire", "Coesfeld", "Dinan", "Eupen", "Figueres", "Gorinchem")
_COUNTRIES = {
    "de": ("Deutschland", "Frankreich", "Österreich", "Schweiz", "Niederlande", "Großbritannien"),
    "fr": ("Allemagne", "France", "Autriche", "Suisse", "Pays-Bas", "Royaume-Uni"),
    "sap": ("DE", "FR", "AT", "CH", "NL", "GB"),
}


@dataclass(frozen=True, slots=True)
class Customer:
    """A row before it has the columns of a system."""

    number: int
    name: str
    country: str
    entity: str | None
    """The listed entry that was planted."""


def customers(system: str, listed: Iterable[Entity], seed: int) -> list[Customer]:
    """Ordinary companies, and listed parties at drawn places, their names written in other ways.

    Args:
        system: ``de`` (windows-1252), ``fr`` or ``sap``.
        listed: the entries of a home.
        seed: of all that is drawn.
    """
    chance = Random(f"{system} {seed}")
    names = list(_writable(system, listed))
    places = set(chance.sample(range(ROWS), PLANTED))
    unread = set(chance.sample(sorted({*range(ROWS)} - places), UNREAD))
    made = []
    for place in range(ROWS):
        entity, name = (
            chance.choice(names) if place in places else (None, _ordinary(system, chance))
        )
        if entity is not None:
            name = _otherwise(name, chance)
        countries = NOT_COUNTRIES if place in unread else _COUNTRIES[system]
        # A planted party's country is left open: the test is of names, and a wrong one counts.
        country = "" if entity else chance.choice(countries)
        made.append(Customer(100_000 + place, name, country, entity))
    return made


def _writable(system: str, listed: Iterable[Entity]) -> Iterable[tuple[str, str]]:
    for entity in listed:
        for name in entity.names:
            if name.kind is NameKind.WEAK or entity.kind is not Kind.ORGANIZATION:
                continue
            if system != "de" or _fits_windows_1252(name.text):
                yield entity.id, " ".join(name.text.split())


def _fits_windows_1252(text: str) -> bool:
    return text.encode("windows-1252", "ignore").decode("windows-1252") == text


def _ordinary(system: str, chance: Random) -> str:
    family, trade = chance.choice(_FAMILIES), chance.choice(_TRADES[system])
    other = chance.choice(_FAMILIES)
    form = chance.choice(_FORMS[system])
    return chance.choice((f"{trade} {family} {form}", f"{family} & {other} {trade} {form}"))


def _otherwise(name: str, chance: Random) -> str:
    words = name.split()
    ways = [name, name.upper(), name.title(), f"{name} {chance.choice(_TOWNS)}"]
    if len(words) > 1:
        ways += [" ".join([*words[1:], words[0]]), f"{words[0]}-{' '.join(words[1:])}"]
    longest = max(words, key=len)
    if longest.isalpha() and len(longest) > 7:
        at = chance.randrange(2, len(longest) - 1)
        ways.append(name.replace(longest, longest[:at] + longest[at + 1 :], 1))
    return chance.choice(ways)


def write_german(path: Path, rows: Sequence[Customer]) -> None:
    """As a German merchandise management system: ``;``, windows-1252, countries by name."""
    with path.open("w", encoding="windows-1252", newline="") as file:
        out = csv.writer(file, delimiter=";", lineterminator="\r\n")
        out.writerow(("Kundennr.", "NAME1", "NAME2", "Straße", "Ort", "Land", "Umsatz in €"))
        for row in rows:
            street = f"Lindenstraße {row.number % 97}"
            name = _lines(row.name)
            out.writerow((row.number, *name, street, "Ahlen", row.country, "1.234,00 €"))


def write_french(path: Path, rows: Sequence[Customer]) -> None:
    """As a French workbook."""
    from xlsxwriter import Workbook

    with Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Clients")
        sheet.write_row(0, 0, ("N° client", "Raison sociale", "Ville", "Pays", "Encours"))
        for place, row in enumerate(rows, start=1):
            sheet.write_row(place, 0, (row.number, row.name, "Dinan", row.country, 12.5))


def write_sap(path: Path, rows: Sequence[Customer]) -> None:
    """As SAP's table KNA1, saved as text with tabs in Unicode."""
    with path.open("w", encoding="utf-16", newline="") as file:
        out = csv.writer(file, delimiter="\t", lineterminator="\r\n")
        out.writerow(("MANDT", "KUNNR", "LAND1", "NAME1", "NAME2", "ORT01", "KTOKD"))
        for row in rows:
            number = f"{row.number:010}"
            out.writerow(("100", number, row.country, *_lines(row.name), "Eupen", "KUNA"))


def _lines(name: str) -> tuple[str, str]:
    """A name on two lines: after the last word that fits, as people type it."""
    if len(name) <= SAP_LINE:
        return name, ""
    at = name.rfind(" ", 0, SAP_LINE + 1)
    return (name[:at], name[at + 1 :]) if at > 0 else (name[:SAP_LINE], name[SAP_LINE:])
