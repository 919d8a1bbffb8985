"""Joints to parties: what is joined with one entry is one party, unless two of them cannot be."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

from records import JoinedBy, Joint, ListedParty
from screening.parties.clues import Clues
from screening.parties.contradictions import contradiction

_ORDER = tuple(JoinedBy)
Apart = tuple[str, str]
"""Two entity ids, the smaller one first."""


def kept_apart(entries: Mapping[str, Clues], joints: Sequence[Joint]) -> list[Apart]:
    """Entries that hang together by others' joints, and are two parties all the same.

    Args:
        entries: by their ids.
        joints: of them.

    Returns:
        Sorted. Two entries of one list are two parties for their publisher; two others when
        something contradicts. What is joined itself is not among them.
    """
    direct = {(joint.left, joint.right) for joint in joints}
    pairs = (
        pair
        for members in _together(joints, ()).values()
        for pair in combinations(sorted(members), 2)
    )
    return sorted(
        (left, right)
        for left, right in pairs
        if (left, right) not in direct and _are_two(entries[left], entries[right])
    )


def _are_two(left: Clues, right: Clues) -> bool:
    return left.list == right.list or contradiction(left, right) is not None


def parties(joints: Iterable[Joint], apart: Collection[Apart]) -> tuple[ListedParty, ...]:
    """The parties of more than one entry.

    Args:
        joints: each with both entries among those looked on.
        apart: as ``kept_apart`` gives them; those of other entries do not matter.

    Returns:
        Sorted by id; every entry is in one at most.
    """
    groups = _together(joints, apart)
    made = (tuple(sorted(members)) for members in groups.values() if len(members) > 1)
    return tuple(ListedParty(id=members[0], members=members) for members in sorted(made))


def _together(joints: Iterable[Joint], apart: Iterable[Apart]) -> Mapping[str, set[str]]:
    """Groups, the strongest joints first and none that would bring two parties together."""
    others: dict[str, set[str]] = {}
    for left, right in apart:
        others.setdefault(left, set()).add(right)
        others.setdefault(right, set()).add(left)
    group_of: dict[str, set[str]] = {}
    for joint in sorted(joints, key=_strength):
        ours = group_of.setdefault(joint.left, {joint.left})
        theirs = group_of.setdefault(joint.right, {joint.right})
        if ours is theirs or any(others.get(one, frozenset()) & theirs for one in ours):
            continue
        ours |= theirs
        group_of.update(dict.fromkeys(theirs, ours))
    return {min(members): members for members in group_of.values()}


def _strength(joint: Joint) -> tuple[int, int, str, str]:
    return _ORDER.index(joint.by), -len(joint.evidence), joint.left, joint.right
