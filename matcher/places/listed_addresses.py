"""Addresses that are entries of a list of their own, found in other addresses.

The US Entity List has them since June 2024 (15 CFR 744.16): whoever uses one is treated as listed,
under whatever name. Such an address is one room of a tower with hundreds of firms, so the numbers
decide: another room of the same floor is somebody else.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz

from matcher.places.spelling import words_of

_CALLED = re.compile(r"\s*address(?:es)?\b[\s:#.-]*\d*\s*(?:[-–—:,(].*)?$", re.IGNORECASE)
"""*Address 01*: a name that says no more than what it is."""
_UNITS = frozenset(
    (
        "unit", "room", "rm", "rms", "rooms", "flat", "flt", "office", "suite", "ste", "shop",
        "apt", "apartment",
    )
)  # fmt: skip
_FLOORS = frozenset(
    (
        "f", "fl", "floor",
    )
)  # fmt: skip
# What is abbreviated or left out: kinds of streets and houses, the districts of Hong Kong.
_FILLING = frozenset(
    (
        "no", "nos", "number", "road", "rd", "street", "st", "avenue", "ave", "centre", "center",
        "ctr", "building", "bldg", "tower", "house", "hse", "commercial", "comm", "the", "of",
        "and", "china", "hong", "kong", "hk", "kowloon", "kln", "hksar", "mong", "kok", "mongkok",
        "wan", "chai", "wanchai", "tsim", "sha", "tsui", "tst",
    )
)  # fmt: skip
_LEAST_CUES = 2
_WORDS = 0.8
"""The share of the listed words that have to stand in the address."""
_ALIKE = 85.0
_ROOM = re.compile(r"\d+[a-z]?|[a-z]")
_FLOOR = re.compile(r"(\d+)f")


@dataclass(frozen=True, slots=True)
class ListedAddress:
    """One address of an entry."""

    entity_id: str
    text: str
    words: frozenset[str]
    rooms: frozenset[str]
    numbers: frozenset[str]
    """All but those of rooms."""


@dataclass(frozen=True, slots=True)
class FoundAddress:
    """A listed address that another address may be."""

    listed: ListedAddress
    sure: bool
    """Whether every number stands there."""


def is_only_an_address(names: Sequence[str], addresses: Sequence[str]) -> bool:
    """Whether an entry is an address and nobody: by its names, which say no more."""
    return bool(names) and all(_is_address(name, addresses) for name in names)


def _is_address(name: str, addresses: Sequence[str]) -> bool:
    if _CALLED.match(name):
        return True
    forms = {word.form for word in words_of(name)}
    if not any(map(_has_digit, forms)):
        return False
    cues = len(forms & (_UNITS | _FLOORS | _FILLING)) + len(re.findall(r"\d+/?F\b", name))
    inside = any(forms <= {word.form for word in words_of(one)} for one in addresses)
    return cues >= _LEAST_CUES and (inside or bool(forms & _UNITS))


def listed_addresses(entity_id: str, texts: Iterable[str]) -> tuple[ListedAddress, ...]:
    """The addresses of an entry as they are looked for; those without a number name no place."""
    found = (_taken_apart(entity_id, text) for text in texts)
    return tuple(one for one in found if one.numbers | one.rooms and one.words)


def find_addresses(text: str, known: Sequence[ListedAddress]) -> list[FoundAddress]:
    """The listed addresses that an address may be."""
    if not known or not any(map(str.isdigit, text)):
        return []
    asked = _taken_apart("", text)
    squeezed = "".join(word.form for word in words_of(text))
    return [
        FoundAddress(one, sure)
        for one in known
        if (sure := _compared(asked, squeezed, one)) is not None
    ]


def _compared(asked: ListedAddress, squeezed: str, listed: ListedAddress) -> bool | None:
    """Whether it is the address for sure; None where it is another one."""
    met = sum(_met(word, asked.words, squeezed) for word in listed.words)
    if met < _WORDS * len(listed.words):
        return None
    every = asked.rooms | asked.numbers
    if listed.rooms <= every and listed.numbers <= every:
        return True
    if asked.rooms and not listed.rooms & every:
        return None
    # A room left out, or a number of the street: a person looks.
    return False if len(listed.numbers & every) * 2 >= len(listed.numbers) else None


def _met(word: str, asked: frozenset[str], squeezed: str) -> bool:
    if word in asked or (len(word) > 3 and word in squeezed):
        return True
    return len(word) > 3 and any(fuzz.ratio(word, other) >= _ALIKE for other in asked)


def _taken_apart(entity_id: str, text: str) -> ListedAddress:
    forms = [word.form for word in words_of(text)]
    words, rooms, numbers = set(), set(), set()
    in_room = False
    for form in forms:
        if floor := _FLOOR.fullmatch(form):
            numbers.add(floor[1])
            in_room = False
        elif in_room and _ROOM.fullmatch(form) and form not in _FLOORS:
            rooms.add(form)
        elif _has_digit(form):
            numbers.add(form)
        elif form not in _UNITS | _FLOORS | _FILLING:
            words.add(form)
        if form in _UNITS:
            in_room = True
        elif not _ROOM.fullmatch(form):
            in_room = False
    # The number right before *F* is the floor's, not a room's.
    for form, following in pairwise(forms):
        if following in _FLOORS and form in rooms:
            rooms.discard(form)
            numbers.add(form)
    return ListedAddress(entity_id, text, frozenset(words), frozenset(rooms), frozenset(numbers))


def _has_digit(form: str) -> bool:
    return any(map(str.isdigit, form))
