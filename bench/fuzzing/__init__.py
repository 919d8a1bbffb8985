"""Files, names and tables made wrong on purpose, for every reader there is."""
