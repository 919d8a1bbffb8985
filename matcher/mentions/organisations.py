"""Names of organisations in running text, whether listed or not, so that a reader sees what was
looked at. By rules: legal forms, trade words, quotation marks, capitals, and fields that hold a
party's name. It shows; it decides nothing: screening does not depend on what is found here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matcher.lexicon.party_labels import party_label
from matcher.lexicon.scripts import HAN
from matcher.lexicon.tables import Role
from matcher.names.parser import analyse
from matcher.names.word import Word

# A run of words with capitals, with little words and signs inside it: ``Bank of Foo & Söhne``.
_INSIDE = (
    r"of|and|for|the|de|del|della|di|da|do|dos|des|du|la|le|les|et|y|e|und|für|der|van|von|al|el|"
    r"i|и|по|для"
)
_BIG = r"(?:[^\W\d_a-zа-яёß-öø-ÿ]|(?<=')[^\W\d_])[\w'’.\-]*"
_WORD = rf"(?:{_BIG}|\d+(?=[ \u00a0]{_BIG})|&)"
_GAP = r"(?:[ \u00a0\t]|[ \t]?\r?\n[ \t]?)"
_QUOTED = r"[«„“\"‘「]([^«»„“”\"‘’「」\n]{2,80})[»“”\"’」]"
_RUN = re.compile(
    rf"{_BIG}(?:{_GAP}{_QUOTED}|(?:{_GAP}(?:{_INSIDE})){{0,2}}{_GAP}{_WORD}"
    rf"|,{_GAP}(?=[A-Z][\w.]{{1,8}}(?:[\s,;.)]|$)){_BIG}|-{_BIG})*"
    rf"|{_QUOTED}"
    rf"|[{HAN}（）()]{{2,40}}"
)
_HAN = re.compile(f"[{HAN}]")
_JOINT = re.compile(r"[.!?,](?=\s)\s*|[ \t]*\r?\n[ \t]*|[ ](?:and|und|et|y|e|и)[ ](?:the[ ])?")
# A line that is shorter than this was not wrapped: what stands below it is something else.
_WRAPPED = 45
# Letters before a full stop that are an abbreviation, and no sentence's end.
_INITIALS = 3
_STARTS = frozenset(
    ["A", "An", "The", "In", "On", "At", "It", "He", "She", "We", "They", "But", "And"]
)
_EDGES = " \t\r\n,;:.-&()（）\"'«»„“”‘’「」"
# Legal forms of one or two letters that are words, initials or countries as well.
_LEAST_LEGAL = 2
# Words of a name; what is longer is a heading. A choice.
_MOST_WORDS = 14
# Headers and fields whose value is the name of a party, in the languages that forms come in.
_FIELD = re.compile(rf"\b{party_label()}\b", re.IGNORECASE)
_NO_NAME = re.compile(
    r"\b(?:address|town|street|bic|country|e-?mail|iban|amount|date|number|reference|phone)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Organisation:
    """Words of a text that name an organisation."""

    start: int
    end: int
    """Code points of the text."""
    how: str
    """``legal form``, ``trade word``, ``quotation marks``, ``capitals`` or ``field``."""


def organisations(text: str, place: str | None = None) -> list[Organisation]:
    """Find the names of organisations in a text.

    Args:
        text: running text, or the value of a field.
        place: where it stands: a header that says ``Supplier`` makes a name of the whole value.

    Returns:
        In the order of the text, without overlaps.
    """
    field = party_field(text, place)
    if field is not None:
        return [field]
    shouted = _is_shouted(text)
    found: list[Organisation] = []
    for run in _RUN.finditer(text):
        for start, end in _clauses(text, run.start(), run.end()):
            how = _how(text, start, end, shouted=shouted)
            if how is not None:
                found.append(Organisation(*_trimmed(text, start, end), how))
    return found


def party_field(text: str, place: str | None) -> Organisation | None:
    """The name in a field that holds a party's name: its first line that has letters, since
    addresses stand below it. None where the place is no such field.
    """
    where = (place or "").replace("_", " ")
    if not _FIELD.search(where) or _NO_NAME.search(where):
        return None
    for line in re.finditer(r"[^\r\n]+", text):
        start, end = _trimmed(text, line.start(), line.end())
        if sum(map(str.isalpha, text[start:end])) >= 2 and end - start <= 140:
            return Organisation(start, end, "field")
    return None


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run of capitals cut where one name ends and another may begin."""
    begin = start
    for found in _JOINT.finditer(text, start, end):
        before = re.search(r"[^\s.,]+[.]?$", text[begin : found.start()])
        after = re.match(r"[\w.]+", text[found.end() : end])
        if _is_cut(
            found[0].strip(" \t"),
            before[0] if before else "",
            after[0] if after else "",
            line=found.start() - text.rfind("\n", 0, found.start()),
        ):
            yield begin, found.start()
            begin = found.end()
    yield begin, end


def _is_cut(joint: str, before: str, after: str, *, line: int) -> bool:
    """Whether a name ends at a comma, a full stop, a line end, or a word for "and"."""
    if "\n" in joint:
        return line < _WRAPPED
    if joint == ",":
        return not _is_legal(after)
    if joint == ".":
        # Not behind an initial or a legal form: ``Co. Ltd.``, ``J. Smith Inc.``
        return after in _STARTS or (len(before) > _INITIALS and not _is_legal(before))
    return _is_legal(before) or before.endswith(("»", "”", '"'))


def _is_legal(word: str) -> bool:
    return any(item.role is Role.LEGAL for item in analyse(word).words)


def _how(text: str, start: int, end: int, *, shouted: bool) -> str | None:
    raw = text[start:end]
    words = analyse(raw).words
    own = [word for word in words if word.is_content]
    if not own or len(words) > _MOST_WORDS:
        return None
    quoted = raw[0] in '«„“"‘「'
    if quoted and not raw[1:2].isupper():
        return None
    if _legal_forms(raw, words):
        return "legal form"
    if any(word.role is Role.TRADE for word in own) and (len(own) > 1 or _HAN.search(raw)):
        return "trade word"
    if quoted and len(words) <= 6:
        return "quotation marks"
    letters = [word for word in own if len(word.form) > 1 and raw[word.start : word.end].isupper()]
    if not shouted and len(letters) == len(own) > 1 and not _HAN.search(raw):
        return "capitals" if _beside_others(text, start, end) else None
    return None


def _legal_forms(raw: str, words: Sequence[Word]) -> bool:
    """Whether a legal form stands at either end, written as one."""
    for word in {words[0], words[-1], *words[-2:]}:
        piece = raw[word.start : word.end]
        long = len(piece) > _LEAST_LEGAL or piece.isupper()
        if word.role is Role.LEGAL and long and not piece.islower() and len(words) > 1:
            return True
    return False


def _beside_others(text: str, start: int, end: int) -> bool:
    """Whether small letters stand on the same line; a line of capitals is a heading."""
    line = text[text.rfind("\n", 0, start) + 1 : start] + text[end : end + 200].partition("\n")[0]
    return any(map(str.islower, line))


def _is_shouted(text: str) -> bool:
    """Whether capitals say nothing, since most of the text is in them."""
    letters = [letter for letter in text[:2000] if letter.isalpha()]
    return sum(map(str.isupper, letters)) > 0.5 * len(letters)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without what stands around a name; a full stop stays where it ends a legal form."""
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    for opening, closing in ("«»", "“”", "„“", '""'):
        if text[start:end].count(opening) > text[start:end].count(closing) and (
            text[end : end + 1] == closing
        ):
            end += 1
    return start, end
