"""One word that a query and a listed name share, where it is chance: what stands beside it on the
list, or who is called by it, says that they are two parties.
"""

import re
from collections.abc import Iterator

from matcher.comparison.features import Weighed
from matcher.lexicon.folding import has_unspaced
from matcher.lexicon.scripts import is_cyrillic
from matcher.lexicon.tables import Role
from matcher.names.parser import analyse
from matcher.names.variants import NameVariant
from matcher.names.word import Name
from matcher.search.chance import has_another_form
from matcher.search.evidence import Aligned
from matcher.search.finder import Finder
from records import CRAFT, Kind, NameKind

# Ways to meet in which two words only look alike.
_SLIPS = frozenset({"typo", "inflection"})
# Letters of a word beside the shared one that is seldom a name of its own (*DB*, a design bureau).
_LITTLE = 2
# What parts a name from what stands before and behind it.
_SIGN_BEFORE = re.compile(r"(?:^|[,;:/|()\[\]«»“”\"]|\s[-–—])\s*$")
_SIGN_BEHIND = re.compile(r"\s*(?:$|[,;:/|()\[\]«»“”\"]|[-–—]\s)")
_IN_BRACKETS = re.compile(r"[(\[（][^()\[\]（）]*[)\]）]")


def has_form(query: NameVariant) -> bool:
    """Whether a query has a legal form, be it beside a part of it with no sign between. A remark in
    brackets parts nothing: *Sabrina (Cambodia) Garment Corp.* is a company.
    """
    words, text = query.name.words, query.name.text
    if any(word.role is Role.LEGAL for word in words) or not query.part:
        return any(word.role is Role.LEGAL for word in words)
    start, end = words[0].start, words[-1].end
    if not any(met.start() < end and start < met.end() for met in _IN_BRACKETS.finditer(text)):
        text = _IN_BRACKETS.sub(lambda met: " " * len(met[0]), text)
    if _SIGN_BEFORE.search(text[:start]) and _SIGN_BEHIND.match(text[end:]):
        return False
    return any(word.role is Role.LEGAL for word in analyse(text).words)


def is_called_more(query: NameVariant, listed: int, aligned: Aligned, finder: Finder) -> bool:
    """Whether a company is asked for by one word and its legal form, and the listed name has more.

    That may be a word of its own: *Trident Infinity Limited* is not *Trident Limited*, *Merkuriy
    Servisez* not *ООО «Меркурий»*. Or it is trade words, and the party has legal forms, but not
    this one: *Alphabet International DMCC* is not *Alphabet Inc.* A name that a field's end has cut
    lacks the rest for that reason.
    """
    met = [one.link for one in _content(query.name, aligned)]
    asked = sum(word.is_content for word in query.name.words)
    if len(met) != 1 or asked != len(met[0].query) or aligned.found.by_letters:
        return False
    if not has_form(query):
        return False
    of_all = {place for one in aligned.weighed for place in one.link.name}
    words = finder.name(listed).words
    more = [word for place, word in enumerate(words) if word.is_content and place not in of_all]
    first = query.name.words[met[0].query[0]]
    least = 0 if is_cyrillic(query.name.text[first.start : first.end]) else _LITTLE
    if any(word.role is Role.WORD and len(word.form) > least for word in more):
        return True
    return bool(more) and _is_of_another_form(query.name, listed, finder)


def _is_of_another_form(query: Name, listed: int, finder: Finder) -> bool:
    """Whether a party has legal forms in its names, and none that a query has."""
    index = finder.index
    entity = int(index.arrays["name_entity"][listed])
    names = [finder.name(number) for number in index.names_of_entity(entity)]
    formed = any(word.role is Role.LEGAL for name in names for word in name.words)
    return formed and has_another_form(query, *names)


def is_part_of_a_craft_s(query: NameVariant, name: Name, aligned: Aligned, kind: Kind) -> bool:
    """Whether a query lacks words of a ship's name and is a company by its legal form, or lacks a
    part of an aircraft's registration mark: *MOQ* is not *EP-MOQ*.
    """
    if kind not in CRAFT or aligned.found.by_letters:
        return False
    if kind is not Kind.AIRCRAFT and not has_form(query):
        return False
    met = {place for one in aligned.weighed for place in one.link.name}
    return any(word.is_content and place not in met for place, word in enumerate(name.words))


def is_misspelt_alias(query: Name, listed: int, aligned: Aligned, finder: Finder) -> bool:
    """Whether all that agrees is the one word of a weak alias, with a slip: the publisher says that
    such a name finds others, too, and each slip finds more (*Lambo*, *Rambo*).
    """
    if finder.index.name_kind(listed) is not NameKind.WEAK:
        return False
    told = [one.link.how for one in _content(query, aligned)]
    return len(told) == 1 and told[0] in _SLIPS


def is_misspelt_in_signs(query: Name, name: Name, aligned: Aligned) -> bool:
    """Whether a word in Latin letters is only like the sound of one in Chinese, Japanese or Korean:
    there are so few syllables that a letter more or less makes another word (*Sanken*, 简启恩).
    """
    if has_unspaced(query.text) is not None or has_unspaced(name.text) is None:
        return False
    return any(
        one.link.how in _SLIPS and has_unspaced(_listed(name, one)) is not None
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
    unmet = not any(word.role is Role.LEGAL and place in met for place, word in enumerate(words))
    return told < 2 and (unmet or any(w.role is Role.LEGAL and len(w.form) > 2 for w in words))


def _content(query: Name, aligned: Aligned) -> Iterator[Weighed]:
    """The links of words that tell something."""
    return (one for one in aligned.weighed if query.words[one.link.query[0]].is_content)


def _listed(name: Name, one: Weighed) -> str:
    """What a link met, as it is written on the list."""
    return name.text[name.words[one.link.name[0]].start : name.words[one.link.name[-1]].end]
