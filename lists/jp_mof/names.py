"""Names in the cells of the Ministry's sheets: many in one, in Japanese and in Latin letters.

A cell may say ``(a)カナ(b)カナ`` and below it ``(a.k.a.: (a)Latin (b)Latin)``, or
``カナ（Latin）``, or ``カナ、カナ`` above ``Latin, Latin``, or any of them with semicolons. What
was taken apart keeps the cell as a note.
"""

import re
from collections.abc import Iterator
from itertools import islice, product

from lists.japanese import has_japanese, plain
from lists.texts import noted, one_line
from records import ListedName, NameKind, Note

NOTHING = {
    "不明", "該当なし", "なし", "無し", "-", "ー", "n/a", "na", "自称", "仮称", "発行日",
    "有効期限", "initials", "イニシャル", "original script",
}  # fmt: skip
MOST = 24
"""Names from one: the spellings in brackets multiply."""

_MARK = re.compile(r"\(\s*[a-zA-Z]{1,2}\s*\)(?=\s*\S)|\(\s*[ivx]{2,4}\s*\)")
_LABEL = re.compile(
    r"[;,、]?\s*(?:(?P<former>\bf\.?\s?k\.?\s?a\b\s*\.?|\(?旧称\)?|formerly known as)"
    r"|(?:\ba\.?\s?k\.?\s?a\b\s*\.?|\(?(?:別称|別名|通称)\)?|also known as))\s*[:：、]?\s*",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(r"\(?\s*original\s+script\s*:?", re.IGNORECASE)
_LANGUAGE = re.compile(r"【[^】]*語】")
_DETAIL = re.compile(
    r"\s*[,、(]?\s*(?:\bborn\s+(?:in\b|on\b|\d)|\bDOB\b|\bPOB\b|\d{4}\s*年|出生地|生年月日|\S*旅券"
    r"|\b(?:[A-Z]\w+\s+)?passport number).*$",
    re.IGNORECASE | re.DOTALL,
)
_WITH_LATIN = re.compile(r"(?P<head>[^()]*)\(\s*(?P<latin>[^()]*[A-Za-z][^()]*)\)?.*", re.DOTALL)
_THEN_LATIN = re.compile(r"(?P<head>.*[^\x00-\x7f])\s+(?P<latin>[A-Za-z][^()]*)", re.DOTALL)
_SPELLING = re.compile(r"(?P<word>[^\s()]+)\s*\((?P<others>[^()]+)\)")
_QUALIFIED = re.compile(
    r"\s*\(?\s*(?P<former>(?:formerly|previously) listed(?: as)?"
    r"|以前の?(?:リスト)?(?:掲載|記載)[^()]*)\)?"
    r"|\s*\((?:initials|イニシャル)\)",
    re.IGNORECASE,
)
"""What is said of a name behind it."""
_OTHER_LETTERS = re.compile(
    r"(?P<head>[^()]*[A-Za-z][^()]*)\((?P<other>[^()A-Za-z]*[^\W\d_][^()A-Za-z]*)\)?"
)
_APART, _LINE = "\x1f", "\x1e"


def names_of(cell: str, kind: NameKind, label: str) -> Iterator[ListedName]:
    """The names in a cell, in its order.

    Args:
        cell: as published.
        kind: what the heading says of them; a label in the cell can say that some are former.
        label: the heading.
    """
    items = list(_items(cell, kind))
    whole = noted(label, cell) if [text for text, _ in items] != [one_line(cell)] else ()
    for text, said in dict.fromkeys(items):
        yield listed(text, said, whole)


def main_names(cell: str, kind: NameKind, label: str, *, person: bool) -> Iterator[ListedName]:
    """The main name of a cell, its original script, and of a person the spellings in brackets."""
    parts = [_bare(part) for part in _ORIGINAL.split(plain(cell)) if _bare(part)]
    whole = noted(label, cell) if len(parts) > 1 else ()
    for place, part in enumerate(parts):
        text = one_line(part)
        if place or not person or has_japanese(text):
            yield listed(text, NameKind.ALIAS if place else kind, whole)
            continue
        for number, (spelled, said) in enumerate(_spellings(text)):
            notes = noted(label, cell) if spelled != one_line(cell) else ()
            yield listed(spelled, said if number else kind, notes)


def listed(text: str, kind: NameKind, notes: tuple[Note, ...]) -> ListedName:
    """A name, with its language where its letters say it."""
    language = "ja" if has_japanese(text) else None
    return ListedName(text=text, kind=kind, language=language, notes=notes)


def _items(cell: str, kind: NameKind) -> Iterator[tuple[str, NameKind]]:
    text = _MARK.sub(_APART, _LANGUAGE.sub("", _ORIGINAL.sub(_APART, plain(cell))))
    marked = _APART in text
    said = kind
    commas = 0
    for line in _outer_lines(text).split(_LINE):
        pieces = _LABEL.split(line)  # the text before a label, its "former" group, and so on
        for number, piece in enumerate(pieces[::2]):
            if number:
                former = pieces[2 * number - 1]
                said = NameKind.FORMER if former and kind is not NameKind.WEAK else kind
            parts = _parted(piece, marked=marked, commas=commas)
            if has_japanese(piece):
                commas = len(parts)
            for part in parts:
                found = _QUALIFIED.search(part)
                former = NameKind.FORMER if found and found["former"] else said
                for name in _two_scripts(_QUALIFIED.sub("", part)):
                    yield name, said if kind is NameKind.WEAK else former


def _outer_lines(text: str) -> str:
    """Line ends inside a bracket are spaces; others part names."""
    depth, letters = 0, []
    for letter in text:
        depth = max(0, depth + (letter == "(") - (letter == ")"))
        letters.append(letter if letter != "\n" else _LINE if not depth else " ")
    return "".join(letters)


def _parted(text: str, *, marked: bool, commas: int) -> list[str]:
    """The names of a line, by what parts them in it.

    Args:
        text: the line.
        marked: whether the cell enumerates its names; then a comma stands inside a name.
        commas: how many names the Japanese line above had: Latin commas part as many, or none.
    """
    if marked:
        return re.split(f"[{_APART};]", text)
    if ";" in text:
        return text.split(";")
    if has_japanese(text):
        return text.split("、")
    latin = text.split(",")
    return latin if len(latin) == commas else [text]


def _two_scripts(text: str) -> Iterator[str]:
    """``カナ（Latin）`` and ``カナ Latin`` are two names."""
    bare = _bare(text)
    for pattern in (_WITH_LATIN, _THEN_LATIN) if has_japanese(bare) else ():
        found = pattern.fullmatch(bare)
        if found and has_japanese(found["head"]) and not has_japanese(found["latin"]):
            yield from filter(None, map(_bare, (found["head"], found["latin"])))
            return
    if found := _OTHER_LETTERS.fullmatch(bare):
        yield from filter(None, map(_bare, (found["head"], found["other"])))
    elif bare:
        yield bare


def _bare(text: str) -> str:
    """A name without details, brackets around it or half ones, and signs at its ends."""
    text = _DETAIL.sub("", text.strip())
    while True:
        before = text
        text = one_line(
            text.strip(" ,、;:・。.\t\n") if text[-3:-2] != "." else text.strip(" ,、;:")
        )
        if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
            text = text[1:-1]
        text = text[1:] if text.startswith("(") and text.count("(") > text.count(")") else text
        text = text.removesuffix("(")
        text = text[:-1] if text.endswith(")") and text.count(")") > text.count("(") else text
        if text == before:
            break
    known = any(letter.isalpha() for letter in text) and text.casefold() not in NOTHING
    return text if known else ""


def _spellings(text: str) -> Iterator[tuple[str, NameKind]]:
    """``Sergei (Sergey) Surovikin``: a word in brackets is another spelling of the one before."""
    places: list[list[tuple[str, NameKind]]] = []
    end = 0
    for found in _SPELLING.finditer(text):
        places.append([(text[end : found.start()], NameKind.ALIAS)])
        words = [(found["word"], NameKind.ALIAS)]
        for other in re.split(r"[,/;]", found["others"]):
            label = _LABEL.match(other)
            said = NameKind.FORMER if label and label["former"] else NameKind.ALIAS
            words.append((one_line(other[label.end() if label else 0 :]), said))
        places.append([word for word in words if word[0]])
        end = found.end()
    places.append([(text[end:], NameKind.ALIAS)])
    for chosen in islice(product(*places), MOST):
        former = any(said is NameKind.FORMER for _, said in chosen)
        whole = one_line(" ".join(part for part, _ in chosen))
        yield whole, NameKind.FORMER if former else NameKind.ALIAS
