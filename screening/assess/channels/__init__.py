"""The ways in: names one by one, rows of a table, payment messages, documents."""
