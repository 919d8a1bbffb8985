"""A name of which some stretches are read in other letters than it is written in."""

from collections.abc import Sequence

from matcher.lexicon.folding import fold
from matcher.lexicon.native_words import ARTICLES, own_words
from matcher.lexicon.scripts import is_consonantal
from matcher.lexicon.tables import Role
from matcher.names.parser import analyse
from matcher.names.roles import SHORT_LEGAL_FORM
from matcher.names.word import Name, Word

# *Son of*, however it is read.
_PARTICLES = frozenset(["bin", "ibn", "ben"])


def respelt(text: str, found: Sequence[tuple[int, int, str]]) -> Name:
    """A name with other letters for some stretches of it; offsets are those of the text."""
    kept, starts, ends, place = "", list[int](), list[int](), 0
    for start, end, read in [*found, (len(text), len(text), "")]:
        kept += text[place:start] + read
        starts += [*range(place, start), *[start] * len(read)]
        ends += [*range(place + 1, start + 1), *[end] * len(read)]
        place = end
    words = [word.at(starts[word.start], ends[word.end - 1]) for word in analyse(kept).words]
    if not text.isascii():
        # A word of Arabic letters has no vowels, however it is spelt here.
        words = [_in_its_script(word, text[word.start : word.end]) for word in words]
    return Name(text, tuple(words))


def _in_its_script(word: Word, written: str) -> Word:
    """A word that was read from another script: no little word of a language in Latin letters, and
    a legal form only if it is one by a table, and not by chance.
    """
    consonantal = is_consonantal(written)
    little = word.role is Role.STOP and word.form not in ARTICLES | _PARTICLES
    if consonantal and (little or _is_a_form_by_chance(word, written)):
        return word._replace(role=Role.WORD, concept=None, consonantal=True)
    return word._replace(consonantal=consonantal)


def _is_a_form_by_chance(word: Word, written: str) -> bool:
    """Whether vowels made a legal form of a word: ``كسواني``, *Kiswani*, read as *kosuani*."""
    if word.role is not Role.LEGAL or not written.isalpha() or fold(written) in own_words():
        return False
    if len(word.form) <= SHORT_LEGAL_FORM:
        return True
    return all(one.role is not Role.LEGAL for one in analyse(written).words)
