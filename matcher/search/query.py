"""A query taken apart: its names, and what it says beside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from matcher.identifiers.contacts import wider
from matcher.identifiers.recognise import alone, normal_of, recognise, refined
from matcher.lexicon.scripts import visible
from matcher.names.initials import without_initials
from matcher.names.parser import analyse
from matcher.names.prefilter import MAY_HOLD_NUMBER, look
from matcher.names.variants import NameVariant, asked_variants, every_variant
from matcher.names.word import Name
from matcher.particulars.compare import says_particulars
from records import LONGEST_NAME, Kind, Query

_MAY_BE_PERSONS = frozenset({None, Kind.UNKNOWN, Kind.PERSON})
_PLAIN = re.compile("[0-9A-Za-z]")
NO_WORD = "no word that can be searched for"


class Number(NamedTuple):
    """An identifier that is asked for."""

    type: str
    """Refined; empty for any."""
    value: str
    """In normal form."""
    country: str | None
    text: str
    """As written."""


class AskedName(NamedTuple):
    """One reading of one of a query's names."""

    reading: NameVariant
    alias: str | None
    """The other name of the query that it is a reading of; None for the name itself."""

    is_whole: bool = False
    """Whether it is all of that name, and not a part or another spelling of it."""

    @property
    def name(self) -> Name:
        """Its words."""
        return self.reading.name

    @property
    def holds_all(self) -> bool:
        """Whether it has all words of that name, be they read from another script."""
        return self.is_whole or self.reading.translated


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """One party that is asked for."""

    names: tuple[AskedName, ...]
    """The variants of its name first, then those of its other names; without the identifiers that
    stand in them. A person's name without the initials comes last of each."""
    numbers: tuple[Number, ...]
    countries: tuple[str, ...]
    kind: Kind | None
    particulars: Query | None = None
    """What it was taken from, where that says more than names, numbers and countries."""

    @classmethod
    def of(cls, query: Query) -> "ParsedQuery":
        """Take a query apart."""
        numbers = list(_given(query)) if query.identifiers else []
        names: list[AskedName] = []
        for text in map(visible, (query.name, *query.aliases)):
            seen = look(text)
            name, found = _without_numbers(text, seen)
            alias = text if names else None
            # Where a number was left out the quick look would not see what stood beside it.
            held = every_variant(name) if found else asked_variants(name, seen)
            names.append(AskedName(held[0], alias, is_whole=True))
            names.extend([AskedName(reading, alias) for reading in held[1:]])
            surnames = without_initials(name) if query.kind in _MAY_BE_PERSONS else None
            if surnames is not None:
                left, initials = surnames
                names.append(AskedName(NameVariant(left, initials=initials), alias))
            numbers.extend(found)
        once = tuple(dict.fromkeys(numbers)) if numbers else ()
        more = query if says_particulars(query) else None
        return cls(tuple(names), once, query.countries, query.kind, more)

    def with_name(self, name: AskedName) -> "ParsedQuery":
        """The same party with one reading more."""
        return replace(self, names=(*self.names, name))


def unsearchable(query: Query) -> str | None:
    """What keeps a query from being screened, to be put behind *has*: ``NO_WORD``, or too many
    characters. None where nothing does. It must not be told like a name that is on no list.

    It needs a word that reads in Latin letters, or an identifier (signs alone say nothing, nor do
    characters so rare that no table reads them), and no name of it may be a text.
    """
    name, first = query.name, query.name[:1]
    if len(name) <= LONGEST_NAME and first.isascii() and first.isalnum() and not query.aliases:
        # The common case.
        return None
    longest = max([len(query.name), *map(len, query.aliases)])
    if longest > LONGEST_NAME:
        return f"{longest:,} characters, more than a name has: screen it as a document"
    return None if _says_something(query) else NO_WORD


def searchable(query: Query) -> bool:
    """Whether a query can be screened (``unsearchable``)."""
    return unsearchable(query) is None


def _says_something(query: Query) -> bool:
    return any(map(_has_a_word, (query.name, *query.aliases))) or any(_given(query))


def _has_a_word(text: str) -> bool:
    # Taking it apart is dear; a plain letter or digit always makes a word.
    shown = visible(text)
    return _PLAIN.search(shown) is not None or bool(analyse(shown).words)


def _given(query: Query) -> Iterator[Number]:
    for one in query.identifiers:
        kind = one.type.lower()
        value = normal_of(kind, one.value)
        if value:
            text = f"{one.type} {one.value}".strip()
            yield Number(refined(kind, value), value, one.country, text)
            for more in wider(kind, value):
                yield Number(kind, more, one.country, text)


def _without_numbers(text: str, seen: int) -> tuple[Name, list[Number]]:
    """A name whose identifiers are left out, and these. Offsets of words are those of the text."""
    if not seen & MAY_HOLD_NUMBER:
        return analyse(text), []
    found = recognise(text)
    whole = alone(text) if not found else None
    if whole is not None:
        return analyse(text), [Number(whole.type, whole.value, None, text.strip())]
    if not found:
        return analyse(text), []
    rest = text
    for one in found:
        rest = rest[: one.start] + " " * (one.end - one.start) + rest[one.end :]
    numbers = [Number(n.type, n.value, None, text[n.start : n.end]) for n in found]
    words = analyse(rest).words
    # A query of a number alone keeps it as its only word.
    return Name(text, words or analyse(text).words), numbers
