"""Which owners are listed parties: by a number, by a person's word, or by name alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matcher.search.match import Policy, match_queries
from ownership.graph import Graph
from ownership.reach import ListedOwner
from ownership.rules import Rule
from ownership.statements import OwnershipParty, PartyKind
from records import Kind, Query
from screening.engine.engine import Engine
from screening.ownership.listed import LABEL
from store.ownership import CONFIRMED, REJECTED, OwnershipLink

IDENTIFIER, BY_PERSON, NAME = "identifier", "confirmed", "name"
MOST_REMEMBERED = 200_000
"""Owners whose links are kept in memory."""
_KINDS = {PartyKind.PERSON: Kind.PERSON, PartyKind.COMPANY: Kind.ORGANIZATION}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedLink:
    """An owner and a listed entity that it is, or may be."""

    owner: int
    name: str
    """The owner's, as the data has it."""
    entity_id: str
    caption: str
    how: str
    """``identifier``, ``confirmed`` or ``name``."""
    score: float
    """1 but for a name."""
    programmes: tuple[str, ...]

    @property
    def sure(self) -> bool:
        """Whether it counts as a listed owner, and not only as one who may be."""
        return self.how != NAME

    def counts_under(self, rule: Rule) -> bool:
        """Whether the entity is on a list, and under a programme, that the rule is about."""
        if self.entity_id.partition(":")[0] not in rule.lists:
            return False
        return not rule.programmes or any(
            one.startswith(rule.programmes) for one in self.programmes
        )


class Links:
    """The links of owners, each worked out once."""

    def __init__(
        self, engine: Engine, graph: Graph, said: Iterable[OwnershipLink], threshold: float
    ) -> None:
        self._engine, self._graph = engine, graph
        self._policy = Policy(threshold, 10, engine.allowed(None))
        self._said: dict[tuple[str, str], dict[str, str]] = {}
        for link in said:
            self._said.setdefault((link.source, link.owner), {})[link.entity_id] = link.state
        self._known: dict[int, tuple[ListedLink, ...]] = {}

    def of(self, owners: Sequence[int]) -> dict[int, tuple[ListedLink, ...]]:
        """The links of some owners; those that have none are left out."""
        new = [owner for owner in owners if owner not in self._known]
        if new:
            if len(self._known) > MOST_REMEMBERED:
                self._known.clear()
            self._work_out(new)
        return {owner: found for owner in owners if (found := self._known.get(owner))}

    def _work_out(self, owners: Sequence[int]) -> None:
        asked: list[tuple[int, Query]] = []
        found: dict[int, dict[str, ListedLink]] = {owner: {} for owner in owners}
        rejected: dict[int, set[str]] = {}
        for owner in owners:
            described = self._graph.parties(owner)
            name = next((party.name for _, party in described if party.name), "")
            for edition, party in described:
                if edition.label == LABEL:
                    self._add(found[owner], owner, name, party.key, IDENTIFIER)
                    continue
                for entity_id, state in self._said_of(edition.label, party.key).items():
                    if state == CONFIRMED:
                        self._add(found[owner], owner, name, entity_id, BY_PERSON)
                    elif state == REJECTED:
                        rejected.setdefault(owner, set()).add(entity_id)
            asked += [(owner, query) for query in _queries(party for _, party in described)]
        for (owner, query), matches in zip(
            asked,
            match_queries((q for _, q in asked), self._engine.finder, self._policy),
            strict=True,
        ):
            for match in matches:
                entity_id = self._engine.entity(match.entity).id
                if entity_id not in found[owner] and entity_id not in rejected.get(owner, ()):
                    self._add(found[owner], owner, query.name, entity_id, NAME, match.score)
        for owner, links in found.items():
            self._known[owner] = tuple(links.values())

    def _said_of(self, label: str, key: str) -> dict[str, str]:
        return self._said.get((label.rpartition(" ")[0], key), {})

    def _add(
        self,
        links: dict[str, ListedLink],
        owner: int,
        name: str,
        entity_id: str,
        how: str,
        score: float = 1.0,
    ) -> None:
        entity = self._engine.listed(entity_id)
        if entity is None or entity.source not in self._engine.chosen:
            return
        links[entity_id] = ListedLink(
            owner=owner,
            name=name or entity.caption,
            entity_id=entity_id,
            caption=entity.caption,
            how=how,
            score=score,
            programmes=entity.programmes,
        )

    def counted(
        self, links: dict[int, tuple[ListedLink, ...]], rule: Rule
    ) -> dict[int, ListedOwner]:
        """The owners that count under a rule, or may."""
        counted = {}
        for owner, all_of_it in links.items():
            under = [link for link in all_of_it if link.counts_under(rule)]
            if under:
                best = max(under, key=lambda link: (link.sure, link.score))
                party = self._engine.party(best.entity_id).id
                counted[owner] = ListedOwner(party, best.sure)
        return counted


def _queries(parties: Iterable[OwnershipParty]) -> Iterable[Query]:
    seen = set()
    for party in parties:
        if party.name and party.name not in seen:
            seen.add(party.name)
            yield Query(
                name=party.name,
                kind=_KINDS.get(party.kind),
                countries=(party.country,) if party.country else (),
            )
