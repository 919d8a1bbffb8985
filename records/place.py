"""Hits that rest on where a party is: a region under embargo, or an address that is listed."""

from dataclasses import dataclass
from enum import StrEnum

from records.finding import Decision, Span


class PlaceKind(StrEnum):
    """What is restricted."""

    REGION = "region"
    """A region under embargo, or a part of one."""
    COUNTRY = "country"
    """A country that the team watches."""
    ADDRESS = "address"
    """An address that is an entry of a list of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceBasis:
    """What restricts a place."""

    authority: str
    """``US``, ``EU``; empty for a setting of the team."""
    act: str
    since: str
    """ISO 8601 date; empty where none is known."""
    address: str
    """Where the act is published; empty for a setting of the team."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceHit:
    """A restricted place that an address names. It says nothing of who the party is."""

    place: str
    """ISO 3166-2 code of a region (``UA-43``), ISO 3166-1 code of a country (``KP``), or the id of
    a listed address (``us_csl:…``)."""
    kind: PlaceKind
    title: str
    decision: Decision
    """``match`` where nothing leaves open which place is meant; else ``review``."""
    found: str
    """The words that name it, as written."""
    how: str
    """``town``, ``spelling`` (of a town, a letter apart), ``region``, ``postal code``, ``country``
    or ``address``."""
    town: str | None
    """Which town is meant, as GeoNames calls it."""
    written: str
    """The address, as it was given."""
    basis: tuple[PlaceBasis, ...]
    reason: str
    """One sentence for a person."""
    part: str | None = None
    """Whose address it is where it is a part of the counterparty; None where it is its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSpan:
    """A restricted place and the words of a document that name it."""

    span: Span
    hit: PlaceHit
