"""What a query may hold beside the whole: a quick look, since most hold nothing.

What it holds is read by ``variants``.
"""

import re

from matcher.lexicon.tables import Role
from matcher.names.bare_names import may_have_surroundings
from matcher.names.country_codes import country_of
from matcher.names.eponyms import eponyms
from matcher.names.exonyms import may_have_exonym
from matcher.names.field_lines import may_go_on
from matcher.names.foreign import may_be_foreign
from matcher.names.lost_letters import may_have_lost_letters
from matcher.names.native import may_be_native
from matcher.names.prefilter import (
    HAS_COMMA,
    IS_A_NICKNAME,
    IS_A_TITLE,
    IS_JOINED,
    IS_MARKED,
    IS_TYPED_OTHERWISE,
    MAY_BE_COUNTED,
    MAY_BE_IN_WADE_GILES,
    MAY_BE_KOREAN,
    MAY_BE_MISREAD,
    MAY_BE_SIGNED,
    MAY_BEGIN_AN_EXONYM,
    MAY_HAVE_AN_ARTICLE,
    MAY_HOLD_NAMES,
    MAY_SAY_A_GROUP,
    look_at_words,
)
from matcher.names.roles import SHORT_LEGAL_FORM
from matcher.names.ship_prefixes import may_be_a_ship
from matcher.names.stretches import ALSO_ASKED, QUOTED, parts, would_part
from matcher.names.web_names import may_be_on_the_web
from matcher.names.word import Name
from matcher.names.written_twice import may_be_twice

_LEGAL = Role.LEGAL

# Signs that may part a name, or stand around one.
_SIGNED = re.compile(rf"[(\[（【]|[;/](?=\s)|/[kbao]|\s[-–—]\s|{QUOTED.pattern}", re.IGNORECASE)
LETTERS_AFTER_COMMA = re.compile(r",\s*([^\W\d_]{3,8})(?=\s*(?:,|$))")
# What a query may hold beside the whole.
SEPARATED, NAMED, FORM_INSIDE, AFTER_COMMA = 1, 2, 4, 8
WADE_GILES, OTHER_SCRIPT, COUNTED, ARTICLE, TWO_KEYBOARDS = 16, 32, 64, 128, 256
NICKNAME, KNOWN_AS, KOREAN, TITLED, MISREAD = 512, 1024, 2048, 4096, 8192
IN_ENGLISH, LED, OF_A_GROUP = 16384, 32768, 65536
PARTS = SEPARATED | NAMED | FORM_INSIDE | AFTER_COMMA
AROUND, TRADE_JOINED, TWICE = 131072, 262144, 524288
LOST, IN_LINES, ON_THE_WEB, TYPED = 1048576, 2097152, 4194304, 8388608
EVERYTHING = 16777215
# Of what else may be there it shows only when it is looked for.
FOUND = PARTS | OTHER_SCRIPT | KNOWN_AS | OF_A_GROUP
_BY_WORDS = (
    (IS_MARKED, WADE_GILES),
    (MAY_BE_COUNTED, COUNTED),
    (IS_A_NICKNAME, NICKNAME),
    (IS_A_TITLE, TITLED),
    (MAY_BE_KOREAN, KOREAN),
    (MAY_SAY_A_GROUP, OF_A_GROUP),
    (IS_JOINED, TRADE_JOINED),
)


def are_letters(met: re.Match[str]) -> bool:
    """Whether what follows a comma may be letters for the name, and no country's code."""
    return met[1].isupper() and country_of(met[1]) is None


def may_hold(name: Name, seen: int) -> tuple[int, int]:
    """What it is worth looking for in a query, and what its words may say; most hold nothing."""
    text, said = name.text, look_at_words(name.words)
    held = _may_hold_by_signs(text, seen) if seen else 0
    if _has_a_form_inside(name):
        held |= FORM_INSIDE
    if may_be_a_ship(name):
        held |= LED
    if may_have_surroundings(name):
        held |= AROUND
    if may_be_twice(name):
        held |= TWICE
    if may_have_lost_letters(text):
        held |= LOST
    if may_go_on(text):
        held |= IN_LINES
    if may_be_on_the_web(text):
        held |= ON_THE_WEB
    if said:
        for hint, worth in _BY_WORDS:
            held |= worth if said & hint else 0
        held |= IN_ENGLISH if may_be_foreign(said) else 0
    if not text.isascii() and may_be_native(text):
        held = held & ~IN_ENGLISH | OTHER_SCRIPT | TWO_KEYBOARDS | OF_A_GROUP
    if (said & MAY_BEGIN_AN_EXONYM or held & OTHER_SCRIPT) and may_have_exonym(text):
        held |= KNOWN_AS
    return held, said


def _may_hold_by_signs(text: str, seen: int) -> int:
    held = 0
    if seen & MAY_BE_SIGNED and _SIGNED.search(text):
        held |= SEPARATED
    if seen & MAY_HOLD_NAMES:
        held |= SEPARATED if ALSO_ASKED.search(text) else 0
        held |= NAMED if eponyms(text) else 0
    if seen & MAY_HAVE_AN_ARTICLE:
        held |= ARTICLE
    if seen & MAY_BE_MISREAD:
        held |= MISREAD
    if seen & IS_TYPED_OTHERWISE:
        held |= TYPED
    if seen & MAY_BE_IN_WADE_GILES:
        held |= WADE_GILES
    if seen & HAS_COMMA and any(map(are_letters, LETTERS_AFTER_COMMA.finditer(text))):
        held |= AFTER_COMMA
    return held


def _has_a_form_inside(name: Name) -> bool:
    """Whether a legal form that may part two names stands between other words."""
    for word in name.words[1:-1]:
        _, _, form, role, _, _ = word
        if role is _LEGAL:
            if parts(word, name.text):
                return True
        elif len(form) <= SHORT_LEGAL_FORM and would_part(word, name.text):
            return True
    return False
