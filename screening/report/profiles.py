"""Screening profiles, as every form prints them."""

from typing import Any

from records import Profile
from records.as_json import to_json
from screening.answers.shape import Cell, Shape

_STATES = {(True, False): "in force", (False, True): "waits for a second person"}


def state_of(profile: Profile) -> str:
    """Where a version stands, in words."""
    return _STATES.get((profile.in_force, profile.waits), "earlier")


def profile_json(profile: Profile) -> dict[str, Any]:
    """One version."""
    rules = to_json(profile.rules)
    return {
        "profile": profile.id,
        "state": state_of(profile).replace(" ", "_"),
        "threshold": rules.get("threshold"),
        "lists": rules.get("lists"),
        "kinds": rules.get("kinds"),
        "leaves_out": rules.get("leaves_out", []),
        "reason": profile.reason,
        "author": profile.author,
        "at": profile.at,
        "approved_by": profile.approved_by,
        "approved_at": profile.approved_at,
    }


_COLUMNS = (
    "profile", "state", "threshold", "lists", "kinds", "leaves_out", "reason", "author", "at",
    "approved_by", "approved_at",
)  # fmt: skip


def profile_row(profile: Profile) -> tuple[Cell, ...]:
    """One version as cells, in the order of ``PROFILES.columns``."""
    found = profile_json(profile)
    cells = (found[column] for column in _COLUMNS)
    return tuple("; ".join(cell) if isinstance(cell, list) else cell for cell in cells)


PROFILES: Shape[Profile] = Shape(
    name="profiles",
    as_json=profile_json,
    columns=_COLUMNS,
    as_rows=lambda profile: [profile_row(profile)],
    status=lambda _: 0,
)
