"""Says what a file is that is no list, so that a person knows what went wrong on the way."""

import re

NO_SUCH_KEY = re.compile(rb"<Error>.*?<Code>\s*([\w.-]+)\s*</Code>", re.DOTALL)
"""What OFAC's storage has sent with status 200 where the list should have been."""


def described_head(head: bytes) -> str:
    """What these first bytes of a file are, in a few words: "an HTML page", "empty"."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start:
        return "empty"
    lower = start[:1024].lower()
    if lower.startswith((b"<!doctype html", b"<html")) or b"<html" in lower:
        return f"an HTML page{_title(head)}"
    if error := NO_SUCH_KEY.search(start):
        return f"an XML error document ({error[1].decode('ascii', 'replace')})"
    if lower.startswith(b"<"):
        return "XML of another layout"
    if lower.startswith(b"%pdf"):
        return "a PDF"
    if lower.startswith((b"{", b"[")):
        return "JSON"
    if lower.startswith(b"pk\x03\x04"):
        return "a ZIP archive of several files"
    return "binary data" if b"\x00" in head else "text of another layout"


def _title(head: bytes) -> str:
    found = re.search(rb"<title[^>]*>\s*(.{1,80}?)\s*</title>", head, re.DOTALL | re.IGNORECASE)
    if not found:
        return ""
    return f" ({' '.join(found[1].decode('utf-8', 'replace').split())})"
