"""List editions and their index, opened for answers."""
