"""A file, and the files inside it, to documents: each with its path, its SHA-256 and what became
of it. A bad one is an answer, not an error.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from documents import domains, file_names
from documents.as_seen import as_shown, letters_of_their_own
from documents.content_type import PLAIN_TEXT, FileType, named, recognise
from documents.files import load
from documents.layout import letters_lost
from documents.limits import DEEPEST, LARGEST_FILE, LARGEST_TREE, MOST_PARTS
from documents.reader import Content, Extraction, Part
from documents.readers import TEXT, reader_for
from documents.sandbox import Sandbox
from documents.wordless import is_wordless
from records import Document, DocumentError, DocumentStatus, Passage

_UNKNOWN = "application/octet-stream"
_EMPTY = "application/x-empty"
_INSIDE = "!/"
# Files that a message names before it says how many more there are.
_NAMED = 3


def read_all(
    path: Path | None = None,
    data: bytes | None = None,
    *,
    shown_as: str,
    largest: int = LARGEST_FILE,
    sandbox: Sandbox | None = None,
    keep: bool = False,
) -> list[Document]:
    """Read a file and the files inside it.

    Args:
        path: the file; None when ``data`` is given.
        data: the bytes, for what is no file (standard input, an upload).
        shown_as: the name to show, as the user gave it.
        largest: bytes above which nothing is read.
        sandbox: where to parse; None for one of its own, which takes a tenth of a second to start.
        keep: whether the documents keep their bytes, to have pictures made of their pages.

    Returns:
        The file's own document first: its ``status`` and ``reason`` say also what became of the
        files inside it, which follow in their order, each after the file that it is in.
    """
    if sandbox is None:
        with Sandbox() as own:
            return read_all(path, data, shown_as=shown_as, largest=largest, sandbox=own, keep=keep)
    tree = _Tree(sandbox=sandbox, largest=largest, keep=keep)
    first, *inside = tree.file(shown_as, lambda: load(path, data, largest=largest), 0)
    return [_naming(first, (Path(shown_as).name,)), *inside]


def read(
    path: Path | None = None,
    data: bytes | None = None,
    *,
    shown_as: str,
    largest: int = LARGEST_FILE,
    sandbox: Sandbox | None = None,
) -> Document:
    """The first of ``read_all``: the file alone, which says when files inside it were not read."""
    return read_all(path, data, shown_as=shown_as, largest=largest, sandbox=sandbox)[0]


def read_text(path: Path, *, shown_as: str, largest: int = LARGEST_FILE) -> Document:
    """Read a file that has to be plain text, such as a list of names: no table or payment message
    is seen in it.
    """
    tree = _Tree(sandbox=None, largest=largest, keep=False)
    return tree.file(shown_as, lambda: load(path, None, largest=largest), 0)[0]


@dataclass
class _Tree:
    """What is read of one file that the user gave, and what it has cost so far."""

    sandbox: Sandbox | None
    largest: int
    keep: bool
    unpacked: int = 0
    files: int = 0

    def file(
        self, shown_as: str, get: Callable[[], bytes], depth: int, known: str | None = None
    ) -> list[Document]:
        """A file and those inside it; ``known`` is its media type where the file around tells."""
        digest, media_type, content = "", _UNKNOWN, b""
        try:
            content = get()
            digest = hashlib.sha256(content).hexdigest()
            if depth and not content:
                return [_wordless(shown_as, digest, _EMPTY)]
            found = recognise(content)
            found = (known and named(known)) or found
            media_type = found.media_type
            extraction = self._read(content, found)
            unread = (
                extraction.unread
                or letters_lost(extraction.passages)
                or letters_of_their_own(extraction.passages)
            )
            if depth and unread and is_wordless(content):
                unread = None
        except DocumentError as error:
            if depth and digest and is_wordless(content):
                return [_wordless(shown_as, digest, media_type)]
            return [_unread(shown_as, digest, media_type, str(error))]
        own = Document(
            path=shown_as,
            sha256=digest,
            media_type=extraction.media_type,
            status=DocumentStatus.PARTLY_SCREENED if unread else DocumentStatus.SCREENED,
            reason=unread,
            passages=self._with_more(extraction.passages),
            pages=extraction.pages,
            content=content if self.keep else None,
        )
        inside = self._parts(shown_as, extraction.parts, depth + 1)
        own = _naming(_with(own, inside), (part.name for part in extraction.parts))
        return [own, *(document for one in inside for document in one)]

    def _with_more(self, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
        if self.sandbox is None:  # a list of names, in which nothing is seen but lines
            return passages
        passages = (*passages, *as_shown(passages, _end(passages)))
        return (*passages, *domains.as_passages(passages, _end(passages)))

    def _read(self, content: bytes, found: FileType) -> Extraction:
        if self.sandbox is None:
            textual = found is PLAIN_TEXT or found.media_type.startswith(("text/", "message/"))
            if not textual and found.media_type not in ("application/json", "application/xml"):
                raise _no_reader(found)
            return TEXT.read(Content(data=content, media_type="text/x-names"))
        reader = reader_for(found.media_type)
        if reader is None:
            raise _no_reader(found)
        if reader.trusted:
            return reader.read(Content(data=content, media_type=found.media_type))
        return self.sandbox.read(content, found.media_type)

    def _parts(self, shown_as: str, parts: tuple[Part, ...], depth: int) -> list[list[Document]]:
        return [
            self.file(
                f"{shown_as}{_INSIDE}{_printable(part.name)}",
                partial(self._part, part, depth),
                depth,
                part.media_type,
            )
            for part in parts
        ]

    def _part(self, part: Part, depth: int) -> bytes:
        """The bytes of a file inside a file.

        Raises:
            DocumentError: they could not be had, or are more than may be.
        """
        self.files += 1
        self.unpacked += len(part.data)
        if part.unread is not None:
            raise DocumentError(part.unread)
        if depth > DEEPEST:
            raise DocumentError(f"more than {DEEPEST} files inside one another: not read")
        if self.files > MOST_PARTS:
            raise DocumentError(f"more than {MOST_PARTS:,} files inside one file: not read")
        if self.unpacked > LARGEST_TREE:
            raise DocumentError(
                f"the files before it came to {LARGEST_TREE / 1e6:,.0f} MB: it was not read. "
                "Unpack the file around it and screen the folder."
            )
        # An empty one is no fault of the file around it.
        return load(None, part.data, largest=self.largest) if part.data else b""


def _printable(name: str) -> str:
    """A name in one line: strangers chose it."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in name)


def _unread(path: str, digest: str, media_type: str, reason: str) -> Document:
    return Document(
        path=path,
        sha256=digest,
        media_type=media_type,
        status=DocumentStatus.NOT_SCREENED,
        reason=reason,
    )


def _wordless(path: str, digest: str, media_type: str) -> Document:
    """A file without words, of which nothing was missed."""
    return Document(path=path, sha256=digest, media_type=media_type, status=DocumentStatus.SCREENED)


def _naming(own: Document, names: Iterable[str]) -> Document:
    """A document with the names of files behind its own text; one that was not read has none."""
    if own.status is DocumentStatus.NOT_SCREENED:
        return own
    return replace(
        own, passages=(*own.passages, *file_names.as_passages(names, _end(own.passages)))
    )


def _end(passages: tuple[Passage, ...]) -> int | None:
    """Where the next passage is put behind; None where it is the first."""
    return passages[-1].start + len(passages[-1].text) if passages else None


def _no_reader(found: FileType) -> DocumentError:
    return DocumentError(f"{found.words}: it was not read. {found.advice}")


def _with(own: Document, inside: list[list[Document]]) -> Document:
    """A document whose status speaks for the files inside it too."""
    bad = [one[0] for one in inside if one[0].status is not DocumentStatus.SCREENED]
    every = [own, *(document for one in inside for document in one)]
    if not bad and inside and not any(document.passages for document in every):
        reason = "nothing in it holds words: nothing to screen"
        return replace(own, status=DocumentStatus.NOT_SCREENED, reason=reason)
    if not bad:
        return own
    names = [document.path[len(own.path) + len(_INSIDE) :] for document in bad]
    shown = ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
    reason = f"{len(bad)} of {len(inside)} files in it not or not wholly read: {shown}"
    nothing = not own.passages and all(
        document.status is DocumentStatus.NOT_SCREENED for one in inside for document in one[:1]
    )
    return replace(
        own,
        status=DocumentStatus.NOT_SCREENED if nothing else DocumentStatus.PARTLY_SCREENED,
        reason="; ".join(filter(None, (own.reason, reason))),
    )
