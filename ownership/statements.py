"""What a source of ownership data says: parties, and holdings of one in another."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from ownership.share import Share
from records import Identifier


class PartyKind(StrEnum):
    """What an owner or an owned party is."""

    COMPANY = "company"
    PERSON = "person"
    STATE = "state"
    UNKNOWN = "unknown"


class Interest(IntEnum):
    """What is held. Rules add up shares and votes, each by itself; control has no figure."""

    SHARES = 0
    VOTES = 1
    CONTROL = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnershipParty:
    """An owner or an owned party as one source describes it."""

    key: str
    """What the source calls it by; within one source the same key is the same party."""
    name: str
    """As published; empty where the source gives none (it may know a number only)."""
    kind: PartyKind = PartyKind.UNKNOWN
    identifiers: tuple[Identifier, ...] = ()
    country: str | None = None
    """ISO 3166-1 alpha-2 in lower case."""
    birth_date: str | None = None
    """ISO 8601, as exact as published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """One statement: an owner has an interest in an owned party."""

    owner: str
    """A key of a party."""
    owned: str
    interest: Interest
    share: Share
    """For control: meaningless, and always unknown."""
    nature: str
    """The source's own word for it (``ownership-of-shares-25-to-50-percent``)."""
    statement: str = ""
    """The source's id of the statement, or the line or row it stands in."""
    since: str | None = None
    """ISO 8601 date; None where the source gives none."""
    until: str | None = None
    """The first day on which it is no longer held."""
    joint: str | None = None
    """Owners with the same word here act together in this company (a joint arrangement)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Owners that a source says it does not name, and why."""

    owned: str
    reason: str
    """The source's own word: ``NATURAL_PERSONS``, ``psc-exists-but-not-identified``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A statement that could not be understood, so its holding is not known."""

    where: str
    """The line, row or statement."""
    reason: str


Statement = OwnershipParty | Holding | Gap | Unread
