"""Hits that rest on ownership: a listed party owns or controls the counterparty, or may."""

from dataclasses import dataclass

from records.finding import Decision, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivedRule:
    """What one rule in force makes of the counterparty."""

    rule: str
    """The rule's id (``us_ofac_50``)."""
    outcome: str
    """``reached`` or ``possible``."""
    total: str
    """What the counted owners hold of the counterparty, in per cent; empty for control alone."""
    accounted: str
    """How much of it the data accounts for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivedHit:
    """A listed entity that owns or controls the counterparty under a rule, or may."""

    entity_id: str
    """Empty where more owners of owners are known than are followed."""
    list: str
    caption: str
    programmes: tuple[str, ...]
    countries: tuple[str, ...]
    decision: Decision
    """``match`` where every step is sure; else ``review``."""
    owner: str
    """The owner's name in the ownership data."""
    by: str
    """Why the owner is the listed entity: ``identifier``, ``confirmed`` or ``name``."""
    party: str
    """The counterparty's name in the ownership data."""
    found_by: str
    """By what it was found there: ``id``, ``identifier`` or ``name``."""
    rules: tuple[DerivedRule, ...]
    editions: tuple[str, ...]
    """The ownership data that it rests on."""
    reason: str
    """One sentence for a person."""
    part: str | None = None
    """Which part of the counterparty is owned so; None where it is itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivedSpan:
    """A hit by ownership and the words of a document that name the party."""

    span: Span
    hit: DerivedHit
