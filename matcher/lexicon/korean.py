# ruff: noqa: E501 (tables)
"""Korean in Latin letters, in the romanisations that lists and passports use.

One syllable is written in many ways: North Korea's own system (김영철, Kim Yong Chol), McCune and
Reischauer's (Kim Yo'ng-ch'o'l), the Revised Romanization (Gim Yeongcheol) and what South Koreans
choose for themselves (Kim Young-chul). Sources: the letters' names in the Unicode Standard
(Hangul Syllables are composed by arithmetic, section 3.12); National Institute of Korean Language,
Romanization of Korean (2000); McCune and Reischauer (1939); passport statistics for surnames.
"""

import re
from functools import cache, lru_cache
from itertools import product

HANGUL = "\uac00-\ud7a3"

# As Unicode composes them.
_FIRST_SYLLABLE, _LEADS, _VOWELS, _TAILS = 0xAC00, 19, 21, 28
# By the place of the letter in Unicode's order: how North Korea writes it, then the Revised
# Romanization, then other usual ways. G and K, D and T and so on depend on the sounds around.
_LEAD = (
    "k g", "kk", "n", "t d", "tt", "r", "m", "p b", "pp", "s", "ss", "", "j ch", "jj", "ch",
    "kh k", "th t", "ph p", "h",
)  # fmt: skip
_VOWEL = (
    "a", "ae", "ya", "yae", "o eo u", "e", "yo yeo you", "ye", "o", "wa", "wae", "oe", "yo", "u oo",
    "wo weo", "we", "wi", "yu yoo", "u eu", "ui", "i",
)  # fmt: skip
_TAIL = (
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p",
    "t", "t", "ng", "t", "t", "k", "t", "p", "t",
)  # fmt: skip
# Places in Unicode's order of vowels.
_EO, _YEO, _EU, _U, _YU = 4, 6, 18, 13, 17
# Syllables that are written otherwise than letter by letter.
_SYLLABLES = {
    "희": "hui hee", "이": "i yi", "일": "il", "의": "ui", "시": "si shi", "신": "sin shin",
    "식": "sik shik", "실": "sil shil", "심": "sim shim", "씨": "ssi", "숙": "suk sook",
    "순": "sun soon", "준": "jun joon chun", "주": "ju joo chu", "진": "jin chin", "지": "ji chi",
    "철": "chol cheol chul", "영": "yong yeong young", "현": "hyon hyeon hyun", "선": "son seon sun",
    "성": "song seong sung", "정": "jong jeong jung chong", "연": "yon yeon yun", "경": "kyong gyeong kyung",
    "은": "un eun", "혁": "hyok hyeok hyuk", "학": "hak", "길": "kil gil", "광": "kwang gwang",
    "동": "tong dong", "덕": "tok deok duk", "국": "kuk guk kook", "명": "myong myeong myung",
    "석": "sok seok suk", "승": "sung seung", "용": "yong", "룡": "ryong yong", "림": "rim lim", "율": "yul ryul",
    "률": "ryul yul", "렬": "ryol yol", "열": "yol yeol", "련": "ryon ryeon yon", "수": "su soo", "우": "u woo",
    "구": "ku gu koo", "무": "mu moo", "문": "mun moon", "근": "kun geun gun", "금": "kum geum gum", "기": "ki gi",
    "미": "mi", "란": "ran", "령": "ryong ryeong yong", "려": "ryo ryeo yo", "로": "ro no",
    "남": "nam", "상": "sang", "창": "chang", "춘": "chun choon", "전": "jon jeon chon",
}  # fmt: skip
# Surnames as people write theirs, the North's way first.
SURNAMES = {
    "김": "kim gim", "리": "ri lee rhee yi", "이": "ri lee yi rhee", "박": "pak park bak", "최": "choe choi",
    "정": "jong jung jeong chong chung", "강": "kang gang", "조": "jo cho", "윤": "yun yoon", "장": "jang chang",
    "임": "im rim lim yim", "림": "rim lim im", "한": "han", "오": "o oh", "서": "so seo suh", "신": "sin shin",
    "권": "kwon gwon", "황": "hwang", "안": "an ahn", "송": "song", "류": "ryu yu yoo", "유": "yu ryu yoo",
    "전": "jon jeon chon jun", "홍": "hong", "고": "ko go koh", "문": "mun moon", "양": "yang ryang", "량": "ryang yang",
    "손": "son sohn", "배": "pae bae", "백": "paek baek", "허": "ho heo huh", "남": "nam", "심": "sim shim",
    "노": "ro no noh roh", "로": "ro no roh noh", "하": "ha", "곽": "kwak gwak", "성": "song sung seong", "차": "cha",
    "주": "ju joo chu", "우": "u woo", "구": "ku koo gu", "민": "min", "나": "na ra", "라": "ra na", "진": "jin chin",
    "지": "ji chi", "엄": "om eom um", "채": "chae", "원": "won", "천": "chon cheon chun", "방": "pang bang",
    "공": "kong gong", "현": "hyon hyun hyeon", "함": "ham", "변": "pyon byun byeon", "염": "yom ryom yeom", "렴": "ryom yom",
    "여": "yo ryo yeo", "려": "ryo yo", "추": "chu choo", "도": "to do", "소": "so", "석": "sok seok suk", "선": "son sun seon",
    "설": "sol seol sul", "마": "ma", "길": "kil gil", "연": "yon yeon ryon", "위": "wi", "표": "phyo pyo", "명": "myong myung",
    "기": "ki gi", "반": "pan ban", "왕": "wang", "금": "kum keum geum", "옥": "ok", "육": "yuk ryuk", "인": "in", "맹": "maeng",
    "제": "je che", "모": "mo", "탁": "tak", "국": "kuk guk", "어": "o eo", "은": "un eun", "편": "phyon pyon", "용": "yong",
    "태": "thae tae", "계": "kye gye", "피": "phi pi", "두": "tu du", "감": "kam gam", "호": "ho", "동": "tong dong",
    "강전": "kangjon",
}  # fmt: skip
_TWO_SYLLABLES = {
    "남궁": "namgung namkoong", "황보": "hwangbo", "제갈": "jegal chegal", "선우": "sonu sonwoo seonu",
    "독고": "tokko dokgo", "사공": "sagong", "서문": "somun seomun", "동방": "tongbang dongbang",
}  # fmt: skip
# Syllables: a surname of two and a given name of three.
LONGEST_PERSON = 5


def letters(syllable: str) -> tuple[int, int, int]:
    """The places of a syllable's letters in Unicode's order; the last is 0 for none."""
    place = ord(syllable) - _FIRST_SYLLABLE
    return place // (_VOWELS * _TAILS), place // _TAILS % _VOWELS, place % _TAILS


@lru_cache(maxsize=1 << 12)
def spellings(syllable: str) -> tuple[str, ...]:
    """How a syllable by itself is written, North Korea's way first, then the Revised one."""
    known = _SYLLABLES.get(syllable)
    if known:
        return tuple(known.split())
    lead, vowel, tail = letters(syllable)
    found = product(_VOWEL[vowel].split(), _LEAD[lead].split() or ("",))
    return tuple(dict.fromkeys(first + middle + _TAIL[tail] for middle, first in found))


def as_person(run: str) -> tuple[tuple[str, ...], ...]:
    """A person's name: for the surname and each syllable behind it how it may be written.

    Args:
        run: Hangul only.

    Returns:
        Empty where it is no name of a person; the surname may have two syllables, and then counts
        as one.
    """
    if not 2 <= len(run) <= LONGEST_PERSON:
        return ()
    for length, known in ((2, _TWO_SYLLABLES), (1, SURNAMES)):
        surname = known.get(run[:length])
        if surname and 1 <= len(run) - length <= 3:
            return (tuple(surname.split()), *map(spellings, run[length:]))
    return ()


@cache
def _syllable() -> re.Pattern[str]:
    leads = {way for ways in _LEAD for way in ways.split()}
    vowels = {way for ways in _VOWEL for way in ways.split()}
    first, middle, last = (
        "|".join(sorted(ways, key=len, reverse=True)) for ways in (leads, vowels, {*_TAIL} - {""})
    )
    return re.compile(f"(?:(?:{first})?(?:{middle})(?:{last})?)+")


@lru_cache(maxsize=1 << 14)
def is_syllabic(form: str) -> bool:
    """Whether a word in ``a-z`` can be read as syllables of Korean."""
    return _syllable().fullmatch(form) is not None


def as_word(run: str) -> tuple[str, ...]:
    """Syllables that are one word: plain in North Korea's way, with the sounds as they change each
    other, and in the Revised Romanization.
    """
    plain = "".join(_in_system(run, revised=False, voiced=False))
    voiced = "".join(_in_system(run, revised=False, voiced=True))
    revised = "".join(_in_system(run, revised=True, voiced=True))
    changed = _assimilated(voiced)
    again = _assimilated(revised)
    return tuple(dict.fromkeys((changed, voiced, plain, again, revised)))


def _in_system(run: str, *, revised: bool, voiced: bool) -> list[str]:
    """The syllables of a word in one system; between vowels, n, m, ng and l letters are voiced."""
    found: list[str] = []
    for number, syllable in enumerate(run):
        lead, vowel, tail = letters(syllable)
        ways, middle = _LEAD[lead].split() or [""], _VOWEL[vowel].split()
        soft = voiced and number > 0 and bool(found) and found[-1][-1:] in tuple("aeiouynmgl")
        first = ways[-1] if (revised or soft) and lead not in (12, 14) else ways[0]
        chosen = middle[1] if revised and vowel in (_EO, _YEO, _EU) else middle[0]
        found.append(first + chosen + _TAIL[tail])
    return found


# What two letters become where syllables meet.
_MEET = (
    ("ngr", "ngn"), ("mr", "mn"), ("kr", "ngn"), ("pr", "mn"), ("nr", "ll"), ("lr", "ll"),
    ("ln", "ll"), ("km", "ngm"), ("kn", "ngn"), ("pm", "mm"), ("pn", "mn"), ("tn", "nn"), ("tm", "nm"),
)  # fmt: skip


def _assimilated(word: str) -> str:
    for apart, together in _MEET:
        word = word.replace(apart, together)
    return word
