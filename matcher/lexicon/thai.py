# ruff: noqa: E501 (tables)
"""Thai in Latin letters, near to the Royal Institute's general system (RTGS, 1999).

A syllable is a consonant or two, a vowel around them, and a consonant that ends it. Where no vowel
is written between two consonants it is o, where only one stands alone it is a.
"""

import re
from functools import cache, lru_cache

# As a syllable begins, and as it ends.
_FIRST = {
    "ก": "k", "ข": "kh", "ฃ": "kh", "ค": "kh", "ฅ": "kh", "ฆ": "kh", "ง": "ng", "จ": "ch", "ฉ": "ch", "ช": "ch", "ซ": "s",
    "ฌ": "ch", "ญ": "y", "ฎ": "d", "ฏ": "t", "ฐ": "th", "ฑ": "th", "ฒ": "th", "ณ": "n", "ด": "d", "ต": "t", "ถ": "th",
    "ท": "th", "ธ": "th", "น": "n", "บ": "b", "ป": "p", "ผ": "ph", "ฝ": "f", "พ": "ph", "ฟ": "f", "ภ": "ph", "ม": "m",
    "ย": "y", "ร": "r", "ล": "l", "ว": "w", "ศ": "s", "ษ": "s", "ส": "s", "ห": "h", "ฬ": "l", "อ": "", "ฮ": "h",
}  # fmt: skip
_LAST = {
    **_FIRST, "ข": "k", "ค": "k", "ฆ": "k", "จ": "t", "ฉ": "t", "ช": "t", "ซ": "t", "ญ": "n", "ฎ": "t", "ฐ": "t", "ฑ": "t",
    "ฒ": "t", "ณ": "n", "ด": "t", "ถ": "t", "ท": "t", "ธ": "t", "บ": "p", "ป": "p", "ผ": "p", "พ": "p", "ฟ": "p", "ภ": "p",
    "ย": "i", "ร": "n", "ล": "n", "ว": "o", "ศ": "t", "ษ": "t", "ส": "t", "ฬ": "n",
}  # fmt: skip
_C = "[ก-ฮ]"
_CLUSTER = f"(?:[กขคตปพผ][รลว]|ห[งญนมยรลว]|{_C})"
# Vowels: what stands before, behind and above the consonants, and the sound.
_VOWELS = (
    ("เ", "ียะ?", "ia"), ("เ", "ือะ?", "uea"), ("เ", "ิ", "oe"), ("เ", "อะ?", "oe"), ("เ", "าะ", "o"), ("เ", "า", "ao"),
    ("เ", "็", "e"), ("แ", "็", "ae"), ("เ", "ะ", "e"), ("แ", "ะ", "ae"), ("โ", "ะ", "o"), ("เ", "ย", "oei"), ("เ", "", "e"),
    ("แ", "", "ae"), ("โ", "", "o"), ("ใ", "", "ai"), ("ไ", "ย?", "ai"), ("", "ัวะ?", "ua"), ("", "ัย", "ai"), ("", "ั", "a"),
    ("", "ะ", "a"), ("", "ำ", "am"), ("", "า", "a"), ("", "ิ", "i"), ("", "ี", "i"), ("", "ึ", "ue"), ("", "ือ", "ue"), ("", "ื", "ue"),
    ("", "ุ", "u"), ("", "ู", "u"), ("", "็อ", "o"), ("", "รร", "a"), ("", "อ(?![ะ-ู])", "o"),
)  # fmt: skip
_ENDS = re.compile(f"{_C}(?![ะ-ู็])(?!{_C}?[ะ-ู็])")
_MUTE = re.compile(f"{_C}[ิุ]?์")
_TONES = re.compile("[่-๋ๆฯฺํ]")


@lru_cache(maxsize=1 << 12)
def romanised(run: str) -> tuple[str, ...]:
    """How Latin letters may write a run of Thai letters: as one word, and by syllables."""
    plain = _TONES.sub("", _MUTE.sub("", run))
    found: list[str] = []
    place = 0
    while place < len(plain):
        met = _syllable().match(plain, place)
        if met is None:
            place, read = _bare(plain, place)
        else:
            number = next(n for n in range(len(_VOWELS)) if met.group(f"c{n}") is not None)
            read = _onset(met.group(f"c{number}")) + _VOWELS[number][2]
            place = met.end()
        end = _ENDS.match(plain, place)
        if end is not None and read:
            read += _LAST.get(end[0], "")
            place = end.end()
        found.append(read)
    return tuple(dict.fromkeys(filter(None, ("".join(found), " ".join(filter(None, found))))))


@cache
def _syllable() -> re.Pattern[str]:
    """Compiled where it is asked for: it takes a hundredth of a cold start."""
    return re.compile(
        "|".join(
            f"(?P<b{n}>{before})(?P<c{n}>{_CLUSTER})(?P<v{n}>{behind})"
            for n, (before, behind, _) in enumerate(_VOWELS)
        )
    )


def _bare(plain: str, place: int) -> tuple[int, str]:
    """A consonant without a vowel: o before one that ends the syllable, else a."""
    letter = plain[place]
    if letter not in _FIRST:
        return place + 1, ""
    closed = _ENDS.match(plain, place + 1) is not None
    return place + 1, _FIRST[letter] + ("o" if closed else "a")


def _onset(letters: str) -> str:
    if len(letters) > 1 and letters[0] == "ห":
        letters = letters[1:]
    return "".join(_FIRST.get(letter, "") for letter in letters)


# Letters of foreign words, which keep their sound at a syllable's end and under the sign of silence.
_LOAN = {
    **_FIRST,
    "ข": "k",
    "ค": "k",
    "ถ": "t",
    "ท": "t",
    "ธ": "t",
    "ผ": "p",
    "พ": "p",
    "ภ": "p",
    "จ": "j",
    "อ": "",
}
_LOAN_VOWELS = {
    "ะ": "a", "ั": "a", "า": "a", "ำ": "am", "ิ": "i", "ี": "i", "ึ": "u", "ื": "u", "ุ": "u", "ู": "u", "เ": "e",
    "แ": "a", "โ": "o", "ใ": "ai", "ไ": "ai",
}  # fmt: skip
_BEFORE = re.compile(f"([เแโใไ])({_CLUSTER}(?![ะ-ู])|{_C})")
_CARRIER = re.compile(f"(?<={_C})อ(?![ะ-ูเ-ไ])|(?<=[็่-๋])อ(?={_C}|$)")
_SHORTENED = re.compile("[่-๋ๆฯฺํ็์]")


@lru_cache(maxsize=1 << 12)
def as_loan(word: str) -> str:
    """A foreign word of Thai letters as it sounds, letter by letter, in Latin ones (``เซอร์เกย์``,
    *serkey*): the vowel that stands before a consonant behind it.
    """
    plain = _CARRIER.sub("O", _SHORTENED.sub("", word))
    plain = plain.replace("ัว", "U").replace("รร", "า")
    plain = _BEFORE.sub(r"\2\1", plain).replace("เO", "E")
    letters = {**_LOAN, **_LOAN_VOWELS, "O": "o", "U": "ua", "E": "e"}
    return "".join([letters.get(letter, "") for letter in plain])
