"""Words of listed names that a text may have with one slip, or as a scanner misreads them.

Both sides are written with all that scanners take for each other in one way (``misread``), and
found by what is left when either loses a letter; what is found so is compared letter by letter.
Words keep their script: a slip in a Cyrillic word is found like one in a Latin one.

Long words in Latin letters are found in other languages' tables, too, by a spelling so coarse that
all agree on it: *Kalaschnikow*, *Kalasjnikov*.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Annotated, TypedDict
from zlib import crc32

import numpy as np
from rapidfuzz.distance import OSA

from matcher.columnar.arrays import Array, Lookup, Strings
from matcher.columnar.rolling_hash import RollingHash, mix
from matcher.lexicon.folding import has_unspaced
from matcher.lexicon.respelling import coarse, readings

# A shorter word with one letter wrong is another word.
SHORTEST, LONGEST = 5, 40
_SALT = 56
# What Dutch writes for *u*, beside what other tables do.
_DUTCH = ("oe", "u")
# Letters of a word that is known by its coarse spelling, and of that: shorter ones meet by chance.
SHORTEST_SPELT, SHORTEST_COARSE = 7, 6
_MISREAD = (
    ("rn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "u"), ("0", "o"), ("1", "i"), ("l", "i"),
    ("5", "s"), ("8", "b"), ("6", "g"), ("q", "g"), ("e", "c"), ("h", "b"),
)  # fmt: skip


@lru_cache(maxsize=1 << 16)
def misread(form: str) -> str:
    """A folded word with all that scanners take for each other written in one way."""
    for seen, meant in _MISREAD:
        form = form.replace(seen, meant)
    return form


class NearArrays(TypedDict):
    """What is kept of longer words; with the type of each array."""

    near_key: Annotated[Array, "u4"]
    """Of a word and of it without one letter, sorted; and the word of each."""
    near_token: Annotated[Array, "i4"]
    near_form: Annotated[Array, "u1"]
    """The words, one after the other, and where each begins."""
    near_at: Annotated[Array, "i8"]
    near_coarse: Annotated[Array, "u4"]
    """Of the coarse spellings of those in Latin letters, sorted; and the word of each."""
    near_coarse_token: Annotated[Array, "i4"]


@dataclass(frozen=True)
class NearTokens:
    """The distinct longer words of whole names."""

    arrays: NearArrays

    @cached_property
    def _by_key(self) -> Lookup:
        return Lookup(self.arrays["near_key"], self.arrays["near_token"])

    @cached_property
    def _forms(self) -> Strings:
        return Strings(self.arrays["near_at"], self.arrays["near_form"])

    def find(self, forms: Sequence[str]) -> list[tuple[int, str]]:
        """Listed words that some words of a text may be meant for.

        Args:
            forms: folded words, none of them listed itself.

        Returns:
            Places in ``forms``, rising, and a listed word for each.
        """
        owner, key = _keys(forms)
        place, token = self._by_key.find_each(key)
        pairs = sorted(set(zip(owner[place].tolist(), token.tolist(), strict=True)))
        found = ((place, self._forms[token]) for place, token in pairs)
        return [(place, form) for place, form in found if is_near(forms[place], form)]

    @cached_property
    def _by_coarse(self) -> Lookup:
        return Lookup(self.arrays["near_coarse"], self.arrays["near_coarse_token"])

    def find_spelt(self, forms: Sequence[str]) -> list[tuple[int, str]]:
        """Listed words that some words are in another language's letters.

        Args:
            forms: folded words.

        Returns:
            Places in ``forms``, rising, and a listed word for each, which is another one.
        """
        places = [place for place, form in enumerate(forms) if _may_be_spelt(form)]
        if not places:
            return []
        written = [forms[place] for place in places]
        every = [written, [form.replace(*_DUTCH) for form in written], *readings(written)]
        keys = [_coarse_keys(some) for some in every]
        owner, token = self._by_coarse.find_each(np.concatenate(keys))
        found = {
            (places[number % len(places)], self._forms[each])
            for number, each in zip(owner.tolist(), token.tolist(), strict=True)
        }
        return sorted((place, form) for place, form in found if form != forms[place])


def _may_be_spelt(form: str) -> bool:
    return len(form) >= SHORTEST_SPELT and form.isascii() and form.isalpha()


def _coarse_keys(forms: Sequence[str]) -> Array:
    """32 bits for the coarse spelling of each word; of too short a one those of nothing."""
    spelled = (one if len(one) >= SHORTEST_COARSE else "" for one in coarse(forms))
    return np.array([crc32(one.encode()) for one in spelled], dtype=np.uint32)


def is_near(written: str, listed: str) -> bool:
    """Whether a word differs from a listed one by one slip, or by misread letters alone."""
    if misread(written) == misread(listed):
        return True
    return OSA.distance(written, listed, score_cutoff=1) <= 1


def may_be_near(form: str) -> bool:
    """Whether a folded word is long enough to be told with a slip in it."""
    return SHORTEST <= len(form) <= LONGEST and not form.isdigit()


def near_arrays(forms: Iterable[str]) -> NearArrays:
    """The arrays of ``NearTokens``."""
    kept = sorted({form for form in forms if may_be_near(form) and not has_unspaced(form)})
    owner, key = _keys(kept)
    lookup = Lookup.of(key, owner)
    texts = Strings.of(kept)
    spelt = [number for number, form in enumerate(kept) if _may_be_spelt(form)]
    keys = _coarse_keys([kept[number] for number in spelt]) if spelt else key[:0]
    known = keys != crc32(b"")
    by_coarse = Lookup.of(keys[known], np.array(spelt, dtype=np.int64)[known])
    return {
        "near_key": lookup.hashes,
        "near_token": lookup.values,
        "near_form": texts.data,
        "near_at": texts.offsets,
        "near_coarse": by_coarse.hashes,
        "near_coarse_token": by_coarse.values,
    }


def _keys(forms: Sequence[str]) -> tuple[Array, Array]:
    """Places in ``forms``, and a key of 32 bits of the word there; of one length."""
    # Letters by their low bytes: that two scripts may share a key costs a comparison.
    letters = [bytes(ord(sign) & 0xFF for sign in misread(form)) for form in forms]
    offsets = np.zeros(len(letters) + 1, dtype=np.int64)
    np.cumsum(list(map(len, letters)), out=offsets[1:])
    hashes = RollingHash.of(Strings(offsets, np.frombuffer(b"".join(letters), dtype=np.uint8)))
    shortened, numbers = hashes.without_one(np.ones(len(forms), dtype=np.bool_))
    owner = np.concatenate([np.arange(len(forms)), shortened])
    return owner, mix(np.concatenate([hashes.numbers(), numbers]), _SALT)
