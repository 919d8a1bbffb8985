"""What the lists know of the words that are asked for; each word is looked up once.

Words repeat: a night's batch of a million names has a few hundred thousand of them, and looking
one up (its keys, the listed words under them, comparing it with each) costs more than all else.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import RLock

import numpy as np

from matcher.align import LONGEST_ACRONYM
from matcher.arrays import Array, distinct, spread
from matcher.columns import Column
from matcher.index import NameIndex
from matcher.keys import hashed, initials
from matcher.name import Word, WordKey
from matcher.pairs import meet
from matcher.rarity import RARE, weight
from matcher.spellings import Spellings
from matcher.tables import Role
from matcher.word_keys import bag_key, core_key, may_be_letters, word_keys

# Words whose look-up is kept; some 60 MB.
REMEMBERED = 100_000


@dataclass(slots=True)
class Facts:
    """What is known of words, a figure for each by its number."""

    weight: Column = field(default_factory=lambda: Column("f8"))
    """The information in the word, in (0, 1]."""
    is_word: Column = field(default_factory=lambda: Column("?"))
    """Whether it is written so on a list or in ordinary language."""
    tells: Column = field(default_factory=lambda: Column("?"))
    joins: Column = field(default_factory=lambda: Column("?"))
    """Whether it may be several words written as one."""
    written: Column = field(default_factory=lambda: Column("u4"))
    """The key of its form; that of words joined to it is worked out from it."""
    spelled: Column = field(default_factory=lambda: Column("u4"))
    """The key of its skeleton, likewise."""
    letters: Column = field(default_factory=lambda: Column("i8"))
    """The key of names whose words may begin with its letters; -1 for what is no such letters."""
    bag: Column = field(default_factory=lambda: Column("u4"))
    """What it adds to the key of a name's words, of which all may be in any order."""
    core: Column = field(default_factory=lambda: Column("u4"))
    """The same where legal forms and stopwords are left out, to which they add nothing."""
    short: Column = field(default_factory=lambda: Column("i8"))
    """How many letters it may give to a word of letters of which it is a group; 0 for none."""
    parts: Column = field(default_factory=lambda: Column("i8"))
    """How many words it is: more than one for a phrase."""
    part: Column = field(default_factory=lambda: Column("i8"))
    """The first of them among ``initials``."""
    initials: Column = field(default_factory=lambda: Column("u1"))
    """The first letters of all words' parts, in a row."""
    first: Column = field(default_factory=lambda: Column("i8"))
    """Its first link to a listed word."""
    count: Column = field(default_factory=lambda: Column("i8"))
    """How many links it has."""
    crowd: Column = field(default_factory=lambda: Column("i8"))
    """How many names they lead to."""
    most: Column = field(default_factory=lambda: Column("f8"))
    """The most information in one of the listed words."""


@dataclass(slots=True)
class Links:
    """The listed words that are like some words, one word's after the other's."""

    listed: Column = field(default_factory=lambda: Column("i8"))
    score: Column = field(default_factory=lambda: Column("f8"))
    """How alike each is, in (0, 1]."""
    equal: Column = field(default_factory=lambda: Column("?"))
    """Whether each is written alike."""
    loose: Column = field(default_factory=lambda: Column("?"))
    """Whether each may be another word that only looks like it."""


class Vocabulary:
    """The words asked for so far. A word is known by its number."""

    def __init__(self, index: NameIndex, weigh: Callable[[Word], float] | None = None) -> None:
        """Ask an index.

        Args:
            index: whose words are looked up.
            weigh: the information in a word, where not the index says it.
        """
        self.index = index
        self._weigh = weigh
        self.lock = RLock()
        """Held while numbers are in use: threads share what was learned, and may forget it."""
        self._forget()

    def _forget(self) -> None:
        self._numbers: dict[WordKey, int] = {}
        self.words: list[Word] = []
        self.forms: list[bytes] = []
        self.bones: list[bytes] = []
        """The skeletons."""
        self.facts, self.links = Facts(), Links()
        self._spellings = Spellings()
        self._row_of_listed = np.full(len(self.index.word_forms), -1, dtype=np.int64)

    def weight(self, word: Word) -> float:
        """The information in one word, in (0, 1]."""
        with self.lock:
            number = self._number(word)
            return float(self.facts.weight.values[number])

    def is_word(self, word: Word) -> bool:
        """Whether it is written so on a list or in ordinary language."""
        with self.lock:
            number = self._number(word)
            return bool(self.facts.is_word.values[number])

    def _number(self, word: Word) -> int:
        number = self._numbers.get(word.key)
        return int(self.numbers((word,))[0]) if number is None else number

    def numbers(self, words: Sequence[Word]) -> Array:
        """The numbers of some words; quicker than one by one."""
        if len(self.words) > REMEMBERED:
            self._forget()
        keys = [word[2:] for word in words]
        known = list(map(self._numbers.get, keys))
        if None in known:
            new = {
                key: word
                for key, word, number in zip(keys, words, known, strict=True)
                if number is None
            }
            self._numbers.update(zip(new, range(len(self.words), 1 << 31), strict=False))
            self._add(list(new.values()))
            known = list(map(self._numbers.get, keys))
        return np.array(known, dtype=np.int64)

    def linked(self, words: Sequence[Word]) -> tuple[Array, Array, Array]:
        """The listed words that are like some words.

        Returns:
            Places in ``words``, rising, listed words, and how alike they are; of one length.
        """
        with self.lock:
            numbers = self.numbers(words)
            count = self.facts.count.values[numbers]
            place = spread(self.facts.first.values[numbers], count)
            owner = np.repeat(np.arange(len(numbers)), count)
            return owner, self.links.listed.values[place], self.links.score.values[place]

    def _add(self, words: Sequence[Word]) -> None:
        index, size = self.index, len(self.index.word_forms)
        rows = self._spellings.add(words)
        owners, keys = word_keys(words, listed=False)
        places, met = index.words_by_key.find_each(keys)
        # Most of what shares one key shares several.
        owner, listed = np.divmod(distinct(owners[places] * size + met), size)
        others = self._rows_of(listed)
        found = meet(self._spellings, rows + owner, others)
        self._describe(words, owner, listed, found.equal, rows)
        there = found.score > 0.0
        owner, listed = owner[there], listed[there]
        count = np.bincount(owner, minlength=len(words))
        names = np.diff(index.arrays["posting_at"])[listed]
        self.facts.first.extend(len(self.links.listed) + np.cumsum(count) - count)
        self.facts.count.extend(count)
        self.facts.crowd.extend(np.bincount(owner, names, len(words)).astype(np.int64))
        most = np.zeros(len(words))
        np.maximum.at(most, owner, index.arrays["word_weight"][listed])
        self.facts.most.extend(most)
        self.links.listed.extend(listed)
        self.links.score.extend(found.score[there])
        self.links.equal.extend(found.equal[there])
        self.links.loose.extend(found.loose[there])
        self.words += words

    def _rows_of(self, listed: Array) -> Array:
        """The rows of listed words among the spellings."""
        rows = self._row_of_listed
        new = distinct(listed[rows[listed] < 0])
        if len(new):
            first = self._spellings.add([self.index.word(number) for number in new.tolist()])
            rows[new] = first + np.arange(len(new))
        found: Array = rows[listed]
        return found

    def _describe(
        self, words: Sequence[Word], owner: Array, listed: Array, equal: Array, rows: int
    ) -> None:
        zipf = self.index.language.zipf_of_all([word.form for word in words])
        facts, bones = self.facts, self._spellings.bones.values[rows : rows + len(words)]
        own = np.array(
            [
                weight(word, common, 0, self.index.entity_count)
                for word, common in zip(words, zipf.tolist(), strict=True)
            ]
        )
        same = self._same_term(owner, listed, equal, rows)
        own[owner[same]] = self.index.arrays["word_weight"][listed[same]]
        facts.weight.extend(own if self._weigh is None else list(map(self._weigh, words)))
        facts.is_word.extend((zipf > RARE) | (np.bincount(owner, equal, len(words)) > 0))
        facts.tells.extend([word.tells for word in words])
        facts.joins.extend(
            [word.tells and word.role is not Role.NUMBER and len(word.form) >= 2 for word in words]
        )
        # A phrase is written as one word, too.
        forms = [word.form.replace(" ", "") for word in words]
        spelled = [spelling.replace(" ", "") for spelling in bones.tolist()]
        facts.written.extend([hashed("f", form) for form in forms])
        facts.spelled.extend([hashed("s", spelling) for spelling in spelled])
        self.forms += map(str.encode, forms)
        self.bones += map(str.encode, spelled)
        facts.bag.extend([bag_key(word) for word in words])
        facts.core.extend([core_key(word) if word.tells else 0 for word in words])
        facts.short.extend([_length_as_letters(word) for word in words])
        heads = ["".join([part[0] for part in initials(word.form)]) for word in words]
        parts = np.array(list(map(len, heads)), dtype=np.int64)
        facts.parts.extend(parts)
        facts.part.extend(len(facts.initials) + np.cumsum(parts) - parts)
        facts.initials.extend(np.frombuffer("".join(heads).encode("ascii", "replace"), np.uint8))
        facts.letters.extend(
            [hashed("a", word.form) if may_be_letters(word) else -1 for word in words]
        )

    def _same_term(self, owner: Array, listed: Array, equal: Array, rows: int) -> Array:
        """Whether listed words mean the same and do the same in a name."""
        spellings = self._spellings
        row, other = rows + owner, self._row_of_listed[listed]
        concept, its = spellings.concept_number.values[row], spellings.concept_number.values[other]
        same = (concept == its) & ((concept >= 0) | equal)
        found: Array = same & (spellings.role.values[row] == spellings.role.values[other])
        return found


def _length_as_letters(word: Word) -> int:
    may = word.tells and len(word.form) < LONGEST_ACRONYM and word.form.isalpha()
    return len(word.form) if may else 0
