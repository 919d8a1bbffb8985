"""Words of a text that meet a listed name's and are what other names have as well: whom it
honours, where a branch is, the end of a compound, a sea.
"""

from matcher.comparison.features import Weighed
from matcher.lexicon.place_cues import place_cues
from matcher.lexicon.tables import Role
from matcher.mentions.cues import MentionContext, has_agreeing_form, raw
from matcher.mentions.words_met import listed_form
from matcher.names.eponyms import eponyms
from matcher.names.surroundings import cues, towns_in

# Letters by which a compound is longer than its last word.
COMPOUND = 3


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
    return any(place_cues().after.fullmatch(f" {word}") for word in written)
