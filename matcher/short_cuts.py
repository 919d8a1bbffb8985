"""Names that meet a query otherwise than word by word: joined words, and letters for words.

``Rosoboron Export`` is Rosoboronexport, ``SKB VT`` a name whose words begin so. Such names need
not share a word with the query, so they are found by keys of their own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from matcher.align import ACRONYM, JOINED, LONGEST_ACRONYM, SHORTEST_ACRONYM
from matcher.arrays import Array, spread
from matcher.blocks import Block
from matcher.index import NameIndex
from matcher.keys import hashed, initials
from matcher.tables import Role


@dataclass(frozen=True, slots=True)
class ShortCuts:
    """Pairs of a query and a name, each pair once, and what they may share so; arrays of one
    length.
    """

    pair: Array
    """``query * names + name``, rising."""
    share: Array
    """Information that both may have, beside that of the words which they share."""
    met: Array
    """The information in the query's words that would meet so."""
    covered: Array
    """The same of the name's."""
    loose: Array
    """That part of the share which is letters for words."""


def short_cuts(block: Block, index: NameIndex) -> ShortCuts:
    """Find the names that a block of queries meets so."""
    ways = (_joined_in_list, _joined_in_query, _letters_in_query, _letters_in_list)
    found = [way(block, index) for way in ways]
    query, name, met, covered = (
        np.concatenate([getattr(one, field) for one in found])
        for field in ("query", "name", "met", "covered")
    )
    loose = np.concatenate([np.full(len(one.name), one.loose) for one in found])
    share = np.minimum(met, covered) * np.where(loose, ACRONYM, JOINED)
    pair, place = np.unique(query * index.name_count + name, return_inverse=True)
    count = len(pair)
    return ShortCuts(
        pair=pair,
        share=np.bincount(place, share, count),
        met=np.bincount(place, met, count),
        covered=np.bincount(place, covered, count),
        loose=np.bincount(place, share * loose, count),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    query: Array
    name: Array
    met: Array
    covered: Array
    loose: bool


def _joined_in_list(block: Block, index: NameIndex) -> _Found:
    """Two words of the query that the list writes as one."""
    pairs = [(i, block.known[i], block.known[i + 1]) for i in _neighbours(block)]
    keys = [crc32(after.bones, before.spelled) for _, before, after in pairs]
    keys += [crc32(after.form, before.written) for _, before, after in pairs]
    left = np.array([i for i, _, _ in pairs] * 2, dtype=np.int64)
    place, word = index.words_by_key.find_each(np.array(keys, dtype=np.uint32))
    may = index.word_tells[word] & ~index.word_counts[word]
    place, word = left[place[may]], word[may]
    rows, names = _having(word, index)
    place, word = place[rows], word[rows]
    return _Found(
        query=block.query[place],
        name=names,
        met=block.weight[place] + block.weight[place + 1],
        covered=index.arrays["word_weight"][word],
        loose=False,
    )


def _neighbours(block: Block) -> Iterator[int]:
    """The first of each two words of the same query that may be parts of one."""
    first = 0
    for query in block.queries:
        before = -1
        for place, word in enumerate(query.words, first):
            plain = word.role is not Role.STOP and " " not in word.form
            if plain and before >= 0:
                yield before
            before = place if plain else -1
        first += len(query.words)


def _joined_in_query(block: Block, index: NameIndex) -> _Found:
    """A word of the query that the list writes as two."""
    words = [place for place, known in enumerate(block.known) if known.joins]
    keys = [block.known[place].spelled for place in words]
    keys += [block.known[place].written for place in words]
    place, name, covered = index.find_joined(np.array(keys, dtype=np.uint32))
    place = np.array(words * 2, dtype=np.int64)[place]
    return _Found(block.query[place], name, block.weight[place], covered, loose=False)


def _letters_in_query(block: Block, index: NameIndex) -> _Found:
    """A word of the query whose letters the words of a listed name may begin with."""
    words = [place for place, known in enumerate(block.known) if known.letters >= 0]
    keys = [block.known[place].letters for place in words]
    query, met = block.query[words].tolist(), block.weight[words].tolist()
    for of, key, information in _spelled_out(block):
        query.append(of)
        keys.append(key)
        met.append(information)
    place, name, covered = index.find_acronyms(np.array(keys, dtype=np.uint32))
    queries = np.array(query, dtype=np.int64)[place]
    return _Found(queries, name, np.array(met, dtype=np.float64)[place], covered, loose=True)


def _spelled_out(block: Block) -> Iterator[tuple[int, int, float]]:
    """Several groups of letters that are one word of letters together: ``SKB VT``, ``I B M``."""
    first = 0
    for number, query in enumerate(block.queries):
        words = [(place, word) for place, word in enumerate(query.words, first) if word.tells]
        first += len(query.words)
        short = [(p, w) for p, w in words if len(w.form) < LONGEST_ACRONYM and w.form.isalpha()]
        letters = "".join(word.form for _, word in short)
        if len(short) > 1 and SHORTEST_ACRONYM <= len(letters) <= LONGEST_ACRONYM:
            weight = float(sum(block.weight[place] for place, _ in short))
            yield number, hashed("a", letters), weight


def _letters_in_list(block: Block, index: NameIndex) -> _Found:
    """A listed word whose letters words of the query begin with."""
    runs = list(_initials(block))
    keys = np.array([hashed("i", letters) for _, letters, _ in runs], dtype=np.uint32)
    place, word = index.words_by_key.find_each(keys)
    pairs = zip(place.tolist(), word.tolist(), strict=True)
    same = np.array([index.word(w).form == runs[p][1] for p, w in pairs], dtype=np.bool_)
    place, word = place[same], word[same]
    rows, names = _having(word, index)
    place, word = place[rows], word[rows]
    return _Found(
        query=np.array([number for number, _, _ in runs], dtype=np.int64)[place],
        name=names,
        met=np.array([met for _, _, met in runs], dtype=np.float64)[place],
        covered=index.arrays["word_weight"][word],
        loose=True,
    )


def _initials(block: Block) -> Iterator[tuple[int, str, float]]:
    """The first letters of neighbours among each query's telling words, and their information."""
    first = 0
    for number, query in enumerate(block.queries):
        letters, weights = [], []
        for place, word in enumerate(query.words, first):
            if word.tells:
                letters.append("".join([part[0] for part in initials(word.form)]))
                weights.append(block.known[place].weight)
        first += len(query.words)
        for begin in range(len(letters)):
            run, met = "", 0.0
            for group, weight in zip(letters[begin:], weights[begin:], strict=True):
                run, met = run + group, met + weight
                if len(run) > LONGEST_ACRONYM:
                    break
                if len(run) >= SHORTEST_ACRONYM:
                    yield number, run, met


def _having(words: Array, index: NameIndex) -> tuple[Array, Array]:
    """The names that have each word: places in ``words``, and numbers of names."""
    at = index.arrays["posting_at"]
    counts = at[words + 1] - at[words]
    names: Array = index.arrays["posting"][spread(at[words], counts)]
    return np.repeat(np.arange(len(words)), counts), names
