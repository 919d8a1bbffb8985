"""What one edition of a list changed against another."""

from dataclasses import dataclass

from records.entity import Entity
from records.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """What an entry lost and gained in one field; each value as a line for a person."""

    field: str
    """As the field of ``Entity`` is called."""
    removed: tuple[str, ...]
    """In the order of the old entry; empty when the field only gained."""
    added: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedEntity:
    """An entry that both editions have, with other contents."""

    old: Entity
    new: Entity
    fields: tuple[FieldChange, ...]
    """At least one of them is more than ``notes``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delta:
    """The difference between two editions of one list, by its entries' ids.

    An entry counts as changed when its values differ, whatever their order: a new alias does, a
    comma in a remark does not.
    """

    source: str
    old: Snapshot | None
    """None when there was no edition: then everything is added."""
    new: Snapshot | None
    """None when there is no edition any more: then everything is removed."""
    added: tuple[Entity, ...]
    """In the order of the new edition."""
    removed: tuple[Entity, ...]
    """In the order of the old edition."""
    changed: tuple[ChangedEntity, ...]
    """In the order of the new edition."""
    reworded: tuple[str, ...]
    """Ids of entries that were only rewritten: other notes, another order, capitals or
    punctuation where they do not count."""

    @property
    def renamed(self) -> tuple[ChangedEntity, ...]:
        """The changed entries that have gained or lost a name."""
        return tuple(
            entry for entry in self.changed if any(each.field == "names" for each in entry.fields)
        )

    def in_figures(self) -> str:
        """``105 added, 2 removed, 2 changed (2 in their names)``."""
        changed = f"{len(self.changed):,} changed"
        if self.renamed:
            changed += f" ({len(self.renamed):,} in their names)"
        return f"{len(self.added):,} added, {len(self.removed):,} removed, {changed}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryEvent:
    """Something that an edition did to an entry."""

    what: str
    """``first`` (it stood in the first edition that this home had), ``added``, ``changed``,
    ``removed``."""
    activated_at: str
    """From when on the edition was in use here, ISO 8601 UTC with seconds."""
    edition: str | None
    """The publisher's date."""
    sha256: str
    fields: tuple[FieldChange, ...] = ()
    """What changed; empty unless ``what`` says so."""
