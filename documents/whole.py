"""Whether a text of a format that says where it ends has its end: payment messages, interchanges,
calendars, JSON. What is cut is read as far as it goes, and is not clear.
"""

import re

_SWIFT = re.compile(r"\A\s*\{1:F\d{2}")
_EDIFACT = re.compile(r"\A\s*(?:UNA.{6}\s*)?UNB\+", re.DOTALL)
_EDIFACT_END = re.compile(r"\bUNZ\+\d")
_X12 = re.compile(r"\A\s*ISA(.)\d\d\1")
_JSON = re.compile(r'\A\s*(?:\[\s*)?\{\s*"[^"\n]{0,200}"\s*:')
_IN_QUOTES = re.compile(r'"(?:[^"\\]|\\.)*"')
_FOLDED = ("VCALENDAR", "VCARD")
_CUT = "the {} ends too early: what stood behind its last words was not read. Is it whole?"


def cut_short(text: str) -> str | None:
    """What is said of a text that lacks its end, if it does."""
    what = _cut(text)
    return _CUT.format(what) if what else None


def _cut(text: str) -> str | None:
    if _SWIFT.match(text) and text.count("{4:") > text.count("-}"):
        return "SWIFT message"
    if _EDIFACT.match(text) and not _EDIFACT_END.search(text):
        return "interchange (EDIFACT)"
    if (x12 := _X12.match(text)) and f"IEA{x12[1]}" not in text:
        return "interchange (X12)"
    if _JSON.match(text):
        signs = _IN_QUOTES.sub("", text)
        if signs.count("{") + signs.count("[") > signs.count("}") + signs.count("]"):
            return "JSON file"
    for kind in _FOLDED:
        if text.startswith(f"BEGIN:{kind}") and text.count("BEGIN:" + kind) > text.count(
            "END:" + kind
        ):
            return "file of appointments or addresses"
    return None
