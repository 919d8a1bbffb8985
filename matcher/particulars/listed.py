"""The particulars of listed parties, as the index keeps them: a line each, read when needed."""

import json
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import Annotated, NamedTuple, TypedDict

from matcher.columnar.arrays import Array, Strings
from matcher.particulars.births import ABOUT
from records import Address, Entity


class Particulars(NamedTuple):
    """What a list says of a party beside names and numbers."""

    births: tuple[str, ...] = ()
    """ISO 8601, with ``~`` behind what is approximate."""
    birth_places: tuple[str, ...] = ()
    nationalities: tuple[str, ...] = ()
    genders: tuple[str, ...] = ()
    addresses: tuple[Address, ...] = ()


class ParticularArrays(TypedDict):
    """One line for each party; empty where nothing is known."""

    particulars: Annotated[Array, "u1"]
    particulars_at: Annotated[Array, "i8"]


def particular_arrays(lines: Iterable[str]) -> ParticularArrays:
    """The arrays of what ``line_of`` says of each entity, in the index's order."""
    kept = Strings.of(list(lines))
    return {"particulars": kept.data, "particulars_at": kept.offsets}


def particulars_of(entity: Entity) -> Particulars:
    """What an entry says."""
    return Particulars(
        tuple(f"{day}{ABOUT}" if day in entity.circa else day for day in entity.birth_dates),
        entity.birth_places,
        entity.nationalities,
        tuple(gender.value for gender in entity.genders),
        entity.addresses,
    )


def joined(entries: Iterable[Particulars]) -> Particulars:
    """What several entries of one party say together."""
    columns = zip(*entries, strict=True)
    return Particulars(*(tuple(dict.fromkeys(chain.from_iterable(one))) for one in columns))


def line_of(entity: Entity) -> str:
    """What is kept of an entity."""
    *most, addresses = particulars_of(entity)
    said = [*most, [(one.text, one.city, one.country) for one in addresses]]
    return json.dumps(said, ensure_ascii=False) if any(said) else ""


@lru_cache(maxsize=1 << 12)
def read_line(line: str) -> Particulars:
    """The inverse of ``line_of``."""
    if not line:
        return Particulars()
    births, birth_places, nationalities, genders, addresses = json.loads(line)
    return Particulars(
        tuple(births),
        tuple(birth_places),
        tuple(nationalities),
        tuple(genders),
        tuple(Address(text=text, city=city, country=code) for text, city, code in addresses),
    )
