"""What is to be tried: on which ground, how often, and what of it."""

from dataclasses import dataclass
from pathlib import Path
from random import Random


@dataclass(frozen=True, slots=True)
class Plan:
    """Each fault is given one."""

    ground: Path
    """A folder with a home and files, as ``ground.lay`` makes it; only to be read."""
    folder: Path
    """For what is made on the way."""
    tries: int
    """Of each fault for each command."""
    dice: Random
    only: frozenset[str]
    """Names of commands, or of servers; empty for all."""
