"""One party on several lists: its entries, and what joins them."""

from dataclasses import dataclass
from enum import StrEnum


class JoinedBy(StrEnum):
    """What two entries have in common that makes them one party."""

    REFERENCE = "reference"
    """One publisher's number for the party, which another repeats: the UN's permanent reference
    number, the EU's reference number, OFAC's number on both of its lists."""
    IDENTIFIER = "identifier"
    """A number of the party itself: registration, tax, LEI, IMO, passport …"""
    NAMES = "names"
    """The same names in several scripts, or the same name and day of birth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JointEvidence:
    """One thing that two entries have in common."""

    by: JoinedBy
    what: str
    """The type of the number (``imo``, ``un_reference``), ``script Cyrl`` or ``birth date``."""
    value: str
    """In the form in which it was compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """Two entries that are one party, and why."""

    left: str
    """The smaller entity id."""
    right: str
    evidence: tuple[JointEvidence, ...]
    """Not empty; references first, then identifiers, then names."""

    @property
    def by(self) -> JoinedBy:
        """The strongest of what joins the two."""
        return self.evidence[0].by


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedParty:
    """A party as far as the lists looked on know it."""

    id: str
    """The smallest id of its entries."""
    members: tuple[str, ...]
    """Entity ids, sorted; one where nothing joins the entry with another."""
