"""RTF by striprtf, which passes over headers, footers, notes and comments: those are cut out and
read by themselves. Rich Text Format 1.9.1.
"""

import re

from striprtf.striprtf import rtf_to_text

from documents.layout import Layout, sound
from documents.reader import Content, Extraction, Part
from documents.rtf_bytes import source_of
from documents.rtf_fonts import decoded
from documents.rtf_groups import asides, depth_at_end, put_in, without_stray_stars
from documents.said import Rest, code
from records import DocumentError

_PLACES = {
    "annotation": "comment", "atnauthor": "comment", "atnid": "comment", "shptxt": "text box",
    "dptxbxtext": "text box", "fldinst": "field code", "bkmkstart": "bookmark",
    "sv": "alternative text", "ffdeftext": "form control", "ffl": "form control",
    "ffname": "form control", "ffhelptext": "prompt", "ffstattext": "prompt", "result": "object",
    "xe": "index", "tc": "contents", "docvar": "variable", "leveltext": "list label",
    "pntxta": "list label", "pntxtb": "list label",
    "pntext": "list label", "upr": "text", "revtbl": "author", "footnote": "footnote",
    "objname": "object", "objsect": "object", "filetbl": "file name", "ud": "text",
    "propname": "property", "staticval": "property", "linkval": "property", "hl": "link",
    "hlloc": "link", "hlfr": "link", "hlsrc": "link", "shprslt": "text box",
}  # fmt: skip
_PROPERTIES = {
    "title", "subject", "author", "company", "doccomm", "keywords", "manager", "category",
    "comment", "hlinkbase", "operator",
}  # fmt: skip
_MARGIN = re.compile(r"(header|footer)[lrf]?")
# Once for the whole document: their words may stand elsewhere, too.
_REPEATED = {
    "fldinst", "bkmkstart", "sv", "leveltext", "atnid", "ffname", "shprslt", "pntext", "upr", "ud",
}  # fmt: skip
_CODEPAGE = re.compile(r"\\ansicpg(\d+)")
_PARAGRAPHS = re.compile(r"\n{1,}")
# Deleted words that are still shown as such stand beside those that took their place.
_DELETED = re.compile(r"(\{[^{}]*\\deleted(?![a-z])[^{}]*)\}")


def read(content: Content) -> Extraction:
    """Read an RTF file.

    Raises:
        DocumentError: it has no words.
    """
    source = without_stray_stars(decoded(source_of(content.data)))
    source = _DELETED.sub(r" \1 }", source)
    codepage = _CODEPAGE.search(source)
    head = "{\\rtf1\\ansi" + (codepage[0] if codepage else "") + " "
    layout = Layout()
    for paragraph in _PARAGRAPHS.split(_words(source)):
        layout.add(paragraph.strip())
    _lay_out_asides(source, head, layout)
    aside, parts = Rest(layout), []
    for item in put_in(source):
        if isinstance(item, Part):
            parts.append(item)
        else:
            aside.add(item, "picture")
    if not layout.passages and not parts:
        raise DocumentError("an RTF file without words: nothing to screen")
    unread = None
    if depth_at_end(source) > 0:
        unread = "the file ends too early: what stood after its end was not read. Is it whole?"
    return Extraction(
        passages=layout.passages, media_type=content.media_type, unread=unread, parts=tuple(parts)
    )


def _lay_out_asides(source: str, head: str, layout: Layout) -> None:
    """Put what stands aside behind the body, each with what it is."""
    later: list[tuple[str, str]] = []
    for kind, group in asides(source):
        # A name and its value stand in two groups side by side.
        words = _words(head + group.replace("}{", "} {"))
        place = _place(kind)
        if kind in _REPEATED:
            later.append((code(words) if kind == "fldinst" else words.strip(" ;\n"), place))
            continue
        for paragraph in _PARAGRAPHS.split(words):
            layout.add(paragraph.strip(), place=place)
    aside = Rest(layout)
    for words, place in later:
        aside.add(words, place)


def _place(kind: str) -> str:
    margin = _MARGIN.fullmatch(kind)
    if margin:
        return margin[1]
    return _PLACES.get(kind) or (f"property {kind}" if kind in _PROPERTIES else f"group {kind}")


def _words(source: str) -> str:
    text: str = rtf_to_text(source, errors="replace")  # type: ignore[no-untyped-call]
    return sound(text)
