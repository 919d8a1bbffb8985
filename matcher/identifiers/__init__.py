"""Registration numbers and the like: recognised, checked, looked up."""
