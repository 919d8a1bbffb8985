"""Small steps that the readers of several publishers share: spaces, notes, names in one field."""

import re

from records import ListedName, NameKind, Note

_LETTERED = re.compile(r"\s+[a-z]\)\s+|^[a-z]\)\s+")
"""The marks of an enumeration: "a) … b) …"."""
_NUMBER = re.compile(r"\(\d{1,2}\)\s*")


def one_line(text: str | None) -> str:
    """The text without outer spaces, and with one space where several or a line end stood."""
    return " ".join((text or "").split())


def numbered(text: str) -> list[str]:
    """The items of ``(1) A (2) B``; the text itself when it has no numbers in brackets."""
    if not _NUMBER.match(text.strip()):
        return [text.strip()] if text.strip() else []
    return [part for item in _NUMBER.split(text) if (part := item.strip().rstrip(".;,").strip())]


def noted(label: str, text: str | None) -> tuple[Note, ...]:
    """The text as a note, or none when it is empty. Line ends are kept, padding is not."""
    text = (text or "").strip()
    return (Note(label=label, text=text),) if text else ()


def split_outside_brackets(text: str, mark: str = ";") -> list[str]:
    """Split at every mark that stands in no bracket; brackets that never close hold nothing."""
    if text.count("(") != text.count(")"):
        return [part for part in map(one_line, text.split(mark)) if part]
    parts, depth, start = [], 0, 0
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if letter == mark and depth <= 0:
            parts.append(text[start:place])
            start = place + 1
    return [part for part in map(one_line, [*parts, text[start:]]) if part]


def names_in(text: str) -> list[str]:
    """The single names of a field that holds several.

    They are parted by semicolons, lettered ``a) … b) …``, or stand in a last bracket:
    ``حسن غول (Hassan Ghul; Hassan Gul)`` has three.
    """
    found = []
    for part in split_outside_brackets(text):
        for name in lettered(part):
            found += _without_last_bracket(name)
    return found


def lettered(text: str) -> list[str]:
    """The parts of an enumeration ``a) … b) …``; the text itself when it is none."""
    return [part.strip() for part in _LETTERED.split(text) if part.strip()]


def _without_last_bracket(name: str) -> list[str]:
    depth = 0
    for place in range(len(name) - 1, -1, -1) if name.endswith(")") else ():
        depth += (name[place] == ")") - (name[place] == "(")
        if depth == 0:
            inner = split_outside_brackets(name[place + 1 : -1])
            if len(inner) > 1:
                return [part for part in (name[:place].strip(), *inner) if part]
            break
    return [name] if name else []


def listed_names(
    text: str, kind: NameKind, label: str, notes: tuple[Note, ...] = ()
) -> list[ListedName]:
    """One name for each that a field holds; when there are several, each notes the whole field.

    Args:
        text: the field as published.
        kind: what the publisher says of all of them.
        label: the publisher's word for the field.
        notes: what else is said of all of them.
    """
    found = names_in(text)
    whole = noted(label, text) if len(found) > 1 else ()
    return [ListedName(text=name, kind=kind, notes=(*notes, *whole)) for name in found]


def primary_first(names: list[ListedName]) -> tuple[ListedName, ...]:
    """The names with the primary ones first, else in the publisher's order."""
    return tuple(sorted(names, key=lambda name: name.kind is not NameKind.PRIMARY))


def iso_day(text: str | None) -> str | None:
    """The day of an ISO 8601 date that may carry a time or zone; None when there is no day."""
    found = re.match(r"\s*(\d{4}-\d{2}-\d{2})(?!\d)", text or "", re.ASCII)
    return found[1] if found else None
