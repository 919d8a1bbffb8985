"""A quick look at a name: whether it is worth looking for identifiers and for several names in it.

What stands between spaces repeats from name to name, so each such stretch is looked at once, and
each word.
"""

import re
from collections.abc import Sequence

from matcher.lexicon.press_spelling import EVERY_SIGN
from matcher.lexicon.tables import Role
from matcher.names.arabic_compounds import may_have_an_article
from matcher.names.between_names import signal_words
from matcher.names.exonyms import may_begin_exonym
from matcher.names.foreign import EVERY_HINT, hints_of
from matcher.names.group_words import may_say_a_group
from matcher.names.joined_trades import is_joined
from matcher.names.korean_persons import may_be_surname
from matcher.names.misread import may_be_misread
from matcher.names.nicknames import nicknames
from matcher.names.number_words import may_be_counted
from matcher.names.titles import TITLES
from matcher.names.typed import keyboards_of
from matcher.names.wade_giles import is_marked, may_be_marked
from matcher.names.word import Word

# Bits.
NOTHING, MAY_HOLD_NUMBER, MAY_HOLD_NAMES, MAY_BE_SIGNED = 0, 1, 2, 4
MAY_BE_IN_WADE_GILES, MAY_HAVE_AN_ARTICLE, HAS_COMMA, MAY_BE_MISREAD = 8, 16, 32, 64
IS_TYPED_OTHERWISE = 128
# Names of which it is kept what they may hold. A choice, for memory.
REMEMBERED = 1 << 16

_DIGIT = re.compile(r"\d|[bB][iI][cC]|[sS][wW][iI][fF][tT]|[0-9A-Za-z]{20}")
# What ``readings`` goes by has one of these words, parts of words, or signs.
_WORD = re.compile(r"[^\W_]+")
_WORDS = frozenset(
    {
        *("aka", "fka", "nka", "dba", "known", "alias", "formerly", "previously", "trading"),
        *("doing", "former"),
        *signal_words(),
        *("named", "imeni", "imyeni", "imienia", "имени", "імені", "імя", "im", "им", "ім"),
    }
)
_PARTS = ("k.a", ".ka", "b.a")
_SIGN = re.compile(r"[(\[（【«“„‘\"'‹]|[;/](?:\s|$)|/[kbaoKBAO]|(?:^|\s)[-–—](?:\s|$)")

_seen: dict[str, int] = {}
# Bits of words, beside ``foreign.EVERY_HINT``.
MAY_BE_COUNTED, IS_MARKED = EVERY_HINT + 1, (EVERY_HINT + 1) << 1
IS_A_NICKNAME, MAY_BEGIN_AN_EXONYM = (EVERY_HINT + 1) << 2, (EVERY_HINT + 1) << 3
MAY_BE_KOREAN, IS_A_TITLE = (EVERY_HINT + 1) << 4, (EVERY_HINT + 1) << 5
MAY_SAY_A_GROUP, IS_JOINED = (EVERY_HINT + 1) << 6, (EVERY_HINT + 1) << 7
_LEGAL, _STOP, _TRADE = Role.LEGAL, Role.STOP, Role.TRADE
_said: dict[str, int] = {}


def look(text: str) -> int:
    """What may be in a name.

    Returns:
        A sum of ``MAY_HOLD_NUMBER``, ``MAY_HOLD_NAMES`` (other names than the whole, by words),
        ``MAY_BE_SIGNED`` (the same, by brackets, quotation marks and the like),
        ``MAY_BE_IN_WADE_GILES`` (by its letters), ``MAY_HAVE_AN_ARTICLE`` (an Arabic one),
        ``HAS_COMMA``, ``MAY_BE_MISREAD`` (digits for letters, letters apart) and
        ``IS_TYPED_OTHERWISE`` (on other keys). Without one of them there is none; with it
        there may be none.
    """
    found = NOTHING
    for stretch in text.split(" "):
        signs = _seen.get(stretch)
        found |= _look(stretch) if signs is None else signs
    return found


def _look(stretch: str) -> int:
    lowered = stretch.lower()
    found = NOTHING
    if _DIGIT.search(stretch):
        found |= MAY_HOLD_NUMBER
    if stretch.isalpha() and stretch.isascii():
        # Most are a word and nothing else.
        found |= MAY_HOLD_NAMES if lowered in _WORDS else NOTHING
    else:
        found |= _look_at_signs(stretch, lowered)
    if may_be_marked(lowered):
        found |= MAY_BE_IN_WADE_GILES
    if may_have_an_article(lowered):
        found |= MAY_HAVE_AN_ARTICLE
    if may_be_misread(stretch):
        found |= MAY_BE_MISREAD
    if keyboards_of(stretch):
        found |= IS_TYPED_OTHERWISE
    if len(_seen) >= REMEMBERED:
        _seen.clear()
    _seen[stretch] = found
    return found


def _look_at_signs(stretch: str, lowered: str) -> int:
    found = NOTHING
    if not _WORDS.isdisjoint(_WORD.findall(lowered)) or any(part in lowered for part in _PARTS):
        found |= MAY_HOLD_NAMES
    if _SIGN.search(stretch):
        found |= MAY_BE_SIGNED
    return found | (HAS_COMMA if "," in stretch else NOTHING)


def look_at_words(words: Sequence[Word]) -> int:
    """What the words of a name may say.

    Returns:
        A sum of ``MAY_BE_COUNTED`` (short number words, digits or months), ``IS_MARKED``
        (Wade-Giles or a postal spelling by a whole word), ``IS_A_NICKNAME``,
        ``MAY_BEGIN_AN_EXONYM``, ``MAY_BE_KOREAN`` (by a surname), ``IS_A_TITLE``,
        ``MAY_SAY_A_GROUP``, ``IS_JOINED`` (with a trade word) and the hints of ``foreign``.
    """
    found = NOTHING
    for _, _, form, role, _, _ in words:
        said = _said.get(form)
        if said is None:
            said = _look_at(form)
        # (Not by a set: an Enum's member is compared in Python.)
        spelt = role is not _LEGAL and role is not _STOP and role is not _TRADE
        found |= said if spelt else said & ~EVERY_SIGN
    return found


def _look_at(form: str) -> int:
    found = hints_of(form)
    found |= MAY_BE_COUNTED if may_be_counted(form) else 0
    found |= IS_MARKED if is_marked(form) else 0
    found |= IS_A_NICKNAME if form in nicknames() else 0
    found |= MAY_BEGIN_AN_EXONYM if may_begin_exonym(form) else 0
    found |= MAY_BE_KOREAN if may_be_surname(form) else 0
    found |= IS_A_TITLE if form in TITLES else 0
    found |= MAY_SAY_A_GROUP if may_say_a_group(form) else 0
    found |= IS_JOINED if is_joined(form) else 0
    if len(_said) >= REMEMBERED:
        _said.clear()
    _said[form] = found
    return found
