"""Words of XML files that stand in attributes, and in elements that no walk of a reader visits:
alternative texts, bookmarks, names of sheets and ranges, links, captions of controls, authors.

ECMA-376 (WordprocessingML, SpreadsheetML, PresentationML, DrawingML, VML), OASIS OpenDocument 1.3.
"""

import re
from collections.abc import Collection, Iterator
from urllib.parse import unquote

from documents.layout import Layout, tidy
from documents.xml_parts import Element, local

# Of any element.
_ANYWHERE = {
    "descr": "alternative text", "alt": "alternative text", "title": "alternative text",
    "tooltip": "link", "invalidUrl": "link", "author": "author",
    "displayName": "name", "userName": "author", "caption": "caption", "comment": "comment",
    "description": "description", "prompt": "prompt", "promptTitle": "prompt",
    "error": "prompt", "errorTitle": "prompt", "totalsRowLabel": "caption",
    "label": "caption", "help-text": "prompt", "current-value": "form control",
    "string-value": "field", "string-value-if-true": "field", "string-value-if-false": "field",
    "num-prefix": "list label", "num-suffix": "list label", "href": "link",
    "creator": "author", "nameUniversal": "name", "instr": "field code", "equationxml": "formula",
    "connection": "connection", "command": "connection", "sourceFile": "connection",
    "table-name": "name", "database-name": "name", "column-name": "name",
    "target-frame-name": "link", "subtitle": "caption", "embeddedHtml": "video",
    "lastValue": "form control", "LinkTarget": "link", "formula": "words in a formula",
    "display-text": "form control",
}  # fmt: skip
# Of these elements only: elsewhere the attribute is a word of the format.
_OF: dict[str, dict[str, str]] = {
    "bookmarkStart": {"name": "bookmark"}, "hyperlink": {"location": "link", "anchor": "link",
    "display": "link"},
    "docPr": {"name": "name of a drawing"}, "cNvPr": {"name": "name of a drawing"},
    "textpath": {"string": "text box"}, "alias": {"val": "form control"},
    "tag": {"val": "tag", "name": "tag"}, "listItem": {"displayText": "form control",
    "value": "form control"}, "listEntry": {"val": "form control"},
    "default": {"val": "form control"}, "helpText": {"val": "prompt"},
    "statusText": {"val": "prompt"}, "tblCaption": {"val": "alternative text"},
    "tblDescription": {"val": "alternative text"}, "docVar": {"name": "variable",
    "val": "variable"}, "numFmt": {"formatCode": "format"},
    "lvlText": {"val": "list label"}, "attr": {"val": "tag"}, "permStart": {"ed": "author"},
    "query": {"val": "connection"}, "connectString": {"val": "connection"},
    "mailSubject": {"val": "field"}, "cmAuthor": {"name": "author"}, "author": {"name": "author"},
    "custShow": {"name": "name"}, "section": {"name": "name"},
    "definedName": {"name": "name"}, "sheet": {"name": "sheet name"}, "table": {"name": "name"},
    "tableColumn": {"name": "name"}, "cacheField": {"name": "pivot table"},
    "s": {"v": "pivot table"}, "pivotTableDefinition": {"name": "pivot table"},
    "pivotField": {"name": "pivot table"}, "dataField": {"name": "pivot table"},
    "worksheetSource": {"name": "pivot table", "sheet": "pivot table"},
    "sheetName": {"val": "external link"}, "connection": {"name": "connection"},
    "webPr": {"url": "connection"}, "slicer": {"name": "name"},
    "slicerCacheDefinition": {"sourceName": "name"}, "scenario": {"name": "name",
    "user": "author"}, "inputCells": {"val": "name"}, "protectedRange": {"name": "name"},
    "filter": {"val": "filter"}, "customFilter": {"val": "filter"}, "cfRule": {"text": "format"},
    "control": {"name": "form control"}, "item": {"val": "form control"},
    "customWorkbookView": {"name": "name"}, "queryTable": {"name": "name"},
    "oleObj": {"name": "name of a drawing"}, "label": {"value": "form control"},
    "property": {"name": "property"},
    "ocxPr": {"value": "form control"},
    "bookmark": {"name": "bookmark"}, "bookmark-start": {"name": "bookmark"},
    "bookmark-ref": {"ref-name": "bookmark"}, "reference-mark": {"name": "bookmark"},
    "reference-mark-start": {"name": "bookmark"}, "user-field-decl": {"name": "field"},
    "variable-decl": {"name": "field"}, "frame": {"name": "name of a drawing"},
    "custom-shape": {"name": "name of a drawing"}, "page": {"name": "name"},
    "named-range": {"name": "name"}, "hidden": {"value": "form control"},
    "named-expression": {"name": "name", "expression": "words in a formula"},
    "database-range": {"name": "name"}, "text": {"value": "form control", "name": "form control"},
    "textarea": {"value": "form control"}, "button": {"name": "form control"},
    "option": {"value": "form control"}, "user-defined": {"name": "property"},
    "filter-condition": {"value": "filter"}, "content-validation": {"condition": "prompt"},
    "user-index-mark": {"name": "field"}, "show": {"name": "name"},
    "condition": {"value": "words in a formula"}, "map": {"condition": "words in a formula"},
}  # fmt: skip
_COMMAND = re.compile(r"^\s*[A-Z]+\b|\\[a-zA-Z*@#!]|\b(?:MERGEFORMAT|CHARFORMAT)\b|\"")
_IN_QUOTES = re.compile(r'"((?:[^"]|"")*)"')
_SHOWN_LETTER = re.compile(r"\\(.)")
_LEVELS = re.compile(r"%\d")
# One letter of a script with few of them may be a word.
_WORDS = re.compile(r"[A-Za-z]{2}|[^\W\d_A-Za-z]")
_PLACEHOLDER = re.compile(r"[A-Za-z][A-Za-z ]*\d+")
_OWN = re.compile(r"https?://(?:schemas\.|www\.w3\.org/|purl\.org/)|urn:|application/|image/")


def said(root: Element) -> Iterator[tuple[str, str]]:
    """The words in the attributes of a part, each with where it stood."""
    for node in root.iter():
        if not node.attrib or not isinstance(node.tag, str):
            continue
        own = _OF.get(local(node), {})
        for key, value in node.attrib.items():
            name = str(key).rpartition("}")[2]
            place = own.get(name) or _ANYWHERE.get(name)
            if place and (words := _worth(str(value), place)):
                yield words, place


def _worth(value: str, place: str) -> str:
    """An attribute's words; nothing where a program made them up, such as ``Picture 3``."""
    words = address(value) if place == "link" else tidy(value)
    if place == "list label":
        words = tidy(_LEVELS.sub(" ", words))
    elif place == "field code":
        words = code(value)
    elif place == "words in a formula":
        words = tidy(" ".join(_IN_QUOTES.findall(value)))
    elif place == "format":
        # ``\\S\\o\\v 0`` shows what ``"Sov" 0`` does.
        words = tidy(_SHOWN_LETTER.sub(r"\1", value))
    if not _WORDS.search(words) or (place == "bookmark" and words.startswith("_")):
        return ""
    if place == "name of a drawing" and _PLACEHOLDER.fullmatch(words):
        return ""
    return words


def code(instruction: str) -> str:
    """The words of a field's code without the command that it begins with, and its switches."""
    return tidy(_COMMAND.sub(" ", instruction))


def address(target: str) -> str:
    """What a link leads to, as it reads; nothing for what names a format and no place."""
    return "" if _OWN.match(target) else tidy(unquote(target))


def texts(root: Element, walked: Collection[str]) -> Iterator[str]:
    """The texts of the elements of a part, but of those that a walk visits anyway."""
    for node in root.iter():
        if isinstance(node.tag, str) and local(node) not in walked:
            yield tidy(node.text or "")
        yield tidy(node.tail or "")


class Rest:
    """Lays out what the walk of a reader passed over, each text once."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._seen = {passage.text for passage in layout.passages}

    @property
    def is_empty(self) -> bool:
        """Whether nothing was laid out yet, here or before."""
        return not self._seen

    def add(self, text: str, place: str) -> None:
        """Put a text behind the others, unless it stands there already or has no words."""
        if text not in self._seen and _WORDS.search(text):
            self._seen.add(text)
            self._layout.add(text, place=place)

    def part(self, root: Element, place: str, walked: Collection[str] | None = None) -> None:
        """Lay out a part.

        Args:
            root: its root.
            place: what it is, for a reader: ``chart``.
            walked: the elements whose texts the walk has read; None where it did not go there.
        """
        for text, where in said(root):
            self.add(text, where)
        for text in texts(root, walked or ()):
            self.add(text, place)
