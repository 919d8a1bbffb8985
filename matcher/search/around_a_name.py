"""What around a listed name makes no other name of it, since of which party it is decides.

The party's own country or people right before it (*Iranian Bank Sepah*; *Indian Bank Sepah* is
another), its country's code at the end, and what follows the legal form that the party has, with
which a name ends (*Unico Shipping Co Ltd, warehouse*).
"""

from collections.abc import Sequence

from matcher.lexicon.tables import COMPANY, Role
from matcher.names.country_codes import country_of
from matcher.names.nationalities import countries_named
from matcher.names.parser import form_alone
from matcher.names.word import Name, Word
from matcher.search.finder import Finder

_WORD = Role.WORD
# Letters of a legal form that may be a word as well.
_LETTERS = 2


def own_country(words: Sequence[Word], stretch: range, listed: int, finder: Finder) -> range:
    """Where a word before a name says the country or the people of its party.

    Args:
        words: of a query.
        stretch: where the name stands among them.
        listed: the number of the name.
        finder: the listed names.

    Returns:
        The place of the word; empty where there is none.
    """
    before = range(max(0, stretch.start - 1), stretch.start)
    named = countries_named(words[before[0]]) if before else None
    if not named:
        return range(0)
    return before if named & _countries_of(listed, finder) else range(0)


def names_another_country(
    words: Sequence[Word], stretch: range, listed: int, finder: Finder
) -> bool:
    """Whether a query says right behind a name a country that is none of its party's (*Bank for
    Foreign Trade of Vietnam*); never where the list says none.

    Args:
        words: of the query.
        stretch: where the name stands among them.
        listed: the number of the name.
        finder: the listed names.
    """
    behind = next((word for word in words[stretch.stop :] if word.role is not Role.STOP), None)
    named = countries_named(behind) if behind else None
    if not named:
        return False
    own = _countries_of(listed, finder)
    return bool(own) and named.isdisjoint(own)


def names_its_country(words: Sequence[Word], listed: int, finder: Finder) -> bool:
    """Whether a query says a country of the party that has a listed name."""
    own = _countries_of(listed, finder)
    return any(not own.isdisjoint(countries_named(word)) for word in words)


def _countries_of(listed: int, finder: Finder) -> set[str]:
    return finder.index.countries(int(finder.index.arrays["name_entity"][listed]))


def what_follows(
    query: Name, stretch: range, listed: int, finder: Finder, *, formed: bool
) -> range:
    """The places behind a name that make no other of it.

    Args:
        query: the name as it was asked.
        stretch: where the listed name stands among its words.
        listed: the number of the name.
        finder: the listed names.
        formed: whether its legal form stands with it.
    """
    behind = _behind_its_form(query, stretch) if formed else range(0)
    return behind or _own_code(query, stretch, listed, finder)


def _own_code(query: Name, stretch: range, listed: int, finder: Finder) -> range:
    """Where the last word of a query, right behind a name, is the code of its party's country in
    capitals (*Yas Air IR*, *Yas Air IRN*; *Brontex AI* is another).
    """
    place = len(query.words) - 1
    written = query.text[query.words[place].start : query.words[place].end]
    code = country_of(written) if place == stretch.stop else None
    if code is None:
        return range(0)
    return range(place, place + 1) if code in _countries_of(listed, finder) else range(0)


def _behind_its_form(query: Name, stretch: range) -> range:
    """The places behind the legal form that stands right behind a name; empty where none does, or
    one that is a word of longer names, too (*Land Company Holdings*).
    """
    words, stop, ends = query.words, stretch.stop, False
    while stop < len(words):
        # In the middle of a line a form is read as a word: *Yas Air Ltd warehouse*.
        written = query.text[words[stop].start : words[stop].end]
        form = form_alone(written)
        if form is None or (words[stop].role is _WORD and _may_be_a_word(written, query.text)):
            break
        ends = ends or form not in COMPANY
        stop += 1
    return range(stop, len(words)) if ends else range(0)


def _may_be_a_word(written: str, text: str) -> bool:
    """Whether two letters are no form for sure (*Integral Ad Science*, *Beacon AO file*)."""
    return len(written) == _LETTERS and (not written.isupper() or text.isupper())
