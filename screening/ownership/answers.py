"""What the rules of ownership make of a counterparty, on the data that is in use."""

from collections.abc import Sequence
from dataclasses import dataclass

from ownership.edition import Edition
from ownership.graph import Graph
from ownership.reach import Outcome, Reach, ancestry, reach
from ownership.readers.detect import Format
from ownership.rules import Rule, rules
from records import Identifier, Query, canonical, digest
from records.as_json import to_json
from screening.engine.engine import Engine
from screening.ownership.links import Links, ListedLink
from screening.ownership.listed import listed_edition
from store import ownership as kept
from store.home import Home
from store.ownership import OwnershipEdition
from store.times import today_text

ID, IDENTIFIER, NAME = "id", "identifier", "name"
IN_FORCE = "in force"
MOST_FAMILIES = 10_000
"""Parties whose owners are kept in memory."""
_WORST = (Outcome.REACHED, Outcome.POSSIBLE, Outcome.NOT_REACHED)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleAnswer:
    """One rule's answer."""

    rule: Rule
    state: str | None
    """``in force``, ``suspended``, or None before it begins."""
    reach: Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnershipAnswer:
    """What is known of the owners of one party."""

    asked: str
    found_by: str
    """``id``, ``identifier`` or ``name``."""
    party: int
    names: dict[int, str]
    """Of everybody that the answer speaks of."""
    day: str
    answers: tuple[RuleAnswer, ...]
    links: tuple[ListedLink, ...]
    """Owners, direct or not, that are listed parties or may be."""
    gaps: tuple[str, ...]
    """Why owners of it are not named."""
    owners: int
    """How many direct and indirect owners the data has."""
    editions: tuple[OwnershipEdition, ...]

    @property
    def outcome(self) -> Outcome:
        """The gravest outcome of the rules in force."""
        found = {one.reach.outcome for one in self.answers if one.state == IN_FORCE}
        return next((one for one in _WORST if one in found), Outcome.NOT_REACHED)


class Owners:
    """The ownership data in use, beside the lists of an engine."""

    def __init__(
        self,
        engine: Engine,
        editions: Sequence[tuple[OwnershipEdition, Edition]],
        said: Sequence[kept.OwnershipLink],
        *,
        threshold: float,
        day: str,
    ) -> None:
        self.editions = tuple(edition for edition, _ in editions)
        self.day = day
        self.engine = engine
        self.graph = Graph([*(opened for _, opened in editions), listed_edition(engine)])
        self._own = [Format.TABLE.value in edition.formats for edition, _ in editions]
        self.links = Links(engine, self.graph, said, threshold)
        self._families: dict[int, tuple[list[int], bool]] = {}

    @staticmethod
    def open(
        home: Home, engine: Engine, *, threshold: float, as_of: str | None = None
    ) -> "Owners | None":
        """Open the data that is in use; None where there is none.

        Args:
            home: where it is kept.
            engine: the lists.
            threshold: from which score on a name makes an owner one who may be listed.
            as_of: ISO 8601 date: the editions that were in use then, and the holdings of then.

        Raises:
            StoreError: an edition is damaged.
        """
        used = kept.active(home, as_of)
        if not used:
            return None
        opened = [(edition, kept.opened(home, edition)) for edition in used]
        day = as_of[:10] if as_of else today_text()
        return Owners(engine, opened, kept.links(home), threshold=threshold, day=day)

    def find(self, query: Query, id_: str | None = None) -> dict[int, str]:
        """The parties of the data that a counterparty is, and by what each was found.

        A number finds before a name does; by name it is the very name, whatever its case.
        """
        found: dict[int, str] = {}
        if id_:
            for number in self.graph.by_key(id_, self._own):
                found[number] = ID
        for number in self.graph.by_identifiers(tuple(_whole(query))):
            found.setdefault(number, IDENTIFIER)
        for name in (query.name, *query.aliases):
            for number in self.graph.by_name(name):
                found.setdefault(number, NAME)
        return found

    def answer(self, party: int, asked: str, found_by: str) -> OwnershipAnswer:
        """What every rule makes of a party."""
        family, _ = self._family(party)
        links = self.links.of(family[1:])
        answers = tuple(
            RuleAnswer(
                rule=rule,
                state=rule.state_on(self.day),
                reach=reach(self.graph, party, self.links.counted(links, rule), rule, self.day),
            )
            for rule in rules()
        )
        return OwnershipAnswer(
            asked=asked,
            found_by=found_by,
            party=party,
            names={one: self.name(one) for one in _spoken_of(party, answers)},
            day=self.day,
            answers=answers,
            links=tuple(link for of in links.values() for link in of),
            gaps=self.graph.gaps(party),
            owners=len(family) - 1,
            editions=self.editions,
        )

    def name(self, party: int) -> str:
        """What a party is called in the data, else on the lists, else its key."""
        described = self.graph.parties(party)
        name = next((one.name for _, one in described if one.name), "")
        if name:
            return name
        for _, one in described:
            if entity := self.engine.listed(one.key):
                return entity.caption
        return described[0][1].key

    def _family(self, party: int) -> tuple[list[int], bool]:
        if len(self._families) > MOST_FAMILIES:
            self._families.clear()
        if party not in self._families:
            self._families[party] = ancestry(self.graph.owners, party)
        return self._families[party]

    def learn(self, parties: Sequence[int]) -> None:
        """Look for the names of all owners of some parties at once, ahead of their answers."""
        found: dict[int, None] = {}
        for party in parties:
            found |= dict.fromkeys(self._family(party)[0][1:])
        self.links.of(list(found))

    def may_be_reached(self, party: int) -> bool:
        """Whether any owner is a listed party or may be; False spares the rules."""
        family, complete = self._family(party)
        return not complete or bool(self.links.of(family[1:]))


def in_use(home: Home, as_of: str | None = None) -> tuple[str, ...]:
    """The ownership data in use, by source and SHA-256."""
    return tuple(f"{one.source} {one.sha256}" for one in kept.active(home, as_of))


def state_of_data(home: Home, as_of: str | None = None) -> tuple[str, ...]:
    """The data in use, what people say of it, and the day; empty where none is in use."""
    used = in_use(home, as_of)
    return (*used, _said(home), as_of or today_text()) if used else ()


def _said(home: Home) -> str:
    return digest(canonical([to_json(one) for one in kept.links(home)]))


def state(home: Home, owners: Owners | None) -> tuple[str, ...]:
    """What answers about owners rest on; empty where no data is in use. Two runs with the same of
    it, on the same lists, come to the same answers.
    """
    if owners is None:
        return ()
    # Holdings begin and end, and rules come into force, on days.
    return (*in_use(home), f"links {_said(home)}", f"day {owners.day}")


def _whole(query: Query) -> list[Identifier]:
    """A customer's identifier may come without its country: the party's own fills it in."""
    found = []
    for one in query.identifiers:
        found.append(one)
        if one.country is None:
            found += [
                Identifier(type=one.type, value=one.value, country=country)
                for country in query.countries
            ]
    return found


def _spoken_of(party: int, answers: Sequence[RuleAnswer]) -> set[int]:
    found = {party}
    for answer in answers:
        for step in answer.reach.steps:
            found |= {step.party, *(holder.owner for holder in step.counted)}
        for edge in answer.reach.control:
            found |= {edge.owner, edge.owned}
    return found
