"""The listed names, ready to be searched: built once for a set of snapshots, then read from disk.

Distinct words are few and repeat, so everything about a word is worked out once: its weight, the
keys under which similar words find it, and the names that have it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, cast

import numpy as np

from matcher.columnar.arrays import Array, Groups, Lookup, Strings, read, write
from matcher.comparison.word_table import ROLES, Spelled, form_bits
from matcher.identifiers.registry import Registers
from matcher.identity import engine_fingerprint
from matcher.index.index_arrays import IndexArrays, checked
from matcher.index.whole_names import WholeNames
from matcher.lexicon.everyday import Everyday
from matcher.lexicon.tables import Role
from matcher.names.term_weights import Language
from matcher.names.word import Name, Word
from matcher.particulars.listed import Particulars, read_line
from records import Kind, NameKind

KINDS = tuple(Kind)
NAME_KINDS = tuple(NameKind)


class _Views(NamedTuple):
    """What is read number by number: from an array that takes twice as long."""

    word_concept: memoryview
    word_role: memoryview
    word_consonantal: memoryview
    name_word_at: memoryview
    name_word: memoryview
    name_word_span: memoryview
    """Begin and end of each word, in a row."""
    entity_name_at: memoryview  # where each entity's names begin, and where the last one's end


@dataclass(frozen=True)
class NameIndex:
    """Listed names as arrays. A word, a name and an entity are each known by their number."""

    arrays: IndexArrays
    sources: tuple[str, ...]
    """Lists, by the number in ``entity_source``."""
    concepts: tuple[str, ...]
    """Concepts, by the number in ``word_concept``; -1 is none."""
    id_types: tuple[str, ...]
    """Types of identifiers, by the number in ``id_type``."""
    # What was asked for once; both are bounded by the lists' size.
    _words: dict[int, Word] = field(default_factory=dict, repr=False)
    _names: dict[int, Name] = field(default_factory=dict, repr=False)

    @classmethod
    def load(cls, folder: Path, of: str = "") -> "NameIndex":
        """Read an index that ``save`` wrote.

        Args:
            folder: where it is.
            of: what it has to be the index of.

        Raises:
            OSError, ValueError, KeyError: there is no whole index of this version.
        """
        arrays, meta = read(folder)
        if (meta["version"], meta["of"]) != (engine_fingerprint(), of):
            raise ValueError(f"{folder}: an index of another version, or of something else")
        return cls(
            checked(arrays),
            tuple(meta["sources"]),
            tuple(meta["concepts"]),
            tuple(meta["id_types"]),
        )

    def save(self, folder: Path, of: str = "") -> None:
        """Write the index; a reader sees it whole or not at all (``meta.json`` comes last).

        Args:
            folder: where to.
            of: a name for what it is the index of.
        """
        meta: dict[str, Any] = {
            "of": of,
            "version": engine_fingerprint(),
            "sources": self.sources,
            "concepts": self.concepts,
            "id_types": self.id_types,
        }
        write(folder, cast(Mapping[str, Array], self.arrays), meta)

    @cached_property
    def word_forms(self) -> Strings:
        """What each word reads like."""
        return Strings(self.arrays["word_form_at"], self.arrays["word_form"])

    @cached_property
    def spelled(self) -> Spelled:
        """What is compared of each word."""
        arrays = self.arrays
        return Spelled(
            forms=self.word_forms,
            skeletons=Strings(arrays["word_skeletons_at"], arrays["word_skeletons"]),
            form_number=arrays["word_form_number"],
            skeleton=arrays["word_skeleton"],
            stem=arrays["word_stem"],
            coarse=arrays["word_coarse"],
            readings=arrays["word_readings"],
            value=arrays["word_value"],
            concept=arrays["word_concept"],
            families=arrays["word_families"],
            trade=arrays["word_trade"],
            means=arrays["word_means"],
            role=arrays["word_role"],
            digits=arrays["word_digits"],
            letters=arrays["word_letters"],
            consonantal=arrays["word_consonantal"],
        )

    @cached_property
    def concept_numbers(self) -> Mapping[str, int]:
        """The number of each concept."""
        return {concept: number for number, concept in enumerate(self.concepts)}

    @cached_property
    def name_texts(self) -> Strings:
        """Each name as published."""
        return Strings(self.arrays["name_text_at"], self.arrays["name_text"])

    @cached_property
    def entity_ids(self) -> Strings:
        """Each entity's id."""
        return Strings(self.arrays["entity_id_at"], self.arrays["entity_id"])

    @cached_property
    def names_of_word(self) -> Groups:
        """The names that have a word."""
        return Groups(self.arrays["posting_at"], self.arrays["posting"])

    @cached_property
    def names_by_brand(self) -> Groups:
        """The names whose brand a word may be (``brand.brand_of``)."""
        return Groups(self.arrays["branded_at"], self.arrays["branded"])

    @cached_property
    def words_by_key(self) -> Lookup:
        """Words by their search keys."""
        return Lookup(self.arrays["key_hash"], self.arrays["key_word"])

    @cached_property
    def names_by_beginning(self) -> Lookup:
        """Names by their letters, all or the first."""
        return Lookup(self.arrays["beginning_hash"], self.arrays["beginning_name"])

    @cached_property
    def names_by_acronym(self) -> Lookup:
        """Names by the acronyms that can be made of them."""
        return Lookup(self.arrays["acronym_hash"], self.arrays["acronym_name"])

    def find_joined(self, keys: Array) -> tuple[Array, Array, Array]:
        """Names by two or three neighbouring words of theirs, written as one.

        Returns:
            Places in ``keys``, names, and the information in the joined words; of one length.
        """
        return self._names_by_joined.find_weighed(keys, self.arrays["joined_weight"])

    @cached_property
    def _names_by_joined(self) -> Lookup:
        return Lookup(self.arrays["joined_hash"], self.arrays["joined_name"])

    def find_acronyms(self, keys: Array) -> tuple[Array, Array, Array]:
        """Names by the acronyms that can be made of them; returns what ``find_joined`` does."""
        return self.names_by_acronym.find_weighed(keys, self.arrays["acronym_weight"])

    @cached_property
    def word_is_content(self) -> Array:
        """For every word whether it is more than a legal form or a stopword."""
        functions = [ROLES.index(Role.LEGAL), ROLES.index(Role.STOP)]
        found: Array = ~np.isin(self.arrays["word_role"], functions)
        return found

    @cached_property
    def word_counts(self) -> Array:
        """For every word whether it is a number."""
        counts: Array = self.arrays["word_role"] == ROLES.index(Role.NUMBER)
        return counts

    @cached_property
    def name_function_weight(self) -> Array:
        """For every name the information in its legal forms and stopwords."""
        names = np.repeat(np.arange(self.name_count), np.diff(self.arrays["name_word_at"]))
        words = self.arrays["name_word"]
        function_weight = self.arrays["word_weight"][words] * ~self.word_is_content[words]
        found: Array = np.bincount(names, function_weight, self.name_count)
        return found

    @cached_property
    def name_forms(self) -> Array:
        """The bits of every name's legal forms (``spelled.form_bits``)."""
        bits = form_bits(self.arrays["word_role"], self.arrays["word_concept"])
        found = np.zeros(self.name_count, dtype=np.uint64)
        names = np.repeat(np.arange(self.name_count), np.diff(self.arrays["name_word_at"]))
        np.bitwise_or.at(found, names, bits[self.arrays["name_word"]])
        return found

    @cached_property
    def names_of_persons(self) -> Array:
        """For every name whether it may be a person's."""
        return self._names_of(Kind.PERSON, Kind.UNKNOWN)

    @cached_property
    def names_of_others(self) -> Array:
        """For every name whether it may be a company's, a vessel's or another thing's."""
        return self._names_of(Kind.ORGANIZATION, Kind.VESSEL, Kind.AIRCRAFT, Kind.UNKNOWN)

    def _names_of(self, *kinds: Kind) -> Array:
        wanted = np.isin(self.arrays["entity_kind"], [KINDS.index(kind) for kind in kinds])
        mask: Array = wanted[self.arrays["name_entity"]]
        return mask

    @cached_property
    def names_by_bag(self) -> Lookup:
        """Names by their words in no order."""
        return Lookup(self.arrays["bag_hash"], self.arrays["bag_name"])

    @cached_property
    def whole_names(self) -> WholeNames:
        """The names as whole strings, each in its own script."""
        return WholeNames(self.arrays)

    @cached_property
    def names_by_sense(self) -> Lookup:
        """Names by the senses of their telling words: those that may be known in a longer query."""
        return Lookup(self.arrays["sense_hash"], self.arrays["sense_name"])

    @cached_property
    def registers(self) -> Registers:
        """The parties' identifiers and countries."""
        return Registers(self.arrays, self.id_types)

    def particulars(self, entity: int) -> Particulars:
        """What the list says of an entity beside its names and numbers."""
        return read_line(self._particulars[entity])

    def countries(self, entity: int) -> set[str]:
        """The codes of the countries of an entity and its addresses, in small letters."""
        codes = {code.lower() for code in self.registers.countries(entity)}
        addresses = self.particulars(entity).addresses
        return codes | {one.country.lower() for one in addresses if one.country}

    @cached_property
    def _particulars(self) -> Strings:
        return Strings(self.arrays["particulars_at"], self.arrays["particulars"])

    @cached_property
    def language(self) -> Language:
        """The common words of ordinary language, as they were when the index was built."""
        arrays = self.arrays
        everyday = Everyday(arrays["everyday_hash"], arrays["everyday_zipf"])
        return Language(arrays["language_hash"], arrays["language_zipf"], everyday)

    @property
    def entity_count(self) -> int:
        """Listed entities in the index."""
        return len(self.entity_ids)

    @cached_property
    def name_count(self) -> int:
        """Listed names in the index."""
        return len(self.name_texts)

    @cached_property
    def _views(self) -> _Views:
        arrays = self.arrays
        return _Views(
            arrays["word_concept"].data,
            arrays["word_role"].data,
            arrays["word_consonantal"].data,
            arrays["name_word_at"].data,
            arrays["name_word"].data,
            arrays["name_word_span"].ravel().data,
            np.searchsorted(arrays["name_entity"], np.arange(self.entity_count + 1)).data,
        )

    def word(self, number: int) -> Word:
        """A word of the vocabulary, at no place."""
        word = self._words.get(number)
        if word is None:
            views = self._views
            concept = views.word_concept[number]
            word = self._words[number] = Word(
                0,
                0,
                self.word_forms[number],
                ROLES[views.word_role[number]],
                self.concepts[concept] if concept >= 0 else None,
                bool(views.word_consonantal[number]),
            )
        return word

    def words_of_name(self, number: int) -> Array:
        """The numbers of a name's words, in their order."""
        at = self.arrays["name_word_at"]
        words: Array = self.arrays["name_word"][at[number] : at[number + 1]]
        return words

    def name(self, number: int) -> Name:
        """A listed name as it was analysed when the index was built."""
        name = self._names.get(number)
        if name is None:
            views = self._views
            first, last = views.name_word_at[number : number + 2]
            words = views.name_word[first:last].tolist()
            spans = views.name_word_span[2 * first : 2 * last].tolist()
            name = self._names[number] = Name(
                self.name_texts[number],
                tuple(
                    [
                        self.word(word).at(start, end)
                        for word, start, end in zip(words, spans[::2], spans[1::2], strict=True)
                    ]
                ),
            )
        return name

    def names_of_entity(self, entity: int) -> range:
        """The numbers of an entity's names; those of one stand together."""
        return range(*self._views.entity_name_at[entity : entity + 2])

    def name_kind(self, number: int) -> NameKind:
        """What the publisher says of the name."""
        return NAME_KINDS[int(self.arrays["name_kind"][number])]

    def entity_kind(self, entity: int) -> Kind:
        """What the listed party is."""
        return KINDS[int(self.arrays["entity_kind"][entity])]

    def source(self, entity: int) -> str:
        """The list that the entity is on."""
        return self.sources[int(self.arrays["entity_source"][entity])]
