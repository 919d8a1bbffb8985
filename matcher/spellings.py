"""What is compared of words, as numbers: worked out once for each word, compared for many pairs.

Whether two spellings are the same is asked a hundred times for each that is worked out, so each
distinct one gets a number.
"""

from collections.abc import Sequence

from matcher.align import number_of
from matcher.arrays import Array
from matcher.columns import Column
from matcher.index import ROLES
from matcher.keys import skeleton, stem
from matcher.name import Word
from matcher.tables import Role
from matcher.word_keys import SHORTEST_STEMMED

LEGAL, STOP, NUMBER = (ROLES.index(role) for role in (Role.LEGAL, Role.STOP, Role.NUMBER))
_ROLE = {role: number for number, role in enumerate(ROLES)}


class Spellings:
    """The words met so far. A word is known by its row."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self.form, self.bones = Column(object), Column(object)
        self.form_number, self.bones_number = Column("i4"), Column("i4")
        self.stem_number, self.value_number = Column("i4"), Column("i4")
        """The second is that of the number which a word is (``xii`` is 12)."""
        self.concept_number, self.role = Column("i4"), Column("u1")
        """-1 for a word without a concept."""
        self.form_length, self.bones_length = Column("i4"), Column("i4")
        self.digits, self.consonantal = Column("?"), Column("?")

    def add(self, words: Sequence[Word]) -> int:
        """Take words in, whether they are there or not; returns the row of the first."""
        first = len(self.form)
        forms = [word.form for word in words]
        bones = list(map(skeleton, forms))
        self.form.extend(forms)
        self.bones.extend(bones)
        self.form_number.extend(self._numbered(forms))
        self.bones_number.extend(self._numbered(bones))
        self.stem_number.extend(list(map(self._stem, forms, bones)))
        self.value_number.extend(self._numbered([_value(word) for word in words]))
        self.concept_number.extend(
            [-1 if word.concept is None else self._number(word.concept) for word in words]
        )
        self.role.extend([_ROLE[word.role] for word in words])
        self.form_length.extend(list(map(len, forms)))
        self.bones_length.extend(list(map(len, bones)))
        self.digits.extend([form.isdigit() for form in forms])
        self.consonantal.extend([word.consonantal for word in words])
        return first

    def _stem(self, form: str, bones: str) -> int:
        return self._number(stem(form)) if len(bones) >= SHORTEST_STEMMED else -1

    def _numbered(self, spellings: Sequence[str]) -> list[int]:
        return list(map(self._number, spellings))

    def _number(self, spelling: str) -> int:
        return self._numbers.setdefault(spelling, len(self._numbers))

    def texts(self, column: Column, rows: Array) -> list[str]:
        """The spellings in a column of objects."""
        found: list[str] = column.values[rows].tolist()
        return found


def _value(word: Word) -> str:
    return number_of(word) if word.form[:1] in "ivx" else word.form
