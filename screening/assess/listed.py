"""A name that is tried: from a list, or an ordinary one."""

import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from records import Kind, NameKind

_SCRIPTS = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "ARABIC": "Arab", "CJK": "Hani", "HANGUL": "Hang",
    "HEBREW": "Hebr", "GREEK": "Grek", "KATAKANA": "Kana", "HIRAGANA": "Kana", "THAI": "Thai",
    "FULLWIDTH": "Latn", "ARMENIAN": "Armn", "GEORGIAN": "Geor", "DEVANAGARI": "Deva",
}  # fmt: skip
OTHER = "Zyyy"
"""ISO 15924 for a text without letters, or of a script that is not told apart here."""
SHORT, MEDIUM = 10, 30
"""Characters up to which a name is short, and of medium length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedRecord:
    """One published name of one entry; or an ordinary name, which has no entry."""

    entity_id: str
    """Empty for an ordinary name, which no list has."""
    list: str
    kind: Kind
    name: str
    """As published, with single spaces."""
    strength: NameKind
    programme: str = ""
    country: str | None = None
    others: tuple[str, ...] = ()
    """The other names of the same entry, as published."""
    weight: float = 1.0
    """How many published names this one stands for."""

    @property
    def listed(self) -> bool:
        """Whether a list has it."""
        return bool(self.entity_id)

    @property
    def script(self) -> str:
        """ISO 15924 of most of its letters."""
        return script(self.name)

    @property
    def length(self) -> str:
        """``short``, ``medium`` or ``long``, by its characters."""
        count = len(self.name)
        return "short" if count <= SHORT else "medium" if count <= MEDIUM else "long"


@lru_cache(maxsize=1 << 17)
def script(text: str) -> str:
    """ISO 15924 of the script that most letters of a text are in; ``Zyyy`` where it has none."""
    count: Counter[str] = Counter()
    for letter in text:
        if letter.isalpha():
            first = unicodedata.name(letter, "?").split(" ")[0].split("-")[0]
            count[_SCRIPTS.get(first, OTHER)] += 1
    return count.most_common(1)[0][0] if count else OTHER
