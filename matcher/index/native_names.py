"""Listed names in Latin letters that texts in other scripts are searched for, by the words that
such a text has to have (``mentions.native_spots``).

Which names these are, and the word of each by which it is found, is worked out where an index is
built: it takes as long as all else before a first page is searched.
"""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from matcher.columnar.arrays import Array, Groups, Strings
from matcher.index.index import KINDS, NAME_KINDS, NameIndex
from matcher.index.index_arrays import NativeNameArrays
from matcher.index.whole_names import told_by_parts
from matcher.lexicon.keys import skeleton
from matcher.lexicon.native_letters import has_native
from matcher.lexicon.tables import Role
from matcher.names.word import Name
from records import Kind, NameKind

# What a name has to tell by the frequencies of its words (``information``), its rarest word alone,
# and one without a rare word: *machine industry department* is a translation of many a name.
LEAST_TOLD, RAREST, USUAL_TOLD = 0.9, 0.85, 1.75
# One word of another script sounds like too many.
FEWEST = 2


class NativeName(NamedTuple):
    """A listed name that is looked for in other scripts."""

    number: int
    needed: tuple[str, ...]
    """The skeletons of the words that have to be there."""
    trades: tuple[tuple[str, ...], ...]
    """Trade words besides, each by what it stands for and by its skeleton: one is enough."""
    words: int
    trade: bool
    """Whether all its words are for trades: ``Bank Tejarat``."""


def native_name(index: NameIndex, number: int) -> NativeName:
    """A listed name, by the words that a text in another script has to have."""
    words = map(index.word, index.words_of_name(number).tolist())
    content = [word for word in words if word.is_content]
    own = [word for word in content if word.role is not Role.TRADE]
    trade = not any(word.role is Role.WORD for word in content)
    if trade:
        own = content
    needed = {skeleton(part) for word in own for part in word.form.split(" ")}
    trades = {(word.term, skeleton(word.form)) for word in content if word not in own}
    return NativeName(number, tuple(sorted(needed)), tuple(sorted(trades)), len(content), trade)


def native_name_arrays(index: NameIndex | None) -> NativeNameArrays:
    """Those of organisations that tell enough, but for weak aliases.

    Args:
        index: all listed names; None where no text is searched for them.
    """
    names = [] if index is None else [native_name(index, one) for one in _telling_enough(index)]
    common = Counter(word for name in names for word in name.needed)
    found: dict[str, list[int]] = {}
    for name in names:
        found.setdefault(min(name.needed, key=common.__getitem__), []).append(name.number)
    wanted = {part for name in names for part in name.needed}
    wanted |= {part for name in names for trade in name.trades for part in trade}
    words, parts = Strings.of(sorted(found)), Strings.of(sorted(wanted))
    rows = [(row, number) for row, word in enumerate(sorted(found)) for number in found[word]]
    row, number = np.array(rows, dtype=np.int64).reshape(-1, 2).T
    groups = Groups.by_row(row, number, len(found))
    return {
        "native_word": words.data,
        "native_word_at": words.offsets,
        "native_name": groups.values.astype(np.int32),
        "native_name_at": groups.offsets,
        "native_wanted": parts.data,
        "native_wanted_at": parts.offsets,
    }


def content_counts(index: NameIndex) -> Array:
    """For each listed name how many of its words are more than legal forms and stopwords."""
    words = index.word_is_content[index.arrays["name_word"]]
    found: Array = np.diff(np.append(0, np.cumsum(words))[index.arrays["name_word_at"]])
    return found


_Told = Mapping[int, tuple[float, ...]]
"""What each part of listed words tells, by their numbers: ``information`` adds it up."""


def _telling_enough(index: NameIndex) -> list[int]:
    may, told = _may_tell_enough(index)
    return [number for number in may.tolist() if _tells_enough(index, number, told)]


def _may_tell_enough(index: NameIndex) -> tuple[Array, _Told]:
    """The names that may be looked for, and what their words tell: most tell too little, and need
    not even be made.
    """
    arrays = index.arrays
    weak = arrays["name_kind"] == NAME_KINDS.index(NameKind.WEAK)
    may = index.names_of_others & (content_counts(index) >= FEWEST) & ~weak
    may &= (arrays["entity_kind"] == KINDS.index(Kind.ORGANIZATION))[arrays["name_entity"]]
    at, words = arrays["name_word_at"], arrays["name_word"]
    told = np.zeros(len(index.word_forms))
    used = np.unique(words[np.repeat(may, np.diff(at))]).tolist()
    parts = told_by_parts([index.word(word) for word in used], index.language)
    told[used] = list(map(sum, parts))
    sums = np.diff(np.append(0.0, np.cumsum(told[words]))[at])
    # Sums of millions of figures are not exact.
    found = np.flatnonzero(may & (sums >= LEAST_TOLD - 0.001))
    return found, dict(zip(used, parts, strict=True))


def _tells_enough(index: NameIndex, number: int, told: _Told) -> bool:
    words = [told[word] for word in index.words_of_name(number).tolist()]
    every = sum([value for parts in words for value in parts])
    if every < LEAST_TOLD or has_native(index.name_texts[number]):
        return False
    name = index.name(number)
    content = [word for word in name.words if word.is_content]
    own = [word for word in content if word.role is not Role.TRADE]
    by_word = {id(word): sum(parts) for word, parts in zip(name.words, words, strict=True)}
    rarest = max((by_word[id(word)] for word in own or content), default=0.0)
    return (rarest >= RAREST or every >= USUAL_TOLD) and not _is_part(name)


def _is_part(name: Name) -> bool:
    """Whether it is only a part of what was published: that may mean somebody else."""
    rest, place = "", 0
    for word in name.words:
        rest += name.text[place : word.start]
        place = word.end
    return any(map(str.isalnum, rest + name.text[place:]))
