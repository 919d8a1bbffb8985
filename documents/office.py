"""What the formats of Microsoft Office since 2007 have in common (ECMA-376): a ZIP file of XML
parts.
"""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator

from documents import vector
from documents.images import is_page_sized
from documents.layout import Layout, tidy
from documents.ocr import recognise
from documents.reader import Content, Extraction, Part
from documents.xml_parts import Element, local, parse_xml
from documents.zip_files import open_zip, unpack
from records import DocumentError

_MEDIA = ("/media/", "Pictures/")
_Pattern = re.Pattern[bytes]
_DIGITS = re.compile(r"(\d+)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def natural(name: str) -> list[tuple[int, str]]:
    """Sorts ``slide2`` before ``slide10``."""
    return [(int(piece), "") if piece.isdigit() else (0, piece) for piece in _DIGITS.split(name)]


class OfficeFile:
    """The parts of an Office file."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        members = archive.infolist()
        self._members = {member.filename: member for member in members}
        # Names of parts are the same in capitals: ECMA-376 part 2, 6.2.2.
        given = Counter(member.filename.casefold() for member in members)
        self._twice = sorted(name for name, times in given.items() if times > 1)
        self.read: set[str] = set()
        """The parts that were looked at."""

    def names(self, start: str, end: str = "") -> list[str]:
        """The parts whose names begin and end so."""
        return [name for name in self._members if name.startswith(start) and name.endswith(end)]

    def bytes(self, name: str) -> bytes:
        """A part.

        Raises:
            DocumentError: it is missing or damaged.
        """
        if name not in self._members:
            raise DocumentError(f"its part {name!r} is missing: it was not read. Is it whole?")
        self.read.add(name)
        return unpack(self.archive, self._members[name])

    def roots(self, start: str, pattern: _Pattern) -> list[str]:
        """The XML parts whose root is such a one, told before they are parsed."""
        names = sorted(self.names(start, ".xml"), key=natural)
        # A longer prolog is none that a program writes.
        return [n for n in names if pattern.search(unpack(self.archive, self._members[n])[:20_000])]

    def unread(self) -> list[str]:
        """The parts that nobody looked at, in their natural order."""
        names = (name for name in self._members if not name.endswith("/"))
        return sorted(set(names) - self.read, key=natural)

    def xml(self, name: str) -> Element:
        """The root of a part."""
        return parse_xml(self.bytes(name))

    def relations(self, name: str) -> dict[str, str]:
        """What a part refers to by an id: the names of other parts."""
        folder, _, file = name.rpartition("/")
        rels = f"{folder}/_rels/{file}.rels"
        if rels not in self._members:
            return {}
        return {
            str(node.get("Id")): _resolve(folder, str(node.get("Target")))
            for node in self.xml(rels)
            if node.get("TargetMode") != "External"
        }

    def extraction(
        self,
        content: Content,
        layout: Layout,
        parts: tuple[Part, ...],
        pages: int | None = None,
        unread: str | None = None,
    ) -> Extraction:
        """What was read. ``unread`` is what the walk of its parts says that it missed.

        Raises:
            DocumentError: nothing was.
        """
        missed = (self._pictures(content, layout), self._doubled(), unread)
        unread = " ".join(filter(None, missed)) or None
        if not layout.passages and not parts:
            raise DocumentError(f"no text in it: it was not read. {unread or 'It is empty.'}")
        return Extraction(
            passages=layout.passages,
            media_type=content.media_type,
            pages=pages,
            unread=unread,
            parts=parts,
        )

    def _doubled(self) -> str | None:
        """What was read of parts that are there more than once: programs differ in which they
        show.
        """
        if not self._twice:
            return None
        return (
            f"its part {self._twice[0]!r} is in the file more than once; one of them was read. "
            "Open the file and save it again."
        )

    def _pictures(self, content: Content, layout: Layout) -> str | None:
        """Read pictures that are large enough to be a page that was scanned and put in; say how
        many of them were not.
        """
        missed: list[str] = []
        for name in sorted(self._members, key=natural):
            if not any(folder in name for folder in _MEDIA) or name.endswith("/"):
                continue
            data = self.bytes(name)
            if vector.is_metafile(data):
                for text in vector.texts(data):
                    layout.add(text, place=f"picture {name.rpartition('/')[2]}")
            if not is_page_sized(data):
                continue
            content.alive()
            try:
                seen = recognise(data)
            except DocumentError as error:
                missed.append(str(error))
                continue
            for page in seen:
                layout.add(page.text, place=f"picture {name.rpartition('/')[2]}")
        if not missed:
            return None
        return f"{len(missed)} of its pictures, large enough for a page: {missed[0]}"


def open_office(data: bytes) -> OfficeFile:
    """Open an Office file.

    Raises:
        DocumentError: it is damaged or would unpack to too much.
    """
    return OfficeFile(open_zip(data))


def drawn_texts(root: Element) -> Iterator[str]:
    """The paragraphs of DrawingML (``a:p``), and the cached words of charts (``c:v``)."""
    for node in root.iter():
        name = local(node)
        if name == "p":
            yield tidy("".join(_run(node)))
        elif name == "v" and node.text and not _is_number(node.text):
            yield tidy(node.text)


def _run(paragraph: Element) -> Iterator[str]:
    for node in paragraph.iter():
        name = local(node)
        if name == "t":
            yield _ESCAPED.sub(_character, node.text or "")
        elif name in ("br", "tab"):
            yield " "


def _character(found: re.Match[str]) -> str:
    """A character by its number, as ST_Xstring writes it (ECMA-376 part 1, 22.9.2.19); white space
    for those that end a line.
    """
    character = chr(int(found[1], 16))
    return " " if character.isspace() or not character.isprintable() else character


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _resolve(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    pieces = folder.split("/")
    for piece in target.split("/"):
        if piece == "..":
            pieces = pieces[:-1]
        else:
            pieces.append(piece)
    return "/".join(pieces)
