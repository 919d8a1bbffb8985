"""What countries people mean by what they write: names in any language, codes, names of before.

A customer's country may speak against a hit, so a text that is not understood must never be taken
for a country that is another than the list's. ``understood`` says which words it could not read;
whoever asks decides whether to refuse them or to look everywhere. Publishers' files are read by
``lists.countries``, whose table gives one code for a name, as the publisher means it.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from lists.countries import country_code, is_country_code

DATA = Path(__file__).parent / "data"
_BETWEEN = re.compile(r"\s*[;|,/\n]\s*")
_BRACKETS = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<more>[^()]*)\)\s*$")
_LABEL = re.compile(r"^\w+:\s+(?=\S)")
_NOW = re.compile(r"^.*\b(?:currently|now|today)\b\s+(?=\S)", re.IGNORECASE)
_BEFORE = re.compile(r"^(?:the\s+)?(?:former(?:ly)?|ex)\b[\s-]+(?=\S)", re.IGNORECASE)
# What a state calls itself beside its name: "Kingdom of Spain". What the name alone leaves open
# ("Republic of Korea") stands in the tables, which come first.
_FORMAL = re.compile(
    r"^(?:the\s+)?(?:[\w'’]+\s+){0,3}?(?:"
    r"(?:republic|kingdom|states?|principality|sultanate|commonwealth|emirate|federation|union|"
    r"grand duchy)\s+of\s+(?:the\s+)?|"
    r"(?:république|royaume|principauté|república|reino|principado|repubblica|regno)"
    r"(?:\s+\w+){0,2}?\s+(?:d['’]|(?:des?|du|del|della?|d[oa]|di)\s+)(?:la\s+|l['’])?|"
    r"(?:\w*republik|königreich|fürstentum|sultanat|republiek|koninkrijk|república|repubblica|"
    r"republika|республика|королевство)\s+)(?=\S)",
    re.IGNORECASE,
)
_ACCENTS = re.compile("[\u0300-\u036f]")
_FILLING = frozenset({"the", "of", "and"})
_SHORT = {
    "st": "saint", "rep": "republic", "dem": "democratic", "fed": "federation", "is": "islands",
}  # fmt: skip
_NO_COUNTRIES = frozenset({"zz"})
"""What ``lists.countries`` has for publishers' files alone: "Global"."""


@dataclass(frozen=True, slots=True)
class Countries:
    """What a text says of countries."""

    codes: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2 in lower case, each once, in the order of the text; several for words that
    leave it open (Korea) or for a country that became several (USSR)."""
    unknown: tuple[str, ...] = ()
    """The parts that were not understood, as they were written."""


def understood(texts: str | Sequence[str]) -> Countries:
    """What one text, or several, say of countries: names in any language, alpha-2, alpha-3 or
    numeric codes, several between ``;``, ``|``, ``,`` or ``/``.
    """
    found: dict[str, None] = {}
    unknown: dict[str, None] = {}
    for text in [texts] if isinstance(texts, str) else texts:
        said = _understood(" ".join(text.split()) if "\n" not in text else text.strip())
        found |= dict.fromkeys(said.codes)
        unknown |= dict.fromkeys(said.unknown)
    return Countries(tuple(found), tuple(unknown))


@lru_cache(maxsize=4096)
def _understood(text: str) -> Countries:
    if codes := _codes(text):
        return Countries(codes)
    parts = [part for part in _BETWEEN.split(text) if part]
    found = understood(parts) if len(parts) > 1 else Countries()
    if found.codes or not text:
        return found
    return Countries(unknown=(text,))


def _codes(text: str) -> tuple[str, ...]:
    """The codes of a text that is one country; empty for any other."""
    for written in _ways(text):
        found = _words().get(key(written)) or _one(written) or _names().get(key(written))
        if found:
            return found
    return ()


def _one(text: str) -> tuple[str, ...]:
    """The code that a text is, or that the publishers' table has for it."""
    is_code = len(text) == 2 and is_country_code(text.upper())
    code = text.lower() if is_code else country_code(text)
    return (code,) if code and code not in _NO_COUNTRIES else ()


def _ways(text: str) -> Iterator[str]:
    """A text, and the ways in which it may be another one's: the surest first."""
    yield text
    if found := _BRACKETS.match(text):
        yield f"{found['more']} {found['name']}"
        yield found["name"]
    name, comma, rest = text.partition(",")
    if comma:
        yield f"{rest} {name}"
    for beside in (_LABEL, _NOW, _BEFORE, _FORMAL):
        shorter = beside.sub("", text)
        if shorter != text:
            yield from _ways(shorter)


def key(name: str) -> str:
    """A name for looking up: letters, marks and digits alone, without case, accents and filling
    words, so that ``Guinea-Bissau`` is ``guinea bissau``.
    """
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", name.casefold()))
    plain = re.sub("['’ʼ`.]", "", plain).replace("ß", "ss")
    words = "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in plain).split()
    telling = [word for word in words if word not in _FILLING] or words  # AND is Andorra
    return "".join(_SHORT.get(word, word) for word in telling)


@cache
def _words() -> dict[str, tuple[str, ...]]:
    return _table(DATA / "country_words.tsv")


@cache
def _names() -> dict[str, tuple[str, ...]]:
    return _table(DATA / "country_names.tsv")


def _table(path: Path) -> dict[str, tuple[str, ...]]:
    """Lines of codes, a tab, and names with tabs between them."""
    found: dict[str, tuple[str, ...]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            codes, *names = line.split("\t")
            found |= dict.fromkeys(map(key, names), tuple(codes.split()))
    return found
