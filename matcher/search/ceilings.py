"""What a score may be at most, whatever the words say: a company by its legal form is no ship and
no person, half of a query is seldom its name, and one word that many use is nothing to be sure of.
"""

import re
from collections.abc import Set
from typing import NamedTuple

from matcher.comparison.features import Weighed
from matcher.comparison.model import DIGITS, NEARLY_SAME, lowered_by_limit, model
from matcher.comparison.persons import CHILD_OF
from matcher.lexicon.brands import brands
from matcher.lexicon.chinese_names import without_umlaut
from matcher.lexicon.tables import Role
from matcher.names.dates import dates
from matcher.names.initials import initials_of
from matcher.names.parser import analyse
from matcher.names.roles import is_patronymic
from matcher.names.ship_prefixes import is_led_as_a_ship
from matcher.names.term_weights import RARE
from matcher.names.variants import NameVariant
from matcher.names.wade_giles import pinyin_syllables
from matcher.names.word import Name, Word
from matcher.search.chance import agrees_by_chance, has_another_form, is_of_another_form
from matcher.search.common_part import has_only_common_words
from matcher.search.everyday_firms import is_a_small_firm_s, is_of_everyday_life
from matcher.search.evidence import Aligned
from matcher.search.finder import Finder
from matcher.search.known_names import is_called_otherwise
from matcher.search.other_countries import is_another_country_s
from matcher.search.shared_words import (
    are_letters_turned,
    has_form,
    has_less_than_a_nickname,
    is_a_company_s,
    is_called_more,
    is_led_by_partners,
    is_misspelt_in_signs,
    is_one_of_its_words,
    is_part_of_a_craft_s,
)
from matcher.search.surnames import is_of_another_family
from records import CRAFT, Kind, NameKind

# Up to so many letters a word is some other party's initials, too.
SHORT = 4
# Words of a Chinese person's name in pinyin, and syllables of one of them.
_CHINESE_WORDS, _CHINESE_SYLLABLES = (2, 3), 2
# Russian parties' letters go with these, whatever the list has.
_RUSSIAN = "LLC Х JSC"
# Ways to meet in which the letters of two words differ.
_ALIKE = frozenset({"typo", "spelling", "inflection"})
_SLIPS = frozenset({"typo", "inflection"})
# Letters of a person's name that is another's with one letter changed.
_SHORT_NAME = 7
# Signs and words that say of both halves of a query that they are names.
_BOTH_ARE_NAMES = re.compile(
    r"[;/()\[\]«“„\"]|(?<![^\W_])(?:[afn]\.?k\.?a|alias|known as|formerly|previously|trading as|"
    r"former name|или|он же|бывш\w+|ранее|branch of|subsidiary of|affiliate of|division of)",
    re.IGNORECASE,
)


class Limited(NamedTuple):
    """What a score may be at most."""

    value: float
    confirmed: float
    """The same if the party's country is the one asked for, which makes up for a doubt."""


def limited(
    value: float, query: NameVariant, listed: int, aligned: Aligned, finder: Finder
) -> Limited:
    """The score of a name against a listed one, or the most that it may be.

    Args:
        value: what the model says.
        query: what was asked.
        listed: the number of the listed name.
        aligned: the two beside each other.
        finder: the listed names.
    """
    if are_two_parties(query, listed, aligned, finder):
        return Limited(lowered_by_limit(value), min(value, NEARLY_SAME))
    name, person = finder.name(listed), _kind(listed, finder) is Kind.PERSON
    if has_only_common_words(
        query.name,
        name,
        aligned,
        finder,
        person=person,
        beside=query.others or (),
        initials=bool(query.initials or initials_of(query.name)),
    ):
        value = min(value, NEARLY_SAME)
    if value >= model().sure and _is_unsure(query, listed, aligned, finder):
        value = min(value, round(model().sure - float(10**-DIGITS), DIGITS))
    return Limited(value, value)


def _kind(listed: int, finder: Finder) -> Kind:
    return finder.index.entity_kind(int(finder.index.arrays["name_entity"][listed]))


def are_two_parties(query: NameVariant, listed: int, aligned: Aligned, finder: Finder) -> bool:
    """Whether names are two parties' although their words agree."""
    name, kind = finder.name(listed), _kind(listed, finder)
    if query.group and (kind in CRAFT or kind is Kind.PERSON):
        # *Sunrise Movement* is no ship.
        return True
    if _is_another_thing(query, name, kind, aligned, finder):
        return True
    if _is_half(query, finder) and not _is_its_whole_name(query, aligned):
        return True
    if _is_half_of_a_native_name(query, kind, aligned):
        return True
    if is_part_of_a_craft_s(query, name, aligned, kind):
        return True
    if _are_of_other_days(query.name, name):
        return True
    if kind in CRAFT and aligned.found.numbers_differ:
        # *Queen Sarita II* is the sister of *Queen Sarita III*.
        return True
    if is_of_everyday_life(query, name, kind, aligned, finder):
        return True
    if kind is not Kind.PERSON and (
        is_called_more(query, listed, aligned, finder) or is_a_small_firm_s(query, name, aligned)
    ):
        return True
    if is_another_country_s(query.name, listed, aligned, finder):
        return True
    if is_misspelt_in_signs(query.name, name, aligned):
        return True
    if kind is not Kind.PERSON and are_letters_turned(query.name, name, aligned):
        return True
    if is_called_otherwise(query.name, name, kind, aligned, finder):
        return True
    if kind is Kind.PERSON and (
        _is_another_s_child(query.name, name, aligned)
        or _is_some_child(query, name, aligned)
        or has_less_than_a_nickname(query, listed, aligned, finder)
    ):
        return True
    if kind in (Kind.PERSON, Kind.UNKNOWN) and is_of_another_family(query.name, name, aligned):
        return True
    if _is_anothers_letters(query, listed, aligned, finder):
        return True
    if kind is not Kind.PERSON and agrees_by_chance(
        query.name, name, aligned, finder, part=query.part, craft=kind in CRAFT
    ):
        return True
    slips = [
        (*_slip(query.name, name, one), one.link.how)
        for one in aligned.weighed
        if one.link.how in _ALIKE and len(one.link.query) == len(one.link.name) == 1
    ]
    # Lists that do not say what a party is have companies' names, too, but with more words.
    chinese = kind in (Kind.PERSON, Kind.UNKNOWN) and _is_chinese(name)
    if chinese and is_one_of_its_words(query.name, name, aligned):
        return True
    return any(_is_another(*words, chinese) for words in slips)


def _are_of_other_days(query: Name, name: Name) -> bool:
    """Whether both are called after a day, and not after the same: *12 de Junio*, *12 de Julio*."""
    own = dates(name.words)
    asked = dates(query.words) if own else own
    return bool(asked) and asked.isdisjoint(own)


def _is_half_of_a_native_name(query: NameVariant, kind: Kind, aligned: Aligned) -> bool:
    """Whether a ship or an aircraft is called as one word of several in another script: persons
    have many names that ships have, too.
    """
    if kind not in CRAFT or not query.native or query.part or _is_led(query):
        return False
    met = {place for one in aligned.weighed for place in one.link.query}
    return any(word.is_content for i, word in enumerate(query.name.words) if i not in met)


def _is_another_thing(
    query: NameVariant, name: Name, kind: Kind, aligned: Aligned, finder: Finder
) -> bool:
    """Whether a company is asked for by its legal form or its partners' initials, and the listed
    name is the single word that a ship is called by, a usual one or another by a letter, or shares
    one word with a person's.
    """
    if aligned.found.same_text and not query.part:
        return False
    if kind in CRAFT and is_led_by_partners(query):
        return True
    if not has_form(query):
        return False
    if kind is Kind.PERSON:
        # *S.A.* behind a surname may be initials: what these say is asked by a reading of its own.
        return is_a_company_s(query, aligned)
    if kind not in CRAFT or _is_led(query) or _are_forms_its_own(query.name, name, aligned):
        return False
    words = [word for word in name.words if word.role in (Role.WORD, Role.TRADE)]
    met = {place for one in aligned.weighed for place in one.link.query}
    if query.part or any(w.is_content for i, w in enumerate(query.name.words) if i not in met):
        return True
    heard = not any(_is_unheard(word, finder) for word in words)
    joined = any(one.link.how == "joined" for one in aligned.weighed)
    return (len(words) < 2 or joined) and (heard or not aligned.found.identical)


def _are_forms_its_own(query: Name, name: Name, aligned: Aligned) -> bool:
    """Whether the letters of the query that may be legal forms are words of the ship's name."""
    own = {name.words[place].form for one in aligned.weighed for place in one.link.name}
    forms = [word.form for word in analyse(query.text).words if word.role is Role.LEGAL]
    return bool(forms) and own.issuperset(forms)


def _is_led(query: NameVariant) -> bool:
    places = [place for place, word in enumerate(query.name.words) if word.is_content]
    return any(is_led_as_a_ship(query.name, range(place, place + 1)) for place in places)


def _is_another_s_child(query: Name, name: Name, aligned: Aligned) -> bool:
    """Whether both persons have a patronymic, and not the same."""
    met = {place for one in aligned.weighed for place in one.link.query}
    listed = {place for one in aligned.weighed for place in one.link.name}
    return _has_patronymic(query, met) and _has_patronymic(name, listed)


def _is_some_child(query: NameVariant, name: Name, aligned: Aligned) -> bool:
    """Whether a person is asked for in another script, and has but *son of* and one name of a
    listed one: *Omar bin Said* is not *Ibn Omar*.
    """
    met = [one.link.name for one in aligned.weighed]
    words = [name.words[place].form for places in met for place in places]
    named = [form for form in words if form not in CHILD_OF]
    if not query.native or len(named) != 1 or len(words) == 1:
        return False
    asked = {place for one in aligned.weighed for place in one.link.query}
    return any(word.is_content for i, word in enumerate(query.name.words) if i not in asked)


def _has_patronymic(name: Name, but_for: Set[int]) -> bool:
    return any(is_patronymic(word.form) for i, word in enumerate(name.words) if i not in but_for)


def _is_anothers_letters(query: NameVariant, listed: int, aligned: Aligned, finder: Finder) -> bool:
    """Whether a few letters that stand beside a listed name are asked for with a legal form that
    the party has in none of its names: *SIG plc* is not *Special Industries Group (SIG)*.
    """
    index, name = finder.index, finder.name(listed)
    met = [one.link.name for one in aligned.weighed]
    if len(met) != 1 or len(met[0]) != 1:
        return False
    word = name.words[met[0][0]]
    inside = name.text[: word.start].endswith(("(", "[", "（"))
    beside = inside or index.name_kind(listed) is NameKind.WEAK
    if not beside or len(word.form) > SHORT or word.form in brands():
        return False
    entity = int(index.arrays["name_entity"][listed])
    names = [finder.name(number) for number in index.names_of_entity(entity)]
    return has_another_form(query.name, *names, analyse(_RUSSIAN))


def _is_half(query: NameVariant, finder: Finder) -> bool:
    """Whether a dash or a legal form inside a query left one word that says little."""
    if not query.part or query.letters or query.group or query.others is not None:
        return False
    words = [word for word in query.name.words if word.is_content]
    if len(words) != 1 or _BOTH_ARE_NAMES.search(query.name.text):
        return False
    word = words[0]
    return len(word.form) <= SHORT or word.role is not Role.WORD or _is_usual(word, finder)


def _is_its_whole_name(query: NameVariant, aligned: Aligned) -> bool:
    """Whether a part of a query is a listed name with the legal form that it has on the list:
    *Tactical Missile Corporation, Joint Stock Company Avangard*.
    """
    formed = any(word.role is Role.LEGAL for word in query.name.words)
    return formed and aligned.found.identical and not aligned.found.legal_forms_differ


def _is_unsure(query: NameVariant, listed: int, aligned: Aligned, finder: Finder) -> bool:
    """Whether a person has to look at what has the same words."""
    found, words = aligned.found, [word for word in query.name.words if word.is_content]
    kind, name = _kind(listed, finder), finder.name(listed)
    # Of a part there is more that was not compared: *Horizon (The Carpenters album)*.
    cut_out = query.part and query.others is None
    if kind is Kind.PERSON:
        # *Khalili* is another's surname than *Khalil*.
        return any(_is_a_slip_in_a_short_name(query.name, name, one) for one in aligned.weighed)
    if found.same_text and not cut_out:
        return False
    if found.legal_kinds_differ or (kind in CRAFT and has_form(query)):
        return True
    own = sum(word.role is Role.WORD for word in words)
    if own <= 1 and is_of_another_form(query.name, listed, finder):
        return True
    if len(words) != 1:
        return False
    word = words[0]
    return query.part or len(word.form) <= SHORT or _is_usual(word, finder)


def _is_a_slip_in_a_short_name(query: Name, name: Name, met: Weighed) -> bool:
    if met.link.how not in _SLIPS or len(met.link.query) > 1 or len(met.link.name) > 1:
        return False
    return min(map(len, _slip(query, name, met))) <= _SHORT_NAME


def _is_usual(word: Word, finder: Finder) -> bool:
    return finder.zipf_of(word.form) > RARE


def _is_unheard(word: Word, finder: Finder) -> bool:
    """Whether ordinary language does not have a word, not even seldom."""
    return finder.zipf_of(word.form) == RARE


def _slip(query: Name, name: Name, met: Weighed) -> tuple[str, str]:
    return query.words[met.link.query[0]].form, name.words[met.link.name[0]].form


def _is_another(asked: str, listed: str, how: str, chinese: bool) -> bool:
    """Whether two words that are alike are two words: by a slip, but with other numbers glued to
    them (*Zavod17*), or of Chinese names (*Xiaoming*, *Xiaomin*; *Liu*, *Lu*).
    """
    digits = _digits(asked), _digits(listed)
    if how == "typo" and all(digits) and digits[0] != digits[1]:
        return True
    if without_umlaut(asked) == without_umlaut(listed):
        return False
    return chinese and pinyin_syllables(asked) > 0 and pinyin_syllables(listed) > 0


def _is_chinese(name: Name) -> bool:
    """Whether a person's name is a Chinese one in pinyin: a surname of one syllable beside a given
    name of one or two. By itself *Karimi* could be read as pinyin, *Haniya* and *Anwari* too.
    """
    counts = [pinyin_syllables(word.form) for word in name.words if word.is_content]
    if len(counts) not in _CHINESE_WORDS or min(counts, default=0) != 1:
        return False
    return max(counts) <= _CHINESE_SYLLABLES


def _digits(form: str) -> str:
    return "" if form.isalpha() else "".join(filter(str.isdigit, form))
