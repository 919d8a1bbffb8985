"""What speaks for and against a match beside the names: identifiers, countries, particulars.

An equal identifier decides. Another one of a type of which a party has only one (IMO, LEI, INN …)
speaks against the match, as another birth date does; a country speaks a little for or against it.
None hides a name that is written in the same words, and none but a number makes a hit of names that
have little in common.
"""

from dataclasses import dataclass
from functools import lru_cache

from matcher.comparison.model import CERTAIN, DIGITS, SAME_WORDS, model, shifted
from matcher.identifiers.contacts import CONTACTS
from matcher.identifiers.registry import Listed, Registers, contradicts
from matcher.index.index import NameIndex
from matcher.particulars.compare import NATIONALITY, compare, most_gained
from matcher.particulars.verdict import Compared, Verdict
from matcher.particulars.weights import CONTRADICTION, LEAST_NAME
from matcher.search.query import Number, ParsedQuery
from records import Evidence

# In log odds. A country that the list does not know of takes less off than the distance between
# 0.9 and the threshold of 0.8, so that it never hides a strong match of names.
SAME_COUNTRY, OTHER_COUNTRY, OTHER_NUMBER = 0.5, -0.7, -2.0
# In log odds, set by hand: a telephone or an address of mail is nearly a number of its own.
SAME_CONTACT = 2.0
MOST_GAIN = 10.0
"""More than all of it adds up to."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a query and a listed party have in common beside their names."""

    equal: tuple[tuple[Number, Listed], ...] = ()
    other: tuple[tuple[Number, Listed], ...] = ()
    """Numbers of the same unique type that are not the same."""
    asked_countries: tuple[str, ...] = ()
    listed_countries: tuple[str, ...] = ()
    particulars: tuple[Compared, ...] = ()
    contacts: tuple[tuple[Number, Listed], ...] = ()
    """The same e-mail address, phone number or website."""

    @property
    def same_country(self) -> bool:
        """Whether a country is in both."""
        return not set(self.asked_countries).isdisjoint(self.listed_countries)

    def score(self, value: float, *, identical: bool) -> float:
        """The score of the names, moved by what else is known.

        Args:
            value: what the names alone score, in [0, 1].
            identical: whether they are written in the same words.
        """
        if self.equal:
            return 1.0
        moved = value
        if self.other:
            moved = shifted(moved, OTHER_NUMBER)
        if self.asked_countries and self.listed_countries:
            moved = shifted(moved, SAME_COUNTRY if self.same_country else OTHER_COUNTRY)
        odds = [one.odds for one in self.particulars]
        moved = shifted(moved, sum(each for each in odds if value >= LEAST_NAME or each < 0))
        if self.other or any(one.odds <= CONTRADICTION for one in self.particulars):
            # Whatever the name: what contradicts is for a person to look at.
            moved = min(moved, model().sure - 10**-DIGITS)
        if self.contacts:
            # Companies of a group share them: a person has to look, whatever the names.
            moved = max(shifted(moved, SAME_CONTACT), SAME_WORDS)
        return round(max(moved, min(value, SAME_WORDS)) if identical else moved, DIGITS)

    def evidence(self) -> tuple[Evidence, ...]:
        """A row for each fact; numbers that are equal carry all the weight, and decide alone."""
        equal, other = len(self.equal), len(self.other)
        rows = [
            _row(number.text, listed.published, "identifier", 1.0, CERTAIN / equal, 1 / equal)
            for number, listed in self.equal
        ]
        counts = 0.0 if self.equal else 1.0
        rows += [
            _row(
                number.text,
                listed.published,
                "other identifier",
                0.0,
                counts * OTHER_NUMBER / other,
            )
            for number, listed in self.other
        ]
        if self.asked_countries and self.listed_countries:
            asked, there = ",".join(self.asked_countries), ",".join(self.listed_countries)
            by = SAME_COUNTRY if self.same_country else OTHER_COUNTRY
            rows.append(_row(asked, there, "country", float(self.same_country), counts * by))
        rows += [
            _row(number.text, listed.published, "contact", 1.0, counts * SAME_CONTACT)
            for number, listed in self.contacts
        ]
        rows += [
            _row(
                one.asked,
                one.listed,
                f"{one.what} {one.verdict}",
                _LIKENESS.get(one.verdict, 0.0),
                counts * one.odds,
            )
            for one in self.particulars
        ]
        return tuple(rows)

    def sentences(self) -> tuple[str, ...]:
        """The same for a person."""
        said = [
            f"'{number.text}' is the listed party's {listed.type} {listed.published}."
            for number, listed in (*self.equal, *self.contacts)
        ]
        said += [
            f"'{number.text}' is not the listed party's {listed.type} {listed.published}."
            for number, listed in self.other
        ]
        if self.asked_countries and self.listed_countries:
            relation = "agree" if self.same_country else "differ"
            asked, listed_in = ", ".join(self.asked_countries), ", ".join(self.listed_countries)
            said.append(f"Countries {relation}: {asked} asked for, {listed_in} on the list.")
        said += [
            f"{one.what.capitalize()} {_SAID[one.verdict]}: {one.asked} asked for, "
            f"{one.listed} on the list."
            for one in self.particulars
            if one.verdict in _SAID
        ]
        return tuple(said)


# What the evidence shows; the score takes ``particulars.weights``.
_LIKENESS = {Verdict.AGREES: 1.0, Verdict.NEAR: 0.5}
_SAID = {Verdict.AGREES: "agrees", Verdict.NEAR: "is near", Verdict.DIFFERS: "differs"}


def _row(
    asked: str, listed: str | None, how: str, score: float, odds: float, weight: float = 0.0
) -> Evidence:
    return Evidence(
        query=asked,
        name=listed,
        how=how,
        score=score,
        weight=round(weight, 4),
        contribution=round(odds, 4) + 0.0,
    )


NOTHING = Circumstances()


def circumstances(asked: ParsedQuery, entity: int, index: NameIndex) -> Circumstances:
    """Compare what a query says beside its names with what the list says of a party."""
    if not (asked.numbers or asked.countries or asked.particulars):
        return NOTHING
    registers = index.registers
    listed = list(registers.of(entity)) if asked.numbers else []
    equal: list[tuple[Number, Listed]] = []
    other: list[tuple[Number, Listed]] = []
    contacts: list[tuple[Number, Listed]] = []
    for number in asked.numbers:
        found = [one for one in registers.having(*number[:3]) if one.entity == entity]
        against = None if found else contradicts(number.type, number.value, listed)
        (contacts if number.type in CONTACTS else equal).extend((number, one) for one in found[:1])
        other += [(number, against)] if against else []
    particulars = (
        () if asked.particulars is None else compare(asked.particulars, index.particulars(entity))
    )
    countries = _countries_asked(asked, particulars)
    there = registers.countries(entity) if countries else ()
    return Circumstances(
        tuple(equal), tuple(other), countries, there, particulars, tuple(contacts[:1])
    )


def _countries_asked(asked: ParsedQuery, compared: tuple[Compared, ...]) -> tuple[str, ...]:
    """The countries to compare; a nationality that was compared is not counted once more."""
    if asked.particulars is None or not any(
        one.what == NATIONALITY and one.verdict is not Verdict.UNKNOWN for one in compared
    ):
        return asked.countries
    again = set(asked.countries) <= set(asked.particulars.nationalities)
    return () if again else asked.countries


def parties_with(asked: ParsedQuery, registers: Registers) -> list[int]:
    """The listed parties that are known by one of the query's numbers."""
    return sorted({one.entity for number in asked.numbers for one in registers.having(*number[:3])})


def most_gain(asked: ParsedQuery) -> float:
    """The most that what a query says beside its names and numbers adds to a score, in log odds."""
    more = most_gained(asked.particulars) if asked.particulars else 0.0
    return more + (SAME_COUNTRY if asked.countries else 0.0)


@lru_cache(maxsize=64)
def least_for(threshold: float, gain: float) -> float:
    """What the names alone must score to reach a threshold with so much more, in log odds."""
    if gain <= SAME_COUNTRY:
        return shifted(threshold, -gain)
    return min(shifted(threshold, -SAME_COUNTRY), max(LEAST_NAME, shifted(threshold, -gain)))


def least_name_score(asked: ParsedQuery, threshold: float) -> float:
    """What the names alone must score for the query to reach a threshold."""
    return least_for(threshold, most_gain(asked))
