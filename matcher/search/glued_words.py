"""Two words of a listed name that are written as one, with a slip of the pen in it: *Republic
Shipping* as *RepublicShippnig*, *Zvezda 45* as *Zvedza45*.

Two words as one are found by their letters, one word with a slip by what is left without one
letter. With both, neither finds it. So a long word that no list and no language has is cut wherever
one piece is a listed word, and read as two where the other piece is one slip away from a word that
stands beside it in a listed name.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import OSA

from matcher.columnar.arrays import Array, Strings, distinct, pair_key, spread, where_true
from matcher.columnar.grouping import explode
from matcher.columnar.rolling_hash import WRITTEN, RollingHash, mix, moved_to_the_front
from matcher.comparison.word_table import ROLES
from matcher.index.blocking_keys import AS_WRITTEN
from matcher.index.deletion_keys import typo_keys
from matcher.index.index import NameIndex
from matcher.lexicon.tables import Role
from matcher.names.parser import analyse
from matcher.names.respelt import respelt
from matcher.names.term_weights import RARE
from matcher.names.variants import NameVariant
from matcher.names.word import Name, Word
from matcher.search.finder import Finder
from matcher.search.query import AskedName, ParsedQuery

# Letters of such a word, and of either piece.
_SHORTEST, _LONGEST, _SHORTEST_PIECE = 9, 40, 3
# Letters of a word and the number glued to it.
_SHORTEST_NUMBERED = 6
# The same where one piece is a legal form or a word for what firms do, which need not stand beside
# the other on a list: of both; and of one beside a short form or another short word.
_SHORTEST_OF_TABLES, _SHORTEST_BESIDE = 5, 6
# Names that have a word, for its neighbours to be looked at one by one.
_FEW = 300
# Ways to read one word.
_MOST = 3
# Words whose pieces are looked at together: all names beside them are in memory for the time.
_AT_ONCE = 128
_NUMBERED = re.compile(r"([a-z]{5,})([0-9]{1,3})")
_WORD, _OF_TABLES = Role.WORD, (Role.LEGAL, Role.TRADE)
_LEGAL = ROLES.index(Role.LEGAL)
_ROLES_OF_TABLES = [ROLES.index(role) for role in _OF_TABLES]
_Cuts = dict[str, list[tuple[str, str]]]


def with_words_apart(block: Sequence[ParsedQuery], finder: Finder) -> list[ParsedQuery]:
    """Queries with what else they say if a long word of theirs is two.

    Args:
        block: the queries.
        finder: the listed names.
    """
    long = [
        (place, one, word)
        for place, asked in enumerate(block)
        for one in asked.names
        if one.is_whole
        for word in one.name.words
        if word[3] is _WORD and _may_be_two(word[2])
    ]
    found = list(block)
    cuts = _cuts([word for *_, word in long], finder) if long else {}
    if not cuts:
        # The common case.
        return found
    for place, one, word in long:
        text = one.name.text
        for first, second in cuts.get(word.form, ())[:_MOST]:
            apart = respelt(text, [(word.start, word.end, f"{first} {second}")])
            found[place] = found[place].with_name(AskedName(NameVariant(apart), one.alias))
    return found


def _may_be_two(form: str) -> bool:
    least = _SHORTEST_NUMBERED if form[-1].isdigit() else _SHORTEST
    return least <= len(form) <= _LONGEST


def _cuts(words: Sequence[Word], finder: Finder) -> Mapping[str, Sequence[tuple[str, str]]]:
    """How words that no list and no language has may be read as two, by their forms."""
    vocabulary = finder.vocabulary
    with vocabulary.in_use():
        numbers = vocabulary.numbers(words)
        new = where_true(~vocabulary.facts.is_word.values[numbers])
    forms = sorted({words[place].form for place in new.tolist()})
    found: _Cuts = {}
    if forms:
        words_alone = [form for form in forms if form.isalpha()]
        for start in range(0, len(words_alone), _AT_ONCE):
            _cut_by_words(words_alone[start : start + _AT_ONCE], finder.index, found)
        _cut_by_numbers(filter(None, map(_NUMBERED.fullmatch, forms)), finder.index, found)
    return found


@dataclass(frozen=True, slots=True)
class _Pieces:
    """Pieces of words that are listed words; arrays of one length."""

    form: Array
    """The word's place among those that were asked."""
    at: Array
    """Where it was cut."""
    begins: Array
    """Whether the listed word begins it."""
    word: Array
    length: Array
    """The letters of the listed word."""
    rest: Array
    """The letters that are left."""

    def of(self, place: int, forms: Sequence[str], index: NameIndex) -> "_Piece | None":
        """One of them; None where only the hashes are the same."""
        form, begins, word = (
            forms[int(self.form[place])],
            bool(self.begins[place]),
            self.word[place],
        )
        piece = _Piece(form, int(self.at[place]), begins, int(word))
        return piece if index.word_forms[piece.word] == piece.cut[not begins] else None


class _Piece(NamedTuple):
    """A piece of a word that is a listed word."""

    form: str
    at: int
    begins: bool
    word: int

    @property
    def cut(self) -> tuple[str, str]:
        """Both pieces."""
        return self.form[: self.at], self.form[self.at :]

    @property
    def rest(self) -> str:
        """The piece that is to be a word with a slip."""
        return self.cut[self.begins]


def _cut_by_words(forms: Sequence[str], index: NameIndex, found: _Cuts) -> None:
    """Cut words where one piece is a listed word."""
    pieces = _pieces(forms, index)
    cut = [*_beside(pieces, forms, index)]
    beside = np.where(pieces.length > _SHORTEST_PIECE, _SHORTEST_PIECE + 1, _SHORTEST_BESIDE)
    longer = pieces.rest >= beside
    legal = index.arrays["word_role"][pieces.word] == _LEGAL
    may = where_true(longer | (legal & (pieces.rest >= _SHORTEST_BESIDE)))
    some = [one for place in may.tolist() if (one := pieces.of(place, forms, index)) is not None]
    rests = sorted({one.rest for one in some})
    near = dict(zip(rests, _one_slip_away(rests, index), strict=True))
    for one in some:
        words = near[one.rest]
        if _is_of_tables(one, words, index) or _are_beside(one, words, index):
            cut.append(one)
    for one in cut:
        cuts = found.setdefault(one.form, [])
        if one.cut not in cuts:
            cuts.append(one.cut)


def _cut_by_numbers(met: Iterator[re.Match[str]], index: NameIndex, found: _Cuts) -> None:
    """Cut words from the numbers that are glued to them."""
    numbered = [*met]
    near = _one_slip_away([one[1] for one in numbered], index)
    found.update({o[0]: [(o[1], o[2])] for o, words in zip(numbered, near, strict=True) if words})


def _pieces(forms: Sequence[str], index: NameIndex) -> _Pieces:
    """The pieces of words that are listed words."""
    hashes = RollingHash.of(Strings.of(forms))
    length = hashes.end - hashes.start
    of = np.arange(len(forms)).repeat(length)
    left = length[of] - hashes.place
    letter = where_true((hashes.place >= _SHORTEST_PIECE) & (left >= _SHORTEST_PIECE))
    of, at = of[letter], hashes.place[letter]
    head = hashes.before[letter] - hashes.before[hashes.start[of]]
    tail = hashes.before[hashes.end[of]] - hashes.before[letter]
    tail = moved_to_the_front(tail, at)
    place, word = index.words_by_key.find_each(mix(np.concatenate([head, tail]), WRITTEN))
    begins, place = place < len(letter), place % max(1, len(letter))
    own, others = at[place], length[of[place]] - at[place]
    lengths = np.where(begins, own, others), np.where(begins, others, own)
    same = where_true(index.word_forms.lengths[word] == lengths[0])
    # Where both pieces are listed words there is no slip, unless a short one is so by chance.
    cut = of[place] * (_LONGEST + 1) + own
    both = np.isin(cut, np.intersect1d(cut[same][begins[same]], cut[same][~begins[same]]))
    same = same[~both[same] | (lengths[1][same] < _SHORTEST_OF_TABLES)]
    parts = of[place], own, begins, word.astype(np.int64), *lengths
    return _Pieces(*(part[same] for part in parts))


def _beside(pieces: _Pieces, forms: Sequence[str], index: NameIndex) -> Iterator[_Piece]:
    """Those pieces beside whose word a listed name has what the rest is, but for a slip; words that
    many names have are left out.
    """
    few = index.names_of_word.counts(pieces.word) <= _FEW
    few = where_true(index.word_is_content[pieces.word] & few)
    word, step = pieces.word[few], np.where(pieces.begins[few], 1, -1)
    at, every = index.arrays["name_word_at"], index.arrays["name_word"]
    row, posting = explode(index.arrays["posting_at"][word], index.names_of_word.counts(word))
    name = index.arrays["posting"][posting]
    first, end = at[name], at[name + 1]
    owner, spot = explode(first, end - first)
    spots = where_true(every[spot] == word[row[owner]])
    owner = owner[spots]
    row, other = row[owner], spot[spots] + step[row[owner]]
    may = (other >= first[owner]) & (other < end[owner])
    row, listed = row[may], every[other[may]].astype(np.int64)
    more = index.word_forms.lengths[listed] - pieces.rest[few[row]]
    # Of a phrase the word that stands next to it is enough.
    near = (np.abs(more) <= 1) | ((more > 1) & (index.arrays["word_concept"][listed] >= 0))
    near &= index.word_is_content[listed]
    pairs = distinct(pair_key(few[row[near]], len(index.word_forms), listed[near]))
    for place, each in zip(*np.divmod(pairs, len(index.word_forms)), strict=True):
        one = pieces.of(place, forms, index)
        if one:
            parts = index.word_forms[each].split(" ")
            if OSA.distance(one.rest, parts[0 if one.begins else -1], score_cutoff=1) == 1:
                yield one


def _is_of_tables(piece: _Piece, near: Sequence[int], index: NameIndex) -> bool:
    """Whether one of the two is a legal form or a word for what firms do, which the other need not
    stand beside on a list: they are told apart by what else the name says.
    """
    roles, rest = index.arrays["word_role"], len(piece.rest)
    if roles[piece.word] == _LEGAL and near and rest >= _SHORTEST_BESIDE:
        return True
    if min(len(piece.form) - rest, rest) < _SHORTEST_OF_TABLES:
        return False
    if near and roles[piece.word] in _ROLES_OF_TABLES:
        return True
    slipped = rest >= _SHORTEST_BESIDE and index.language.zipf_of(piece.rest) <= RARE
    return slipped and _says_what_it_is(piece.rest)


@lru_cache(maxsize=1 << 14)
def _says_what_it_is(form: str) -> bool:
    """Whether a word is a legal form or a word for what firms do, be it with a slip."""
    words = analyse(form).words
    return len(words) == 1 and words[0].role in _OF_TABLES


def _one_slip_away(forms: Sequence[str], index: NameIndex) -> list[list[int]]:
    """For each of some forms the listed words that are one slip away from it."""
    found: list[list[int]] = [[] for _ in forms]
    if not forms:
        return found
    owner, key = typo_keys(Strings.of(forms), np.full(len(forms), AS_WRITTEN))
    place, word = index.words_by_key.find_each(key)
    for number, each in sorted(set(zip(owner[place].tolist(), word.tolist(), strict=True))):
        listed = index.word_forms[each]
        if OSA.distance(forms[number], listed, score_cutoff=1) == 1:
            found[number].append(each)
    return found


def _are_beside(piece: _Piece, near: Sequence[int], index: NameIndex) -> bool:
    """Whether one of some words stands in a listed name beside a word that many names have."""
    many, at, every = index.names_of_word, index.arrays["name_word_at"], index.arrays["name_word"]
    if not near or len(many[piece.word]) <= _FEW or not index.word_is_content[piece.word]:
        return False
    for other in near:
        first, second = (piece.word, other) if piece.begins else (other, piece.word)
        names = min(many[piece.word], many[other], key=len)
        spots = spread(at[names], at[names + 1] - at[names] - 1)
        if bool(((every[spots] == first) & (every[spots + 1] == second)).any()):
            return True
    return False


def names_glued_so(name: Name, book: NameIndex) -> Array:
    """Names of an index of queries that have two neighbouring words of a listed name as one, with a
    slip in it.

    Args:
        name: a listed name.
        book: the queries.
    """
    parts = [part for word in name.words for part in word.form.split(" ")]
    glued = sorted({first + second for first, second in pairwise(parts)})
    words = {
        each for near in _one_slip_away(list(filter(_may_be_two, glued)), book) for each in near
    }
    none = np.zeros(0, dtype=np.int64)
    return np.concatenate([none, *(book.names_of_word[each] for each in sorted(words))])
