"""Banks and authorities that are called by what they are and by their country: *State Bank of
India* is not *Melli Bank*, which means national bank, of Iran.
"""

from collections.abc import Iterator, Sequence, Set

from matcher.comparison.features import Weighed
from matcher.index.index import NameIndex
from matcher.lexicon.tables import Role
from matcher.names.nationalities import countries_named
from matcher.names.parser import analyse
from matcher.names.word import Name, Word
from matcher.search.evidence import Aligned
from matcher.search.finder import Finder

# Names with a word whose parties' countries are looked at.
_MOST = 200
_TRADE, _PLACE = Role.TRADE, Role.PLACE


def is_another_country_s(query: Name, listed: int, aligned: Aligned, finder: Finder) -> bool:
    """Whether a query has nothing but words for what a party is, some of which are others with the
    same meaning, and says a country that is none of the listed party's.

    Args:
        query: what was asked.
        listed: the number of the listed name.
        aligned: the two beside each other.
        finder: the listed names.
    """
    met = [one for one in aligned.weighed if query.words[one.link.query[0]].is_content]
    name = finder.name(listed)
    if not met or not all(_is_trade(one, query, name) for one in met):
        return False
    if all(one.link.how == "equal" for one in met):
        return False
    named = set[str]().union(*map(countries_named, _countries(analyse(query.text))))
    if not named:
        return False
    own = _countries_of(listed, {word.form for word in query.words}, finder.index)
    return bool(own) and named.isdisjoint(own)


def _countries_of(listed: int, asked: Set[str], index: NameIndex) -> set[str]:
    """The countries of a listed party; if the list says none, those of all parties that have one
    of its words which the query has not.
    """
    entity_of = index.arrays["name_entity"]
    own = index.countries(int(entity_of[listed]))
    if own:
        return own
    at, found = index.arrays["posting_at"], set[str]()
    for word in index.words_of_name(listed).tolist():
        if index.word(word).role is _TRADE and index.word(word).form not in asked:
            names = index.arrays["posting"][at[word] : at[word + 1]][:_MOST]
            found = found.union(*map(index.countries, set(entity_of[names].tolist())))
    return found


def _is_trade(one: Weighed, query: Name, name: Name) -> bool:
    """Whether words that met say what a party is, in both names."""
    return _are_trade(query.words, one.link.query) and _are_trade(name.words, one.link.name)


def _are_trade(words: Sequence[Word], places: Sequence[int]) -> bool:
    return all(words[place].role is _TRADE for place in places)


def _countries(query: Name) -> Iterator[Word]:
    """The countries that a query says, wherever: *of Canada*, *Kuwait* behind a comma."""
    return (word for word in query.words if word.role is _PLACE)
