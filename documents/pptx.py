"""PPTX: slides in their order, tables, notes, comments. ECMA-376 part 1, 19 (PresentationML)."""

from documents.layout import Layout, tidy
from documents.office import OfficeFile, drawn_texts, natural, open_office
from documents.office_rest import rest
from documents.reader import Content, Extraction
from documents.run_on import over_slides
from documents.said import Rest
from documents.xml_parts import Element, attribute, local
from records import DocumentError

_PRESENTATION = "ppt/presentation.xml"
_PLACES = {
    "notes": "notes", "cmLst": "comment", "chartSpace": "chart", "dataModel": "diagram",
    "drawing": "diagram",
}  # fmt: skip
# Elements whose texts are laid out, or are numbers of the format.
_WALKED = frozenset(("t", "f", "v"))
_MASTERS = ("Masters/", "Layouts/")


def read(content: Content) -> Extraction:
    """Read a presentation; a slide is a page.

    Raises:
        DocumentError: it is encrypted or damaged, or has no words.
    """
    office = open_office(content.data)
    layout = Layout()
    slides = _slides(office)
    beside: dict[str, None] = {}
    for number, name in enumerate(slides, start=1):
        beside |= dict.fromkeys(_slide(office, name, number, layout))
    of_slides = [item for item in layout.passages if not item.place]
    for text, number in over_slides(of_slides):
        layout.add(text, page=number, place=f"slides {number} and {number + 1}, joined")
    aside = Rest(layout)
    for name in sorted(office.unread(), key=natural):
        if name.endswith(".xml") and any(folder in name for folder in _MASTERS):
            _master(office.xml(name), aside)
            beside[name] = None
    parts = rest(office, aside, dict.fromkeys([_PRESENTATION, *slides, *beside], _WALKED))
    return office.extraction(content, layout, parts, len(slides))


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


def _slide(office: OfficeFile, name: str, number: int, layout: Layout) -> list[str]:
    """Lay out a slide and the parts that it refers to; their names."""
    root = office.xml(name)
    for text in drawn_texts(root):
        layout.add(text, page=number)
    for node in root:
        layout.add(tidy(attribute(node, "name") or ""), page=number, place="name of the slide")
    read = []
    for part in office.relations(name).values():
        if not part.endswith(".xml") or not office.names(part):
            continue
        root = office.xml(part)
        place = _PLACES.get(local(root))
        if place:
            read.append(part)
            _beside(root, number, place, layout)
    return read


def _beside(root: Element, number: int, place: str, layout: Layout) -> None:
    """The notes, comments, charts and diagrams of a slide."""
    found = [tidy(node.text or "") for node in root.iter() if local(node) == "text"]
    seen: set[str] = set()
    for text in (*found, *drawn_texts(root)):
        if place != "diagram" or text not in seen:
            layout.add(text, page=number, place=place)
        seen.add(text)


def _master(root: Element, aside: Rest) -> None:
    """What every slide shows; the prompts in placeholders are nobody's words, unless somebody
    wrote them anew.
    """
    for shape in root.iter():
        if local(shape) == "sp" and not any(map(_is_prompt, shape.iter())):
            for text in drawn_texts(shape):
                aside.add(text, "slide master")


def _is_prompt(node: Element) -> bool:
    if local(node) != "ph":
        return False
    return node.get("type") not in ("ftr", "hdr") and node.get("hasCustomPrompt") != "1"
