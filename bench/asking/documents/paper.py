"""A document that is screened."""

from dataclasses import dataclass

SENTENCE = "The cargo was ordered from {n} in March."


@dataclass(frozen=True, slots=True)
class Paper:
    """One document with the name in one place."""

    kind: str
    """The format, as the table groups it."""
    place: str
    suffix: str
    data: bytes


def sentence(name: str) -> str:
    """The name in running text."""
    return SENTENCE.format(n=name)
