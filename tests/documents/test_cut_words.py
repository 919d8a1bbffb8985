"""Words of narrow columns that are cut without a hyphen."""

import pytest
from read_helpers import one, places
from test_pdf_layout import pdf

from documents import MEET, Sandbox
from documents.cut_words import cut_words

pytest_plugins = ["read_fixtures"]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["Haleel Com", "modities", "LTD"], "Haleel Com|modities\nLTD"),
        (["3", "Manufacture", "rs Co Ltd"], "3\nManufacture|rs Co Ltd"),
        (["KOREA", "TRADING CO", "RPORATION"], "KOREA\nTRADING CO|RPORATION"),
        (["Минский за", "Завод Коле", "сных тягачей"], "Минский за\nЗавод Коле|сных тягачей"),
    ],
)
def test_a_word_that_a_narrow_cell_cuts_is_read_whole(lines: list[str], joined: str) -> None:
    found = list(cut_words("\n".join(["No Supplier Goods and more", *lines])))
    assert any(joined.replace("|", MEET) in text for text in found)


@pytest.mark.parametrize(
    "text",
    [
        "The goods were then sent to the Bank\nof which the buyer had told us in March",
        "pumps and\nvalves of several\nsizes",
        "3rd Floor\n12 Main Street",
        "AIR\nTRANSPORTATION",
    ],
)
def test_lines_of_prose_and_of_small_words_cut_nothing(text: str) -> None:
    assert list(cut_words(text)) == []


def test_the_lines_of_a_page_are_read_again_with_the_word_whole(sandbox: Sandbox) -> None:
    data = pdf((72, 700, "Sovcom"), (72, 688, "flot"), (72, 676, "Minsk"), (300, 700, "pumps"))
    assert any(f"Sovcom{MEET}flot" in text for text in places(one(data, sandbox)))
