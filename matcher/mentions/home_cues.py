"""Whether a text says right beside a name that it is of the listed party's own country or town:
``Malaysia's Vega Shipping``, ``the Iranian Vega``, ``Vega, a Lahore-based trader``, ``Vega Bank
Moscow``.

Words that are anybody's elsewhere are the party's name there: one of so many firms called *Blue
Cactus* is Emirati.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from matcher.index.index import NameIndex
from matcher.lexicon.folding import fold, tokens
from matcher.lexicon.party_words import says_party
from matcher.lexicon.tables import Role
from matcher.names.parser import analyse
from matcher.names.word import Word

# Letters of a country's name that its people and their language begin with, at least: *Iran*,
# *Iranian*, *iranisch*; a shorter one has to be the word itself.
SHORTEST_STEM = 4
# What a name of six letters and more loses in them, and how many letters may follow.
ENDING, LONGEST_ENDING = 2, 6
# Words of a country's name: *North Korea's*, *United Arab Emirates*.
LONGEST_PLACE = 3
# Words behind a comma among which the place may stand: ``, eine iranische Firma``.
WITHIN = 5
# Code points on either side.
REACH = 60
_BEFORE = re.compile(r"([^.,;:!?()\n]*)[ \u00a0]$")
_AFTER = re.compile(r"[ \u00a0]?[,(（][ \u00a0]?([^.;:!?()\n]*)")
# ``Iran's``, ``India-based``, ``Tehran-headquartered``.
_HANGING = re.compile(r"['’]s?\b|[-\u2010\u2011]\w+")
_BEHIND = re.compile(
    r"[ \u00a0][^\W\d_A-Z]{1,4}[ \u00a0]([^\W\d_a-z][\w-]*(?:[ \u00a0][^\W\d_a-z]\w*)?)"
)
# All words with capitals right behind a name; ``Vega Moscow Trading`` is another.
_RUN_BEHIND = re.compile(
    r"[ \u00a0]([^\W\d_a-zа-яё][\w'’-]*(?:[ \u00a0][^\W\d_a-zа-яё][\w'’-]*){0,2}+)"
    r"(?![ \u00a0][^\W\d_a-zа-яё])"
)


@dataclass(frozen=True, slots=True)
class Home:
    """Where a listed party is from, in folded letters."""

    towns: frozenset[str]
    names: frozenset[str]
    """Countries that are so short that no other word may begin so: *uae*."""
    stems: tuple[str, ...]
    """What countries' names and the words for their people begin with."""

    def has(self, words: str) -> bool:
        """Whether folded words are one of these places, or its people."""
        if words in self.towns or words in self.names:
            return True
        return words.startswith(self.stems) and any(
            words.startswith(stem) and len(words) <= len(stem) + LONGEST_ENDING
            for stem in self.stems
        )


NOWHERE = Home(frozenset(), frozenset(), ())
# Where anything is at home: by it is asked whether the best surroundings could make words a name.
ANYWHERE = Home(frozenset(), frozenset(), ("",))


def home_of(index: NameIndex, entity: int, named: Iterable[Word]) -> Home:
    """Where a party is from, by its entry's countries and addresses and the places in its name."""
    addresses = index.particulars(entity).addresses
    codes = index.countries(entity)
    codes |= {(word.concept or "").lower() for word in named if word.role is Role.PLACE}
    towns = frozenset(_folded(one.city) for one in addresses if one.city)
    names = {name for code in codes for name in _names_of_country(code)}
    stems = sorted({_stem(name) for name in names if len(name) >= SHORTEST_STEM})
    short = frozenset(name for name in names if len(name) < SHORTEST_STEM)
    return Home(towns - {""}, short, tuple(stems)) if towns or names else NOWHERE


def is_at_home(text: str, start: int, end: int, home: Home) -> bool:
    """Whether a place of the party stands right beside its name."""
    if home is NOWHERE or home is ANYWHERE:
        return home is ANYWHERE
    beside = _beside(text[max(0, start - REACH) : start], text[end : end + REACH])
    return any(map(home.has, beside))


def is_followed_by_its_home(text: str, end: int, home: Home) -> bool:
    """Whether all words with capitals right behind a name are a place of the party."""
    found = _RUN_BEHIND.match(text, end, end + REACH)
    return found is not None and home.has(" ".join(_forms(found[1])))


@lru_cache(maxsize=1 << 12)
def _beside(text_before: str, after: str) -> tuple[str, ...]:
    """The folded words beside a name that may be a place; of one place several names ask."""
    return tuple(_places_beside(text_before, after))


def _places_beside(text_before: str, after: str) -> Iterator[str]:
    before = _BEFORE.search(text_before)
    if before is not None:
        forms = _forms(before[1])[-LONGEST_PLACE:]
        yield from (" ".join(forms[first:]) for first in range(len(forms)))
        yield from _in_english(forms[-1:])
        if says_party(_HANGING.sub("", before[1]).split(" ")[-1]):
            # ``Türk şirketi``, ``the Turkish freight forwarder``.
            yield from forms[:-1]
            yield from _in_english(forms[:-1])
    for found, most in ((_AFTER.match(after), WITHIN), (_BEHIND.match(after), LONGEST_PLACE)):
        if found is not None:
            forms = _forms(found[1])[:most]
            for first in range(len(forms)):
                yield from (
                    " ".join(forms[first:last]) for last in range(first + 1, len(forms) + 1)
                )


def _in_english(forms: Iterable[str]) -> Iterator[str]:
    """Words for a people in other languages, as the tables have them: *ruso* is ``russian``."""
    for form in forms:
        words = analyse(form).words
        if len(words) == 1 and words[0].role is Role.TRADE and words[0].concept:
            yield words[0].concept.lower()


@lru_cache(maxsize=1 << 12)
def _forms(text: str) -> tuple[str, ...]:
    return tuple([token.form for token in tokens(_HANGING.sub("", text))])


def _folded(text: str) -> str:
    return " ".join(token.form for token in tokens(text))


def _stem(name: str) -> str:
    return name[: max(SHORTEST_STEM, len(name) - ENDING)]


@cache
def _names_of_country(code: str) -> frozenset[str]:
    """The names of a country in all languages, folded: a text asks for few countries, and to fold
    the names of all costs as much as a page.
    """
    return frozenset(map(_folded, _countries().get(code, ()))) - {""}


@cache
def _countries() -> Mapping[str, Sequence[str]]:
    """The names of each country in all languages; by its code in small letters."""
    found: dict[str, list[str]] = {}
    english: dict[str, str] = {}
    for code, name in _rows("places.tsv"):
        if len(code) == 2:
            found.setdefault(code.lower(), []).append(name)
            english[fold(name)] = code.lower()
    for file in ("place_names.tsv", "place_names_latin.tsv"):
        for names, place in _rows(file):
            if place in english:
                found[english[place]] += names.split("|")
    return found


def _rows(file: str) -> Iterator[tuple[str, str]]:
    text = (files("matcher") / "data" / file).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            left, _, right = line.partition("\t")
            yield left, right
