"""Hits that give way, as the words are another party's whole name, or the beginning or end of one:
*Luhansk People's Republic* is not the *State Bank* of it, and *Gazprom Neft* is not *Gazprom*.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from matcher.lexicon.tables import Role
from matcher.mentions.searcher import Searcher
from matcher.mentions.spots import Spot
from matcher.names.parser import words_of
from matcher.names.surrounding_cues import towns_in
from records import FoundBy

# So many whole names that begin before a place may go on over it.
NEAR = 32
# More places than a name has.
_FAR_TOO_MANY = 1000
# Letters of words that have no capital in a name: *of*, *for*.
_LITTLE = 3
_LETTERS = re.compile(r"[^\W\d_]+")
_OWN = frozenset({Role.WORD, Role.NUMBER, Role.TRADE, Role.PLACE})


def without_outdone(spots: Sequence[Spot], finder: Searcher, text: str) -> list[Spot]:
    """Without names that have more words than the text, where the same list has a name that stands
    whole there, or whose words all do: *Azimut LLC*, and no *Azimut Photonics*, for «Азимут»; or a
    party that everybody calls so: of *Huawei* no *Huawei Device*. And without a name that stands
    whole inside a longer one of the same list, where capitals say that the longer one is meant
    (*sberbank capital* may be words). Each list answers by itself, whichever others are loaded.
    """
    sources = finder.index.arrays["entity_source"]
    whole = sorted(
        (spot for spot in spots if _is_all_of_it(spot)),
        key=lambda spot: spot.start,
    )
    starts = [spot.start for spot in whole]

    places = {name: _places(name, finder) for name in {one.name for one in spots if one.called}}
    heads = _heads(spots, places, finder)

    def is_outdone(spot: Spot) -> bool:
        if spot.called:
            head = heads[spot.start, spot.end, int(sources[spot.entity])]
            return places[spot.name] > head
        if not whole:
            return False
        before = bisect_right(starts, spot.start)
        if _is_all_of_it(spot):
            near = whole[max(0, before - NEAR) : before]
            return any(
                _goes_over(other, spot, text)
                and sources[other.entity] == sources[spot.entity]
                and finder.mention_kind(other.entity) is finder.mention_kind(spot.entity)
                for other in near
            )
        length = _own_words(spot, finder)
        return any(
            other.end >= spot.end
            and other.entity != spot.entity
            and sources[other.entity] == sources[spot.entity]
            and _own_words(other, finder) < length
            for other in whole[max(0, before - NEAR) : before]
        )

    return [spot for spot in spots if not is_outdone(spot)]


def _goes_over(longer: Spot, spot: Spot, text: str) -> bool:
    """Whether a name has words before or behind another's, more than a legal form, that are of it
    by their capitals or in a script without them.
    """
    if longer.entity == spot.entity or longer.start > spot.start or longer.end < spot.end:
        return False
    more = f"{text[longer.start : spot.start]} {text[spot.end : longer.end]}"
    own = [word.role for word in words_of(more) if word.role in _OWN]
    if not own or (set(own) == {Role.NUMBER} and longer.found_by is not FoundBy.WHOLE_NAME):
        # ``NIPIGAS JSC on 4 April`` is no other party of one more word.
        return False
    written = [word for word in _LETTERS.findall(more) if word.lower() != word.upper()]
    capitals = [word[0].isupper() or len(word) <= _LITTLE for word in written]
    return not written or (all(capitals) and not text[longer.start : longer.end].isupper())


def _heads(
    spots: Sequence[Spot], places: Mapping[int, int], finder: Searcher
) -> dict[tuple[int, int, int], int]:
    """How few places the name has of those whom others call so, for each stretch and list: of
    *Huawei* no *Huawei Technologies (Yangon)*.
    """
    sources, found = finder.index.arrays["entity_source"], dict[tuple[int, int, int], int]()
    for spot in spots:
        if spot.called:
            key = spot.start, spot.end, int(sources[spot.entity])
            found[key] = min(found.get(key, _FAR_TOO_MANY), places[spot.name])
    return found


def _places(name: int, finder: Searcher) -> int:
    """How many words of the name as published are places or towns, in brackets or not."""
    words = words_of(finder.index.name_texts[name])
    towns = towns_in(words)
    return sum(number in towns or word.role is Role.PLACE for number, word in enumerate(words))


def _is_all_of_it(spot: Spot) -> bool:
    return spot.found_by is FoundBy.WHOLE_NAME or spot.complete or spot.called


def _own_words(spot: Spot, finder: Searcher) -> int:
    """How many words of the listed name tell something; of what everybody calls the party, none
    is missing.
    """
    if spot.called:
        return 0
    words = finder.name(spot.name).words
    return sum(len(word.form.split(" ")) for word in words if word.role in _OWN)
