"""Arrays on disk and in memory, and what is worked out on whole columns of them."""
