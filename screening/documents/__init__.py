"""Documents and files of them, screened."""
