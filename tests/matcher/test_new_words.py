"""What is worked out for many new words at once is what each by itself has."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from matcher.columnar.arrays import Strings
from matcher.columnar.rolling_hash import COARSE, SPELLED, STEM, WRITTEN, key_of, mix, numbers_of
from matcher.comparison.align import number_of
from matcher.comparison.similarity import edits_allowed
from matcher.comparison.word_table import ROLES, Spelled
from matcher.index.blocking_keys import bag_key, exact_keys
from matcher.index.deletion_keys import typo_keys
from matcher.lexicon.abbreviations import concept_of, meant_by
from matcher.lexicon.keys import (
    consonants,
    hashed,
    initials,
    skeleton,
    skeletons,
    stem,
    stems,
    strong_consonants,
)
from matcher.lexicon.related_families import NO_FAMILY, related_family
from matcher.lexicon.respelling import may_be_respelt, spellings
from matcher.lexicon.tables import Role
from matcher.names.parser import analyse
from matcher.names.term_weights import weight, weights_of
from matcher.names.word import Word
from matcher.search.finder import Finder
from matcher.search.word_facts import Facts

TEXTS = (
    "Gazprom OOO LLC Limited Liability Company Ltd of the ii XII 12 3rd n",
    "Rosoboronexport research and production enterprise Machine-Building Plant No. 9",
    "Завод Tulskii Integration مهندسی صنایع بانک ملی Niger Obyedineniye IBM a1",
    "Xinghuo 科技有限公司 Yuri Iouri nacional Bank Bank",
    "Srvcs Petrochem Zarizyno Czkalowsk",
)
WORDS = [word for text in TEXTS for word in analyse(text).words]
FORMS = st.lists(st.text("abcdefghijklmnopqrstuvwxyz0123456789", max_size=14), max_size=8)


def keys_of(word: Word, *, listed: bool) -> set[int]:
    """The exact keys of one word, told plainly."""
    form, spelled = word.form, skeleton(word.form)
    keys = {key_of(spelled, SPELLED)}
    if listed:
        keys.add(key_of(form, WRITTEN))
        if word.is_content and 3 <= len(form) <= 8 and form.isalpha():
            keys.add(hashed("i", form))
    if not word.is_content:
        return keys
    if word.concept is not None:
        keys.add(hashed("c", word.concept))
    if related_family(word.concept) != NO_FAMILY:
        keys.add(hashed("c", f"~{related_family(word.concept)}"))
    if word.concept is None and word.role is Role.WORD:
        keys |= {hashed("c", concept_of(number)) for number in meant_by(form)}
    if may_be_respelt(form):
        own, others = spellings(form)
        keys |= {key_of(spelling, COARSE) for spelling in (own, *others)}
    if number_of(word) != form:
        keys.add(key_of(number_of(word), SPELLED))
    if " " in form:
        whole = form.replace(" ", "")
        keys |= {key_of(skeleton(whole), SPELLED), key_of(whole, WRITTEN)}
    if len(form) < 3 or form.isdigit():
        return keys
    if len(spelled) >= 5:
        keys.add(key_of(stem(form), STEM))
    if listed or word.consonantal:
        keys |= {hashed("k", consonants(form)), hashed("k", strong_consonants(form))}
    return keys


@pytest.mark.parametrize("listed", [False, True])
def test_many_words_have_the_keys_of_each(listed: bool) -> None:
    owners, keys = exact_keys(WORDS, Spelled.of(WORDS, {}), listed=listed)
    for place, word in enumerate(WORDS):
        assert set(keys[owners == place].tolist()) == keys_of(word, listed=listed), word


@given(FORMS)
def test_words_share_a_number_when_they_are_written_alike(forms: list[str]) -> None:
    numbers = numbers_of(Strings.of_letters(forms)).tolist()
    for one, two in combinations(range(len(forms)), 2):
        assert (numbers[one] == numbers[two]) == (forms[one] == forms[two])


@given(FORMS)
def test_many_words_have_the_skeletons_and_stems_of_each(forms: list[str]) -> None:
    spelled = skeletons(forms)
    assert spelled == [skeleton(form) for form in forms]
    assert stems(forms, spelled) == [stem(form) for form in forms]


@given(FORMS)
def test_keys_of_misspelt_words_are_those_of_what_is_left_of_them(forms: list[str]) -> None:
    owners, keys = typo_keys(Strings.of_letters(forms), np.ones(len(forms), dtype=np.int64))
    for place, form in enumerate(forms):
        left = [form] if len(form) >= 4 else []
        places = range(len(form)) if len(form) >= 5 else ()
        left += [form[:lost] + form[lost + 1 :] for lost in places]
        found = set(keys[owners == place].tolist())
        assert {key_of(text, 9) for text in left} <= found
        assert len(found) <= len(set(left)) + (28 if len(form) >= 8 else 7 * (len(form) == 7))


@given(st.text("abcdefgh", min_size=6, max_size=12), st.data())
def test_words_that_may_be_one_with_slips_share_a_key(form: str, data: st.DataObject) -> None:
    other = form
    for _ in range(2):
        place = data.draw(st.integers(0, len(other) - 1))
        put = data.draw(st.sampled_from(["", "z", other[place] + "z"]))
        other = other[:place] + put + other[place + 1 :]
    shorter, longer = sorted((len(form), len(other)))
    if OSA.distance(form, other) <= edits_allowed(shorter, longer):
        owners, keys = typo_keys(Strings.of_letters([form, other]), np.ones(2, dtype=np.int64))
        assert not set(keys[owners == 0].tolist()).isdisjoint(keys[owners == 1].tolist())


def test_what_many_words_weigh_is_what_each_weighs_by_itself() -> None:
    words = [Word(0, 0, form, role) for role in Role for form in ("of", "xyz", "technology")]
    zipf = np.tile([7.4, 3.0, 4.8], len(Role))
    counts = np.tile([1, 70, 20_000], len(Role))
    roles = np.array([ROLES.index(word.role) for word in words])
    lengths = np.array([len(word.form) for word in words])
    found = weights_of(roles, lengths, zipf, counts).tolist()
    each = map(weight, words, zipf.tolist(), counts.tolist())
    assert found == pytest.approx(list(each))


def test_facts_of_many_words_are_those_of_each() -> None:
    facts = Facts()
    facts.add(WORDS, Spelled.of(WORDS, {}))
    for place, word in enumerate(WORDS):
        form, letters = word.form.replace(" ", ""), word.is_content and word.form.isalpha()
        parts = initials(word.form)
        first = int(facts.part.values[place])
        assert facts.forms[place] == form.encode()
        assert mix(facts.written.values[place : place + 1], WRITTEN) == key_of(form, WRITTEN)
        assert facts.is_content.values[place] == word.is_content
        assert facts.bag.values[place] == bag_key(word)
        assert facts.core.values[place] == (hashed("t", word.form) if word.is_content else 0)
        assert facts.short.values[place] == (len(form) if letters and len(form) < 8 else 0)
        assert facts.letters.values[place] == (
            hashed("a", form) if letters and 3 <= len(form) <= 8 else -1
        )
        assert facts.initials.values[first : first + len(parts)].tobytes().decode() == "".join(
            part[0] for part in parts
        )


def test_listed_words_are_spelled_as_they_were_indexed(finder: Finder) -> None:
    index = finder.index
    words = [index.word(number) for number in range(len(index.word_forms))]
    again = Spelled.of(words, index.concept_numbers)
    for field in ("form_number", "skeleton", "stem", "value", "concept", "role", "digits"):
        assert getattr(index.spelled, field).tolist() == getattr(again, field).tolist(), field
