"""The stretches of a written string that may be names of their own: what separators, brackets,
quotation marks and legal forms make of it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from matcher.lexicon.tables import COMPANY, LONG_LEGAL_FORM, Role
from matcher.lexicon.waiting import waiting
from matcher.names.between_names import is_of_a_part, said_between
from matcher.names.parser import analyse, words_of
from matcher.names.surrounding_cues import cues
from matcher.names.word import Word

_BRACKETS = re.compile(r"[(\[（【]([^()\[\]（）【】]*)[)\]）】]")
ALSO = waiting(
    r"(?<![^\W_])(?:[afn]\.?k\.?a\.?|[afn]/k/a|d/?b/?a|t/a|also known as|alias|"
    r"formerly(?: known as)?|previously(?: known as)?|trading as|doing business as|former name)"
    r"(?![^\W_])[:,]?|[;/](?=\s)|\s[-–—]\s",
    re.IGNORECASE,
)
# What parts two names in a query, beside what does so on a list.
ALSO_ASKED = waiting(
    rf"{ALSO.pattern}|(?<![^\W_])(?:{said_between()})(?![^\W_])[:,]?", re.IGNORECASE
)
_LETTERS_ONLY = re.compile(r"[^\W\d_][^\W_]{1,7}")
# An apostrophe inside a word is no quotation mark: *О'Кей*.
QUOTED = re.compile(r"(?:[«“„‘\"‹]|(?<![^\W_])')(?=\S)(.*\S)[»”“’\"'›]")
_MOST_WORK = 4_000_000
"""Characters that are read for the pieces of one text."""
# Letters of a town's name that are hardly some other name's initials, and places known by letters.
_LONG_TOWN = 5
_SHORT_PLACES = frozenset({"hk", "prc"})


def masked(text: str, start: int, end: int) -> str:
    """The text with spaces for all but a stretch of it, so that offsets stay."""
    return " " * start + text[start:end] + " " * (len(text) - end)


def stretches(text: str, separators: re.Pattern[str]) -> Iterator[tuple[str, bool, bool]]:
    """Stretches of a text, each with all else masked; whether it is letters in brackets; and
    whether separators cut the text.
    """
    cuts = [(met.start(), met.end()) for met in separators.finditer(text)]
    brackets = [(met.start(), met.end()) for met in _BRACKETS.finditer(text)]
    if not cuts and not brackets:
        return
    asked = separators is ALSO_ASKED
    inside = {text[start:end] for start, end in brackets}
    edges = sorted({0, len(text), *(edge for cut in cuts + brackets for edge in cut)})
    for start, end in pairwise(edges[: _most_pieces(text)]):
        if (start, end) in cuts or _ends_in_of(text, end, cuts):
            continue
        kept = masked(text, start, end)
        words = analyse(kept).words
        letters = _is_letters(text, start, end, brackets) and _are_own(words)
        known_by = not asked and not letters and _is_short_name(text, start, end, brackets, words)
        remark = text[start:end] in inside and not letters and _is_remark(words)
        if any(word.is_content for word in words) and not (asked and remark):
            yield kept, letters, bool(cuts) or known_by
    if brackets:
        yield _BRACKETS.sub(lambda met: " " * len(met[0]), text), False, True


def _most_pieces(text: str) -> int:
    """How many pieces of a text are looked at. Each costs as much as the whole text, so that a
    cell of a megabyte would take days; of 2,000 characters all are.
    """
    return _MOST_WORK // max(1, len(text)) + 2


def _ends_in_of(text: str, end: int, cuts: list[tuple[int, int]]) -> bool:
    """``Berlin branch of X``: what stands before it is no name of the party."""
    return any(end == left and is_of_a_part(text[left:right]) for left, right in cuts)


def _is_letters(text: str, start: int, end: int, brackets: list[tuple[int, int]]) -> bool:
    """Letters in brackets are the short name; other words in brackets are a remark."""
    inside = any(left <= start and end <= right for left, right in brackets)
    letters = text[start:end].strip("()[]（）【】 '’‘“”\"")
    return inside and letters.isupper() and _LETTERS_ONLY.fullmatch(letters) is not None


def _are_own(words: Sequence[Word]) -> bool:
    """``(GROUP)`` and ``(SHANGHAI)`` are no short names: what every party may be called is none."""
    return any(
        word.role in (Role.WORD, Role.NUMBER) and not _is_a_place(word.form) for word in words
    )


def _is_a_place(form: str) -> bool:
    """Whether letters are a town's name; short ones are a name's initials more often."""
    return form in _SHORT_PLACES or (len(form) >= _LONG_TOWN and form in cues().towns)


def _is_short_name(
    text: str, start: int, end: int, brackets: list[tuple[int, int]], words: Sequence[Word]
) -> bool:
    """Whether one word in brackets is the name's own first word: ``Zhenlu Technologies (Zhenlu)``;
    then the party is known by it.
    """
    if not any(left <= start and end <= right for left, right in brackets):
        return False
    whole = [word.form for word in words_of(text[:start]) if word.is_content]
    return [word.form for word in words if word.is_content] == whole[:1] and _are_own(words)


def _is_remark(words: Sequence[Word]) -> bool:
    """One word in brackets is a place or a trade more often than a name."""
    return sum(word.is_content for word in words) < 2 and all(word.is_content for word in words)


def by_legal_form(text: str) -> Iterator[str]:
    """``Tactical Missile Corporation, JSC Avangard``: two parties, each with its legal form."""
    words = words_of(text)
    telling = [place for place, word in enumerate(words) if word.is_content]
    inside = range(telling[0] + 1, telling[-1]) if telling else ()
    forms = [words[place].start for place in inside if parts(words[place], text)]
    edges = [0, *forms, len(text)] if forms else []
    for start, end in pairwise(edges):
        yield masked(text, start, end)


def parts(word: Word, text: str) -> bool:
    """Whether a word is a legal form that parts two names."""
    if word.role is not Role.LEGAL or word.concept in COMPANY:
        return False
    return len(word.form) > LONG_LEGAL_FORM or text[word.start : word.end].isupper()


def would_part(word: Word, text: str) -> bool:
    """Whether a short legal form inside a name, which is taken for a word, would part two names."""
    written = text[word.start : word.end]
    return written.isupper() and _is_a_form(written)


@lru_cache(maxsize=1 << 12)
def _is_a_form(written: str) -> bool:
    return words_of(written)[0].role is Role.LEGAL


def quoted(text: str) -> Iterator[str]:
    """What stands in quotation marks."""
    met = QUOTED.search(text)
    most = _most_pieces(text)
    while met and (most := most - 1) >= 0:
        yield masked(text, met.start(1), met.end(1))
        met = QUOTED.search(text, met.start(1), met.end())
