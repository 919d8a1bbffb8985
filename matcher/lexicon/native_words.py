"""Words of other scripts and how Latin letters write them: transliterations and translations.

Three tables: what the lists themselves say (``native_words.tsv``, mined by
``tools/mine_native_words.py``), what dictionaries say (``native_words_own.tsv``) and what other
languages call countries and towns (``place_names.tsv``, made by ``tools/make_place_names.py``).
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii

from matcher.lexicon.folding import fold, fold_all
from matcher.lexicon.known_as import listed_as
from matcher.lexicon.waiting import waiting

_FILES = ("native_words_own.tsv", "native_words.tsv", "place_names.tsv")
# Scripts whose names put spaces between words: Greek, Cyrillic, Armenian, Hebrew, Arabic, Georgian.
SPACED = (
    "\u0370-\u03ff\u0400-\u052f\u0531-\u058f\u0590-\u05ff\u0600-\u06ff\u0750-\u077f"
    "\u08a0-\u08ff\u10a0-\u10ff\ufb1d-\ufdff\ufe70-\ufefc"
)
_ARABIC = re.compile("[\u0600-\u06ff]")
# Latin, Greek and Cyrillic, whose names of parties are read letter by letter.
_LETTER_BY_LETTER = re.compile("[a-z\u00df-\u052f]")
_WORD = re.compile(r"[^\W\d_]+(?:['’`ʻʼ][^\W\d_]+)*")
_NATIVE_WORD = waiting(rf"[{SPACED}\u200c'’`״׳\"]*[{SPACED}][{SPACED}\u200c'’`״׳]*")
# The article, as Latin letters write it before letters of all kinds.
ARTICLES = frozenset(
    [
        "al",
        "el",
        "ul",
        "il",
        "ol",
        "ad",
        "ar",
        "as",
        "ash",
        "at",
        "az",
        "an",
        "ed",
        "er",
        "es",
        "esh",
        "et",
        "ez",
        "en",
        "ud",
        "ur",
        "us",
        "ush",
        "ut",
        "uz",
        "un",
    ]
)
SERVANT, FAITH, GOD, FATHER = "عبد", "دین", "الله", "ابو"
_SERVANTS = frozenset(
    ["abd", "abdul", "abdel", "abdal", "abdol", "abdoul", "abdou", "abdu", "abdo"]
)
ARTICLE = "ال"
# What hangs on an article: and, for, by.
_BEFORE_ARTICLE = re.compile("^(?:وال|لل|بال|فال|وب?ال)(?=...)")
# Letters; in shorter words *al* is a part of the word.
SHORTEST_WITH_ARTICLE = 4


def native_units(text: str) -> tuple[str, ...]:
    """The words of a name in a spaced script, folded; without the Arabic article, and with
    ``عبد`` and the word after it as one.
    """
    words = [fold(word) for word in _NATIVE_WORD.findall(text)]
    return tuple(_joined([word for word in words if word]))


def _joined(words: list[str]) -> list[str]:
    found: list[str] = []
    for word in words:
        bare = word if word == GOD else without_article(word)
        if found and found[-1] == SERVANT:
            found[-1] = SERVANT + bare
        else:
            found.append(bare)
    return found


@lru_cache(maxsize=1 << 14)
def without_article(word: str) -> str:
    """An Arabic word without the article, and what hangs before it; other words as they are."""
    if not _ARABIC.match(word):
        return word
    if word.startswith(SERVANT + ARTICLE) and len(word) > len(SERVANT) + 4:
        return SERVANT + word[len(SERVANT) + len(ARTICLE) :]
    hung = _BEFORE_ARTICLE.match(word)
    if hung:
        return word[hung.end() :]
    if word.startswith(ARTICLE) and len(word) >= SHORTEST_WITH_ARTICLE and word != GOD:
        return word[len(ARTICLE) :]
    return word


def latin_units(text: str) -> tuple[str, ...]:
    """The words of a name in Latin letters, small, without articles; ``Abd al-Aziz`` is one."""
    words = [re.sub("[^a-z]", "", anyascii(word).lower()) for word in _WORD.findall(text)]
    found: list[str] = []
    servant = False
    for word in words:
        if word in ARTICLES or not word:
            continue
        if servant:
            found.append(f"abdul {word}")
        elif word not in _SERVANTS:
            found.append(word)
        servant = word in _SERVANTS
    return tuple(found)


@cache
def native_words() -> Mapping[str, tuple[str, ...]]:
    """Native words and phrases, folded, and their Latin counterparts, the likeliest first; among
    them what the press calls a party that lists have by one word: it stands in the names of the
    party's firms, too (``华为终端``, *Huawei Device*).
    """
    table: dict[str, tuple[str, ...]] = {}
    for file in _FILES:
        for word, others in _read(file).items():
            known = table.get(word)
            table[word] = tuple(dict.fromkeys((*known, *others))) if known else others
    for forms, listed in listed_as().items():
        word = " ".join(forms)
        brands = tuple([one.lower() for one in listed if one.isalpha()])
        # A party whose first name is longer has its own words in such a name: 伊斯兰国.
        if listed[0].isalpha() and not _LETTER_BY_LETTER.search(word):
            table[word] = tuple(dict.fromkeys((*table.get(word, ()), *brands)))
    return table


@cache
def own_words() -> Mapping[str, tuple[str, ...]]:
    """The same of dictionaries alone."""
    return _read(_FILES[0])


@cache
def place_words() -> frozenset[str]:
    """Those that are countries and towns."""
    return frozenset(_read(_FILES[2]))


@cache
def native_names() -> Mapping[str, tuple[str, ...]]:
    """Names of persons in Arabic and Hebrew letters, folded, and their usual Latin spellings."""
    text = (files("matcher") / "data" / "native_names.tsv").read_text(encoding="utf-8")
    rows = (line.partition("\t") for line in text.splitlines() if line[0] != "#")
    return {native: tuple(ways.split(" ")) for native, _, ways in rows}


@cache
def japanese_words() -> Mapping[str, tuple[str, ...]]:
    """Japanese words in Chinese characters, which Chinese has with other counterparts."""
    return _read("japanese_words.tsv")


@cache
def chinese_towns() -> Mapping[str, tuple[str, ...]]:
    """Lesser Chinese towns, folded: inside a firm's name their characters are others' as often."""
    return _read("chinese_towns.tsv")


@cache
def _read(file: str) -> Mapping[str, tuple[str, ...]]:
    text = (files("matcher") / "data" / file).read_text(encoding="utf-8")
    rows = [line.partition("\t") for line in text.splitlines() if line and line[0] != "#"]
    written = [native.split("|") for native, _, _ in rows]
    # One call for all words: a file has thousands.
    words = dict.fromkeys(word for each in written for one in each for word in one.split())
    folded = dict(zip(words, fold_all([*words]), strict=True))
    table: dict[str, tuple[str, ...]] = {}
    for each, (_, _, latin) in zip(written, rows, strict=True):
        others = tuple(dict.fromkeys([_without_count(one) for one in latin.split("|")]))
        for one in each:
            key = " ".join([folded[word] for word in one.split()])
            known = table.get(key)
            table[key] = tuple(dict.fromkeys((*known, *others))) if known else others
    return table


def _without_count(latin: str) -> str:
    """A word without how often the lists have it."""
    return re.sub(r" \d+$", "", latin).strip() if latin[-1:].isdigit() else latin.strip()
