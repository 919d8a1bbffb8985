"""Which two entries have in common what only one party has.

Whether two entries are joined depends on their own two lists only. So what an answer says of a
party's entries on some lists is the same whichever other lists are loaded beside them.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from matcher.identifiers.recognise import GENERAL
from records import JoinedBy, Joint, JointEvidence, Kind
from screening.parties.clues import Clues, NameKey, Number, whole_days
from screening.parties.contradictions import contradiction

MANY = 3
"""Entries of one list with one number or one name: then it is no one party's."""
LONG_ENOUGH = 8
"""Characters of a number that is hardly given twice by two countries' registers."""
PERSONS_TWO = 2
"""Words of a person's name that are a forename and a surname, and nothing else."""
_EVERYWHERE = frozenset({"imo", "mmsi", "lei", "crypto", "isin", "inn", "ogrn", "uscc", "duns"})
_ORDER = tuple(JoinedBy)
Pair = tuple[int, int]


def joints(entries: Sequence[Clues]) -> list[Joint]:
    """Every two entries that are one party.

    Args:
        entries: of all lists, each id once.

    Returns:
        Sorted by ids. What contradicts itself is not among them.
    """
    found: dict[Pair, set[tuple[JoinedBy, str, str]]] = defaultdict(set)
    for gather in (_by_reference, _by_number, _by_names):
        for pair, by, what, value in gather(entries):
            found[pair].add((by, what, value))
    made = (_joint(entries, pair, evidence) for pair, evidence in found.items())
    return sorted(filter(None, made), key=lambda joint: (joint.left, joint.right))


def _joint(
    entries: Sequence[Clues], pair: Pair, evidence: set[tuple[JoinedBy, str, str]]
) -> Joint | None:
    left, right = sorted((entries[pair[0]], entries[pair[1]]), key=lambda one: one.id)
    ordered = sorted(evidence, key=lambda item: (_ORDER.index(item[0]), *item[1:]))
    by = ordered[0][0]
    if not _holds(by, left, right):
        return None
    return Joint(
        left=left.id,
        right=right.id,
        evidence=tuple(JointEvidence(by=by, what=what, value=value) for by, what, value in ordered),
    )


def _holds(by: JoinedBy, left: Clues, right: Clues) -> bool:
    """Whether what joins two entries outweighs what speaks against it."""
    if by is JoinedBy.REFERENCE:
        # Publishers mistype numbers, and the UN has renumbered: something else has to agree, too.
        common = left.words & right.words or left.births & right.births
        return bool(common) and not _is_person_and_thing(left, right)
    return contradiction(left, right, strictly=by is JoinedBy.NAMES) is None


def _is_person_and_thing(left: Clues, right: Clues) -> bool:
    kinds = {left.kind.value, right.kind.value} - {"unknown"}
    return len(kinds) > 1 and "person" in kinds


Found = Iterator[tuple[Pair, JoinedBy, str, str]]


def _by_reference(entries: Sequence[Clues]) -> Found:
    held = _holders(entries, lambda one: one.references)
    for (kind, value), holders in held.items():
        for pair in _pairs(entries, holders):
            yield pair, JoinedBy.REFERENCE, kind, value


def _by_number(entries: Sequence[Clues]) -> Found:
    held = _holders(entries, lambda one: {(_sort(kind), value) for kind, value, _ in one.numbers})
    for (sort, value), holders in held.items():
        for pair in _pairs(entries, holders):
            left, right = (entries[number] for number in pair)
            what = _one_number(sort, value, left, right)
            if what and _support(left, right, holders, entries):
                yield pair, JoinedBy.IDENTIFIER, what, value


def _sort(kind: str) -> str:
    """Types that lists mix up are one, since they say what a number is for, not what it is."""
    return "general" if kind in GENERAL and kind not in _EVERYWHERE else kind


def _one_number(sort: str, value: str, left: Clues, right: Clues) -> str | None:
    """Its type where two entries' numbers are one, also by who gave them; None otherwise."""
    ours = [item for item in left.numbers if _sort(item[0]) == sort and item[1] == value]
    theirs = [item for item in right.numbers if _sort(item[0]) == sort and item[1] == value]
    named = bool(left.names & right.names)
    return next((one[0] for one in ours for other in theirs if _agree(one, other, named)), None)


def _agree(one: Number, other: Number, named: bool) -> bool:
    """Whether two equal numbers are of one register, as far as that is known."""
    if one[0] in _EVERYWHERE:
        return True
    if one[2] and other[2]:
        return one[2] == other[2]
    return named or len(one[1]) >= LONG_ENOUGH or one[0] == other[0] == "passport"


def _support(left: Clues, right: Clues, holders: Sequence[int], entries: Sequence[Clues]) -> bool:
    """Whether a number that several entries of a list have, or of one list only, is these two's."""
    alone = left.list != right.list and all(
        sum(entries[number].list == side.list for number in holders) == 1 for side in (left, right)
    )
    return alone or bool(left.names & right.names)


def _by_names(entries: Sequence[Clues]) -> Found:
    held = _holders(entries, lambda one: one.names)
    shared: dict[Pair, list[NameKey]] = defaultdict(list)
    for key, holders in held.items():
        for pair in _pairs(entries, holders, most=1):
            shared[pair].append(key)
    for pair, keys in shared.items():
        left, right = (entries[number] for number in pair)
        scripts = {script for script, _ in keys}
        days = whole_days(left.births) & whole_days(right.births)
        if len(scripts) > 1 and _is_full(keys, left, right):
            for script, words in keys:
                yield pair, JoinedBy.NAMES, f"script {script}", words
        elif days:
            yield pair, JoinedBy.NAMES, "birth date", f"{keys[0][1]}, {min(days)}"


def _is_full(keys: Sequence[NameKey], left: Clues, right: Clues) -> bool:
    """Whether names tell who it is: many have one forename and one surname in common."""
    if Kind.PERSON not in (left.kind, right.kind) or (left.births and right.births):
        return True
    return any(len(words.split()) > PERSONS_TWO for _, words in keys)


def _holders(
    entries: Sequence[Clues], of: Callable[[Clues], Iterable[Hashable]]
) -> Mapping[tuple[str, str], list[int]]:
    held: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for key in of(entry):
            held[key].append(number)  # type: ignore[index]
    return {key: numbers for key, numbers in held.items() if len(numbers) > 1}


def _pairs(
    entries: Sequence[Clues], holders: Sequence[int], most: int = MANY - 1
) -> Iterator[Pair]:
    """Pairs of entries of one key; not of a list in which too many have it."""
    by_list: dict[str, list[int]] = defaultdict(list)
    for number in holders:
        by_list[entries[number].list].append(number)
    few = [number for numbers in by_list.values() if len(numbers) <= most for number in numbers]
    return combinations(few, 2)
