"""The process that parses: reads a message, answers it, waits for the next. See ``sandbox.py``."""

import os
from typing import Any, BinaryIO

from documents import wire
from documents.confine import confine
from documents.pictures import pack_pictures
from documents.reader import Content
from documents.readers import reader_for
from records import DocumentError


def main() -> None:
    """Answer until there are no more questions. Nothing that a library prints gets in between."""
    questions = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    confine()
    while True:
        try:
            header, blobs = wire.unpack(questions.read)
        except wire.WireError:
            return
        for piece in _answer(header, blobs[0], answers):
            answers.write(piece)
        answers.flush()


def _answer(header: dict[str, Any], data: bytes, answers: BinaryIO) -> list[bytes]:
    def alive() -> None:
        answers.writelines(wire.pack({"alive": True}))
        answers.flush()

    try:
        content = Content(data=data, media_type=header["media_type"], alive=alive)
        if "pages" in header:
            return pack_pictures(content, header)
        reader = reader_for(content.media_type)
        if reader is None:
            raise DocumentError("there is no reader for it: it was not read")
        return wire.pack_extraction(reader.read(content))
    except DocumentError as error:
        return wire.pack({"error": str(error)})
    except MemoryError:
        return wire.pack({"memory": True})
    except RecursionError:
        return wire.pack({"broken": "too deeply nested"})
    except Exception as error:  # noqa: BLE001 (a parser may raise anything; the file is at fault)
        return wire.pack({"broken": f"{type(error).__name__}: {error}"[:300]})


if __name__ == "__main__":
    main()
