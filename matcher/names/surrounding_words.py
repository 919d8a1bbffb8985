"""Words by which it is known what stands around a party's name: branches, streets, addressees,
towns (``surroundings_own.tsv``, ``towns.tsv``).
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from importlib.resources import files

from matcher.names.parser import words_of
from matcher.names.word import Word

# Words of a town's name, at most.
_LONGEST_TOWN = 3
_STREET_ENDINGS = ("strasse", "straße", "str", "straat", "gasse", "platz", "allee", "vej", "gatan")
# Letters of a word that ends like a street (*Ringstr*).
_SHORTEST_STREET = 6
_Words = cached_property[frozenset[str]]


class Cues:
    """Words by which it is known what stands around a name, each kind read when it is asked for."""

    branch = _Words(lambda _: _kind("branch"))
    street = _Words(lambda _: _kind("street"))
    addressee = _Words(lambda _: _kind("addressee"))
    # Words for a branch that only together say so (*chi nhánh*) are looked for as towns are.
    towns = _Words(
        lambda self: (
            _kind("town")
            | frozenset(_lines("towns.tsv"))
            | {phrase for phrase in self.branch if " " in phrase}
        )
    )

    def has_towns(self) -> bool:
        """Whether the towns have been read, which takes as long as a hundred names."""
        return "towns" in vars(self)


@cache
def cues() -> Cues:
    """The tables."""
    return Cues()


def is_addressee(written: str) -> bool:
    """Whether a word says whom a line is for, or what it is about: ``INV``, ``Attn``."""
    return " ".join(word.form for word in words_of(written)) in cues().addressee


def _kind(kind: str) -> frozenset[str]:
    rows = dict(row.split("\t") for row in _lines("surroundings_own.tsv"))
    return _forms(rows[kind].split("|"))


@cache
def regions() -> frozenset[str]:
    """The names of countries' parts that are one word in Latin letters."""
    rows = (line.split("\t") for line in _lines("places.tsv"))
    return frozenset(
        phrase.lower()
        for code, phrase in rows
        if "-" in code and phrase.isascii() and " " not in phrase
    )


def _lines(file: str) -> Iterator[str]:
    text = (files("matcher") / "data" / file).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if not line.startswith("#"))


def _forms(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(" ".join(w.form for w in words_of(one)) for one in phrases)


def towns_in(words: Sequence[Word]) -> set[int]:
    """The places of words that are a town's name, or a part of one of several words."""
    towns, found = cues().towns, set[int]()
    for first in range(len(words)):
        for length in range(1, min(_LONGEST_TOWN, len(words) - first) + 1):
            if " ".join([word.form for word in words[first : first + length]]) in towns:
                found.update(range(first, first + length))
    return found


def is_street(form: str) -> bool:
    """Whether a word is a street's name or begins or ends one (*Hauptstr*)."""
    long = len(form) >= _SHORTEST_STREET and form.endswith(_STREET_ENDINGS)
    return long or form in cues().street
