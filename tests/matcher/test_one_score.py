"""A name and a listed name have one score, whatever else is on the lists that are loaded."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.index.build import build
from matcher.index.index import NameIndex
from matcher.names.parser import analyse
from matcher.names.reference import Reference, reference
from matcher.names.term_weights import Language, weigh
from matcher.names.word import Word
from matcher.search.finder import Finder
from matcher.search.match import Match, Policy, match_queries
from records import Entity, Query

EVERYTHING = 1 << 20
MOST_ENTITIES = 12


def found(text: str, index: NameIndex) -> dict[str, Match]:
    """All that a query finds from a low score on, by the entities' ids."""
    policy = Policy(0.5, limit=EVERYTHING)
    (matches,) = match_queries([Query(name=text)], Finder(index), policy)
    return {index.entity_ids[one.entity]: one for one in matches}


def weights(words: list[Word], language: Language) -> list[float]:
    found: list[float] = weigh(words, language).weight.tolist()
    return found


@given(data=st.data())
def test_a_pair_has_the_same_score_and_evidence_on_one_list_and_on_all(
    data: st.DataObject, listed: tuple[Entity, ...], index: NameIndex, language: Language
) -> None:
    some = data.draw(
        st.lists(st.sampled_from(listed), min_size=1, max_size=MOST_ENTITIES, unique=True)
    )
    names = [name.text for entity in some for name in entity.names]
    words = [word for name in names for word in name.split()]
    text = data.draw(
        st.one_of(
            st.sampled_from(names),
            st.lists(st.sampled_from(words), min_size=1, max_size=5).map(" ".join),
        )
    )
    alone, among = found(text, build(some, language)), found(text, index)
    for entity, one in alone.items():
        other = among[entity]
        assert (one.score, one.evidence) == (other.score, other.evidence), (text, entity)


def test_a_word_weighs_the_same_however_many_loaded_parties_have_it(
    listed: tuple[Entity, ...], language: Language
) -> None:
    one, many = (build(entities, language) for entities in (listed[:1], listed))
    weight_of = {many.word(n).key: w for n, w in enumerate(many.arrays["word_weight"].tolist())}
    for number, weight in enumerate(one.arrays["word_weight"].tolist()):
        assert weight == weight_of[one.word(number).key]


def test_a_word_in_no_table_tells_as_much_as_the_rarest(language: Language) -> None:
    words = list(analyse("Qorvantyx Bank Shipping").words)
    rare, *trades = weights(words, language)
    assert rare == 1.0
    assert all(weight < 0.7 for weight in trades)


def test_a_translation_weighs_what_the_word_does(language: Language) -> None:
    words = [analyse(text).words[0] for text in ("bank", "банк", "بانک", "银行")]
    assert len({word.term for word in words}) == 1
    assert len(set(weights(words, language))) == 1


def test_a_common_patronymic_tells_little_and_a_surname_like_one_all(language: Language) -> None:
    patronymic, surname = analyse("Vladimirovich Abramovich").words
    little, whole = weights([patronymic, surname], language)
    assert reference().are_patronymics(np.zeros(1, dtype=np.uint32)).tolist() == [False]
    assert little < 0.1 < 0.4 < whole


def test_an_empty_table_calls_every_word_rare() -> None:
    none = np.zeros(0, dtype=np.uint32)
    table = Reference(none, none, none, none, none, none)
    asked = np.array([7], dtype=np.uint32)
    assert table.counts_of(asked).tolist() == [1.0]
    assert table.zipf_of(asked, np.array([4.5])).tolist() == [4.5]
    assert not table.has_forms(asked).any()


@pytest.mark.parametrize("field", ["forms", "terms", "concepts", "patronymics"])
def test_the_table_is_sorted_and_small(field: str) -> None:
    numbers = getattr(reference(), field)
    assert (np.diff(numbers.astype(np.int64)) > 0).all()
    assert sum(array.nbytes for array in reference().arrays().values()) < 3_000_000
