"""Lists kept current, and who is told of changes."""
