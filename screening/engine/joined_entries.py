"""Which entries of a set of editions are one party, worked out once and kept in the home.

One file for each set, named by the editions and by the method. It is a cache: losing it loses
nothing, and a damaged one is made anew. The parties are read when the first hit needs them, and
what joins them only when somebody asks.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from matcher.identity import engine_fingerprint, fingerprint_of
from records import JoinedBy, Joint, JointEvidence, ListedParty, Snapshot
from records.gc_tuning import gc_paused
from screening.parties import groups
from screening.parties.clues import Clues, clues
from screening.parties.groups import Apart
from screening.parties.joints import joints as joints_of
from store.atomic import replacing
from store.copies import content
from store.entities import entities
from store.home import Home

_LINES = 3
"""SHA-256 of the other two; the parties; the joints and what is kept apart."""


class JoinedEntries:
    """The parties of some editions; read when they are first asked for."""

    def __init__(self, load: Callable[[], bytes]) -> None:
        self._load = load
        self._by_lists: dict[frozenset[str], Mapping[str, ListedParty]] = {}

    @cached_property
    def file(self) -> bytes:
        """What is kept of them."""
        return self._load()

    @cached_property
    def _joints(self) -> tuple[tuple[Joint, ...], tuple[Apart, ...]]:
        found = json.loads(self.file.split(b"\n")[2])
        made = tuple(_joint(item) for item in found["joints"])
        return made, tuple((left, right) for left, right in found["apart"])

    def on(self, chosen: frozenset[str], *, every: bool) -> Mapping[str, ListedParty]:
        """By entity id the party of each entry that is joined with another one.

        Args:
            chosen: the lists looked on; what only another list's entry holds together is apart.
            every: whether these are all lists there are.
        """
        known = self._by_lists.get(chosen)
        if known is None:
            if every:
                read = json.loads(self.file.split(b"\n")[1])
                found: Iterable[ListedParty] = [_party(members) for members in read]
            else:
                joints, apart = self._joints
                found = groups.parties(
                    [one for one in joints if {_list(one.left), _list(one.right)} <= chosen], apart
                )
            known = {member: party for party in found for member in party.members}
            self._by_lists[chosen] = known
        return known

    def joints(self, members: Iterable[str]) -> tuple[Joint, ...]:
        """What joins some entries with each other."""
        some = frozenset(members)
        return tuple(one for one in self._joints[0] if one.left in some and one.right in some)


def alone(entity_id: str) -> ListedParty:
    """The party of an entry that nothing joins with another one."""
    return ListedParty(id=entity_id, members=(entity_id,))


def kept_parties(home: Home, snapshots: tuple[Snapshot, ...]) -> JoinedEntries:
    """The parties of some editions: from disk, else worked out and put there, at the first need.

    Args:
        home: where they are kept.
        snapshots: the editions.
    """
    return _opened(_path(home, snapshots), snapshots)


@lru_cache(maxsize=4)
def _opened(path: Path, snapshots: tuple[Snapshot, ...]) -> JoinedEntries:
    """Those of a path are always the same; a service asks at every page."""
    return JoinedEntries(lambda: _kept(path, snapshots))


def prepare_parties(
    home: Home, snapshots: tuple[Snapshot, ...], *, notify: Callable[[str], None]
) -> None:
    """Work out the parties of the editions in use, and drop those of earlier ones.

    Raises:
        StoreError: files of a list are missing or damaged.
    """
    path = _path(home, snapshots)
    if _whole(path) is None:
        notify(f"joining the entries of {len(snapshots)} lists to parties")
        _kept(path, snapshots)
    for other in home.parties.glob("*.json"):
        if other != path:
            other.unlink(missing_ok=True)


def checked(data: bytes) -> bytes:
    """The content of a kept file.

    Raises:
        ValueError: it is not what was written.
    """
    seal, _, rest = data.partition(b"\n")
    if sha256(rest).hexdigest().encode() != seal or data.count(b"\n") != _LINES - 1:
        raise ValueError("its checksum is another")
    return data


def _kept(path: Path, snapshots: tuple[Snapshot, ...]) -> bytes:
    found = _whole(path)
    if found is not None:
        return found
    made = _worked_out(snapshots)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as beside:
            beside.write_bytes(made)
    except OSError:
        # A home that may only be read still answers, only later.
        return made
    return made


def _whole(path: Path) -> bytes | None:
    try:
        return checked(path.read_bytes())
    except (OSError, ValueError):
        return None


def _path(home: Home, snapshots: Iterable[Snapshot]) -> Path:
    names = [_method(), *(f"{each.source}:{content(each)}" for each in snapshots)]
    return home.parties / f"{sha256(chr(10).join(names).encode()).hexdigest()[:32]}.json"


@cache
def _method() -> str:
    """By what entries are joined: another method makes other parties."""
    return fingerprint_of([files("screening.parties")], [engine_fingerprint()])


def _worked_out(snapshots: Iterable[Snapshot]) -> bytes:
    with gc_paused():
        found: dict[str, Clues] = {}
        for snapshot in snapshots:
            for entity in entities(snapshot):
                found.setdefault(entity.id, clues(entity))
        joints = joints_of(list(found.values()))
        apart = groups.kept_apart(found, joints)
        parties = [party.members for party in groups.parties(joints, apart)]
    rest = _line(parties) + b"\n" + _line({"joints": list(map(_written, joints)), "apart": apart})
    return sha256(rest).hexdigest().encode() + b"\n" + rest


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _written(joint: Joint) -> list[Any]:
    return [joint.left, joint.right, [[one.by, one.what, one.value] for one in joint.evidence]]


def _joint(item: list[Any]) -> Joint:
    left, right, evidence = item
    told = tuple(
        JointEvidence(by=JoinedBy(by), what=what, value=value) for by, what, value in evidence
    )
    return Joint(left=left, right=right, evidence=told)


def _party(members: list[str]) -> ListedParty:
    return ListedParty(id=members[0], members=tuple(members))


def _list(entity_id: str) -> str:
    return entity_id.partition(":")[0]
