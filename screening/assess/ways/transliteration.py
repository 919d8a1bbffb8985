"""Names as other tables write them: of Cyrillic, Greek and Hebrew; Arabic and Persian ones."""

import random
import re
from functools import cache

from screening.assess.data import rows
from screening.assess.listed import ListedRecord
from screening.assess.ways.way import Way, Write, on_text

_CYRILLIC = ("bgn", "icao", "gost", "iso9", "german", "french", "polish", "spanish")
_GREEK = ("elot", "classical")
_HEBREW = ("academy", "english")
_ARAB_COUNTRIES = frozenset(
    [
        "ae",
        "bh",
        "dz",
        "eg",
        "iq",
        "jo",
        "kw",
        "lb",
        "ly",
        "ma",
        "mr",
        "om",
        "ps",
        "qa",
        "sa",
        "sd",
        "so",
        "sy",
        "tn",
        "ye",
    ]
)
_PERSIAN_COUNTRIES = frozenset(("ir", "af"))
_ARABIC_NAME = re.compile(
    r"(?i)\b(?:al|el|abd|abu|ibn|bin|muhammad|mohammed|mohamed|ahmad|hussein|hasan|ali)\b"
)


@cache
def _letters(file: str, column: int) -> dict[str, str]:
    found = {row[0]: "" if row[column] == "-" else row[column] for row in rows(file)}
    capitals = {letter.upper(): _capital(text) for letter, text in found.items()}
    # Some letters have no capital, or one of two letters.
    return {key: text for key, text in capitals.items() if len(key) == 1} | found


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def by_table(file: str, column: int) -> Write:
    """A way that writes letter for letter by a table."""

    def write(name: str, _rng: random.Random) -> str | None:
        letters = _letters(file, column)
        text = "".join(letters.get(letter, letter) for letter in name)
        if name.isupper():
            text = text.upper()
        return text if text != name else None

    return on_text(write)


@cache
def _respelt(convention: str) -> tuple[re.Pattern[str], dict[str, str]]:
    pairs = {row[1]: row[2] for row in rows("respelling.tsv") if row[0] == convention}
    longest = sorted(pairs, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest)), re.IGNORECASE), pairs


def by_convention(convention: str, language: str) -> Write:
    """A way that spells a romanised name as another language does."""

    def write(record: ListedRecord, _rng: random.Random) -> str | None:
        if not _is(record, language):
            return None
        pattern, pairs = _respelt(convention)

        def one(found: re.Match[str]) -> str:
            text = pairs[found[0].lower()]
            if found[0].isupper() and (len(found[0]) > 1 or record.name.isupper()):
                return text.upper()
            return _capital(text) if found[0][0].isupper() else text

        text = pattern.sub(one, record.name)
        return text if text != record.name else None

    return write


def _is(record: ListedRecord, language: str) -> bool:
    """Whether a romanised name is most likely of a language: a name of its script beside it."""
    beside = any(re.search("[\u0600-\u06ff]", other) for other in record.others)
    if language == "persian":
        return record.country in _PERSIAN_COUNTRIES
    known = record.country in _ARAB_COUNTRIES and bool(_ARABIC_NAME.search(record.name))
    return known or (beside and record.country not in _PERSIAN_COUNTRIES)


_TABLES = (
    ("Cyrillic", "Cyrl", "cyrillic.tsv", _CYRILLIC),
    ("Greek", "Grek", "greek.tsv", _GREEK),
    ("Hebrew", "Hebr", "hebrew.tsv", _HEBREW),
)
_VOWELS = "where the table writes no vowels and little is left"
WAYS = (
    *(
        Way(name=f"{script} by {table}", group="transliteration", severity=3,
            sense=f"names in {script}", scripts=(code,), write=by_table(file, column),
            defensible=_VOWELS if code == "Hebr" else "", may_miss=code == "Hebr")
        for script, code, file, tables in _TABLES
        for column, table in enumerate(tables, start=1)
    ),
    *(
        Way(name=f"{language.title()} as in {table}", group="transliteration", severity=3,
            sense=f"{language.title()} names in Latin letters", scripts=("Latn",),
            write=by_convention(f"{language} {key}", language))
        for language, table, key in (
            ("arabic", "French", "french"), ("arabic", "German", "german"),
            ("persian", "French", "french"), ("persian", "other English", "plain"),
        )
    ),
)  # fmt: skip
