"""What the index knows of the listed parties beside their names: identifiers and countries."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Annotated, NamedTuple, TypedDict

import numpy as np

from matcher.columnar.arrays import Array, Lookup, Strings
from matcher.identifiers.contacts import CONTACTS
from matcher.identifiers.recognise import GENERAL, SHORTEST, UNIQUE, normal_of, refined, same_sort
from matcher.lexicon.keys import hashed
from records import Entity, Identifier

# Publishers' own file numbers are theirs alone; short register numbers are several countries'.
_NOT_THE_PARTYS = frozenset({"eu_reference", "un_reference", "unlocode", "ticker"})
# Up to seven digits registers of several countries number from one, so they meet by chance.
_LONG_ENOUGH = 8
# Numbers that no two registers give twice.
EVERYWHERE = frozenset({"imo", "mmsi", "lei", "bic", "crypto", "isin", "inn", "ogrn", "uscc"})


class Listed(NamedTuple):
    """An identifier of a listed party."""

    entity: int
    type: str
    """Refined."""
    value: str
    """In normal form."""
    country: str | None
    published: str


class Registered(NamedTuple):
    """What is kept of one entity."""

    identifiers: tuple[tuple[str, str, str | None], ...]
    """Refined type, value as published, country."""
    countries: tuple[str, ...]


class RegisterArrays(TypedDict):
    """What is kept of the parties' identifiers and countries; with the type of each array."""

    id_hash: Annotated[Array, "u4"]
    """Of the identifiers' normal forms, sorted; and the row of each."""
    id_row: Annotated[Array, "i4"]
    id_entity: Annotated[Array, "i4"]
    """For each row whose it is, rising."""
    id_type: Annotated[Array, "u2"]
    id_country: Annotated[Array, "u2"]
    """Who gave it: two letters as one number; 0 where that is not known."""
    id_text: Annotated[Array, "u1"]
    id_text_at: Annotated[Array, "i8"]
    country: Annotated[Array, "u2"]
    """Of all entities, in a row; ``country_at`` says where each one's begin."""
    country_at: Annotated[Array, "i8"]


class Registers:
    """Views of the index's arrays."""

    def __init__(self, arrays: RegisterArrays, types: Sequence[str]) -> None:
        self._arrays, self._types = arrays, types
        self._known = GENERAL | UNIQUE.keys() | EVERYWHERE | CONTACTS | {"passport", *types}
        self._lookup = Lookup(arrays["id_hash"], arrays["id_row"])
        self._published = Strings(arrays["id_text_at"], arrays["id_text"])

    @cached_property
    def _hashes(self) -> frozenset[int]:
        """Those of all values: a text asks for each of its numbers."""
        return frozenset(self._arrays["id_hash"].tolist())

    def having(self, kind: str, value: str, country: str | None) -> list[Listed]:
        """The parties that are known by an identifier, in the index's order.

        Args:
            kind: its type; empty, or one that nobody knows, for any.
            value: as written.
            country: whose authority gave it, if that is known.
        """
        value = normal_of(kind, value)
        kind = refined(kind if kind in self._known else "", value)
        found = self._lookup.find([hashed("n", value)]).tolist() if value else []
        listed = (self._row(row) for row in found)
        return [one for one in listed if one.value == value and _decides(kind, country, one)]

    def may_have(self, value: str) -> bool:
        """Whether a party may be known by a value in normal form; seldom wrong."""
        return hashed("n", value) in self._hashes

    def of(self, entity: int) -> Iterator[Listed]:
        """The identifiers of a party."""
        owners = self._arrays["id_entity"]
        first, last = np.searchsorted(owners, [entity, entity + 1]).tolist()
        return (self._row(row) for row in range(first, last))

    def countries(self, entity: int) -> tuple[str, ...]:
        """The countries that the publisher ties a party to, ISO 3166-1 alpha-2 in lower case."""
        at = self._arrays["country_at"]
        codes = self._arrays["country"][at[entity] : at[entity + 1]].tolist()
        return tuple(chr(code >> 8) + chr(code & 255) for code in codes)

    def _row(self, row: int) -> Listed:
        kind = self._types[int(self._arrays["id_type"][row])]
        code = int(self._arrays["id_country"][row])
        published = self._published[row]
        value = normal_of(kind, published)
        country = chr(code >> 8) + chr(code & 255) if code else None
        return Listed(int(self._arrays["id_entity"][row]), kind, value, country, published)


def _decides(kind: str, country: str | None, listed: Listed) -> bool:
    if kind in CONTACTS or listed.type in CONTACTS:
        return kind == listed.type
    if not same_sort(kind, listed.type):
        return False
    if listed.type in EVERYWHERE:
        return True
    if country and listed.country:
        return country == listed.country
    return len(listed.value) >= _LONG_ENOUGH or kind == listed.type == "passport"


def register_arrays(entities: Iterable[Registered]) -> tuple[RegisterArrays, tuple[str, ...]]:
    """The arrays that ``Registers`` reads, and the types by their number.

    Args:
        entities: what ``registered`` says of each, in the index's order.
    """
    types: dict[str, int] = {}
    owner: list[int] = []
    kinds: list[int] = []
    texts: list[str] = []
    hashes: list[int] = []
    givers: list[int] = []
    country_at, codes = [0], list[int]()
    for number, entity in enumerate(entities):
        for kind, value, country in entity.identifiers:
            owner.append(number)
            kinds.append(types.setdefault(kind, len(types)))
            texts.append(value)
            hashes.append(hashed("n", normal_of(kind, value)))
            givers.append(_code(country))
        codes.extend(map(_code, entity.countries))
        country_at.append(len(codes))
    lookup, published = Lookup.of(hashes, range(len(hashes))), Strings.of(texts)
    arrays: RegisterArrays = {
        "id_hash": lookup.hashes,
        "id_row": lookup.values,
        "id_entity": np.array(owner, dtype=np.int32),
        "id_type": np.array(kinds, dtype=np.uint16),
        "id_country": np.array(givers, dtype=np.uint16),
        "id_text": published.data,
        "id_text_at": published.offsets,
        "country": np.array(codes, dtype=np.uint16),
        "country_at": np.array(country_at, dtype=np.int64),
    }
    return arrays, tuple(types)


def registered(entity: Entity) -> Registered:
    """What is kept of an entity: identifiers that can tell it from others, and its countries."""
    kept = dict.fromkeys(
        (_refined(one), one.value, one.country)
        for one in (*entity.identifiers, *entity.contacts)
        if one.type not in _NOT_THE_PARTYS and _tells(normal_of(one.type, one.value))
    )
    return Registered(tuple(kept), entity.countries)


def _refined(one: Identifier) -> str:
    return refined(one.type, normal_of(one.type, one.value))


def _tells(value: str) -> bool:
    return len(value) >= SHORTEST and (len(set(value)) > 1)


def _code(country: str | None) -> int:
    if not country or len(country) != 2 or not country.isascii():
        return 0
    return ord(country[0]) << 8 | ord(country[1])


def contradicts(kind: str, value: str, listed: Iterable[Listed]) -> Listed | None:
    """A listed identifier of the same unique type when none of them is the one asked for.

    Args:
        kind: type of the identifier asked for.
        value: in normal form.
        listed: the identifiers of one party.
    """
    kind = refined(kind, value)
    if kind not in UNIQUE or not UNIQUE[kind](value):
        return None
    others = [one for one in listed if one.type == kind and UNIQUE[kind](one.value)]
    return others[0] if others and all(one.value != value for one in others) else None
