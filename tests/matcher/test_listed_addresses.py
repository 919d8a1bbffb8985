"""Addresses that are listed themselves; those of Hong Kong are as BIS published them in June 2024
(89 FR 51644).
"""

import pytest

from matcher.places.listed_addresses import find_addresses, is_only_an_address, listed_addresses

PUBLISHED = (
    "Unit D, 16/F One Capital Place, 18 Luard Rd, Wan Chai, Hong Kong",
    "Unit 04, 7/F Bright Way Tower, No. 33 Mong Kok Road, Kowloon, Hong Kong",
    "Room 19C Lockhart Centre 301-307, Lockhart Rd. Wan Chai, Hong Kong",
    "Room 803, Chevalier House 45-51, Chatham Road South, Tsim Sha Tsui, Hong Kong",
    "Flat/RM 2309, 23/F, Ho King Commercial Centre, 2-16 Fa Yuen Street, Mong Kok, Kowloon, "
    "Hong Kong",
    "Office 4, 16/F Ho King Commercial Centre, 2-16 Fayuen Street, Hong Kong",
    "Room 1318-19, 13F, Hollywood Plaza, 610 Nathan Road, Mong Kok, Kowloon, Hong Kong",
    "Room 1318-20, 13F, Hollywood Plaza, 610 Nathan Road, Mong Kok Kowloon, Hong Kong",
)
KNOWN = tuple(
    one for n, text in enumerate(PUBLISHED) for one in listed_addresses(f"us_csl:{n}", [text])
)


def sure(text: str) -> list[str]:
    return [one.listed.entity_id for one in find_addresses(text, KNOWN) if one.sure]


@pytest.mark.parametrize("number", range(len(PUBLISHED)))
def test_each_published_address_is_found_as_it_was_published(number: int) -> None:
    assert f"us_csl:{number}" in sure(PUBLISHED[number])
    assert f"us_csl:{number}" in sure(PUBLISHED[number].upper().replace(",", ""))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Unit D 16/F., One Capital Place, 18 Luard Road, Wanchai, HK", 0),
        ("RM 803 CHEVALIER HSE 45-51 CHATHAM RD SOUTH TST HONG KONG", 3),
        ("RM 2309 23/F HO KING COMM CTR 2-16 FA YUEN ST MONGKOK", 4),
        ("Office 4 16/F Ho King Commercial Centre 2-16 Fa Yuen Street", 5),
    ],
)
def test_an_address_is_found_in_the_usual_abbreviations(text: str, number: int) -> None:
    assert f"us_csl:{number}" in sure(text)


@pytest.mark.parametrize(
    "text",
    [
        "Room 804, Chevalier House, 45-51 Chatham Road South, Tsim Sha Tsui, Hong Kong",
        "Flat 12, Hollywood Plaza, 610 Nathan Road, Mong Kok, Kowloon, Hong Kong",
        "18 Luard Road, Wan Chai, Hong Kong",
        "16/F, Another Place, 18 Lockhart Road, Wan Chai, Hong Kong",
    ],
)
def test_another_room_or_house_is_somebody_else(text: str) -> None:
    assert find_addresses(text, KNOWN) == []


def test_the_house_without_a_room_is_for_a_person_to_judge() -> None:
    text = "Chevalier House, 45-51 Chatham Road South, Tsim Sha Tsui, Hong Kong"
    assert [one.sure for one in find_addresses(text, KNOWN)] == [False]


def test_an_entry_is_an_address_by_names_that_say_no_more() -> None:
    assert is_only_an_address(["Address 01"], [PUBLISHED[0]])
    assert is_only_an_address([PUBLISHED[0]], [])
    assert is_only_an_address([PUBLISHED[0]], [PUBLISHED[0]])
    assert not is_only_an_address(["Wuhan Gaoxin 7 Technology"], [PUBLISHED[0]])
    assert not is_only_an_address(["Unit 61398"], ["Shanghai"])
    assert not is_only_an_address(["Address 01", "Era Media"], [PUBLISHED[0]])
