"""Files inside a PDF file that its list of attachments lacks: associated with a page, a form or the
whole (ISO 32000-2, 14.13); and what is said of any, in its description and in the columns of a
portfolio (ISO 32000-1, 7.11.6 and 12.3.5).
"""

import io
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from documents.layout import tidy
from documents.reader import Part

_NOT_READ = "files in it that its list of attachments lacks could not be read."
_DAMAGED = "a damaged attachment: it was not read"
_MOST_OBJECTS = 200_000
# Dictionaries inside one another, of one object.
_DEEPEST = 20
_NAMES = ("/UF", "/F", "/DOS", "/Unix")
_COLUMNS = ("/Type", "/Subtype", "/D", "/P")


def may_have_more(objects: bytes) -> bool:
    """Whether objects of a file may be files in it."""
    return b"/EF" in objects


def files(data: bytes, known: set[bytes]) -> tuple[list[Part], list[tuple[str, str]], str | None]:
    """Files that are not ``known`` yet; words about any, each with its place; what was not read.

    Args:
        data: the PDF file, whose objects are not encrypted.
        known: the bytes of those that its list of attachments has.
    """
    parts: list[Part] = []
    said: list[tuple[str, str]] = []
    try:
        for file in _specifications(PdfReader(io.BytesIO(data))):
            name = next(filter(None, (_text(file.get(key)) for key in _NAMES)), "attachment")
            said.append((_text(file.get("/Desc")), "description of an attachment"))
            said += [(text, "column of a portfolio") for text in _columns(_solved(file.get("/CI")))]
            for part in (part_of(name, stream) for stream in _streams(file)):
                if part.data not in known or part.unread:
                    known.add(part.data)
                    parts.append(part)
    except Exception:  # noqa: BLE001 (pypdf raises anything on a damaged file; it is said)
        return parts, said, _NOT_READ
    return parts, said, None


def part_of(name: str, stream: StreamObject) -> Part:
    """A file that a stream holds. Of one that is damaged pypdf gives nothing, and says nothing."""
    data = bytes(stream.get_data())
    is_lost = not data and bool(stream._data)
    return Part(name=name, data=data, unread=_DAMAGED if is_lost else None)


def _specifications(reader: PdfReader) -> Iterator[DictionaryObject]:
    """What says of a file in it which one it is."""
    numbers = [(n, g) for g, table in reader.xref.items() for n in table]
    numbers += [(n, 0) for n in reader.xref_objStm]
    for number, generation in numbers[:_MOST_OBJECTS]:
        found = reader.get_object(IndirectObject(number, generation, reader))
        for one in _dictionaries(found, 0):
            if isinstance(_solved(one.get("/EF")), DictionaryObject):
                yield one


def _dictionaries(value: Any, depth: int) -> Iterator[DictionaryObject]:
    """Those that stand in an object itself, not in others that it refers to."""
    if depth > _DEEPEST:
        return
    if isinstance(value, DictionaryObject):
        yield value
        inner = list(value.values())
    else:
        inner = list(value) if isinstance(value, ArrayObject) else []
    for one in inner:
        yield from _dictionaries(one, depth + 1)


def _streams(file: DictionaryObject) -> Iterator[StreamObject]:
    embedded = _solved(file.get("/EF"))
    for stream in map(_solved, embedded.values()):
        if isinstance(stream, StreamObject):
            yield stream


def _columns(item: Any) -> Iterator[str]:
    """What a portfolio says of a file, with what stands before it."""
    for key, value in item.items() if isinstance(item, DictionaryObject) else ():
        value = _solved(value)
        if key in _COLUMNS and not isinstance(value, DictionaryObject):
            continue
        if isinstance(value, DictionaryObject):
            yield tidy(" ".join(filter(None, (_text(value.get("/P")), _text(value.get("/D"))))))
        else:
            yield _text(value)


def _solved(value: Any) -> Any:
    return value.get_object() if value is not None and hasattr(value, "get_object") else value


def _text(value: Any) -> str:
    value = _solved(value)
    return tidy(str(value)) if isinstance(value, str) else ""
