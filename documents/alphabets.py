"""What people write in each legacy encoding: the letters that tell the encodings apart.

The encodings are those of the WHATWG Encoding Standard (https://encoding.spec.whatwg.org), that
is, of the files that are still about, with the DOS and Macintosh ones that old accounting programs
write. Letters are ordered by how often they occur; only the first ones count in full.
"""

from collections.abc import Callable
from dataclasses import dataclass

_MARKS = "’‘“”„«»–—…•€£§°№©®™·\xa0\xad´"
_RUSSIAN = ("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъ", "ёіїєґў")
_WESTERN = ("éèàçêâôîûùëïöüäßáíóúñãõåæøœ", "ìòÿýðþ¿¡ªº")
_CENTRAL = ("ąćęłńóśźżáčďéěíňřšťúůýžőűöüäľô", "ăâîşţĺŕđ")
_TURKISH = ("çğıİöşüâî", "éû")
_BALTIC = ("āčēģīķļņšūžąęėįųõäöü", "ŗó")
_GREEK = ("αοιετσνηυρπκμλςδγωχθφβξζψάέήίόύώ", "ϊϋΐΰ")
_HEBREW = ("יוהלארתבמשנעםדקחפכטזגסןצךףץ", "")
_ARABIC = ("اليمونرتبةعدسفهكقحأجشصىخطئضزذؤآإءغظث", "پچژگ،؟؛ًٌٍَُِّْـ")
_THAI = ("านรกอเงม่ย้วลดทส์ตะัีบปิคหแจพชขใุไผโูซึืถ็ธศฐฝ", "๊ฎฏฑฒณญฌฆฉษ๋ภฟำ")
_LATIN = (_WESTERN, _CENTRAL, _TURKISH, _BALTIC)
_OTHER_LATIN = {
    "iso-8859-3", "iso-8859-4", "iso-8859-10", "iso-8859-13", "iso-8859-14", "iso-8859-16",
    "windows-1258",
}  # fmt: skip
# What a rare letter adds to a reading's credit, where the commonest adds 1, and how much less than
# it the last of the common ones, which stand by their frequency. Choices, tried on real texts by
# tests/documents/test_encoding.py.
_RARE_LETTER = 0.4
_LAST_LETTER = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Legacy:
    """An encoding and what is written in it."""

    codec: str
    charset: str
    credit: Callable[[str], float]
    """What one character outside ASCII says for the encoding, in [-1, 1]."""
    latin: bool = False
    """Whether its letters stand among ASCII ones in a word, as é does."""
    unspaced: bool = False
    """Whether its words stand without spaces between them."""
    rarity: float = 0.0
    """Taken off the score: between equal readings the commoner encoding is right more often."""


def _letters(alphabet: tuple[str, str]) -> dict[str, float]:
    common, rare = alphabet
    worth = dict.fromkeys(_MARKS, 0.95)
    worth |= dict.fromkeys(rare + rare.upper(), _RARE_LETTER)
    # In an alphabet of its own the order counts too: every reading of a Russian text as Greek is
    # made of Greek letters, but not of those that Greek needs most.
    loss = 0.0 if alphabet in _LATIN else _LAST_LETTER / len(common)
    for rank, letter in enumerate(common):
        worth[letter.upper()] = 0.9 - loss * rank
        worth[letter] = 1.0 - loss * rank
    return worth


def _single(codec: str, charset: str, alphabet: tuple[str, str], rarity: float = 0.0) -> Legacy:
    worth = _letters(alphabet)

    def credit(character: str) -> float:
        return worth.get(character, -0.5)

    latin = alphabet in _LATIN
    return Legacy(codec=codec, charset=charset, credit=credit, latin=latin, rarity=rarity)


def _multi(
    codec: str, charset: str, plane: str, first: int, last: int, also: str, rarity: float = 0.0
) -> Legacy:
    """An East Asian encoding: common characters have lead bytes from ``first`` to ``last`` in the
    national standard ``plane``, which puts them before the rare ones.
    """

    def credit(character: str) -> float:
        if character in _MARKS or "\u3000" <= character <= "\u303f" or "！" <= character <= "～":
            return 0.8
        if any(low <= character <= high for low, high in zip(also[::2], also[1::2], strict=True)):
            return 1.0
        try:
            lead = character.encode(plane)[0]
        except UnicodeEncodeError:
            return -0.5
        return 1.0 if first <= lead <= last else 0.1

    unspaced = plane != "euc_kr"
    return Legacy(codec=codec, charset=charset, credit=credit, unspaced=unspaced, rarity=rarity)


def unlisted(codec: str, charset: str) -> Legacy:
    """An encoding whose alphabet nobody wrote down here: any letter is as good as another."""

    def credit(character: str) -> float:
        return 0.9 if character.isalpha() or character in _MARKS else -0.5

    return Legacy(codec=codec, charset=charset, credit=credit, latin=charset in _OTHER_LATIN)


# Commonest first within a script: equal readings are settled by ``rarity``.
LEGACY: tuple[Legacy, ...] = (
    _single("cp1252", "windows-1252", _WESTERN),
    _single("cp1251", "windows-1251", _RUSSIAN),
    _multi("gb18030", "gb18030", "gb2312", 0xB0, 0xD7, "", 0.01),
    _multi("big5", "big5", "big5", 0xA4, 0xC6, "", 0.015),
    _multi("cp932", "shift_jis", "shift_jis", 0x88, 0x98, "ぁヿ", 0.01),
    _multi("euc_jp", "euc-jp", "shift_jis", 0x88, 0x98, "ぁヿ", 0.01),
    _multi("cp949", "euc-kr", "euc_kr", 0xB0, 0xC8, ""),
    _single("cp1250", "windows-1250", _CENTRAL, 0.01),
    _single("cp1254", "windows-1254", _TURKISH, 0.01),
    _single("cp1256", "windows-1256", _ARABIC, 0.01),
    _single("cp1253", "windows-1253", _GREEK, 0.01),
    _single("cp1255", "windows-1255", _HEBREW, 0.005),
    _single("cp1257", "windows-1257", _BALTIC, 0.02),
    _single("cp874", "windows-874", _THAI, 0.1),
    _single("koi8_r", "koi8-r", _RUSSIAN),
    _single("koi8_u", "koi8-u", _RUSSIAN, 0.005),
    _single("cp866", "ibm866", _RUSSIAN),
    _single("iso8859_5", "iso-8859-5", _RUSSIAN, 0.01),
    _single("mac_cyrillic", "x-mac-cyrillic", _RUSSIAN, 0.06),
    _single("iso8859_2", "iso-8859-2", _CENTRAL, 0.015),
    _single("iso8859_15", "iso-8859-15", _WESTERN, 0.005),
    _single("iso8859_6", "iso-8859-6", _ARABIC, 0.02),
    _single("iso8859_7", "iso-8859-7", _GREEK, 0.015),
    _single("iso8859_8", "iso-8859-8", _HEBREW, 0.015),
    _single("mac_roman", "macintosh", _WESTERN, 0.2),
    _single("cp850", "ibm850", _WESTERN, 0.2),
)
