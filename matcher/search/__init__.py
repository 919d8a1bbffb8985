"""A query against all listed names."""
