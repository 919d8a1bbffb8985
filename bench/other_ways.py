"""Listed names that may meet a query otherwise than word by word: by neighbouring words that are
one word of the other or its letters, by the same words or letters, by a brand.

Kept as hashes of what they may be met by, sorted: what shares a hash by chance is compared for
nothing.
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from zlib import crc32

import numpy as np
from word_meetings import Meetings, acronyms, joined, may_be_of_many

from matcher.columnar.arrays import Array
from matcher.comparison.brand import brand_behind_a_town, brand_of
from matcher.comparison.by_letters import SHORTEST_WHOLE, letters_of
from matcher.index.index import NameIndex
from matcher.lexicon.keys import skeleton
from matcher.names.word import Name


class OtherWays:
    """All listed names, to be asked so."""

    def __init__(self, index: NameIndex, meetings: Meetings) -> None:
        self.index, self.meetings = index, meetings

    def names(self, asked: Name) -> set[int]:
        """The listed names that may meet a name so; all that do are among them."""
        found = set(chain.from_iterable(map(self._by_key, _asked_keys(asked))))
        found.update(self._by_letters(asked))
        for word in asked.words:
            found.update(self._by_brand.get(skeleton(word.form), ()))
        runs = set(joined(asked.words)) | set(acronyms(asked.words))
        words = np.array(sorted(self.meetings.having(runs)), dtype=np.int64)
        return found.union(*(self.index.names_of_word[word].tolist() for word in words))

    @cached_property
    def _keys(self) -> tuple[Array, Array]:
        """The hashes of what each name may be met by, rising, and the names."""
        hashes: list[int] = []
        counts: list[int] = []
        for number in range(self.index.name_count):
            name = self.index.name(number)
            # Nobody writes a person's name in letters (``Finder.align_listed``).
            letters = () if self.index.names_of_persons[number] else acronyms(name.words)
            own = {_hashed(key) for key in (*joined(name.words), *letters, _bag(name))}
            hashes += own
            counts.append(len(own))
        keys = np.array(hashes, dtype=np.uint32)
        names = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
        order = np.argsort(keys, kind="stable")
        return keys[order], names[order]

    def _by_key(self, key: str) -> list[int]:
        keys, names = self._keys
        hashed = np.uint32(_hashed(key))
        first, last = np.searchsorted(keys, hashed), np.searchsorted(keys, hashed, "right")
        found: list[int] = names[first:last].tolist()
        return found

    @cached_property
    def _letters(self) -> list[tuple[str, int]]:
        every = range(self.index.name_count)
        return sorted(("".join(letters_of(self.index.name(one))), one) for one in every)

    def _by_letters(self, asked: Name) -> Iterator[int]:
        """The names that have all letters of another, or begin with them."""
        whole = "".join(letters_of(asked))
        if len(whole) < SHORTEST_WHOLE:
            return
        letters = self._letters
        for place in range(bisect_left(letters, (whole, 0)), len(letters)):
            if not letters[place][0].startswith(whole):
                return
            yield letters[place][1]

    @cached_property
    def _by_brand(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number in range(self.index.name_count):
            name = self.index.name(number)
            for brand in {brand_of(name), brand_behind_a_town(name)}:
                if brand is not None:
                    found.setdefault(skeleton(brand), []).append(number)
        return found

    def prepare(self) -> None:
        """Work out now what is else worked out when it is first asked for."""
        _ = self._keys, self._letters, self._by_brand


def _bag(name: Name) -> str:
    """All words in no order."""
    return f"bag {name.bag}"


def _asked_keys(name: Name) -> Iterator[str]:
    """What a listed name's runs of words may be of a query's words."""
    yield _bag(name)
    for word in filter(may_be_of_many, name.words):
        form = word.form.replace(" ", "")
        yield from {f"form {form}", f"skeleton {skeleton(form)}", f"skeleton {skeleton(word.form)}"}


def _hashed(key: str) -> int:
    return crc32(key.encode())
