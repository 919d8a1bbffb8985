"""A table of counterparties as large as wanted, for measuring: ordinary companies, varied, and a
few listed ones, written as other people would write them.

    python bench/counterparties.py DATA HOME 1000000 customers.csv [--seed 7]

Ordinary names come from the evaluation sets. Few of a million may be the same, so they are varied:
words of two companies of one country, another legal form, a typo. Of every thousand rows three
name a listed party; the column ``truth`` has its id, everywhere else it is empty.
"""

import argparse
import csv
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from records import Kind, NameKind
from store import Home, entities
from store.catalogue import Catalogue

PLANTED = 0.003
LARGE, SMALL = "ordinary_names_large.csv", "ordinary_names.csv"
FORMS = (
    "Ltd", "Limited", "LLC", "Inc.", "Corp.", "Co., Ltd.", "GmbH", "AG", "S.A.", "S.p.A.", "B.V.",
    "A.S.", "OOO", "JSC", "PJSC", "Pty Ltd", "Sdn Bhd", "S.r.l.", "Oy", "AB",
)  # fmt: skip
_FORM = re.compile(
    r"[\s,]+(?:co\.?,? ?ltd|ltd|limited|llc|inc|corp|corporation|plc|gmbh|ag|s\.?a|s\.?p\.?a|b\.?v|"
    r"n\.?v|a\.?s|ooo|jsc|pjsc|sdn bhd|s\.?r\.?l|oyj?|ab|company|kgaa)\.?$",
    re.IGNORECASE,
)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
Row = tuple[str, str, str]


def ordinary(folder: Path) -> dict[str, list[str]]:
    """Ordinary names by country; of some no country is known."""
    names: dict[str, list[str]] = defaultdict(list)
    for file in (LARGE, SMALL):
        with (folder / file).open(encoding="utf-8", newline="") as text:
            for row in csv.DictReader(text):
                names[row.get("country") or ""].append(row["name"])
    return names


def listed(home: Home) -> list[tuple[str, str]]:
    """Names of listed organisations in Latin letters, two words and more, and their ids."""
    found = []
    for snapshot in Catalogue(home).active():
        for entity in entities(snapshot):
            if entity.kind is not Kind.ORGANIZATION:
                continue
            for name in entity.names:
                plain = name.text.isascii() and len(name.text) > 8 and " " in name.text
                if plain and name.kind in (NameKind.PRIMARY, NameKind.ALIAS):
                    found.append((name.text, entity.id))
    return found


def other_form(name: str, chance: random.Random) -> str:
    """The same company with another legal form."""
    return f"{_FORM.sub('', name)} {chance.choice(FORMS)}"


def typo(name: str, chance: random.Random) -> str:
    """One letter left out, put in, exchanged or swapped with the next."""
    place = chance.randrange(1, len(name)) if len(name) > 1 else 0
    match chance.randrange(4):
        case 0:
            return name[:place] + name[place + 1 :]
        case 1:
            return name[:place] + chance.choice(LETTERS) + name[place:]
        case 2:
            return name[:place] + chance.choice(LETTERS) + name[place + 1 :]
        case _:
            return name[: place - 1] + name[place : place + 1] + name[place - 1] + name[place + 1 :]


def recombined(names: list[str], chance: random.Random) -> str:
    """The first words of one company and the last of another."""
    first, second = chance.choice(names).split(), chance.choice(names).split()
    return " ".join(first[: (len(first) + 1) // 2] + second[len(second) // 2 :])


def varied(names: list[str], chance: random.Random) -> str:
    """One ordinary name, as it stands or changed."""
    dice = chance.random()
    if dice < 0.6:
        return recombined(names, chance)
    name = chance.choice(names)
    if dice < 0.75:
        return other_form(name, chance)
    return typo(name, chance) if dice < 0.9 else name


def planted(parties: list[tuple[str, str]], chance: random.Random) -> tuple[str, str]:
    """A listed name, changed in one way or none, and its entity's id."""
    name, entity = chance.choice(parties)
    match chance.randrange(4):
        case 0:
            name = other_form(name, chance)
        case 1:
            name = typo(name, chance)
        case 2:
            name = name.title() if name.isupper() else name.upper()
        case _:
            pass
    return name, entity


def counterparties(folder: Path, home: Home, count: int, seed: int) -> Iterator[Row]:
    """Name, country and truth of so many rows; the same for the same seed and lists."""
    chance = random.Random(seed)
    by_country, parties = ordinary(folder), listed(home)
    countries = list(by_country)
    sizes = [len(by_country[country]) for country in countries]
    for _ in range(count):
        if chance.random() < PLANTED:
            name, truth = planted(parties, chance)
            yield name, "", truth
        else:
            (country,) = chance.choices(countries, sizes)
            yield varied(by_country[country], chance), country, ""


def write(rows: Iterator[Row], out: TextIO) -> None:
    """Write them as CSV with a number each."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("id", "name", "country", "truth"))
    writer.writerows((f"C-{number}", *row) for number, row in enumerate(rows, start=1))


def main() -> None:
    """Make the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("home", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("output", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    rows = counterparties(arguments.data, Home(arguments.home), arguments.count, arguments.seed)
    with arguments.output.open("w", encoding="utf-8", newline="") as out:
        write(rows, out)


if __name__ == "__main__":
    main()
