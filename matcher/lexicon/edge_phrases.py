"""Phrases of which it is asked whether a text ends or begins with one, whatever its capitals.

A regular expression of hundreds of phrases tries them one by one at each word; here each length
that they have is looked up once.
"""

from collections.abc import Iterable, Iterator

_SPACES = frozenset(" \u00a0")


class EdgePhrases:
    """Phrases as they stand beside a name, with one space between."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Take phrases in any letters."""
        self._phrases = frozenset(map(_folded, phrases))
        self._lengths = sorted({len(phrase) for phrase in self._phrases})

    def __contains__(self, word: str) -> bool:
        """Whether a word is one of them."""
        return _folded(word) in self._phrases

    def __iter__(self) -> Iterator[str]:
        """Each of them, in small letters."""
        return iter(self._phrases)

    def ends(self, before: str) -> bool:
        """Whether what stands before a name ends with one, be it with a full stop: ``St. ``."""
        if before[-1:] not in _SPACES:
            return False
        last = self._lengths[-1]
        text = _folded(before[-last - 3 : -1])
        return self._ends(text) or (text.endswith(".") and self._ends(text[:-1]))

    def _ends(self, text: str) -> bool:
        phrases, end = self._phrases, len(text)
        for length in self._lengths:
            start = end - length
            if start < 0:
                break
            if text[start:] in phrases and not (start and _is_of_a_word(text[start - 1])):
                return True
        return False

    def begins(self, after: str) -> bool:
        """Whether what stands behind a name begins with one."""
        if after[:1] not in _SPACES:
            return False
        text = _folded(after[1 : self._lengths[-1] + 2])
        phrases, end = self._phrases, len(text)
        for length in self._lengths:
            if length > end:
                break
            if text[:length] in phrases and not (length < end and _is_of_a_word(text[length])):
                return True
        return False


def _folded(text: str) -> str:
    """Small letters, as many as the text has, the Turkish ones among them."""
    return text.replace("İ", "i").lower().replace("ı", "i")


def _is_of_a_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"
