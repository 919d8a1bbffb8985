"""Listed names as whole strings, folded within their own script: what is searched for in texts
letter by letter.

Names of scripts with spaces are kept as the hashes of their words, and found by the pair of
neighbouring words that fewest names have; names of scripts without spaces as strings.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated
from zlib import crc32

import numpy as np

from matcher.columnar.arrays import Array, Lookup, Strings
from matcher.columnar.rolling_hash import BASE
from matcher.index.name_parts import parts, turned
from matcher.index.near_tokens import NearArrays, NearTokens, near_arrays
from matcher.lexicon.folding import has_unspaced, tokens
from matcher.lexicon.keys import hashed_all
from matcher.lexicon.tables import Role
from matcher.names.surrounding_cues import cues
from matcher.names.term_weights import COMMON, RARE, Language
from matcher.names.word import Name, Word

# What a number tells, as much as a common word: it stands in many texts. A choice.
NUMBER = 0.2
# Letters of a name's only word that may stand for all of it.
SHORTEST_ALONE = 3
_BASE = np.uint64(BASE)
# What many parties' names begin and end with.
_OF_ANY = frozenset({Role.LEGAL, Role.TRADE, Role.STOP})
_BRACKETED = re.compile(r"[(\[（【][^()\[\]（）【】]*[)\]）】]")
_PRIVATE_MILITARY_COMPANY = "MIL"
_HYPHENS = ("-", "\u2010", "\u2011")
# What stands for the second word of a name of one word.
ALONE = np.array([1], dtype=np.uint64)


def token_hash(form: str) -> int:
    """64 bits for a folded word.

    Of the letters from both ends: two sums of the same letters with another beginning differ by
    what the length alone decides, so they would be 32 bits twice.
    """
    data = form.encode()
    return crc32(data) | crc32(data[::-1]) << 32


def pair_keys(left: Array, right: Array) -> Array:
    """32 bits for each pair of neighbouring words, by their hashes."""
    mixed = left * _BASE + right
    mixed ^= mixed >> np.uint64(29)
    found: Array = ((mixed * _BASE) >> np.uint64(32)).astype(np.uint32)
    return found


class WholeNameArrays(NearArrays):
    """What is kept of whole names, a row for each; with the type of each array."""

    whole_name: Annotated[Array, "i4"]
    whole_information: Annotated[Array, "f4"]
    whole_part: Annotated[Array, "?"]
    whole_bare: Annotated[Array, "?"]
    whole_formless: Annotated[Array, "?"]
    whole_exonym: Annotated[Array, "?"]
    whole_pair_at: Annotated[Array, "u2"]
    whole_token: Annotated[Array, "u8"]
    whole_token_at: Annotated[Array, "i8"]
    whole_key: Annotated[Array, "u4"]
    """Of the pair of words that a row is found by, sorted; and the row of each."""
    whole_key_row: Annotated[Array, "i4"]
    unspaced: Annotated[Array, "u1"]
    """Folded names in scripts without spaces, and the row of each."""
    unspaced_at: Annotated[Array, "i8"]
    unspaced_row: Annotated[Array, "i4"]


@dataclass(frozen=True)
class WholeNames:
    """Whole names by their words; arrays with a row for each distinct folded name of an entity."""

    arrays: WholeNameArrays

    @cached_property
    def by_pair(self) -> Lookup:
        """Rows by their rarest pair of neighbouring words."""
        return Lookup(self.arrays["whole_key"], self.arrays["whole_key_row"])

    @cached_property
    def near(self) -> NearTokens:
        """Their longer words, to be found with a slip."""
        return NearTokens(self.arrays)

    @cached_property
    def distinct_tokens(self) -> Array:
        """The hashes of their words, each once, rising."""
        return np.unique(self.token)

    @property
    def name(self) -> Array:
        """For each row a listed name of these letters."""
        return self.arrays["whole_name"]

    @property
    def information(self) -> Array:
        """For each row how much its words tell by ordinary language, about 1 for a rare one."""
        return self.arrays["whole_information"]

    @property
    def is_part(self) -> Array:
        """For each row whether it is only a part of what was published: *New Technologies* of
        *BSVT - New Technologies*.
        """
        return self.arrays["whole_part"]

    @property
    def is_formless(self) -> Array:
        """For each row whether it is a listed name as texts shorten it, which no list has."""
        return self.arrays["whole_formless"]

    @property
    def is_exonym(self) -> Array:
        """For each row whether it is what other languages call the party (``known_as``)."""
        return self.arrays["whole_exonym"]

    @property
    def is_bare(self) -> Array:
        """For each row whether it is a listed name's own words alone: *Abu Sayyaf* of *Abu Sayyaf
        Group*.
        """
        return self.arrays["whole_bare"]

    @property
    def pair_at(self) -> Array:
        """For each row which of its words begins the pair that it is found by."""
        return self.arrays["whole_pair_at"]

    @property
    def token(self) -> Array:
        """The hashes of all rows' words, one row after the other."""
        return self.arrays["whole_token"]

    @property
    def token_at(self) -> Array:
        """Where each row's words begin among them."""
        return self.arrays["whole_token_at"]

    @cached_property
    def unspaced(self) -> Mapping[str, tuple[tuple[str, int], ...]]:
        """Names in scripts without spaces, by their first two characters: folded, and the row."""
        texts = Strings(self.arrays["unspaced_at"], self.arrays["unspaced"])
        found: dict[str, list[tuple[str, int]]] = {}
        for number, row in enumerate(self.arrays["unspaced_row"].tolist()):
            text = texts[number]
            found.setdefault(text[:2], []).append((text, row))
        return {head: tuple(names) for head, names in found.items()}

    @cached_property
    def unspaced_heads(self) -> Array:
        """The first two characters of these (``pairs_of``), each pair once, rising."""
        return np.unique(np.concatenate([pairs_of(""), *map(pairs_of, self.unspaced)]))


def pairs_of(text: str) -> Array:
    """A number for every two characters of a text that stand side by side."""
    signs = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    signs = signs.astype(np.uint64)
    pairs: Array = (signs[:-1] << np.uint64(32)) | signs[1:]
    return pairs


@dataclass(frozen=True, slots=True)
class Whole:
    """A listed name to be found whole."""

    name: int
    """The number of the listed name that it is a spelling of."""
    forms: tuple[str, ...]
    """Its folded words."""
    unspaced: bool
    part: bool
    """Whether it is only a part of what was published."""
    words: Sequence[Word]
    """The same name taken apart."""
    formless: bool = False
    """Whether it is the name as texts shorten it."""
    bare: bool = False
    """Whether its own words alone are left."""
    exonym: bool = False
    """Whether it is what another language calls the party."""


def spellings(name: Name) -> Iterator[tuple[tuple[str, ...], bool, bool]]:
    """The folded words of a name, whether it is in a script without spaces, and whether it is only
    a part of what was published; what stands in brackets may be left out.
    """
    bare = _BRACKETED.sub(" ", name.text)
    words = " ".join(name.text[word.start : word.end] for word in name.words)
    whole = {folded(name.text), folded(bare)}
    for text in dict.fromkeys((name.text, bare, words)):
        forms = folded(text)
        if forms:
            yield forms, has_unspaced(text) is not None, forms not in whole


def shortened(name: Name) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The folded words of a name as texts shorten it, and whether its own words alone are left.

    Left out are the legal form before or behind it, or both; what stands behind one inside it; all
    words at its ends that say what the party does, or some; two may change places (``name_parts``).
    """
    text = name.text
    bracketed = [met.span() for met in _BRACKETED.finditer(text)]
    words = [
        word
        for word in name.words
        if not any(start <= word.start < end for start, end in bracketed)
    ]
    legal = [place for place, word in enumerate(words) if _is_form(word, text)]
    first = next((place for place in range(len(words)) if place not in legal), len(words))
    last = next((place for place in reversed(range(len(words))) if place not in legal), -1)
    inner = next((place for place in legal if first < place < last), last + 1)
    seen = {folded(text), folded(_BRACKETED.sub(" ", text))}
    own = [place for place, word in enumerate(words) if word.role not in _OF_ANY]
    cuts = [(first, len(words)), (0, last + 1), (first, last + 1)]
    if inner - first > 1 and any(first <= place < inner for place in own):
        cuts.append((first, inner))
    # One word is a town's or somebody else's as often.
    bare = [(own[0], own[-1] + 1)] if len(own) > 1 else []
    for cut in (*cuts, *bare, *parts(words, text)):
        some = words[slice(*cut)]
        if some and any(word.is_content for word in some):
            forms = folded(text[some[0].start : some[-1].end])
            if forms and forms not in seen:
                seen.add(forms)
                yield forms, cut not in cuts
    other_way = turned([word for word in words if not _is_form(word, text)])
    forms = tuple(form for word in other_way for form in folded(text[word.start : word.end]))
    if forms and forms not in seen:
        yield forms, True


def without_forms(name: Name) -> tuple[str, ...]:
    """The folded words of a name without the legal forms before and behind it."""
    rest = [word for word in name.words if not _is_form(word, name.text)]
    forms = folded(name.text[rest[0].start : rest[-1].end]) if rest else ()
    legal = [word for word in name.words if _is_form(word, name.text)]
    left_out = sum(len(folded(name.text[word.start : word.end])) for word in legal)
    # *Islamic State – West Africa* is more than its first part.
    return forms if len(folded(_BRACKETED.sub(" ", name.text))) <= len(forms) + left_out else ()


def _is_form(word: Word, text: str) -> bool:
    """Whether a word is a legal form that texts leave out; *ISIS-SP* is not *ISIS*, *Gazprom PMC*
    not *Gazprom*.
    """
    if word.role is not Role.LEGAL or word.concept == _PRIVATE_MILITARY_COMPANY:
        return False
    return text[max(0, word.start - 1) : word.start] not in _HYPHENS


def only_word(name: Name) -> Word | None:
    """The one word of a name that is its own, where it is no place and not all of the name: *VTB*
    of *VTB Bank*.
    """
    own = [word for word in name.words if word.role not in _OF_ANY]
    if len(own) != 1 or own[0].role is not Role.WORD or len(own[0].form) < SHORTEST_ALONE:
        return None
    others = any(word.is_content for word in name.words if word is not own[0])
    return own[0] if others and own[0].form not in cues().towns else None


def folded(text: str) -> tuple[str, ...]:
    """The folded words of a text."""
    return tuple(token.form for token in tokens(text))


def whole_name_arrays(wholes: Iterable[Whole], language: Language) -> WholeNameArrays:
    """The arrays of ``WholeNames``."""
    every = list(wholes)
    spaced = [one for one in every if not one.unspaced]
    unspaced = [one for one in every if one.unspaced]
    rows = [*spaced, *unspaced]
    hashes = [np.array([token_hash(form) for form in one.forms], dtype=np.uint64) for one in spaced]
    places, keys = _rarest_pairs(hashes)
    lookup = Lookup.of(keys, list(range(len(spaced))))
    texts = Strings.of(["".join(one.forms) for one in unspaced])
    lengths = [len(each) for each in hashes] + [0] * len(unspaced)
    return {
        **near_arrays(form for one in spaced for form in one.forms),
        "whole_name": np.array([one.name for one in rows], dtype=np.int32),
        "whole_information": np.array(
            [information(one.words, language) for one in rows], dtype=np.float32
        ),
        "whole_part": np.array([one.part for one in rows], dtype=np.bool_),
        "whole_bare": np.array([one.bare for one in rows], dtype=np.bool_),
        "whole_exonym": np.array([one.exonym for one in rows], dtype=np.bool_),
        "whole_formless": np.array([one.formless for one in rows], dtype=np.bool_),
        "whole_pair_at": np.array([*places, *[0] * len(unspaced)], dtype=np.uint16),
        "whole_token": np.concatenate([*hashes, np.zeros(0, dtype=np.uint64)]),
        "whole_token_at": np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64),
        "whole_key": lookup.hashes,
        "whole_key_row": lookup.values,
        "unspaced": texts.data,
        "unspaced_at": texts.offsets,
        "unspaced_row": np.arange(len(spaced), len(rows), dtype=np.int32),
    }


def information(words: Sequence[Word], language: Language) -> float:
    """How much a name's words tell by ordinary language alone: the sum, over words that are
    neither legal forms nor stopwords, of what each is rarer than the commonest ones, in [0, 1].
    A number stands in many texts: it tells ``NUMBER``.
    """
    return sum(
        NUMBER
        if word.role is Role.NUMBER
        else min(1.0, max(0.0, (COMMON - language.zipf_of(part)) / (COMMON - RARE)))
        for word in words
        if word.is_content
        for part in word.form.split(" ")
    )


def told_by_parts(words: Sequence[Word], language: Language) -> list[tuple[float, ...]]:
    """What ``information`` adds up of each of many words, worked out for all at once."""
    parts = [word.form.split(" ") if word.is_content else [] for word in words]
    hashes = hashed_all("w", [part.encode() for some in parts for part in some])
    zipf = language.zipf_of_all(np.array(hashes, dtype=np.uint32))
    told = iter(np.clip((COMMON - zipf) / (COMMON - RARE), 0.0, 1.0).tolist())
    found = [tuple(next(told) for _ in some) for some in parts]
    return [
        (NUMBER,) * len(some) if word.role is Role.NUMBER else some
        for word, some in zip(words, found, strict=True)
    ]


def _rarest_pairs(hashes: Sequence[Array]) -> tuple[list[int], list[int]]:
    """For each name where the pair begins that fewest names have, and its key."""
    keys = [
        pair_keys(each[:-1], each[1:]) if len(each) > 1 else pair_keys(each, ALONE)
        for each in hashes
    ]
    common = Counter(key for each in keys for key in each.tolist())
    places = [min(range(len(each)), key=lambda i: common[int(each[i])]) for each in keys]
    return places, [int(each[place]) for each, place in zip(keys, places, strict=True)]
