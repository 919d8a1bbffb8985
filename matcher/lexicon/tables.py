"""The word tables: legal forms, trade words, places, ordinals and stopwords over many languages.

Every row of ``matcher/data/*.tsv`` is a phrase as people write it; it is looked up by the coarse
spelling of its words, so one row covers every transliteration of it. Origin of the rows:
docs/decisions/0001-word-tables.md. Reading the rows takes half a second, which a cold start cannot
spare: ``tools/compile_word_tables.py`` writes them down as they are looked up, a test compares.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files

from matcher.lexicon.edit_index import OneEdit
from matcher.lexicon.keys import skeleton, stem
from matcher.lexicon.native_words import own_words
from matcher.lexicon.respelling import may_be_respelt, telling_readings
from matcher.lexicon.scripts import HAN, MARKS, is_consonantal, is_han, latin, script_of_little


class Role(StrEnum):
    """What a word does in a name."""

    WORD = "word"
    TRADE = "trade word"
    PLACE = "place"
    NUMBER = "number"
    LEGAL = "legal form"
    STOP = "stopword"

    # An Enum's own hash is worked out in Python, and words are looked up by the million.
    __hash__ = str.__hash__


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase of the tables stands for."""

    role: Role
    concept: str
    """One name for all its translations: ``TECH``, ``JSC``, ``CN``, ``9``."""


@dataclass(frozen=True, slots=True)
class Tables:
    """All phrases."""

    phrases: dict[tuple[str, ...], Meaning]
    """By the keys of their words."""
    lengths: dict[str, tuple[int, ...]]
    """How many words the phrases have that begin with a key, longest first."""
    heads: frozenset[tuple[str, ...]]
    """The first two keys of every phrase of several words."""
    firsts: frozenset[str]
    """The first of these."""
    seconds: frozenset[str]
    """The second of them."""
    han: dict[str, Meaning]
    """Phrases of Chinese characters, which stand without spaces."""
    inflected: dict[str, str]
    """Keys of words of Cyrillic phrases, and the key that all their forms share."""
    stems: frozenset[str]
    """Those shared keys."""
    written: dict[str, str]
    """Long words of legal forms letter by letter, and their keys."""
    one_word: frozenset[str]
    """Legal forms of one word as they are written."""


# In order of rank: where two tables know a phrase, the earlier one says what it is.
SOURCES = (
    ("trade_words_own.tsv", Role.TRADE),
    ("legal_forms_own.tsv", Role.LEGAL),
    ("legal_forms.tsv", Role.LEGAL),
    ("legal_forms_iso20275.tsv", Role.LEGAL),
    ("ordinals_own.tsv", Role.NUMBER),
    ("ordinals.tsv", Role.NUMBER),
    ("places.tsv", Role.PLACE),
    ("trade_words.tsv", Role.TRADE),
    ("stopwords.tsv", Role.STOP),
)
# Words for "company" say as little as a legal form does.
COMPANY = frozenset({"COMPANY", "CO", "CORP"})
# One-letter and two-letter phrases are noise, but for these.
SHORT = frozenset({"kb", "po", "co", "uk", "rf", "厂"})
COMPILED = "compiled.json"
SHORTEST_MISSPELT = 4
# Words are looked up by their coarse spelling from so many letters on.
COARSE = 5
# Russian, Ukrainian and Belarusian words are known by their stem, in all their cases.
STEMMED = frozenset(
    {"trade_words_own.tsv", "legal_forms.tsv", "ordinals_own.tsv", "trade_words.tsv"}
)
SHORTEST_STEMMED, SHORTEST_STEMMED_LATIN = 5, 6
SHORTEST_SEMITIC = 4
# In Latin letters a short stem is one of other languages' words, too.
SHORTEST_STEM_LATIN = 5
STEM_SIGN = "~"
# Words of legal forms are known with one letter wrong from so many letters on.
SHORTEST_CORRECTED = 5
LONG_LEGAL_FORM = 6
_CYRILLIC = re.compile("[\u0400-\u052f]")
_SLAVIC_ENDINGS = (*"aiyujeo", "ykh", "ikh", "yh", "ih", "om", "em", "im", "ym", "ov", "ev")
_WORD = re.compile(rf"(?:[^\W_][{MARKS}]*)+")
_HAN_ONLY = re.compile(f"[{HAN}]+")


def key(form: str) -> str:
    """The spelling by which a word of a phrase is looked up: coarse for long words only, because
    coarse short words collide (``co`` and ``ko``).
    """
    return skeleton(form) if len(form) >= COARSE else form


def shared_key(form: str) -> str:
    """The key of all forms of a Slavic word."""
    return STEM_SIGN + stem(form)


def word_key(form: str, *, cyrillic: bool) -> str:
    """The spelling by which a word of a name is looked up.

    Args:
        form: the word in ``a-z0-9``.
        cyrillic: whether it is written in Cyrillic.
    """
    exact = _key_as_read(form, cyrillic=cyrillic)
    if may_be_respelt(form) and not cyrillic and not _is_known(exact):
        for other in telling_readings(form):
            respelled_share = _key_as_read(other, cyrillic=False)
            if _is_known(respelled_share):
                return respelled_share
    return exact


def _is_known(spelled: str) -> bool:
    return spelled in tables().stems or spelled in _keys()


@cache
def _keys() -> frozenset[str]:
    return frozenset([word for phrase in tables().phrases for word in phrase])


def _key_as_read(form: str, *, cyrillic: bool) -> str:
    known, exact = tables(), key(form)
    shared = known.inflected.get(exact)
    if shared is not None:
        return shared
    if (exact,) in known.phrases or not may_be_inflected(form, cyrillic=cyrillic):
        return exact
    stemmed = shared_key(form)
    long = cyrillic or len(stemmed) > SHORTEST_STEM_LATIN
    return stemmed if long and stemmed in known.stems else exact


def may_be_inflected(form: str, *, cyrillic: bool) -> bool:
    """Whether a word may be a case of a Slavic word."""
    if cyrillic:
        return len(form) >= SHORTEST_STEMMED
    return len(form) >= SHORTEST_STEMMED_LATIN and form.endswith(_SLAVIC_ENDINGS)


@cache
def tables() -> Tables:
    """The compiled tables, read once."""
    data = json.loads((files("matcher") / "data" / COMPILED).read_text(encoding="utf-8"))
    meanings = [Meaning(Role(role), concept) for role, concept in data["meanings"]]
    phrases = {
        tuple(phrase.split(" ")): meanings[number] for phrase, number in data["phrases"].items()
    }
    lengths: dict[str, set[int]] = {}
    for phrase in phrases:
        lengths.setdefault(phrase[0], set()).add(len(phrase))
    longest_first = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
    han = {phrase: meanings[number] for phrase, number in data["han"].items()}
    heads = frozenset([phrase[:2] for phrase in phrases if len(phrase) > 1])
    inflected = data["inflected"]
    return Tables(
        phrases,
        longest_first,
        heads,
        frozenset([first for first, _ in heads]),
        frozenset([second for _, second in heads]),
        han,
        inflected,
        frozenset(inflected.values()),
        data["written"],
        frozenset(data["one_word"]),
    )


@lru_cache(maxsize=1 << 16)
def near_words(wanted: str) -> tuple[str, ...]:
    """Words of the tables that are one edit away from a word.

    Args:
        wanted: the key of a word, of the tables or not.

    Returns:
        Keys, sorted, without the word itself; empty for short words.
    """
    return _near(wanted, _all_words())


def near_legal_form(wanted: str) -> str:
    """The key of a long legal form of one word that is one edit away from a word; empty for none.

    Args:
        wanted: the key of a word, of the tables or not.
    """
    found = _near(wanted, _long_legal_forms())
    return found[0] if found else ""


def _near(wanted: str, words: OneEdit) -> tuple[str, ...]:
    spelled = wanted.removeprefix(STEM_SIGN)
    if len(spelled) < SHORTEST_MISSPELT:
        return ()
    found = words.near(spelled)
    if may_be_inflected(wanted, cyrillic=False):
        found |= {word for word in words.near(stem(wanted)) if word.startswith(STEM_SIGN)}
    found.discard(wanted)
    return tuple(sorted(found))


def corrected(form: str) -> str | None:
    """The key of a legal form's word that is written with one letter wrong; None for others.

    ``near_words`` goes by the coarse spelling, in which one letter may change two (``liqbility``).
    """
    known = tables()
    if len(form) < SHORTEST_CORRECTED - 1 or form in known.written or key(form) in _all_words():
        return None
    near = _words_of_legal_forms().near(form)
    return known.written[min(near)] if near else None


@cache
def _words_of_legal_forms() -> OneEdit:
    return OneEdit(tables().written)


@cache
def _all_words() -> OneEdit:
    return OneEdit((word for phrase in tables().phrases for word in phrase), STEM_SIGN)


@cache
def _long_legal_forms() -> OneEdit:
    legal = (phrase for phrase, of in tables().phrases.items() if of.role is Role.LEGAL)
    alone = (phrase[0] for phrase in legal if len(phrase) == 1)
    return OneEdit((word for word in alone if len(word) >= LONG_LEGAL_FORM), STEM_SIGN)


def compiled() -> str:
    """The tables as ``tables`` reads them: JSON, made from the rows."""
    inflected = _inflected()
    phrases, han = _read_rows(inflected)
    numbers: dict[Meaning, int] = {}

    def numbered(found: dict[str, Meaning]) -> dict[str, int]:
        return {
            phrase: numbers.setdefault(meaning, len(numbers))
            for phrase, meaning in sorted(found.items())
        }

    data: dict[str, object] = {"phrases": numbered(phrases), "han": numbered(han)}
    data["inflected"] = inflected
    data["written"] = _written(inflected)
    data["one_word"] = _one_word()
    data["meanings"] = [[meaning.role.value, meaning.concept] for meaning in numbers]
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _inflected() -> dict[str, str]:
    """The words of the Cyrillic phrases by their keys, each with the key that its forms share."""
    found: dict[str, str] = {}
    for file, _ in SOURCES:
        for _, phrase in rows(file) if file in STEMMED else ():
            if _CYRILLIC.search(phrase):
                for word in _words(phrase):
                    if may_be_inflected(word, cyrillic=True):
                        found[key(word)] = shared_key(word)
    return dict(sorted(found.items()))


def _written(inflected: Mapping[str, str]) -> dict[str, str]:
    """The words of legal forms that are long enough to be known when one letter is wrong."""
    words = {
        word
        for _, phrase in rows("legal_forms.tsv")
        for word in _words(phrase)
        if len(word) >= SHORTEST_CORRECTED and word.isalpha()
    }
    return {word: inflected.get(key(word), key(word)) for word in sorted(words)}


def _one_word() -> list[str]:
    """The legal forms of one word that is long enough to be looked up by its coarse spelling."""
    phrases = (_words(p) for file, role in SOURCES if role is Role.LEGAL for _, p in rows(file))
    return sorted({words[0] for words in phrases if len(words) == 1 and len(words[0]) >= COARSE})


def _read_rows(
    inflected: Mapping[str, str],
) -> tuple[dict[str, Meaning], dict[str, Meaning]]:
    """Phrases by the keys of their words, and those of Chinese characters as they are."""
    phrases: dict[str, Meaning] = {}
    han: dict[str, Meaning] = {}
    scripts = _scripts_of_stopwords()
    for file, role in SOURCES:
        for concept, phrase in rows(file):
            if role is Role.STOP:
                concept = scripts[latin(phrase)]
            meaning = Meaning(_role(role, concept), concept)
            if _HAN_ONLY.fullmatch(phrase):
                if len(phrase) > 1 or phrase in SHORT:
                    han.setdefault(phrase, meaning)
                continue
            words = _words(phrase)
            if _usable(words, meaning):
                keys = map(key, words)
                phrases.setdefault(" ".join(inflected.get(one, one) for one in keys), meaning)
    for phrase, meaning in _semitic_trade_words(phrases):
        phrases.setdefault(phrase, meaning)
    return phrases, han


def _semitic_trade_words(phrases: Mapping[str, Meaning]) -> Iterator[tuple[str, Meaning]]:
    """Arabic, Persian and Hebrew words that are translated by a trade word, with what hangs before
    them: ``للعقارات``, *for real estate*. Short ones are other languages' words in Latin letters.
    """
    for native, written in own_words().items():
        translated = " ".join(map(key, _words(written[0])))
        meaning = phrases.get(translated)
        if " " in native or not is_consonantal(native) or meaning is None:
            continue
        if meaning.role is Role.TRADE:
            for hung in ("", "l", "ll", "wl"):
                form = key(hung + latin(native))
                if len(form) >= SHORTEST_SEMITIC:
                    yield form, meaning


def _scripts_of_stopwords() -> dict[str, str]:
    """For every little word the scripts in which it is one, by its form in Latin letters."""
    found: dict[str, set[str]] = {}
    for _, phrase in rows("stopwords.tsv"):
        found.setdefault(latin(phrase), set()).add(script_of_little(phrase))
    return {form: "".join(sorted(scripts)) for form, scripts in found.items()}


def rows(file: str) -> Iterator[tuple[str, str]]:
    """The concepts and phrases of a table, as people write them."""
    text = (files("matcher") / "data" / file).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        concept, _, phrases = line.partition("\t")
        for phrase in phrases.split("|") if file.endswith("_own.tsv") else (phrases,):
            yield concept, phrase.strip()


def _role(role: Role, concept: str) -> Role:
    return Role.LEGAL if role is Role.TRADE and concept in COMPANY else role


def _words(phrase: str) -> tuple[str, ...]:
    if is_han(phrase):
        return ()
    dotted = re.sub(r"(?<=\b\w)\.(?=\w\b)", "", phrase).replace("'", "").replace("’", "")
    return tuple(filter(None, map(latin, _WORD.findall(dotted))))


def _usable(words: tuple[str, ...], meaning: Meaning) -> bool:
    role = meaning.role
    if not words or (role is Role.PLACE and not is_country(meaning)):
        return False
    if len(words) > 1 or role in (Role.STOP, Role.LEGAL):
        return len("".join(words)) > 1 or role is Role.STOP
    word = words[0]
    if role is Role.NUMBER:
        # Digits speak for themselves; short number words (uno, dos, ena) are other words elsewhere.
        return word.isalpha() and len(word) >= 5
    return len(word) >= 3 or word in SHORT


def is_country(meaning: Meaning) -> bool:
    """Whether a place is a whole country. A region's row names its capital too (武汉 under Hubei),
    so regions are known as words, not as one concept.
    """
    return meaning.role is Role.PLACE and "-" not in meaning.concept and meaning.concept != "ZZ"
