"""Several editions as one graph: parties with the same identifier are the same party.

Which parties are one is looked up when it is asked for, so nothing is computed at the opening.
A party of the graph is the smallest number of those that are it.
"""

from collections.abc import Sequence
from dataclasses import replace

from ownership.edition import Edition
from ownership.holders import Edge
from ownership.keys import name_key, party_keys
from ownership.statements import OwnershipParty
from records import Identifier


class Graph:
    """Who owns whom, over all editions that are in use."""

    def __init__(self, editions: Sequence[Edition]) -> None:
        self.editions = tuple(editions)
        self._bases = [0]
        for edition in self.editions:
            self._bases.append(self._bases[-1] + len(edition))
        self._members: dict[int, tuple[int, ...]] = {}
        self._incoming: dict[int, tuple[Edge, ...]] = {}
        self._owners: dict[int, tuple[int, ...]] = {}

    def members(self, party: int) -> tuple[int, ...]:
        """The numbers that are one party with this one, itself included, smallest first."""
        known = self._members.get(party)
        if known is None:
            found = [party]
            seen = {party}
            for one in found:
                for other in self._same(one):
                    if other not in seen:
                        seen.add(other)
                        found.append(other)
            known = tuple(sorted(found))
            self._members.update(dict.fromkeys(known, known))
        return known

    def _same(self, number: int) -> list[int]:
        edition, own = self._place(number)
        if not edition.is_identified(own):
            return []
        return self._with_keys(party_keys(edition.party(own)))

    def _with_keys(self, keys: Sequence[int]) -> list[int]:
        if not keys:
            return []
        return [
            base + found
            for base, edition in zip(self._bases, self.editions, strict=False)
            for found in edition.with_keys(keys)
        ]

    def _place(self, number: int) -> tuple[Edition, int]:
        for base, edition in zip(self._bases, self.editions, strict=False):
            if number < base + len(edition):
                return edition, number - base
        raise IndexError(number)

    def parties(self, party: int) -> list[tuple[Edition, OwnershipParty]]:
        """What every edition says of a party; those with a name first."""
        found = []
        for number in self.members(party):
            edition, own = self._place(number)
            found.append((edition, edition.party(own)))
        return sorted(found, key=lambda one: not one[1].name)

    def gaps(self, party: int) -> tuple[str, ...]:
        """Why owners of a party are not named."""
        places = (self._place(number) for number in self.members(party))
        return tuple(reason for edition, own in places for reason in edition.gaps.get(own, ()))

    def incoming(self, party: int) -> Sequence[Edge]:
        """The statements about who owns or controls a party."""
        known = self._incoming.get(party)
        if known is None:
            known = tuple(
                replace(edge, owner=self._one(base + edge.owner), owned=party)
                for base, edition, own in self._places(party)
                for edge in edition.edges(own)
            )
            self._incoming[party] = known
        return known

    def owners(self, party: int) -> Sequence[int]:
        """Who owns or controls a party, each once: quicker than what is stated of it."""
        known = self._owners.get(party)
        if known is None:
            found = (
                self._one(base + owner)
                for base, edition, own in self._places(party)
                for owner in edition.owners(own)
            )
            known = self._owners[party] = tuple(dict.fromkeys(found))
        return known

    def _places(self, party: int) -> list[tuple[int, Edition, int]]:
        found = []
        for number in self.members(party):
            edition, own = self._place(number)
            found.append((number - own, edition, own))
        return found

    def _one(self, number: int) -> int:
        return self.members(number)[0]

    def by_identifiers(self, identifiers: tuple[Identifier, ...]) -> list[int]:
        """The parties that have one of these identifiers."""
        keys = party_keys(OwnershipParty(key="", name="", identifiers=identifiers))
        return sorted({self._one(number) for number in self._with_keys(keys)})

    def by_key(self, key: str, among: Sequence[bool]) -> list[int]:
        """The parties that a source calls by this key: a customer's own number.

        Args:
            key: the number.
            among: for each of the first editions whether its keys are numbers of that kind.
        """
        found = (
            (base, edition.with_key(key))
            for base, edition, own in zip(self._bases, self.editions, among, strict=False)
            if own
        )
        return sorted({self._one(base + own) for base, own in found if own is not None})

    def by_name(self, name: str) -> list[int]:
        """The parties of this very name, whatever its case, accents and signs."""
        key = name_key(name)
        if key is None:
            return []
        return sorted(
            {
                self._one(base + own)
                for base, edition in zip(self._bases, self.editions, strict=False)
                for own in edition.with_name(key)
            }
        )
