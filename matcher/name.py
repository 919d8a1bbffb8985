"""A name taken apart: its words, how each reads in Latin letters, and what each does in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from matcher.han import pieces, pinyin
from matcher.script import HAN, INVISIBLE, MARKS, is_consonantal, is_cyrillic, latin
from matcher.tables import (
    STEM_SIGN,
    Meaning,
    Role,
    Tables,
    is_country,
    may_be_inflected,
    near_words,
    shared_key,
    tables,
    word_key,
)

_LETTERS = rf"(?:[^\W_][{MARKS}{INVISIBLE}]*)"
# Initials and abbreviations with full stops (S.p.A., L.L.C.), runs of Chinese, and words, in which
# an apostrophe may stand (Sa'id, O’Reilly, d'Investissement).
TOKEN = re.compile(
    rf"[{HAN}]+"
    rf"|(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?![^\W_])"
    rf"|(?:(?![{HAN}]){_LETTERS})+(?:['’ʼ`´](?:(?![{HAN}]){_LETTERS})+)*"
)
_POSSESSIVE = re.compile(r"(?<=..)['’ʼ`´][sS]$")
_ELISION = re.compile(r"^(?:[dljmnstc]|qu|all|dell|nell|sull)['’ʼ`´](?=...)", re.IGNORECASE)
_GLUED = re.compile(r"(?<=[^\W\d_A-Z]{3})(?=[A-Z][A-Za-z]{1,3}$)")
_ROMAN = re.compile(r"(?=[IVX]{2})X{0,2}(?:IX|IV|V?I{0,3})")
_ROMAN_VALUE = {"I": 1, "V": 5, "X": 10}
# Little words that are some country's legal form too (of, as, de, se).
_LITTLE = "al an and as at by da de del der di do du el en es et for in la le no of or se to un y"
STOPWORDS = frozenset(_LITTLE.split())
LONGEST_PHRASE, LONGEST_MISSPELT = 12, 4
LONG_LEGAL_FORM = 6
_COUNTED = re.compile(r"(\d+)(?:st|nd|rd|th)?")
_NUMBER_SIGN = frozenset({"no", "nr", "num", "number", "n", "nomer"})


WordKey = tuple[str, Role, str | None, bool]


class Word(NamedTuple):
    """A word of a name, or a phrase that stands for one thing. (A tuple is made three times as
    quickly as a dataclass, and there are millions.)
    """

    start: int
    """Code points of the name before it."""
    end: int
    form: str
    """In ``a-z0-9``, the words of a phrase with a space between; what is compared."""
    role: Role
    concept: str | None = None
    """What a phrase of the tables stands for, in any language."""
    consonantal: bool = False
    """Read from a script that leaves vowels out."""

    @property
    def tells(self) -> bool:
        """Whether the word is more than a legal form or a stopword."""
        return self.role is not Role.LEGAL and self.role is not Role.STOP

    @property
    def key(self) -> WordKey:
        """What tells two words apart, wherever they stand."""
        return self.form, self.role, self.concept, self.consonantal

    def moved(self, by: int) -> "Word":
        """The word so many code points further on."""
        return self._replace(start=self.start + by, end=self.end + by)

    @property
    def term(self) -> str:
        """What counts as the same word: its concept where it has one, else its form."""
        return f"={self.concept}" if self.concept else self.form


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written, and its words in their order."""

    text: str
    words: tuple[Word, ...]

    @property
    def bag(self) -> tuple[str, ...]:
        """All its words in no order, phrases taken apart."""
        return tuple(sorted(part for word in self.words for part in word.form.split(" ")))

    @property
    def core(self) -> tuple[str, ...]:
        """Its words in no order, without legal forms and stopwords."""
        return tuple(sorted(word.form for word in self.words if word.tells))


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
    for met in TOKEN.finditer(text):
        start, raw = met.start(), met.group()
        if raw.isascii() and raw.isalnum():
            yield from _plain(start, raw)
        elif raw[0] >= "\u3005" and re.match(f"[{HAN}]", raw):
            yield from _chinese(start, raw)
        else:
            yield from _marked(start, raw)


def _plain(start: int, raw: str) -> Iterator[Token]:
    for offset, part in _unglued(raw):
        begin = start + offset
        yield Token(begin, begin + len(part), part.lower(), part)


@lru_cache(maxsize=1 << 16)
def _unglued(raw: str) -> tuple[tuple[int, str], ...]:
    """A word, and the legal form that is glued to its end: ``SberbankPJSC``."""
    glued = _GLUED.search(raw)
    if glued and raw[glued.start() :].lower() in _legal_words():
        return (0, raw[: glued.start()]), (glued.start(), raw[glued.start() :])
    return ((0, raw),)


def _marked(start: int, raw: str) -> Iterator[Token]:
    owner = _POSSESSIVE.search(raw)
    if owner:
        raw = raw[: owner.start()]
    elided = _ELISION.match(raw)
    if elided:
        start, raw = start + elided.end(), raw[elided.end() :]
    form = latin(raw)
    if form:
        yield Token(start, start + len(raw), form, raw, consonantal=is_consonantal(raw))


def _chinese(start: int, raw: str) -> Iterator[Token]:
    known = tables().han
    for piece in pieces(raw, known):
        text = raw[piece.start : piece.end]
        meaning = known.get(text)
        if meaning is not None and meaning.role is Role.PLACE and not is_country(meaning):
            meaning = None
        form = pinyin(text) if piece.known else piece.form
        if form:
            yield Token(start + piece.start, start + piece.end, form, text, meaning)


@lru_cache(maxsize=1)
def _legal_words() -> frozenset[str]:
    return frozenset(
        phrase[0]
        for phrase, meaning in tables().phrases.items()
        if len(phrase) == 1 and meaning.role is Role.LEGAL and len(phrase[0]) <= 4
    )


@lru_cache(maxsize=1 << 16)
def analyse(text: str) -> Name:
    """Take a name apart.

    Args:
        text: one name as written, in any script.

    Returns:
        Its words. A phrase of the tables is one word (``Limited Liability Company``); a name of
        signs only has none.
    """
    return Name(text, tuple(_edges(words_of(text))))


def analyse_person(text: str) -> Name:
    """Take a person's name apart: every word of it is a name (``Al``, ``Bank``, ``Santos``)."""
    return Name(
        text,
        tuple(
            Word(token.start, token.end, token.form, Role.WORD, None, token.consonantal)
            for token in tokens(text)
        ),
    )


def words_of(text: str) -> list[Word]:
    """The words of running text, phrases of the tables as one; what ``analyse`` begins with."""
    return list(_roles(list(tokens(text)), tables()))


def _roles(found: list[Token], known: Tables) -> Iterator[Word]:
    looked_up = [_looked_up(token.form, is_cyrillic(token.raw)) for token in found]
    keys = [word for word, _ in looked_up]
    near = [words for _, words in looked_up]
    place = 0
    while place < len(found):
        token = found[place]
        meaning: Meaning | None = None
        count = 1
        if token.meaning:
            meaning = token.meaning
        elif not is_roman(token.raw):
            meaning, count = _phrase(keys, near, place, known)
        if meaning is None:
            yield _own(token, found[place + 1] if place + 1 < len(found) else None)
        else:
            yield _known(found[place : place + count], meaning)
        place += count


@lru_cache(maxsize=1 << 16)
def _looked_up(form: str, cyrillic: bool) -> tuple[str, tuple[str, ...]]:
    """A word as the tables know it, and the words of the tables that it may be misspelt for."""
    word = word_key(form, cyrillic=cyrillic)
    near = near_words(word)
    if not word.startswith(STEM_SIGN) and may_be_inflected(form, cyrillic=cyrillic):
        near = (*near, *near_words(shared_key(form)))
    return word, near


def _known(tokens_of_it: list[Token], meaning: Meaning) -> Word:
    first, last = tokens_of_it[0], tokens_of_it[-1]
    form = " ".join(token.form for token in tokens_of_it)
    if meaning.role is Role.NUMBER:
        form = meaning.concept
    concept = None if meaning.role in (Role.NUMBER, Role.STOP) else meaning.concept
    return Word(first.start, last.end, form, meaning.role, concept, first.consonantal)


def _phrase(
    keys: list[str], near: list[tuple[str, ...]], place: int, known: Tables
) -> tuple[Meaning | None, int]:
    """The longest phrase that begins at a word, and how many words it has.

    One of its words may be misspelt: ``Limted Liability Company``. A single word is taken for a
    misspelt legal form only (``Compnay``): trade words are compared as words.
    """
    lengths = known.lengths.get(keys[place], ())
    meaning, count = _exact_phrase(keys, place, known) if lengths else (None, 1)
    # A phrase that begins with a word as it stands has a misspelt one only further on.
    further = lengths[0] if lengths else 1
    for offset in range(min(LONGEST_MISSPELT, len(keys) - place, further)):
        for word in near[place + offset]:
            right = keys[place : place + LONGEST_PHRASE]
            right[offset] = word
            other, words = _exact_phrase(right, 0, known)
            if other is None or words <= max(count if meaning else 0, offset):
                continue
            if words > 1 or (other.role is Role.LEGAL and len(word) >= LONG_LEGAL_FORM):
                meaning, count = other, words
    return meaning, count


def _exact_phrase(keys: list[str], place: int, known: Tables) -> tuple[Meaning | None, int]:
    for length in known.lengths.get(keys[place], ()):
        phrase = tuple(keys[place : place + length])
        if len(phrase) == length and phrase in known.phrases:
            return known.phrases[phrase], length
    return None, 1


def _own(token: Token, following: Token | None) -> Word:
    role, form = Role.WORD, token.form
    counted = _COUNTED.fullmatch(form) if form[0].isdigit() else None
    if counted:
        role, form = Role.NUMBER, counted[1].lstrip("0") or "0"
    elif is_roman(token.raw):
        role, form = Role.NUMBER, str(roman(token.raw))
    elif form in _NUMBER_SIGN and following is not None and following.form.isdigit():
        role = Role.STOP
    return Word(token.start, token.end, form, role, None, token.consonantal)


def is_roman(raw: str) -> bool:
    """Whether a word is a Roman numeral from II to XXIX; I, V and X are letters more often."""
    return len(raw) > 1 and raw[0] in "IVX" and _ROMAN.fullmatch(raw) is not None


def roman(numeral: str) -> int:
    """The value of a Roman numeral in capitals."""
    values = [_ROMAN_VALUE[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )


def _edges(words: list[Word]) -> Iterator[Word]:
    """A short word is a legal form only at a name's edge: ``A.S.`` at the end, not ``as`` in it."""
    legal = {Role.LEGAL, Role.STOP}
    first = next((i for i, word in enumerate(words) if word.role not in legal), 0)
    last = next((i for i in range(len(words) - 1, -1, -1) if words[i].role not in legal), 0)
    for place, word in enumerate(words):
        inside = first < place < last
        if word.role is Role.LEGAL and inside and len(word.form) <= 3 and word.concept != "COMPANY":
            role = Role.STOP if word.form in STOPWORDS else Role.WORD
            yield Word(word.start, word.end, word.form, role, None, word.consonantal)
        else:
            yield word
