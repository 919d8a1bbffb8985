"""The arrays of an index: what each holds, and of which type it is."""

from collections.abc import Mapping
from typing import Annotated, Any, TypedDict, cast, get_args, get_type_hints

import numpy as np

from matcher.columnar.arrays import Array
from matcher.identifiers.registry import RegisterArrays
from matcher.index.branded import BrandArrays
from matcher.index.common_words import CommonWordArrays
from matcher.index.whole_names import WholeNameArrays
from matcher.particulars.listed import ParticularArrays


class NativeNameArrays(TypedDict):
    """What is kept of names that texts in other scripts are searched for (``native_names``)."""

    native_word: Annotated[Array, "u1"]
    """Skeletons, each the rarest that some names need, and where each begins."""
    native_word_at: Annotated[Array, "i8"]
    native_name: Annotated[Array, "i4"]
    """The names that need each, and where those of each begin."""
    native_name_at: Annotated[Array, "i8"]
    native_wanted: Annotated[Array, "u1"]
    """All that names need, and all trade words besides, and where each begins."""
    native_wanted_at: Annotated[Array, "i8"]


class LoanNameArrays(TypedDict):
    """What is kept of names that they may write by their sound (``loan_names``)."""

    loan_name: Annotated[Array, "i4"]


class IndexArrays(
    RegisterArrays,
    ParticularArrays,
    WholeNameArrays,
    CommonWordArrays,
    BrandArrays,
    NativeNameArrays,
    LoanNameArrays,
):
    """By their names on disk. What is called ``…_at`` says where each one's part begins in the
    array of the same name, and where the last one's ends.
    """

    word_form: Annotated[Array, "u1"]
    """For each distinct word what ``comparison.word_table.Spelled`` says of it."""
    word_form_at: Annotated[Array, "i8"]
    word_skeletons: Annotated[Array, "u1"]
    word_skeletons_at: Annotated[Array, "i8"]
    word_form_number: Annotated[Array, "u8"]
    word_skeleton: Annotated[Array, "u8"]
    word_stem: Annotated[Array, "u8"]
    word_coarse: Annotated[Array, "u8"]
    word_readings: Annotated[Array, "u8"]
    word_value: Annotated[Array, "u8"]
    word_concept: Annotated[Array, "i4"]
    word_families: Annotated[Array, "i1"]
    word_trade: Annotated[Array, "i2"]
    word_means: Annotated[Array, "i2"]
    word_role: Annotated[Array, "u1"]
    word_digits: Annotated[Array, "?"]
    word_letters: Annotated[Array, "?"]
    word_consonantal: Annotated[Array, "?"]
    word_weight: Annotated[Array, "f4"]
    """The information in it, in (0, 1]."""
    key_hash: Annotated[Array, "u4"]
    """Words by their blocking keys, sorted by key."""
    key_word: Annotated[Array, "i4"]
    posting: Annotated[Array, "i4"]
    """The names that have each word."""
    posting_at: Annotated[Array, "i8"]
    acronym_hash: Annotated[Array, "u4"]
    """Names by the acronyms that can be made of them, and the information in the words they are
    made of."""
    acronym_name: Annotated[Array, "i4"]
    acronym_weight: Annotated[Array, "f4"]
    joined_hash: Annotated[Array, "u4"]
    """Names by two or three neighbouring words written as one, and the information in these."""
    joined_name: Annotated[Array, "i4"]
    joined_weight: Annotated[Array, "f4"]
    bag_hash: Annotated[Array, "u4"]
    """Names by their words in no order."""
    bag_name: Annotated[Array, "i4"]
    beginning_hash: Annotated[Array, "u4"]
    """Names by their letters, all or the first."""
    beginning_name: Annotated[Array, "i4"]
    sense_hash: Annotated[Array, "u4"]
    """Names by the senses of their telling words."""
    sense_name: Annotated[Array, "i4"]
    name_text: Annotated[Array, "u1"]
    """As published."""
    name_text_at: Annotated[Array, "i8"]
    name_entity: Annotated[Array, "i4"]
    """Whose it is, rising."""
    name_kind: Annotated[Array, "u1"]
    """A place in ``NAME_KINDS``."""
    name_word: Annotated[Array, "i4"]
    """The words of all names, one name's after the other's."""
    name_word_at: Annotated[Array, "i8"]
    name_word_span: Annotated[Array, "u4"]
    """For each of these where it begins and ends in the name, in two columns."""
    name_weight: Annotated[Array, "f4"]
    """The information in all words of a name."""
    entity_id: Annotated[Array, "u1"]
    entity_id_at: Annotated[Array, "i8"]
    entity_kind: Annotated[Array, "u1"]
    """A place in ``KINDS``."""
    entity_source: Annotated[Array, "u2"]
    language_hash: Annotated[Array, "u4"]
    """How common the words of ordinary language are, as Zipf values."""
    language_zipf: Annotated[Array, "f4"]
    everyday_hash: Annotated[Array, "u8"]
    everyday_zipf: Annotated[Array, "f2"]


class PartyArrays(IndexArrays):
    """What the index of counterparties has beside (``search.reverse``)."""

    party: Annotated[Array, "i8"]
    """The counterparty's number in the register."""
    gain: Annotated[Array, "f4"]
    """The most that what a counterparty says beside its names adds to a score, in log odds."""
    by_initials: Annotated[Array, "i4"]
    """Names without the several initials that stood beside them, rising."""
    with_middle: Annotated[Array, "i4"]
    """Names that may have middle names which no list has, rising."""


def _types(of: type) -> dict[str, np.dtype[np.generic]]:
    hints = get_type_hints(of, include_extras=True)
    return {name: np.dtype(get_args(hint)[1]) for name, hint in hints.items()}


TYPES = _types(IndexArrays)


def checked(arrays: Mapping[str, Any]) -> IndexArrays:
    """The arrays of an index, which they are only if all are there in their types.

    Raises:
        KeyError: one is not there.
        ValueError: one is of another type, and would be read wrongly without a word.
    """
    for name, dtype in TYPES.items():
        if arrays[name].dtype != dtype:
            raise ValueError(f"{name} is of {arrays[name].dtype}, not of {dtype}")
    return cast(IndexArrays, arrays)
