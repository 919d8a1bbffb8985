"""How much work one document may cost.

Most texts cost what their length costs. But a name that has hundreds of relatives on the lists, in
every one of a million cells, would keep the search busy for hours. What is done is counted, not
timed, so that the same document always ends at the same word, on any machine.
"""

from dataclasses import dataclass

import numpy as np

from matcher.columnar.arrays import Array

# Lookups of a listed name's word near a place of a text, each some tenths of a microsecond.
LOOKUPS = 30_000_000
# Comparisons, each some tenths of a millisecond, and hits. 10.6 million characters of ordinary
# documents in 29 languages, taken as one, need 42,000 of them; OFAC's whole list a million.
COMPARISONS = 150_000.0
# What an answer that was worked out before costs of one.
AGAIN = 0.05


@dataclass(slots=True)
class Work:
    """What is left of it."""

    lookups: int = LOOKUPS
    comparisons: float = COMPARISONS

    def look(self, costs: Array) -> int:
        """Take lookups.

        Args:
            costs: of things to be done one after the other.

        Returns:
            How many of them can be done.
        """
        sums = np.cumsum(costs, dtype=np.int64)
        done = int(np.searchsorted(sums, self.lookups, side="right"))
        self.lookups -= int(sums[done - 1]) if done else 0
        return done

    def compare(self, cost: float) -> bool:
        """Take a comparison, or a part of one; False where nothing is left."""
        self.comparisons -= cost
        return self.comparisons >= 0
