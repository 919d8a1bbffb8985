"""What the lists know of the words that are asked for; each word is looked up once.

Words repeat: a night's batch of a million names has a few hundred thousand of them, and looking
one up (its keys, the listed words under them, comparing it with each) costs more than all else.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from matcher.align import pair
from matcher.arrays import Array
from matcher.build import may_be_letters, word_keys
from matcher.features import LOOSE
from matcher.index import NameIndex
from matcher.keys import hashed, skeleton
from matcher.name import Word
from matcher.rarity import RARE, weight
from matcher.tables import Role

# Words whose look-up is kept; some 60 MB.
REMEMBERED = 100_000

WordKey = tuple[str, Role, str | None, bool]


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """What the lists know of one word of a query."""

    weight: float
    """The information in the word, in (0, 1]."""
    is_word: bool
    """Whether it is written so on a list or in ordinary language."""
    words: Array
    """Numbers of the listed words that are like it."""
    scores: Array
    """How alike each is, in (0, 1]."""
    equal: Array
    """Whether each is written alike."""
    loose: Array
    """Whether each may be another word that only looks like it."""
    form: bytes
    bones: bytes
    """Its skeleton."""
    written: int
    """The key of its form; that of words joined to it is worked out from it."""
    spelled: int
    """The key of its skeleton, likewise."""
    letters: int
    """The key of names whose words may begin with its letters; -1 for what is no such letters."""


class Vocabulary:
    """The words asked for so far."""

    def __init__(self, index: NameIndex) -> None:
        self.index = index
        self._known: dict[WordKey, Known] = {}

    def known(self, word: Word) -> Known:
        """What the lists know of a word."""
        key = (word.form, word.role, word.concept, word.consonantal)
        known = self._known.get(key)
        return self.all_known((word,))[0] if known is None else known

    def all_known(self, words: Sequence[Word]) -> list[Known]:
        """What the lists know of some words; quicker than one by one."""
        if len(self._known) > REMEMBERED:
            self._known.clear()
        remembered = self._known
        keys = [(word.form, word.role, word.concept, word.consonantal) for word in words]
        new = {key: word for key, word in zip(keys, words, strict=True) if key not in remembered}
        if new:
            remembered.update(zip(new, self._look_up(list(new.values())), strict=True))
        return [remembered[key] for key in keys]

    def _look_up(self, words: Sequence[Word]) -> Iterable[Known]:
        searched = [list(word_keys(word, listed=False)) for word in words]
        owners = np.repeat(np.arange(len(words)), [len(keys) for keys in searched])
        wanted = np.array([key for keys in searched for key in keys], dtype=np.uint32)
        places, met = self.index.words_by_key.find_each(wanted)
        # Most of what shares one key shares several.
        codes = np.unique(owners[places] * len(self.index.word_forms) + met)
        owners, numbers = np.divmod(codes, len(self.index.word_forms))
        ends = np.searchsorted(owners, np.arange(len(words) + 1))
        for place, word in enumerate(words):
            yield self._compared(word, numbers[ends[place] : ends[place + 1]].tolist())

    def _compared(self, word: Word, numbers: Sequence[int]) -> Known:
        index = self.index
        met: list[tuple[int, float, bool, bool]] = []
        own: float | None = None
        zipf = index.language.zipf_of(word.form)
        is_word = zipf > RARE
        for number in numbers:
            listed = index.word(number)
            how, score = pair(word, listed)
            equal = listed.form == word.form
            if score or equal:
                met.append((number, 1.0 if equal else score, equal, not equal and how in LOOSE))
            is_word = is_word or equal
            if listed.term == word.term and listed.role is word.role:
                own = float(index.arrays["word_weight"][number])
        if own is None:
            own = weight(word, zipf, 0, index.entity_count)
        words, scores, same, loose = zip(*met, strict=True) if met else ((), (), (), ())
        bones = skeleton(word.form)
        return Known(
            weight=own,
            is_word=is_word,
            words=np.array(words, dtype=np.int32),
            scores=np.array(scores, dtype=np.float32),
            equal=np.array(same, dtype=np.bool_),
            loose=np.array(loose, dtype=np.bool_),
            form=word.form.encode(),
            bones=bones.encode(),
            written=hashed("f", word.form),
            spelled=hashed("s", bones),
            letters=hashed("a", word.form) if may_be_letters(word) else -1,
        )
