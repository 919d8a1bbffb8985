"""The distinct words of running texts, each worked out once.

A text repeats its words, and texts repeat each other's: taking a word apart and finding the listed
words that are like it costs a thousand times more than looking its number up.
"""

import re
from collections.abc import Hashable, Sequence
from functools import lru_cache
from typing import TypeVar

import numpy as np

from matcher.columnar.arrays import Array, Strings, distinct, where_true
from matcher.columnar.grouping import explode
from matcher.columnar.growable import Column, Numbers
from matcher.columnar.rolling_hash import powers_of
from matcher.index.common_words import KnownWords, listed_alike, usual_words
from matcher.index.index import NameIndex
from matcher.lexicon.keys import skeletons
from matcher.lexicon.scripts import script_of
from matcher.lexicon.tables import Role
from matcher.mentions.ship_cues import says_ship
from matcher.mentions.word_flags import WordFlag
from matcher.names.parser import words_of
from matcher.names.word import Word, key_of

# Words whose work is kept; some 50 MB.
REMEMBERED = 200_000
_LONG_END = re.compile(r"[^\W\d_]{3}$")
_LABEL = (
    "imo mmsi lei swift bic inn ogrn ogrnip инн огрн огрнип passport паспорт reg registration "
    "registered registry company crn hrb cr tax taxpayer vat tin nit ruc rif ein fein unp edrpou "
    "oib"
)
_LABELS = frozenset(_LABEL.split())
# Turkish capitals: *İMO*.
_DOTTED_I = str.maketrans("İı", "ii")
_DIGIT = re.compile(r"\d")
# As plain numbers: words are met by the thousand, and a flag is looked up slowly.
_CAPITAL, _CONTENT, _LEGAL, _UPPER, _ENDS_LONG, _DOTTED, _FOREIGN = (
    flag.value
    for flag in (
        WordFlag.CAPITAL,
        WordFlag.CONTENT,
        WordFlag.LEGAL,
        WordFlag.UPPER,
        WordFlag.LONG_END,
        WordFlag.DOTTED,
        WordFlag.FOREIGN,
    )
)
_OF_ROLE = {
    Role.NUMBER: (WordFlag.NUMBER | WordFlag.CONTENT).value,
    Role.LEGAL: WordFlag.LEGAL.value,
    Role.STOP: WordFlag.STOP.value,
}
# An identifier that is looked for has so many signs at least.
SHORTEST_NUMBER = 5


def spellings(forms: Sequence[str]) -> tuple[Array, Array]:
    """A number for each word's letters, and what another is multiplied by to have this joined to
    its end: that of two joined words follows from theirs.
    """
    texts = Strings.of_letters(forms)
    length = texts.lengths
    behind = np.repeat(texts.offsets[1:], length) - np.arange(len(texts.data)) - 1
    sums = np.zeros(len(texts.data) + 1, dtype=np.uint64)
    np.cumsum(texts.data * powers_of(behind), out=sums[1:])
    return sums[texts.offsets[1:]] - sums[texts.offsets[:-1]], powers_of(length)


class TextWords:
    """The words met so far. A word is known by its number."""

    def __init__(self, index: NameIndex, remembered: int = REMEMBERED) -> None:
        self._remembered = remembered
        self._index = index
        self._common = KnownWords(index.arrays)
        self._common_flags: dict[int, int] = {}
        self._forget()

    def make_room(self) -> None:
        """Forget all words if there are too many; called where no text is in use, since a text
        knows its words by their numbers.
        """
        if len(self._words) > self._remembered:
            self._forget()

    def _forget(self) -> None:
        # Whoever keeps a number keeps this with it.
        self.numbering = object()
        self._numbers = Numbers()
        # A common word is taken apart only when it is asked for.
        self._words: list[Word | str] = []
        self._first, self._count = Column(np.int32), Column(np.int32)
        self._flags, self._start, self._end = Column(np.uint16), Column(np.int32), Column(np.int32)
        self._spelled, self._power = Column(np.uint64), Column(np.uint64)
        self._skeletons = Column(np.uint64)
        self._alike_first, self._alike_count = Column(np.int64), Column(np.int32)
        self._alike_word, self._alike_score = Column(np.int32), Column(np.float32)
        # Those of the common words come first.
        self._alike_word.extend(self._index.arrays["common_link"])
        self._alike_score.extend(self._index.arrays["common_alike"])

    def numbers(self, raws: Sequence[str]) -> tuple[Array, Array]:
        """The words that some stretches of letters are.

        Args:
            raws: letters as a text has them. Most are one word; a run of Chinese is several.

        Returns:
            Numbers of words, and for each which of ``raws`` it is of.
        """
        return self.words_in(self.stretches(raws))

    def stretches(self, raws: Sequence[str]) -> Array:
        """A number for each of some stretches of letters, the same for the same letters as long as
        ``numbering`` is the same.
        """
        stretches = self._numbers.of(raws)
        new = self._numbers.new()
        if new:
            self._add(new)
        return stretches

    def words_in(self, stretches: Array) -> tuple[Array, Array]:
        """What ``numbers`` says of them."""
        count = self._count.values[stretches]
        of, found = explode(self._first.values[stretches], count)
        return found, of

    def _add(self, new: Sequence[str]) -> None:
        rows = [self._common.row(raw) for raw in new]
        words: list[Word | str] = []
        flags: list[int] = []
        counts: list[int] = []
        starts: list[int] = []
        ends: list[int] = []
        forms: list[str] = []
        for raw, row in zip(new, rows, strict=True):
            if row is not None:
                words.append(raw)
                forms.append(raw.lower())
                flags.append(self._flags_of_common(raw, row))
                starts.append(0)
                ends.append(len(raw))
                counts.append(1)
                continue
            found, of_raw = words_of(raw), self._flags_of(raw)
            counts.append(len(found))
            words += found
            forms += [word.form.replace(" ", "") for word in found]
            flags += [_flags(word.role, raw[word.start : word.end]) | of_raw for word in found]
            starts += [word.start for word in found]
            ends += [word.end for word in found]
        count = np.array(counts, dtype=np.int64)
        self._first.extend(len(self._words) + count.cumsum() - count)
        self._count.extend(count)
        self._words += words
        self._flags.extend(flags)
        self._start.extend(starts)
        self._end.extend(ends)
        # Those of a run of Chinese come again in others.
        of, each = _numbered(forms)
        number, power = spellings(each)
        self._spelled.extend(number[of])
        self._power.extend(power[of])
        self._skeletons.extend(spellings(skeletons(each))[0][of])
        self._add_known(
            np.array([-1 if row is None else row for row in rows], dtype=np.int64), count
        )

    def _add_known(self, rows: Array, count: Array) -> None:
        """Note what the index knows of stretches of so many words; -1 where it knows nothing."""
        at, rows = self._index.arrays["common_link_at"], np.repeat(rows, count)
        known = where_true(rows >= 0)
        first, links = np.zeros(len(rows), dtype=np.int64), np.full(len(rows), -1)
        first[known] = at[rows[known]]
        links[known] = at[rows[known] + 1] - first[known]
        self._alike_first.extend(first)
        self._alike_count.extend(links)

    def _flags_of_common(self, raw: str, row: int) -> int:
        """All flags of a common word, most of which it has in capitals and small letters."""
        flags, form = self._common_flags.get(row), raw.lower()
        if flags is None:
            flags = _flags(self._common.roles[row], form) | self._flags_of(form)
            self._common_flags[row] = flags
        if raw == form:
            return flags
        if not raw.isupper():
            return flags | WordFlag.CAPITAL.value
        own = _flags(self._common.roles[row], raw) | self._says_number(raw)
        return own | (flags & ~WordFlag.LABEL.value)

    def _flags_of(self, raw: str) -> int:
        """What a stretch of letters says of all its words."""
        flags = WordFlag.SHIP.value * says_ship(raw)
        if "." in raw:
            flags |= _DOTTED
        if _LONG_END.search(raw, max(0, len(raw) - 3)) is not None:
            flags |= _ENDS_LONG
        return flags | self._says_number(raw)

    def _says_number(self, raw: str) -> int:
        """What it says of identifiers."""
        if raw.isalpha() and not raw.isupper():
            return WordFlag.LABEL.value if _is_label(raw) else 0
        number = raw.upper()
        listed = len(raw) >= SHORTEST_NUMBER and (
            self._index.registers.may_have(number)
            or (len(raw) in (8, 11) and self._index.registers.may_have(number[:8]))
        )
        return (
            WordFlag.LISTED_NUMBER * listed
            | WordFlag.DIGITS * (_DIGIT.search(raw) is not None)
            | WordFlag.LABEL * _is_label(raw)
        )

    def word(self, number: int) -> Word:
        """A word, at its place in the stretch of letters that it is of."""
        word = self._words[number]
        if isinstance(word, str):
            (word,) = words_of(word)
            self._words[number] = word
        return word

    def form(self, number: int) -> str:
        """A word's form, for which a common word need not be taken apart."""
        word = self._words[number]
        return word.lower() if isinstance(word, str) else word.form

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
        return self.joined_to(self._spelled.values[left], right)

    def joined_to(self, spelled: Array, right: Array) -> Array:
        """The spelling of letters and a word behind them written as one."""
        return spelled * self._power.values[right] + self._spelled.values[right]

    def alike(self, numbers: Array) -> tuple[Array, Array, Array]:
        """The listed words that are like some words.

        Returns:
            Places in ``numbers``, listed words, and how alike they are; of one length.
        """
        self.look_up(numbers)
        count = self._alike_count.values[numbers]
        owner, place = explode(self._alike_first.values[numbers], count)
        return owner, self._alike_word.values[place], self._alike_score.values[place]

    def look_up(self, numbers: Array) -> None:
        """Have the listed words at hand that are like some words; together they cost less."""
        new = distinct(numbers[self.is_new(numbers)])
        if len(new):
            self._look_up(new)

    def is_new(self, numbers: Array) -> Array:
        """For each word whether it was not looked up yet."""
        found: Array = self._alike_count.values[numbers] < 0
        return found

    def _look_up(self, numbers: Array) -> None:
        of, keys = _numbered([key_of(self.word(number)) for number in numbers.tolist()])
        words = [Word.of(key, 0, 0) for key in keys]
        index = self._index
        owner, listed, score = listed_alike(
            words,
            usual_words(words, index.language),
            index.concept_numbers,
            index.words_by_key,
            index.spelled,
        )
        count = np.bincount(owner, minlength=len(words))
        first = len(self._alike_word) + count.cumsum() - count
        self._alike_word.extend(listed)
        self._alike_score.extend(score)
        self._alike_first.values[numbers], self._alike_count.values[numbers] = first[of], count[of]


_Each = TypeVar("_Each", bound=Hashable)


def _numbered(things: Sequence[_Each]) -> tuple[Array, list[_Each]]:
    """Each thing once, and for all which of these it is."""
    numbers = {thing: number for number, thing in enumerate(dict.fromkeys(things))}
    return np.array([numbers[thing] for thing in things], dtype=np.int64), list(numbers)


def _is_label(raw: str) -> bool:
    return (raw if raw.isascii() else raw.translate(_DOTTED_I)).lower() in _LABELS


@lru_cache(maxsize=1 << 16)
def _flags(role: Role, written: str) -> int:
    """What a word may do in a text by its letters."""
    flags = _OF_ROLE.get(role, _CONTENT)
    if role is not Role.NUMBER and not written[0].islower():
        flags |= _CAPITAL
    if not written.isupper():
        # A short form in small letters is an ordinary word, too.
        flags &= ~_LEGAL if len(written) <= 2 else ~0
    elif len(written) > 1:
        flags |= _UPPER
    return flags if script_of(written) == "Latn" else flags | _FOREIGN
