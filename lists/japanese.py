"""What the readers of Japanese lists share: which words are Japanese, dates, wide letters."""

import re
import unicodedata
from collections.abc import Iterator

_JAPANESE = re.compile(r"[\u3041-\u30fa\u30fd-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9d]")
_WIDE = re.compile(r"[\uff01-\uff5e\u3000]")
_DATE = re.compile(r"(\d{4})\s*年\s*(?:(\d{1,2})\s*月\s*(?:(\d{1,2})\s*日)?)?")
_YEARS = re.compile(r"(\d{4})\s*年?\s*(?:[-－–~〜～]|から)\s*(\d{4})\s*年")
_ISO = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)")
_DOTTED = re.compile(r"(?<!\d)(\d{4})[./](\d{1,2})[./](\d{1,2})(?!\d)")


def has_japanese(text: str) -> bool:
    """Whether there are kana or ideographs in it."""
    return bool(_JAPANESE.search(text))


def plain(text: str) -> str:
    """The text with the wide forms of Latin letters, digits and signs as narrow ones: Ａ is A."""
    return _WIDE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)


def dates_in(text: str) -> Iterator[str]:
    """Dates as ISO 8601, as exact as written; ``1955/1958`` for the years from one to another."""
    text = unicodedata.normalize("NFKC", text)
    for found in _YEARS.finditer(text):
        yield f"{found[1]}/{found[2]}"
    rest = _YEARS.sub(" ", text)
    for found in (*_DATE.finditer(rest), *_DOTTED.finditer(rest)):
        year, month, day = found.groups()
        yield "-".join([year, *(part.zfill(2) for part in (month, day) if part)])
    yield from (found[1] for found in _ISO.finditer(rest))
