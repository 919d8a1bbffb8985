"""How figures are written in reports."""

from collections.abc import Mapping
from math import floor
from typing import Any

from screening.assess.statistics import Rate
from screening.assess.trials import DOCUMENT, PAYMENT, ROW

CALLED = {ROW: "rows of a table", PAYMENT: "payment messages", DOCUMENT: "documents"}
"""The ways in beside names one by one."""


def percent(rate: Rate) -> str:
    """``93.4 % (91.0 to 95.2)``; a dash where nothing was tried."""
    if not rate.trials:
        return "–"
    return f"{rate.rate:.1%} ({rate.low * 100:.1f} to {rate.high * 100:.1f})"


def share(rate: Rate) -> str:
    """``93.4 %`` of so many; a dash where nothing was tried."""
    return f"{rate.rate:.1%} of {rate.trials:,}" if rate.trials else "–"


def editions(facts: Mapping[str, Any]) -> list[str]:
    """``eu_fsf 2026-08-22 (732a1d5c2546)``, one for each list."""
    return [
        f"{name} {edition or '-'} ({digest[:12]})" for name, edition, digest in facts["editions"]
    ]


def settings(facts: Mapping[str, Any]) -> str:
    """The settings in one line."""
    kinds = ", ".join(facts["kinds"]) if facts["kinds"] else "all"
    return (
        f"threshold {facts['threshold']:.2f}, at most {facts['limit']} hits, kinds: {kinds}; "
        f"seed {facts['seed']}, {facts['sample']:,} of {facts['published']:,} published names, "
        f"at most {facts['per_way']} trials a way"
    )


def rounded_down(score: float) -> str:
    """A score with two digits; what is just below a threshold does not look as if it reached it."""
    return f"{floor(round(score * 100, 4)) / 100:.2f}"
