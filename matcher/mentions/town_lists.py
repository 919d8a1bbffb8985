"""Whether one word stands among towns: *Branches: Argos, Tripoli, Sparta, Kalamata* names no party.

The word need be no town of the table, which has only larger ones; of those beside it half have to
be. Items are parted by one sign on both sides, so that *Argos, Moscow* in a line by itself, a party
and its town, is no list of towns.
"""

import re
from collections.abc import Sequence

from matcher.mentions.cues import MentionContext, told_once
from matcher.names.parser import words_of
from matcher.names.surrounding_cues import cues

# Characters of the text that are looked at on either side, and items.
_FAR, _ITEMS = 160, 4
# Towns that make a list of towns, and the share of the items that have to be some. Choices: a list
# of firms has one or two that are called like a town.
_LEAST, _SHARE = 3, 0.5
# The same where the word begins or ends the list, so that fewer items stand beside it.
_LEAST_AT_AN_END = 2
# Words of a town's name, at most.
_LONGEST = 3
_BEHIND = re.compile(r"[ \u00a0]*([,;،、|\n])")
_NUMBER = r"(?:\d{1,4}[.)]?[ \u00a0]+|[-•*][ \u00a0]*)?"
_BEFORE = re.compile(rf"([,;،、|\n:]|^)[ \u00a0]*{_NUMBER}$")
_NUMBERED = re.compile(rf"^\s*{_NUMBER}")


@told_once
def stands_among_towns(place: MentionContext) -> bool:
    """Whether the words beside a word, parted from it and each other by one sign, are towns."""
    first = max(0, place.start - _FAR)
    text, far = place.text[first : place.start], place.text[place.end : place.end + _FAR]
    behind, before = _BEHIND.match(far), _BEFORE.search(text)
    if before is None or (behind is None and far[:1] not in ("", ".")):
        return False
    begins = before[1] in ("", ":")
    sign = behind[1] if behind is not None else before[1]
    if not sign.strip(":") or not (begins or before[1] == sign):
        return False
    left = [] if begins else _items(text[: before.start()].split(sign)[::-1])
    right = [] if behind is None else _items(far[behind.end() :].split(sign))
    least = _LEAST if left and right else _LEAST_AT_AN_END
    found = sum(map(_is_town, left + right))
    return found >= least and found >= _SHARE * len(left + right)


def _items(items: Sequence[str]) -> list[str]:
    """The items of a list next to a word, the nearest first, as far as they are short."""
    found = []
    for item in items[:_ITEMS]:
        item = _NUMBERED.sub("", item.rpartition(":")[2]).strip(" .\u00a0")
        if not item or len(item.split()) > _LONGEST:
            break
        found.append(item)
    return found


def _is_town(item: str) -> bool:
    return " ".join(word.form for word in words_of(item)) in cues().towns
