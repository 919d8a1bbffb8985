"""Thai names as Latin letters may write them: the frame of a company's name, known words, and
what is left as it sounds.
"""

import re
from collections.abc import Iterator

from matcher.lexicon.english_sounds import name_by_sound
from matcher.lexicon.folding import fold
from matcher.lexicon.native_words import native_words
from matcher.lexicon.thai import romanised
from matcher.names.native_pieces import Cut, CutKind, Piece, padded

THAI = re.compile("[\u0e00-\u0e7f]")
_RUN = re.compile("[\u0e00-\u0e7f]+")
# Letters of a phrase that is looked for; the longest of the tables has 17.
LONGEST = 24


def thai_cuts(text: str) -> Iterator[Cut]:
    """The ways to cut a name that has Thai letters."""
    every = (piece for met in _RUN.finditer(text) for piece in _words(met[0], met.start()))
    pieces = [piece for piece in every if piece.ways]
    if pieces:
        yield pieces, CutKind.NAME


def _words(run: str, start: int) -> Iterator[Piece]:
    """A run of Thai cut into known words and what is left between them."""
    known = native_words()
    own = place = 0
    while place < len(run):
        end = next(
            (
                e
                for e in range(min(len(run), place + LONGEST), place + 1, -1)
                if fold(run[place:e]) in known
            ),
            None,
        )
        if end is None:
            place += 1
            continue
        if own < place:
            yield Piece(start + own, start + place, padded(_spelt(run[own:place])))
        yield Piece(start + place, start + end, padded(known[fold(run[place:end])]))
        own = place = end
    if own < len(run):
        yield Piece(start + own, start + len(run), padded(_spelt(run[own:])))


def _spelt(run: str) -> tuple[str, ...]:
    return (*name_by_sound(run), *romanised(run))
