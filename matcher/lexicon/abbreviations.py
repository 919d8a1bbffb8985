"""Trade words cut short: ``Inst``, ``Petrochem``, ``Srvcs``, ``Mfg``.

A word is short for another if it is its beginning, or a beginning and some of the consonants that
follow, the last one with them; what no rule makes stands in ``data/abbreviations.tsv``. The words
that may be shortened are those of the word tables (``data/long_trade_words.tsv``, which
``tools/compile_word_tables.py`` writes): a name is not abbreviated.
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from matcher.lexicon.compile import SOURCES, rows
from matcher.lexicon.scripts import latin, script_of
from matcher.lexicon.tables import COMPANY, Role

LONG_WORDS = "long_trade_words.tsv"
# Letters of a word that is shortened by leaving letters out. A choice: shorter ones are mostly
# written out, and the usual exceptions are in a table.
SHORTEST_LONG = 6
# Of fewer letters only the usual ones are known: any three are short for a dozen words.
SHORTEST, LONGEST = 4, 9
# And of fewer than these what is usual is all that is meant.
LONG_ENOUGH = 5
# So many letters a beginning leaves out at least.
LEAST_CUT = 3
# A word stands for so many at most: *comm* for communications, commerce, committee, commission.
MOST_MEANT = 5
# No concept has this number.
NOTHING = -1
# Who holds an office is no word cut short for it: *minister*, *ministerium*.
_OFFICES = frozenset(("minister", "ministers", "director", "directors", "president", "presidents"))
_VOWELS = frozenset("aeiou")


@lru_cache(maxsize=1 << 14)
def meant_by(form: str) -> tuple[int, ...]:
    """The concepts of the word tables that a word may be short for.

    Args:
        form: in ``a-z0-9``, a word that the tables do not know.

    Returns:
        Their numbers (``number_of``), at most ``MOST_MEANT``, usual abbreviations first.
    """
    if not form.isalpha() or not 2 <= len(form) <= LONGEST or form in _OFFICES:
        return ()
    usual = _usual().get(form, ())
    least = LONG_ENOUGH if usual else SHORTEST
    if len(form) < least or form[-1] in _VOWELS:
        return usual[:MOST_MEANT]
    # As far as its last vowel it is the longer word's beginning (``is_short_for``).
    head = form[: 1 + max(map(form.rfind, "aeiou"))]
    alike = _long_words().get(form[0] + form[-2:], ())
    may = {one for one in alike if one[0].startswith(head) and is_short_for(form, one[0])}
    words = sorted(may | set(_beginning_with(form)), key=lambda one: (len(one[0]), one))
    return tuple(dict.fromkeys([*usual, *(number for _, number in words)]))[:MOST_MEANT]


@lru_cache(maxsize=1 << 15)
def means(form: str, concept: str | None) -> bool:
    """Whether a word may be short for a concept (``meant_by``).

    Args:
        form: as ``meant_by`` takes it.
        concept: of the word tables.
    """
    # Most words do not even begin like one for it.
    number = number_of(concept)
    return (number, form[:1]) in _first_letters() and number in meant_by(form)


@cache
def _first_letters() -> frozenset[tuple[int, str]]:
    """The numbers of concepts, each with the first letter of a word for it or of a usual
    abbreviation of one.
    """
    usual = ((number, short[:1]) for short, numbers in _usual().items() for number in numbers)
    return frozenset([*usual, *((number, word[:1]) for word, number in _sorted_words())])


def number_of(concept: str | None) -> int:
    """The number of a concept whose words may be shortened; ``NOTHING`` for others."""
    return NOTHING if concept is None else _numbers().get(concept, NOTHING)


def concept_of(number: int) -> str:
    """The concept that has a number."""
    return _concepts()[number]


def is_short_for(short: str, long: str) -> bool:
    """Whether a word is a beginning of a longer one, or a beginning and consonants that follow in
    it, its last one with them: ``manuf``, ``mfg``.
    """
    if len(short) > len(long) - 2:
        return False
    if long.startswith(short):
        # *Alliant* is hardly short for the Dutch *alliantie*.
        return len(short) <= len(long) - LEAST_CUT
    begun = 0
    while short[begun] == long[begun]:
        begun += 1
    rest = short[begun:]
    if not begun or _VOWELS & set(rest):
        return False
    # Short ones are all consonants, but for the first letter: *hong* is not *holding*.
    if _VOWELS & set(short[1:]) and (begun < SHORTEST - 1 or len(short) < LONG_ENOUGH):
        return False
    return rest[-1] in _ends(long) and _in_order(rest, long[begun:])


def _in_order(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)


def _last_consonant(word: str) -> str:
    return next((letter for letter in reversed(word) if letter not in _VOWELS), "")


def _ends(long: str) -> set[str]:
    """The consonants with which an abbreviation of a word may end."""
    return {_last_consonant(long), _last_consonant(long.removesuffix("s"))} - {""}


def _beginning_with(short: str) -> Iterator[tuple[str, int]]:
    words = _sorted_words()
    for place in range(bisect_left(words, (short, 0)), len(words)):
        word = words[place]
        if not word[0].startswith(short):
            return
        if len(word[0]) >= len(short) + LEAST_CUT:
            yield word


@cache
def _sorted_words() -> list[tuple[str, int]]:
    """Words and the numbers of their concepts."""
    return sorted((word, _numbers()[concept]) for concept, word in _lines(LONG_WORDS))


@cache
def _long_words() -> dict[str, list[tuple[str, int]]]:
    """The same by their first letter and the last two that an abbreviation of them may have."""
    found: dict[str, list[tuple[str, int]]] = {}
    for one in _sorted_words():
        word = one[0]
        for end in _ends(word):
            for letter in set(word[: word.rindex(end)]):
                found.setdefault(word[0] + letter + end, []).append(one)
    return found


@cache
def _usual() -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for concept, shorts in _lines("abbreviations.tsv"):
        for short in shorts.split(" | "):
            found[short] = (*found.get(short, ()), _numbers()[concept])
    return found


@cache
def _concepts() -> list[str]:
    return sorted({one for file in (LONG_WORDS, "abbreviations.tsv") for one, _ in _lines(file)})


@cache
def _numbers() -> dict[str, int]:
    return {concept: number for number, concept in enumerate(_concepts())}


def _lines(file: str) -> Iterator[tuple[str, str]]:
    text = (files("matcher") / "data" / file).read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            concept, _, rest = line.partition("\t")
            yield concept, rest


def long_words() -> str:
    """The long words of the tables as ``_long_words`` reads them."""
    found = {
        (concept, form)
        for file, role in SOURCES
        if role is Role.TRADE
        for concept, phrase in rows(file)
        if concept not in COMPANY and phrase.isalpha() and script_of(phrase) == "Latn"
        for form in [latin(phrase)]
        if len(form) >= SHORTEST_LONG and form.isascii()
    }
    lines = [f"{concept}\t{form}" for concept, form in sorted(found)]
    head = "# concept, word; made by tools/compile_word_tables.py from the word tables beside it"
    return "\n".join([head, *lines]) + "\n"
