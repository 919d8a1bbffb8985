"""Places under embargo, and listed addresses, found in addresses."""
