"""The fields of an entry that are compared between editions: which values count as equal, and how
one is written in a line.

Names count as different when a letter, a mark or a capital differs, for the matcher may see it.
Remarks, addresses and places of birth are sentences, which publishers repunctuate: there only
letters and digits count. Notes are what has no field of its own, mostly the publisher's
housekeeping (a UN edition rewrites those of 99 % of its entries), so they never make an entry a
changed one.
"""

import unicodedata
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass

from records import Entity, FieldChange

NOTES = "notes"
Values = Iterable[tuple[Hashable, str]]
"""What is compared of each value, and the value as a person reads it."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an entry."""

    name: str
    values: Callable[[Entity], Values]


def changes(old: Entity, new: Entity) -> tuple[FieldChange, ...]:
    """What differs between two states of one entry, field by field; notes stand last.

    Returns:
        Empty when nothing counts as different but notes, which are then left out.
    """
    found = tuple(filter(None, (_change(field, old, new) for field in FIELDS)))
    if all(change.field == NOTES for change in found):
        return ()
    return found


def _change(field: Field, old: Entity, new: Entity) -> FieldChange | None:
    before, after = dict(field.values(old)), dict(field.values(new))
    removed = tuple(text for key, text in before.items() if key not in after)
    added = tuple(text for key, text in after.items() if key not in before)
    return FieldChange(field=field.name, removed=removed, added=added) if removed or added else None


def _names(entity: Entity) -> Iterator[tuple[Hashable, str]]:
    for name in entity.names:
        details = ", ".join(filter(None, (name.kind.value, name.script)))
        text = _one_line(name.text)
        yield (text, name.kind), f"{text} ({details})"


def _numbers(name: str) -> Callable[[Entity], Values]:
    """Numbers and codes, and ways to reach the party, with their types."""

    def values(entity: Entity) -> Iterator[tuple[Hashable, str]]:
        for item in getattr(entity, name):
            text = " ".join(filter(None, (item.type, _one_line(item.value), item.country)))
            yield text.casefold(), text

    return values


def _addresses(entity: Entity) -> Iterator[tuple[Hashable, str]]:
    for item in entity.addresses:
        text = _one_line(item.text or item.city or item.country or "")
        yield (_letters(text), item.country), text


def _relations(entity: Entity) -> Iterator[tuple[Hashable, str]]:
    for item in entity.relations:
        text = f"{item.type}: {_one_line(item.target)}"
        yield text, text


def _notes(entity: Entity) -> Iterator[tuple[Hashable, str]]:
    for note in entity.notes:
        text = _one_line(f"{note.label}: {note.text}")
        yield _letters(text), text


def _exactly(name: str) -> Field:
    """A field whose texts are codes and dates."""

    def values(entity: Entity) -> Values:
        found = getattr(entity, name)
        texts = found if isinstance(found, tuple) else (found,) if found else ()
        return [(text, text) for text in map(_one_line, texts)]

    return Field(name, values)


def _sentences(name: str) -> Callable[[Entity], Values]:
    """Texts of which only letters and digits count."""

    def values(entity: Entity) -> Values:
        return [(_letters(text), text) for text in map(_one_line, getattr(entity, name))]

    return values


FIELDS = (
    Field("names", _names),
    _exactly("kind"),
    Field("identifiers", _numbers("identifiers")),
    _exactly("programmes"),
    _exactly("legal_basis"),
    _exactly("listed_on"),
    _exactly("countries"),
    Field("addresses", _addresses),
    _exactly("birth_dates"),
    _exactly("circa"),
    Field("birth_places", _sentences("birth_places")),
    _exactly("nationalities"),
    _exactly("genders"),
    Field("contacts", _numbers("contacts")),
    Field("relations", _relations),
    Field("remarks", _sentences("remarks")),
    Field(NOTES, _notes),
)
"""Every field that is compared, the weightiest first. ``url`` is not: addresses of pages move."""


def _one_line(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _letters(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in folded if character.isalnum())
