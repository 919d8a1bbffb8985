"""The word tables written down as they are looked up, from the rows as people write them.

Run by ``tools/compile_word_tables.py``; a test compares what it wrote with the rows.
"""

import json
import re
from collections.abc import Iterator, Mapping
from importlib.resources import files

from matcher.lexicon import short_phrases
from matcher.lexicon.everyday import read_everyday
from matcher.lexicon.native_words import own_words
from matcher.lexicon.respelling import telling_readings
from matcher.lexicon.romanised import romanised
from matcher.lexicon.scripts import (
    HAN,
    MARKS,
    is_consonantal,
    is_han,
    latin,
    script_of,
    script_of_little,
)
from matcher.lexicon.tables import (
    COARSE,
    COMPANY,
    SHORTEST_CORRECTED,
    SHORTEST_SWAPPED,
    Meaning,
    Role,
    is_country,
    key,
    may_be_inflected,
    shared_key,
)
from matcher.lexicon.waiting import waiting

# In order of rank: where two tables know a phrase, the earlier one says what it is.
SOURCES = (
    ("trade_words_own.tsv", Role.TRADE),
    ("legal_forms_own.tsv", Role.LEGAL),
    ("legal_forms.tsv", Role.LEGAL),
    ("legal_forms_iso20275.tsv", Role.LEGAL),
    ("ordinals_own.tsv", Role.NUMBER),
    ("ordinals.tsv", Role.NUMBER),
    ("places_own.tsv", Role.PLACE),
    ("places.tsv", Role.PLACE),
    ("trade_words.tsv", Role.TRADE),
    ("stopwords.tsv", Role.STOP),
)
# Concepts of rigour's that are one of ours: our table, which ranks first, has their usual words, so
# that *fundación* and *foundation* would be two.
JOINED = {
    "AGRICULTURE": "AGRI",
    "ASSOCIATION": "ASSOC",
    "CO": "COMPANY",
    "CORP": "COMPANY",
    "DEV": "DEVELOPMENT",
    "FDN": "FOUNDATION",
    "FED": "FEDERAL",
    "FUND": "FOUNDATION",
    "KOMBINAT": "FACTORY",
    "MACHINE": "MACHINERY",
    "MANUFACTURING": "PRODUCTION",
    "MECHANICAL": "MECHANICS",
    "MUNICIPAL": "CITY",
    "NAMED": "PERSON_NAMED",
    "NATL": "STATE",
    "POWER": "ENERGY",
    "PROPERTY": "REALTY",
    "REVOLUTIONARY": "REVOLUTION",
    "SHIPBUILDING": "SHIPYARD",
}
ABBREVIATIONS = "abbreviations.tsv"
# One-letter and two-letter phrases are noise, but for these.
SHORT = frozenset({"kb", "po", "co", "uk", "rf", "db", "厂"})
# Russian, Ukrainian and Belarusian words are known by their stem, in all their cases.
STEMMED = frozenset(
    {"trade_words_own.tsv", "legal_forms.tsv", "ordinals_own.tsv", "trade_words.tsv"}
)
# Letters: shorter ones are other languages' words when they are written in Latin letters.
SHORTEST_SEMITIC = 4
# The same for Cyrillic words by other tables than English ones.
SHORTEST_ROMANISED = 5
_CYRILLIC = re.compile("[\u0400-\u052f]")
_CYRILLIC_WORD = re.compile("[\u0400-\u052f]+")
_WORD = re.compile(rf"(?:[^\W_][{MARKS}]*)+")
_HAN_ONLY = waiting(f"[{HAN}]+")


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
    data["in_phrases"] = _in_phrases(inflected)
    data["one_word"] = _one_word()
    data["romanised"] = _romanised(inflected, phrases)
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


def _romanised(inflected: Mapping[str, str], phrases: Mapping[str, Meaning]) -> dict[str, str]:
    """How other tables than English ones write the words of Cyrillic phrases in Latin letters, with
    spaces between, for the key that a word's forms share; without what other languages say, and
    what is known by its letters.
    """
    known, everyday = {word for phrase in phrases for word in phrase.split(" ")}, read_everyday()
    found: dict[str, set[str]] = {}
    for word in _cyrillic_words():
        shared = inflected.get(key(latin(word)))
        for form in romanised(word) if shared is not None else ():
            if (
                len(form) >= SHORTEST_ROMANISED
                and not everyday.zipf_of(form)
                and not (key(form) not in known and _is_read_as(form, shared, inflected))
            ):
                found.setdefault(form, set()).add(str(shared))
    by_key: dict[str, list[str]] = {}
    for form, keys in sorted(found.items()):
        if len(keys) == 1:
            by_key.setdefault(min(keys), []).append(form)
    return {shared: " ".join(forms) for shared, forms in sorted(by_key.items())}


def _is_read_as(form: str, shared: str | None, inflected: Mapping[str, str]) -> bool:
    """Whether a word is known by its letters (``tables.word_key``)."""
    return any(
        shared == inflected.get(key(way))
        or (may_be_inflected(way, cyrillic=False) and shared == shared_key(way))
        for way in (form, *telling_readings(form))
    )


def _cyrillic_words() -> set[str]:
    """The words of the Cyrillic phrases as they are written."""
    phrases = (phrase for file, _ in SOURCES if file in STEMMED for _, phrase in rows(file))
    return {word for phrase in phrases for word in _CYRILLIC_WORD.findall(phrase.lower())}


def _in_phrases(inflected: Mapping[str, str]) -> dict[str, str]:
    """The Latin words of phrases that are long enough to be known when two letters changed places,
    which may break letters that the coarse spelling reads as one (*mahcine*).
    """
    words = {
        word
        for file, role in SOURCES
        if role is not Role.STOP
        for _, phrase in rows(file)
        if phrase.isascii() and " " in phrase
        for word in _words(phrase)
        if len(word) >= SHORTEST_SWAPPED and word.isalpha()
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
    for phrase, meaning in list(_cut_short(phrases, inflected)):
        phrases.setdefault(phrase, meaning)
    for phrase, meaning in _run_together(inflected):
        phrases.setdefault(phrase, meaning)
    return phrases, han


def _cut_short(
    phrases: Mapping[str, Meaning], inflected: Mapping[str, str]
) -> Iterator[tuple[str, Meaning]]:
    """Phrases in Latin letters with some of their words abbreviated."""
    usual: dict[str, list[str]] = {}
    text = (files("matcher") / "data" / ABBREVIATIONS).read_text(encoding="utf-8")
    for line in text.splitlines():
        concept, _, shorts = line.partition("\t")
        usual[concept] = shorts.split(" | ")
    for file, role in SOURCES:
        for concept, phrase in rows(file) if role in (Role.TRADE, Role.LEGAL) else ():
            words = _words(phrase)
            if len(words) < 2 or script_of(phrase) != "Latn":
                continue
            meaning = Meaning(_role(role, concept), concept)
            if meaning.role is Role.LEGAL:
                ways = short_phrases.of_form(words)
            else:
                alone = {word: phrases.get(inflected.get(key(word), key(word))) for word in words}
                short = {word: usual.get(of.concept, ()) for word, of in alone.items() if of}
                ways = short_phrases.of_trade(words, short)
            for way in ways:
                yield " ".join(inflected.get(key(word), key(word)) for word in way), meaning


def _run_together(inflected: Mapping[str, str]) -> Iterator[tuple[str, Meaning]]:
    """Legal forms of several words with two of them written as one."""
    for file, role in SOURCES:
        for concept, phrase in rows(file) if role is Role.LEGAL else ():
            for way in short_phrases.run_together(_words(phrase)):
                keys = map(key, way)
                yield " ".join(inflected.get(one, one) for one in keys), Meaning(role, concept)


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
        if file == "trade_words.tsv":
            concept = JOINED.get(concept, concept)
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
