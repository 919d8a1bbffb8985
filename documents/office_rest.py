"""The parts of an Office file (ECMA-376) that no walk of a reader goes to: charts, diagrams, form
controls, pivot tables, properties, what is put into it. Nothing is told by its name or its folder
alone: a part that nobody knows is read for its texts, or is a file inside the file.
"""

import re
from collections.abc import Iterator, Mapping

from documents import vector, xlsb
from documents.html import words_of
from documents.layout import tidy
from documents.office import OfficeFile, drawn_texts
from documents.reader import Part
from documents.said import Rest, address, said
from documents.xml_parts import Element, attribute, local
from records import DocumentError

_PLACES: Mapping[str, str] = {
    "chartSpace": "chart", "chart": "chart", "dataModel": "diagram", "drawing": "diagram",
    "wsDr": "text box", "userShapes": "chart", "xml": "text box", "cmAuthorLst": "author",
    "authorLst": "author", "people": "author", "personList": "author", "pivotCacheDefinition":
    "pivot table", "pivotCacheRecords": "pivot table", "pivotTableDefinition": "pivot table",
    "externalLink": "external link", "ocx": "form control", "formControlPr": "form control",
    "connections": "connection", "queryTable": "connection", "tagLst": "tag", "numbering": "list",
    "settings": "settings", "sldMaster": "slide master", "sldLayout": "slide master",
    "notesMaster": "notes master", "handoutMaster": "handout master", "workbook": "workbook",
    "presentation": "presentation", "svg": "picture", "table": "table", "cmLst": "comment",
}  # fmt: skip
# What they hold are names of colours, fonts and styles, and cells that are read elsewhere.
_SILENT = {
    "theme", "themeOverride", "styles", "styleSheet", "fonts", "webSettings", "presentationPr",
    "viewPr", "tblStyleLst", "calcChain", "sst", "chartStyle", "colorStyle", "colorsDef",
    "layoutDef", "styleDef", "Relationships", "Types", "contentTypeSchema", "cid", "commentsIds",
    "commentsExtensible", "commentsEx", "volTypes", "metadata",
}  # fmt: skip
# Fonts, settings of printers, small pictures of the first page, programs: no words of the document.
_NO_WORDS = re.compile(
    r"(?:\.odttf|\.fntdata|\.ttf|\.rels|\.sigs|thumbnail\.\w+|printerSettings\d*\.bin|"
    r"\[trash\]/.*|vbaProject\w*\.bin|_?vbaData\.xml|\[Content_Types\]\.xml|(?:calcChain|styles|sharedStrings|"
    r"binaryIndex\d*)\.bin)$",
    re.IGNORECASE,
)
_PLAIN = {"title", "subject", "creator", "description", "keywords", "lastModifiedBy"}
_FORMAT = {
    "Application", "AppVersion", "HeadingPairs", "DocSecurity", "ScaleCrop", "LinksUpToDate",
    "SharedDoc", "HyperlinksChanged", "created", "modified", "revision", "lastPrinted", "version",
    "PresentationFormat", "Template", "language",
}  # fmt: skip
# Settings of controls, which stand among their words.
_SETTINGS = {
    "True",
    "False",
    "Top",
    "Bottom",
    "Left",
    "Right",
    "Center",
    "Auto",
    "Justify",
    "Distributed",
}
# Parts of a binary workbook (XLSB), but what is put into it.
_BINARY_SHEETS = re.compile(r"^xl/(?!embeddings/|activeX/).*\.bin$")
# What is said in a film (WebVTT), beside the film.
_CAPTIONS = (b"WEBVTT", b"\xef\xbb\xbfWEBVTT")
_MARKUP = re.compile(rb"\s*(?:\xef\xbb\xbf)?<")
_FILES = re.compile(r"relationships/(?:aFChunk|attachedTemplate|package|oleObject)$")


def rest(
    office: OfficeFile, layout_rest: Rest, walked: Mapping[str, frozenset[str]]
) -> tuple[Part, ...]:
    """Lay out what is left, and give the files inside.

    Args:
        office: the file, whose main parts were walked.
        layout_rest: where to put it.
        walked: the main parts, with the elements whose texts the walk has laid out.
    """
    for name, elements in walked.items():
        layout_rest.part(office.xml(name), "text", elements)
    parts = tuple(part for name in office.unread() if (part := _one(office, name, layout_rest)))
    for name in office.names("", ".rels"):
        for target in _links(office, name):
            layout_rest.add(target, "link")
    return parts


def _one(office: OfficeFile, name: str, layout_rest: Rest) -> Part | None:
    """Lay out a part; itself where it is a file of another kind."""
    if _NO_WORDS.search(name):
        return None
    try:
        data = office.bytes(name)
    except DocumentError as error:
        return Part(name=name, data=b"", unread=str(error))
    if vector.is_metafile(data):
        for text in vector.texts(data):
            layout_rest.add(text, f"picture {name.rpartition('/')[2]}")
        return None
    is_picture = not _MARKUP.match(data) and not data.startswith(_CAPTIONS)
    if re.search(r"(?:^|/)media/", name) and is_picture:
        return None  # a picture, which is looked at where pictures are
    if _BINARY_SHEETS.search(name):
        for text, place in xlsb.strings(data):
            layout_rest.add(text, place)
        return None
    is_xml = name.lower().endswith((".xml", ".vml", ".svg")) or data.startswith(b"<?xml")
    if not is_xml or not _MARKUP.match(data):
        return Part(name=name, data=data)
    try:
        root = office.xml(name)
    except DocumentError:
        if layout_rest.is_empty:
            raise  # it may be the very text of the file
        if not name.lower().endswith(".vml"):
            return Part(name=name, data=data)
        # Older programs write VML that is no XML.
        for text in words_of(data.decode("utf-8", errors="replace")):
            layout_rest.add(text, "text box")
        return None
    _lay_out(root, name, layout_rest)
    return None


def _lay_out(root: Element, name: str, layout_rest: Rest) -> None:
    kind = local(root)
    if kind in _SILENT:
        if kind == "styleSheet":
            # Numbers may be shown with words around them, which stand nowhere else.
            for text, where in said(root):
                layout_rest.add(text, where)
        return
    if kind in ("coreProperties", "Properties"):
        for text, place in _properties(root):
            layout_rest.add(text, place)
        return
    place = _PLACES.get(kind, f"part {name}")
    for text in drawn_texts(root):
        layout_rest.add(text, place)
    for text, where in said(root):
        layout_rest.add(text, where)
    for node in root.iter():
        text = tidy(node.text or "")
        if isinstance(node.tag, str) and not _is_drawn(node) and text not in _SETTINGS:
            layout_rest.add(text, place)
        layout_rest.add(tidy(node.tail or ""), place)


def _is_drawn(node: Element) -> bool:
    """Whether its text is a part of a paragraph, which was laid out whole, or an address."""
    name = local(node)
    if name == "t":
        return any(local(above) == "p" for above in node.iterancestors())
    return name == "f"


def _properties(root: Element) -> Iterator[tuple[str, str]]:
    for node in root.iter():
        name = local(node)
        if name == "property":
            own = attribute(node, "name") or ""
            yield tidy(own), "property"
            yield tidy(" ".join(map(str, node.itertext()))), f"property {tidy(own)}"
        elif name not in _FORMAT and not _below(node, ("property", "HeadingPairs")):
            label = f"property {name}" if name not in ("lpstr", "lpwstr") else "property"
            yield tidy(node.text or ""), label


def _below(node: Element, names: tuple[str, ...]) -> bool:
    return any(local(above) in names for above in node.iterancestors())


def _links(office: OfficeFile, rels: str) -> Iterator[str]:
    """Where the hyperlinks and other references out of the file lead to."""
    for node in office.xml(rels):
        if node.get("TargetMode") == "External":
            yield address(str(node.get("Target") or ""))
