"""What a decision about a listed entity rests on: its names, identifiers, programmes, birth dates.

A false positive holds for as long as these do not change; a new address or remark does not matter.
The database keeps the basis in the columns ``entity_facets``.
"""

from records import Entity, canonical, digest

# Hexadecimal digits, 64 bits: two versions of one entry never meet by chance.
_DIGITS = 16
_KEPT_LATER = ("births",)
"""Parts that earlier versions did not keep, so that their coming is no change."""


def decision_basis(entity: Entity) -> str:
    """Each part as the start of its SHA-256: ``names=…;identifiers=…;…``."""
    parts = {
        "names": sorted({(name.text, name.kind.value) for name in entity.names}),
        "identifiers": sorted({(i.type, i.value, i.country or "") for i in entity.identifiers}),
        "programmes": sorted(set(entity.programmes)),
        **({"births": sorted(set(entity.birth_dates))} if entity.birth_dates else {}),
    }
    return ";".join(f"{key}={digest(canonical(value))[:_DIGITS]}" for key, value in parts.items())


def changed_parts(before: str, after: str) -> tuple[str, ...]:
    """The names of the parts that differ; a part may come and go."""
    old, new = (
        dict(part.split("=") for part in text.split(";") if part) for text in (before, after)
    )
    return tuple(
        key
        for key in {**new, **old}
        if old.get(key) != new.get(key) and not (key in _KEPT_LATER and key not in old)
    )
