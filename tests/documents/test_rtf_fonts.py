"""Bytes in an RTF file are letters of the font that they are in, wherever they stand."""

import pytest
from read_helpers import one, places

from documents import Sandbox

pytest_plugins = ["read_fixtures"]

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}{\f1\fcharset204{\*\panose 02}Arial Cyr;}"
    r"{\f2\fcharset128 MS Mincho;}{\f3\fcharset0 Times;}}"
)


def _bytes(words: str, codec: str) -> str:
    return "".join(f"\\'{byte:02x}" for byte in words.encode(codec))


RUSSIAN = _bytes("Совкомфлот", "cp1251")


@pytest.mark.parametrize(
    ("body", "text", "place"),
    [
        (rf"\f0 Paid to {{\f1 {RUSSIAN}}} in \'e9t\'e9", "Paid to Совкомфлот in été", None),
        (rf"x{{\header\f1 {RUSSIAN}}}", "Совкомфлот", "header"),
        (rf"\f1 {RUSSIAN}\plain\'e9", "Совкомфлотé", None),
        (rf"\f2 {_bytes('マハン航空', 'cp932')}", "マハン航空", None),
        # The second byte of a letter may stand as itself.
        (r"\f2 \'83X\'83X", "スス", None),
        (r"\f1 \u1057\'d1\u1086\'ee\u1074\'e2", "Сов", None),
        (r"\f1 \u1057?\'ee\'e2", "Сов", None),
        (r"\f2\uc2 \u12473\'83\'58\u12473\'83\'58 x", "スス x", None),
        (r"\f3 \'e9", "é", None),
    ],
)
def test_bytes_are_letters_of_their_font(
    body: str, text: str, place: str | None, sandbox: Sandbox
) -> None:
    found = places(one(f"{HEAD}{body}\\par}}".encode(), sandbox))
    assert found[text] == place
