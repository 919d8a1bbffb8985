"""Identifiers: what is recognised in a name or a text, what check digits refuse, what is equal."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.identifiers.checksums import (
    is_base58_address,
    is_bech32_address,
    is_imo,
    is_inn,
    is_lei,
    is_ogrn,
    is_uscc,
)
from matcher.identifiers.recognise import alone, normal, recognise, refined

# Published by the registers themselves, and by Satoshi Nakamoto.
VALID = {
    is_imo: "9074729",
    is_lei: "213800TWK2R9AGIQXV07",
    is_inn: "7707083893",
    is_ogrn: "1027700132195",
    is_uscc: "914201000668186736",
    is_base58_address: "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
    is_bech32_address: "bc1qardcxz845jw83vgfvcmewhuxa0ag9gchjwmcfd",
}


@pytest.mark.parametrize("check", VALID, ids=lambda check: check.__name__)
def test_a_valid_number_passes_and_one_wrong_sign_does_not(check) -> None:  # type: ignore[no-untyped-def]
    value = VALID[check]
    assert check(value)
    wrong = [f"{value[:-1]}{sign}" for sign in "0123456789" if sign != value[-1]]
    assert not any(map(check, wrong))
    assert not check("")
    assert not check(value[1:])


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("GENAVA 12 (IMO 9776523)", "imo", "9776523"),
        ("M/V Gale, IMO No.: 9294240", "imo", "9294240"),
        ("ООО Аванта ИНН 7811692203", "inn", "7811692203"),
        ("Advanta, OGRN: 1187847122121", "ogrn", "1187847122121"),
        ("Banco VTB Africa, SWIFT/BIC VTBLAOLUXXX", "bic", "VTBLAOLU"),
        ("pay to 0x983a81ca6FB1e441266D2FbcB7D8E530AC2E05A2 now", "crypto", None),
        ("ZR Energy 213800TWK2R9AGIQXV07", "lei", "213800TWK2R9AGIQXV07"),
        ("Passport No. PU262444 (Ukraine)", "passport", "PU262444"),
        ("Reg. No. 755260288", "registration", "755260288"),
        ("account 4220198261523", "", "4220198261523"),
    ],
)
def test_numbers_are_recognised_with_their_type(text: str, kind: str, value: str | None) -> None:
    (found,) = recognise(text)
    assert found.type == kind
    assert found.value == (value or normal("0x983a81ca6FB1e441266D2FbcB7D8E530AC2E05A2"))
    assert normal(text[found.start : found.end]).find(found.value) >= 0


@pytest.mark.parametrize(
    "text", ["Plant No. 12", "Class of 1987", "Swift Current Bank", "7-Eleven"]
)
def test_small_numbers_and_words_are_no_identifiers(text: str) -> None:
    assert recognise(text) == ()
    assert alone(text) is None


def test_a_number_alone_is_taken_for_one_whatever_its_type() -> None:
    found = alone(" 7406784 ")
    assert found is not None
    assert (found.type, found.value) == ("", "7406784")


def test_a_general_type_is_told_exactly_by_check_digits() -> None:
    assert refined("tax", "7811692203") == "inn"
    assert refined("registration", "1187847122121") == "ogrn"
    assert refined("tax", "7811692204") == "tax"
    assert refined("passport", "7811692203") == "passport"


@given(st.text(max_size=60))
def test_recognised_numbers_stand_in_the_text_in_order_and_apart(text: str) -> None:
    found = recognise(f"{text} IMO 9776523 {text}")
    assert any(one.type == "imo" for one in found)
    assert all(0 <= one.start < one.end <= 2 * len(text) + 13 for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_a_label_before_a_labelled_number_does_not_take_it() -> None:
    (found,) = recognise("Registration number IMO 9776523")
    assert (found.type, found.value) == ("imo", "9776523")
