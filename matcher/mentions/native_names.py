"""Listed names in Latin letters, by the words that a text in another script has to have."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from matcher.columnar.arrays import Groups, Strings
from matcher.index.index import NameIndex
from matcher.index.native_names import NativeName, native_name

# Sets of words whose names are kept.
REMEMBERED = 1 << 16


@dataclass(frozen=True, slots=True)
class NativeNames:
    """Names by the skeleton of the rarest word that each needs."""

    index: NameIndex
    rows: Mapping[str, int]
    """A number for each such skeleton."""
    names: Groups
    """The names' numbers by it."""
    wanted: frozenset[str]
    """All that names need, and all trade words besides."""
    _pointed: dict[frozenset[str], Sequence[NativeName]] = field(default_factory=dict)

    @classmethod
    def of(cls, index: NameIndex) -> "NativeNames":
        """Those that an index was built with."""
        arrays = index.arrays
        words = Strings(arrays["native_word_at"], arrays["native_word"])
        wanted = Strings(arrays["native_wanted_at"], arrays["native_wanted"])
        rows = {words[row]: row for row in range(len(words))}
        names = Groups(arrays["native_name_at"], arrays["native_name"])
        return cls(index, rows, names, frozenset(wanted[row] for row in range(len(wanted))))

    def pointed(self, parts: frozenset[str]) -> Sequence[NativeName]:
        """The names that words point to, in their order.

        Args:
            parts: of one ``Unit``.
        """
        names = self._pointed.get(parts)
        if names is None:
            if len(self._pointed) > REMEMBERED:
                self._pointed.clear()
            rows = [self.rows[part] for part in parts if part in self.rows]
            numbers = sorted({number for row in rows for number in self.names[row].tolist()})
            names = tuple(native_name(self.index, number) for number in numbers)
            self._pointed[parts] = names
        return names
