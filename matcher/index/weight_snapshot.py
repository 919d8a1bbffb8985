"""What the words of an index weigh, apart from the index: two editions are compared by it, and
words that stand on no list are weighed by it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from matcher.columnar.arrays import Array
from matcher.index.index import NameIndex
from matcher.names.term_weights import Language, weight
from matcher.names.word import Word

_BYTES = 8


def word_key(word: Word) -> int:
    """A number for what the weight of a word goes by: its term, its role, whether it is short."""
    return _number(f"{word.term}\0{word.role.value}\0{len(word.form) <= 2}")


def form_key(word: Word) -> int:
    """A number for how a word is written."""
    return _number(word.form)


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=_BYTES).digest(), "little")


def word_keys_of(index: NameIndex) -> Array:
    """The keys of an index's words, in their order."""
    return _all(word_key(index.word(number)) for number in range(len(index.word_forms)))


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one index's words, by their keys."""

    keys: Array
    """Sorted."""
    weights: Array
    forms: Array
    """How its words are written; sorted. A word that is written so is no slip of the pen."""

    @classmethod
    def of(cls, index: NameIndex, keys: Array | None = None) -> "Weights":
        """Collect them; ``keys`` are those of the index's words, where they are at hand."""
        each = word_keys_of(index) if keys is None else keys
        distinct, first = np.unique(each, return_index=True)
        words = range(len(index.word_forms))
        forms = np.unique(_all(_number(index.word_forms[number]) for number in words))
        return cls(distinct, index.arrays["word_weight"][first], forms)

    @classmethod
    def read(cls, arrays: Mapping[str, Array]) -> "Weights":
        """The inverse of ``arrays``."""
        return cls(arrays["keys"], arrays["weights"], arrays["forms"])

    def arrays(self) -> dict[str, Array]:
        """What is kept of it."""
        return {"keys": self.keys, "weights": self.weights, "forms": self.forms}

    def at(self, keys: Array, otherwise: Array) -> Array:
        """The weights of words.

        Args:
            keys: of the words.
            otherwise: what each weighs when no list has it.
        """
        if not len(self.keys):
            return otherwise
        place = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        found: Array = np.where(self.keys[place] == keys, self.weights[place], otherwise)
        return found


def unlisted(words: Sequence[Word], language: Language) -> Array:
    """What words weigh that stand on no list."""
    found = [weight(word, language.zipf_of(word.form), 0, 0) for word in words]
    return np.array(found, dtype=np.float32)


def _all(numbers: Iterable[int]) -> Array:
    return np.fromiter(numbers, dtype=np.uint64)
