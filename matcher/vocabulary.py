"""What the lists know of the words that are asked for; each word is looked up once.

Words repeat: a night's batch of a million names has a few hundred thousand of them, and looking
one up (its keys, the listed words under them, comparing it with each) costs more than all else.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from matcher.arrays import Array
from matcher.index import NameIndex
from matcher.keys import hashed, skeleton
from matcher.name import Word, WordKey
from matcher.pairs import Meetings, meetings
from matcher.rarity import RARE, weight
from matcher.tables import Role
from matcher.word_keys import may_be_letters, word_keys

# Words whose look-up is kept; some 60 MB.
REMEMBERED = 100_000


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
    joins: bool
    """Whether it may be several words written as one."""


class Vocabulary:
    """The words asked for so far."""

    def __init__(self, index: NameIndex, weigh: Callable[[Word], float] | None = None) -> None:
        """Ask an index.

        Args:
            index: whose words are looked up.
            weigh: the information in a word, where not the index says it.
        """
        self.index = index
        self._weigh = weigh
        self._known: dict[WordKey, Known] = {}

    def known(self, word: Word) -> Known:
        """What the lists know of a word."""
        known = self._known.get(word.key)
        return self.all_known((word,))[0] if known is None else known

    def all_known(self, words: Sequence[Word]) -> list[Known]:
        """What the lists know of some words; quicker than one by one."""
        if len(self._known) > REMEMBERED:
            self._known.clear()
        remembered = self._known
        keys = [word.key for word in words]
        new = {key: word for key, word in zip(keys, words, strict=True) if key not in remembered}
        if new:
            remembered.update(zip(new, self._look_up(list(new.values())), strict=True))
        return [remembered[key] for key in keys]

    def _look_up(self, words: Sequence[Word]) -> Iterable[Known]:
        owners, keys = word_keys(words, listed=False)
        places, met = self.index.words_by_key.find_each(keys)
        # Most of what shares one key shares several.
        codes = np.unique(owners[places] * len(self.index.word_forms) + met)
        owners, numbers = np.divmod(codes, len(self.index.word_forms))
        rights = [self.index.word(number) for number in numbers.tolist()]
        found = meetings([words[owner] for owner in owners.tolist()], rights)
        ends = np.searchsorted(owners, np.arange(len(words) + 1)).tolist()
        for word, first, last in zip(words, ends, ends[1:], strict=False):
            yield self._known_of(
                word, numbers[first:last], rights[first:last], slice(first, last), found
            )

    def _known_of(
        self, word: Word, numbers: Array, listed: Sequence[Word], of: slice, found: Meetings
    ) -> Known:
        index = self.index
        zipf = index.language.zipf_of(word.form)
        same = [
            number
            for number, other in zip(numbers.tolist(), listed, strict=True)
            if other.term == word.term and other.role is word.role
        ]
        if self._weigh is not None:
            own = self._weigh(word)
        elif same:
            own = float(index.arrays["word_weight"][same[-1]])
        else:
            own = weight(word, zipf, 0, index.entity_count)
        equal = found.equal[of]
        met = found.score[of] > 0.0
        bones = skeleton(word.form)
        return Known(
            weight=own,
            is_word=zipf > RARE or bool(equal.any()),
            words=numbers[met],
            scores=found.score[of][met],
            equal=equal[met],
            loose=found.loose[of][met],
            form=word.form.encode(),
            bones=bones.encode(),
            written=hashed("f", word.form),
            spelled=hashed("s", bones),
            joins=word.tells and word.role is not Role.NUMBER and len(word.form) >= 2,
            letters=hashed("a", word.form) if may_be_letters(word) else -1,
        )
