"""New editions taken in, and old ones dropped."""
