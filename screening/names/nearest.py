"""What comes nearest where no name reaches the threshold.

"Nothing" and "nothing, but these were close" are different answers to a person who looks: the
second is a reason to check the spelling, or to ask for a birth date. For programs nothing changes.
"""

from dataclasses import replace

from records import NameAnswer, Query, Settings
from screening.engine.engine import Engine
from screening.names.match import match_queries

BELOW = 0.3
"""So far below the threshold names still have something in common that a person can judge."""
# Names that a person can take in at once. A choice.
MOST = 5


def nearest(engine: Engine, query: Query, settings: Settings) -> NameAnswer:
    """The nearest entities below the threshold, best first.

    Args:
        engine: the list editions to look on.
        query: a party that has no hit at the threshold.
        settings: what it was screened with.
    """
    wide = replace(settings, threshold=max(0.0, settings.threshold - BELOW), limit=MOST)
    (answer,) = match_queries(engine, [query], wide)
    # A hit says what it is at the threshold that was asked for: nothing to decide on.
    return replace(answer, settings=settings)
