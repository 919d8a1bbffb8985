"""Answers as JSON and CSV, and as they were kept by earlier versions."""
