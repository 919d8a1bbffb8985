"""A name taken apart: its words, how each reads in Latin letters, and what each does in it."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from matcher.lexicon.look_alikes import undisguised
from matcher.lexicon.plain_letters import with_characters, with_written_y
from matcher.lexicon.scripts import BROKEN, is_cyrillic, script_of_little
from matcher.lexicon.tables import (
    COARSE,
    COMPANY,
    LONG_LEGAL_FORM,
    Meaning,
    Role,
    corrected,
    near_as_written,
    slipped,
    tables,
    unswapped,
    word_key,
)
from matcher.names.phrases import (
    LONGEST_PHRASE,
    SHORTEST_MISSPELT,
    alone,
    longest_from,
    may_go_on,
    phrase_of,
)
from matcher.names.roles import edges, is_little, letters_behind, little, named, spelled_out
from matcher.names.tokenizer import Token, tokens
from matcher.names.word import Name, Word, WordKey

_new = tuple.__new__
_WORD, _LEGAL, _STOP, _NUMBER = Role.WORD, Role.LEGAL, Role.STOP, Role.NUMBER

_ROMAN = re.compile(r"(?=[IVX]{2})X{0,2}(?:IX|IV|V?I{0,3})")
_ROMAN_VALUE = {"I": 1, "V": 5, "X": 10}
# Names whose words are kept. A choice, for memory.
REMEMBERED = 1 << 16
_BROKEN = re.compile(BROKEN)
# Roman numerals from II to XXIX in small letters, but for Chinese *xi*, Danish *vi*, and *xx*,
# which stands for what is left out.
_NUMERALS = frozenset(
    f"{tens}{ones}"
    for tens in ("", "x", "xx")
    for ones in ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
) - {"", "i", "v", "x", "vi", "xi", "xx"}
_COUNTED = re.compile(r"(\d+)(?:st|nd|rd|th)?")
_NUMBER_SIGN = frozenset({"no", "nr", "num", "number", "n", "nomer"})
# What a word does in a phrase and may do by its place in a name, for a quick look at all of them.
_BEGINS, _FOLLOWS, _MAY_BEGIN, _SIGNS, _OWN, _FORM, _LITTLE, _SINGLE, _NUMERAL = (
    1 << bit for bit in range(9)
)
_IN_PHRASES = _BEGINS | _FOLLOWS | _SIGNS


class _Piece(NamedTuple):
    """A token in a stretch of text, and what it is where it stands alone."""

    start: int
    """Code points of the stretch before it."""
    length: int
    word: WordKey
    form: str
    """As it is read, whatever it counts or stands for."""
    spelled: str
    """The key by which the tables know it."""
    marks: int
    """A sum of ``_MAY_BEGIN`` (it may be the first word of a phrase, misspelt or not), ``_BEGINS``
    (a phrase of several words begins with it as it stands), ``_FOLLOWS`` (it is the second word of
    such a phrase), ``_SIGNS`` (it may be a sign of the number that follows) and ``_marks``.
    """


def _marks(word: WordKey) -> int:
    """What by its place in a name it may be: a word of its own, a legal form, a little word, a
    single letter, a numeral.
    """
    form, role, _, _ = word
    mark = _OWN if role is _WORD else _FORM if role is _LEGAL else 0
    mark |= _LITTLE if role is _STOP else 0
    mark |= _SINGLE if len(form) == 1 else 0
    return mark | (_NUMERAL if form in _NUMERALS else 0)


def _pieces(text: str) -> tuple[list[_Piece], list[int], int]:
    """The words of a text, where each begins, and the marks of all."""
    found: list[_Piece] = []
    starts: list[int] = []
    start = marks = 0
    if "\n" in text:
        text = _BROKEN.sub(_without_spaces, text)
    # No word has a space in it, and what stands between spaces repeats.
    for stretch in text.split(" "):
        if stretch:
            before = _cut_before.get(stretch)
            for piece in _cut(stretch) if before is None else before:
                found.append(piece)
                starts.append(start + piece[0])
                marks |= piece[5]
            start += len(stretch)
        start += 1
    return found, starts, marks


def _without_spaces(found: re.Match[str]) -> str:
    return found[0].replace(" ", "\t")


# (An lru_cache writes to what it finds, all over the memory: with so many it takes twice as long.)
_cut_before: dict[str, tuple[_Piece, ...]] = {}


def _cut(stretch: str) -> tuple[_Piece, ...]:
    """The words of a stretch, which are then remembered."""
    plain = stretch.isascii() and stretch.isalpha()
    if plain and (stretch.islower() or (len(stretch) > 1 and stretch.istitle())):
        # Most are one word, and no numeral.
        said = _said_of(Token(0, len(stretch), stretch.lower(), stretch))
        found: tuple[_Piece, ...] = (_Piece(0, len(stretch), *said),)
    else:
        found = tuple(map(_piece, tokens(stretch)))
    if len(_cut_before) >= REMEMBERED:
        _cut_before.clear()
    _cut_before[stretch] = found
    return found


def _piece(token: Token) -> _Piece:
    """What a token is where it stands alone."""
    start, end, _, raw, meaning, _ = token
    numeral = _is_numeral(token)
    if numeral or (meaning is not None and raw.isascii()):
        return _Piece(start, end - start, *_said(token, numeral=numeral))
    return _Piece(start, end - start, *_said_of(token))


def _said_of(token: Token) -> tuple[WordKey, str, str, int]:
    """What a word that is no numeral tells, which is remembered (``_said``)."""
    # Of ASCII capital and small letters say the same; the letters of others say what they mean.
    key = token.form if token.raw.isascii() else (token.form, token.raw)
    said = _said_before.get(key)
    if said is None:
        if len(_said_before) >= REMEMBERED:
            _said_before.clear()
        said = _said_before[key] = _said(token, numeral=False)
    return said


_said_before: dict[str | tuple[str, str], tuple[WordKey, str, str, int]] = {}


def _said(token: Token, *, numeral: bool) -> tuple[WordKey, str, str, int]:
    """What a word tells wherever it stands: the last fields of ``_Piece``."""
    form, meaning = token.form, token.meaning
    spelled = word_key(form, cyrillic=is_cyrillic(token.raw))
    known = tables()
    may_begin = meaning is None and not numeral
    if may_begin:
        right = corrected(form, near := near_as_written(form))
        spelled = right or spelled
        if right is None or len(form) > LONG_LEGAL_FORM:
            meaning = alone(spelled, form)
            if meaning is not None and not _is_so_written(meaning, token, spelled):
                meaning = None
        if meaning is None and right is None:
            spelled = unswapped(form) or slipped(form, near) or spelled
    word = _own(token) if meaning is None else _known(token, meaning)
    marks = _marks(word)
    if may_begin:
        marks |= _MAY_BEGIN | (_BEGINS if spelled in known.firsts else 0)
    marks |= _FOLLOWS if spelled in known.seconds else 0
    marks |= _SIGNS if meaning is None and form in _NUMBER_SIGN else 0
    return word, form, spelled, marks


@lru_cache(maxsize=1 << 12)
def analyse(text: str) -> Name:
    """Take a name apart.

    Args:
        text: one name as written, in any script.

    Returns:
        Its words. A phrase of the tables is one word (``Limited Liability Company``); a name of
        signs only has none.
    """
    words, marks = _read(with_written_y(text := with_characters(text)))
    return Name(text, tuple(_roles(words, marks, text)))


def _roles(words: list[Word], marks: int, text: str) -> list[Word]:
    """What the words do by the places at which they stand."""
    if marks & _SINGLE:
        placed = edges(spelled_out(little(words, text)), text)
        return _numbered(letters_behind(named(placed, text)))
    # Most names have none of what the steps are for.
    if marks & _LITTLE:
        words = little(words, text)
    if marks & _FORM:
        words = edges(words, text)
    if not marks & _OWN:
        words = letters_behind(named(words, text))
    return _numbered(words) if marks & _NUMERAL else words


def words_of(text: str) -> list[Word]:
    """The words of running text, phrases of the tables as one; what ``analyse`` begins with."""
    if text.isascii() and text.isalpha():
        # A word of a text, mostly: no phrase begins with it alone.
        pieces = _cut_before.get(text) or _cut(text)
        if len(pieces) == 1:
            return [Word.of(pieces[0].word, pieces[0].start, pieces[0].start + pieces[0].length)]
    return _read(text)[0]


@lru_cache(maxsize=1 << 14)
def form_alone(written: str) -> str | None:
    """The concept of the legal form that a word is where it stands alone; None for others."""
    alone = words_of(written)
    return alone[0].concept if len(alone) == 1 and alone[0].role is _LEGAL else None


def _read(text: str) -> tuple[list[Word], int]:
    """The words of running text, phrases of the tables as one, and the marks of all."""
    pieces, starts, marks = _pieces(undisguised(text))
    if not marks & _IN_PHRASES:
        # The common case.
        words = [
            _new(Word, (start, start + length) + word)  # noqa: RUF005 - as ``Word.of``
            for (_, length, word, _, _, _), start in zip(pieces, starts, strict=True)
        ]
        return words, marks
    return _with_phrases(pieces, starts)


def _with_phrases(pieces: list[_Piece], starts: list[int]) -> tuple[list[Word], int]:
    words: list[Word] = []
    place, last, marks = 0, len(pieces) - 1, 0
    while place <= last:
        start, piece = starts[place], pieces[place]
        own = piece[5]
        if place < last:
            other = pieces[place + 1]
            begun = own & _BEGINS or (own & _MAY_BEGIN and other[5] & _FOLLOWS)
            if begun and may_go_on(piece[4], other[4]):
                taken = _begun(pieces, starts, place, words)
                if taken:
                    place += taken
                    marks |= _marks(words[-1].key)
                    continue
            if own & _SIGNS and other[3].isdigit():
                place += 1
                words.append(Word(start, start + piece[1], piece[2][0], _STOP))
                marks |= _marks(words[-1].key)
                continue
        place += 1
        marks |= own
        words.append(_new(Word, (start, start + piece[1]) + piece[2]))
    return words, marks


def _begun(pieces: list[_Piece], starts: list[int], first: int, words: list[Word]) -> int:
    """Add the phrase that begins with a word to others; returns how many words it takes."""
    longest = min(LONGEST_PHRASE, longest_from(pieces[first].spelled, pieces[first + 1].spelled))
    meaning, count = phrase_of(tuple([piece[4] for piece in pieces[first : first + longest]]))
    if meaning is None:
        return 0
    parts = pieces[first : first + count]
    forms, consonantal = [part.form for part in parts], parts[0].word[3]
    key = _phrase_key(forms, meaning, consonantal=consonantal)
    words.append(Word.of(key, starts[first], starts[first + count - 1] + parts[-1].length))
    return count


def _is_so_written(meaning: Meaning, token: Token, spelled: str) -> bool:
    """Whether a word is a legal form or a little word by its letters, and not only in the coarse
    spelling (``Wyatt``, ``Yaghoub``), and a little word in its own script.
    """
    form = token.form
    if meaning.role is _STOP:
        return is_little(form, script_of_little(token.raw), meaning.concept)
    if meaning.role is not _LEGAL or len(form) < COARSE:
        return True
    if len(spelled) < COARSE and not token.consonantal:
        return form in tables().one_word
    foreign = token.consonantal or len(form) >= SHORTEST_MISSPELT or is_cyrillic(token.raw)
    return foreign or meaning.concept in COMPANY or form in tables().one_word


def _own(token: Token) -> WordKey:
    """A word that the tables do not know."""
    role, form = _WORD, token.form
    counted = _COUNTED.fullmatch(form) if form[0] <= "9" else None
    if counted:
        role, form = _NUMBER, counted[1].lstrip("0") or "0"
    elif _is_numeral(token):
        role, form = _NUMBER, str(roman(form.upper()))
    return form, role, None, token.consonantal


def _known(token: Token, meaning: Meaning) -> WordKey:
    """A word that they do."""
    return _phrase_key([token.form], meaning, consonantal=token.consonantal)


def _phrase_key(forms: Sequence[str], meaning: Meaning, *, consonantal: bool) -> WordKey:
    """What words of the tables are as one."""
    role = meaning.role
    form = meaning.concept if role is _NUMBER else " ".join(forms)
    return form, role, None if role in _NO_CONCEPT else meaning.concept, consonantal


_NO_CONCEPT = (Role.NUMBER, Role.STOP)


def _is_numeral(token: Token) -> bool:
    """Whether a word is a Roman numeral wherever it stands: one in capitals, of whatever width."""
    return is_roman(token.form.upper()) and token.raw.isupper()


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


def _numbered(words: list[Word]) -> list[Word]:
    """A Roman numeral in small letters is a number behind a word of a name (``siren ii``), unless
    it is a word of some language; then it is one beside a number only (``align.number_of``).
    """
    may = [place for place, word in enumerate(words) if word.form in _NUMERALS]
    for place in may:
        word = words[place]
        # *II* is some country's legal form, too.
        if word.role in (_WORD, _LEGAL) and any(one.is_content for one in words[:place]):
            form = str(roman(word.form.upper()))
            words[place] = word._replace(role=_NUMBER, form=form, concept=None)
    return words
