"""From entities to a ``NameIndex``."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from matcher.align import LONGEST_ACRONYM, SHORTEST_ACRONYM, number_of
from matcher.arrays import Array, Groups, Lookup, Strings
from matcher.index import KINDS, NAME_KINDS, ROLES, NameIndex
from matcher.keys import hashed, search_keys, skeleton
from matcher.name import Name, Word, readings
from matcher.rarity import Language, read_language, weight
from matcher.tables import Role
from records import Entity, Kind, NameKind

WordKey = tuple[str, Role, str | None, bool]
# Of a name's words so many are looked for as one.
LONGEST_JOINED = 3


@dataclass
class _Collected:
    """What one pass over the entities gathers."""

    words: dict[WordKey, int] = field(default_factory=dict)
    entities_of_term: Counter[str] = field(default_factory=Counter)
    texts: list[str] = field(default_factory=list)
    name_entity: list[int] = field(default_factory=list)
    name_kind: list[int] = field(default_factory=list)
    name_word: list[int] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    name_word_at: list[int] = field(default_factory=lambda: [0])
    acronyms: list[tuple[int, int]] = field(default_factory=list)
    bags: list[tuple[int, int]] = field(default_factory=list)
    joined: list[tuple[int, int]] = field(default_factory=list)
    entity_ids: list[str] = field(default_factory=list)
    entity_kind: list[int] = field(default_factory=list)
    entity_source: list[int] = field(default_factory=list)
    sources: dict[str, int] = field(default_factory=dict)


def build(entities: Iterable[Entity], language: Language | None = None) -> NameIndex:
    """Build the index of all names of the entities.

    Args:
        entities: in a fixed order; the index of the same entities is the same to the byte.
        language: the common words of ordinary language; read from wordfreq when None.

    Returns:
        An index in memory; ``save`` it to share it.
    """
    collected = _Collected()
    for entity in entities:
        _collect(collected, entity)
    return _arrays(collected, language or read_language())


def _collect(into: _Collected, entity: Entity) -> None:
    number = len(into.entity_ids)
    into.entity_ids.append(entity.id)
    into.entity_kind.append(KINDS.index(entity.kind))
    into.entity_source.append(into.sources.setdefault(entity.source, len(into.sources)))
    seen: set[tuple[str, ...]] = set()
    terms: set[str] = set()
    for listed in entity.names:
        for name, letters in readings(listed.text):
            forms = tuple(word.form for word in name.words)
            if not forms or forms in seen:
                # Signs only, or written alike but for case and accents: one of them is enough.
                continue
            seen.add(forms)
            terms.update(word.term for word in name.words)
            into.name_entity.append(number)
            kind = NameKind.WEAK if letters else listed.kind
            into.name_kind.append(NAME_KINDS.index(kind))
            _collect_words(into, name)
            if entity.kind is not Kind.PERSON:
                # Nobody is known by initials alone; any three letters are some person's.
                last = len(into.texts) - 1
                into.acronyms.extend(
                    (hashed("a", letters), last) for letters in acronyms(name.words)
                )
    into.entities_of_term.update(sorted(terms))


def _collect_words(into: _Collected, name: Name) -> None:
    into.texts.append(name.text)
    for word in name.words:
        key = (word.form, word.role, word.concept, word.consonantal)
        into.name_word.append(into.words.setdefault(key, len(into.words)))
        into.spans.append((word.start, word.end))
    into.name_word_at.append(len(into.name_word))
    number = len(into.texts) - 1
    into.bags.extend((key, number) for key in set(bag_keys(name)))
    into.joined.extend((key, number) for key in set(joined_keys(name)))


def acronyms(words: Sequence[Word]) -> Iterator[str]:
    """The first letters of a name's words: of all of them, and of every run of three and more.

    Legal forms and stopwords have no letter in an acronym.
    """
    letters = [
        part[0]
        for word in words
        if word.role not in (Role.LEGAL, Role.STOP, Role.NUMBER)
        for part in word.form.split(" ")
    ]
    found = set()
    for first in range(len(letters)):
        for last in range(first + 2, min(len(letters), first + LONGEST_ACRONYM) + 1):
            if last - first >= 3 or last - first == len(letters):
                found.add("".join(letters[first:last]))
    yield from sorted(found)


def joined_keys(name: Name) -> Iterator[int]:
    """The keys of two or three neighbouring words of a name when they are written as one."""
    plain = [w.role is not Role.LEGAL and w.role is not Role.STOP for w in name.words]
    bones = [skeleton(word.form) for word in name.words]
    for first in range(len(bones)):
        for last in range(first + 2, min(len(bones), first + LONGEST_JOINED) + 1):
            joined = "".join(bones[first:last])
            if all(plain[first:last]) and " " not in joined:
                yield hashed("s", joined)
                yield hashed("f", "".join(word.form for word in name.words[first:last]))


def _arrays(got: _Collected, language: Language) -> NameIndex:
    keys = list(got.words)
    concepts = sorted({concept for _, _, concept, _ in keys if concept})
    number_of = {concept: number for number, concept in enumerate(concepts)}
    words = [Word(0, 0, form, role, concept, vowelless) for form, role, concept, vowelless in keys]
    hashes, owners = _keys(words)
    name_word = np.array(got.name_word, dtype=np.int32)
    name_word_at = np.array(got.name_word_at, dtype=np.int64)
    names = np.repeat(np.arange(len(got.texts), dtype=np.int32), np.diff(name_word_at))
    postings = Groups.by_row(name_word, names, len(words))
    acronym = Lookup.of([h for h, _ in got.acronyms], [n for _, n in got.acronyms])
    joined = Lookup.of([h for h, _ in got.joined], [n for _, n in got.joined])
    bag = Lookup.of([h for h, _ in got.bags], [n for _, n in got.bags])
    texts, ids = Strings.of(got.texts), Strings.of(got.entity_ids)
    forms = Strings.of([word.form for word in words])
    weights = _weights(words, got, language)
    arrays = {
        "word_form": forms.data,
        "word_form_at": forms.offsets,
        "word_role": np.array([ROLES.index(word.role) for word in words], dtype=np.uint8),
        "word_concept": np.array([number_of.get(w.concept or "", -1) for w in words], np.int32),
        "word_consonantal": np.array([word.consonantal for word in words], dtype=np.bool_),
        "word_weight": weights,
        "key_hash": hashes,
        "key_word": owners,
        "posting": postings.values,
        "posting_at": postings.offsets,
        "acronym_hash": acronym.hashes,
        "acronym_name": acronym.values,
        "joined_hash": joined.hashes,
        "joined_name": joined.values,
        "bag_hash": bag.hashes,
        "bag_name": bag.values,
        "name_text": texts.data,
        "name_text_at": texts.offsets,
        "name_entity": np.array(got.name_entity, dtype=np.int32),
        "name_kind": np.array(got.name_kind, dtype=np.uint8),
        "name_word": name_word,
        "name_word_at": name_word_at,
        "name_word_span": np.array(got.spans, dtype=np.uint16).reshape(-1, 2),
        "name_weight": np.bincount(names, weights[name_word], len(got.texts)).astype(np.float32),
        "entity_id": ids.data,
        "entity_id_at": ids.offsets,
        "entity_kind": np.array(got.entity_kind, dtype=np.uint8),
        "entity_source": np.array(got.entity_source, dtype=np.uint8),
        "language_hash": language.hashes,
        "language_zipf": language.zipf,
    }
    return NameIndex(arrays, tuple(got.sources), tuple(concepts))


def bag_keys(name: Name) -> Iterator[int]:
    """The keys of names that have the same words, in any order, with and without legal forms."""
    yield hashed("b", " ".join(name.bag))
    if name.core:
        yield hashed("t", " ".join(name.core))


def _keys(words: Sequence[Word]) -> tuple[Array, Array]:
    hashes: list[int] = []
    owners: list[int] = []
    for number, word in enumerate(words):
        for key in word_keys(word, listed=True):
            hashes.append(key)
            owners.append(number)
    lookup = Lookup.of(hashes, owners)
    return lookup.hashes, lookup.values


def word_keys(word: Word, *, listed: bool) -> Iterator[int]:
    """The keys under which a word is stored, or looked for.

    A listed word is stored under its consonants too, so that a query in Arabic finds it.
    """
    if listed and may_be_letters(word):
        yield hashed("i", word.form)
    if word.role is Role.LEGAL or word.role is Role.STOP:
        yield hashed("s", skeleton(word.form))
        return
    if word.concept is not None:
        yield hashed("c", word.concept)
    if number_of(word) != word.form:
        yield hashed("s", number_of(word))
    if " " in word.form:
        # Two words of a query may be a phrase that was not known for one: Obyedineniye.
        yield hashed("s", skeleton(word.form.replace(" ", "")))
    yield from search_keys(word.form, consonantal=listed or word.consonantal)


def may_be_letters(word: Word) -> bool:
    """Whether a word may be the first letters of others."""
    length = len(word.form)
    return word.tells and SHORTEST_ACRONYM <= length <= LONGEST_ACRONYM and word.form.isalpha()


def _weights(words: Sequence[Word], got: _Collected, language: Language) -> Array:
    zipf: dict[str, float] = {}
    for word in words:
        zipf[word.term] = max(zipf.get(word.term, 0.0), language.zipf_of(word.form))
    entities = len(got.entity_ids)
    return np.array(
        [
            weight(word, zipf[word.term], got.entities_of_term[word.term], entities)
            for word in words
        ],
        dtype=np.float32,
    )
