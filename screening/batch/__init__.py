"""A table of counterparties, of any length, against the lists.

One process reads the table and writes the results, others screen blocks of rows; the results
stand in the order of the rows. A run that writes to a file can be killed at any time and
resumed: nothing is lost, nothing comes twice (``spool.py``).
"""
