"""What is asked of the lists: a party as the asker knows it."""

from dataclasses import dataclass

from records.entity import Address, Gender, Identifier, Kind

LONGEST_NAME = 1000
"""Characters. The longest listed name has 400; more than this is a text, or two columns in one, and
taking it apart as a name costs more than its share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One party to be screened. Only its name is needed."""

    name: str
    """As written, in any script."""
    aliases: tuple[str, ...] = ()
    """Other names of the same party; the best of all its names counts."""
    kind: Kind | None = None
    """What it is. A person is looked for among persons, everything else among the rest; parties
    whose kind the publisher does not give are always looked at."""
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2 in lower case: every country that it is tied to."""
    identifiers: tuple[Identifier, ...] = ()
    """Numbers and codes by which it is known. A type of the empty string is any type."""
    birth_dates: tuple[str, ...] = ()
    """ISO 8601, as exact as it is known: ``1937-04-28``, ``1937-04``, ``1937``, ``1935/1939``; with
    ``~`` behind what is about so. It is one of them, where there are several."""
    birth_places: tuple[str, ...] = ()
    """As written: ``Cairo, Egypt``."""
    nationalities: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2 in lower case."""
    gender: Gender | None = None
    addresses: tuple[Address, ...] = ()
    """Of each the town and the country count, where they are known."""
    parts: "tuple[Part, ...]" = ()
    """Who and what belongs to it: directors, owners, vessels, accounts. They are looked for, too,
    and their hits are its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Somebody or something that belongs to a counterparty."""

    role: str
    """What it is to it, in the asker's word: ``director``, ``vessel``."""
    query: Query
    """Without parts of its own."""
    id: str | None = None
    """The asker's own number of it."""

    @property
    def label(self) -> str:
        """How a hit names it."""
        return f"{self.role}: {self.query.name}"
