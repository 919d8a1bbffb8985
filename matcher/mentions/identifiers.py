"""Listed parties' identifiers in running text: IMO, LEI, INN, BIC, crypto addresses and others.

A text is full of numbers. Only those are looked at whose digits some list has, or that stand right
after a word which says what they are; there ``identifiers.recognise`` reads the text.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from matcher.columnar.arrays import Array
from matcher.identifiers.recognise import normal, normal_of, recognise
from matcher.identifiers.registry import Listed
from matcher.index.index import NameIndex
from matcher.mentions.document import Text
from matcher.mentions.word_flags import WordFlag, has
from matcher.search.query import Number

# Characters around a number in which its label and the rest of it stand.
BEFORE, AFTER = 60, 60
# A number begins so many words after its label at most.
NEAR = 4
_WORD = re.compile(r"[^\W_]+")


class Identified(NamedTuple):
    """A number in a text, and a listed party that has it."""

    start: int
    end: int
    """Code points of the text."""
    number: Number
    listed: Listed


def identified(text: Text, index: NameIndex, allowed: Array | None) -> Iterator[Identified]:
    """Find the identifiers of listed parties.

    Args:
        text: the document.
        index: the listed parties.
        allowed: for every listed name whether it may be found; None for all.

    Yields:
        In the text's order; a number once for each party that has it.
    """
    seen: set[tuple[int, int]] = set()
    for start, end in _stretches(text):
        for one in recognise(text.text[start:end]):
            first, last = _number(text.text[start:end], one.start, one.end, one.type, one.value)
            span = start + first, start + last
            if span in seen or _is_cut(text.text, *span):
                continue
            seen.add(span)
            number = Number(one.type, one.value, None, text.text[span[0] : span[1]])
            for listed in index.registers.having(one.type, one.value, None):
                if allowed is None or allowed[_names(index, listed.entity)].any():
                    yield Identified(*span, number, listed)


def first_name(index: NameIndex, entity: int, allowed: Array | None) -> int:
    """The first listed name of a party that may be found."""
    names = _names(index, entity)
    return int(names[0] if allowed is None else names[allowed[names]][0])


def _names(index: NameIndex, entity: int) -> Array:
    owners = index.arrays["name_entity"]
    names: Array = np.arange(*np.searchsorted(owners, [entity, entity + 1]).tolist())
    return names


def _stretches(text: Text) -> list[tuple[int, int]]:
    """The parts of the text that may have a listed number; none overlaps another."""
    digits = has(text.flags, WordFlag.DIGITS)
    label = has(text.flags, WordFlag.LABEL)
    follows = np.zeros(len(digits), dtype=np.bool_)
    for distance in range(1, NEAR + 1):
        follows[:-distance] |= digits[distance:]
    places = np.flatnonzero(has(text.flags, WordFlag.LISTED_NUMBER) | (label & follows))
    parts: list[tuple[int, int]] = []
    for place in places.tolist():
        first = max(0, int(text.start[place]) - BEFORE)
        last = min(len(text.text), int(text.end[place]) + AFTER)
        if parts and first <= parts[-1][1]:
            first, _ = parts.pop()
        parts.append((first, last))
    return parts


def _number(text: str, start: int, end: int, kind: str, value: str) -> tuple[int, int]:
    """Where the number itself stands, its label left out."""
    begins = [met.start() for met in _WORD.finditer(text, start, end)]
    for begin in reversed(begins):
        if normal_of(kind, text[begin:end]) == value or normal(text[begin:end]) == value:
            return begin, end
    return start, end


def _is_cut(text: str, start: int, end: int) -> bool:
    """Whether a stretch ended inside the word."""
    return text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()
