"""How Koreans and Japanese read Chinese characters in names (``hanja.tsv``, ``japanese_on.tsv``,
made by ``tools/make_han_readings.py`` from the Unicode Han Database).

The Chinese and Japanese press writes Koreans and their firms in characters (崔龙海, 朝鲜大成银行),
and lists have them as Koreans write them in Latin letters.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import product

from matcher.lexicon.folding import fold
from matcher.lexicon.korean import SURNAMES

# Surnames of Koreans: the census of 2015, those that lists have, and the North's.
_SURNAMES = frozenset(
    fold(
        "金李朴崔郑姜赵尹张林韩吴徐申权黄安宋柳洪全高文梁孙裴白许南沈卢河郭成车朱禹具闵罗陈池严蔡元千方"
        "孔玄康咸卞廉边吕秋鲁都石魏表吉玉太桂任辛俞田刘"
    )
)
# Ways to read characters that are asked. A choice, for time.
MOST_WAYS = 4


@cache
def _table(file: str) -> Mapping[str, tuple[str, ...]]:
    text = (files("matcher") / "data" / file).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {character: tuple(ways.split(" ")) for character, ways in rows}


def in_hangul(run: str) -> str:
    """Chinese characters as Koreans say them, in Hangul; empty where one has no reading."""
    found = [_table("hanja.tsv").get(character, ("",))[0] for character in fold(run)]
    return "".join(found) if all(found) else ""


def ways_in_hangul(run: str) -> tuple[str, ...]:
    """The same with the characters' other readings, the likeliest first, at most ``MOST_WAYS``."""
    found = [_table("hanja.tsv").get(character, ())[:2] for character in fold(run)]
    ranked = sorted(product(*map(enumerate, found)), key=lambda one: sum(n for n, _ in one))
    return tuple(["".join([way for _, way in one]) for one in ranked[:MOST_WAYS]])


def person_in_hangul(run: str) -> str:
    """The same of a Korean's name, surname first; empty where it is none."""
    folded = fold(run)
    if len(folded) != len(run) or not run or folded[0] not in _SURNAMES:
        return ""
    # 金 is 김 as a surname.
    ways = set(_table("hanja.tsv").get(folded[0], ()))
    surname = next((way for way in SURNAMES if way in ways), "")
    given = in_hangul(run[1:])
    return surname + given if surname and given else ""


def on_readings(run: str) -> list[tuple[str, ...]]:
    """For each character its readings in Japanese that were taken from Chinese; empty where one has
    none.
    """
    found = [_table("japanese_on.tsv").get(character, ()) for character in fold(run)]
    return found if all(found) else []
