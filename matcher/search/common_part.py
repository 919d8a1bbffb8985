"""Queries that have only the common words of a listed name, and lack the one that is its own.

*Centre for Metrology* is not *Pardwin Centre for Metrology*, *Omar Nasir* not *Omar Nasir Dahruj*:
other parties are called so, and who means this one writes the word that no other has.
"""

from collections.abc import Sequence, Set

from matcher.comparison.align import Link
from matcher.comparison.persons import CHILD_OF
from matcher.lexicon.keys import is_given_name, skeleton
from matcher.lexicon.native_words import ARTICLES
from matcher.lexicon.tables import Role
from matcher.names.roles import is_patronymic, is_place_adjective
from matcher.names.surrounding_cues import towns_in
from matcher.names.term_weights import RARE
from matcher.names.word import Name, Word
from matcher.search.evidence import Aligned
from matcher.search.finder import Finder

# A query that has more of a long name's words means it, be they common ones.
_MOST_WORDS = 3
# Letters of a word of its own.
_SHORTEST = 4
# Information up to which a person's name is that of many.
_SHARED = 0.6
# Given names that are left out before another, as the coarse spelling has them.
_LEFT_OUT = frozenset(map(skeleton, ("muhammad", "sayyid", "abdullah", "ahmad", "ali")))
# Names of a person who is asked for by two.
_FEW_WORDS = 2
_SERVANTS = frozenset({"abd", "abdul", "abdal", "abdel", "abdol", "abdoul", "abdur"})
# Letters from which on a query may be a name that a field's end has cut (35 in payments).
_A_FIELD = 30


def has_only_common_words(
    query: Name,
    name: Name,
    aligned: Aligned,
    finder: Finder,
    *,
    person: bool,
    beside: Sequence[Word] = (),
    initials: bool = False,
) -> bool:
    """Whether all that a query has of a listed name is common words, and the name has an uncommon
    one, too.

    Args:
        query: what was asked.
        name: the listed name.
        aligned: a query's name beside it.
        finder: the listed names.
        person: whether the listed name is a person's.
        beside: the words that stand beside the query's, where it was cut out of a longer one.
        initials: whether it has some, which may be the given name's that it lacks.
    """
    links = [one.link for one in aligned.weighed]
    met = [link for link in links if any(name.words[place].is_content for place in link.name)]
    if not 0 < len(met) <= _MOST_WORDS or any(link.how == "acronym" for link in met):
        return False
    places = {place for link in met for place in link.name}
    if len(query.text) >= _A_FIELD and _is_its_beginning(name, places):
        return False
    missing = [i for i, word in enumerate(name.words) if i not in places and word.is_content]
    if person and not initials and _has_another_given_name((*query.words, *beside), name, links):
        return all(_is_common(name.words[i], finder, person=True) for i in places)
    if person and _is_half_of_a_servant_s(query, name, places):
        return all(_is_common(name.words[i], finder, person=True) for i in places)
    if person:
        # *Ramzi Omar* is *Ramzi Abdellah Omar*, but not *Ramzi Omar Dahruj*.
        missing = [i for i in missing if i > max(places) or i < min(places)]
    own = [i for i in missing if _is_its_own(name.words[i], finder, person=person)]
    if not own:
        # The common case.
        return False
    towns = frozenset[int]() if person else towns_in(name.words)
    if towns.issuperset(own):
        return False
    return all(_is_common(name.words[i], finder, person=person) for i in places - towns)


def _has_another_given_name(query: Sequence[Word], name: Name, links: Sequence[Link]) -> bool:
    """Whether a person is called by a given name before the other's, who has all the rest: *Saleh
    Hamdan* is the father of *Fadel Saleh Hamdan*.
    """
    asked = {place for link in links for place in link.query}
    listed = {place for link in links for place in link.name}
    return _is_first_free(query, asked) != _is_first_free(name.words, listed)


def _is_first_free(words: Sequence[Word], met: Set[int]) -> bool:
    """Whether the first word is a given name of those that are not left out, and met none."""
    told = [i for i, word in enumerate(words) if word.is_content]
    first = min(told, key=lambda i: words[i].start, default=None)
    if first is None or first in met:
        return False
    form = words[first].form
    return is_given_name(form) and skeleton(form) not in _LEFT_OUT


def _is_half_of_a_servant_s(query: Name, name: Name, met: Set[int]) -> bool:
    """Whether a person of two names has one that only stands behind *servant of* in a longer listed
    name: *Usman Malik* is not *Abd al-Malik Uthman Yusuf*.
    """
    if sum(word.is_content for word in query.words) != _FEW_WORDS:
        return False
    if sum(word.is_content for word in name.words) < _FEW_WORDS + 2:
        return False
    return any(_is_behind_servant(name, place) for place in met) and not any(
        word.form in _SERVANTS for word in query.words
    )


def _is_behind_servant(name: Name, place: int) -> bool:
    before = [word.form for word in name.words[max(0, place - 2) : place]]
    return bool(before) and (
        before[-1] in _SERVANTS
        or (before[-1] in ARTICLES and len(before) > 1 and before[0] in _SERVANTS)
    )


def _is_its_beginning(name: Name, places: Set[int]) -> bool:
    """Whether the words at some places are all that a name begins with."""
    before = range(max(places))
    return all(place in places for place in before if name.words[place].is_content)


def _is_its_own(word: Word, finder: Finder, *, person: bool) -> bool:
    """Whether a word is of no language, and no place in an adjective."""
    form = word.form
    if word.role is not Role.WORD or len(form) < _SHORTEST or finder.zipf_of(form) != RARE:
        return False
    if person:
        shared = is_given_name(form) or finder.weight(word) < _SHARED
        return not shared and not is_patronymic(form)
    # They are left out as towns are.
    return not is_place_adjective(form)


def _is_common(word: Word, finder: Finder, *, person: bool) -> bool:
    if word.role is not Role.WORD or finder.zipf_of(word.form) != RARE:
        return True
    if not person:
        return is_place_adjective(word.form)
    shared = is_given_name(word.form) or finder.weight(word) < _SHARED
    return shared or word.form in CHILD_OF
