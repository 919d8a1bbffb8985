"""PPTX: slides in their order, tables, notes, comments. ECMA-376 part 1, 19 (PresentationML)."""

from documents.layout import Layout, tidy
from documents.office import OfficeFile, drawn_texts, embedded, open_office, properties
from documents.reader import Content, Reading
from documents.xml_parts import Element, local
from records import DocumentError

_PRESENTATION = "ppt/presentation.xml"
_PLACES = {"notes": "notes", "cmLst": "comment", "chartSpace": "chart", "dataModel": "diagram"}


def read(content: Content) -> Reading:
    """Read a presentation; a slide is a page.

    Raises:
        DocumentError: it is encrypted or damaged, or has no words.
    """
    office = open_office(content.data)
    layout = Layout()
    slides = _slides(office)
    for number, name in enumerate(slides, start=1):
        _slide(office, name, number, layout)
    for name in office.names("ppt/slideMasters/", ".xml") + office.names(
        "ppt/slideLayouts/", ".xml"
    ):
        if "/_rels/" not in name:
            _master(office.xml(name), layout)
    properties(office, layout)
    return office.reading(content, layout, embedded(office, "ppt/"), len(slides))


def _slides(office: OfficeFile) -> list[str]:
    targets = office.relations(_PRESENTATION)
    shown = [
        _target(node, targets)
        for node in office.xml(_PRESENTATION).iter()
        if local(node) == "sldId"
    ]
    if missing := [name for name in shown if not office.names(name or "\n")]:
        raise DocumentError(f"its slide {missing[0]!r} is missing: it was not read. Is it whole?")
    return shown


def _target(node: Element, targets: dict[str, str]) -> str:
    """The part of a slide: its id of relation is in a namespace, beside a number without one."""
    for key, value in node.attrib.items():
        if str(key).endswith("}id"):
            return targets.get(str(value), "")
    return ""


def _slide(office: OfficeFile, name: str, number: int, layout: Layout) -> None:
    for text in drawn_texts(office.xml(name)):
        layout.add(text, page=number)
    for part in office.relations(name).values():
        if not part.endswith(".xml") or not office.names(part):
            continue
        root = office.xml(part)
        place = _PLACES.get(local(root))
        if place == "comment":
            for node in root.iter():
                if local(node) == "text":
                    layout.add(tidy(node.text or ""), page=number, place=place)
        if place:
            for text in drawn_texts(root):
                layout.add(text, page=number, place=place)


def _master(root: Element, layout: Layout) -> None:
    """What every slide shows; the prompts in placeholders are nobody's words."""
    for shape in root.iter():
        if local(shape) == "sp" and not any(local(node) == "ph" for node in shape.iter()):
            for text in drawn_texts(shape):
                layout.add(text, place="slide master")
