"""Customer tables: which column is what, and a row as a counterparty."""
