"""Words by which it is known what stands around a name: towns, branches, streets, addressees,
remarks, securities.
"""

import json
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from importlib.resources import files

from matcher.lexicon.tables import Role
from matcher.names.parser import words_of
from matcher.names.word import Word

COMPILED_CUES = "compiled_cues.json"
# Words of a town's name, at most.
_LONGEST_TOWN = 3
_DIGITS_OF_A_REFERENCE = 4
_Words = cached_property[frozenset[str]]


class Cues:
    """Words by which it is known what stands around a name, each kind read when it is asked for."""

    branch = _Words(lambda _: _kind("branch"))
    street = _Words(lambda _: _kind("street"))
    addressee = _Words(lambda _: _kind("addressee"))
    remarks = _Words(lambda _: _kind("remark"))
    with_remarks = _Words(lambda _: _kind("with remark"))
    securities = _Words(lambda _: _kind("security"))
    kinds_of_security = _Words(lambda _: _kind("kind of security"))
    with_securities = _Words(lambda one: _kind("with security") | one.kinds_of_security)
    # Words for a branch that only together say so (*chi nhánh*) are looked for as towns are.
    towns = _Words(
        lambda one: (
            _kind("town")
            | frozenset(_lines("towns.tsv"))
            | {phrase for phrase in one.branch if " " in phrase}
        )
    )
    last_of_towns = _Words(lambda one: frozenset(form.rsplit(" ", 1)[-1] for form in one.towns))

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
    return frozenset(_compiled()[kind])


@cache
def _compiled() -> dict[str, list[str]]:
    """What ``compiled_cues`` wrote."""
    found: dict[str, list[str]] = json.loads(
        (files("matcher") / "data" / COMPILED_CUES).read_text(encoding="utf-8")
    )
    return found


def compiled_cues() -> str:
    """The words of each kind as names have them, from the rows as people write them: JSON. Taking
    them apart would be a twentieth of a cold start.

    Run by ``tools/compile_word_tables.py``; a test compares what it wrote with the rows.
    """
    rows = (row.split("\t") for row in _lines("surroundings_own.tsv"))
    found = {
        kind: sorted({" ".join(word.form for word in words_of(one)) for one in phrases.split("|")})
        for kind, phrases in rows
    }
    return json.dumps(found, ensure_ascii=False, indent=0) + "\n"


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


def towns_in(words: Sequence[Word]) -> set[int]:
    """The places of words that are a town's name, or a part of one of several words."""
    towns, found = cues().towns, set[int]()
    for first in range(len(words)):
        for length in range(1, min(_LONGEST_TOWN, len(words) - first) + 1):
            if " ".join([word.form for word in words[first : first + length]]) in towns:
                found.update(range(first, first + length))
    return found


def remark_in(words: Sequence[Word]) -> int:
    """Where the remark begins that ends a line of a payment: *… final payment*, *… invoice 4471*,
    *… contract No 12/3*.

    Returns:
        The place of its first word; the number of words where there is none, as in names that end
        with a trade (*Arrow Payment*).
    """
    known, end = cues(), len(words)
    place = said = end
    while place and (
        words[place - 1].form in known.remarks or goes_with_a_remark(words[place - 1])
    ):
        place -= 1
        counted = place + 1 < end and _is_a_number(words[place + 1])
        form = words[place].form
        if form in known.remarks or (counted and form in known.with_remarks):
            said = place
    while place < said < end and words[said - 1].form in known.with_remarks:
        said -= 1
    # One word may be a trade (*Arrow Payment*); a phrase is none (*in liquidation*).
    alone = said == end - 1 and words[said].role is Role.TRADE and " " not in words[said].form
    return end if alone else said


def goes_with_a_remark(word: Word) -> bool:
    """Whether a word may stand in a remark beside what says that it is one."""
    return _is_a_number(word) or word.role is Role.STOP or word.form in cues().with_remarks


def _is_a_number(word: Word) -> bool:
    """A number, or one with letters before it (*US3682872078*)."""
    if word.form.isalpha():
        # The common case.
        return False
    digits = sum(map(str.isdigit, word.form))
    return word.form[:1].isdigit() or digits >= _DIGITS_OF_A_REFERENCE
