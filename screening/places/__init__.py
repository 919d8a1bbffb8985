"""Where parties are: regions under embargo, watched countries, listed addresses."""
