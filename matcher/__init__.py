"""Names: taken apart, searched for, compared, explained. No network, no clock, no store."""
