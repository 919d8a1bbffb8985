"""The common words of ordinary language, and the listed words that each meets as it stands.

Most words of a text are among them, and to take one apart and look it up costs a text as much as a
hundred known ones. What does not hang on the lists is collected once for a home, as ``Everyday``
is; which listed words they meet is worked out where an index is built, and kept with it. A text
that knows them and one that looks each of them up have the same answers.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, TypedDict

import numpy as np

from matcher.columnar.arrays import (
    Array,
    Lookup,
    Strings,
    distinct,
    pair_key,
    read,
    where_true,
    write,
)
from matcher.comparison.batch_similarity import meet
from matcher.comparison.word_table import ROLES, UNLISTED, Spelled
from matcher.index.blocking_keys import exact_keys, misspelt_keys
from matcher.lexicon.keys import hashed_all
from matcher.lexicon.tables import Role
from matcher.names.parser import words_of
from matcher.names.term_weights import LANGUAGES, RARE, Language
from matcher.names.word import Word

# Listed words that are less like a word than this do not point to a name.
ALIKE_ENOUGH = 0.75
# Letters of a word whose plural may be meant: *news* is no plural.
SHORTEST_PLURAL = 5
# Zipf values from which on words are kept, of English and of other languages: what is rarer is
# looked for one or two letters off, too, which is not kept. A choice, for memory: 40,000 words, of
# which a page of English news has two thirds.
LEAST, LEAST_OF_OTHERS = RARE, 4.5
_STRINGS = ("forms", "skeletons")


class CommonWordArrays(TypedDict):
    """What is kept of common words; with the type of each array."""

    common_form: Annotated[Array, "u1"]
    """Each in small letters, one after the other, and where each begins."""
    common_form_at: Annotated[Array, "i8"]
    common_role: Annotated[Array, "u1"]
    """A place in ``ROLES``."""
    common_link: Annotated[Array, "i4"]
    """The listed words that each is like, where those of each begin, and how alike they are."""
    common_link_at: Annotated[Array, "i8"]
    common_alike: Annotated[Array, "f4"]


@dataclass(frozen=True, slots=True)
class CommonWords:
    """What of common words hangs on no list."""

    spelled: Spelled
    """The words; their concepts are numbered by ``concepts``."""
    concepts: tuple[str, ...]
    owner: Array
    """Places of words, and a key under which a listed word that one is like may be."""
    key: Array

    def save(self, folder: Path) -> None:
        """Write them to a folder."""
        arrays = {"owner": self.owner, "key": self.key}
        for one in fields(Spelled):
            value = getattr(self.spelled, one.name)
            if one.name in _STRINGS:
                arrays[f"{one.name}_at"], value = value.offsets, value.data
            arrays[one.name] = value
        write(folder, arrays, {"concepts": self.concepts})

    @classmethod
    def load(cls, folder: Path) -> "CommonWords":
        """Read what ``save`` wrote.

        Raises:
            OSError, ValueError, KeyError: the folder is not whole.
        """
        arrays, meta = read(folder)
        of: dict[str, Any] = {
            one.name: Strings(arrays[f"{one.name}_at"], arrays[one.name])
            if one.name in _STRINGS
            else arrays[one.name]
            for one in fields(Spelled)
        }
        return cls(Spelled(**of), tuple(meta["concepts"]), arrays["owner"], arrays["key"])

    @classmethod
    def of(cls, words: Sequence[Word]) -> "CommonWords":
        """Take words apart."""
        concepts = sorted({word.concept for word in words if word.concept})
        numbers = {concept: number for number, concept in enumerate(concepts)}
        owner, every = _with_numbers(words, [True] * len(words))
        found, key = exact_keys(every, Spelled.of(every, numbers), listed=False)
        return cls(Spelled.of(words, numbers), tuple(concepts), owner[found], key)


def read_common_words(language: Language) -> CommonWords:
    """Collect them from wordfreq's lists, which takes seconds.

    Args:
        language: which words are usual.
    """
    words = map(_in_any_case, dict.fromkeys(_forms()))
    one_each = [word for word in words if word is not None]
    usual = usual_words(one_each, language)
    return CommonWords.of(
        [word for word, is_usual in zip(one_each, usual, strict=True) if is_usual]
    )


def _forms() -> Iterator[str]:
    """Words of ASCII letters, those of English first."""
    from wordfreq import get_frequency_list

    for name, _ in LANGUAGES:
        wordlist, least = ("large", LEAST) if name == "en" else ("small", LEAST_OF_OTHERS)
        # In steps of a hundredth of a factor of ten, the commonest first.
        for step, forms in enumerate(get_frequency_list(name, wordlist=wordlist)):
            if 9.0 - step / 100 < least:
                break
            yield from (form for form in forms if form.isascii() and form.isalpha())


def _in_any_case(form: str) -> Word | None:
    """The word that letters are in small letters, with a capital and in capitals; None where these
    are several words, not the same (``XII``), or a number.
    """
    found = [words_of(written) for written in (form, form.capitalize(), form.upper())]
    word = found[0][0]
    whole = word.start == 0 and word.end == len(form) and word.form == form
    same = word.role is not Role.NUMBER and all(one == [word] for one in found)
    return word if whole and same else None


def usual_words(words: Sequence[Word], language: Language) -> list[bool]:
    """Whether each is a word of ordinary language, or nothing but a form or a little word."""
    hashes = hashed_all("w", [word.form.encode() for word in words])
    zipf = language.zipf_of_all(np.array(hashes, dtype=np.uint32)).tolist()
    return [value > RARE or not word.is_content for word, value in zip(words, zipf, strict=True)]


def listed_alike(
    words: Sequence[Word],
    usual: Sequence[bool],
    concepts: Mapping[str, int],
    by_key: Lookup,
    listed: Spelled,
) -> tuple[Array, Array, Array]:
    """The listed words that the words of a text may be.

    Words of ordinary language are seldom slips of the pen for others: they, their singulars and
    plurals are looked for as they stand, and only the rest one or two letters off.

    Args:
        words: of a text.
        usual: which of them are of ordinary language (``usual_words``).
        concepts: the numbers of listed words' concepts.
        by_key: listed words by their keys.
        listed: the listed words.

    Returns:
        Places in ``words``, rising, listed words, and how alike they are; of one length.
    """
    rare = where_true(~np.array(usual, dtype=np.bool_))
    owner, every = _with_numbers(words, usual)
    spelled = Spelled.of(every, concepts)
    found, key = exact_keys(every, spelled, listed=False)
    misspelt, typo = misspelt_keys(spelled, rare)
    owner, key = np.concatenate([owner[found], misspelt]), np.concatenate([key, typo])
    return _met(owner, key, spelled, by_key, listed)


def _with_numbers(words: Sequence[Word], wanted: Sequence[bool]) -> tuple[Array, list[Word]]:
    """Words, and behind them the singulars or plurals of some; which of the first each is of."""
    more = [
        (place, other)
        for place, (word, is_wanted) in enumerate(zip(words, wanted, strict=True))
        if is_wanted and (other := _other_number(word)) is not None
    ]
    of = [*range(len(words)), *(place for place, _ in more)]
    return np.array(of, dtype=np.int64), [*words, *(other for _, other in more)]


def _other_number(word: Word) -> Word | None:
    """Its singular or plural, if it may have one."""
    form = word.form
    if not word.is_content or len(form) < SHORTEST_PLURAL or not form.isalpha():
        return None
    other = form[:-1] if form.endswith("s") else form + "s"
    return word._replace(form=other, concept=None)


def _met(
    owner: Array, key: Array, spelled: Spelled, by_key: Lookup, listed: Spelled
) -> tuple[Array, Array, Array]:
    places, met = by_key.find_each(key)
    size = len(listed.forms)
    owner, met = np.divmod(distinct(pair_key(owner[places], size, met)), size)
    score = meet(spelled, owner, listed, met).score
    enough = score >= ALIKE_ENOUGH
    return owner[enough], met[enough], score[enough]


def common_word_arrays(
    common: CommonWords | None, concepts: Mapping[str, int], by_key: Lookup, listed: Spelled
) -> CommonWordArrays:
    """What is kept of common words beside the listed ones, which are given as to
    ``listed_alike``.
    """
    common = common or CommonWords.of(())
    # Behind the last stands the number of none.
    numbers = np.array([*(concepts.get(one, UNLISTED) for one in common.concepts), -1], np.int32)
    spelled = replace(common.spelled, concept=numbers[common.spelled.concept])
    owner, met, score = _met(common.owner, common.key, spelled, by_key, listed)
    count = len(spelled.forms)
    at = np.zeros(count + 1, dtype=np.int64)
    np.cumsum(np.bincount(owner, minlength=count), out=at[1:])
    return {
        "common_form": spelled.forms.data,
        "common_form_at": spelled.forms.offsets,
        "common_role": spelled.role,
        "common_link": met.astype(np.int32),
        "common_link_at": at,
        "common_alike": score.astype(np.float32),
    }


@dataclass(frozen=True)
class KnownWords:
    """The common words of an index, to be looked up one by one."""

    arrays: CommonWordArrays

    @cached_property
    def rows(self) -> dict[str, int]:
        """Their places, by their small letters."""
        forms = Strings(self.arrays["common_form_at"], self.arrays["common_form"])
        return {form.decode(): row for row, form in enumerate(forms.pick(np.arange(len(forms))))}

    @cached_property
    def roles(self) -> list[Role]:
        """What each does in a name."""
        return [ROLES[number] for number in self.arrays["common_role"].tolist()]

    def row(self, raw: str) -> int | None:
        """The place of a word as a text has it; None for what is not kept, and for what is written
        with capitals inside.
        """
        if raw.isascii() and (raw.islower() or raw.istitle() or raw.isupper()):
            return self.rows.get(raw.lower())
        return None
