"""What running text asks of words before they count as a name.

A query is a name because somebody typed it as one. In a text ``September``, ``Santa Ana`` and
``Technology, Inc`` are words first: the fewer words of a name are there, and the more ordinary they
are, the more must say that they are a name.
"""

import re
from collections.abc import Sequence

from matcher.comparison.features import LOOSE, Weighed
from matcher.comparison.similarity import is_one_slip
from matcher.lexicon.tables import Role
from matcher.mentions.cues import (
    Place,
    crosses_a_bracket,
    has_agreeing_form,
    is_part_of_a_longer_name,
    is_set_off,
    is_shouted,
    legal_forms,
    near_a_ship,
    raw,
)
from matcher.names.parser import Name, Word
from matcher.names.term_weights import RARE
from matcher.search.finder import Finder
from records import Kind, NameKind

# A single word without a cue must be as rare as this. Surnames and towns reach 0.8.
RARE_WORD = 0.85
# The rarest word that is missing may be this much as rare as the rarest that is there.
RARER = 0.75
# Where no word is rare, no more than this share of the name may be missing.
MOST_MISSING = 0.3
# One that ordinary language does not have may stand on several entries.
OWN_WORD = 0.7
# One of ordinary language that is all of a listed name must be as rare as this.
USUAL_WORD = 0.6
# A single word needs so many letters without a cue, so many in capitals, and so many if it is
# only nearly the listed one, by itself and with the listed legal form.
SHORTEST, SHORTEST_CAPITALS, LONG_WORD, LONG_WITH_FORM = 5, 4, 8, 7
# What words of ordinary language must tell together to be a name, two of them or more: with the
# listed legal form, of a name that has none, and of one that the text writes without it.
WITH_FORM, WITHOUT_LISTED_FORM, WITHOUT_FORM = (0.35, 0.3), (0.5, 0.35), (0.85, 0.45)
# With the very words of the listed name.
WITH_FORM_SAME = 0.2
# A misspelt word that is shorter than this is another word, unless the rest is a name by itself.
LONG_ENOUGH_TO_ERR, REST = 6, 0.4
# A name that lacks its country must tell this much.
WITHOUT_COUNTRY = 1.6
# A short form of one word tells at least this; one of ordinary language more.
LEAST_SHORT, LEAST_SHORT_USUAL = 0.45, 0.6

_HANGING = re.compile(r"[^\W\d_a-z][^\W_]*[-\u2010\u2011\u2013]$")


def looks_like_a_name(place: Place, known: Finder, *, licensed: bool) -> bool:
    """Whether the words stand in the text as a name does.

    Args:
        place: where, and what they met.
        known: the information in a word.
        licensed: whether the text has named the entity in full, so that a part will do.
    """
    met = _met(place)
    if not met or crosses_a_bracket(place):
        return False
    rarest = max(met, key=known.weight)
    if not place.small and not _is_capitalised(place, met):
        return False
    if licensed:
        return _may_be_short(place, met, rarest, known)
    if not _few_mistakes(place, known):
        return False
    if len(met) == 1 and not _numbered(place):
        return _single(place, rarest, known)
    return _enough_is_there(place, met, known) and _several(place, met, known)


def _is_capitalised(place: Place, met: Sequence[Word]) -> bool:
    """Whether a word of the name has a capital; ``One factor`` for ``Onefactor`` needs two."""
    for item in place.weighed:
        words = [place.query.words[i] for i in item.link.query]
        if len(words) > 1 and not all(_has_capital(place, word) for word in words):
            return False
    return any(_has_capital(place, word) for word in met)


def _has_capital(place: Place, word: Word) -> bool:
    return not raw(place, word)[:1].islower() or _hangs_on_a_capital(place, word)


def _hangs_on_a_capital(place: Place, word: Word) -> bool:
    """``Al-sharif``."""
    first = place.start + word.start
    return _HANGING.search(place.text[max(0, first - 30) : first]) is not None


def _numbered(place: Place) -> bool:
    """Whether a number of the listed name is there: ``LLC Group 99``; ships are numbered, too."""
    return place.kind not in (Kind.VESSEL, Kind.AIRCRAFT) and any(
        place.name.words[j].role is Role.NUMBER for item in place.weighed for j in item.link.name
    )


def _met(place: Place) -> list[Word]:
    """The words of the text that met one of the name's and tell something."""
    places = sorted({i for item in place.weighed for i in item.link.query})
    words = (place.query.words[i] for i in places)
    return [word for word in words if word.tells and word.role is not Role.NUMBER]


def _lacking(place: Place) -> list[Word]:
    """The listed name's words that tell something and met none."""
    met = {j for item in place.weighed for j in item.link.name}
    return [word for j, word in enumerate(place.name.words) if j not in met and word.tells]


def _agreed(place: Place) -> float:
    """What the words tell that both have."""
    return sum(
        item.link.score * item.name_weight
        for item in place.weighed
        if place.query.words[item.link.query[0]].tells
    )


def _is_usual(word: Word, known: Finder) -> bool:
    """Whether a word is one of ordinary language: a town, a surname, a thing."""
    if word.role is Role.PLACE:
        return True
    zipf_of = known.index.language.zipf_of
    return all(zipf_of(part) > RARE for part in word.form.split(" "))


def _is_part(place: Place, known: Finder) -> bool:
    return is_part_of_a_longer_name(place, lambda word: _is_usual(word, known))


def _may_be_short(place: Place, met: Sequence[Word], rarest: Word, known: Finder) -> bool:
    if place.kind in (Kind.VESSEL, Kind.AIRCRAFT) or len(met) > 1:
        return True
    equal = all(item.link.how == "equal" for item in place.weighed)
    capitals = equal and raw(place, rarest).isupper() and not is_shouted(place)
    if capitals and not _lacking(place):
        # ``DIO Director``.
        return True
    if _is_part(place, known):
        return False
    letters = capitals or any(item.link.how == "acronym" for item in place.weighed)
    least = LEAST_SHORT_USUAL if _is_usual(rarest, known) else LEAST_SHORT
    return letters or (rarest.role is Role.WORD and known.weight(rarest) >= least)


def _few_mistakes(place: Place, known: Finder) -> bool:
    """Of two words one must be right, and a wrong one must be no word by itself: ``Thanh Huong``
    is not ``Thinh Cuong``. The word that matters most may have one slip.
    """
    telling = [w for w in place.weighed if place.query.words[w.link.query[0]].tells]
    wrong = [item for item in telling if item.link.how in LOOSE]
    if not wrong:
        return True
    right = sum(item.name_weight for item in telling if item.link.how not in LOOSE)
    for item in wrong:
        if item.name_weight > right and not _may_be_a_slip(place, item, right):
            return False
    if len(telling) > 2:
        return True
    if len(telling) == len(wrong) == 2:
        return False
    return not any(known.is_word(place.query.words[i]) for item in wrong for i in item.link.query)


def _may_be_a_slip(place: Place, item: Weighed, right: float) -> bool:
    if item.link.how != "typo":
        return True
    if len(_listed_form(place, item)) < LONG_ENOUGH_TO_ERR and right < REST:
        return False
    return _is_one_slip(place, item)


def _is_one_slip(place: Place, item: Weighed) -> bool:
    written = "".join(place.query.words[i].form for i in item.link.query)
    return is_one_slip(written, _listed_form(place, item))


def _listed_form(place: Place, item: Weighed) -> str:
    return "".join(place.name.words[j].form for j in item.link.name)


def _enough_is_there(place: Place, met: Sequence[Word], known: Finder) -> bool:
    """The name's rarest words must be among those that met: ``Santa Monica`` is not its Dairy,
    ``Law Enforcement`` not ``Iran's Law Enforcement Forces``.
    """
    missing = [known.weight(word) for word in _lacking(place)]
    there = sum(item.link.score * item.name_weight for item in place.weighed)
    loose = any(item.link.how in LOOSE for item in place.weighed)
    if len(met) == 2 and loose and missing:
        return False
    rarest = max(map(known.weight, met))
    if rarest < RARE_WORD and sum(missing) > MOST_MISSING * (there + sum(missing)):
        return False
    return max(missing, default=0.0) < RARER * rarest


def _several(place: Place, met: Sequence[Word], known: Finder) -> bool:
    """Several words: with one that only names have they are a name; words of ordinary language
    must be all of the listed name, and no part of a longer one.
    """
    lacking, agreed = _lacking(place), _agreed(place)
    if agreed < WITHOUT_COUNTRY and any(word.role is Role.PLACE for word in lacking):
        return False
    joined = any(item.link.how == "joined" for item in place.weighed)
    if joined or not all(_is_usual(word, known) for word in met):
        return True
    if lacking or _has_more(place) or _is_part(place, known):
        return False
    return agreed >= _needed(place, met)


def _needed(place: Place, met: Sequence[Word]) -> float:
    """What the words must tell together, since they are those of ordinary language."""
    more = sum(len(word.form.split(" ")) for word in met) > 2
    if has_agreeing_form(place):
        same = all(item.link.how in ("equal", "legal form") for item in place.weighed)
        return WITH_FORM_SAME if same else WITH_FORM[more]
    if legal_forms(place.name) or not _is_whole(place.name):
        return WITHOUT_FORM[more]
    # ``Bank Rossiya``, ``Iran Air``.
    country = any(word.role is Role.PLACE for word in met)
    return WITH_FORM[more] if country else WITHOUT_LISTED_FORM[more]


def _is_whole(name: Name) -> bool:
    """Whether a listed name is all of what was published, no part behind a dash or in brackets."""
    words = name.words
    return name.text == name.text[words[0].start : words[-1].end]


def _has_more(place: Place) -> bool:
    """Whether a word between those that met says something else."""
    met = {i for item in place.weighed for i in item.link.query}
    return any(word.tells for i, word in enumerate(place.query.words) if i not in met)


def _single(place: Place, word: Word, known: Finder) -> bool:
    """One word: it needs a cue, or must be such that it can be nothing else."""
    usual, weight = _is_usual(word, known), known.weight(word)
    if word.role is not Role.WORD or not _is_right(place, word, known):
        return False
    if place.kind in (Kind.VESSEL, Kind.AIRCRAFT):
        return near_a_ship(place, close=usual or weight < RARE_WORD)
    if _is_part(place, known):
        return False
    cue = has_agreeing_form(place) or is_set_off(place)
    if place.name_kind is NameKind.WEAK and (usual or not cue):
        return False
    if _lacking(place):
        own = [other for other in _lacking(place) if other.role is not Role.TRADE]
        return cue and not own and not usual and weight >= RARE_WORD
    return cue or _needs_no_cue(place, word, usual=usual, weight=weight)


def _is_right(place: Place, word: Word, known: Finder) -> bool:
    """Whether it is the listed word letter by letter, or in another script or case; a long one may
    have a slip.
    """
    item = next(w for w in place.weighed if place.query.words[w.link.query[0]].tells)
    if item.link.how in ("equal", "joined"):
        return True
    if not raw(place, word).isascii() and item.link.how in ("spelling", "inflection", "consonants"):
        return True
    with_form = has_agreeing_form(place) and legal_forms(place.name)
    needed = LONG_WITH_FORM if with_form else LONG_WORD
    if len(_listed_form(place, item)) < needed or known.is_word(word):
        return False
    return item.link.how != "typo" or _is_one_slip(place, item)


def _needs_no_cue(place: Place, word: Word, *, usual: bool, weight: float) -> bool:
    if usual:
        # ``Rosneft`` is listed so; ``Citadel LLC`` is only known with its legal form.
        alone = _is_whole(place.name)
        alone &= not any(word.role is Role.LEGAL for word in place.name.words)
        return len(word.form) >= SHORTEST and alone and weight >= USUAL_WORD
    written = raw(place, word)
    if len(word.form) >= SHORTEST:
        return weight >= OWN_WORD
    return (
        weight >= RARE_WORD
        and len(word.form) >= SHORTEST_CAPITALS
        and written.isupper()
        and not is_shouted(place)
    )
