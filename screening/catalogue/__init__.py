"""The lists and editions that a home has."""
