"""Ordinary names, on which every hit is a false alarm: made of parts, or of the user's own file."""

import csv
import random
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from records import Kind, NameKind, UsageError
from screening.assess.data import rows
from screening.assess.listed import ListedRecord

COMPANIES, PERSONS, SHIPS = 100, 25, 120
"""Names that are made of each language, and ships."""
_COLUMN = "name"


def ordinary(file: Path | None, seed: int) -> list[ListedRecord]:
    """Ordinary names.

    Args:
        file: a CSV file with a column ``name``; None for names of our own making.
        seed: the same one makes the same names.

    Raises:
        UsageError: the file cannot be read or has no such column.
    """
    return made(seed) if file is None else [ordinary_record(name) for name in _read(file)]


def made(seed: int) -> list[ListedRecord]:
    """Names put together from stems, trades and legal forms of one language each."""
    rng = random.Random(f"{seed} ordinary")
    parts = {(part, language): words.split("|") for part, language, words in rows("ordinary.tsv")}
    names: list[ListedRecord] = []
    for part, language in parts:
        if part == "stem":
            of = (parts[each, language] for each in ("stem", "trade", "form"))
            made_of = [_company(language, *words) for words in product(*of)]
            names += map(ordinary_record, rng.sample(made_of, min(COMPANIES, len(made_of))))
        elif part == "first":
            both = product(parts["first", language], parts["last", language])
            made_of = [_ordered(language, *words) for words in both]
            some = rng.sample(made_of, min(PERSONS, len(made_of)))
            names += (ordinary_record(name, Kind.PERSON) for name in some)
    return [*names, *_ships(parts["ship", "en"], parts["ship", "two"], rng)]


def _ships(
    first: Sequence[str], second: Sequence[str], rng: random.Random
) -> Iterator[ListedRecord]:
    """Ships; every third with a number."""
    both = rng.sample([f"{one} {two}" for one, two in product(first, second)], SHIPS)
    for number, name in enumerate(both):
        numbered = f"{name} {rng.randrange(1, 19)}" if number % 3 == 0 else name
        yield ordinary_record(numbered, Kind.VESSEL)


_UNSPACED, _FORM_FIRST = ("cn",), ("as", "fa", "kr")


def _company(language: str, stem: str, trade: str, form: str) -> str:
    if language == "ru":
        return f"{form} {trade.capitalize()} «{stem}»"
    if language in _UNSPACED:
        return f"{stem}{trade}{form}"
    if language in _FORM_FIRST or form in ("PT", "OOO", "AO"):
        return f"{form} {stem} {trade}"
    return f"{stem} {trade} {form}"


def _ordered(language: str, first: str, last: str) -> str:
    if language in ("cn", "kr"):
        return f"{last}{first}"
    return f"{last} {first}" if language == "zh" else f"{first} {last}"


def ordinary_record(name: str, kind: Kind = Kind.ORGANIZATION) -> ListedRecord:
    """A name that no list has."""
    return ListedRecord(entity_id="", list="", kind=kind, name=name, strength=NameKind.PRIMARY)


def _read(file: Path) -> Sequence[str]:
    try:
        with file.open(newline="", encoding="utf-8-sig") as lines:
            table = csv.DictReader(lines)
            if _COLUMN not in (table.fieldnames or ()):
                raise UsageError(
                    f"{file}: no column {_COLUMN!r}. Give a CSV file of ordinary names with one"
                )
            names = [" ".join((row[_COLUMN] or "").split()) for row in table]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{file}: not a readable CSV file ({error})") from error
    return [name for name in dict.fromkeys(names) if name]
