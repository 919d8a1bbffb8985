"""Words of a text that meet a listed name's and are what other names have as well: whom it
honours, where a branch is, the end of a compound, a sea.
"""

import re
from collections.abc import Sequence

from matcher.comparison.features import Weighed
from matcher.comparison.persons import person_names
from matcher.lexicon.everyday import LEAST
from matcher.lexicon.keys import skeleton
from matcher.lexicon.person_words import person_words
from matcher.lexicon.place_cues import place_cues
from matcher.lexicon.tables import Role
from matcher.mentions.cues import MentionContext, has_agreeing_form, is_shouted, raw
from matcher.mentions.mention_policy import POLICY
from matcher.mentions.whole_place import followed_by_a_capital
from matcher.mentions.words_met import commonness, lacking, listed_form, met
from matcher.names.eponyms import eponyms
from matcher.names.parser import analyse
from matcher.names.surrounding_cues import cues, towns_in
from matcher.names.word import Word
from matcher.search.finder import Finder
from records import CRAFT, Kind

# Letters by which a compound is longer than its last word.
COMPOUND = 3
# Words of a given name and a surname, or of a thing and what it is like (*Star Sapphire*).
PAIR = 2
# Zipf value from which on many are called so. Of the 3,625 entries of the Consolidated Screening
# List 83 names are two such words, and all of them persons' (*Luis Lopez*, *Robert Anderson*).
MANY_HAVE = 3.9
_PARTNER = re.compile(r"([^\W\d_a-z][\w'’.-]*)[ \u00a0]&[ \u00a0]$")


def says_only_where(place: MentionContext) -> bool:
    """Whether all that met is a town and a word for what somebody has there: ``our Sharjah branch``
    is not *National Iranian Tanker Company LLC Sharjah Branch*.
    """
    words = [word for word in place.query.words if word.is_content]
    towns, branch = towns_in(words), cues().branch
    where = [number in towns or word.role is Role.PLACE for number, word in enumerate(words)]
    there = [word.form in branch for word in words]
    return any(there) and all(a or b for a, b in zip(where, there, strict=True))


def honours(place: MentionContext) -> bool:
    """Whether all that met is whom the listed party is named after: *Akhmat Kadyrov* is not *Fund
    named after Akhmat Kadyrov*.
    """
    words = place.name.words
    there = [words[j] for item in place.weighed for j in item.link.name if words[j].is_content]
    clauses = eponyms(place.name.text)
    return bool(clauses) and all(
        any(start <= word.start < end for start, end in clauses) for word in there
    )


def is_whose_name_it_has(place: MentionContext) -> bool:
    """Whether all that met is a person's name that an institution has: *Robert Koch* is not the
    *Robert Koch Research Center*.
    """
    if not any(word.role is Role.TRADE for word in lacking(place)) or has_agreeing_form(place):
        return False
    return is_a_persons(met(place))


def is_a_persons(words: Sequence[Word]) -> bool:
    """Whether words are a given name and another word."""
    if len(words) != PAIR or not all(word.role is Role.WORD for word in words):
        return False
    return skeleton(words[0].form) in person_names().groups


def is_everybodys(place: MentionContext, words: Sequence[Word], common: float) -> bool:
    """Whether words are a given name and a surname that many have, or that have another name
    behind them, of an entry of which the list does not say that it is no person: ``Larry Davis``,
    ``Tariq Ahmed Dar``; or the second half of a firm's name: ``Hansen & Aurora ENK``.

    Args:
        place: where they stand.
        words: what says something of them.
        common: the Zipf value of the rarer one.
    """
    if common >= LEAST and _follows_a_partner(place, words):
        return True
    if place.kind is not Kind.UNKNOWN or len(words) != PAIR:
        return False
    if any(word.role is not Role.WORD for word in (*words, *place.name.words)):
        return False
    if not all(word.form in person_words() for word in words):
        return False
    return common >= MANY_HAVE or (followed_by_a_capital(place) and not is_shouted(place))


def _follows_a_partner(place: MentionContext, words: Sequence[Word]) -> bool:
    """Whether one word of its own stands behind another name and its ``&``; behind a legal form it
    is a name by itself.
    """
    if place.kind in CRAFT or sum(word.role is Role.WORD for word in words) > 1:
        return False
    before = _PARTNER.search(place.text, max(0, place.start - 30), place.start)
    if before is None:
        return False
    return not any(word.role is Role.LEGAL for word in analyse(before[1]).words)


def is_part_of_a_compound(place: MentionContext, item: Weighed) -> bool:
    """Whether one word is but the end of the other, whose meaning the tables give both: the *Space
    Research Institute* is not the *Aerospace Research Institute*.
    """
    if item.link.how != "translation" or len(item.link.query) != 1:
        return False
    short, long = sorted(
        (place.query.words[item.link.query[0]].form, listed_form(place, item)), key=len
    )
    return long.endswith(short) and len(long) - len(short) >= COMPOUND


def is_a_places_name(place: MentionContext) -> bool:
    """Whether a word that only stands for a listed one makes a place's name of the words: the
    *Caspian Sea* is not *Caspian Maritime*.
    """
    if has_agreeing_form(place):
        return False
    others = (item.link.query for item in place.weighed if item.link.how == "translation")
    written = (raw(place, place.query.words[i]) for query in others for i in query)
    return any(word in place_cues().after for word in written)


def is_another_word(
    place: MentionContext, item: Weighed, telling: Sequence[Weighed], known: Finder
) -> bool:
    """``Minister of National Defense``: a slip that makes an everyday word, where only words of
    trade are right.
    """
    if item.link.how != "typo":
        return False
    written = [place.query.words[i] for i in item.link.query]
    if max(commonness(place, word, known) for word in written) < POLICY.everyday:
        return False
    others = (place.name.words[j] for other in telling if other != item for j in other.link.name)
    return all(word.role is Role.TRADE or not word.is_content for word in others)
