"""What one owner holds of one company, from all that the sources state about it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ownership.share import WHOLE, Share, agreed, spanned
from ownership.statements import Interest


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One statement between two parties of a graph, numbered as the graph numbers them."""

    owner: int
    owned: int
    interest: Interest
    share: Share
    source: str
    """Which edition of which source states it."""
    statement: str
    nature: str
    since: str | None = None
    until: str | None = None
    joint: str | None = None

    def holds_on(self, day: str) -> bool:
        """Whether it is held on a day, so far as the source says; a date without a day counts
        from its beginning and to its end.
        """
        begun = self.since is None or self.since <= day
        return begun and (self.until is None or self.until > day[: len(self.until)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """One owner's part in one company, of one interest."""

    owner: int
    share: Share
    edges: tuple[Edge, ...]
    disputed: bool = False
    """Sources contradict each other; the share spans what they say."""


def holders(edges: Iterable[Edge], interest: Interest, day: str) -> tuple[Holder, ...]:
    """The owners of one company, with what each holds on a day.

    Several statements of one source on one owner may be parcels that add up or the same thing said
    twice: at least the largest, at most the sum. Several sources describe the same holding: it is
    where they agree, and where they contradict all that they say.
    """
    grouped: dict[int, dict[str, list[Edge]]] = defaultdict(lambda: defaultdict(list))
    for edge in edges:
        if edge.interest is interest and edge.owner != edge.owned and edge.holds_on(day):
            grouped[edge.owner][edge.source].append(edge)
    return tuple(_holder(owner, by_source) for owner, by_source in sorted(grouped.items()))


def _holder(owner: int, by_source: dict[str, list[Edge]]) -> Holder:
    said = [_of_one_source(stated) for stated in by_source.values()]
    share, disputed = said[0], False
    for other in said[1:]:
        both = agreed(share, other)
        disputed = disputed or both is None
        share = spanned(share, other) if both is None else both
    edges = tuple(edge for stated in by_source.values() for edge in stated)
    return Holder(owner=owner, share=share, edges=edges, disputed=disputed)


def _of_one_source(stated: list[Edge]) -> Share:
    low = max(edge.share.low for edge in stated)
    return Share(low, min(WHOLE, sum(edge.share.high for edge in stated)))
