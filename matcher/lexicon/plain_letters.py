"""Letters that programs and keyboards write for others that look the same, one for one, so that
places in a text stay what they are.
"""

import re
import unicodedata

# Radicals as signs of their own, which fonts of PDF files often leave for characters. Unicode's
# compatibility forms know the first 214; of the others those that are characters, too
# (EquivalentUnifiedIdeograph).
_RADICAL = re.compile("[\u2e80-\u2fd5]")
_OTHER_RADICALS = dict(
    zip(
        "⺎⺓⺟⺠⺧⺩⺫⺬⺮⺶⻁⻄⻅⻆⻉⻊⻋⻑⻒⻓⻔⻗⻘⻙⻚⻛⻜⻝⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "兀幺母民牛王目示竹羊虎西见角贝足车長镸长门雨青韦页风飞食首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
        strict=True,
    )
)
_CHARACTERS = {
    sign: ord(_OTHER_RADICALS.get(chr(sign)) or unicodedata.normalize("NFKC", chr(sign)))
    for sign in range(0x2E80, 0x2FD6)
}
# The long a that only ends a word; inside one it is y.
_LONG_A = re.compile("[\u0649\ufeef\ufef0]")
_LONG_A_INSIDE = re.compile("\u0649(?=[\u0620-\u064a\u066e-\u06d3])")
# Letters of a word inside which it is y; a longer one may be several that lost their spaces.
_LONGEST_WORD = 9
_WORD = re.compile("[\u0620-\u065f\u066e-\u06d3]+")
_Y = "\u06cc"
# What tells Persian, and what Arabic, though somebody typed it with Persian letters.
_PERSIAN = re.compile(f"[پچژگک{_Y}]")
_ARABIC = "ة"


def with_characters(text: str) -> str:
    """A text with characters for the signs of radicals that look like them."""
    if text.isascii() or _RADICAL.search(text) is None:
        return text
    return text.translate(_CHARACTERS)


def with_written_y(text: str) -> str:
    """A text in Arabic letters with y where the long a that ends words is written for it: inside
    words, and in Persian names at their ends, too.
    """
    if text.isascii() or _LONG_A.search(text) is None:
        return text
    if _PERSIAN.search(text) is not None and _ARABIC not in text:
        return _LONG_A.sub(_Y, text)
    return _WORD.sub(_with_y_inside, text)


def _with_y_inside(word: re.Match[str]) -> str:
    return _LONG_A_INSIDE.sub(_Y, word[0]) if len(word[0]) <= _LONGEST_WORD else word[0]
