"""Chinese names in Wade-Giles (``Ch'ing-hua``, ``Kuang-tung``) and in the postal spelling of places
(``Peking``), which texts of before the 1980s, Taiwan's companies and old list entries use.

They are read in pinyin. The syllables of Wade-Giles follow from those of pinyin by the rules of the
two systems (H. A. Giles, A Chinese-English Dictionary, 1912; ISO 7098), so the table is worked out.
Many syllables are in both systems (``chu``), so only words with a mark of Wade-Giles are read: an
apostrophe, ``hs``, or syllables with hyphens of which one is in no pinyin; and a surname with a
given name of two syllables and a hyphen (*Chang Wei-min*), which pinyin writes as one word.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

# The syllables of Mandarin by their finals; ``v`` is ü. Zero initials are written y and w.
_FINALS = {
    "a": "b p m f d t n l g k h zh ch sh z c s", "o": "b p m f",
    "e": "m d t n l g k h zh ch sh r z c s", "ai": "b p m d t n l g k h zh ch sh z c s",
    "ei": "b p m f d n l g h zh sh z", "ao": "b p m d t n l g k h zh ch sh r z c s",
    "ou": "p m f d t n l g k h zh ch sh r z c s", "an": "b p m f d t n l g k h zh ch sh r z c s",
    "en": "b p m f n g k h zh ch sh r z c s", "ang": "b p m f d t n l g k h zh ch sh r z c s",
    "eng": "b p m f d t n l g k h zh ch sh r z c s", "ong": "d t n l g k h zh ch r z c s",
    "i": "b p m d t n l j q x zh ch sh r z c s", "ia": "l j q x", "ie": "b p m d t n l j q x",
    "iao": "b p m d t n l j q x", "iu": "m d n l j q x", "ian": "b p m d t n l j q x",
    "in": "b p m n l j q x", "iang": "n l j q x", "ing": "b p m d t n l j q x", "iong": "j q x",
    "u": "b p m f d t n l g k h zh ch sh r z c s", "ua": "g k h zh sh",
    "uo": "d t n l g k h zh ch sh r z c s", "uai": "g k h zh ch sh",
    "ui": "d t g k h zh ch sh r z c s", "uan": "d t n l g k h zh ch sh r z c s",
    "un": "d t n l g k h zh ch sh r z c s", "uang": "g k h zh ch sh", "v": "n l j q x",
    "ve": "n l j q x", "van": "j q x", "vn": "j q x",
}  # fmt: skip
_INITIALS = {
    "b": "p", "p": "p'", "d": "t", "t": "t'", "g": "k", "k": "k'", "j": "ch", "q": "ch'",
    "x": "hs", "zh": "ch", "ch": "ch'", "z": "ts", "c": "ts'", "r": "j",
}  # fmt: skip
_WRITTEN = {
    "ie": "ieh", "ian": "ien", "ong": "ung", "iong": "iung", "v": "ü", "ve": "üeh", "van": "üan",
    "vn": "ün",
}  # fmt: skip
# Where they differ in more than initial and final.
_OWN = {
    "zhi": "chih", "chi": "ch'ih", "shi": "shih", "ri": "jih", "zi": "tzu", "ci": "tz'u",
    "si": "ssu szu", "ge": "ko", "ke": "k'o", "he": "ho", "gui": "kuei", "kui": "k'uei",
    "er": "erh", "yi": "i", "ye": "yeh", "you": "yu", "yan": "yen", "yong": "yung", "yu": "yü",
    "yue": "yüeh", "yuan": "yüan", "yun": "yün", "ya": "ya", "yao": "yao", "yin": "yin",
    "yang": "yang", "ying": "ying", "wu": "wu", "wa": "wa", "wo": "wo", "wai": "wai", "wei": "wei",
    "wan": "wan", "wen": "wen", "wang": "wang", "weng": "weng", "a": "a", "ai": "ai", "ao": "ao",
    "an": "an", "en": "en", "ang": "ang", "ou": "ou", "e": "o",
}  # fmt: skip
# uo is o behind these: to is duo.
_SHORT_O = frozenset(["d", "t", "n", "l", "zh", "ch", "r", "z", "c", "s"])
# Places as the Chinese post office wrote them from 1906 on (Postal romanization), but for Canton
# and Kirin, which are other words more often.
_POSTAL = {
    "peking": "beijing", "tientsin": "tianjin", "nanking": "nanjing", "chungking": "chongqing",
    "tsingtao": "qingdao", "amoy": "xiamen", "swatow": "shantou", "foochow": "fuzhou",
    "hangchow": "hangzhou", "soochow": "suzhou", "chefoo": "yantai", "mukden": "shenyang",
    "dairen": "dalian", "hankow": "hankou", "chengtu": "chengdu", "lanchow": "lanzhou",
    "tsinan": "jinan", "chengchow": "zhengzhou", "kweilin": "guilin", "kweiyang": "guiyang",
    "kwangtung": "guangdong", "kwangsi": "guangxi", "kweichow": "guizhou", "szechuan": "sichuan",
    "szechwan": "sichuan", "hupeh": "hubei", "hopeh": "hebei", "hopei": "hebei", "honan": "henan",
    "kiangsi": "jiangxi", "kiangsu": "jiangsu", "chekiang": "zhejiang", "fukien": "fujian",
    "anhwei": "anhui", "shantung": "shandong", "shansi": "shanxi", "shensi": "shaanxi",
    "kansu": "gansu", "sinkiang": "xinjiang", "tsinghai": "qinghai",
    "heilungkiang": "heilongjiang", "wusih": "wuxi", "ningpo": "ningbo", "wenchow": "wenzhou",
    "chinkiang": "zhenjiang", "tsinghua": "qinghua",
}  # fmt: skip
_LONGEST = len("ch'uang")
_APOSTROPHES = "'’‘ʼʻ`´"
_LETTER = "A-Za-zÜüÊêŬŭ"
_RUN = re.compile(
    rf"(?<![^\W_])[{_LETTER}]+(?:[{_APOSTROPHES}-][{_LETTER}]+)*(?![^\W_]|[{_APOSTROPHES}-]\w)"
)
_FOLDED = str.maketrans({**dict.fromkeys(_APOSTROPHES, "'"), "ê": "e", "ŭ": "u"})


class InPinyin(NamedTuple):
    """A word of a text that is no pinyin, and how pinyin writes it."""

    start: int
    end: int
    """Code points of the text."""
    pinyin: str


def _pairs() -> Iterator[tuple[str, str]]:
    """Syllables of pinyin and of Wade-Giles."""
    for pinyin, written in _OWN.items():
        for one in written.split():
            yield pinyin, one
    for final, initials in _FINALS.items():
        for initial in initials.split():
            pinyin = initial + (
                final.replace("v", "ü") if initial in "nl" else final.replace("v", "u")
            )
            if pinyin not in _OWN:
                other = "o" if final == "uo" and initial in _SHORT_O else _WRITTEN.get(final, final)
                yield pinyin, _INITIALS.get(initial, initial) + other


@cache
def syllables() -> Mapping[str, str]:
    """Each syllable of Wade-Giles, in small letters with ``'``, and that of pinyin."""
    return {written: pinyin for pinyin, written in _pairs()}


@cache
def _from_pinyin() -> Mapping[str, str]:
    """Each syllable of pinyin in Wade-Giles, without its marks."""
    found: dict[str, str] = {}
    for pinyin, written in _pairs():
        found.setdefault(pinyin.replace("ü", "v"), written.replace("'", "").replace("ü", "u"))
    return found


def in_wade_giles(syllable: str) -> str:
    """A syllable of pinyin, with ``v`` for ``ü``, in Wade-Giles without its marks; empty for what
    is no syllable.
    """
    return _from_pinyin().get(syllable, "")


@cache
def _pinyin() -> frozenset[str]:
    return frozenset(pinyin for pinyin, _ in _pairs())


@cache
def _marked() -> frozenset[str]:
    """Forms of words that say that a name may have words to read here."""
    own = {written.replace("'", "").replace("ü", "u") for written in syllables()}
    return frozenset(own - {pinyin.replace("ü", "u") for pinyin in _pinyin()} | _POSTAL.keys())


def may_be_marked(lowered: str) -> bool:
    """Whether letters or signs of a text in small letters may mark words to read: a quick look."""
    if "hs" in lowered or "'" in lowered or "’" in lowered:
        return True
    return "-" in lowered and _is_given_name(lowered.strip(",.;"))


def is_marked(form: str) -> bool:
    """Whether a word by itself says that a name may have words to read."""
    return form in _marked()


def in_pinyin(text: str) -> list[InPinyin]:
    """Find the words of a text that are Wade-Giles or postal spelling.

    Args:
        text: a name as written.

    Returns:
        In the text's order; empty for most.
    """
    runs = [(met, met.group().lower().translate(_FOLDED)) for met in _RUN.finditer(text)]
    read = _read_throughout if _is_a_person(text, [run for _, run in runs]) else _read
    return [InPinyin(met.start(), met.end(), pinyin) for met, run in runs if (pinyin := read(run))]


def _is_a_person(text: str, runs: Sequence[str]) -> bool:
    """Whether a name is a surname of a syllable and a given name of two with a hyphen."""
    if len(runs) != 2 or len(text.split()) != 2:
        return False
    return any(map(_is_given_name, runs)) and any(run in syllables() for run in runs)


@lru_cache(maxsize=1 << 12)
def _is_given_name(run: str) -> bool:
    parts, known = run.translate(_FOLDED).split("-"), syllables()
    return len(parts) == 2 and all(part in known for part in parts)


def _read_throughout(run: str) -> str | None:
    """Syllables with hyphens between in pinyin; None where it writes them with the same letters."""
    known = syllables()
    read = "".join(known[one] for one in run.split("-"))
    return read if read != run.replace("-", "") else None


@lru_cache(maxsize=1 << 12)
def _read(run: str) -> str | None:
    """Letters with hyphens and apostrophes in pinyin; None where they are something else."""
    if run in _POSTAL:
        return _POSTAL[run]
    parts = run.split("-")
    cut = [_cut(part) for part in parts]
    found = [one for each in cut for one in each]
    if len(found) < 2 or not all(map(_is_readable, parts, cut)) or not any(map(_is_mark, found)):
        return None
    known = syllables()
    return "".join(known[one] for one in found)


def _is_readable(part: str, cut: Sequence[str]) -> bool:
    """Whether letters are one syllable, or several where they are marked: ``one`` is no ``o-ne``,
    and in the middle of a word ``hs`` is Arabic (``Mohsin``).
    """
    return len(cut) == 1 or (len(cut) > 1 and (part.startswith("hs") or "'" in part))


def _is_mark(syllable: str) -> bool:
    """Whether no pinyin is written so; a lone ``i`` or ``o`` says nothing."""
    return len(syllable) > 1 and syllable not in _pinyin()


def _cut(part: str) -> tuple[str, ...]:
    """Cut letters into syllables, the longest first; empty where they are none. From the end, so
    that a word of any length takes its share of time and no more.
    """
    known = syllables()
    steps = [0] * len(part) + [1]
    for start in reversed(range(len(part))):
        for length in range(min(_LONGEST, len(part) - start), 0, -1):
            if steps[start + length] and part[start : start + length] in known:
                steps[start] = length
                break
    found, at = [], 0
    while at < len(part) and steps[at]:
        found.append(part[at : at + steps[at]])
        at += steps[at]
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def pinyin_syllables(form: str) -> int:
    """As how few syllables of pinyin a word can be read to its last letter; 0 where it cannot."""
    fewest = [0] + [0] * len(form)
    for end in range(1, len(form) + 1):
        for start in range(max(0, end - _LONGEST), end):
            if (start == 0 or fewest[start]) and form[start:end] in _pinyin():
                count = fewest[start] + 1
                fewest[end] = min(fewest[end] or count, count)
    return fewest[-1]
