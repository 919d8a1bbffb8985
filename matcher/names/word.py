"""A word of a name, and a name taken apart into its words."""

from collections.abc import Callable
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from matcher.lexicon.tables import Role

WordKey = tuple[str, Role, str | None, bool]
IDLE = frozenset({Role.LEGAL, Role.STOP})
"""What words do that tell nothing."""


class Word(NamedTuple):
    """A word of a name, or a phrase that stands for one thing. (A tuple is made three times as
    quickly as a dataclass, and there are millions.)
    """

    start: int
    """Code points of the name before it."""
    end: int
    form: str
    """In ``a-z0-9``, the words of a phrase with a space between; what is compared."""
    role: Role
    concept: str | None = None
    """What a phrase of the tables stands for, in any language."""
    consonantal: bool = False
    """Read from a script that leaves vowels out."""

    @property
    def is_content(self) -> bool:
        """Whether the word is more than a legal form or a stopword."""
        return self[3] not in IDLE

    @property
    def key(self) -> WordKey:
        """What tells two words apart, wherever they stand."""
        return key_of(self)

    @staticmethod
    def of(key: WordKey, start: int, end: int) -> "Word":
        """The word of a key at a place. (A NamedTuple's own way to be made takes twice as long.)"""
        return _new(Word, (start, end) + key)  # noqa: RUF005 - unpacking takes longer

    def at(self, start: int, end: int) -> "Word":
        """The same word at another place."""
        return _new(Word, (start, end) + self[2:])  # noqa: RUF005

    def moved(self, by: int) -> "Word":
        """The word so many code points further on."""
        return self._replace(start=self.start + by, end=self.end + by)

    @property
    def term(self) -> str:
        """What counts as the same word: its concept where it has one, else its form."""
        return f"={self.concept}" if self.concept else self.form


_new = tuple.__new__
key_of: Callable[[Word], WordKey] = itemgetter(slice(2, None))
"""``Word.key`` as a function, for where words are met by the million: all but the first two fields,
which say where the word stands."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written, and its words in their order."""

    text: str
    words: tuple[Word, ...]

    @property
    def bag(self) -> tuple[str, ...]:
        """All its words in no order, phrases taken apart."""
        return tuple(sorted(part for word in self.words for part in word.form.split(" ")))

    @property
    def core(self) -> tuple[str, ...]:
        """Its words in no order, without legal forms and stopwords."""
        return tuple(sorted(word.form for word in self.words if word.is_content))
