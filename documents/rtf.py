"""RTF by striprtf, which passes over headers, footers, notes and comments: those are cut out and
read by themselves. Rich Text Format 1.9.1.
"""

import re
from collections.abc import Iterator

from striprtf.striprtf import rtf_to_text

from documents.layout import Layout, sound
from documents.reader import Content, Reading
from documents.rtf_bytes import source_of
from records import DocumentError

_ASIDE = re.compile(
    r"\{\\(?:\*\\)?(header[lrf]?|footer[lrf]?|footnote|annotation|shptxt|atnauthor"
    r"|title|subject|author|company|doccomm)(?![a-z])"
)
_PLACES = {
    "header": "header", "footer": "footer", "footnote": "footnote", "annotation": "comment",
    "shptxt": "text box", "atnauthor": "comment",
}  # fmt: skip
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_CODEPAGE = re.compile(r"\\ansicpg(\d+)")
_PARAGRAPHS = re.compile(r"\n{1,}")
# Deleted words that are still shown as such stand beside those that took their place.
_DELETED = re.compile(r"(\{[^{}]*\\deleted(?![a-z])[^{}]*)\}")


def read(content: Content) -> Reading:
    """Read an RTF file.

    Raises:
        DocumentError: it has no words.
    """
    source = _DELETED.sub(r" \1 }", source_of(content.data))
    codepage = _CODEPAGE.search(source)
    head = "{\\rtf1\\ansi" + (codepage[0] if codepage else "") + " "
    layout = Layout()
    for paragraph in _PARAGRAPHS.split(_words(source)):
        layout.add(paragraph.strip())
    for kind, group in _groups(source):
        for paragraph in _PARAGRAPHS.split(_words(head + group)):
            layout.add(paragraph.strip(), place=_PLACES.get(kind, f"property {kind}"))
    if not layout.passages:
        raise DocumentError("an RTF file without words: nothing to screen")
    unread = None
    if _depth(source) > 0:
        unread = "the file ends too early: what stood after its end was not read. Is it whole?"
    return Reading(passages=layout.passages, media_type=content.media_type, unread=unread)


def _words(source: str) -> str:
    text: str = rtf_to_text(source, errors="replace")  # type: ignore[no-untyped-call]
    return sound(text)


def _groups(source: str) -> Iterator[tuple[str, str]]:
    """What stands aside: its kind without left, right, first, and its RTF without the control
    word that makes it stand there.
    """
    for found in _ASIDE.finditer(source):
        depth, end = 1, len(source)
        for brace in _BRACE.finditer(source, found.end()):
            depth += {"{": 1, "}": -1}.get(brace[0], 0)
            if depth == 0:
                end = brace.end()
                break
        kind = re.sub(r"^(header|footer).*", r"\1", found[1])
        yield kind, source[found.end() : end]


def _depth(source: str) -> int:
    """Groups that are still open at the end: more than none in a file that was cut."""
    depth = 0
    for brace in _BRACE.finditer(source):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
    return depth
