"""What a kind of answer is made of, whatever form it is printed in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T")
Cell = str | int | float | None


def _nothing(record: object) -> str | None:  # noqa: ARG001 (has to take what the others take)
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape(Generic[T]):
    """How one kind of answer becomes JSON and rows, and what it means for the exit status.

    Tables for people are in ``tables.PRINTERS`` under ``name``: they need rich, which programs
    that read JSON should not wait for.
    """

    name: str
    as_json: Callable[[T], dict[str, Any]]
    columns: tuple[str, ...]
    as_rows: Callable[[T], Iterable[tuple[Cell, ...]]]
    status: Callable[[T], int]
    """0 nothing found, 3 hits to review, 1 no answer; the highest of all answers counts."""
    warning: Callable[[T], str | None] = _nothing
    """What standard error must say when the form is one for programs."""
