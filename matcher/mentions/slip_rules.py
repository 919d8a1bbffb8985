"""Whether a listed name with a slip, or misread by a scanner, is no accident in a text.

A word with a slip that no language has is seldom another name: in 13.6 million characters of
ordinary documents two words together that a listed name has but for a slip stood once (*los
Cobos*), and in 1,500 statements of reasons, which are about such parties, never. One word by itself
is near some listed one every other page, mostly a given name or a town.
"""

from rapidfuzz.distance import OSA

from matcher.index.near_tokens import is_near
from matcher.lexicon.tables import Role
from matcher.mentions.compounds import in_a_compound
from matcher.mentions.cues import is_called_a_party, is_set_off, is_shouted
from matcher.mentions.mention_policy import POLICY
from matcher.mentions.press_rules import BRAND, count_of
from matcher.mentions.single_words import has_initials, is_a_person
from matcher.mentions.town_lists import stands_among_towns
from matcher.mentions.whole_cuts import (
    CAPITALISED,
    ENOUGH,
    FORM,
    OTHERS,
    OWN_WORD,
    SET_OFF,
    SLIP,
    form_tells,
    is_dealt_with_there,
)
from matcher.mentions.whole_place import (
    WholePlace,
    has_capitals,
    is_called_of_its_home,
    stands_alone,
)
from records import Kind, NameKind

# What several words with a slip have to tell with capitals, and none beside: *United Rssia*.
SLIPPED = 0.7
# The same where the document names another listed party.
SLIPPED_BESIDE = 0.4
# Letters of a listed word that a text has with a slip beside another listed party, and beside
# several: of six, one in 500 statements of reasons has a given name (*Sakina*, *Samina*).
BESIDE_ONE, BESIDE_SEVERAL = 7, 6


def tells_with_slips(whole: WholePlace, told: float, written: str) -> bool:
    """``Trvst Insurance``, ``Lirnited Liability Company Radio Reklarna``: the rest has to tell
    more, and a word alone has to be long.

    Args:
        whole: the words.
        told: what they would tell without the slip.
        written: as the text has them.
    """
    place = whole.place
    if whole.bare or in_a_compound(place):
        return False
    told -= SLIP * whole.slips
    capitals = place.small or _has_its_capitals(whole, written)
    if count_of(place.query.words, formless=True) == 1:
        return capitals and _one_word(whole, told, written)
    if whole.slips > max(1, len(written.split()) // 2):
        return False
    if told >= ENOUGH:
        return True
    if not capitals or whole.formless:
        return False
    form = form_tells(place.query) >= FORM
    if told >= CAPITALISED and (form or stands_alone(place)):
        return True
    if whole.slips > 1 or told < SET_OFF:
        return False
    return _is_said_to_be_one(whole, told) or (told >= SLIPPED and stands_alone(place))


def _one_word(whole: WholePlace, told: float, written: str) -> bool:
    place = whole.place
    letters = max(map(len, written.split()))
    form = form_tells(place.query) >= FORM and not whole.formless
    if form and letters >= POLICY.shortest_word:
        return told >= FORM + OWN_WORD - SLIP
    if told < OWN_WORD - SLIP:
        return False
    long = POLICY.long_without_form if whole.formless else POLICY.long_word
    if letters >= long and stands_alone(place):
        return True
    cued = letters >= POLICY.long_with_form and place.name_kind is not NameKind.WEAK
    return cued and _is_said_to_be_one(whole, told) and not _is_somebody(whole)


def _is_said_to_be_one(whole: WholePlace, told: float) -> bool:
    """Whether the text says right there that the words are a party's name."""
    place = whole.place
    if is_set_off(place) or is_called_a_party(place) or is_called_of_its_home(whole):
        return True
    return is_dealt_with_there(place, told)


def _has_its_capitals(whole: WholePlace, written: str) -> bool:
    """Whether all words have capitals, but for one that lost it with its first letter: ``onetsk
    People's Republic``.
    """
    if has_capitals(whole.place, written):
        return True
    begun = {word.form[1:] for word in whole.place.name.words}
    words = [word for word in whole.place.query.words if word.is_content]
    small = [word for word in words if written[word.start : word.start + 1].islower()]
    return len(small) < len(words) and all(word.form in begun for word in small)


def _is_somebody(whole: WholePlace) -> bool:
    place = whole.place
    return is_a_person(place) or has_initials(place) or stands_among_towns(place)


def others_beside_a_slip(whole: WholePlace) -> int | None:
    """How many other listed parties a document has to name so that a name with a slip is no
    accident; None where it is one all the same. The same party named without a slip is another.
    """
    place = whole.place
    written = place.text[place.start : place.end]
    if whole.slips != 1 or whole.exonym or whole.unspaced or whole.part or place.small:
        return None
    if place.kind is not Kind.ORGANIZATION or place.name_kind is NameKind.WEAK:
        return None
    if is_shouted(place) or not (_has_its_capitals(whole, written) and stands_alone(place)):
        return None
    if count_of(place.query.words, formless=True) > 1:
        return 1 if not whole.bare and whole.information - SLIP >= SLIPPED_BESIDE else None
    if whole.information < (BRAND if whole.bare else OWN_WORD) or _is_somebody(whole):
        return None
    letters = _letters_meant(whole)
    if letters >= BESIDE_ONE:
        return 1
    return OTHERS if letters >= BESIDE_SEVERAL and not whole.bare else None


def _letters_meant(whole: WholePlace) -> int:
    """Letters of the listed word that the one of the text is meant for."""
    query = max((word.form for word in whole.place.query.words), key=len)
    listed = [word.form for word in whole.place.name.words if word.role is not Role.LEGAL]
    near = [form for form in listed if is_near(query, form)]
    return len(min(near, key=lambda form: OSA.distance(query, form), default=""))
