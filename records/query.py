"""What is asked of the lists: a party as the asker knows it."""

from dataclasses import dataclass

from records.entity import Identifier, Kind


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
