"""A name of which some stretches are read in other letters than it is written in."""

from bisect import bisect_right
from collections.abc import Sequence

from matcher.lexicon.folding import fold
from matcher.lexicon.native_words import ARTICLES, own_words, without_article
from matcher.lexicon.scripts import is_consonantal
from matcher.lexicon.tables import Role
from matcher.names.parser import analyse
from matcher.names.roles import SHORT_LEGAL_FORM
from matcher.names.word import Name, Word

# *Son of*, however it is read.
_PARTICLES = frozenset(["bin", "ibn", "ben"])
_Edge = tuple[int, int, int, int]
"""Where a stretch that is read otherwise begins and ends as it is read, and where in the text."""


def respelt(text: str, found: Sequence[tuple[int, int, str]]) -> Name:
    """A name with other letters for some stretches of it; offsets are those of the text."""
    kept, place, edges = "", 0, list[_Edge]()
    for start, end, read in found:
        kept += text[place:start]
        edges.append((len(kept), len(kept) + len(read), start, end))
        kept, place = kept + read, end
    read_so = analyse(kept + text[place:]).words
    first = edges[0][0] if edges else len(text)
    begun = [edge[0] for edge in edges]
    words = [
        word
        if word[1] <= first
        else word.at(_origin(word[0], begun, edges)[0], _origin(word[1] - 1, begun, edges)[1])
        for word in read_so
    ]
    if not text.isascii():
        # A word of Arabic letters has no vowels, however it is spelt here.
        words = [_in_its_script(word, text[word.start : word.end]) for word in words]
    return Name(text, tuple(words))


def _origin(place: int, begun: Sequence[int], edges: Sequence[_Edge]) -> tuple[int, int]:
    """Where a letter of a name as it is read begins and ends in the text; ``begun`` says where the
    stretches begin that are read otherwise.
    """
    number = bisect_right(begun, place) - 1
    if number < 0:
        return place, place + 1
    _, stop, start, end = edges[number]
    return (start, end) if place < stop else (place - stop + end, place - stop + end + 1)


def _in_its_script(word: Word, written: str) -> Word:
    """A word that was read from another script: no little word of a language in Latin letters, and
    a legal form only if it is one by a table, and not by chance.
    """
    consonantal = is_consonantal(written)
    little = word.role is Role.STOP and word.form not in ARTICLES | _PARTICLES
    if consonantal and (little or _is_a_form_by_chance(word, written)):
        return word._replace(role=Role.WORD, concept=None, consonantal=True)
    return word if word.consonantal is consonantal else word._replace(consonantal=consonantal)


def _is_a_form_by_chance(word: Word, written: str) -> bool:
    """Whether vowels made a legal form of a word: ``كسواني``, *Kiswani*, read as *kosuani*."""
    if word.role is not Role.LEGAL or not written.isalpha():
        return False
    folded = fold(written)
    if folded in own_words() or word.form in own_words().get(without_article(folded), ()):
        return False
    if len(word.form) <= SHORT_LEGAL_FORM:
        return True
    return all(one.role is not Role.LEGAL for one in analyse(written).words)
