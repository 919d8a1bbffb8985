"""The groups of an RTF file that stand aside from its body (destinations): which of them hold
words, and what is put into the file in hexadecimal digits. Rich Text Format 1.9.1; [MS-OLEDS] 2.2.
"""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from striprtf.striprtf import destinations

from documents import vector
from documents.images import is_page_sized
from documents.reader import Part

_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_GROUP = re.compile(r"\{\s*(\\\*\s*)?\\([a-z]+)(-?\d+)?", re.IGNORECASE)
_STAR = re.compile(r"(?<!\\)((?:\\\\)*)(\{\s*)?\\\*\s*(?=\\([a-z]+))")
# Tables of fonts, colours and styles, settings, times, and what is no text.
_SILENT = frozenset(
    (
        "fonttbl", "colortbl", "stylesheet", "rsidtbl", "generator", "latentstyles", "themedata",
        "colorschememapping", "datastore", "blipuid", "bliptag", "objclass", "panose", "falt",
        "fontemb", "fontfile", "xmlnstbl", "mmathPr", "wgrffmtfilter", "pgptbl", "pgp",
        "listoverridetable", "creatim", "revtim", "printim", "buptim", "ftnsep",
        "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "levelnumbers", "bkmkend",
        "atrfstart", "atrfend", "atnref", "atndate", "atntime", "atnparent", "datafield",
        "passwordhash", "password", "fldtype", "ebcstart", "ebcend", "nesttableprops",
        "sn", "proptype", "oleclsid", "hsv", "fchars", "lchars", "defchp", "defpap", "protusertbl",
        "listname", "listid", "lsdlockedexcept", "atnicn", "gridtbl", "fname", "sid", "template",
        "listpicture", "objalias", "writereservhash", "pgdsctbl",
    )
)  # fmt: skip
# Groups of groups: what is in them is told apart.
_CONTAINERS = frozenset(
    (
        "info", "shp", "shpinst", "shpgrp", "sp", "object", "formfield", "listtable", "list",
        "listlevel", "pnseclvl", "userprops", "field", "do", "shppict", "nonshppict", "picprop",
        "background",
    )
)  # fmt: skip
_FORMATS = frozenset(("cs", "ds", "ts", "s", "f", "fs", "b", "i", "ul", "lang", "plain", "cf"))
# Groups inside one another before the digits of a picture.
_DEEPEST = 5
_HEX = re.compile(r"[0-9A-Fa-f]")
_PICTURE = re.compile(r"\\(pngblip|jpegblip|emfblip|wmetafile|dibitmap|pmmetafile|macpict)")


def without_stray_stars(source: str) -> str:
    r"""The file without ``\*`` where it makes no destination: in the middle of a group, or before
    a word that sets a format. What follows it there is text, which striprtf would leave out.
    """

    def kept(found: re.Match[str]) -> str:
        if found[2] and found[3] not in _FORMATS:
            return found[0]
        return found[1] + (found[2] or "")

    return _STAR.sub(kept, source)


@dataclass(slots=True)
class _Open:
    """A group that is not closed yet."""

    kind: str | None
    """What stands aside in it; None for a group that belongs to the text around it."""
    start: int
    pieces: list[str] = field(default_factory=list)
    """Its RTF so far, without the groups in it that stand aside by themselves."""


def asides(source: str) -> list[tuple[str, str]]:
    """The groups that stand aside and may have words: what each is, and its RTF behind the control
    word that makes it stand there, in their order. A group in another one is given by itself.
    """
    found: list[tuple[int, str, str]] = []
    stack = [_Open(None, 0)]
    collecting = [stack[0]]
    silent = 0
    for brace in _BRACE.finditer(source):
        if brace[0] == "{":
            group = _open(source, brace.start())
            stack.append(group)
            if group.kind is not None:
                around = collecting[-1]
                around.pieces.append(source[around.start : brace.start()])
                collecting.append(group)
                silent += not group.kind
        elif brace[0] == "}" and len(stack) > 1:
            group = stack.pop()
            if group.kind is not None:
                collecting.pop()
                group.pieces.append(source[group.start : brace.start()])
                collecting[-1].start = brace.end()
                silent -= not group.kind
                if group.kind and not silent:
                    found.append((brace.start(), group.kind, "".join(group.pieces) + "}"))
    return [(kind, rtf) for _, kind, rtf in found]


def _open(source: str, at: int) -> _Open:
    """A group that begins here; its kind is empty where it and all in it has no words."""
    found = _GROUP.match(source, at)
    if found is None:
        return _Open(None, at)
    word = found[2]
    if word in _SILENT or word in ("pict", "objdata"):
        return _Open("", found.end())
    aside = (found[1] or word in destinations) and word not in _CONTAINERS
    return _Open(word if aside else None, found.end() if aside else at)


def end_of(source: str, start: int) -> int:
    """Where the group ends that was open at ``start``, its brace included."""
    depth = 1
    for brace in _BRACE.finditer(source, start):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth == 0:
            return brace.end()
    return len(source)


def depth_at_end(source: str) -> int:
    """Groups that are still open at the end: more than none in a file that was cut."""
    depth = 0
    for brace in _BRACE.finditer(source):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
    return depth


def put_in(source: str) -> Iterator[Part | str]:
    """Objects and pictures of the size of a page, as files; the words of drawn pictures."""
    at = number = 0
    while found := _GROUP.search(source, at):
        at = found.end()
        if found[2] not in ("pict", "objdata"):
            continue
        at, number = end_of(source, found.end()), number + 1
        data = _bytes(source[found.end() : at])
        if found[2] == "objdata":
            yield Part(name=f"object {number}", data=_native(data))
        elif vector.is_metafile(data):
            yield from vector.texts(data)
        elif is_page_sized(data):
            yield Part(name=f"picture {number}", data=data)


def _bytes(group: str) -> bytes:
    """What the hexadecimal digits of a group say; those of groups inside it are others."""
    plain = group
    for _ in range(_DEEPEST):
        plain = re.sub(r"\{[^{}]*\}", "", plain)
    binary = re.search(r"\\bin(\d+) ", plain)
    if binary:
        return plain[binary.end() : binary.end() + int(binary[1])].encode("latin-1", "replace")
    digits = "".join(_HEX.findall(re.sub(r"\\[a-z]+-?\d* ?", "", plain)))
    return bytes.fromhex(digits[: len(digits) // 2 * 2])


def _native(data: bytes) -> bytes:
    """The file in an object: behind its header with three names, each with its length."""
    try:
        at, names = 8, []
        for _ in range(3):
            (length,) = struct.unpack_from("<I", data, at)
            names.append(data[at + 4 : at + 4 + length])
            at += 4 + length
        (size,) = struct.unpack_from("<I", data, at)
    except struct.error:
        return data
    native = data[at + 4 : at + 4 + size]
    return _packed(native) if names[0].startswith(b"Package") else native


def _packed(native: bytes) -> bytes:
    """A file that was packed whole, as the reader of compound files takes it."""
    from documents.ole_write import pack

    return pack({"\x01Ole10Native": struct.pack("<I", len(native)) + native})
