"""What the press of other languages calls parties that it names often: 华为, 真主党, *Islamischer
Staat*.

Neither sound nor dictionaries give such a name. Each is one more spelling of the listed names that
its row begins with.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import NamedTuple

from matcher.lexicon.folding import fold, has_unspaced, tokens


class Exonym(NamedTuple):
    """A name of a party in another language."""

    forms: tuple[str, ...]
    """Its folded words; one for a script without spaces."""
    not_behind: str
    """Characters behind which its own make other words: 中华为 is no 华为."""

    @property
    def unspaced(self) -> bool:
        """Whether it is in a script without spaces."""
        return has_unspaced("".join(self.forms)) is not None


@cache
def known_as() -> Mapping[tuple[str, ...], tuple[Exonym, ...]]:
    """By the folded words of listed names."""
    table: dict[tuple[str, ...], tuple[Exonym, ...]] = {}
    for listed, names in _rows():
        for forms in map(_forms, listed):
            table[forms] = (*table.get(forms, ()), *names)
    return table


@cache
def listed_as() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """By the folded words of exonyms what lists call the party."""
    table: dict[tuple[str, ...], tuple[str, ...]] = {}
    for listed, names in _rows():
        for name in names:
            table[name.forms] = tuple(dict.fromkeys((*table.get(name.forms, ()), *listed)))
    return table


@cache
def press_words() -> frozenset[str]:
    """The names of one word by which the press calls these parties in Latin letters, as lists have
    them, folded: ordinary language has them for the parties' sake.
    """
    every = (name for line in _lines() for names in line for name in names)
    latin = (name.partition("!")[0] for name in every if not _is_in_other_letters(name))
    # A space stands between two words, and most names have one.
    words = (_forms(name) for name in latin if " " not in name)
    return frozenset(forms[0] for forms in words if len(forms) == 1)


@cache
def latin_firsts() -> frozenset[str]:
    """The first words of exonyms in Latin letters, for which the others, which are the most, need
    not be read at every start.
    """
    every = (name for _, names in _lines() for name in names if not _is_in_other_letters(name))
    return frozenset([token.form for name in every for token in islice(tokens(name), 1)])


def _is_in_other_letters(name: str) -> bool:
    """Whether no table of folding makes a Latin letter of the first one: Greek to Khmer, and kana
    to Hangul.
    """
    first = name[:1]
    return first.isalpha() and ("\u0370" <= first < "\u1d00" or "\u3041" <= first < "\ufb00")


def _rows() -> Iterator[tuple[list[str], tuple[Exonym, ...]]]:
    for listed, names in _lines():
        yield listed, tuple(map(_exonym, names))


def _lines() -> Iterator[tuple[list[str], list[str]]]:
    text = (files("matcher") / "data" / "known_as.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            listed, _, others = line.partition("\t")
            yield listed.split("|"), others.split("|")


@cache
def _not_behind() -> Mapping[str, frozenset[str]]:
    every = (name for names in known_as().values() for name in names)
    return {"".join(name.forms): frozenset(name.not_behind) for name in every if name.not_behind}


def not_behind(written: str) -> frozenset[str]:
    """The characters behind which such a name, as a text has it, is another word."""
    return _not_behind().get(fold(written), frozenset())


def _exonym(written: str) -> Exonym:
    name, _, not_behind = written.partition("!")
    forms = _forms(name)
    if has_unspaced(name):
        forms = ("".join(forms),)
    return Exonym(forms, not_behind)


def _forms(name: str) -> tuple[str, ...]:
    return tuple(token.form for token in tokens(name))
