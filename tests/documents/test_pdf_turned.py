"""Lines of a PDF page that run in other directions than from the left to the right."""

from math import cos, radians, sin

import pytest
from read_helpers import one, places
from test_pdf_layout import page

from documents import Sandbox

pytest_plugins = ["read_fixtures"]

TURNED = "page 1, as shown, turned round"
UPRIGHT = "BT /F 8 Tf 72 800 Td (Pumps and valves as agreed in March) Tj ET\n"
# Courier's letters are six tenths of their size wide.
SIZE, WIDTH = 10, 6


def turned(words: str, angle: int, left: float = 300, up: float = 400) -> str:
    """A line that a browser writes so: pieces of two letters, each at its own place."""
    across, above = cos(radians(angle)), sin(radians(angle))
    pieces = []
    for start in range(0, len(words), 2):
        x, y = left + start * WIDTH * across, up + start * WIDTH * above
        matrix = f"{across:.4f} {above:.4f} {-above:.4f} {across:.4f} {x:.2f} {y:.2f}"
        pieces.append(f"BT /F {SIZE} Tf {matrix} Tm ({words[start : start + 2]}) Tj ET\n")
    return "".join(pieces)


@pytest.mark.parametrize("angle", [20, 45, 90, 120, 135, 180, 200, 225, 270, 315])
def test_a_line_in_any_direction_is_read_as_it_is_shown(angle: int, sandbox: Sandbox) -> None:
    data = page(UPRIGHT + turned("Paid to Minsk Wheel Tractor Plant", angle))
    said = {" ".join(text.split()) for text in places(one(data, sandbox))}
    assert any("Paid to Minsk Wheel Tractor Plant" in text for text in said)


def test_lines_on_their_heads_go_on_as_they_are_read(sandbox: Sandbox) -> None:
    shown = turned("Paid to Bank", 180, up=400) + turned("Sepah in May", 180, up=414)
    found = places(one(page(UPRIGHT + shown), sandbox))
    assert found["Paid to Bank\nSepah in May"] == TURNED


@pytest.mark.parametrize("more", ["", "BT /F 10 Tf 0 1 -1 0 50 90 Tm (Bank Sepah) Tj ET"])
def test_a_page_that_reads_well_is_read_once(more: str, sandbox: Sandbox) -> None:
    assert TURNED not in places(one(page(UPRIGHT + more), sandbox)).values()


def test_what_stands_far_apart_in_a_turned_line_is_not_one_name(sandbox: Sandbox) -> None:
    shown = turned("Mahan", 180, left=500) + turned("Air", 180, left=200)
    assert not any("Mahan Air" in text for text in places(one(page(UPRIGHT + shown), sandbox)))
