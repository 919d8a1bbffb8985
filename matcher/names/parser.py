"""A name taken apart: its words, how each reads in Latin letters, and what each does in it."""

import re
from functools import lru_cache
from typing import NamedTuple

from matcher.lexicon.look_alikes import undisguised
from matcher.lexicon.scripts import BROKEN, is_cyrillic, script_of_little
from matcher.lexicon.tables import (
    COARSE,
    COMPANY,
    LONG_LEGAL_FORM,
    Meaning,
    Role,
    Tables,
    corrected,
    near_legal_form,
    near_words,
    tables,
    word_key,
)
from matcher.names.roles import edges, is_little, letters_behind, little, named, spelled_out
from matcher.names.tokenizer import Token, tokens
from matcher.names.word import Name, Word, WordKey

_ROMAN = re.compile(r"(?=[IVX]{2})X{0,2}(?:IX|IV|V?I{0,3})")
_ROMAN_VALUE = {"I": 1, "V": 5, "X": 10}
LONGEST_PHRASE, LONGEST_MISSPELT = 14, 4
# From so many letters on a legal form of one word may be misspelt.
SHORTEST_MISSPELT = 7
REMEMBERED = 1 << 17
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


class _Piece(NamedTuple):
    """A token in a stretch of text, and what it is where it stands alone."""

    start: int
    """Code points of the stretch before it."""
    length: int
    token: Token
    word: WordKey
    spelled: str
    """The key by which the tables know it."""
    may_begin: bool
    """Whether it may be the first word of a phrase, misspelt or not."""
    begins: bool
    """Whether a phrase of several words begins with it as it stands."""
    follows: bool
    """Whether it is the second word of such a phrase."""
    signs: bool
    """Whether it may be a sign of the number that follows."""


def _pieces(text: str) -> list[tuple[_Piece, int]]:
    """The words of a text, and where each begins."""
    found: list[tuple[_Piece, int]] = []
    start = 0
    if "\n" in text:
        text = _BROKEN.sub(_without_spaces, text)
    # No word has a space in it, and what stands between spaces repeats.
    for stretch in text.split(" "):
        if stretch:
            before = _cut_before.get(stretch)
            for piece in _cut(stretch) if before is None else before:
                found.append((piece, start + piece.start))  # noqa: PERF401, it takes longer
            start += len(stretch)
        start += 1
    return found


def _without_spaces(found: re.Match[str]) -> str:
    return found[0].replace(" ", "\t")


# (An lru_cache writes to what it finds, all over the memory: with so many it takes twice as long.)
_cut_before: dict[str, tuple[_Piece, ...]] = {}


def _cut(stretch: str) -> tuple[_Piece, ...]:
    """The words of a stretch, which are then remembered."""
    found = tuple(map(_piece, tokens(stretch)))
    if len(_cut_before) >= REMEMBERED:
        _cut_before.clear()
    _cut_before[stretch] = found
    return found


def _piece(token: Token) -> _Piece:
    """What a token is where it stands alone."""
    form, meaning = token.form, token.meaning
    spelled = word_key(form, cyrillic=is_cyrillic(token.raw))
    known = tables()
    word = meaning is None and not _is_numeral(token)
    if word:
        right = corrected(form)
        spelled = right or spelled
        if right is None or len(form) > LONG_LEGAL_FORM:
            meaning = _alone(spelled, form)
            if meaning is not None and not _is_so_written(meaning, token, spelled):
                meaning = None
    return _Piece(
        token.start,
        token.end - token.start,
        token,
        (_own(token) if meaning is None else _known([token], meaning)).key,
        spelled,
        word,
        word and spelled in known.firsts,
        spelled in known.seconds,
        meaning is None and form in _NUMBER_SIGN,
    )


@lru_cache(maxsize=1 << 12)
def analyse(text: str) -> Name:
    """Take a name apart.

    Args:
        text: one name as written, in any script.

    Returns:
        Its words. A phrase of the tables is one word (``Limited Liability Company``); a name of
        signs only has none.
    """
    return Name(text, tuple(_roles(words_of(text), text)))


def _roles(words: list[Word], text: str) -> list[Word]:
    """What the words do by the places at which they stand."""
    placed = edges(spelled_out(little(words, text)), text)
    return _numbered(letters_behind(named(placed)))


def words_of(text: str) -> list[Word]:
    """The words of running text, phrases of the tables as one; what ``analyse`` begins with."""
    found = _pieces(undisguised(text))
    words: list[Word] = []
    place, count = 0, len(found)
    while place < count:
        piece, start = found[place]
        place += 1
        if place < count:
            following = found[place][0]
            may_go_on = piece.begins or (following.follows and piece.may_begin)
            if may_go_on and _may_go_on(piece.spelled, following.spelled):
                taken = _begun(found[place - 1 : place - 1 + LONGEST_PHRASE], words)
                if taken:
                    place += taken - 1
                    continue
            if piece.signs and following.token.form.isdigit():
                words.append(Word(start, start + piece.length, piece.word[0], Role.STOP))
                continue
        # The common case.
        words.append(Word.of(piece.word, start, start + piece.length))
    return words


def _begun(found: list[tuple[_Piece, int]], words: list[Word]) -> int:
    """Add the phrase that begins with some words to others; returns how many words it takes."""
    meaning, count = _phrase([piece.spelled for piece, _ in found])
    if meaning is None:
        return 0
    parts = [
        piece.token._replace(start=start, end=start + piece.length)
        for piece, start in found[:count]
    ]
    words.append(_known(parts, meaning))
    return count


def _known(parts: list[Token], meaning: Meaning) -> Word:
    form = " ".join([token.form for token in parts])
    if meaning.role is Role.NUMBER:
        form = meaning.concept
    concept = None if meaning.role in (Role.NUMBER, Role.STOP) else meaning.concept
    first, last = parts[0], parts[-1]
    return Word(first.start, last.end, form, meaning.role, concept, first.consonantal)


@lru_cache(maxsize=1 << 17)
def _may_go_on(first: str, second: str) -> bool:
    """Whether a phrase of several words may begin with two, one of which may be misspelt."""
    known, heads = tables(), tables().heads
    if (first, second) in heads:
        return True
    if second in known.seconds and any((word, second) in heads for word in near_words(first)):
        return True
    return first in known.firsts and any((first, word) in heads for word in near_words(second))


def _alone(spelled: str, form: str) -> Meaning | None:
    """What a word is that begins no phrase of several words, be it a misspelt legal form."""
    phrases = tables().phrases
    found = phrases.get((spelled,))
    if found is None and max(len(form) - 1, len(spelled)) >= SHORTEST_MISSPELT:
        found = phrases.get((near_legal_form(spelled),))
    return found


def _is_so_written(meaning: Meaning, token: Token, spelled: str) -> bool:
    """Whether a word is a legal form or a little word by its letters, and not only in the coarse
    spelling (``Wyatt``, ``Ayash``), and a little word in its own script.
    """
    form = token.form
    if meaning.role is Role.STOP:
        return is_little(form, script_of_little(token.raw), meaning.concept)
    if meaning.role is not Role.LEGAL or not COARSE <= len(form) < SHORTEST_MISSPELT:
        return True
    if len(spelled) < COARSE and not token.consonantal:
        return form in tables().one_word
    foreign = token.consonantal or is_cyrillic(token.raw)
    return foreign or meaning.concept in COMPANY or form in tables().one_word


def _phrase(keys: list[str]) -> tuple[Meaning | None, int]:
    """The longest phrase that some words begin with, and how many words it has.

    One of its words may be misspelt: ``Limted Liability Company``. A single word is taken for a
    misspelt legal form only (``Compnay``): trade words are compared as words.
    """
    known = tables()
    lengths = known.lengths.get(keys[0], ())
    meaning, count = _exact_phrase(keys, known)
    # A phrase that begins with a word as it stands has a misspelt one only further on.
    further = lengths[0] if lengths else 1
    for offset, spelled in enumerate(keys[: min(LONGEST_MISSPELT, further)]):
        for word in near_words(spelled):
            right = [*keys[:offset], word, *keys[offset + 1 :]]
            other, words = _exact_phrase(right, known)
            if other is None or words <= max(count if meaning else 0, offset):
                continue
            if words > 1 or (other.role is Role.LEGAL and len(word) >= LONG_LEGAL_FORM):
                meaning, count = other, words
    return meaning, count


def _exact_phrase(keys: list[str], known: Tables) -> tuple[Meaning | None, int]:
    for length in known.lengths.get(keys[0], ()):
        phrase = tuple(keys[:length])
        if len(phrase) == length and phrase in known.phrases:
            return known.phrases[phrase], length
    return None, 1


def _own(token: Token) -> Word:
    """A word that the tables do not know."""
    role, form = Role.WORD, token.form
    counted = _COUNTED.fullmatch(form) if form[0] <= "9" else None
    if counted:
        role, form = Role.NUMBER, counted[1].lstrip("0") or "0"
    elif _is_numeral(token):
        role, form = Role.NUMBER, str(roman(form.upper()))
    return Word(token.start, token.end, form, role, None, token.consonantal)


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
        if word.role in (Role.WORD, Role.LEGAL) and any(one.is_content for one in words[:place]):
            form = str(roman(word.form.upper()))
            words[place] = word._replace(role=Role.NUMBER, form=form, concept=None)
    return words
