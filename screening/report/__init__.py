"""Answers for people: tables on a terminal, pages, workbooks."""
