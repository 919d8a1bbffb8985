"""The distinct words of running texts, folded, each with the listed words that it may be meant for:
with a slip, in another case or in another language's letters.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matcher.columnar.arrays import Array, spread, where_true
from matcher.columnar.grouping import is_among
from matcher.columnar.growable import Column, Numbers
from matcher.index.near_tokens import may_be_near
from matcher.index.whole_names import WholeNames, token_hash
from matcher.lexicon.case_endings import first_cases
from matcher.lexicon.folding import fold, has_unspaced
from matcher.lexicon.scripts import APOSTROPHES, BROKEN, is_cyrillic, latin
from matcher.names.term_weights import RARE, Language

# Distinct words whose folded forms are kept.
REMEMBERED = 200_000
# Letters that Arabic and Hebrew write onto the front of a word: and, in, for, as; the article.
PREFIX = re.compile(r"(?:[وف]?(?:لل|[بك]?ال|[بلك])|[وف])(?=[\u0620-\u06ff]{2})")
HEBREW_PREFIX = re.compile(
    r"[\u05d5\u05d1\u05dc\u05de\u05d4\u05e9\u05db]{1,2}(?=[\u05d0-\u05ea]{3})"
)
_BROKEN = re.compile(BROKEN)
# What follows an apostrophe hangs on the name: a possessive, a Turkish or Finnish case.
SUFFIX = re.compile(rf"[{APOSTROPHES}][^\W\d_]{{1,5}}$")
# Little words of French and Italian that lose their vowel before a name: *l'OFAC*, *dell'IRGC*.
_ELIDED = re.compile(
    rf"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|un|(?:d|n|s)?all|dell|nell|dall|sull|coll|quest)"
    rf"[{APOSTROPHES}](?=[^\W\d_]{{2}})",
    re.IGNORECASE,
)
# Letters of a script without capitals that a text writes onto a Latin name: *وJOZA*, *ከVATO*.
_OTHERS = "\u0530-\u06ff\u0900-\u0dff\u10a0-\u10ff\u1200-\u139f"
_GLUED_BEFORE = re.compile(rf"[{_OTHERS}]{{1,6}}(?=[A-Za-z0-9])")
_GLUED_AFTER = re.compile(rf"(?<=[A-Za-z0-9])[{_OTHERS}]{{1,6}}$")
# Small letters of an ending right behind capitals (*NAFTANga*, *ЦНИИХМа*), and so many letters
# before them; figures behind a word (*Sepah34*), and so many letters of that.
_LONGEST_ENDING, _LEAST_CAPITALS = 5, 4
_FIGURES = re.compile(r"(?<=[^\W\d_]{5})\d{1,4}$")
# In Chinese and Japanese figures stand right behind a name that ends with its form: *JSC30%*.
_FORM_AND_FIGURES = re.compile(
    r"(?:JSC|PJSC|OJSC|CJSC|LLC|LLP|Ltd|LTD|Inc|INC|Co|CO|Corp|CORP|PLC|Plc|GmbH|GMBH|AG|SA|Bhd|BHD"
    r"|OOO|OAO|ZAO|PAO|AO|FZE|FZC|FZCO|DMCC|SAL|Bank|BANK)(?=(\d{1,4})$)"
)


class FoldedWords:
    """The distinct words of running texts as hashes of their folded forms, each worked out once."""

    def __init__(self, names: WholeNames, language: Language) -> None:
        self._names, self._language = names, language
        self._forget()

    def _forget(self) -> None:
        self._numbers = Numbers()
        self._whole, self._ended = Column(np.uint64), Column(np.uint64)
        self._begun = Column(np.uint64)
        self._head, self._tail = Column(np.int32), Column(np.int32)
        self._length = Column(np.int32)
        self._near_first, self._near_count = Column(np.int64), Column(np.int32)
        self._near, self._near_is_right = Column(np.uint64), Column(np.bool_)
        self._dotted = Column(np.bool_)
        self._numbering, self._of_stretches = object(), np.zeros(0, dtype=np.int64)

    def make_room(self) -> None:
        """Forget all words if there are too many; called where no text is in use, since a text
        knows its words by their numbers.
        """
        if len(self._numbers) > REMEMBERED:
            self._forget()

    def numbers(self, raws: Sequence[str]) -> Array:
        """The numbers by which ``of`` and ``dotted`` know words."""
        number = self._numbers.of(raws)
        new = self._numbers.new()
        if new:
            self._add(new)
        return number

    def numbers_of(self, raws: Sequence[str], stretches: Array, numbering: object) -> Array:
        """The same of a text's stretches of letters; each is looked up once.

        Args:
            raws: the stretches.
            stretches: their numbers, the same for the same letters.
            numbering: another object where they are other numbers.
        """
        if numbering is not self._numbering:
            self._numbering, self._of_stretches = numbering, np.zeros(0, dtype=np.int64)
        known, count = self._of_stretches, int(stretches.max(initial=-1)) + 1
        if count > len(known):
            self._of_stretches = np.full(max(count, 2 * len(known)), -1)
            self._of_stretches[: len(known)] = known
        number: Array = self._of_stretches[stretches]
        new = where_true(number < 0)
        if len(new):
            number[new] = self.numbers([raws[place] for place in new.tolist()])
            self._of_stretches[stretches[new]] = number[new]
        return number

    def dotted(self, number: Array) -> Array:
        """Which places of some words have letters with full stops between them (``S.A.L.``)."""
        return where_true(self._dotted.values[number])

    def of(self, number: Array) -> "Folded":
        """The words, each with what it is without a suffix and without a prefix."""
        near_place, near, right = self._near_of(number)
        return Folded(
            whole=self._whole.values[number],
            ended=self._ended.values[number],
            begun=self._begun.values[number],
            head=self._head.values[number],
            tail=self._tail.values[number],
            length=self._length.values[number],
            near_place=near_place,
            near=near,
            near_is_right=right,
        )

    def _near_of(self, number: Array) -> tuple[Array, Array, Array]:
        count = self._near_count.values[number]
        place = np.arange(len(number)).repeat(count)
        found = spread(self._near_first.values[number], count)
        return place, self._near.values[found], self._near_is_right.values[found]

    def _add(self, raws: Sequence[str]) -> None:
        raws, written = [mended(raw) for raw in raws], raws
        rows = [_folded(raw, self._is_listed) for raw in raws]
        if raws != written:
            more = (len(there) - len(raw) for raw, there in zip(raws, written, strict=True))
            rows = [_as_written(*each) for each in zip(rows, more, strict=True)]
        self._dotted.extend(["." in raw for raw in raws])
        whole, ended, begun, *lengths = zip(*rows, strict=True)
        hashes = (self._whole, whole), (self._ended, ended), (self._begun, begun)
        for column, values in hashes:
            # Of large and small numbers together numpy would make floats.
            column.extend(np.array(values, dtype=np.uint64))
        for column, values in zip((self._head, self._tail, self._length), lengths, strict=True):
            column.extend(values)
        self._add_near(raws, np.array(whole, dtype=np.uint64))

    def _is_listed(self, token: int) -> bool:
        listed = self._names.distinct_tokens
        place = int(listed.searchsorted(np.uint64(token)))
        return place < len(listed) and int(listed[place]) == token

    def _add_near(self, raws: Sequence[str], whole: Array) -> None:
        """Listed words that unknown ones may be meant for: neither listed nor everyday words."""
        everyday, listed = self._language.everyday.hashes, self._names.distinct_tokens
        known = is_among(everyday, whole)
        unknown = {place: fold(raws[place]) for place in where_true(~known).tolist()}
        wanted = {
            place: form
            for place, form in unknown.items()
            if may_be_near(form) and not has_unspaced(form)
        }
        own = is_among(listed, whole)
        slips = {
            place: form
            for place, form in wanted.items()
            if not own[place] and self._language.zipf_of(form) == RARE
        }
        places = list(slips)
        # A short text has few new words, and mostly none like these.
        found = self._names.near.find(list(slips.values())) if slips else []
        kept = {(places[place], token_hash(form)): False for place, form in found}
        capitals = {place: form for place, form in wanted.items() if _is_capitalised(raws[place])}
        kept |= dict.fromkeys(self._respelt(capitals), True)
        ranked = sorted(kept)
        owner = np.array([place for place, _ in ranked], dtype=np.int64)
        count = np.bincount(owner, minlength=len(raws))
        self._near_first.extend(len(self._near) + count.cumsum() - count)
        self._near_count.extend(count)
        self._near.extend(np.array([each for _, each in ranked], dtype=np.uint64))
        self._near_is_right.extend(np.array([kept[one] for one in ranked], dtype=np.bool_))

    def _respelt(self, words: Mapping[int, str]) -> list[tuple[int, int]]:
        """The listed words that unknown ones are in another case or another language's letters,
        by the places of these.
        """
        read = [
            (place, one)
            for place, form in words.items()
            if self._language.zipf_of(form) == RARE
            for one in (form, *first_cases(form))
        ]
        if not read:
            return []
        # *Frégates* is no case of *Fregat*, but of a word of its language.
        everyday = self._language.everyday.hashes
        hashes = np.array([token_hash(form) for _, form in read], dtype=np.uint64)
        usual = {read[at][0] for at in where_true(is_among(everyday, hashes)).tolist()}
        read = [(place, form) for place, form in read if place not in usual]
        # Of another script the list may have the word in Latin letters alone.
        read += [(place, latin(form)) for place, form in read if is_cyrillic(form)]
        hashes = np.array([token_hash(form) for _, form in read], dtype=np.uint64)
        exact = is_among(self._names.distinct_tokens, hashes)
        found = [(read[at][0], int(hashes[at])) for at in where_true(exact).tolist()]
        spelt = self._names.near.find_spelt([form for _, form in read])
        found += [(read[at][0], token_hash(form)) for at, form in spelt]
        return [(place, each) for place, each in found if each != token_hash(words[place])]


def _is_capitalised(raw: str) -> bool:
    return raw[0].isupper() and raw.isalpha()


def _before_its_ending(raw: str) -> int:
    """Letters before the small ones that end a word in capitals; all where none do."""
    length = len(raw)
    if not (raw[:1].isupper() and raw[-1:].islower()):
        return length
    head = next(
        (
            at
            for at in range(length, max(0, length - _LONGEST_ENDING) - 1, -1)
            if raw[at - 1].isupper()
        ),
        0,
    )
    return head if head >= _LEAST_CAPITALS and raw[head - 2 : head].isupper() else length


def mended(raw: str) -> str:
    """A word that a line's end breaks, without the break: ``Ru-`` and ``ssian`` below it."""
    return _BROKEN.sub("", raw) if "\n" in raw else raw


def _as_written(
    row: tuple[int, int, int, int, int, int], more: int
) -> tuple[int, int, int, int, int, int]:
    """A word's row where the text has more characters of it: a hyphen and a line's end."""
    whole, ended, begun, head, tail, length = row
    return whole, ended, begun, head, tail + more, length + more


def _folded(raw: str, is_listed: Callable[[int], bool]) -> tuple[int, int, int, int, int, int]:
    """A word's hashes whole, without its suffix and without its prefix; the letters of the prefix,
    those before the suffix, and all.
    """
    form, length = fold(raw), len(raw)
    whole = token_hash(form) if form else 0
    ended, tail = 0, length
    if raw.isalpha():
        if raw.isascii() and (raw.islower() or raw.istitle() or raw.isupper()):
            # The common case.
            return whole, 0, 0, 0, length, length
        tail = _before_its_ending(raw)
        if tail < length:
            ended = token_hash(fold(raw[:tail]))
        if raw.isascii():
            return whole, ended, 0, 0, tail, length
    suffix = SUFFIX.search(raw) or _GLUED_AFTER.search(raw)
    if suffix is None and raw[:1].isupper():
        suffix = _FIGURES.search(raw)
    formed = _FORM_AND_FIGURES.match(raw) if suffix is None else None
    if suffix or formed:
        tail = suffix.start() if suffix else formed.end() if formed else length
        ended = token_hash(fold(raw[:tail]))
    elided = _ELIDED.match(raw)
    if elided:
        return whole, ended, token_hash(fold(raw[elided.end() :])), elided.end(), tail, length
    glued = _GLUED_BEFORE.match(raw)
    if glued:
        return whole, ended, token_hash(fold(raw[glued.end() :])), glued.end(), tail, length
    heads = _without_prefix(form)
    if not heads:
        return whole, ended, 0, 0, tail, length
    head = next((head for head in heads if is_listed(token_hash(head))), heads[0])
    return whole, ended, token_hash(head), max(0, length - len(head)), tail, length


def _without_prefix(form: str) -> list[str]:
    """What an Arabic or Hebrew word may be without the letters written onto its front."""
    prefix = PREFIX.match(form) or HEBREW_PREFIX.match(form)
    if not prefix:
        return []
    head = form[prefix.end() :]
    if prefix[0].endswith(("لل", "ال")) and len(prefix[0]) > len("ال"):
        # The article may be the name's own.
        head = "ال" + head
    # ``وبوكو``: the second letter may be the name's.
    return [head, form[1:]] if len(prefix[0]) > 1 and form[0] in "وف" else [head]


@dataclass(frozen=True, slots=True)
class Folded:
    """Words of a text in a row; arrays of one length. A hash of 0 is none."""

    whole: Array
    ended: Array
    """Without a suffix."""
    begun: Array
    """Without a prefix."""
    head: Array
    """Letters of the prefix."""
    tail: Array
    """Letters before the suffix."""
    length: Array
    near_place: Array
    """Words that may be meant for listed ones; one for each of these."""
    near: Array
    """The listed word."""
    near_is_right: Array
    """Whether that is the same word in other letters or another case."""
