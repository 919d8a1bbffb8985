"""Counterparties turned into an index, in which listed names are looked for.

A new entry is on a list; whom among a million does it touch? Asking the list about each of the
million takes as long as ever. So their words are indexed once, as those of the lists are, and the
entry's names are looked for among them, with every doubt in favour of finding. Who is found is then
screened as always, so a name too many here costs a moment and changes nothing.
"""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import cast

import numpy as np

from matcher.columnar.arrays import Array, distinct
from matcher.comparison.model import SURNAME_AND_FATHER
from matcher.identifiers.recognise import normal_of
from matcher.identifiers.registry import Registered
from matcher.index.build import Collected, arrays_of, collect_name
from matcher.index.index import KINDS, NAME_KINDS, NameIndex
from matcher.index.index_arrays import PartyArrays
from matcher.index.run_keys import cut_key
from matcher.index.sense import sense
from matcher.lexicon.keys import hashed
from matcher.names.term_weights import Language
from matcher.names.word import Name
from matcher.search.candidates import generate_candidates
from matcher.search.glued_words import names_glued_so
from matcher.search.middle_names import MIDDLE_NAMES, may_have_middle_names
from matcher.search.qualifiers import MOST_GAIN, SAME_COUNTRY, least_for, most_gain
from matcher.search.query import ParsedQuery
from matcher.search.standing_run import LONGEST_RUN
from matcher.search.vocabulary import Vocabulary
from records import Identifier, Kind, NameKind, Query

_SOURCE = "book"
# Listed names that are looked for at once.
_BLOCK = 128


def build_book(parties: Iterable[tuple[int, Query]], language: Language) -> NameIndex:
    """Index counterparties.

    Args:
        parties: a number of ours, and what is asked for it.
        language: the common words of ordinary language.
    """
    got = Collected(sources={_SOURCE: 0})
    by_initials: list[int] = []
    with_middle: list[int] = []
    gains: list[float] = []
    for number, query in parties:
        asked = ParsedQuery.of(query)
        gains.append(most_gain(asked))
        _collect(got, by_initials, with_middle, number, asked)
    index = arrays_of(got, language)
    with_parties: PartyArrays = {
        **index.arrays,
        "party": np.array([int(i) for i in got.entity_ids], dtype=np.int64),
        "gain": np.array(gains, dtype=np.float32),
        "by_initials": np.array(by_initials, dtype=np.int32),
        "with_middle": np.array(with_middle, dtype=np.int32),
    }
    return NameIndex(with_parties, index.sources, index.concepts, index.id_types)


def party_arrays(book: NameIndex) -> PartyArrays:
    """The arrays of an index that ``build_book`` made."""
    return cast(PartyArrays, book.arrays)


def matching_parties(
    book: NameIndex, listed: NameIndex, names: Sequence[int], threshold: float
) -> Array:
    """The counterparties that a listed name may be, by their numbers.

    Args:
        book: the counterparties.
        listed: the lists.
        names: numbers of listed names.
        threshold: the score that a screening of them would have to reach.
    """
    vocabulary = Vocabulary(book)
    gain = party_arrays(book)["gain"][book.arrays["name_entity"]]
    by_initials, middle = (
        _are_among(party_arrays(book)[names], book) for names in ("by_initials", "with_middle")
    )
    found: set[int] = set()
    bare, abroad = gain == 0, (gain > 0) & (gain <= SAME_COUNTRY)
    with_country, with_more = (least_for(threshold, each) for each in (SAME_COUNTRY, MOST_GAIN))
    groups = ((threshold, bare), (with_country, abroad), (with_more, ~bare & ~abroad))
    for least, allowed in (
        *((least, members & ~by_initials & ~middle) for least, members in groups),
        *((min(least, MIDDLE_NAMES), members & middle) for least, members in groups),
        (min(with_more, SURNAME_AND_FATHER), by_initials),
    ):
        if allowed.any():
            look = partial(
                generate_candidates, threshold=least, allowed=allowed, limit=1 << 30, reverse=True
            )
            for first in range(0, len(names), _BLOCK):
                asked = [listed.name(number) for number in names[first : first + _BLOCK]]
                found.update(name for each in look(asked, vocabulary) for name in each)
    for number in names:
        found.update(names_glued_so(listed.name(number), book).tolist())
    for number in np.intersect1d(names, listed.names_by_sense.values).tolist():
        found.update(_bearing(listed.name(number), vocabulary).tolist())
    return _parties(book, np.array(sorted(found), dtype=np.int64))


def parties_with_identifiers(book: NameIndex, identifiers: Iterable[Identifier]) -> Array:
    """The counterparties that give one of these identifiers, by their numbers."""
    hashes = [hashed("n", normal_of(one.type, one.value)) for one in identifiers]
    hashes += [hashed("n", normal_of("", one.value)) for one in identifiers]
    rows = np.isin(book.arrays["id_hash"], np.array(hashes, dtype=np.uint32))
    owners: Array = book.arrays["id_entity"][book.arrays["id_row"][rows]]
    return _numbered(book, owners)


def _bearing(name: Name, vocabulary: Vocabulary) -> Array:
    """Names of an index of queries that have all telling words of a listed name, in any order."""
    index = vocabulary.index
    words = [word for word in name.words if word.is_content]
    if not 0 < len(words) <= LONGEST_RUN:
        return np.zeros(0, dtype=np.int64)
    place, word, _ = vocabulary.linked(words)
    found: Array | None = None
    for number, one in enumerate(words):
        alike = [
            each for each in word[place == number].tolist() if sense(index.word(each)) == sense(one)
        ]
        names = [index.names_of_word[each] for each in alike]
        having = distinct(np.concatenate([np.zeros(0, dtype=np.int64), *names]))
        found = having if found is None else np.intersect1d(found, having)
    return found if found is not None else np.zeros(0, dtype=np.int64)


def _parties(book: NameIndex, names: Array) -> Array:
    return _numbered(book, book.arrays["name_entity"][names])


def _numbered(book: NameIndex, entities: Array) -> Array:
    found: Array = np.unique(party_arrays(book)["party"][entities])
    return found


def _are_among(names: Array, book: NameIndex) -> Array:
    """For every name of a book whether it is one of some."""
    found = np.zeros(book.name_count, dtype=np.bool_)
    found[names] = True
    return found


def _collect(
    into: Collected,
    by_initials: list[int],
    with_middle: list[int],
    number: int,
    asked: ParsedQuery,
) -> None:
    place = len(into.entity_ids)
    into.entity_ids.append(str(number))
    into.entity_kind.append(KINDS.index(asked.kind or Kind.UNKNOWN))
    into.entity_source.append(0)
    numbers = tuple((one.type, one.value, one.country) for one in asked.numbers)
    into.registered.append(Registered(numbers, asked.countries))
    into.particulars.append("")
    may_be_a_person = asked.kind in (None, Kind.UNKNOWN, Kind.PERSON)
    for reading in (one.reading for one in asked.names):
        name = reading.name
        if name.words:
            if reading.initials:
                by_initials.append(len(into.texts))
            elif may_be_a_person and may_have_middle_names(name):
                with_middle.append(len(into.texts))
            into.name_entity.append(place)
            into.name_kind.append(NAME_KINDS.index(NameKind.PRIMARY))
            into.beginnings.append((cut_key(name), len(into.texts)))
            collect_name(into, name, has_acronyms=True)
