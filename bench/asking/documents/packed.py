"""Archives and compressed files, and what is in them."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Iterator, Sequence

from asking.documents.paper import Paper, sentence


def papers(name: str, others: Sequence[Paper]) -> Iterator[Paper]:
    """Archives with the name in a text, in a file's name, and in a document inside.

    Args:
        name: what is in the texts.
        others: documents to pack.
    """
    text = sentence(name).encode()
    yield _paper("ZIP", ".zip", _zip({"a/note.txt": text}))
    yield _paper("ZIP in a ZIP", ".zip", _zip({"in.zip": _zip({"note.txt": text})}))
    yield _paper("name of a file in a ZIP", ".zip", _zip({f"{name}.txt": b"Hello."}))
    yield _paper("name of a folder in a ZIP", ".zip", _zip({f"{name}/a.txt": b"Hello."}))
    commented = io.BytesIO()
    with zipfile.ZipFile(commented, "w") as file:
        file.writestr("a.txt", "Hello.")
        file.comment = text
    yield _paper("comment of a ZIP", ".zip", commented.getvalue())
    yield _paper("TAR", ".tar", _tar({"note.txt": text}, "w"))
    yield _paper("TAR.GZ", ".tar.gz", _tar({"note.txt": text}, "w:gz"))
    yield _paper("TAR.XZ", ".tar.xz", _tar({"note.txt": text}, "w:xz"))
    yield _paper("GZIP", ".txt.gz", gzip.compress(text))
    yield _paper("BZIP2", ".txt.bz2", bz2.compress(text))
    yield _paper("XZ", ".txt.xz", lzma.compress(text))
    yield _paper("7-Zip's signature alone", ".7z", b"7z\xbc\xaf\x27\x1c" + b"\0" * 40)
    yield _paper("RAR's signature alone", ".rar", b"Rar!\x1a\x07\x01\x00" + b"\0" * 40)
    for one in [each for each in others if each.place == "body"]:
        data = _zip({f"deal{one.suffix}": one.data})
        yield _paper(f"{one.kind.rpartition(' ')[2]} in a ZIP", ".zip", data)


def _paper(place: str, suffix: str, data: bytes) -> Paper:
    return Paper("documents: archives", place, suffix, data)


def _zip(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            archive.writestr(path, data)
    return out.getvalue()


def _tar(files: dict[str, bytes], mode: str) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for path, data in files.items():
            entry = tarfile.TarInfo(path)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()
