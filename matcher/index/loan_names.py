"""Listed names of one word that texts in another script may write by its sound
(``mentions.loan_spots``). Which names these are is worked out where an index is built.
"""

from typing import NamedTuple

import numpy as np

from matcher.comparison.persons import person_names
from matcher.index.index import NameIndex
from matcher.index.index_arrays import LoanNameArrays
from matcher.index.native_names import content_counts
from matcher.index.whole_names import information
from matcher.lexicon.everyday import LEAST
from matcher.lexicon.keys import skeleton
from matcher.lexicon.loan_sounds import FEWEST_CONSONANTS, Sounds, sounds
from matcher.lexicon.tables import Role
from matcher.names.word import Name
from records import Kind, NameKind

# What a listed word has to tell by ordinary language.
RAREST = 0.85


class LoanName(NamedTuple):
    """A listed name with one word of its own."""

    number: int
    word: str
    sounds: Sounds


def loan_name(index: NameIndex, number: int) -> LoanName:
    """A listed name by the sounds of its one word."""
    written = _own_word(index.name(number))
    return LoanName(number, written, sounds(written))


def loan_name_arrays(index: NameIndex | None) -> LoanNameArrays:
    """Those of organisations in Latin letters, but for weak aliases.

    Args:
        index: all listed names; None where no text is searched for them.
    """
    found: list[int] = []
    if index is not None:
        single = np.flatnonzero(index.names_of_others & (content_counts(index) == 1)).tolist()
        found = [number for number in single if _may_be_heard(index, number)]
    return {"loan_name": np.array(found, dtype=np.int32)}


def _own_word(name: Name) -> str:
    word = next(word for word in name.words if word.is_content)
    return name.text[word.start : word.end]


def _may_be_heard(index: NameIndex, number: int) -> bool:
    entity = int(index.arrays["name_entity"][number])
    if index.entity_kind(entity) is not Kind.ORGANIZATION:
        return False
    if index.name_kind(number) is NameKind.WEAK:
        return False
    name = index.name(number)
    content = [word for word in name.words if word.is_content]
    if content[0].role is not Role.WORD:
        return False
    raw = _own_word(name)
    if not raw.isascii() or not raw.isalpha() or information(content, index.language) < RAREST:
        return False
    if index.language.everyday.zipf_of(raw) >= LEAST:
        # ``intellekt`` is a word of many languages.
        return False
    if skeleton(raw.lower()) in person_names().groups:
        # ``ヴィクトリア`` is somebody's name first.
        return False
    heard = sounds(raw)
    return len(heard.consonants) >= FEWEST_CONSONANTS and sum(map(bool, heard.gaps)) > 1
