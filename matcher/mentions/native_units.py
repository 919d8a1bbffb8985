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
from functools import lru_cache
from typing import NamedTuple

from matcher.lexicon.folding import fold
from matcher.lexicon.keys import skeleton
from matcher.lexicon.native_words import native_words, without_article
from matcher.lexicon.scripts import HAN
from matcher.mentions.whole_names import HEBREW_PREFIX, PARTICLES, PREFIX
from matcher.names.native import native_readings
from matcher.names.native_pieces import CutKind, Respelt
from matcher.names.parser import words_of

# Arabic and Hebrew words, with what may stand inside one.
_SPACED = re.compile(
    "[\u0620-\u065f\u066e-\u06ef\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc\u200c]+"
    "|[\u0590-\u05ff\ufb1d-\ufb4f]+(?:[\"'׳״][\u0590-\u05ff]+)*"
)
_HEBREW = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")
_HANGUL = re.compile("[\uac00-\ud7a3]+")
# Characters and katakana: hiragana is what stands between the words of a Japanese text.
_CHARACTERS = re.compile(f"[{HAN}\u30a1-\u30ff]+")
_NATIVE = re.compile(f"{_SPACED.pattern}|{_HANGUL.pattern}|{_CHARACTERS.pattern}")
_KANA = re.compile("[\u30a1-\u30ff]+")
# Words of a phrase of the tables that is looked for; longer ones are found by their parts.
_KNOWN_PHRASE = 4
# Letters of an ending that hangs on a word.
_SUFFIXES = range(2, 5)
# A run of characters between two signs that is longer is no list of names, but a whole clause.
LONGEST_RUN = 40


class Unit(NamedTuple):
    """A stretch of a text that may be a word of a name."""

    start: int
    end: int
    """Code points of the text."""
    ways: tuple[frozenset[str], ...]
    """The words that it may be, by their terms and the forms of their parts; each way by itself."""
    known: bool
    """Whether a table knows it; others are read by their sound."""

    @property
    def parts(self) -> frozenset[str]:
        """The words of all ways, by their skeletons, and what phrases of the tables stand for."""
        return _parts(self.ways)


def has_native(text: str) -> bool:
    """Whether a text has letters that are read here."""
    return not text.isascii() and _NATIVE.search(text) is not None


def native_units(text: str) -> Iterator[Unit]:
    """The units of a text, those of a phrase and of a word's parts beside the word's; in the order
    of their starts, but for these.
    """
    spaced = list(_SPACED.finditer(text))
    yield from _phrases(text, spaced)
    for met in spaced:
        yield from _word(met[0], met.start())
    for pattern in (_HANGUL, _CHARACTERS):
        for met in pattern.finditer(text):
            for start, end, ways, known in _run(met[0]):
                yield Unit(met.start() + start, met.start() + end, ways, known)


def _phrases(text: str, words: Sequence[re.Match[str]]) -> Iterator[Unit]:
    known = native_words()
    forms = [without_article(fold(word[0])) for word in words]
    for first in range(len(words)):
        for last in range(first + 1, min(first + _KNOWN_PHRASE, len(words))):
            if text[words[last - 1].end() : words[last].start()] not in (" ", "\u00a0", "\n"):
                break
            ways = known.get(" ".join(forms[first : last + 1]))
            if ways:
                yield Unit(words[first].start(), words[last].end(), _forms(ways), known=True)


@lru_cache(maxsize=1 << 16)
def _parts(ways: tuple[frozenset[str], ...]) -> frozenset[str]:
    return frozenset(
        part if part.startswith("=") else skeleton(part) for way in ways for part in way
    )


def _word(word: str, start: int) -> Iterator[Unit]:
    ways, known = _read(word)
    if ways:
        yield Unit(start, start + len(word), ways, known)
    prefix = (HEBREW_PREFIX if _HEBREW.match(word) else PREFIX).match(word)
    if prefix and not known:
        ways, known = _read(word[prefix.end() :])
        if ways:
            yield Unit(start + prefix.end(), start + len(word), ways, known)


@lru_cache(maxsize=1 << 16)
def _read(word: str) -> tuple[tuple[frozenset[str], ...], bool]:
    """The ways to write a word of a spaced script, and whether a table knows it."""
    folded = fold(word)
    known = native_words().get(folded) or native_words().get(without_article(folded))
    if known:
        return _forms(known), True
    return _sounds(_written(one) for one, _ in native_readings(word)), False


@lru_cache(maxsize=1 << 14)
def _run(run: str) -> Sequence[tuple[int, int, tuple[frozenset[str], ...], bool]]:
    """The units of a run of characters without spaces."""
    if _HANGUL.match(run):
        run = _without_particles(run)
    if len(run) > LONGEST_RUN:
        return ()
    found: dict[tuple[int, int], tuple[set[str], bool]] = {}
    edges = set[int]()
    for respelt, kind in native_readings(run):
        if kind is CutKind.PERSON:
            continue
        for start, end, way in respelt:
            known = fold(run[start:end]) in native_words()
            found.setdefault((start, end), (set(), known))[0].add(way)
            if known:
                edges.add(start)
    # A known word inside what is taken for a longer one is not looked for; a name before one is.
    for start, end in [key for key, (_, known) in found.items() if not known and key[1] in edges]:
        for length in _SUFFIXES:
            if length < end - start and not _KANA.match(run[start:end]):
                part = run[end - length : end]
                ways = {_joined(one) for one, _ in native_readings(part)}
                found.setdefault((end - length, end), (ways, False))
    return tuple(
        (*key, _forms(tuple(sorted(ways))) if known else _sounds(sorted(ways)), known)
        for key, (ways, known) in sorted(found.items())
    )


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


def _written(respelt: Respelt) -> str:
    """What stands for a text; letters that nothing stands for are left out."""
    return " ".join(way for _, _, way in respelt)


def _joined(respelt: Respelt) -> str:
    """The same as one word."""
    return "".join(way for _, _, way in respelt).replace(" ", "")


def _sounds(ways: Iterable[str]) -> tuple[frozenset[str], ...]:
    """The words of what no table knows, which no table of trade words knows either."""
    return tuple(dict.fromkeys(frozenset(one) for way in ways if (one := fold(way).split())))


@lru_cache(maxsize=1 << 14)
def _forms(ways: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """The words that tables give, with their terms."""
    read = (
        frozenset(
            part
            for word in words_of(way)
            if word.is_content
            for part in (word.term, *word.form.split(" "))
        )
        for way in ways
    )
    return tuple(dict.fromkeys(one for one in read if one))
