"""Words of a text in scripts that Latin letters do not write one by one, with the ways in which
Latin letters may write each: what tables know, and how the rest sounds.

Scripts with spaces give a unit for each word, for what is left of it without what hangs before it,
and for each phrase of up to four words that tables know. A run of a script without spaces is cut
into known words; what is left between them is read by its sound, as a whole and, where a known word
stands behind it, from its last two, three and four characters, since no space says where a name
begins.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from matcher.columnar.code_points import found_in
from matcher.lexicon.folding import fold
from matcher.lexicon.keys import skeleton
from matcher.lexicon.native_letters import CHARACTERS, HANGUL, HEBREW, KANA, SPACED
from matcher.lexicon.native_words import native_words, without_article
from matcher.mentions.folded_words import HEBREW_PREFIX, PREFIX
from matcher.mentions.unspaced_names import PARTICLES
from matcher.names.native import is_a_person, native_pieces, native_readings
from matcher.names.parser import words_of
from matcher.names.surrounding_cues import cues
from matcher.names.word import Word

_NON_JOINER = "\u200c"
# Characters of a Chinese firm's own word.
_OWN = 2
# Words of a phrase of the tables that is looked for; longer ones are found by their parts.
_KNOWN_PHRASE = 4
# Letters of an ending that hangs on a word.
_SUFFIXES = range(2, 5)
# A run of characters between two signs that is longer is no list of names, but a whole clause.
LONGEST_RUN = 40
# Distinct words and runs whose units are kept; some 50 MB.
REMEMBERED = 1 << 17


class Unit(NamedTuple):
    """A stretch of a text that may be a word of a name."""

    start: int
    end: int
    """Code points of the text."""
    parts: frozenset[str]
    """The words that it may be, by their skeletons, and what phrases of the tables stand for."""


def is_known(word: str) -> bool:
    """Whether tables have a word of a text, with its article or without."""
    folded = fold(word)
    return folded in native_words() or without_article(folded) in native_words()


def parts_of(word: Word) -> frozenset[str]:
    """The parts of a unit that a listed word needs one of."""
    return frozenset((f"={word.term}", word.term, *map(skeleton, word.form.split(" "))))


class NativeWords:
    """The units of running texts; what a word or a run may be is worked out once."""

    def __init__(self, wanted: frozenset[str]) -> None:
        """Read texts.

        Args:
            wanted: the parts of units that listed names need; a unit with none of them is none.
        """
        self._wanted = wanted
        self._known: dict[str, tuple[Unit, ...]] = {}

    def units(self, text: str, stretches: Sequence[tuple[int, int]]) -> list[Unit]:
        """The units of a text, those of a phrase and of a word's parts beside the word's; in the
        order of their starts.

        Args:
            text: running text.
            stretches: its ``other_scripts``.
        """
        if len(self._known) > REMEMBERED:
            self._known.clear()
        spaced = list(found_in(SPACED, text, stretches))
        found = list(self._of_names(_phrases(text, spaced)))
        for pattern, read in ((SPACED, _word), (HANGUL, _run), (CHARACTERS, _run)):
            for met in found_in(pattern, text, stretches):
                units = self._known.get(met[0])
                if units is None:
                    units = self._known[met[0]] = tuple(self._of_names(read(met[0])))
                if units:
                    start = met.start()
                    found += [Unit(start + one, start + end, parts) for one, end, parts in units]
        found.sort(key=_span)
        return found

    def _of_names(self, units: Iterable[Unit]) -> Iterator[Unit]:
        """The units that may be a word of a name, with the parts that names need."""
        for start, end, parts in units:
            needed = parts & self._wanted
            if needed:
                yield Unit(start, end, needed)


def _span(unit: Unit) -> tuple[int, int]:
    return unit[0], unit[1]


def _phrases(text: str, words: Sequence[re.Match[str]]) -> Iterator[Unit]:
    known, heads = native_words(), _heads()
    forms = [without_article(fold(word[0])) for word in words]
    for first, form in enumerate(forms):
        if form not in heads:
            continue
        for last in range(first + 1, min(first + _KNOWN_PHRASE, len(words))):
            if text[words[last - 1].end() : words[last].start()] not in (" ", "\u00a0", "\n"):
                break
            ways = known.get(" ".join(forms[first : last + 1]))
            if ways:
                yield Unit(words[first].start(), words[last].end(), _as_known(ways))


@cache
def _heads() -> frozenset[str]:
    """The first words of phrases."""
    return frozenset(known.partition(" ")[0] for known in native_words() if " " in known)


def _word(word: str) -> Iterator[Unit]:
    parts, known = _read(word)
    yield Unit(0, len(word), parts)
    if _NON_JOINER in word:
        # ``ماهان‌ایر``: Persian writes two words so where neither ends.
        start = 0
        for part in word.split(_NON_JOINER):
            if part:
                yield Unit(start, start + len(part), _read(part)[0])
            start += len(part) + 1
    prefix = (HEBREW_PREFIX if HEBREW.match(word) else PREFIX).match(word)
    if prefix and not known:
        parts, known = _read(word[prefix.end() :])
        yield Unit(prefix.end(), len(word), parts)


def _read(word: str) -> tuple[frozenset[str], bool]:
    """The parts of a word of a spaced script, and whether a table knows it."""
    folded = fold(word)
    known = native_words().get(folded) or native_words().get(without_article(folded))
    if known:
        return _as_known(known), True
    return _by_sound(way for piece in native_pieces(word) for way in piece.ways), False


def _run(run: str) -> Iterator[Unit]:
    """The units of a run of characters without spaces."""
    if HANGUL.match(run):
        run = _without_particles(run)
    if len(run) > LONGEST_RUN or is_a_person(run):
        return
    found: dict[tuple[int, int], set[str]] = {}
    for piece in native_pieces(run):
        found.setdefault((piece.start, piece.end), set()).update(piece.ways)
    known = {(start, end) for start, end in found if fold(run[start:end]) in native_words()}
    edges = {start for start, _ in known}
    for (start, end), ways in found.items():
        span = start, end
        yield Unit(start, end, _as_known(sorted(ways)) if span in known else _by_sound(ways))
    # A known word inside what is taken for a longer one is not looked for; a name before one is.
    suffixes = {
        (end - length, end)
        for start, end in found
        if (start, end) not in known and end in edges and not KANA.match(run[start:end])
        for length in _SUFFIXES
        if length < end - start
    }
    # ``珠海振戎否认``: behind a town, a firm's own two characters without its trade.
    own = {
        (start, start + _OWN)
        for start, end in found
        if (start, end) not in known and end - start > _OWN and not KANA.match(run[start:end])
        if any(run[first:start] in _towns() for first in range(max(0, start - 3), start - 1))
    }
    for start, end in (suffixes | own) - found.keys():
        yield Unit(start, end, _parts_of_suffix(run[start:end]))


@cache
def _towns() -> frozenset[str]:
    """The towns of the tables, as Chinese writes them."""
    towns = cues().towns
    return frozenset(
        written for written, ways in native_words().items() if not towns.isdisjoint(ways)
    )


@lru_cache(maxsize=1 << 15)
def _parts_of_suffix(run: str) -> frozenset[str]:
    """The parts of characters that are one word by themselves."""
    ways = {
        "".join([way for _, _, way in respelt]).replace(" ", "")
        for respelt, _ in native_readings(run)
    }
    return _by_sound(ways)


def _without_particles(word: str) -> str:
    """A Korean word without the particles at its end."""
    known = native_words()
    for length in range(min(4, len(word) - 2), -1, -1):
        rest = word[: len(word) - length]
        if not length or PARTICLES.fullmatch(word[-length:]):
            # ``회사`` ends in what is a particle behind another word.
            ends = any(word[place:] in known for place in range(len(word) - length))
            if not length or not ends:
                return rest
    return word


def _by_sound(ways: Iterable[str]) -> frozenset[str]:
    """The parts of what no table knows, which no table of trade words knows either."""
    return frozenset([skeleton(part) for way in ways for part in _folded(way)])


def _folded(way: str) -> list[str]:
    """The words of Latin letters, most of which are folded as they stand."""
    words = way.split()
    if len(words) == 1 and words[0].isalpha() and words[0].isascii() and words[0].islower():
        return words
    return fold(way).split()


def _as_known(ways: Iterable[str]) -> frozenset[str]:
    """The parts of the words that tables give, with their terms."""
    return frozenset().union(*map(_parts_of_known, ways))


@lru_cache(maxsize=1 << 14)
def _parts_of_known(way: str) -> frozenset[str]:
    return frozenset(
        part if part.startswith("=") else skeleton(part)
        for word in words_of(way)
        if word.is_content
        for part in (word.term, *word.form.split(" "))
    )
