"""Names that somebody asks for, screened."""
