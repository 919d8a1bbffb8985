# ruff: noqa: E501 (tables)
"""Initials of Latin letters that another script spells out by the letters' English names:
``اس پی آی`` is SPI, ``די. אי. אס.`` is DIS, ``エービーシー`` is ABC.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import product

from matcher.lexicon.folding import fold

# For each letter the ways to write its name. Some names are two letters': then both are ways.
_NAMES = {
    "arabic": (
        "i ای آی;a ایه اه ا ای;b بی;c سی;d دی;e ای ائی;f اف ف;g جی;h اتش اچ هاش;j جای جی جیه;k کای کی کیه;l ال إل;"
        "m ام إم;n ان إن;o او أو;p بی پی;q کیو;r ار آر أر;s اس إس;t تی;u یو;v فی وی ڤی;w دبلیو دابلیو;x اکس ایکس;y وای;z زد زی"
    ),
    "hebrew": (
        "a איי אי א;b בי;c סי;d די;e אי;f אף;g ג'י;h אייץ' אייצ';i איי אי;j ג'יי;k קיי קי;l אל;m אם;n אן;o או;p פי;"
        "q קיו;r אר;s אס;t טי;u יו;v וי;w דאבליו דבליו;x אקס;y וואי ווי;z זי זד"
    ),
    "kana": (
        "a エー エイ;b ビー;c シー;d ディー デー;e イー;f エフ;g ジー;h エイチ エッチ;i アイ;j ジェー ジェイ;k ケー ケイ;l エル;m エム;n エヌ;o オー;"
        "p ピー;q キュー;r アール;s エス;t ティー テー;u ユー;v ブイ ヴィー;w ダブリュー ダブル;x エックス;y ワイ;z ゼット"
    ),
    "hangul": (
        "a 에이;b 비;c 씨 시;d 디;e 이;f 에프;g 지;h 에이치;i 아이;j 제이;k 케이;l 엘;m 엠;n 엔;o 오;p 피;q 큐;r 알;s 에스;t 티;u 유;v 브이;"
        "w 더블유;x 엑스;y 와이;z 제트"
    ),
}  # fmt: skip
# One letter's name is mostly a word.
FEWEST, MOST, MOST_WAYS = 2, 6, 12


@cache
def letter_names(script: str) -> Mapping[str, str]:
    """The names of letters in a script, folded, and the letters that each may be."""
    found: dict[str, str] = {}
    for row in _NAMES[script].split(";"):
        letter, *names = row.split()
        for name in map(fold, names):
            if letter not in found.get(name, ""):
                found[name] = found.get(name, "") + letter
    return found


def spelled_out(words: Sequence[str], script: str) -> tuple[int, tuple[str, ...]] | None:
    """Initials at the beginning of some words: how many words they take, and what they may be.

    Args:
        words: folded.
        script: a script of the table.
    """
    names = letter_names(script)
    letters: list[str] = []
    for word in words[:MOST]:
        if word not in names:
            break
        letters.append(names[word])
    if len(letters) < FEWEST:
        return None
    return len(letters), as_initials(letters)


def as_initials(letters: Sequence[str]) -> tuple[str, ...]:
    """The words that letters make, the likeliest first, some with spaces between their letters.

    Args:
        letters: for each place those that may stand there.
    """
    ranked = sorted(product(*map(enumerate, letters)), key=lambda one: sum(n for n, _ in one))
    chosen = ["".join([letter for _, letter in one]) for one in ranked[:MOST_WAYS]]
    return (*chosen, " ".join(chosen[0]))
