"""Names by which the press knows listed parties: what other languages call them, and brands."""

import re
from collections.abc import Sequence

from matcher.comparison.brand import brand_of
from matcher.lexicon.everyday import LEAST
from matcher.lexicon.folding import fold
from matcher.lexicon.known_as import not_behind
from matcher.lexicon.party_words import says_party
from matcher.lexicon.place_cues import place_cues
from matcher.lexicon.scripts import script_of
from matcher.lexicon.tables import Role
from matcher.mentions.compounds import in_a_compound, is_close_to_it
from matcher.mentions.cues import (
    MentionContext,
    in_quotes,
    is_called_a_party,
    is_shouted,
)
from matcher.mentions.mention_policy import POLICY
from matcher.mentions.single_words import is_a_person
from matcher.mentions.whole_place import (
    OWNER,
    REACH,
    WholePlace,
    beside_a_capital,
    has_capitals,
    is_called_of_its_home,
    stands_alone,
    word_before,
)
from matcher.mentions.words_met import is_a_town
from matcher.names.parser import analyse
from matcher.names.word import Word
from records import CRAFT, Kind

# What the one word of a name must tell that has words of trade beside it: no English text has it.
# At .9 *Eurasia*, *Xinjiang* and *Prius* are found in ordinary documents.
BRAND = 1.0
# Zipf value up to which one word may be what another language calls the party: news have *حماس*
# (4.7), while every text may have *داعش* (5.1) and *طالبان* (5.2).
COMMON_EXONYM = 4.8
# The same where the script has capitals, but for four capitals and more: *Газпром* (4.2) and *PKK*
# (4.7) stand in four of 866 ordinary documents. There another listed party has to be named.
COMMON_CASED = 3.9
# Letters of one word that is a party's name beside its country.
SHORTEST_OF_A_COUNTRY = 4
# Zipf value of the rarest word, in the language that has it most often, from which even a trade
# behind it makes no name of the words: Portuguese has *bom* and English *finance* (*BOM Finance*).
BEFORE_ITS_TRADE = 5.2
# What the tables call a group.
_GROUP = "GRP"
# Characters that say in Chinese what a firm does.
TRADE = 2
# Such a name of no more letters is an acronym.
LETTERS = 4
# Three letters are anybody's.
ANYBODYS = 3
# What begins a sentence and no name: ``The Namchongang deal``.
_ARTICLES = frozenset(
    ("a", "an", "the", "der", "die", "das", "den", "dem", "ein", "eine", "la", "le", "les", "el",
     "los", "las", "il", "lo", "un", "une", "una", "uno", "o", "os", "um", "uma", "de", "het")
)  # fmt: skip
# What only names made of other words' beginnings have: *БелАЗ*.
_INNER_CAPITALS = re.compile(r"[^\W\d_A-ZА-ЯЁІЇЄҐЎ][A-ZА-ЯЁІЇЄҐЎ]")
# Between the words of a name, ``Альфа-Банк`` among them.
_PARTS = re.compile(r"[\s\u00a0-]+")
# What no name in another language goes over.
_PARTED = re.compile(r"[、，：。！？；|]|[,.،;؛:!?؟]\s|\n\s*\n|\t")


def is_a_long_brand(whole: WholePlace) -> bool:
    """``Namchongang``: so long that it is nobody else's, whatever the document is about. Of nine
    letters and more none is in 1,166 ordinary documents, of eight two (*Streymoy*, *Eximbank*).
    """
    return whole.place.end - whole.place.start >= POLICY.long_without_form and is_a_brand(whole)


def is_called_so(whole: WholePlace) -> bool:
    """Whether what another language calls the party is a name there: with the capital that its
    script gives one of its words, and characters that make no other word with the one before.
    """
    place = whole.place
    written = place.text[place.start : place.end]
    if whole.slips or _PARTED.search(written):
        return False
    if place.text[max(0, place.start - 1) : place.start] in not_behind(written):
        return False
    if whole.unspaced and place_cues().joined_after.match(place.text, place.end):
        return False
    if len(written) <= LETTERS and written.isascii():
        # ``VTB``, but not *Gru*.
        return is_cased_as_letters(written) and not beside_a_capital(place)
    if place.small or not all(word[:1].islower() for word in written.split()):
        return True
    # ``los hutíes``: what other languages write without a capital, and have for nothing else.
    letters = sum(map(str.isalpha, written))
    return letters >= POLICY.shortest_word and whole.common < LEAST and " " not in written


def is_cased_as_letters(written: str) -> bool:
    """Whether letters that stand for a party are written as such: ``VTB``, and four of them that
    the press of many languages reads as a word: ``Farc``.
    """
    return written.isupper() or (len(written) == LETTERS and written.istitle())


def is_rarely_a_word(whole: WholePlace) -> bool:
    """Whether what another language calls the party is seldom anything else there, whatever the
    document is about.
    """
    place = whole.place
    written = place.text[place.start : place.end]
    if len(_PARTS.split(written)) > 1:
        return True
    if written.lower() == written.upper():
        return whole.common <= COMMON_EXONYM
    letters = sum(map(str.isalpha, written))
    if letters <= ANYBODYS:
        return is_called_a_party(place)
    acronym = written.isupper() and letters <= LETTERS
    return whole.common <= (COMMON_EXONYM if acronym else COMMON_CASED)


def is_a_brand(whole: WholePlace) -> bool:
    """``Tinkoff`` of *Tinkoff Bank JSC*: a word that no language has, where the listed name has
    but one or two words of trade beside it.
    """
    place = whole.place
    if whole.common >= LEAST or whole.information < BRAND:
        return False
    if place.text[place.start].islower() or place.end - place.start < POLICY.shortest_word:
        return False
    brand = brand_of(place.name)
    if brand is None or not (whole.respelt or brand == place.query.words[0].form):
        return False
    # *Commercial Intertech*: the first word of a sentence may be the name's.
    before = word_before(place)
    opens = before is not None and before[1][0].isupper() and not says_party(before[1])
    opens &= before is not None and before[1].lower() not in _ARTICLES
    if is_called_a_party(place) or is_called_of_its_home(whole):
        return True
    return not opens and stands_alone(place)


def is_a_group_one_is_close_to(whole: WholePlace) -> bool:
    """``a Wagner-linked trader``: the one word that a listed name has besides *group*, though it is
    a surname as well, where somebody is said to be close to whom it names.
    """
    place = whole.place
    if not is_close_to_it(place) or place.text[place.start].islower() or place.small:
        return False
    return is_all_of_a_group(whole)


def is_all_of_a_group(whole: WholePlace) -> bool:
    """Whether one word is all that a listed name has besides *group*, and no everyday one."""
    place = whole.place
    if whole.respelt or whole.common >= POLICY.everyday or is_a_town(place.query.words[0]):
        return False
    others = [word for word in place.name.words if word.form != place.query.words[0].form]
    return bool(others) and all(word.concept == _GROUP for word in others)


def is_an_owners_ship(whole: WholePlace) -> bool:
    """``Sovcomflot's NS Pride``: several words that are a ship's name, right behind an owner."""
    place = whole.place
    written = place.text[place.start : place.end]
    if place.kind not in CRAFT or whole.slips or whole.part or " " not in written:
        return False
    owned = OWNER.search(place.text, max(0, place.start - REACH), place.start)
    return owned is not None and has_capitals(place, written)


def is_sure_in_other_letters(whole: WholePlace) -> bool:
    """``Konzern Kalaschnikow``, ``«Гарантекса»``, ``БелАЗа``: one word that is the listed one in
    other letters or another case is called a party's, set off or has capitals inside, or is so
    long that it is nobody else's.
    """
    place = whole.place
    written = place.text[place.start : place.end]
    if is_a_person(place):
        return False
    if in_quotes(place) or is_called_a_party(place) or _is_a_case_of_letters(place, written):
        return True
    if any(map(is_a_town, place.name.words)):
        # ``Zaporozsje`` is the town in Hungarian.
        return False
    if script_of(written) != script_of(place.name.text):
        # By its sound alone a Russian word may be anybody's (*Камский*).
        return False
    least = POLICY.long_among_capitals if _is_a_case(place) else POLICY.long_without_form
    long = len(written) >= least and stands_alone(place)
    return long or is_called_of_its_home(whole)


def _is_a_case(place: MentionContext) -> bool:
    """``Tevianu``, ``Samidouna``: a word that no language has is a listed one and an ending."""
    form = place.query.words[0].form
    own = (word.form for word in place.name.words if word.role is Role.WORD)
    return any(len(word) >= POLICY.shortest_word and form.startswith(word) for word in own)


def _is_a_case_of_letters(place: MentionContext, written: str) -> bool:
    """``БелАЗа``: capitals inside a word that is all of a listed one and an ending."""
    form = place.query.words[0].form
    listed = (form.startswith(word.form) for word in place.name.words if word.role is Role.WORD)
    return _INNER_CAPITALS.search(written) is not None and any(listed)


def is_its_countrys(whole: WholePlace) -> bool:
    """``Lebanon's Vega``: one word that is no everyday one, beside the party's country."""
    place = whole.place
    if place.kind is not Kind.ORGANIZATION or not place.text[place.start].isupper():
        return False
    if whole.common > POLICY.common_word or place.end - place.start < SHORTEST_OF_A_COUNTRY:
        return False
    return is_called_of_its_home(whole)


def is_its_own_in_small_letters(whole: WholePlace, told: float, written: str) -> bool:
    """``shipped by rosoboronexport``: no language has the word, and all the list has besides is a
    legal form.
    """
    if whole.bare or whole.common >= LEAST or told < BRAND:
        return False
    if not written.isascii() and whole.place.name.text.isascii():
        # ``petroquímico`` is a word of a language that has such letters.
        return False
    return len(written) >= POLICY.long_word and not in_a_compound(whole.place)


def is_only_its_own(place: MentionContext, told: float, written: str) -> bool:
    """``We met Promsvyazbank Chairman Ivanov``: a long word that no English text has, whatever
    capitals stand beside it. Of ten letters and more none is false in 866 ordinary documents and
    300 press releases; of seven, a supermarket's.
    """
    long = len(written) >= POLICY.long_without_form and told >= BRAND
    return long and not (in_a_compound(place) or is_shouted(place) or is_a_person(place))


def too_common(whole: WholePlace, written: str, *, tells: bool) -> float:
    """The Zipf value from which words are no name without its legal form: a word that only some
    other language has so often may stand before its trade (``Hadi Shipping``), not before what
    makes a place's name (``Lake Forest``).

    Args:
        whole: the words.
        written: as the text has them.
        tells: whether they tell as much as a name with capitals has to.
    """
    if whole.bare:
        return LEAST
    words = [word for word in whole.place.query.words if word.is_content]
    its_own = words[-1].role is Role.TRADE and any(word.role is Role.WORD for word in words)
    if not (tells and its_own) or place_cues().before.ends(f"{written.split()[0]} "):
        return POLICY.everyday
    return BEFORE_ITS_TRADE


def ends_with_its_trade(written: str) -> bool:
    """``利百船务``: two characters of a firm's own, and two that say what it does."""
    return any(word.role is Role.TRADE for word in analyse(fold(written[-TRADE:])).words[-1:])


def count_of(words: Sequence[Word], *, formless: bool) -> int:
    """How many words there are; of a name without its form but for an article in front: ``the
    Libyan`` of *The Libyan Society* is one, ``The Base`` two.
    """
    count = sum(len(word.form.split(" ")) for word in words)
    return count - (formless and count > 1 and words[0].form in _ARTICLES)
