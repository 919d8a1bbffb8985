"""What was answered, kept: replayed, exported, proved."""
