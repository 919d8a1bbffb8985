"""Names that hold nothing but their words: no other name, number, initials or English reading, and
no word that does something else by its place. Half of the names that banks ask for are such.

For the search their words are enough. They are put together from what is known of each stretch
between spaces, without their places, which takes a fifth of the time of ``ParsedQuery.of``; a name
for which something is found is then taken apart as all others are. The rules are those of the
modules that do that: what is not plain for sure is left to them.
"""

from typing import NamedTuple

from matcher.lexicon.press_spelling import EVERY_SIGN, MAY_BE_SPELT
from matcher.lexicon.tables import Role
from matcher.names.arabic_compounds import otherwise_joined
from matcher.names.foreign import BEGINS, EVERY_HINT, MOST_SPELT, RUSSIAN, has_foreign_words
from matcher.names.initials import may_be_initials
from matcher.names.parser import Piece, by_its_place, may_begin_phrase, pieces_of, with_phrases
from matcher.names.prefilter import HAS_COMMA, MAY_HAVE_AN_ARTICLE, look, look_at_words
from matcher.names.roles import edges, stays_little
from matcher.names.stretches import may_part
from matcher.names.variants import has_letters_after_comma
from matcher.names.word import Name, Word

# Stretches that are kept. A choice, for memory.
REMEMBERED = 1 << 17
# What a stretch says of its name, beside the hints of ``foreign``: it is never a plain one, has a
# comma, may have an Arabic article, has words, one of its own, a legal form, one that parts names.
_NEVER, _COMMA, _ARTICLE, _WORDS, _OWN, _FORM, _PARTS = (
    EVERY_HINT + 1 << place for place in range(7)
)


_EVERY_MARK = (_PARTS << 1) - 1


class _Stretch(NamedTuple):
    says: int
    """A sum of the marks above."""
    pieces: tuple[Piece, ...]
    words: tuple[Word, ...]
    """The same as words, without their places."""


_known: dict[str, _Stretch] = {}
_OTHER = _Stretch(_NEVER, (), ())


def plain_name(text: str) -> Name | None:
    """The words of a plain name, in their order and without their places.

    Args:
        text: one name as written.

    Returns:
        None for a name that is not plain, or not for sure; of others ``ParsedQuery.of`` makes one
        reading, of the same words.
    """
    says, words, pieces, inside = 0, list[Word](), list[Piece](), 0
    for stretch in text.split(" "):
        own, its_pieces, its_words = _known.get(stretch) or _learn(stretch)
        if own & _NEVER:
            return None
        if own & _WORDS:
            inside |= says & (_FORM | _PARTS)
        says |= own
        pieces += its_pieces
        words += its_words
    if not says & _OWN:
        return None
    if any(map(may_begin_phrase, pieces, pieces[1:])):
        words = with_phrases(pieces)
        if _has_parts(words, inside & _PARTS):
            return None
        says = says & ~EVERY_HINT | look_at_words(words)
        inside |= says & _FORM
    elif inside & _PARTS:
        return None
    if inside:
        words = edges(words, text)
    return None if _holds_more(text, words, says) else Name(text, tuple(words))


def _has_parts(words: list[Word], parting: int) -> bool:
    """Whether a name of which some words are a phrase may be another than its words, or two: parted
    by a phrase, or by a single word that may part names where there is one.
    """
    forms = [word.form for word in words[:-1] if word.role is Role.LEGAL]
    roles = {word.role for word in words}
    others = Role.WORD not in roles or Role.NUMBER in roles
    return others or any(parting or " " in form for form in forms)


def _holds_more(text: str, words: list[Word], says: int) -> bool:
    """Whether a name may have other readings, by what its stretches say together."""
    if says & RUSSIAN or says & ~_EVERY_MARK:
        return True
    if says & EVERY_SIGN in MAY_BE_SPELT and sum(w.is_content for w in words) <= MOST_SPELT:
        return True
    return bool(
        (says & BEGINS and has_foreign_words(words))
        or (says & _COMMA and has_letters_after_comma(text))
        or (says & _ARTICLE and otherwise_joined(text))
    )


def _learn(stretch: str) -> _Stretch:
    if len(_known) >= REMEMBERED:
        _known.clear()
    found = _known[stretch] = _look(stretch)
    return found


def _look(stretch: str) -> _Stretch:
    """What a stretch is wherever it stands."""
    signs = look(stretch)
    if signs & ~(HAS_COMMA | MAY_HAVE_AN_ARTICLE) or not stretch.isascii():
        return _OTHER
    pieces = pieces_of(stretch)
    words = tuple([Word.of(piece.word, 0, 0) for piece in pieces])
    said = look_at_words(words)
    forms = [place for place, word in enumerate(words) if word.role is Role.LEGAL]
    raws = [stretch[piece.start : piece.start + piece.length] for piece in pieces]
    says = said & EVERY_HINT | (_WORDS if words else 0) | (_FORM if forms else 0)
    says |= _PARTS if any(may_part(words[place], raws[place]) for place in forms) else 0
    says |= _OWN if any(word.role is Role.WORD for word in words) else 0
    says |= _COMMA if signs & HAS_COMMA else 0
    says |= _ARTICLE if signs & MAY_HAVE_AN_ARTICLE else 0
    plain = stretch.isprintable() and not ("&" in stretch and ";" in stretch)
    plain &= not said & ~EVERY_HINT
    plain &= forms in ([], [len(words) - 1])
    plain &= all(map(_is_plain, pieces, raws))
    return _Stretch(says, pieces, words) if plain else _OTHER


def _is_plain(piece: Piece, raw: str) -> bool:
    """Whether a word is the same wherever it stands."""
    form, role, _, _ = piece.word
    if role is Role.STOP and not stays_little(form, raw):
        return False
    return role is not Role.NUMBER and not by_its_place(piece) and not may_be_initials(raw)
