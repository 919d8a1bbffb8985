"""Names that meet a query otherwise than word by word: joined words, and letters for words.

``Rosoboron Export`` is Rosoboronexport, ``SKB VT`` a name whose words begin so. Such names need
not share a word with the query, so they are found by keys of their own.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from matcher.columnar.arrays import Array, begins, distinct, pair_key, spread, where_true
from matcher.columnar.grouping import ByKey, explode
from matcher.columnar.rolling_hash import ONE_BACK, SPELLED, WRITTEN, mix
from matcher.comparison.acronyms import LONGEST_ACRONYM, SHORTEST_ACRONYM
from matcher.comparison.align import ACRONYM, JOINED
from matcher.index.index import NameIndex
from matcher.index.run_keys_batch import runs
from matcher.lexicon.keys import hashed_all
from matcher.search.query_batch import Block


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


_NONE = ShortCuts(np.zeros(0, dtype=np.int64), *[np.zeros(0)] * 4)


def join_and_acronym_matches(block: Block, index: NameIndex) -> ShortCuts:
    """Find the names that a block of queries meets so."""
    columns = _columns(block)
    ways = (
        _joined_in_list(block, index, columns),
        _joined_in_query(block, index, columns),
        _letters_in_query(block, index),
        _letters_in_list(block, index),
    )
    found = [one for one in ways if one is not None]
    if not found:
        # The common case of a name that is asked for alone.
        return _NONE
    query, name, met, covered = (
        np.concatenate([getattr(one, field) for one in found])
        for field in ("query", "name", "met", "covered")
    )
    loose = np.repeat([one.loose for one in found], [len(one.name) for one in found])
    share = np.minimum(met, covered) * np.where(loose, ACRONYM, JOINED)
    pair = pair_key(query, index.name_count, name)
    grouped = ByKey.of(pair)
    return ShortCuts(
        pair=grouped.keys,
        share=grouped.sum(share),
        met=grouped.sum(met),
        covered=grouped.sum(covered),
        loose=grouped.sum(share * loose),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """Names that are met in one way; arrays of one length."""

    query: Array
    name: Array
    met: Array
    covered: Array
    loose: bool


def _joined_in_list(block: Block, index: NameIndex, columns: "_Columns") -> _Found | None:
    """Two or three words of the query that the list writes as one; None where it has none."""
    facts = block.vocabulary.facts
    content, little = facts.is_content.values[block.number], facts.little.values[block.number]
    joins = content | little
    neighbours = joins[:-1] & joins[1:] & (block.query[:-1] == block.query[1:])
    two = where_true(neighbours)
    three = where_true(two[1:] - two[:-1] == 1)
    keys = np.concatenate([column.joined(two, three) for column in columns])
    place, word = index.words_by_key.find_each(keys)
    if not len(place):
        return None
    first = np.concatenate([two, two[three]])
    last = np.concatenate([two + 1, two[three] + 2])
    may = index.word_is_content[word] & ~index.word_counts[word]
    # What is written alike is spelled alike, too: it counts once.
    place, word = np.divmod(
        distinct(pair_key(place[may] % max(1, len(first)), len(index.word_forms), word[may])),
        len(index.word_forms),
    )
    rows, names = _having(word, index)
    place, word = place[rows], word[rows]
    before = np.concatenate([[0.0], block.weight.cumsum()])
    return _Found(
        query=block.query[first[place]],
        name=names,
        met=before[last[place] + 1] - before[first[place]],
        covered=index.arrays["word_weight"][word],
        loose=False,
    )


@dataclass(frozen=True, slots=True)
class _Column:
    """One way to spell the words of a block, as numbers (``rolling_hash``)."""

    numbers: Array
    times: Array
    """What the number of the next word is multiplied by to be joined to each."""
    less: Array
    """What is taken off then: the letter with which each ends and the next begins."""
    salt: int

    def joined(self, two: Array, three: Array) -> Array:
        """The keys of neighbouring words as one: of two, then of three, by places in ``two``."""
        first = self.numbers[two] - self.less[two]
        pairs = first + self.times[two] * self.numbers[two + 1]
        triples = first[three] + self.times[two[three]] * pairs[three + 1]
        return mix(np.concatenate([pairs, triples]), self.salt)


_Columns = tuple[_Column, _Column]


def _columns(block: Block) -> _Columns:
    """The words as they are written, and by their skeletons, which ``keys.joined_skeleton`` joins
    at the letter that two have in common.
    """
    facts, number = block.vocabulary.facts, block.number
    written, power = facts.written_power.values[number], facts.spelled_power.values[number]
    begin, end = facts.spelled_first.values[number], facts.spelled_last.values[number]
    fused = np.zeros(len(end), dtype=np.bool_)
    np.equal(end[:-1], begin[1:], out=fused[:-1])
    return (
        _Column(facts.written.values[number], written, np.zeros_like(written), WRITTEN),
        _Column(
            facts.spelled.values[number],
            np.where(fused, power * ONE_BACK, power),
            np.where(fused, power * end, np.uint64(0)),
            SPELLED,
        ),
    )


def _joined_in_query(block: Block, index: NameIndex, columns: _Columns) -> _Found | None:
    """A word of the query that the list writes as two; None where it has none."""
    words = where_true(block.vocabulary.facts.joins.values[block.number])
    keys = [mix(column.numbers[words], column.salt) for column in columns]
    place, name, covered = index.find_joined(np.concatenate(keys))
    if not len(place):
        return None
    # What is written alike is spelled alike, too: it counts once.
    pair = pair_key(place % max(1, len(words)), index.name_count, name)
    order = np.lexsort((covered, pair))
    pair, covered = pair[order], covered[order]
    once = begins(pair)
    once[1:] |= covered[1:] != covered[:-1]
    place, name = np.divmod(pair[once], index.name_count)
    place, covered = words[place], covered[once]
    return _Found(block.query[place], name, block.weight[place], covered, loose=False)


def _letters_in_query(block: Block, index: NameIndex) -> _Found | None:
    """A word of the query whose letters the words of a listed name may begin with; None where
    there is none.
    """
    letters = block.vocabulary.facts.letters.values[block.number]
    words = where_true(letters >= 0)
    groups, spelled, information = _spelled_out(block)
    keys = np.concatenate([letters[words], spelled]).astype(np.uint32)
    place, name, covered = index.find_acronyms(keys)
    if not len(place):
        return None
    query = np.concatenate([block.query[words], groups])
    met = np.concatenate([block.weight[words], information])
    return _Found(query[place], name, met[place], covered, loose=True)


def _spelled_out(block: Block) -> tuple[Array, Array, Array]:
    """Several groups of letters that are one word of letters together: ``SKB VT``, ``I B M``.

    Returns:
        Queries that have such, the key of the letters, and the information in the groups.
    """
    facts, count = block.vocabulary.facts, len(block.queries)
    short = facts.short.values[block.number]
    groups, letters = (np.bincount(block.query, each, count) for each in (short > 0, short))
    may = (groups > 1) & (letters >= SHORTEST_ACRONYM) & (letters <= LONGEST_ACRONYM)
    query = where_true(may)
    if not len(query):
        return query, query, np.zeros(0)
    places = where_true((short > 0) & may[block.query])
    spelled = b"".join([facts.forms[number] for number in block.number[places].tolist()])
    edges = [0, *np.cumsum(letters[query].astype(np.int64)).tolist()]
    keys = hashed_all("a", [spelled[start:end] for start, end in pairwise(edges)])
    information = np.bincount(block.query[places], block.weight[places], count)[query]
    return query, np.array(keys, dtype=np.int64), information


def _letters_in_list(block: Block, index: NameIndex) -> _Found | None:
    """A listed word whose letters words of the query begin with; None where there is none."""
    facts = block.vocabulary.facts
    words = where_true(facts.is_content.values[block.number])
    parts = facts.parts.values[block.number[words]]
    letters = facts.initials.values[spread(facts.part.values[block.number[words]], parts)]
    begins = np.zeros(len(letters), dtype=np.bool_)
    begins[parts.cumsum() - parts] = True
    weight = np.zeros(len(letters))
    weight[begins] = block.weight[words]
    owner = block.query[words].repeat(parts)
    found = runs("i", letters, owner, begins, weight)
    place, word = index.words_by_key.find_each(found.key)
    if not len(place):
        return None
    whole, first, count = letters.tobytes(), found.first[place], found.count[place]
    same = [
        form == whole[start:end]
        for form, start, end in zip(
            index.word_forms.pick(word), first.tolist(), (first + count).tolist(), strict=True
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
    rows, place = explode(at[words], at[words + 1] - at[words])
    return rows, index.arrays["posting"][place]
