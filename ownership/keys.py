"""Numbers under which a party is found again: of its identifiers and of its name."""

import re
import unicodedata
from collections.abc import Iterator
from hashlib import blake2b

from ownership.statements import OwnershipParty
from records import Identifier

_NOISE = re.compile(r"[\W_]+")


def identifier_keys(identifiers: tuple[Identifier, ...]) -> Iterator[int]:
    """One number for each identifier; an LEI or IMO number is the same in every country.

    A number without a country is found only by the same number without one: registers of two
    countries use the same numbers.
    """
    for one in identifiers:
        value = _NOISE.sub("", one.value).upper()
        if value:
            where = "" if one.type in {"lei", "imo"} else one.country or ""
            yield _hashed(f"{one.type}:{where}:{value}")


def name_key(name: str) -> int | None:
    """One number for a name whatever its case, accents and signs; None for a name without words."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    words = _NOISE.sub(" ", "".join(c for c in folded if not unicodedata.combining(c))).split()
    return _hashed("name:" + " ".join(words)) if words else None


def party_keys(party: OwnershipParty) -> tuple[int, ...]:
    """The numbers of what a party is known by."""
    return tuple(identifier_keys(party.identifiers))


def key_hash(key: str) -> int:
    """One number for a source's own key, by which it is found; several may have the same one."""
    return _hashed(f"key:{key}")


def _hashed(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8"), digest_size=8).digest(), "little") >> 1
