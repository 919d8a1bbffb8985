"""Words that a query and a listed name share, where it is chance: what stands beside them on the
list, or who is called by them, says that they are two parties.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from matcher.comparison.align import JOINED
from matcher.comparison.brand import is_distinctive
from matcher.comparison.features import Weighed
from matcher.lexicon.folding import has_unspaced
from matcher.lexicon.scripts import is_cyrillic
from matcher.lexicon.tables import COMPANY, Role
from matcher.names.parser import analyse
from matcher.names.surrounding_cues import towns_in
from matcher.names.variants import NameVariant
from matcher.names.wade_giles import pinyin_syllables
from matcher.names.word import Name, Word
from matcher.search.chance import is_of_another_form
from matcher.search.evidence import Aligned
from matcher.search.finder import Finder
from records import CRAFT, Kind, NameKind

_AIRCRAFT = Kind.AIRCRAFT
_LEGAL, _WORD = Role.LEGAL, Role.WORD

# Ways to meet in which two words only look alike.
_SLIPS = frozenset({"typo", "inflection"})
# Letters of a word that is seldom a name of its own.
LITTLE = 2
# Letters of a nickname that is another's with one letter changed. A choice.
SHORT_NICKNAME = 6
# The information of one rare word and a half: names that share so much are not two because of a
# legal form.
MUCH = 1.5
# Trades that have to do with ships: who has one of these may be a ship's owner, or its cargo.
_AFLOAT = frozenset(
    {
        *("SHIPPING", "MARITIME", "TANKERS", "FLEET", "NAVAL", "NAVIGATION", "OFFSHORE", "CARGO"),
        *("TRANSPORT", "LOGISTICS", "FISHERY", "OIL", "GAS", "FUEL", "PORT", "STEVEDORE"),
        *("CREWING", "SHIPYARD", "SHIPBUILDING", "SHIPREPAIR", "PETROCHEM", "ENERGY", "OCEAN"),
    }
)
# What parts a name from what stands before and behind it.
_SIGN_BEFORE = re.compile(r"(?:^|[,;:/|()\[\]«»“”\"]|\s[-–—])\s*$")
_SIGN_BEHIND = re.compile(r"\s*(?:$|[,;:/|()\[\]«»“”\"]|[-–—]\s)")
_PARTNERS = re.compile(r"\W*[^\W\d_]\s?&\s?[^\W\d_]\s")
_IN_BRACKETS = re.compile(r"[(\[（][^()\[\]（）]*[)\]）]")


def has_form(query: NameVariant) -> bool:
    """Whether a query has a legal form, be it beside a part of it with no sign between. A remark in
    brackets parts nothing: *Sabrina (Cambodia) Garment Corp.* is a company.
    """
    words, text = query.name.words, query.name.text
    if any(word.role is _LEGAL for word in words) or not query.part:
        return any(word.role is _LEGAL for word in words)
    start, end = words[0].start, words[-1].end
    if not any(met.start() < end and start < met.end() for met in _IN_BRACKETS.finditer(text)):
        text = _IN_BRACKETS.sub(lambda met: " " * len(met[0]), text)
    if _SIGN_BEFORE.search(text[:start]) and _SIGN_BEHIND.match(text[end:]):
        return False
    return any(word.role is _LEGAL for word in analyse(text).words)


def is_led_by_partners(query: NameVariant) -> bool:
    """Whether a query begins with two initials and an *&*, as firms do and no ship does: *D&K
    Kestrel*.
    """
    return _PARTNERS.match(query.name.text) is not None


def is_called_more(query: NameVariant, listed: int, aligned: Aligned, finder: Finder) -> bool:
    """Whether a company is asked for by its legal form, all its words are in the listed name, and
    that has more.

    That may be a word of its own beside the only one of the query: *Trident Infinity Limited* is
    not *Trident Limited*, *Merkuriy Servisez* not *ООО «Меркурий»*; a town is none. Or it is trade
    words, and the party has legal forms, but not this one: *Alphabet International DMCC* is not
    *Alphabet Inc.* A name that a field's end has cut lacks the rest for that reason.
    """
    if aligned.found.by_letters or not _has_all(query.name, aligned) or not has_form(query):
        return False
    more = _unmet(finder.name(listed), aligned)
    met = [one.link for one in _content(query.name, aligned)]
    if not more or not met:
        return False
    if len(met) > 1:
        told = aligned.found.agreed < MUCH
        return told and is_of_another_form(query.name, listed, finder, but_for=COMPANY)
    first = query.name.words[met[0].query[0]]
    cyrillic = is_cyrillic(query.name.text[first.start : first.end])
    own = [word for word in more if word.role is _WORD and (cyrillic or _is_own(word))]
    words = finder.name(listed).words
    if own and not {words[place] for place in towns_in(words)}.issuperset(own):
        return True
    if is_distinctive(first.form, finder.zipf_of):
        return False
    return is_of_another_form(query.name, listed, finder)


def _is_own(word: Word) -> bool:
    """Whether a word is a name and no letters for a kind of company (*DB*, a design bureau)."""
    return len(word.form) > LITTLE or pinyin_syllables(word.form) > 0


def is_part_of_a_craft_s(query: NameVariant, name: Name, aligned: Aligned, kind: Kind) -> bool:
    """Whether a query lacks words of a ship's name and is a company by its legal form, has a trade
    besides (*Hengtai Securities*), or lacks a part of an aircraft's registration mark: *MOQ* is not
    *EP-MOQ*.
    """
    if kind not in CRAFT or aligned.found.by_letters:
        return False
    if kind is _AIRCRAFT:
        # *LDA* of *EP-LDA* looks like a legal form.
        return len({place for one in aligned.weighed for place in one.link.name}) < len(name.words)
    if has_a_trade(query, aligned) or is_of_another_trade(query):
        return True
    return has_form(query) and bool(_unmet(name, aligned))


def is_of_another_trade(query: NameVariant) -> bool:
    """Whether a trade that has nothing to do with ships stands right behind a ship's name in a
    query: *Black Panther Security*.
    """
    others = query.others or ()
    behind = [word for word in others if word.start > query.name.words[-1].end]
    trades = [word for word in behind if word.role is Role.TRADE]
    return bool(trades) and trades == behind and _AFLOAT.isdisjoint(word.concept for word in trades)


def has_a_trade(query: NameVariant, aligned: Aligned) -> bool:
    """Whether a query says a company's trade besides all that it shares with a listed name."""
    if query.part or query.native:
        return False
    met = {place for one in aligned.weighed for place in one.link.query}
    return any(
        word.role is Role.TRADE and place not in met for place, word in enumerate(query.name.words)
    )


def are_letters_turned(query: Name, name: Name, aligned: Aligned) -> bool:
    """Whether two single letters that stand side by side have changed places: *B A Shipping* is not
    *A B Shipping*. Where all words stand the other way round the letters do, too.
    """
    met = sorted((one.link.query[0], one.link.name[0]) for one in aligned.weighed)
    single = [
        (asked, listed)
        for asked, listed in met
        if len(query.words[asked].form) == len(name.words[listed].form) == 1
    ]
    if len(single) < len(met) and all(one[1] > other[1] for one, other in pairwise(met)):
        return False
    return any(second == (first[0] + 1, first[1] - 1) for first, second in pairwise(single))


def is_misspelt_in_signs(query: Name, name: Name, aligned: Aligned) -> bool:
    """Whether a word in Latin letters is only like the sound of one in Chinese, Japanese or Korean:
    there are so few syllables that a letter more or less makes another word (*Sanken*, 简启恩).
    """
    if has_unspaced(query.text) is not None or has_unspaced(name.text) is None:
        return False
    return any(
        # Syllables joined by their coarse spelling are others, too (*Zhang Yongbo*, 张洪波).
        (one.link.how in _SLIPS or (one.link.how == "joined" and one.link.score < JOINED))
        and has_unspaced(_listed(name, one)) is not None
        for one in _content(query, aligned)
    )


def is_a_company_s(query: NameVariant, aligned: Aligned) -> bool:
    """Whether a query shares one word with a person's name and is a company by a legal form that
    the person's name does not have for a word (*SE*, *SA*).
    """
    words = query.name.words
    met = {place for one in aligned.weighed for place in one.link.query}
    if not has_form(query):
        return False
    told = sum(words[one.link.query[0]].is_content for one in aligned.weighed)
    unmet = not any(word.role is _LEGAL and place in met for place, word in enumerate(words))
    return told < 2 and (unmet or any(w.role is _LEGAL and len(w.form) > 2 for w in words))


def has_less_than_a_nickname(
    query: NameVariant, listed: int, aligned: Aligned, finder: Finder
) -> bool:
    """Whether all that a query shares with a person is one word by which many are called: a
    short nickname of low quality with a letter wrong (*Crooz*, *Crook*), one beside a trade (*Strix
    Group*), or a number written otherwise (*Twenty Seven*, *27*).
    """
    name = finder.name(listed)
    if sum(word.is_content for word in name.words) != 1:
        return False
    met = [one.link for one in _content(query.name, aligned)]
    if len(met) != 1:
        return False
    if has_a_trade(query, aligned):
        return True
    if met[0].how == "typo":
        return finder.index.name_kind(listed) is NameKind.WEAK and _is_another_nickname(
            query.name, name
        )
    return name.text.strip().isdigit() and not any(map(str.isdigit, query.name.text))


def _is_another_nickname(query: Name, name: Name) -> bool:
    """Whether a bare short word has another letter or one more than a nickname. That a hand left a
    letter out or typed two in the wrong order, no other nickname tells; nor what stands behind an
    article (*El Magico*).
    """
    if not len(query.words) == len(name.words) == 1:
        return False
    asked, its = query.words[0].form, name.words[0].form
    return len(its) <= SHORT_NICKNAME and len(asked) >= len(its) and sorted(asked) != sorted(its)


def is_one_of_its_words(query: Name, name: Name, aligned: Aligned) -> bool:
    """Whether a query is one word, or is written in one on the list, and the listed name has more:
    *Weibo* is not *Xu Weibo*, nor is *Wei Bo*.
    """
    told = sum(word.is_content for word in query.words)
    joined = any(one.link.how == "joined" for one in aligned.weighed)
    if told == 1:
        return not joined and not aligned.found.by_letters and bool(_unmet(name, aligned))
    return joined and len(aligned.weighed) == 1 and bool(_unmet(name, aligned))


def _content(query: Name, aligned: Aligned) -> Iterator[Weighed]:
    """The links of words that tell something."""
    return (one for one in aligned.weighed if query.words[one.link.query[0]].is_content)


def _has_all(query: Name, aligned: Aligned) -> bool:
    """Whether all words of a query that tell something met one."""
    met = {place for one in aligned.weighed for place in one.link.query}
    return not any(word.is_content and place not in met for place, word in enumerate(query.words))


def _unmet(name: Name, aligned: Aligned) -> list[Word]:
    """The words of a listed name that tell something and met none."""
    met = {place for one in aligned.weighed for place in one.link.name}
    return [word for place, word in enumerate(name.words) if word.is_content and place not in met]


def _listed(name: Name, one: Weighed) -> str:
    """What a link met, as it is written on the list."""
    return name.text[name.words[one.link.name[0]].start : name.words[one.link.name[-1]].end]
