"""A table of counterparties, of any length, against the lists.

One process reads the table and writes the results, others screen blocks of rows; the results
stand in the order of the rows. A run that writes to a file can be killed at any time and gone on
with: nothing is lost, nothing comes twice (``spool.py``).
"""

from screening.batch.run import Keeper, Progress, Runner, batch, plan, with_workers
from screening.batch.summary import Run, in_words, status

__all__ = [
    "Keeper",
    "Progress",
    "Run",
    "Runner",
    "batch",
    "in_words",
    "plan",
    "status",
    "with_workers",
]
