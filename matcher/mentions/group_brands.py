"""A listed group's brand in a text, with what its firms elsewhere are called by behind it."""

import re
from functools import lru_cache

from matcher.comparison.brand import LONG_BRAND, brand_of, says_no_party
from matcher.lexicon.brands import brands
from matcher.lexicon.everyday import LEAST
from matcher.lexicon.tables import Role
from matcher.mentions.compounds import in_a_compound
from matcher.mentions.press_rules import BRAND
from matcher.mentions.single_words import has_initials, is_a_person
from matcher.mentions.whole_place import WholePlace, begins_before
from matcher.names.parser import analyse
from matcher.names.surrounding_cues import towns_in
from matcher.names.wade_giles import pinyin_syllables
from records import Kind

# The words behind a brand, and how many of them are looked at.
_BEHIND = re.compile(r"(?:[ \u00a0]+\(?[^\W\d_][^\s,;:!?()\"»”]*\)?){1,6}")
_LITTLE = frozenset(["z", "of", "and", "de", "du", "der", "und", "y", "et", "für", "del", "s"])
# Characters of them.
_REACH = 80
# Characters of a word cut short and its stop (*Corp.*): behind a longer one a sentence ends.
LONGEST_SHORTENED = 5
_TWO = 2


def is_a_groups(whole: WholePlace) -> bool:
    """``Alrosa Belgium NV``: one word that is nobody else's, and behind it nothing but places,
    legal forms and words of trade, a form or a place among them.
    """
    place = whole.place
    written = place.text[place.start : place.end]
    if place.kind is not Kind.ORGANIZATION or len(place.query.words) != 1:
        return False
    if whole.slips or whole.respelt:
        return False
    if whole.exonym or not written[:1].isupper() or in_a_compound(place) or has_initials(place):
        return False
    if is_a_person(place):
        return False
    form = place.query.words[0].form
    if whole.bare and brand_of(place.name) != form:
        return False
    if form not in brands():
        told = whole.information >= BRAND and whole.common < LEAST and not whole.seldom
        if not told or len(form) < LONG_BRAND or pinyin_syllables(form) == _TWO:
            return False
        if begins_before(place, whole.before):
            # ``AAPICO Hitech Public Company Limited``
            return False
    return _is_a_firms(written, _behind(place.text, place.end))


def _behind(text: str, end: int) -> str:
    """The words right behind a name that may be more of it."""
    found = _BEHIND.match(text, end, end + _REACH)
    kept: list[str] = []
    for word in found[0].split() if found else ():
        if not word.lstrip("(")[:1].isupper() and word.rstrip(".").lower() not in _LITTLE:
            break
        kept.append(word)
        if word.endswith(".") and "." not in word[:-1] and len(word) > LONGEST_SHORTENED:
            # A sentence's end: ``Huawei Products. In addition``.
            break
    while kept and kept[-1].lower() in _LITTLE:
        # ``Burren et al.``
        kept.pop()
    return " ".join(kept)


@lru_cache(maxsize=1 << 12)
def _is_a_firms(written: str, behind: str) -> bool:
    """Whether a name goes on as one of a group's firms does."""
    words = analyse(f"{written} {behind}").words[1:] if behind else ()
    towns = {words[number] for number in towns_in(words)}
    placed = [word for word in words if word in towns or word.role is Role.PLACE]
    if not (placed or any(word.role is Role.LEGAL for word in words)):
        return False
    return all(word in towns or says_no_party(word) for word in words)
