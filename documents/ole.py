"""Compound files (OLE 2): the container of old Office files, Outlook messages and of objects that
are put into documents. [MS-CFB], [MS-OLEPS], [MS-OLEDS] 2.3.6 (Ole10Native).
"""

import io
import struct
from typing import Any

import olefile

from documents import ole_properties
from documents.layout import Layout, sound, tidy
from documents.ole_write import Storage, pack
from documents.reader import Content, Extraction, Part
from documents.said import Rest
from records import DocumentError

_NATIVE = "\x01Ole10Native"
# Where Word keeps what is put into a document.
_POOL = "objectpool"
# Folders of programs (macros), and what says only how an object is shown.
_PROGRAMS = ("_VBA_PROJECT_CUR", "Macros", "VBA")
_SETTINGS = {
    "\x01CompObj", "\x01Ole", "\x03ObjInfo", "\x02OlePres000", "\x03LinkInfo", "\x03EPRINT",
    "\x03PRINT", "\x01CompObjStream", "Revision Log", "User Names", "\x06DataSpaces", "XMLMAPS",
    "XCB",
}  # fmt: skip
_PROPERTIES = ("\x05SummaryInformation", "\x05DocumentSummaryInformation")
# Names of programs and templates, counts and times.
_NO_WORDS = {"codepage", "creating_application", "template", "codepage_doc", "thumbnail"}


def open_ole(data: bytes) -> "olefile.OleFileIO[str]":
    """Open a compound file.

    Raises:
        DocumentError: it is damaged.
    """
    try:
        return olefile.OleFileIO(io.BytesIO(data))
    except (OSError, ValueError, struct.error, IndexError) as error:
        raise DocumentError(
            f"an old Office file that is damaged ({error}): it was not read. Is it whole?"
        ) from error


def read(content: Content) -> Extraction:
    """Read an object that was put into a document: the file in it.

    Raises:
        DocumentError: there is none.
    """
    with open_ole(content.data) as file:
        layout = Layout()
        parts = objects(file, layout, taken=())
        properties(file, Rest(layout))
        if not parts:
            raise DocumentError(
                "an old Office file of an unknown kind: it was not read. Save it in a newer "
                "format or as PDF and screen that."
            )
        return Extraction(passages=layout.passages, media_type=content.media_type, parts=parts)


def objects(
    file: "olefile.OleFileIO[str]", layout: Layout, taken: tuple[str, ...]
) -> tuple[Part, ...]:
    """What is put into a compound file: objects, each as a file of its own, and streams that
    nobody knows.

    Args:
        file: the compound file.
        layout: where the names of packed files are put.
        taken: streams of its own program, which are read elsewhere.
    """
    found: list[Part] = []
    seen: set[str] = set()
    # Some writers change the capitals of names, which mean nothing.
    known = {name.lower() for name in (*taken, *_PROGRAMS, *_SETTINGS, *_PROPERTIES)}
    for path in file.listdir(streams=True, storages=False):
        if path[0].lower() in known:
            continue
        at = path[: 1 + (path[0].lower() == _POOL)]
        name = "/".join(at)
        if len(path) > len(at):
            if name not in seen and not set(path) & set(_PROGRAMS):
                seen.add(name)
                found.append(Part(name=name, data=pack(storage(file, at))))
        else:
            data = file.openstream(path).read()
            packed = path[0].lower() == _NATIVE.lower()
            found.append(_native(data, layout) if packed else Part(name=name, data=data))
    return tuple(part for part in found if part.data)


def storage(file: "olefile.OleFileIO[str]", at: list[str]) -> Storage:
    """A folder of a compound file with all that is in it."""
    tree: dict[str, bytes | Storage] = {}
    for path in file.listdir(streams=True, storages=False):
        if path[: len(at)] == at:
            node = tree
            for name in path[len(at) : -1]:
                node = node.setdefault(name, {})  # type: ignore[assignment]
            node[path[-1]] = file.openstream(path).read()
    return tree


def properties(file: "olefile.OleFileIO[str]", aside: Rest) -> None:
    """Title, author, company and the like; properties that somebody made, too."""
    known: Any = file.get_metadata()
    for name in (*known.SUMMARY_ATTRIBS, *known.DOCSUM_ATTRIBS):
        value = getattr(known, name, None)
        if isinstance(value, bytes) and name not in _NO_WORDS:
            aside.add(tidy(ole_properties.decoded(value, known.codepage)), f"property {name}")
    for stream in _PROPERTIES:
        if file.exists(stream):
            data = file.openstream(stream).read()
            for text in ole_properties.texts(data, known.codepage):
                aside.add(text, "property")


def _native(data: bytes, layout: Layout) -> Part:
    """A file that was packed with its name and path."""
    try:
        names, at = [], 6
        for _ in range(2):
            end = data.index(b"\x00", at)
            names.append(sound(data[at:end].decode("cp1252", errors="replace")))
            at = end + 1
        (length,) = struct.unpack_from("<I", data, at + 4)
        at += 8 + length
        (size,) = struct.unpack_from("<I", data, at)
    except (ValueError, struct.error):
        return Part(name="object", data=data[4:])
    for name in names:
        layout.add(name, place="file name")
    name = names[0].replace("\\", "/").rpartition("/")[2]
    return Part(name=name or "object", data=data[at + 4 : at + 4 + size])
