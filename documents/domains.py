"""Who an address belongs to: the name in the domain of a mail or web address, as words. A text that
says ``info@sovcomflot.ru`` names Sovcomflot, though in small letters and with signs around it.
"""

import re
from collections.abc import Iterable, Iterator

from records import Passage

_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_DOMAIN = re.compile(
    rf"(?<![\w.-])(?:[\w.+%-]{{1,64}}@)?((?:{_LABEL}\.){{1,6}}([^\W\d_]{{2,24}}))(?![\w-])"
)
# Behind these, and below www, any ending is one of a domain; a bare ``name.py`` may be a file.
_CERTAIN = re.compile(r"@|\bwww\.", re.IGNORECASE)
_ENDINGS_OF_FILES = {
    "py", "rs", "pl", "sh", "md", "cc", "so", "ps", "ai", "vb", "mm", "ml", "hs", "lua", "pm", "st",
}  # fmt: skip
_ENDINGS = {"com", "org", "net", "info", "biz", "gov", "edu", "int", "рф", "бел", "中国", "online"}
# What is registered below a country by everyone: ``co.uk``, ``com.cn``, ``gov.ir``.
_SHARED = {"co", "com", "org", "net", "gov", "edu", "ac", "or", "ne", "go", "gob", "gouv", "mil"}
_LEAST = 4


def as_passages(passages: Iterable[Passage], end: int | None) -> Iterator[Passage]:
    """The names in the domains of a document, each once.

    Args:
        passages: the document's.
        end: code points of its text, behind which the names are put; None where there is none.
    """
    seen: set[str] = set()
    for domain in (domain for passage in passages for domain in _domains(passage.text)):
        words = _owner(domain)
        if len(words) >= _LEAST and words not in seen:
            seen.add(words)
            start = 0 if end is None else end + 1
            yield Passage(text=words, start=start, place=f"domain {domain}")
            end = start + len(words)


def _domains(text: str) -> Iterator[str]:
    if "." not in text:
        return
    for found in _DOMAIN.finditer(text):
        ending = found[2].lower()
        country = len(ending) == 2 and ending not in _ENDINGS_OF_FILES
        before = text[max(0, found.start() - 3) : found.start()]
        if country or ending in _ENDINGS or before == "://" or _CERTAIN.search(found[0]):
            yield found[1].lower()


def _owner(domain: str) -> str:
    """The words of the part that somebody registered: ``Mahan Air`` of ``www.mahan-air.co.ir``."""
    labels = domain.split(".")[:-1]
    if len(labels) > 1 and labels[-1] in _SHARED and len(domain.rpartition(".")[2]) == 2:
        labels.pop()
    return " ".join(word.capitalize() for word in re.split(r"[-_]+", labels[-1]) if word)
