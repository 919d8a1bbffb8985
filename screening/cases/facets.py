"""What of a listed entry a decision rests on: its names, identifiers and programmes.

A false positive holds as long as these stay what they were; a new address or remark leaves it be.
"""

from records import Entity, canonical, digest

_DIGITS = 16


def facets_of(entity: Entity) -> str:
    """The entry's facets, each as the beginning of its SHA-256: ``names=…;identifiers=…;…``."""
    facets = {
        "names": sorted({(name.text, name.kind.value) for name in entity.names}),
        "identifiers": sorted({(i.type, i.value, i.country or "") for i in entity.identifiers}),
        "programmes": sorted(set(entity.programmes)),
    }
    return ";".join(f"{key}={digest(canonical(value))[:_DIGITS]}" for key, value in facets.items())


def changed_facets(before: str, after: str) -> tuple[str, ...]:
    """The names of the facets that differ."""
    old, new = (dict(part.split("=") for part in text.split(";")) for text in (before, after))
    return tuple(key for key in new if old.get(key) != new[key])
