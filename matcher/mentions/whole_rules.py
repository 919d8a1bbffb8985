"""Whether a listed name that stands whole in a text tells enough to be no accident.

Information is that of ordinary language alone (``index.whole_names.information``): about 1 for a
word that hardly any text has, 0.5 for *bank*. In 10.6 million characters of ordinary business
documents in 29 languages, every listed name of several words that stood there by accident told
less than 1.4 (*integrated solutions*), or was a part of a published name.
"""

import re

import numpy as np

from matcher.columnar.arrays import Array
from matcher.index.index import KINDS, NameIndex
from matcher.lexicon.everyday import LEAST
from matcher.lexicon.tables import Role
from matcher.mentions.compounds import in_a_compound
from matcher.mentions.cues import (
    MentionContext,
    in_quotes,
    is_called_a_company,
    is_called_a_party,
    is_owned,
    is_set_off,
    is_shouted,
)
from matcher.mentions.mention_policy import POLICY
from matcher.mentions.only_words import PAIR, is_a_persons
from matcher.mentions.other_names import are_but_words, is_another_name, is_anybodys
from matcher.mentions.press_rules import (
    count_of,
    ends_with_its_trade,
    is_a_brand,
    is_a_group_one_is_close_to,
    is_a_long_brand,
    is_an_owners_ship,
    is_called_so,
    is_its_countrys,
    is_its_own_in_small_letters,
    is_only_its_own,
    is_rarely_a_word,
    is_sure_in_other_letters,
    too_common,
)
from matcher.mentions.ship_lists import is_called_a_ship
from matcher.mentions.slip_rules import others_beside_a_slip, tells_with_slips
from matcher.mentions.whole_cuts import (
    AMONG_OTHERS,
    CAPITALISED,
    ENOUGH,
    FORM,
    FORMLESS,
    LEAST_FORMLESS,
    LEAST_SET_OFF,
    LEAST_UNSPACED,
    LONG_PART,
    LONG_PART_TELLS,
    OTHERS,
    OWN_WORD,
    PART,
    RARE_WORD,
    SET_OFF,
    SHORTEST_AMONG_OTHERS,
    SHORTEST_CAPITALS,
    SHORTEST_QUOTED,
    SLIP,
    SMALL,
    WEAK,
    WEAK_LETTERS,
    form_tells,
    is_dealt_with_there,
)
from matcher.mentions.whole_place import (
    WholePlace,
    begins_with_a_capital,
    beside_a_capital,
    followed_by_a_capital,
    goes_on,
    has_capitals,
    is_an_item,
    is_called_of_its_home,
    stands_alone,
)
from matcher.mentions.whole_ships import (
    is_a_ship_by_its_place,
    is_but_a_word,
    is_the_next_ship,
    tells_a_ship,
)
from matcher.names.surrounding_cues import regions
from matcher.names.term_weights import ordinary
from records import CRAFT, Kind, NameKind

# Figures of a year.
YEAR = 4
# What no name goes over that is not letter by letter the listed one.
_BROKEN_OFF = re.compile(r"\n\s*\n|[;:!?]\s")


def tells_enough(whole: WholePlace) -> bool:
    """Whether the name is no accident there."""
    place = whole.place
    written = place.text[place.start : place.end]
    if whole.exonym:
        if whole.respelt and " " not in written and not is_sure_in_other_letters(whole):
            return False
        return is_called_so(whole) and is_rarely_a_word(whole)
    if whole.unspaced:
        letters = sum(map(str.isalnum, written))
        if whole.formless:
            trade = letters >= LEAST_UNSPACED and ends_with_its_trade(written)
            return trade or letters >= LEAST_FORMLESS
        return letters >= LEAST_UNSPACED or (letters >= LEAST_SET_OFF and is_set_off(place))
    if not any(word.is_content and word.role is not Role.NUMBER for word in place.name.words):
        if place.kind not in CRAFT:
            return _is_a_numbered_firm(whole)
        return not whole.slips and is_a_ship_by_its_place(place, written)
    form = form_tells(place.query if whole.formless else place.name)
    weak = WEAK_LETTERS if written.isupper() and not is_shouted(place) else WEAK
    told = whole.information + form - weak * (place.name_kind is NameKind.WEAK)
    told -= PART * whole.part
    if is_anybodys(whole):
        return False
    words = count_of(place.query.words, formless=whole.formless)
    if words == 1 and whole.common > POLICY.common_word:
        told = min(told, ordinary(whole.common))
    if place.kind in CRAFT:
        if is_but_a_word(whole, written):
            return False
        ship = told - SLIP * whole.slips
        return tells_a_ship(whole, words, ship, rare=ship >= RARE_WORD)
    if (whole.slips or whole.formless) and _BROKEN_OFF.search(written):
        return False
    if whole.slips:
        return tells_with_slips(whole, told, written)
    if whole.formless:
        return _without_itsform_tells(whole, words, told, written)
    if words == 1:
        if whole.respelt and (told < OWN_WORD or not is_sure_in_other_letters(whole)):
            return False
        countrys = told >= OWN_WORD and is_its_countrys(whole)
        return countrys or _single(place, told, written, whole.common)
    if told >= ENOUGH:
        return True
    if not (place.small or has_capitals(place, written)):
        return False
    if told >= SET_OFF and (is_set_off(place) or is_called_a_party(place)):
        return True
    if (told >= SET_OFF and is_called_of_its_home(whole)) or is_dealt_with_there(place, told):
        return True
    if place.small and form < FORM and told < SMALL:
        return False
    return told >= CAPITALISED and (form >= FORM or not beside_a_capital(place))


def _is_a_numbered_firm(whole: WholePlace) -> bool:
    """``Eleven Eighty Eight Limited``: a legal form and so many figures as no other firm has; years
    are as long as many words.
    """
    if whole.formless or whole.slips or whole.part or is_shouted(whole.place):
        return False
    words = whole.place.query.words
    numbers = [word.form for word in words if word.role is Role.NUMBER]
    formed = any(word.role is Role.LEGAL for word in words)
    several = len(numbers) > 1 or any(len(one) > YEAR for one in numbers)
    return formed and several and sum(map(len, numbers)) >= YEAR


def others_needed(whole: WholePlace) -> int | None:
    """How many other listed parties a document has to name so that the name is no accident there;
    None where it is one all the same.
    """
    if is_another_name(whole):
        return None
    if tells_enough(whole):
        return 0
    if whole.respelt:
        return None
    if whole.slips and whole.place.kind not in CRAFT:
        return others_beside_a_slip(whole)
    if whole.place.kind in CRAFT and not whole.slips and is_the_next_ship(whole):
        return 1
    if whole.information >= CAPITALISED and is_an_owners_ship(whole):
        return 1
    if is_called_so(whole) if whole.exonym else is_a_brand(whole):
        return 1
    return OTHERS if tells_among_others(whole) else None


def tells_among_others(whole: WholePlace) -> bool:
    """Whether the name, which tells too little by itself, is one in a document that names other
    listed parties: ``Suex`` of *SUEX OTC*.
    """
    place = whole.place
    written = place.text[place.start : place.end]
    if whole.exonym:
        return False
    if whole.unspaced or whole.slips or place.small or is_shouted(place):
        return False
    if place.kind is not Kind.ORGANIZATION or whole.part:
        return False
    # ``Los Zetas``: several words are no accident there, though the publisher calls them weak.
    several = len(written.split()) > 1 and whole.information >= CAPITALISED
    shouted = written.isupper() and len(written) >= SHORTEST_CAPITALS
    if place.name_kind is NameKind.WEAK and not (several or shouted):
        return False
    if not (has_capitals(place, written) and begins_with_a_capital(written)):
        return False
    if not stands_alone(place):
        return False
    if any(word.role is Role.PLACE for word in place.query.words):
        return False
    letters = written.isupper() and len(written) >= SHORTEST_AMONG_OTHERS
    if whole.common >= (LEAST if whole.bare and not letters else POLICY.common_word):
        return False
    if written.isupper():
        return letters
    told = min(whole.information, ordinary(whole.common)) if whole.common else whole.information
    least = RARE_WORD if whole.bare else AMONG_OTHERS
    return len(written) >= SHORTEST_CAPITALS and told >= least


def _without_itsform_tells(whole: WholePlace, words: int, told: float, written: str) -> bool:
    """``Bank Zenit`` of *Bank Zenit PJSC*: capitals on all words, and on none beside them."""
    place = whole.place
    if whole.bare and is_a_persons(place.query.words):
        return False
    set_off = is_set_off(place)
    if set_off and are_but_words(whole) and is_called_a_ship(place):
        set_off = False
    called = set_off or is_called_a_party(place)
    called |= words > 1 and is_dealt_with_there(place, told)
    if words == 1:
        if len(written) < POLICY.shortest_word:
            return False
        if not begins_with_a_capital(written):
            return not whole.seldom and is_its_own_in_small_letters(whole, told, written)
        if whole.respelt and (told < OWN_WORD or not is_sure_in_other_letters(whole)):
            return False
        if whole.bare and is_a_group_one_is_close_to(whole):
            return told >= SET_OFF
        if whole.bare:
            called = is_called_a_party(place) or is_called_of_its_home(whole) or in_quotes(place)
            return is_a_long_brand(whole) or (called and is_a_brand(whole))
        if told >= OWN_WORD and is_its_countrys(whole):
            return True
        if whole.common >= LEAST or place.query.words[0].form in regions():
            goes_on = followed_by_a_capital(place)
            called = is_called_a_party(place) and not goes_on
            return called and whole.common < POLICY.everyday and told >= SET_OFF
        if whole.seldom:
            return called and not followed_by_a_capital(place)
        alone = told >= OWN_WORD and stands_alone(place)
        return called or alone or is_only_its_own(place, told, written)
    if told >= ENOUGH and (place.small or whole.common < LEAST) and not whole.bare:
        return True
    if place.small or not has_capitals(place, written):
        return False
    if whole.bare and told >= ENOUGH and is_called_a_party(place) and not in_a_compound(place):
        # ``the state-owned Republican Unitary Enterprise Vega`` is the longer name's party.
        return not followed_by_a_capital(place)
    if (called and not whole.bare) or (told >= SET_OFF and is_called_of_its_home(whole)):
        return told >= SET_OFF
    if whole.bare and words >= LONG_PART and told >= LONG_PART_TELLS:
        return stands_alone(place)
    few = words <= PAIR or told < ENOUGH
    if min(map(len, written.split())) < 2 or (few and are_but_words(whole)):
        return False
    least = CAPITALISED if whole.bare else FORMLESS
    if whole.common >= too_common(whole, written, tells=told >= CAPITALISED):
        return False
    if told < least or not stands_alone(place):
        return False
    return whole.common < LEAST or not is_owned(place)


def worth_finding(index: NameIndex, organizations: Array) -> Array:
    """For each row of the index's whole names whether it can tell enough anywhere: single words of
    ordinary language can, where they are ships' names.
    """
    names = index.whole_names
    alone = np.diff(names.token_at) == 1
    owner = index.arrays["name_entity"][names.name]
    kind = index.arrays["entity_kind"][owner]
    ships = np.isin(kind, [KINDS.index(each) for each in sorted(CRAFT)])
    single = (names.information >= SET_OFF) & organizations[owner] & ~names.is_part
    # The one word of a longer name asks for more (``tells_among_others``).
    single &= ~names.is_bare | (names.information >= AMONG_OTHERS)
    found: Array = ~alone | ships | single
    return found


def _single(place: MentionContext, told: float, written: str, common: float) -> bool:
    """One word: it must be none of ordinary language."""
    if place.kind is not Kind.ORGANIZATION:
        return False
    if not (place.small or begins_with_a_capital(written)):
        # ``geopolitica`` is a word of Romanian.
        return (
            common < LEAST
            and len(written) >= POLICY.long_among_capitals
            and told >= RARE_WORD
            and not in_a_compound(place)
        )
    longer = common >= LEAST and goes_on(place)
    if told >= SET_OFF and (in_quotes(place) or (is_called_a_party(place) and not longer)):
        # ``Payment from «ZiD»``: three letters in quotation marks are a name where money is.
        paid = len(written) == SHORTEST_QUOTED and in_quotes(place)
        paid = paid and is_dealt_with_there(place, told)
        return paid or len(written) >= SHORTEST_CAPITALS
    dealt = common <= POLICY.common_word and is_dealt_with_there(place, told)
    if dealt and not (place.small or longer):
        return len(written) >= SHORTEST_CAPITALS
    if is_called_a_company(place) and has_capitals(place, written):
        # ``Die Firma Mehr``, however often the language has the word.
        letters = len(written) >= SHORTEST_CAPITALS and place.name_kind is not NameKind.WEAK
        return letters and not (place.small or followed_by_a_capital(place))
    if len(written) < POLICY.shortest_word and not (
        len(written) >= SHORTEST_CAPITALS and written.isupper()
    ):
        return False
    if len(written) < POLICY.shortest_word and told >= OWN_WORD:
        # ``IRIB``: letters that nobody else in the language has.
        return stands_alone(place) or (not place.small and is_an_item(place))
    if place.small or is_shouted(place) or len(written) < POLICY.shortest_word:
        return told >= RARE_WORD and (
            len(written) >= POLICY.long_among_capitals or not beside_a_capital(place)
        )
    long = len(written) >= POLICY.long_among_capitals and told >= RARE_WORD and common < LEAST
    return told >= OWN_WORD and (long or not beside_a_capital(place))
