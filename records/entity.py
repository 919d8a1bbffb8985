"""A listed party as its publisher describes it, in one shape for every publisher.

Nothing that was published is dropped: what has no field of its own goes to ``notes``.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a listed party is."""

    ORGANIZATION = "organization"
    PERSON = "person"
    VESSEL = "vessel"
    AIRCRAFT = "aircraft"
    UNKNOWN = "unknown"


CRAFT = frozenset({Kind.VESSEL, Kind.AIRCRAFT})
"""Ships and aircraft: things, which are told apart by numbers more than by their names."""


class NameKind(StrEnum):
    """What the publisher says of a name; a weak name is weak whatever else it is."""

    PRIMARY = "primary"
    ALIAS = "alias"
    FORMER = "former"
    WEAK = "weak"


class Gender(StrEnum):
    """A person's sex or gender, as far as publishers tell it."""

    FEMALE = "female"
    MALE = "male"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something published that has no field of its own."""

    label: str
    """The publisher's word for it, or the path of the element."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedName:
    """One name of a listed party, spelled exactly as published."""

    text: str
    kind: NameKind
    script: str | None = None
    """ISO 15924 code (``Latn``, ``Cyrl``, ``Hans``), as published."""
    language: str | None = None
    """ISO 639-1 code in lower case, as published."""
    parts: tuple[Note, ...] = ()
    """The parts the publisher splits it into (first name, last name …), as published."""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """A number or code by which an authority or a register knows the party."""

    type: str
    """Our word for it (``imo``, ``tax``, ``registration``, ``passport`` …) or, when we have none,
    the publisher's in lower case."""
    value: str
    country: str | None = None
    """ISO 3166-1 alpha-2 in lower case."""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A place where the party is, as published."""

    text: str
    """The whole address in one line."""
    city: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2 in lower case."""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A tie to another party, as published."""

    type: str
    """The publisher's word for it (``Owned or Controlled By``)."""
    target: str
    """The other party's entity id, or its name where the publisher gives no more."""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One entry of one list.

    ``names`` has the primary name first and may be empty only where the publisher gives none.
    """

    id: str
    """``<source>:<publisher's id>``, for example ``us_ofac_sdn:46633``."""
    kind: Kind
    names: tuple[ListedName, ...]
    identifiers: tuple[Identifier, ...] = ()
    addresses: tuple[Address, ...] = ()
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2 in lower case, sorted; every country that the publisher ties it to."""
    birth_dates: tuple[str, ...] = ()
    """ISO 8601, as exact as published: ``1937-04-28``, ``1937-04``, ``1937``, ``1935/1939``."""
    circa: tuple[str, ...] = ()
    """Those of ``birth_dates`` that the publisher calls approximate."""
    birth_places: tuple[str, ...] = ()
    """As published, in one line each."""
    nationalities: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2 in lower case, sorted; citizenships, too. ``countries`` has them all."""
    genders: tuple[Gender, ...] = ()
    """More than one where the publisher is not sure."""
    contacts: tuple[Identifier, ...] = ()
    """How the party is reached: ``email``, ``phone``, ``website``."""
    programmes: tuple[str, ...] = ()
    legal_basis: tuple[str, ...] = ()
    listed_on: str | None = None
    """ISO 8601 date of the first designation that is still in the entry."""
    remarks: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()
    url: str | None = None
    notes: tuple[Note, ...] = ()

    @property
    def source(self) -> str:
        """The list it is on: the id up to the colon."""
        return self.id.partition(":")[0]

    @property
    def caption(self) -> str:
        """The name to show for it: the first primary name, else any name, else its id."""
        for name in self.names:
            if name.kind is NameKind.PRIMARY:
                return name.text
        return self.names[0].text if self.names else self.id
