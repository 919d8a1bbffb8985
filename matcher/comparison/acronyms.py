"""Letters that stand for words."""

from collections.abc import Sequence

from matcher.lexicon.keys import initials

# Letters that stand for words. F1 of companies loses .003 at four, that of persons .002 at two; six
# or ten at most change none of the labelled pairs.
SHORTEST_ACRONYM, LONGEST_ACRONYM = 3, 8
# A letter group that stands for one letter of another alphabet, so an acronym may keep it whole.
DIGRAPHS = frozenset(
    {"ts", "ch", "sh", "zh", "kh", "yu", "ya", "iu", "ia", "ye", "sch", "shch", "th"}
)


def stands_for(acronym: str, words: Sequence[str]) -> bool:
    """Whether an acronym is made of the first letters of the words, in their order.

    A first letter may be a group that writes one letter of another alphabet (``Ts`` of Tsentr).
    """
    # Most are told by their first letters; of a phrase the first word may have none.
    if words and words[0][0] != acronym[0] and " " not in words[0]:
        return False
    parts = [part for word in words for part in initials(word)]
    if not SHORTEST_ACRONYM <= len(parts) <= LONGEST_ACRONYM or " " in acronym:
        return False
    return acronym.isalpha() and _fits(acronym, parts)


def _fits(acronym: str, parts: Sequence[str]) -> bool:
    if not parts:
        return not acronym
    for length in (1, 2, 3, 4):
        head = parts[0][:length]
        if length > 1 and head not in DIGRAPHS:
            continue
        if acronym.startswith(head) and _fits(acronym[length:], parts[1:]):
            return True
    return False
