"""A text cut into words, each read in Latin letters; what they are in a name is ``name``'s part."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from matcher.lexicon.chinese import pinyin, spans
from matcher.lexicon.scripts import (
    APOSTROPHES,
    BROKEN,
    HAN,
    INVISIBLE,
    MARKS,
    RAISED,
    is_consonantal,
    latin,
)
from matcher.lexicon.tables import Meaning, Role, is_country, tables
from matcher.lexicon.waiting import waiting

_LETTERS = rf"(?:[^\W_{RAISED}][{MARKS}{INVISIBLE}]*)"
# Initials and abbreviations with full stops (S.p.A., L.L.C.), runs of Chinese, and words, in which
# an apostrophe may stand (Sa'id, O’Reilly, d'Investissement).
TOKEN = waiting(
    rf"[{HAN}](?:[{INVISIBLE}]*[{HAN}])*"
    rf"|(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?![^\W_])"
    rf"|(?:(?![{HAN}]){_LETTERS})+(?:(?:[{APOSTROPHES}]|{BROKEN})(?:(?![{HAN}]){_LETTERS})+)*"
)
# The same for what is ASCII, where none of these stands.
_SIGNS = r"\x00-\x08\x0e-\x1b\x7f"
_PLAIN_TOKEN = re.compile(
    rf"(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?![^\W_])"
    rf"|(?:[^\W_][{_SIGNS}]*)+(?:(?:['`]|{BROKEN})(?:[^\W_][{_SIGNS}]*)+)*"
)
_UNSEEN = re.compile(f"[{INVISIBLE}]")
_POSSESSIVE = re.compile(rf"(?<=..)[{APOSTROPHES}][sS]$")
_ELISION = re.compile(
    rf"^(?:[dljmnstc]|qu|all|dell|nell|sull)[{APOSTROPHES}](?=...)", re.IGNORECASE
)
_GLUED = re.compile(r"(?<=[^\W\d_A-Z]{3})(?=[A-Z][A-Za-z]{1,3}$)")
# And before it: ``JSCRosneft``, ``OOOKvarnit``, ``LLCDzhervan``.
_GLUED_IN_FRONT = re.compile(
    r"^(?:[OPCU]?JSC|LLC|LTD|OOO|[OZPN]?AO|TOO|TOV|UAB|SIA|PT|DOO|EOOD|OOD|FGUP|GUP|SARL|GmbH)"
    r"(?=[A-Z][a-z]{3})"
)
# The same before or behind a Cyrillic word: ``АОГазпромбанк``, ``ГазпромбанкООО``.
_FORMS = "ООО|ОАО|ЗАО|ПАО|НАО|АО|ТОО|ОДО|ФГУП|ГУП"
_GLUED_CYRILLIC = re.compile(rf"^(?:{_FORMS})(?=[А-ЯЁ][а-яё]{{3}})|(?<=[а-яё]{{4}})(?:{_FORMS})$")


class Token(NamedTuple):
    """A stretch of text that is one word before phrases are looked for."""

    start: int
    end: int
    form: str
    raw: str
    meaning: Meaning | None = None
    consonantal: bool = False


def tokens(text: str) -> Iterator[Token]:
    """Cut a text into words and read each in Latin letters.

    Args:
        text: a name or running text, in any script.

    Yields:
        Words in their order, with code point offsets into ``text``; nothing for signs alone.
    """
    if text.isascii() and text.isalpha():
        yield from _plain(text)
        return
    pattern = _PLAIN_TOKEN if text.isascii() else TOKEN
    for met in pattern.finditer(text):
        start = met.start()
        for token in _read(met[0]):
            if start:
                token = token._replace(start=start + token.start, end=start + token.end)
            yield token


def _read(raw: str) -> Iterable[Token]:
    if raw.isascii() and raw.isalnum():
        return _plain(raw)
    if raw[0] >= "\u3005" and re.match(f"[{HAN}]", raw):
        return _chinese(raw)
    return _marked(raw)


def _plain(raw: str) -> list[Token]:
    return [Token(at, at + len(part), part.lower(), part) for at, part in _unglued(raw)]


def _unglued(raw: str) -> tuple[tuple[int, str], ...]:
    """A word, and the legal form that is glued to its end: ``SberbankPJSC``."""
    if raw.istitle() or raw.isupper() or raw.islower():
        return ((0, raw),)
    before = _GLUED_IN_FRONT.match(raw)
    if before:
        return (0, before[0]), (before.end(), raw[before.end() :])
    glued = _GLUED.search(raw)
    # *NAUTschNO* is one word, in which a table writes one letter of another alphabet in three.
    odd = raw[:2].isupper()
    if glued and not odd and raw[glued.start() :].lower() in _legal_words() | {"gmbh"}:
        return (0, raw[: glued.start()]), (glued.start(), raw[glued.start() :])
    return ((0, raw),)


def _marked(raw: str) -> Iterator[Token]:
    start = 0
    owner = _POSSESSIVE.search(raw)
    if owner:
        raw = raw[: owner.start()]
    elided = _ELISION.match(raw)
    if elided:
        start, raw = elided.end(), raw[elided.end() :]
    glued = _GLUED_CYRILLIC.search(raw)
    edges = [0, *({glued.start(), glued.end()} - {0, len(raw)} if glued else ()), len(raw)]
    for first, last in pairwise(sorted(edges)):
        part = raw[first:last]
        form = latin(part)
        if form:
            begin, vowelless = start + first, is_consonantal(part)
            yield Token(begin, begin + len(part), form, part, consonantal=vowelless)


def _chinese(raw: str) -> Iterator[Token]:
    """The words of a run of Chinese, in which invisible characters may stand."""
    if _UNSEEN.search(raw) is None:
        yield from _chinese_words(raw)
        return
    seen = [place for place, letter in enumerate(raw) if not _UNSEEN.match(letter)]
    for token in _chinese_words("".join([raw[place] for place in seen])):
        yield token._replace(start=seen[token.start], end=seen[token.end - 1] + 1)


def _chinese_words(raw: str) -> Iterator[Token]:
    for start, end, _ in spans(raw, tables().han):
        text = raw[start:end]
        form, meaning = _chinese_word(text)
        if form:
            yield Token(start, end, form, text, meaning)


@lru_cache(maxsize=1 << 16)
def _chinese_word(text: str) -> tuple[str, Meaning | None]:
    """How a Chinese word is read, and what it stands for."""
    meaning = tables().han.get(text)
    if meaning is not None and meaning.role is Role.PLACE and not is_country(meaning):
        meaning = None
    return pinyin(text), meaning


@cache
def _legal_words() -> frozenset[str]:
    return frozenset(
        phrase[0]
        for phrase, meaning in tables().phrases.items()
        if len(phrase) == 1 and meaning.role is Role.LEGAL and len(phrase[0]) <= 4
    )
