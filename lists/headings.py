"""What columns of tables of parties are usually called, in many languages and by the programs that
companies keep their customers in.

The headings are data: ``data/headings.tsv`` has one a line with its language (or the program) and
its meaning. Of two columns with the same meaning the one wins whose heading stands first there.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "headings.tsv"

NAME, ALIAS, COUNTRY, ID, KIND = "name", "alias", "country", "id", "kind"
BIRTH, BIRTH_PLACE, NATIONALITY, GENDER = "birth_date", "birth_place", "nationality", "gender"
CITY, ADDRESS = "city", "address"
PART_OF, ROLE = "part_of", "role"
"""Of whom a row is a part (a director, a vessel), by the other row's id, and what it is to it."""
PARTICULARS = (BIRTH, BIRTH_PLACE, NATIONALITY, GENDER, CITY, ADDRESS, PART_OF, ROLE)
BARE = "bare name"
"""No more than the word for "name": all of it, or the surname where another column has the given
name, or the given name where another has the surname."""
PARTY = "party"
"""*Customer*: its name, or its number."""
CONTINUED = "continued name"
"""The rest of a name that was too long for one column (``NAME2``), or an addition to it."""
GIVEN, MIDDLE, PREFIX = "given name", "middle name", "name prefix"
SURNAME, SURNAME_2, MAIDEN = "surname", "second surname", "maiden name"
IDENTIFIER = "identifier."

_BRACKETS = re.compile(r"[(\[（【].*?[)\]）】]")
_AGAIN = re.compile(r" \(\d+\)$")
"""After a heading that the table has more than once (``documents.tables.table.headings``)."""
_BETWEEN = re.compile(r"\s+-\s+|[/|:.\n;]")
_NUMBERED = re.compile(r"(.*\D) ([1-9])|(.*\w) (ii|iii|iv)")
_ROMAN = {"ii": 2, "iii": 3, "iv": 4}
_FOLDED = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ё": "е"})
_WRITTEN_OUT = re.compile("([aou])e")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a heading usually means."""

    role: str
    """One of the words above, or ``identifier.`` and a type."""
    rank: int
    """Among all headings, 0 first: the lower one is the likelier of two with the same role."""
    language: str
    """ISO 639-1, or the program that writes so."""
    number: int = 1
    """3 for ``Name 3``."""


def meaning_of(heading: str) -> Meaning | None:
    """What a heading usually means; None for one that is not known.

    Brackets may be left out (``Name (Company)``), two languages may stand side by side
    (``Name / Nom``), a number may follow (``Tax Number 1``).
    """
    for words in _readings(heading):
        if found := _known(words):
            return found
    return _of_several(heading)


def role_of(heading: str) -> tuple[str, int] | None:
    """Role and rank of ``meaning_of``."""
    found = meaning_of(heading)
    return (found.role, found.rank) if found else None


def plain(heading: str) -> str:
    """A heading as it is looked up: ``CompanyName`` is ``company name``, ``NAME1`` is ``name 1``,
    ``Raison_sociale`` and ``Prénom`` are without signs.
    """
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", unicodedata.normalize("NFKC", heading))
    words = " ".join(re.sub(r"[\W_]+", " ", apart).split()).casefold()
    letters = "".join(map(_without_accent, words)).translate(_FOLDED)
    return re.sub(r"(?<=[^\W\d])(?=\d)", " ", letters)


def _without_accent(letter: str) -> str:
    """Latin letters alone: in other scripts the signs are letters of their own (й)."""
    apart = unicodedata.normalize("NFD", letter)
    return apart[0] if apart[0].isascii() else "" if letter == "\u0307" else letter


def _readings(heading: str) -> Iterator[str]:
    whole = plain(heading)
    if _AGAIN.search(heading):
        yield plain(_AGAIN.sub("", heading))
    yield whole
    if heading.lower().endswith("__c"):  # a field that a user of Salesforce added
        yield whole.removesuffix(" c")
    bare = _BRACKETS.sub(" ", heading)
    yield plain(bare)
    # One of several fields of a kind: address1_country.
    yield re.sub(r" \d(?= )", "", whole)
    # Umlauts written out: Laenderkuerzel.
    yield _WRITTEN_OUT.sub(r"\1", whole)


def _of_several(heading: str) -> Meaning | None:
    """Of a heading in parts, each of which has to be known: *Name / Nom*, *Customer: Country*."""
    parts = [part for part in map(plain, _BETWEEN.split(_BRACKETS.sub(" ", heading))) if part]
    found = [meaning for part in parts if (meaning := _known(part))]
    if len(parts) < 2 or len(found) < len(parts):
        return None
    roles = {meaning.role for meaning in found}
    if GIVEN in roles and roles & {BARE, SURNAME}:
        return replace(found[0], role=NAME)
    # *Customer: Country* is no customer's name.
    return next((meaning for meaning in found if meaning.role != PARTY), found[0])


def _known(words: str) -> Meaning | None:
    known = _meanings()
    if found := known.get(words):
        return found
    numbered = _NUMBERED.fullmatch(words)
    if numbered is None:
        return None
    base, number = numbered[1] or numbered[3], _ROMAN.get(numbered[4] or "") or int(numbered[2])
    if (found := known.get(base)) is None:
        return None
    role = found.role
    if number > 1:
        role = {NAME: CONTINUED, BARE: CONTINUED, PARTY: CONTINUED, GIVEN: MIDDLE,
                SURNAME: SURNAME_2}.get(role, role)  # fmt: skip
    return replace(found, role=role, number=number)


@cache
def _meanings() -> Mapping[str, Meaning]:
    found: dict[str, Meaning] = {}
    for rank, line in enumerate(TABLE.read_text(encoding="utf-8").splitlines()):
        if not line.startswith("#"):
            language, heading, role = line.split("\t")
            made = Meaning(role=role, rank=rank, language=language)
            found.setdefault(plain(heading), made)
    return found
