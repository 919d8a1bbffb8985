"""Words in letters of another guise: circled, small capitals, upside down, parted by signs."""

import pytest
from read_helpers import one, places

from documents import Sandbox
from documents.guises import plainly
from records import Passage

pytest_plugins = ["read_fixtures"]


@pytest.mark.parametrize(
    "words",
    [
        "ⓢⓞⓥⓒⓞⓜⓕⓛⓞⓣ", "ⓈⓄⓋⒸⓄⓂⒻⓁⓄⓉ", "🄢🄞🄥🄒🄞🄜🄕🄛🄞🄣", "🅂🄾🅅🄲🄾🄼🄵🄻🄾🅃", "🅢🅞🅥🅒🅞🅜🅕🅛🅞🅣",
        "🆂🅾🆅🅲🅾🅼🅵🅻🅾🆃", "🇸🇴🇻🇨🇴🇲🇫🇱🇴🇹", "ꜱᴏᴠᴄᴏᴍꜰʟᴏᴛ", "sovᴄoᴍꜰʟoᴛ", "ˢᵒᵛᶜᵒᵐᶠˡᵒᵗ", "⠎⠕⠧⠉⠕⠍⠋⠇⠕⠞",
    ],
)  # fmt: skip
def test_letters_in_another_guise_are_read_as_plain_capitals(words: str, sandbox: Sandbox) -> None:
    read = places(one(f"Paid to {words} in May.".encode(), sandbox))
    assert read["Paid to SOVCOMFLOT in May."] == "in plain letters"


def test_letters_on_their_heads_are_read_from_the_end(sandbox: Sandbox) -> None:
    read = places(one("Paid to ʇoʃɟɯoɔʌoS in May.".encode(), sandbox))
    assert read["Paid to Sovcomflot in May."] == "in plain letters"


@pytest.mark.parametrize(
    "text",
    [
        "Sum of xᵢ and yⱼ", "1ˢᵗ of May, 2ⁿᵈ of June", "Ⓐ and Ⓑ", "🇫🇷 🇩🇪", "Müller Straße, 5 m²",
        "Weſel an der Lippe", "pronounced /ˈbʌtər/", "Isparta'lı ılık",
    ],
)  # fmt: skip
def test_signs_that_are_no_words_stay_as_they_are(text: str) -> None:
    assert plainly(text) == text


@pytest.mark.parametrize("sign", "-·•*|/_")
def test_letters_that_a_sign_parts_are_a_word(sign: str, sandbox: Sandbox) -> None:
    text = f"We thank you.\nPaid to {sign.join('SOVCOMFLOT')} in May.\nYours"
    read = places(one(text.encode(), sandbox))
    assert read["Paid to SOVCOMFLOT in May."] == "letters joined"


@pytest.mark.parametrize("text", ["Y/N/Y/N/Y/N", "A-B-C Ltd", "ab-c-d-e-f-g", "c-d-e-f-gh", "a/b"])
def test_marks_and_short_rows_are_no_word(text: str, sandbox: Sandbox) -> None:
    assert "letters joined" not in places(one(text.encode(), sandbox)).values()


def test_a_reading_is_no_line_of_the_text_itself(sandbox: Sandbox) -> None:
    text = "Paid to ⓢⓞⓥⓒⓞⓜⓕⓛⓞⓣ in May."
    document = one(text.encode(), sandbox)
    first, second = document.passages[:2]
    assert first == Passage(text=text)
    assert second.start > len(text)
