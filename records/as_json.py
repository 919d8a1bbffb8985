"""Records to JSON and back. Empty fields are left out, keys keep the order of the record, so the
same record is always the same line.
"""

import json
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache
from typing import Any, cast

from records.entity import (
    Address,
    Entity,
    Gender,
    Identifier,
    Kind,
    ListedName,
    NameKind,
    Note,
    Relation,
)

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def to_json(record: object) -> Any:
    """Turn a record into values that ``json`` can write.

    Args:
        record: a dataclass of this package, or a tuple, list, enum or scalar.

    Returns:
        A dict without the fields that are None or empty, or the scalar itself.
    """
    kind = type(record)
    if kind is str:
        return record
    if kind is tuple or kind is list:
        return [to_json(item) for item in cast("Iterable[object]", record)]
    if names := _field_names(cast("Hashable", kind)):
        pairs = ((name, getattr(record, name)) for name in names)
        return {name: to_json(value) for name, value in pairs if value is not None and value != ()}
    return record.value if isinstance(record, Enum) else record


@lru_cache(maxsize=64)
def _field_names(kind: Hashable) -> tuple[str, ...]:
    """Cached: a list has hundreds of thousands of records of seven kinds."""
    if not (isinstance(kind, type) and is_dataclass(kind)):
        return ()
    return tuple(field.name for field in fields(kind))


def entity_line(entity: Entity) -> str:
    """One entity as one line of JSON, without the line end."""
    return _encode(to_json(entity))


def entity_from_json(data: Mapping[str, Any]) -> Entity:
    """The inverse of ``to_json`` for an entity.

    Raises:
        KeyError, ValueError: the data is not an entity that ``to_json`` wrote.
    """
    return Entity(
        id=data["id"],
        kind=Kind(data["kind"]),
        names=tuple(
            ListedName(
                text=name["text"],
                kind=NameKind(name["kind"]),
                script=name.get("script"),
                language=name.get("language"),
                parts=_notes(name, "parts"),
                notes=_notes(name),
            )
            for name in data.get("names", ())
        ),
        identifiers=_identifiers(data, "identifiers"),
        addresses=tuple(
            Address(
                text=item.get("text", ""),
                city=item.get("city"),
                country=item.get("country"),
                notes=_notes(item),
            )
            for item in data.get("addresses", ())
        ),
        countries=tuple(data.get("countries", ())),
        birth_dates=tuple(data.get("birth_dates", ())),
        circa=tuple(data.get("circa", ())),
        birth_places=tuple(data.get("birth_places", ())),
        nationalities=tuple(data.get("nationalities", ())),
        genders=tuple(map(Gender, data.get("genders", ()))),
        contacts=_identifiers(data, "contacts"),
        programmes=tuple(data.get("programmes", ())),
        legal_basis=tuple(data.get("legal_basis", ())),
        listed_on=data.get("listed_on"),
        remarks=tuple(data.get("remarks", ())),
        relations=tuple(
            Relation(type=item["type"], target=item["target"], notes=_notes(item))
            for item in data.get("relations", ())
        ),
        url=data.get("url"),
        notes=_notes(data),
    )


def _identifiers(data: Mapping[str, Any], key: str) -> tuple[Identifier, ...]:
    return tuple(
        Identifier(
            type=item["type"],
            value=item["value"],
            country=item.get("country"),
            notes=_notes(item),
        )
        for item in data.get(key, ())
    )


def _notes(data: Mapping[str, Any], key: str = "notes") -> tuple[Note, ...]:
    return tuple(Note(label=note["label"], text=note["text"]) for note in data.get(key, ()))
