"""The inverted index of the listed names."""
