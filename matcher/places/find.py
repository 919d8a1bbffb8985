"""Regions under embargo, and their towns, in an address.

A town's name alone decides little: others have it, too, streets are called after it, and countries
name it as theirs. So what else the address says is read: a country, another region of Ukraine or
Russia, the region itself, a postal code. What contradicts is told to a person where the name is
hardly another place's, and clears where other places are known to have it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from matcher.particulars.places import place as taken_apart
from matcher.places.regions import LONG, Places, Region, Town, places, without_a_letter
from matcher.places.spelling import AddressWord, is_unspaced, words_of
from matcher.places.surroundings import (
    OTHER_REGIONS,
    REGION_WORDS,
    STREET_BEFORE,
    STREET_BEHIND,
)

CLAIMED_BY = frozenset({"ua", "ru"})
"""Countries that addresses in the regions give as theirs."""
DISTINCT = 7
"""Letters of a name that is taken for the town even beside a country that it is not in."""
_SHORT_NAMES = frozenset({"dpr", "lpr", "dnr", "lnr"})
_NOT_BEHIND = frozenset({"korea", "of", "yemen"})
_LITTLE = frozenset({"de", "du", "of", "the", "la", "im", "der"})
"""Between a word for a street and its name."""
_POSTAL = re.compile(r"(?<![\d-])(\d{5,6})(?![\d-])")
_SURE_ALONE = 295_000
"""From this Russian code on no other country with codes of six digits has any."""


class PlaceText(NamedTuple):
    """An address as it is looked at."""

    text: str
    town: str | None = None
    """The town where it has a field of its own."""
    countries: frozenset[str] = frozenset()
    """ISO 3166-1 alpha-2 in lower case, as far as a field says it."""


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """Words that name a region under embargo, or a town of one."""

    region: Region
    start: int
    end: int
    """Code points of the text; of the town's field where ``in_field``."""
    how: str
    town: str | None
    sure: bool
    against: frozenset[str] = frozenset()
    """Countries that the address names although the region is in none of them."""
    in_field: bool = False


def find_places(address: PlaceText, watched: frozenset[str]) -> list[FoundPlace]:
    """The regions that an address is in, each once, by the words that say it best.

    Args:
        address: what is known of it.
        watched: regions to look for, ISO 3166-2.
    """
    known = places()
    found: list[FoundPlace] = []
    for text, in_field in ((address.town, True), (address.text, False)):
        if text:
            look = _Look(known, text, address, in_field=in_field)
            found += [one for one in look.found() if one.region.id in watched]
    best: dict[str, FoundPlace] = {}
    for one in sorted(found, key=_worth):
        best.setdefault(one.region.id, one)
    if "UA-40" in best and best.get("UA-43") and best["UA-43"].how == "region":
        del best["UA-43"]
    return list(best.values())


def countries_named(address: PlaceText) -> frozenset[str]:
    """The countries of an address, by its field and in its words."""
    named = taken_apart(address.text).countries
    return address.countries | named


_HOWS = ("town", "region", "postal code", "spelling")


def _worth(one: FoundPlace) -> tuple[bool, int, bool, int]:
    return not one.sure, _HOWS.index(one.how), not one.in_field, one.start


class _Look:
    """One text looked through."""

    def __init__(self, known: Places, text: str, address: PlaceText, *, in_field: bool) -> None:
        self._known, self._text, self._address = known, text, address
        self._in_field = in_field
        self._words = words_of(text)
        self._unspaced = tuple(known.unspaced.items()) if is_unspaced(text) else ()

    def found(self) -> Iterator[FoundPlace]:
        named = list(self._named())
        towns = list(self._towns())
        codes = list(self._codes())
        if not (named or towns or codes):
            return
        countries = countries_named(self._address)
        abroad = frozenset() if countries & CLAIMED_BY else countries
        regions = {region for region, *_ in named} | {region for region, *_ in codes}
        if not self._in_field:
            regions |= set(_regions_of(self._address.town))
        else:
            regions |= set(_regions_of(self._address.text))
        elsewhere = self._other_region()
        for region, start, end in codes:
            yield self._one(region, start, end, "postal code", None, sure=True)
        if not abroad:
            for region, start, end in named:
                whole = self._known.regions[region].whole
                yield self._one(region, start, end, "region", None, sure=whole)
        for town, start, end, exact in towns:
            if _is_elsewhere(town, self._text[start:end], abroad, regions, other=elsewhere):
                continue
            shared = town.near and town.region not in regions
            if not exact and (abroad or shared):
                continue  # *Mariópolis* in Brazil, *Primorsk* in Russia
            whole = self._known.regions[town.region].whole
            told = bool(countries & CLAIMED_BY) or town.region in regions or _is_own(town)
            sure = whole and exact and told and not abroad and not (town.near and elsewhere)
            how = "town" if exact else "spelling"
            yield self._one(town.region, start, end, how, town.name, sure=sure, against=abroad)

    def _one(
        self,
        region: str,
        start: int,
        end: int,
        how: str,
        town: str | None,
        *,
        sure: bool,
        against: frozenset[str] = frozenset(),
    ) -> FoundPlace:
        chosen = self._known.regions[region]
        return FoundPlace(chosen, start, end, how, town, sure, against, self._in_field)

    def _named(self) -> Iterator[tuple[str, int, int]]:
        """Regions by their names, or by an adjective before a word for region."""
        words, known = self._words, self._known
        for at, word in enumerate(words):
            forms, length = self._longest(known.names, at)
            region = known.names.get(forms)
            if region is not None and not self._is_street(at, length):
                following = words[at + length].form if at + length < len(words) else ""
                short = word.form in _SHORT_NAMES and length == 1
                if not short or (self._is_capital(word) and following not in _NOT_BEHIND):
                    yield region, word.start, words[at + length - 1].end
            region = known.adjectives.get(word.form)
            if region is not None and at + 1 < len(words) and words[at + 1].form in REGION_WORDS:
                held = known.regions[region].held
                others = (w.form for n, w in enumerate(words) if n != at)
                town = words_of(self._address.town or "")
                if not held & {*others, *(w.form for w in town)}:
                    yield region, word.start, words[at + 1].end
        for name, what in self._unspaced:
            if isinstance(what, str) and (at := self._text.find(name)) >= 0:
                yield what, at, at + len(name)

    def _is_capital(self, word: AddressWord) -> bool:
        return self._text[word.start : word.end].isupper()

    def _towns(self) -> Iterator[tuple[Town, int, int, bool]]:
        words, known = self._words, self._known
        for at, word in enumerate(words):
            forms, length = self._longest(known.towns, at)
            town = known.towns.get(forms)
            exact = town is not None
            if town is None and len(word.form) >= LONG and word.form.isalpha():
                town = _nearly(known, word.form)
            if town is None or self._is_street(at, length) or self._is_adjective(at):
                continue
            yield town, word.start, words[at + length - 1].end, exact
        for name, what in self._unspaced:
            if isinstance(what, Town) and (at := self._text.find(name)) >= 0:
                yield what, at, at + len(name), True

    def _longest(
        self, names: Mapping[tuple[str, ...], object], at: int
    ) -> tuple[tuple[str, ...], int]:
        """The longest run of words from here on that is a name; else the word alone."""
        words = self._words
        if words[at].form in self._known.first:
            for length in range(min(self._known.longest, len(words) - at), 1, -1):
                forms = tuple(word.form for word in words[at : at + length])
                if forms in names:
                    return forms, length
        return (words[at].form,), 1

    def _is_street(self, at: int, length: int) -> bool:
        """Whether a street is called so: a word for one stands right beside it."""
        if self._in_field:
            return False
        behind = at + length
        return self._is_before_a_street(behind) or self._is_behind_a_street(at, behind)

    def _is_before_a_street(self, behind: int) -> bool:
        words = self._words
        if behind >= len(words) or words[behind].form not in STREET_BEHIND:
            return False
        if self._is_parted(words[behind - 1].end, words[behind].start):
            return False
        if behind + 1 == len(words) or not words[behind + 1].form.isalpha():
            return True
        return self._is_parted(words[behind].end, words[behind + 1].start)

    def _is_behind_a_street(self, at: int, behind: int) -> bool:
        words, before = self._words, at - 1
        while before >= 0 and words[before].form in _LITTLE:
            before -= 1
        if before < 0 or words[before].form not in STREET_BEFORE:
            return False
        if words[before].form == "via" and not _numbered(words, behind):
            return False  # *in transit via Feodosia*
        return not self._is_parted(words[before].end, words[at].start)

    def _is_parted(self, end: int, start: int) -> bool:
        return bool(re.search(r"[,;\n\r/|]", self._text[end:start]))

    def _is_adjective(self, at: int) -> bool:
        """*Donetska oblast*: the region, and not the town."""
        words = self._words
        return (
            words[at].form in self._known.adjectives
            and at + 1 < len(words)
            and words[at + 1].form in REGION_WORDS
        )

    def _codes(self) -> Iterator[tuple[str, int, int]]:
        for code in _POSTAL.finditer(self._text):
            number, country = int(code[1]), "ua" if len(code[1]) == 5 else "ru"
            for region in self._known.regions.values():
                if any(c == country and low <= number <= high for c, low, high in region.postal):
                    countries = countries_named(self._address)
                    alone = country == "ru" and number >= _SURE_ALONE and not countries
                    if alone or (countries & ({"ua"} if country == "ua" else CLAIMED_BY)):
                        yield region.id, code.start(), code.end()

    def _other_region(self) -> bool:
        """Whether another region of Ukraine or Russia is named, by a word that is no town's."""
        words = words_of(f"{self._address.text} {self._address.town or ''}")
        return any(
            word.form.startswith(OTHER_REGIONS) and (word.form,) not in self._known.towns
            for word in words
        )


def _numbered(words: Sequence[AddressWord], place: int) -> bool:
    """Whether a number follows, as behind the name of a street."""
    return place < len(words) and any(map(str.isdigit, words[place].form))


def _regions_of(text: str | None) -> Iterator[str]:
    known = places()
    for word in words_of(text or ""):
        if (region := known.names.get((word.form,))) is not None:
            yield region


def _is_own(town: Town) -> bool:
    return not town.near and not town.abroad and len(town.name) >= DISTINCT


def _is_elsewhere(
    town: Town, written: str, abroad: frozenset[str], regions: Iterable[str], *, other: bool
) -> bool:
    """Whether the address means another place of this name."""
    if abroad:
        letters = sum(map(str.isalpha, written))
        return bool(town.near or abroad & town.abroad) or letters < DISTINCT
    if town.region in regions or not town.near:
        return False
    return other or town.near == "minor"


def _nearly(known: Places, form: str) -> Town | None:
    """The town whose name is a letter apart."""
    for left in without_a_letter(form):
        for name in known.slips.get(left, ()):
            if abs(len(name[0]) - len(form)) <= 1 and name[0][0] == form[0]:
                return known.towns[name]
    return None
