"""Thai, Burmese and Khmer names as Latin letters may write them: the frame of a company's name,
known words, and what is left as it sounds. None of these scripts puts spaces between words.
"""

import re
from collections.abc import Callable, Iterator

from matcher.lexicon import burmese, khmer, thai
from matcher.lexicon.english_sounds import english_by_sound, name_by_sound
from matcher.lexicon.folding import fold
from matcher.lexicon.native_words import native_words
from matcher.names.native_pieces import Cut, CutKind, Piece, padded

UNSPACED_WORDS = re.compile("[\u0e00-\u0e7f\u1000-\u109f\u1780-\u17ff]")
# Letters of a phrase that is looked for; the longest of the tables has 39.
LONGEST = 40
# A word does not end before a sign that belongs to its last letter.
_SIGN = re.compile(
    "[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e\u102b-\u103e\u1056-\u1059\u17b6-\u17d3\u17dd]"
)
_Spell = Callable[[str], tuple[str, ...]]


def _spelt_thai(run: str) -> tuple[str, ...]:
    named, english = name_by_sound(run), english_by_sound(run)
    ways = (*named[:1], *english[:1], thai.as_loan(run), *english[1:2], *thai.romanised(run))
    return tuple(dict.fromkeys(filter(None, (*ways, *named[1:]))))


_SCRIPTS: tuple[tuple[re.Pattern[str], _Spell], ...] = (
    (re.compile("[\u0e00-\u0e7f]+"), _spelt_thai),
    (re.compile("[\u1000-\u109f]+"), burmese.romanised),
    (re.compile("[\u1780-\u17ff]+"), khmer.romanised),
)


def unspaced_cuts(text: str) -> Iterator[Cut]:
    """The ways to cut a name that has letters of such a script."""
    every = [
        piece
        for letters, spell in _SCRIPTS
        for met in letters.finditer(text)
        for piece in _words(met[0], met.start(), spell)
    ]
    pieces = sorted(piece for piece in every if piece.ways)
    if pieces:
        yield pieces, CutKind.NAME


def _words(run: str, start: int, spell: _Spell) -> Iterator[Piece]:
    """A run cut into known words and what is left between them."""
    own = place = 0
    while place < len(run):
        end = _end_of_known(run, place)
        if not end:
            place += 1
            continue
        if own < place:
            yield Piece(start + own, start + place, padded(spell(run[own:place])))
        yield Piece(start + place, start + end, padded(native_words()[fold(run[place:end])]))
        own = place = end
    if own < len(run):
        yield Piece(start + own, start + len(run), padded(spell(run[own:])))


def _end_of_known(run: str, place: int) -> int:
    """Where the longest known word ends that begins at a place; 0 for none."""
    if _SIGN.match(run, place):
        return 0
    for end in range(min(len(run), place + LONGEST), place + 1, -1):
        if not _SIGN.match(run, end) and fold(run[place:end]) in native_words():
            return end
    return 0
