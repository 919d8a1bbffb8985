"""New editions ingested, old ones dropped."""
