"""Ordinary names, on which every hit is a false alarm: made of parts, or of the user's own file."""

import csv
import random
from collections.abc import Sequence
from itertools import product
from pathlib import Path

from records import Kind, NameKind, UsageError
from screening.assess.data import rows
from screening.assess.listed import ListedRecord

MADE = 2_000
"""Names that are made; companies, with a tenth of persons and some ships."""
_COLUMN = "name"


def ordinary(file: Path | None, seed: int) -> list[ListedRecord]:
    """Ordinary names.

    Args:
        file: a CSV file with a column ``name``; None for names of our own making.
        seed: the same one makes the same names.

    Raises:
        UsageError: the file cannot be read or has no such column.
    """
    return made(seed) if file is None else [_record(name) for name in _read(file)]


def made(seed: int) -> list[ListedRecord]:
    """Names put together from stems, trades and legal forms of one language each."""
    rng = random.Random(f"{seed} ordinary")
    parts = {(part, language): words.split("|") for part, language, words in rows("ordinary.tsv")}
    companies = [
        _company(language, *words)
        for part, language in parts
        if part == "stem"
        for words in product(*(parts[each, language] for each in ("stem", "trade", "form")))
    ]
    persons = [
        _ordered(language, *words)
        for part, language in parts
        if part == "first"
        for words in product(parts["first", language], parts["last", language])
    ]
    tenth = MADE // 10
    return [
        *map(_record, rng.sample(companies, min(MADE - tenth, len(companies)))),
        *(_record(name, Kind.PERSON) for name in rng.sample(persons, min(tenth, len(persons)))),
        *(_record(name.upper(), Kind.VESSEL) for name in parts["ship", "en"]),
    ]


def _company(language: str, stem: str, trade: str, form: str) -> str:
    if language == "ru":
        return f"{form} {trade.capitalize()} «{stem}»"
    return f"{form} {stem} {trade}" if form in ("PT", "OOO", "AO") else f"{stem} {trade} {form}"


def _ordered(language: str, first: str, last: str) -> str:
    return f"{last} {first}" if language == "zh" else f"{first} {last}"


def _record(name: str, kind: Kind = Kind.ORGANIZATION) -> ListedRecord:
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
