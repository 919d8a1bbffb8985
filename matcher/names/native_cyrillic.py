"""Cyrillic names as Latin letters may write them: words that are translated, English words that
Cyrillic letters write by their sound, and towns from which an adjective is made.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from matcher.lexicon.country_cases import country_in_any_case
from matcher.lexicon.folding import fold
from matcher.lexicon.keys import skeleton
from matcher.lexicon.native_words import native_words, own_words
from matcher.lexicon.scripts import latin
from matcher.lexicon.tables import Role, tables, word_key
from matcher.names.eponyms import eponyms
from matcher.names.loan_compounds import loan_compound
from matcher.names.native_pieces import Cut, CutKind, Piece, Spaced, spaced_words
from matcher.names.parser import words_of
from matcher.names.surrounding_cues import cues

CYRILLIC = re.compile("[\u0400-\u052f]")
# Words of a phrase that is looked for; of 8,000 of the table one has six.
LONGEST = 5
# Endings of nouns and adjectives, folded (й is и), and what is left of a word at least.
_ENDING = re.compile(
    "(?:и?ями|и?ами|и?ем|и?еи|и?ях|и?ям|ого|его|ому|ему|[ыи]ми|аго|ои|[ыи]и|ая|яя|ое|ее|ые|ие|[ыи]х"
    "|ую|юю|ом|ам|ах|ов|ев|ию|ия|ии|ье|ья|ью|ьи|аи|[аяоеыиуюьэі])$"
)
# The Bulgarian article: *армията*, *фронтът*, *силите*; other languages' words end so, too.
_DEFINITE = re.compile("(?:(?<=[аяоеиыт])т[аое]|(?<=[бвгджзклмнпрстфхцчшщ])ът|(?<=[аеиоуъ])ят)$")
# Letters; fewer are left of words that have no ending.
SHORTEST_STEM = 3
_LATIN = re.compile("[A-Za-z]")
# Latin letters that are typed for Cyrillic ones.
_TYPED = str.maketrans("aeopcyxkmtbhiAEOPCYXKMTBHIĸ", "аеорсухкмтвніАЕОРСУХКМТВНІк")
# *-ский* and its cases: of a town, of a region, of a name.
_ADJECTIVE = re.compile(
    "sk(?:iy|ii|i|yy|y|ij|aya|oe|oye|ogo|oy|omu|om|im|uyu|ie|iye|ikh|imi|e|a|ae|aga|oho)$"
)
# What follows the number of an ordinal: *185-й*, *20-я*.
_ORDINAL = re.compile(r"(?<=\d)[-‑–](?:[йяе]|ый|ая|ое|го|ого|му|ому|м|ом|ю|ую)(?![^\W_])")
# The genitive of a surname, folded: *Дегтярева*, *Горького*, *Миля*.
_GENITIVE = re.compile("(?:(?<=[бвгджзклмнпрстфхцчшщ])[ая]|ого)$")
# The Arabic article before letters that it takes the sound of: *Аш-Шабааб*.
_ARTICLE = re.compile(r"[аэ]([шснртдз])-\1", re.IGNORECASE)
# Letters that Russian has not and its neighbours have; й is folded, and so is ї.
_NEIGHBOURS = re.compile("[іїєґўІЇЄҐЎәғқңөұүһҳҷӘҒҚҢӨҰҮҺҲҶ]")
# Letters of Turkic languages and Tajik, folded, as Russian writes them.
_ASIAN = re.compile("[әғқңөұүһҳҷ]")
_IN_RUSSIAN = str.maketrans(
    {
        "ә": "а", "ғ": "г", "қ": "к", "ң": "н", "ө": "о", "ұ": "у", "ү": "у", "һ": "х", "ҳ": "х",
        "ҷ": "дж", "і": "и",
    }
)  # fmt: skip
# Little words between two others, which other letters have as a legal form.
_BETWEEN = {"на": ("of",)}
# What names end with in Belarusian and Ukrainian, folded, and in Russian.
_RUSSIAN_ENDINGS = tuple(
    (re.compile(f"(?<=..){ending}$"), russian)
    for ending, russian in (
        ("аў", "ов"), ("[её]ў", "ев"), ("ау", "ов"), ("[её]у", "ев"), ("авіч", "ович"),
        ("аўна|ауна", "овна"), ("аўская|ауская", "овская"), ("(?<=н)ка", "ко"), ("йович", "евич"),
        ("іи", "еи"),
    )
)  # fmt: skip
_TOWN_ENDINGS = ("", "a", "sk", "o", "y", "i", "ya", "e", "ka", "insk")
# Letters before *-ский*: shorter stems are surnames' (*Минский* is a town's).
SHORTEST_TOWN = 4


def as_meant(text: str) -> str:
    """A text with Latin letters inside Cyrillic words as Cyrillic ones; as long as it was."""
    if not (_LATIN.search(text) and CYRILLIC.search(text)):
        return text
    return re.sub(
        r"[^\W\d_]+",
        lambda met: met[0].translate(_TYPED) if CYRILLIC.search(met[0]) else met[0],
        text,
    )


def cyrillic_cuts(text: str) -> Iterator[Cut]:
    """The ways to cut a name that has Cyrillic letters: none where nothing is translated."""
    text = as_meant(text)
    forms = [word for word in words_of(text) if word.role is Role.LEGAL]
    words = [
        word
        for word in spaced_words(text, CYRILLIC)
        if not any(form.start <= word[0] < form.end for form in forms if word[2] not in _BETWEEN)
        and not _ORDINAL.match(text, word[0] - 1)
    ]
    pieces: list[Piece] = []
    place = 0
    if len(words) > 1 and _ARTICLE.match(text, words[0][0]):
        pieces.append(Piece(words[0][0], words[0][1], ("al",)))
        place = 1
    honours, neighbour = eponyms(text), _NEIGHBOURS.search(text) is not None
    while place < len(words):
        start, _, word = words[place]
        honoured = next((begun == start for begun, end in honours if begun <= start < end), None)
        count, ways = _phrase(words[place : place + LONGEST])
        if honoured:
            # As often left out as it is translated.
            count, ways = 1, ("", "named after")
        elif honoured is not None and not ways:
            ways = _honoured(word)
        elif 0 < place < len(words) - 1 and not ways:
            ways = _BETWEEN.get(word, ())
        ways = ways or (_of_a_neighbour(word) if neighbour else ())
        if ways:
            pieces.append(Piece(words[place][0], words[place + count - 1][1], ways))
        place += count
    pieces += [Piece(*met.span(), ("",)) for met in _ORDINAL.finditer(text)]
    if pieces:
        yield sorted(pieces), CutKind.NAME


@lru_cache(maxsize=1 << 14)
def _of_a_neighbour(word: str) -> tuple[str, ...]:
    """A Ukrainian or Belarusian word, folded, with г as h, and as Russian has its ending; one of
    Asia by way of Russian.
    """
    if _ASIAN.search(word):
        return _of_asia(word)
    ways = [latin(word).replace("g", "h")] if "г" in word else []
    for pattern, russian in _RUSSIAN_ENDINGS:
        if pattern.search(word):
            ways.append(latin(pattern.sub(russian, word)))
            break
    return (*ways, latin(word)) if ways else ()


def _of_asia(word: str) -> tuple[str, ...]:
    """A Kazakh, Kyrgyz, Uzbek or Tajik word, folded, by way of Russian: *Қазақтелеком* is
    Kazakhtelecom.
    """
    russian = word.replace("қазақ", "казах").translate(_IN_RUSSIAN)
    ways = (loan_compound(russian), latin(russian), latin(word))
    return tuple(dict.fromkeys(filter(None, ways)))


def _honoured(word: str) -> tuple[str, ...]:
    """A person's name as it is where nothing is named after the person."""
    met = _GENITIVE.search(word)
    if met is None or met.start() < SHORTEST_STEM:
        return ()
    nominative = word[: met.start()] + ("ии" if met[0] == "ого" else "")
    return latin(nominative), latin(word)


def _phrase(words: Sequence[Spaced]) -> tuple[int, tuple[str, ...]]:
    """How many words the longest known phrase at the beginning has, and how it is written."""
    keys = [_key(word) for _, _, word in words]
    for count in range(len(words), 1, -1):
        ways = _phrases().get(tuple(keys[:count]))
        if ways and _side_by_side(words[:count]):
            return count, ways
    return 1, _ways_of(words[0][2], keys[0])


def _side_by_side(words: Sequence[Spaced]) -> bool:
    return all(after[0] - before[1] <= 2 for before, after in pairwise(words))


def _ways_of(word: str, key: str) -> tuple[str, ...]:
    form = latin(word)
    own = skeleton(form)
    # What the word tables know is met by its meaning: what the lists say of it is less sure.
    meant = (word_key(form, cyrillic=True),) in tables().phrases
    known = _phrases().get((key,), ()) or (() if meant else native_words().get(word, ()))
    if not (known or meant):
        known = _phrases().get((_key(_DEFINITE.sub("", word)),), ()) or country_in_any_case(word)
    others = tuple(way for way in known if skeleton(way.replace(" ", "")) != own)[:3]
    same = tuple(way for way in known if way not in others)[:1]
    if known:
        return (*others, *(same or (form,)))
    if meant:
        return ()
    loan = loan_compound(word)
    return (loan, form) if loan and skeleton(loan) != own else _town(form)


@lru_cache(maxsize=1 << 14)
def _town(form: str) -> tuple[str, ...]:
    """The town, or else the name, of which an adjective is made: *Ryazan* of ``ryazanskiy``."""
    met = _ADJECTIVE.search(form)
    if met is None or met.start() < SHORTEST_TOWN:
        return ()
    base = form[: met.start()]
    towns = cues().towns
    found = [base + ending for ending in _TOWN_ENDINGS if base + ending in towns]
    if not found and base.endswith("iy"):
        found = [base[:-1] + "a"]
    if not found and base.endswith(("ev", "ov")) and len(base) > SHORTEST_TOWN + 2:
        found = [base[:-2], base[:-2] + "y"]
    return (*found[:2], form) if found else (base, form)


@lru_cache(maxsize=1 << 14)
def _key(word: str) -> str:
    """What all cases of a folded word share."""
    # Twice, since some words end like others' endings: *облисполком*.
    for _ in range(2):
        cut = _ENDING.sub("", word)
        word = cut if len(cut) >= SHORTEST_STEM else word
    return word


@cache
def _phrases() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """The Cyrillic words and phrases of the tables, by what their words' cases share."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for phrase, ways in own_words().items():
        if CYRILLIC.search(phrase):
            key = tuple(_key(fold(word)) for word in phrase.split())
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), *ways)))
    return found
