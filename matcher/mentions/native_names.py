"""Listed names in Latin letters, by the words that a text in another script has to have."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from matcher.columnar.arrays import Array
from matcher.index.index import KINDS, NAME_KINDS, NameIndex
from matcher.index.whole_names import told_by_parts
from matcher.lexicon.keys import skeleton
from matcher.lexicon.tables import Role
from matcher.mentions.native_units import has_native
from records import Kind, NameKind

# What a name has to tell by the frequencies of its words (``information``), its rarest word alone,
# and one without a rare word: *machine industry department* is a translation of many a name.
LEAST_TOLD, RAREST, USUAL_TOLD = 0.9, 0.85, 1.75
# Sets of words whose names are kept.
REMEMBERED = 1 << 16
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


@dataclass(frozen=True, slots=True)
class NativeNames:
    """Names by the skeleton of the rarest word that each needs."""

    by_word: Mapping[str, Sequence[NativeName]]
    wanted: frozenset[str]
    """All that names need, and all trade words besides."""
    _pointed: dict[frozenset[str], Sequence[NativeName]] = field(default_factory=dict)

    @classmethod
    def of(cls, index: NameIndex) -> "NativeNames":
        """Those of organisations that tell enough, but for weak aliases."""
        may, told = _may_tell_enough(index)
        read = _Reader(index, told)
        names = [name for number in may.tolist() if (name := read.name(number)) is not None]
        common = Counter(word for name in names for word in name.needed)
        found: dict[str, list[NativeName]] = {}
        for name in names:
            rarest = min(name.needed, key=common.__getitem__)
            found.setdefault(rarest, []).append(name)
        wanted = {part for name in names for part in name.needed}
        wanted |= {part for name in names for trade in name.trades for part in trade}
        return cls({word: tuple(some) for word, some in found.items()}, frozenset(wanted))

    def pointed(self, parts: frozenset[str]) -> Sequence[NativeName]:
        """The names that words point to, in their order.

        Args:
            parts: of one ``Unit``.
        """
        names = self._pointed.get(parts)
        if names is None:
            if len(self._pointed) > REMEMBERED:
                self._pointed.clear()
            found = {name for part in parts for name in self.by_word.get(part, ())}
            names = self._pointed[parts] = tuple(sorted(found))
        return names


def content_counts(index: NameIndex) -> Array:
    """For each listed name how many of its words are more than legal forms and stopwords."""
    words = index.word_is_content[index.arrays["name_word"]]
    found: Array = np.diff(np.append(0, np.cumsum(words))[index.arrays["name_word_at"]])
    return found


_Told = Mapping[int, tuple[float, ...]]
"""What each part of listed words tells, by their numbers: ``information`` adds it up."""


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


class _Fact(NamedTuple):
    """What a listed word is to the names that have it."""

    content: bool
    role: Role
    told: tuple[float, ...]
    sum: float
    """What all its parts tell."""
    skeletons: tuple[str, ...]
    """Of its parts."""
    trade: tuple[str, str]
    """By what it stands for, and by its skeleton."""


class _Reader:
    """Reads listed names by what each of their words is, which is worked out once: to make every
    name with its words would take five times as long.
    """

    def __init__(self, index: NameIndex, told: _Told) -> None:
        self._index, self._told = index, told
        self._facts: dict[int, _Fact] = {}

    def name(self, number: int) -> NativeName | None:
        """A name as it is looked for; None where it tells too little or is one in such letters."""
        words = self._index.words_of_name(number).tolist()
        facts = [self._facts.get(word) or self._fact(word) for word in words]
        every = sum([value for fact in facts for value in fact.told])
        if every < LEAST_TOLD or has_native(self._index.name_texts[number]):
            return None
        content = [fact for fact in facts if fact.content]
        own = [fact for fact in content if fact.role is not Role.TRADE]
        rarest = max([fact.sum for fact in own or content], default=0.0)
        if len(content) < FEWEST or (rarest < RAREST and every < USUAL_TOLD):
            return None
        if self._is_part(number):
            return None
        trade = not any(fact.role is Role.WORD for fact in content)
        others = [] if trade else [fact for fact in content if fact.role is Role.TRADE]
        needed = {part for fact in (content if trade else own) for part in fact.skeletons}
        trades = {fact.trade for fact in others}
        return NativeName(number, tuple(sorted(needed)), tuple(sorted(trades)), len(content), trade)

    def _fact(self, number: int) -> _Fact:
        word, told = self._index.word(number), self._told[number]
        fact = self._facts[number] = _Fact(
            word.is_content,
            word.role,
            told,
            sum(told),
            tuple(map(skeleton, word.form.split(" "))),
            (word.term, skeleton(word.form)),
        )
        return fact

    def _is_part(self, number: int) -> bool:
        """Whether it is only a part of what was published: that may mean somebody else."""
        text, place = self._index.name_texts[number], 0
        for start, end in self._index.spans_of_name(number):
            if place < start and any(map(str.isalnum, text[place:start])):
                return True
            place = end
        return any(map(str.isalnum, text[place:]))
