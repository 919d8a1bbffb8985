"""Names that meet a query otherwise than word by word: joined words, and letters for words.

``Rosoboron Export`` is Rosoboronexport, ``SKB VT`` a name whose words begin so. Such names need
not share a word with the query, so they are found by keys of their own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from matcher.align import ACRONYM, JOINED, LONGEST_ACRONYM, SHORTEST_ACRONYM
from matcher.arrays import Array, begins, spread
from matcher.blocks import Block
from matcher.index import NameIndex
from matcher.keys import hashed
from matcher.letters import runs


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
    pair = query * index.name_count + name
    order = np.argsort(pair)
    first = np.flatnonzero(begins(pair[order]))

    def summed(values: Array) -> Array:
        return np.add.reduceat(values[order], first) if len(first) else values

    return ShortCuts(
        pair=pair[order][first],
        share=summed(share),
        met=summed(met),
        covered=summed(covered),
        loose=summed(share * loose),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    query: Array
    name: Array
    met: Array
    covered: Array
    loose: bool


def _joined_in_list(block: Block, index: NameIndex) -> _Found:
    """Two or three words of the query that the list writes as one."""
    tells = block.vocabulary.facts.tells.values[block.number]
    neighbours = tells[:-1] & tells[1:] & (block.query[:-1] == block.query[1:])
    two = np.flatnonzero(neighbours)
    three = np.flatnonzero(np.diff(two) == 1)
    keys = np.concatenate([each for which in (0, 1) for each in _joined(block, two, three, which)])
    first = np.tile(np.concatenate([two, two[three]]), 2)
    last = np.tile(np.concatenate([two + 1, two[three] + 2]), 2)
    place, word = index.words_by_key.find_each(keys)
    may = index.word_tells[word] & ~index.word_counts[word]
    place, word = place[may], word[may]
    rows, names = _having(word, index)
    place, word = place[rows], word[rows]
    before = np.append(0.0, np.cumsum(block.weight))
    return _Found(
        query=block.query[first[place]],
        name=names,
        met=before[last[place] + 1] - before[first[place]],
        covered=index.arrays["word_weight"][word],
        loose=False,
    )


def _joined(block: Block, two: Array, three: Array, which: int) -> tuple[Array, Array]:
    """The keys of neighbouring words as one: of two, and of three, by places in ``two``."""
    facts, number = block.vocabulary.facts, block.number
    spellings, begun = ((facts.forms, facts.written), (facts.bones, facts.spelled))[which]
    lengthened = (_lengthened, _fused)[which]
    pairs = lengthened(begun.values[number[two]], spellings, number[two], number[two + 1])
    third, last = number[two[three] + 1], number[two[three] + 2]
    return pairs, lengthened(pairs[three], spellings, third, last)


def _lengthened(keys: Array, spellings: Sequence[bytes], _: Array, then: Array) -> Array:
    """The keys of words with others joined to their ends."""
    pairs = zip(then.tolist(), keys.tolist(), strict=True)
    return np.array([crc32(spellings[number], key) for number, key in pairs], dtype=np.uint32)


def _fused(keys: Array, bones: Sequence[bytes], end: Array, then: Array) -> Array:
    """The same of skeletons, as ``keys.joined_skeleton`` joins them.

    Args:
        keys: of the words so far.
        bones: the skeletons of all words.
        end: the last of the words so far.
        then: the words that are joined to them.
    """
    pairs = zip(end.tolist(), then.tolist(), keys.tolist(), strict=True)
    return np.array(
        [
            # Without its first letter where the word before ends with it.
            crc32(bones[other][bones[one][-1:] == bones[other][:1] :], key)
            for one, other, key in pairs
        ],
        dtype=np.uint32,
    )


def _joined_in_query(block: Block, index: NameIndex) -> _Found:
    """A word of the query that the list writes as two."""
    facts = block.vocabulary.facts
    words = np.flatnonzero(facts.joins.values[block.number])
    number = block.number[words]
    keys = np.concatenate([facts.spelled.values[number], facts.written.values[number]])
    place, name, covered = index.find_joined(keys)
    place = np.tile(words, 2)[place]
    return _Found(block.query[place], name, block.weight[place], covered, loose=False)


def _letters_in_query(block: Block, index: NameIndex) -> _Found:
    """A word of the query whose letters the words of a listed name may begin with."""
    letters = block.vocabulary.facts.letters.values[block.number]
    words = np.flatnonzero(letters >= 0)
    spelled = list(_spelled_out(block))
    query = np.append(block.query[words], np.array([of for of, _, _ in spelled], dtype=np.int64))
    met = np.append(block.weight[words], [information for _, _, information in spelled])
    keys = np.append(letters[words], np.array([key for _, key, _ in spelled], dtype=np.int64))
    place, name, covered = index.find_acronyms(keys.astype(np.uint32))
    return _Found(query[place], name, met[place], covered, loose=True)


def _spelled_out(block: Block) -> Iterator[tuple[int, int, float]]:
    """Several groups of letters that are one word of letters together: ``SKB VT``, ``I B M``."""
    words, count = block.vocabulary, len(block.queries)
    short = block.vocabulary.facts.short.values[block.number]
    groups, letters = (np.bincount(block.query, each, count) for each in (short > 0, short))
    may = (groups > 1) & (letters >= SHORTEST_ACRONYM) & (letters <= LONGEST_ACRONYM)
    for query in np.flatnonzero(may).tolist():
        first, last = np.searchsorted(block.query, [query, query + 1])
        places = first + np.flatnonzero(short[first:last])
        spelled = b"".join([words.facts.forms[number] for number in block.number[places].tolist()])
        yield query, hashed("a", spelled.decode()), float(sum(block.weight[places].tolist()))


def _letters_in_list(block: Block, index: NameIndex) -> _Found:
    """A listed word whose letters words of the query begin with."""
    facts = block.vocabulary.facts
    words = np.flatnonzero(facts.tells.values[block.number])
    parts = facts.parts.values[block.number[words]]
    letters = facts.initials.values[spread(facts.part.values[block.number[words]], parts)]
    begins = np.zeros(len(letters), dtype=np.bool_)
    begins[np.cumsum(parts) - parts] = True
    weight = np.zeros(len(letters))
    weight[begins] = block.weight[words]
    owner = np.repeat(block.query[words], parts)
    found = runs("i", letters, owner, begins, weight)
    place, word = index.words_by_key.find_each(found.key)
    same = [
        index.word_forms[w].encode() == letters[a : a + n].tobytes()
        for a, n, w in zip(
            found.first[place].tolist(), found.count[place].tolist(), word.tolist(), strict=True
        )
    ]
    kept = np.array(same, dtype=np.bool_)
    place, word = place[kept], word[kept]
    rows, names = _having(word, index)
    place, word = place[rows], word[rows]
    return _Found(
        query=owner[found.first[place]],
        name=names,
        met=found.met[place],
        covered=index.arrays["word_weight"][word],
        loose=True,
    )


def _having(words: Array, index: NameIndex) -> tuple[Array, Array]:
    """The names that have each word: places in ``words``, and numbers of names."""
    at = index.arrays["posting_at"]
    counts = at[words + 1] - at[words]
    names: Array = index.arrays["posting"][spread(at[words], counts)]
    return np.repeat(np.arange(len(words)), counts), names
