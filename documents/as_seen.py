"""What a document shows and its letters do not say in their order: runs that are turned round
(Unicode's overrides, UAX #9, 2.2), letters that stand one by one, letters of fonts of symbols.
"""

import re
from collections.abc import Iterator, Sequence

from documents.guises import plainly
from records import Passage

# An override, and what it turns: to where it ends, to another one, to the end of the line.
_OVERRIDDEN = re.compile("([\u202d\u202e])([^\u202a-\u202e\r\n]+)\u202c?")
_TO_THE_LEFT = "\u202e"
_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
# Fonts of symbols have the letters of ASCII from U+F000 on (ECMA-376 part 1, 17.3.3.30).
_OF_SYMBOLS = re.compile("[\uf020-\uf07e]{3,}")
_SYMBOLS = {0xF000 + code: code for code in range(0x20, 0x7F)}
_PRIVATE = re.compile("[\ue000-\uf8ff]{4,}")
# As many different ones in a row are a word; symbols stand alone or are repeated.
_LEAST_PRIVATE = 4
# Letters by themselves, one after the other, that make a word: so many, so many of them different.
_LEAST_LETTERS, _LEAST_DIFFERENT, _MOST_LETTERS = 5, 4, 80
# The same in a line, with a sign between any two; the first of them stands before it.
_PARTED = re.compile(
    r"(?<=[^\W\d_])([-\u2010\u2011\u2013\u00b7\u2022\u2219*|/_~+=])[^\W\d_](?:\1[^\W\d_]){3,}"
    r"(?!\1|[^\W_])"
)
# Characters of a number between them, which says where the next one stands.
_NUMBER = 12
TURNED, ONE_BY_ONE, SYMBOLS = "as shown, turned round", "letters joined", "letters of symbols"
PLAIN = "in plain letters"


def as_shown(passages: Sequence[Passage], end: int | None) -> Iterator[Passage]:
    """What is shown and not said, each once.

    Args:
        passages: the document's.
        end: code points of its text, behind which the passages are put; None where there is none.
    """
    seen: set[str] = set()
    for text, place in (*_turned(passages), *_one_by_one(passages), *_parted(passages)):
        if text not in seen:
            seen.add(text)
            start = 0 if end is None else end + 1
            yield Passage(text=text, start=start, place=place)
            end = start + len(text)


def letters_of_their_own(passages: Sequence[Passage]) -> str | None:
    """What is said of words whose letters only a font in the document can show: code points that
    Unicode keeps for private use.
    """
    count = 0
    for passage in passages:
        if not passage.text.isascii():
            runs = _PRIVATE.findall(passage.text)
            count += sum(len(set(run)) >= _LEAST_PRIVATE and not _is_told(run) for run in runs)
    if not count:
        return None
    return (
        f"{count:,} words in letters that only a font of the file can show: they were not read. "
        "Print the file to a PDF file, or scan it."
    )


def _turned(passages: Sequence[Passage]) -> Iterator[tuple[str, str]]:
    for passage in passages:
        if passage.text.isascii():
            continue
        if "\u202e" in passage.text or "\u202d" in passage.text:
            for line in passage.text.splitlines():
                if (shown := _OVERRIDDEN.sub(_in_order, line)) != line:
                    yield shown, TURNED
        if _OF_SYMBOLS.search(passage.text):
            yield passage.text.translate(_SYMBOLS), SYMBOLS
        if (plain := plainly(passage.text)) != passage.text:
            yield plain, PLAIN


def _in_order(run: re.Match[str]) -> str:
    """A run as it is read. One that is turned the way in which its letters run is as it was."""
    is_from_the_right = _FROM_THE_RIGHT.search(run[2]) is not None
    if (run[1] == _TO_THE_LEFT) == is_from_the_right:
        return run[2]
    return run[2][::-1].translate(_MIRRORED)


def _one_by_one(passages: Sequence[Passage]) -> Iterator[tuple[str, str]]:
    """Words whose letters are passages of their own: in boxes, cells, shapes, formulas."""
    letters = ""
    for passage in (*passages, Passage(text="")):
        letter = passage.text.strip() if len(passage.text) <= 3 else ""
        if len(letter) == 1 and letter.isalpha():
            letters += letter
            continue
        if passage.text and _is_number(passage.text):
            continue
        is_word = _LEAST_LETTERS <= len(letters) <= _MOST_LETTERS
        if is_word and len(set(letters.casefold())) >= _LEAST_DIFFERENT:
            yield letters, ONE_BY_ONE
        letters = ""


def _parted(passages: Sequence[Passage]) -> Iterator[tuple[str, str]]:
    """Lines with words whose letters a sign parts: ``S-O-V-C-O-M-F-L-O-T``."""
    for passage in passages:
        text, done = passage.text, 0
        for met in _PARTED.finditer(text):
            if met.start() < done or not _is_parted(text, met):
                continue
            start = text.rfind("\n", 0, met.start()) + 1
            done = text.find("\n", met.end())
            done = done if done >= 0 else len(text)
            line = text[start:done]
            yield _PARTED.sub(lambda word: word[0].replace(word[1], ""), line), ONE_BY_ONE


def _is_parted(text: str, met: re.Match[str]) -> bool:
    """Whether the first letter stands by itself, and there are letters enough to be a word."""
    before = text[met.start() - 2 : met.start() - 1]
    letters = text[met.start() - 1] + met[0].replace(met[1], "")
    return not before.isalnum() and len(set(letters.casefold())) >= _LEAST_DIFFERENT


def _is_number(text: str) -> bool:
    return len(text) <= _NUMBER and not any(map(str.isalpha, text))


def _is_told(run: str) -> bool:
    return _OF_SYMBOLS.fullmatch(run) is not None
