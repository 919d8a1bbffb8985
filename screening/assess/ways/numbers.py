"""Numbers in a name: in digits, words, Roman, glued."""

import random
import re

from screening.assess.ways.way import NO_PERSONS, Way, changed, on_text

_WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_ROMAN = [
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
    "XIII",
    "XIV",
    "XV",
    "XVI",
    "XVII",
    "XVIII",
    "XIX",
    "XX",
]
_SMALL = re.compile(r"(?<![\w.-])(?:1?\d|20)(?![\w.-])")
_ROMANS = re.compile(r"(?<![\w.])(?:I{2,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XV)(?![\w.])")


def _in_words(name: str, _rng: random.Random) -> str | None:
    return changed(name, _SMALL.sub(lambda m: _WORDS[int(m[0])].title(), name, count=1))


def _in_roman(name: str, _rng: random.Random) -> str | None:
    def one(found: re.Match[str]) -> str:
        number = int(found[0])
        return _ROMAN[number - 1] if number else found[0]

    return changed(name, _SMALL.sub(one, name, count=1))


def _in_digits(name: str, _rng: random.Random) -> str | None:
    return changed(name, _ROMANS.sub(lambda m: str(_ROMAN.index(m[0]) + 1), name, count=1))


def _glued(name: str, _rng: random.Random) -> str | None:
    return changed(name, re.sub(r"(?<=[^\W\d_]{3})[ -](\d{1,4})(?!\w)", r"\1", name, count=1))


def _signed(name: str, rng: random.Random) -> str | None:
    sign = rng.choice(["No. ", "№ ", "Nr. ", "#"])
    return changed(name, re.sub(r"(?<=[^\W\d_]{3} )(\d{1,4})(?!\w)", rf"{sign}\1", name, count=1))


WAYS = (
    Way(name="number in words", group="numbers", severity=2, sense="names with a number up to 20",
        kinds=NO_PERSONS, write=on_text(_in_words)),
    Way(name="number in Roman", group="numbers", severity=2, sense="names with a number up to 20",
        kinds=NO_PERSONS, write=on_text(_in_roman)),
    Way(name="Roman number in digits", group="numbers", severity=2,
        sense="names with a Roman number", kinds=NO_PERSONS, write=on_text(_in_digits)),
    Way(name="number glued", group="numbers", severity=2, sense="names with a number behind a word",
        kinds=NO_PERSONS, write=on_text(_glued)),
    Way(name="number with its sign", group="numbers", severity=2,
        sense="names with a number behind a word", kinds=NO_PERSONS, write=on_text(_signed)),
)  # fmt: skip
