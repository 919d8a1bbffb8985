"""Hits that earlier versions kept, beside those of this one.

Evidence says what each row adds to the score; an answer kept before it did so is still the same
answer.
"""

from collections.abc import Mapping
from typing import Any


def without_contributions(hit: Mapping[str, Any]) -> dict[str, Any]:
    """A hit as it was kept before its rows said what they add to the score."""
    evidence = [
        {key: value for key, value in row.items() if key != "contribution"}
        for row in hit["evidence"]
    ]
    return {key: value for key, value in hit.items() if key != "base"} | {"evidence": evidence}


def without_party(hit: Mapping[str, Any]) -> dict[str, Any]:
    """A hit as it was kept before entries were joined to parties."""
    return {key: value for key, value in hit.items() if key != "party"}


def as_kept(now: Mapping[str, Any] | None, kept: Mapping[str, Any] | None) -> Any:
    """A hit with no more than a kept one can have."""
    if now is None or kept is None:
        return now
    if "found_by" not in kept:
        now = {key: value for key, value in now.items() if key != "found_by"}
    if "party" not in kept:
        now = without_party(now)
    return now if "base" in kept else without_contributions(now)
