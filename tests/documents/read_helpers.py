"""Short ways to read a document in a test."""

from documents import Sandbox, read_all
from records import Document


def places(document: Document) -> dict[str, str | None]:
    """Each passage's text and place."""
    return {passage.text: passage.place for passage in document.passages}


def inside(data: bytes, sandbox: Sandbox, name: str = "a") -> list[Document]:
    """A document and those inside it."""
    return read_all(data=data, shown_as=name, sandbox=sandbox)


def one(data: bytes, sandbox: Sandbox) -> Document:
    """A document without any inside it."""
    (document,) = inside(data, sandbox)
    return document
