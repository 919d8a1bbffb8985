"""The distinct words of running texts, each worked out once.

A text repeats its words, and texts repeat each other's: taking a word apart and finding the listed
words that are like it costs a thousand times more than looking its number up.
"""

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TypeVar

import numpy as np

from matcher.columnar.arrays import Array, distinct, pair_key
from matcher.columnar.grouping import explode
from matcher.columnar.growable import Column
from matcher.columnar.rolling_hash import BASE
from matcher.comparison.batch_similarity import meet
from matcher.comparison.word_table import Spelled
from matcher.index.blocking_keys import exact_keys
from matcher.index.index import NameIndex
from matcher.lexicon.keys import skeleton
from matcher.lexicon.scripts import script_of
from matcher.lexicon.tables import Role
from matcher.mentions.ship_cues import says_ship
from matcher.mentions.word_flags import WordFlag
from matcher.names.parser import words_of
from matcher.names.term_weights import RARE
from matcher.names.word import Word, key_of
from matcher.search.vocabulary import Vocabulary

# Words whose work is kept; some 50 MB.
REMEMBERED = 200_000
# Listed words that are less like a word than this do not point to a name.
ALIKE_ENOUGH = 0.75
# Letters of a word whose plural may be meant: *news* is no plural.
SHORTEST_PLURAL = 5
_BASE = np.uint64(BASE)
_LONG_END = re.compile(r"[^\W\d_]{3}$")
_LABEL = re.compile(
    r"imo|mmsi|lei|swift|bic|inn|ogrn|ogrnip|инн|огрн|огрнип|passport|паспорт|reg|registration|"
    r"registered|registry|company|crn|hrb|cr|tax|taxpayer|vat|tin|nit|ruc|rif|ein|fein|unp|edrpou|"
    r"oib",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
# An identifier that is looked for has so many signs at least.
SHORTEST_NUMBER = 5


def spellings(forms: Sequence[str]) -> tuple[Array, Array]:
    """A number for each word's letters, and what another is multiplied by to have this joined to
    its end: that of two joined words follows from theirs.
    """
    text = "".join(forms).encode("ascii", "replace")
    letters = np.frombuffer(text, dtype=np.uint8)
    length = np.array([len(form) for form in forms], dtype=np.int64)
    start = np.cumsum(length) - length
    number, power = np.zeros(len(forms), dtype=np.uint64), np.ones(len(forms), dtype=np.uint64)
    for place in range(int(length.max(initial=0))):
        longer = length > place
        number[longer] = number[longer] * _BASE + letters[start[longer] + place]
        power[longer] *= _BASE
    return number, power


class TextWords:
    """The words met so far. A word is known by its number."""

    def __init__(self, vocabulary: Vocabulary, remembered: int = REMEMBERED) -> None:
        self._remembered = remembered
        self._vocabulary = vocabulary
        self._index: NameIndex = vocabulary.index
        self._forget()

    def make_room(self) -> None:
        """Forget all words if there are too many; called where no text is in use, since a text
        knows its words by their numbers.
        """
        if len(self._words) > self._remembered:
            self._forget()

    def _forget(self) -> None:
        self._numbers: dict[str, int] = {}
        self._words: list[Word] = []
        self._first, self._count = Column(np.int32), Column(np.int32)
        self._flags, self._start, self._end = Column(np.uint16), Column(np.int32), Column(np.int32)
        self._spelled, self._power = Column(np.uint64), Column(np.uint64)
        self._skeletons = Column(np.uint64)
        self._alike_first, self._alike_count = Column(np.int64), Column(np.int32)
        self._alike_word, self._alike_score = Column(np.int32), Column(np.float32)

    def numbers(self, raws: Sequence[str]) -> tuple[Array, Array]:
        """The words that some stretches of letters are.

        Args:
            raws: letters as a text has them. Most are one word; a run of Chinese is several.

        Returns:
            Numbers of words, and for each which of ``raws`` it is of.
        """
        known = list(map(self._numbers.get, raws))
        if None in known:
            self._add(raw for raw, number in zip(raws, known, strict=True) if number is None)
            known = list(map(self._numbers.get, raws))
        numbers = np.array(known, dtype=np.int64)
        count = self._count.values[numbers]
        of, found = explode(self._first.values[numbers], count)
        return found, of

    def _add(self, raws: Iterable[str]) -> None:
        words: list[Word] = []
        flags: list[int] = []
        counts: list[int] = []
        for raw in dict.fromkeys(raws):
            found = words_of(raw)
            self._numbers[raw] = len(self._numbers)
            counts.append(len(found))
            words += found
            of_raw = self._flags_of(raw) | WordFlag.SHIP * says_ship(raw)
            of_raw |= WordFlag.DOTTED * ("." in raw)
            of_raw |= WordFlag.LONG_END * (_LONG_END.search(raw) is not None)
            flags += [_flags(word.role, raw[word.start : word.end]) | of_raw for word in found]
        count = np.array(counts, dtype=np.int64)
        self._first.extend(len(self._words) + np.cumsum(count) - count)
        self._count.extend(count)
        self._words += words
        self._flags.extend(flags)
        self._start.extend([word.start for word in words])
        self._end.extend([word.end for word in words])
        # Those of a run of Chinese come again in others.
        of, each = _numbered([word.form.replace(" ", "") for word in words])
        number, power = spellings(each)
        self._spelled.extend(number[of])
        self._power.extend(power[of])
        self._skeletons.extend(spellings([skeleton(form) for form in each])[0][of])
        self._alike_first.extend(np.zeros(len(words)))
        self._alike_count.extend(np.full(len(words), -1))

    def _flags_of(self, raw: str) -> int:
        """What a stretch of letters says of identifiers."""
        if raw.isalpha() and not raw.isupper():
            return WordFlag.LABEL.value if _LABEL.fullmatch(raw) else 0
        number = raw.upper()
        listed = len(raw) >= SHORTEST_NUMBER and (
            self._index.registers.may_have(number)
            or (len(raw) in (8, 11) and self._index.registers.may_have(number[:8]))
        )
        return (
            WordFlag.LISTED_NUMBER * listed
            | WordFlag.DIGITS * (_DIGIT.search(raw) is not None)
            | WordFlag.LABEL * (_LABEL.fullmatch(raw) is not None)
        )

    def word(self, number: int) -> Word:
        """A word, at its place in the stretch of letters that it is of."""
        return self._words[number]

    def flags(self, numbers: Array) -> Array:
        """What each word may do in a text."""
        return self._flags.values[numbers]

    def within(self, numbers: Array) -> tuple[Array, Array]:
        """Where each word begins and ends in its stretch of letters."""
        return self._start.values[numbers], self._end.values[numbers]

    def skeletons(self, numbers: Array) -> Array:
        """A number for each word's skeleton."""
        return self._skeletons.values[numbers]

    def joined(self, left: Array, right: Array) -> Array:
        """The spelling of two words written as one."""
        return self._spelled.values[left] * self._power.values[right] + self._spelled.values[right]

    def alike(self, numbers: Array) -> tuple[Array, Array, Array]:
        """The listed words that are like some words.

        Returns:
            Places in ``numbers``, listed words, and how alike they are; of one length.
        """
        new = distinct(numbers[self._alike_count.values[numbers] < 0])
        if len(new):
            self._look_up(new)
        count = self._alike_count.values[numbers]
        owner, place = explode(self._alike_first.values[numbers], count)
        return owner, self._alike_word.values[place], self._alike_score.values[place]

    def _look_up(self, numbers: Array) -> None:
        """Words of ordinary language are seldom slips of the pen for others: they are looked for
        as they are, and only the rest one or two letters off.
        """
        of, keys = _numbered([key_of(self._words[number]) for number in numbers.tolist()])
        words = [Word.of(key, 0, 0) for key in keys]
        zipf_of = self._index.language.zipf_of
        usual = [not word.is_content or zipf_of(word.form) > RARE for word in words]
        rare = np.array([place for place, plain in enumerate(usual) if not plain], dtype=np.int64)
        plain = np.array([place for place, plain in enumerate(usual) if plain], dtype=np.int64)
        first, count = np.zeros(len(words), dtype=np.int64), np.zeros(len(words), dtype=np.int64)
        for some, found in (
            (plain, self._exact([words[place] for place in plain.tolist()])),
            (rare, self._vocabulary.linked([words[place] for place in rare.tolist()])),
        ):
            owner, listed, score = _enough(*found)
            count[some] = np.bincount(owner, minlength=len(some))
            first[some] = len(self._alike_word) + np.cumsum(count[some]) - count[some]
            self._alike_word.extend(listed)
            self._alike_score.extend(score)
        self._alike_first.values[numbers], self._alike_count.values[numbers] = first[of], count[of]

    def _exact(self, words: Sequence[Word]) -> tuple[Array, Array, Array]:
        """The listed words that are like some words as they stand; what ``linked`` returns."""
        index, concepts = self._index, self._index.concept_numbers
        forms = [(place, form) for place, word in enumerate(words) for form in _numbers(word)]
        of = np.array([place for place, _ in forms], dtype=np.int64)
        each = [form for _, form in forms]
        spelled = Spelled.of(each, concepts)
        owners, keys = exact_keys(each, spelled, listed=False)
        places, met = index.words_by_key.find_each(keys)
        size = len(index.word_forms)
        owners, listed = np.divmod(distinct(pair_key(of[owners[places]], size, met)), size)
        itself = np.flatnonzero(np.diff(of, prepend=-1))
        score = meet(spelled, itself[owners], index.spelled, listed).score
        return owners, listed, score


def _enough(owner: Array, listed: Array, score: Array) -> tuple[Array, Array, Array]:
    enough = score >= ALIKE_ENOUGH
    return owner[enough], listed[enough], score[enough]


_Each = TypeVar("_Each", bound=Hashable)


def _numbered(things: Sequence[_Each]) -> tuple[Array, list[_Each]]:
    """Each thing once, and for all which of these it is."""
    numbers = {thing: number for number, thing in enumerate(dict.fromkeys(things))}
    return np.array([numbers[thing] for thing in things], dtype=np.int64), list(numbers)


def _numbers(word: Word) -> Iterator[Word]:
    """The word, and its singular or plural."""
    yield word
    if word.is_content and len(word.form) >= SHORTEST_PLURAL and word.form.isalpha():
        other = word.form[:-1] if word.form.endswith("s") else word.form + "s"
        yield word._replace(form=other, concept=None)


@lru_cache(maxsize=1 << 16)
def _flags(role: Role, written: str) -> int:
    """What a word may do in a text by its letters."""
    number = role is Role.NUMBER
    return (
        WordFlag.CAPITAL * (not written[0].islower() and not number)
        | WordFlag.CONTENT * (role is not Role.LEGAL and role is not Role.STOP)
        | WordFlag.NUMBER * number
        | WordFlag.LEGAL * (role is Role.LEGAL and (len(written) > 2 or written.isupper()))
        | WordFlag.STOP * (role is Role.STOP)
        | WordFlag.UPPER * (written.isupper() and len(written) > 1)
        | WordFlag.FOREIGN * (script_of(written) != "Latn")
    )
