"""Kinds of institution that the same party is given in turns: a design bureau is now an
*experimental* one, a production association was a *scientific and production* enterprise.

They are no translations of each other, and hardly contradict each other.
"""

_FAMILIES = (
    # Design bureaux: of experiments, special, central, of machine building.
    ("KB", "OKB", "SKB", "TSKB", "MKB"),
    # Research institutes: central, all-Russian.
    ("NII", "TSNII", "VNII"),
    # Associations, enterprises, corporations, centres and firms of science and production.
    ("NPO", "NPP", "NPK", "NPTS", "NPF", "PO"),
)
_NUMBER = {concept: number for number, family in enumerate(_FAMILIES) for concept in family}
# No family has this number.
NO_FAMILY = -1


def related_family(concept: str | None) -> int:
    """The number of the family to which a concept of the word tables belongs, or ``NO_FAMILY``."""
    return _NUMBER.get(concept, NO_FAMILY) if concept is not None else NO_FAMILY
