"""Words one edit away are found as comparing with every word finds them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from matcher.lexicon.edit_index import SHORTEST, OneEdit
from matcher.lexicon.tables import Role, key, near_legal_form, near_words, tables
from matcher.names.parser import analyse

WORDS = st.text("abcd", min_size=1, max_size=9)


@given(words=st.sets(WORDS, max_size=40), asked=WORDS)
def test_the_same_words_are_near_as_by_comparing_with_each(words: set[str], asked: str) -> None:
    expected = {w for w in words if len(w) >= SHORTEST and OSA.distance(w, asked) == 1}
    found = OneEdit(words).near(asked)
    assert {word for word in found if len(word) >= SHORTEST} == expected


@pytest.mark.parametrize("word", ["abcd", "abcde", "abcdefg", "abcdefgh", "abcdefghijkl"])
def test_every_single_edit_is_found_wherever_it_is(word: str) -> None:
    words = OneEdit([word])
    for place in range(len(word) + 1):
        head, tail = word[:place], word[place:]
        edits = {f"{head}z{tail}", f"{head}z{tail[1:]}", head + tail[1:]}
        edits.add(head + tail[1:2] + tail[:1] + tail[2:])
        for edit in edits - {word}:
            assert words.near(edit) == {word}, edit


def test_a_sign_is_no_letter_of_a_word() -> None:
    words = OneEdit(["~bankov", "banker"], sign="~")
    assert words.near("banko") == {"~bankov"}
    assert words.near("bankr") == {"banker"}


@pytest.mark.parametrize("slip", ["incorporatd", "gesellschat", "aktiengesellschat"])
def test_a_near_legal_form_is_a_near_word(slip: str) -> None:
    found = near_legal_form(key(slip))
    assert found in near_words(key(slip))
    assert (found,) in tables().phrases


def test_a_number_is_not_near_another_number() -> None:
    digits = [phrase[0] for phrase in tables().phrases if phrase[0].isdigit()]
    assert digits
    assert not any(near_words(f"{one}4") for one in digits if len(one) < SHORTEST)


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("Limited Liabinlioty Company", "Limited Liability Company"),
        ("Instruent Making", "Instrument Making"),
        ("Machine Buisdng", "Machine Building"),
        ("Islamic Repiblc of Iran", "Islamic Republic of Iran"),
        ("Saint Petersbrirg", "Saint Petersburg"),
    ],
)
def test_a_long_word_of_a_phrase_may_have_two_slips(slip: str, meant: str) -> None:
    (right,) = [word for word in analyse(f"Qarvel {meant}").words if word.form != "qarvel"]
    (found,) = [word for word in analyse(f"Qarvel {slip}").words if word.form != "qarvel"]
    assert right.role is not Role.WORD
    assert (found.role, found.concept) == (right.role, right.concept)


def test_with_two_slips_a_short_word_and_a_word_by_itself_are_their_own() -> None:
    assert [word.role for word in analyse("Qarvel Instruent").words] == [Role.WORD, Role.WORD]
    assert analyse("Joxnd Stock Company").words[0].form == "joxnd"


def test_a_word_that_lost_a_letter_is_among_them_and_one_that_got_another_is_not() -> None:
    words = OneEdit(["~bankov", "of"], sign="~")
    assert all(word in words for word in ("bankov", "bankv", "of"))
    assert not any(word in words for word in ("bankovy", "bankof", "o"))
