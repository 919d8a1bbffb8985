"""What speaks for and against a match beside the names: identifiers and countries.

An equal identifier decides. Another one of a type of which a party has only one (IMO, LEI, INN …)
speaks against the match, a country speaks a little for or against it; neither hides a name that
is written in the same words.
"""

from dataclasses import dataclass

from matcher.comparison.model import CERTAIN, DIGITS, SAME_WORDS, model, shifted
from matcher.identifiers.registry import Listed, Registers, contradicts
from matcher.search.query import Number, ParsedQuery
from records import Evidence

# In log odds. A country that the list does not know of takes less off than the distance between
# 0.9 and the threshold of 0.8, so that it never hides a strong match of names.
SAME_COUNTRY, OTHER_COUNTRY, OTHER_NUMBER = 0.5, -0.7, -2.0


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a query and a listed party have in common beside their names."""

    equal: tuple[tuple[Number, Listed], ...] = ()
    other: tuple[tuple[Number, Listed], ...] = ()
    """Numbers of the same unique type that are not the same."""
    asked_countries: tuple[str, ...] = ()
    listed_countries: tuple[str, ...] = ()

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
            # Whatever the name: a party with another number is for a person to look at.
            moved = min(shifted(moved, OTHER_NUMBER), model().sure - 10**-DIGITS)
        if self.asked_countries and self.listed_countries:
            moved = shifted(moved, SAME_COUNTRY if self.same_country else OTHER_COUNTRY)
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
        return tuple(rows)

    def sentences(self) -> tuple[str, ...]:
        """The same for a person."""
        said = [
            f"'{number.text}' is the listed party's {listed.type} {listed.published}."
            for number, listed in self.equal
        ]
        said += [
            f"'{number.text}' is not the listed party's {listed.type} {listed.published}."
            for number, listed in self.other
        ]
        if self.asked_countries and self.listed_countries:
            relation = "agree" if self.same_country else "differ"
            asked, listed_in = ", ".join(self.asked_countries), ", ".join(self.listed_countries)
            said.append(f"Countries {relation}: {asked} asked for, {listed_in} on the list.")
        return tuple(said)


def _row(
    asked: str, listed: str, how: str, score: float, odds: float, weight: float = 0.0
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


def circumstances(asked: ParsedQuery, entity: int, registers: Registers) -> Circumstances:
    """Compare what a query says beside its names with what the list says of a party."""
    if not (asked.numbers or asked.countries):
        return NOTHING
    listed = list(registers.of(entity)) if asked.numbers else []
    equal, other = [], []
    for number in asked.numbers:
        found = [one for one in registers.having(*number[:3]) if one.entity == entity]
        against = None if found else contradicts(number.type, number.value, listed)
        equal += [(number, one) for one in found[:1]]
        other += [(number, against)] if against else []
    countries = registers.countries(entity) if asked.countries else ()
    return Circumstances(tuple(equal), tuple(other), asked.countries, countries)


def parties_with(asked: ParsedQuery, registers: Registers) -> list[int]:
    """The listed parties that are known by one of the query's numbers."""
    return sorted({one.entity for number in asked.numbers for one in registers.having(*number[:3])})


def least_name_score(asked: ParsedQuery, threshold: float) -> float:
    """What the names alone must score for the query to reach a threshold."""
    return shifted(threshold, -SAME_COUNTRY) if asked.countries else threshold
