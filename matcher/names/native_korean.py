"""Korean names as Latin letters may write them: persons, and organisations with trade words."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from matcher.lexicon.english_sounds import english_by_sound, name_by_sound
from matcher.lexicon.korean import HANGUL, as_person, as_word
from matcher.lexicon.native_words import native_words
from matcher.lexicon.phrase_lengths import lengths_by_first
from matcher.names.native_pieces import LONGEST_PHRASE, Cut, CutKind, Piece, padded, together

# Syllables of a word that is heard as a foreign one: of fewer there are too many.
FEWEST_HEARD = 2
HANGUL_RUN = re.compile(f"[{HANGUL}]+")


def korean_cuts(text: str) -> Iterator[Cut]:
    """The ways to cut a name that has Hangul."""
    runs = [(met.start(), met[0]) for met in HANGUL_RUN.finditer(text)]
    persons = as_person("".join(run for _, run in runs))
    if persons and all(len(run) <= 3 for _, run in runs):
        places = [start + offset for start, run in runs for offset in range(len(run))]
        # A surname of two syllables is one piece.
        surname = len(places) - len(persons) + 1
        given = together(persons[1:])
        yield (
            [
                Piece(places[0], places[surname - 1] + 1, padded(persons[0])),
                Piece(places[surname], places[-1] + 1, padded(given)),
            ],
            CutKind.PERSON,
        )
    pieces = [piece for start, run in runs for piece in _korean_words(run, start)]
    yield pieces, CutKind.NAME
    heard = [_heard(piece, text) for piece in pieces]
    # One word alone sounds like too many.
    if heard != pieces and len(pieces) > 1:
        yield heard, CutKind.NAME


def _heard(piece: Piece, text: str) -> Piece:
    """A piece that no table knows, as a foreign name or word that it may write."""
    run = text[piece.start : piece.end]
    if len(run) < FEWEST_HEARD or run in native_words():
        return piece
    named = (*name_by_sound(run), *english_by_sound(run))
    return piece._replace(ways=padded(tuple(dict.fromkeys(named)))) if named else piece


def _korean_words(run: str, start: int) -> Iterator[Piece]:
    """A run of Hangul cut into trade words and what is left between them."""
    known = native_words()
    own = place = 0
    while place < len(run):
        end = _known_end(run, place, own)
        if end is None:
            place += 1
            continue
        if own < place:
            yield Piece(start + own, start + place, padded(as_word(run[own:place])))
        yield Piece(start + place, start + end, padded(known[run[place:end]]))
        own = place = end
    if own < len(run):
        yield Piece(start + own, start + len(run), padded(as_word(run[own:])))


def _known_end(run: str, place: int, own: int) -> int | None:
    """Where the longest known word ends that begins at a place; single syllables at the end."""
    known, last = native_words(), len(run)
    for length in _lengths().get(run[place], ()):
        end = place + length
        if end > last or (length == 1 and not (end == last and place - own >= 2)):
            continue
        if run[place:end] in known:
            return end
    return None


@cache
def _lengths() -> Mapping[str, tuple[int, ...]]:
    return lengths_by_first(native_words(), LONGEST_PHRASE)
