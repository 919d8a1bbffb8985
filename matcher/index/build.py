"""From entities to a ``NameIndex``."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from matcher.columnar.arrays import Array, Groups, Lookup, Strings
from matcher.comparison.word_table import Spelled
from matcher.identifiers.registry import Registered, register_arrays, registered
from matcher.index.blocking_keys import ALL_BITS, bag_keys, word_keys
from matcher.index.branded import brand_arrays
from matcher.index.common_words import CommonWords, common_word_arrays
from matcher.index.index import KINDS, NAME_KINDS, NameIndex
from matcher.index.index_arrays import IndexArrays, checked
from matcher.index.loan_names import loan_name_arrays
from matcher.index.native_names import native_name_arrays
from matcher.index.run_keys import acronym_keys, beginning_keys, joined_keys
from matcher.index.sense import (
    LEAST_AMONG_PLACES,
    may_be_known_alone,
    may_be_known_led,
    sense_keys,
)
from matcher.index.whole_names import (
    Whole,
    folded,
    only_word,
    shortened,
    spellings,
    whole_name_arrays,
    without_forms,
)
from matcher.lexicon.cases import cases
from matcher.lexicon.folding import has_unspaced
from matcher.lexicon.known_as import known_as
from matcher.lexicon.tables import Role
from matcher.names.korean_persons import korean_readings
from matcher.names.native import is_read_by_tables, likeliest_readings
from matcher.names.term_weights import Language, read_language, weigh
from matcher.names.variants import variants
from matcher.names.word import Name, Word, WordKey
from matcher.particulars.listed import line_of, particular_arrays
from records import Entity, Kind, NameKind

PERSON, VESSEL = KINDS.index(Kind.PERSON), KINDS.index(Kind.VESSEL)
ORGANIZATION = KINDS.index(Kind.ORGANIZATION)
WEAK = NAME_KINDS.index(NameKind.WEAK)
_PERSONS = frozenset({Kind.PERSON, Kind.UNKNOWN})
# Weights are kept in 32 bits and added up in another order.
ROUNDED = 0.999
KeyedRun = tuple[int, int, int, int]
"""A key, a name, and its words from the one up to the other, of all names' words in a row."""


@dataclass
class Collected:
    """What one pass over the entities gathers."""

    words: dict[WordKey, int] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    name_entity: list[int] = field(default_factory=list)
    name_kind: list[int] = field(default_factory=list)
    name_word: list[int] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    name_word_at: list[int] = field(default_factory=lambda: [0])
    acronyms: list[KeyedRun] = field(default_factory=list)
    joined: list[KeyedRun] = field(default_factory=list)
    beginnings: list[tuple[int, int]] = field(default_factory=list)
    bags: list[tuple[int, int]] = field(default_factory=list)
    entity_ids: list[str] = field(default_factory=list)
    entity_kind: list[int] = field(default_factory=list)
    entity_source: list[int] = field(default_factory=list)
    sources: dict[str, int] = field(default_factory=dict)
    registered: list[Registered] = field(default_factory=list)
    particulars: list[str] = field(default_factory=list)
    wholes: list[Whole] = field(default_factory=list)


def build(
    entities: Iterable[Entity],
    language: Language | None = None,
    common: CommonWords | None = None,
) -> NameIndex:
    """Build the index of all names of the entities.

    Args:
        entities: in a fixed order; the index of the same entities is the same to the byte.
        language: the common words of ordinary language; read from wordfreq when None.
        common: those of which texts know beforehand which listed words they meet; none when None.

    Returns:
        An index in memory; ``save`` it to share it.
    """
    collected = Collected()
    for entity in entities:
        _collect(collected, entity)
    return arrays_of(collected, language or read_language(), common)


def _collect(into: Collected, entity: Entity) -> None:
    number = len(into.entity_ids)
    into.entity_ids.append(entity.id)
    into.entity_kind.append(KINDS.index(entity.kind))
    into.entity_source.append(into.sources.setdefault(entity.source, len(into.sources)))
    into.registered.append(registered(entity))
    into.particulars.append(line_of(entity))
    seen: dict[tuple[str, ...], int] = {}
    read: list[tuple[Name, int]] = []
    for listed in entity.names:
        for name, letters, is_written in _readings(entity, listed.text):
            forms = tuple(word.form for word in name.words)
            if not forms:  # Signs only.
                continue
            if is_written:
                read.append((name, seen.get(forms, len(into.texts))))
            kind = NAME_KINDS.index(NameKind.WEAK if letters else listed.kind)
            if forms in seen:
                # Written alike but for case, accents or script: one of them is enough. Letters in
                # brackets may be published as a name of their own, too, which is not weak.
                if into.name_kind[seen[forms]] == WEAK:
                    into.name_kind[seen[forms]] = kind
                continue
            seen[forms] = len(into.texts)
            into.name_entity.append(number)
            into.name_kind.append(kind)
            # Nobody is known by initials alone; any three letters are some person's.
            collect_name(into, name, has_acronyms=entity.kind is not Kind.PERSON)
    _collect_wholes(into, read, shorter=_is_organization(entity, read))


def _readings(entity: Entity, text: str) -> Iterator[tuple[Name, bool, bool]]:
    """The names that a listed one may be read as, whether each is only letters beside it, and
    whether texts may have it so.
    """
    for name, letters, *_ in variants(text):
        yield name, letters, not letters
    if entity.kind in _PERSONS:
        for name in korean_readings(text):
            yield name, False, False
    if is_read_by_tables(text) and all(is_read_by_tables(one.text) for one in entity.names):
        yield from ((name, False, False) for name in likeliest_readings(text))


def _is_organization(entity: Entity, names: Sequence[tuple[Name, int]]) -> bool:
    """Whether texts shorten its names: where the publisher does not say what it is, they do."""
    if entity.kind is not Kind.UNKNOWN:
        return entity.kind is Kind.ORGANIZATION
    roles = {word.role for name, _ in names for word in name.words}
    return not roles.isdisjoint({Role.LEGAL, Role.TRADE})


def _collect_wholes(into: Collected, names: Sequence[tuple[Name, int]], *, shorter: bool) -> None:
    """Add what the listed names of an entity are letter by letter, each once, then what they are
    as texts shorten them, where none is listed so and it is a party that is shortened.
    """
    known: set[tuple[str, ...]] = set()
    for name, number in names:
        for forms, unspaced, part in spellings(name):
            if forms not in known:
                known.add(forms)
                into.wholes.append(Whole(number, forms, unspaced, part, name.words))
    _collect_exonyms(into, names)
    for name, number in names if shorter else ():
        for forms, bare in shortened(name):
            if forms not in known:
                known.add(forms)
                unspaced = has_unspaced("".join(forms)) is not None
                whole = Whole(number, forms, unspaced, part=False, words=name.words)
                into.wholes.append(replace(whole, formless=True, bare=bare))
    for name, number in names if shorter else ():
        word = only_word(name)
        forms = folded(name.text[word.start : word.end]) if word else ()
        if word and forms and forms not in known and not has_unspaced(name.text):
            known.add(forms)
            alone = Whole(number, forms, unspaced=False, part=False, words=(word,))
            into.wholes.append(replace(alone, formless=True, bare=True))


def _collect_exonyms(into: Collected, names: Sequence[tuple[Name, int]]) -> None:
    """Add what other languages call an entity, where one of its names is in ``known_as``, and the
    cases of these names.
    """
    table = known_as()
    seen: set[tuple[str, ...]] = set()
    # What the list itself has is its own name there, too.
    listed = {
        forms: (name, number)
        for name, number in reversed(names)
        for forms, _, part in spellings(name)
        if not part
    }
    for name, number in names:
        whole = (forms for forms, _, part in spellings(name) if not part)
        for forms in {*whole, without_forms(name)} & table.keys():
            called = [(exonym.forms, exonym.unspaced) for exonym in table[forms]]
            every = [*called, *((case, False) for case in cases(forms))]
            every += [
                (case, False) for called_so, run in called if not run for case in cases(called_so)
            ]
            for spelled, unspaced in every:
                if spelled not in seen:
                    seen.add(spelled)
                    own, at = listed.get(spelled, (name, number))
                    one = Whole(at, spelled, unspaced, part=False, words=own.words)
                    into.wholes.append(replace(one, exonym=True))


def collect_name(into: Collected, name: Name, *, has_acronyms: bool) -> None:
    """Add a name of the entity that came last."""
    number, at = len(into.texts), len(into.name_word)
    into.texts.append(name.text)
    for word in name.words:
        into.name_word.append(into.words.setdefault(word.key, len(into.words)))
        into.spans.append((word.start, word.end))
    into.name_word_at.append(len(into.name_word))
    into.bags.extend((key, number) for key in set(bag_keys(name)))
    into.beginnings.extend((key, number) for key in beginning_keys(name))
    into.joined.extend((k, number, at + a, at + b) for k, a, b in joined_keys(name.words))
    if has_acronyms:
        into.acronyms.extend((k, number, at + a, at + b) for k, a, b in acronym_keys(name.words))


def arrays_of(got: Collected, language: Language, common: CommonWords | None = None) -> NameIndex:
    """The index of what was gathered."""
    keys = list(got.words)
    concepts = sorted({concept for _, _, concept, _ in keys if concept})
    number_of = {concept: number for number, concept in enumerate(concepts)}
    words = [Word(0, 0, form, role, concept, vowelless) for form, role, concept, vowelless in keys]
    spelled = Spelled.of(words, number_of)
    by_key = Lookup.of(*reversed(word_keys(words, spelled, listed=True)))
    name_word = np.array(got.name_word, dtype=np.int32)
    name_word_at = np.array(got.name_word_at, dtype=np.int64)
    names = np.repeat(np.arange(len(got.texts), dtype=np.int32), np.diff(name_word_at))
    postings = Groups.by_row(name_word, names, len(words))
    weights = weigh(words, language).weight
    acronym, acronym_weight = _runs(got.acronyms, weights[name_word])
    joined, joined_weight = _runs(got.joined, weights[name_word])
    bag = Lookup.of([h for h, _ in got.bags], [n for _, n in got.bags])
    beginning = Lookup.of([h for h, _ in got.beginnings], [n for _, n in got.beginnings])
    sense = _by_sense(words, spelled, weights, got)
    texts, ids = Strings.of(got.texts), Strings.of(got.entity_ids)
    registers, id_types = register_arrays(got.registered)
    arrays: IndexArrays = {
        **native_name_arrays(None),
        **loan_name_arrays(None),
        **registers,
        **particular_arrays(got.particulars),
        **whole_name_arrays(got.wholes, language),
        **common_word_arrays(common, number_of, by_key, spelled),
        **brand_arrays(spelled.role, spelled.forms, name_word, name_word_at),
        "word_form": spelled.forms.data,
        "word_form_at": spelled.forms.offsets,
        "word_skeletons": spelled.skeletons.data,
        "word_skeletons_at": spelled.skeletons.offsets,
        "word_form_number": spelled.form_number,
        "word_skeleton": spelled.skeleton,
        "word_stem": spelled.stem,
        "word_coarse": spelled.coarse,
        "word_readings": spelled.readings,
        "word_value": spelled.value,
        "word_concept": spelled.concept,
        "word_families": spelled.families,
        "word_trade": spelled.trade,
        "word_means": spelled.means,
        "word_role": spelled.role,
        "word_digits": spelled.digits,
        "word_letters": spelled.letters,
        "word_consonantal": spelled.consonantal,
        "word_weight": weights,
        "key_hash": by_key.hashes,
        "key_word": by_key.values,
        "posting": postings.values,
        "posting_at": postings.offsets,
        "acronym_hash": acronym.hashes,
        "acronym_name": acronym.values,
        "acronym_weight": acronym_weight,
        "joined_hash": joined.hashes,
        "joined_name": joined.values,
        "joined_weight": joined_weight,
        "bag_hash": bag.hashes,
        "bag_name": bag.values,
        "beginning_hash": beginning.hashes,
        "beginning_name": beginning.values,
        "sense_hash": sense.hashes,
        "sense_name": sense.values,
        "name_text": texts.data,
        "name_text_at": texts.offsets,
        "name_entity": np.array(got.name_entity, dtype=np.int32),
        "name_kind": np.array(got.name_kind, dtype=np.uint8),
        "name_word": name_word,
        "name_word_at": name_word_at,
        "name_word_span": np.array(got.spans, dtype=np.uint32).reshape(-1, 2),
        "name_weight": np.bincount(names, weights[name_word], len(got.texts)).astype(np.float32),
        "entity_id": ids.data,
        "entity_id_at": ids.offsets,
        "entity_kind": np.array(got.entity_kind, dtype=np.uint8),
        "entity_source": np.array(got.entity_source, dtype=np.uint16),
        "language_hash": language.hashes,
        "language_zipf": language.zipf,
        "everyday_hash": language.everyday.hashes,
        "everyday_zipf": language.everyday.zipf,
    }
    index = NameIndex(arrays, tuple(got.sources), tuple(concepts), id_types)
    found = index if got.wholes else None  # No text is searched for counterparties.
    more = {**native_name_arrays(found), **loan_name_arrays(found)}
    return replace(index, arrays=checked({**arrays, **more}))


def _by_sense(words: Sequence[Word], spelled: Spelled, weights: Array, got: Collected) -> Lookup:
    """The names that may be known in a longer query, by the senses of their telling words."""
    at, count = np.array(got.name_word_at), len(got.texts)
    names = np.repeat(np.arange(count), np.diff(at))
    word = np.array(got.name_word, dtype=np.int64)

    def summed(of_words: Array) -> Array:
        return np.bincount(names, (of_words * spelled.is_content)[word], count)

    # Sums of a few numbers of 32 bits are whole in a float.
    keys = summed(np.array(sense_keys(words, spelled), dtype=np.float64)).astype(np.int64)
    alone = np.array([may_be_known_alone(one) for one in words], dtype=np.bool_)
    led = np.array([may_be_known_led(one) for one in words], dtype=np.bool_)
    kind = np.array(got.entity_kind)[np.array(got.name_entity, dtype=np.int64)]
    weak = np.array(got.name_kind) == WEAK
    may = (summed(np.ones(len(words))) > 1) | ((summed(alone) > 0) & (kind != PERSON) & ~weak)
    may &= summed(weights) >= LEAST_AMONG_PLACES * ROUNDED
    # So is one word beside the legal form that it has.
    legal = np.array([one.role is Role.LEGAL for one in words], dtype=np.bool_)
    formed = np.bincount(names, legal[word], count) > 0
    may |= (summed(np.ones(len(words))) == 1) & formed & (kind == ORGANIZATION) & ~weak
    # What a ship's prefix stands before is believed however common its word is.
    may |= (summed(led) > 0) & (kind == VESSEL)
    found = np.flatnonzero(may)
    return Lookup.of((keys[found] & ALL_BITS).tolist(), found.tolist())


def _runs(runs: Sequence[KeyedRun], weights: Array) -> tuple[Lookup, Array]:
    """Names by the keys of runs of their words, and the information in each run.

    Args:
        runs: what ``collect_name`` gathered.
        weights: of every word of every name.
    """
    table = np.array(runs, dtype=np.int64).reshape(-1, 4)
    before = np.concatenate([[0.0], np.cumsum(weights, dtype=np.float64)])
    covered = before[table[:, 3]] - before[table[:, 2]]
    order = np.lexsort((table[:, 1], table[:, 0]))
    lookup = Lookup(table[order, 0].astype(np.uint32), table[order, 1].astype(np.int32))
    return lookup, covered[order].astype(np.float32)
