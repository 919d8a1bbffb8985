"""What the styles of a page do to the order of its letters, and which of its words they hide."""

import re
from collections.abc import Iterator

from documents.xml_parts import Element, local

_OVERRIDE, _END = "\u202e", "\u202c"
_TURNED = re.compile(r"\bunicode-bidi\s*:[^;}]*\bbidi-override|\bunicode-bidi\s*:[^;}]*-override")
_TO_THE_LEFT = re.compile(r"\bdirection\s*:\s*rtl\b", re.IGNORECASE)
_RULE = re.compile(r"([^{}]{1,500})\{([^{}]{0,2000})\}")
_HIDDEN = re.compile(
    r"\bdisplay\s*:\s*none\b|\bvisibility\s*:\s*hidden\b|\bfont-size\s*:\s*0(?![.\d])",
    re.IGNORECASE,
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
# Small letters beside others, which say how these are read.
_BESIDE = {"rt", "rp"}
_SMALL = re.compile(r"<r[tp][\s>]", re.IGNORECASE)


def turn_round(root: Element, text: str, styles: list[str]) -> None:
    """Put Unicode's own marks where a page turns the order of its letters round (``<bdo
    dir="rtl">``, ``unicode-bidi: bidi-override``).

    Args:
        root: the page, which is changed.
        text: the same as it stands.
        styles: its style sheets.
    """
    lowered = text.lower()
    if "<bdo" not in lowered and "-override" not in lowered:
        return
    chosen = {selector for sheet in styles for selector in _selectors(sheet)}
    for node in list(root.iter()):
        if isinstance(node.tag, str) and _is_turned(node, chosen):
            start = _OVERRIDE + _plain(node.text)
            node.text = start if len(node) else start + _END
            if len(node):
                node[-1].tail = _plain(node[-1].tail) + _END


def _selectors(sheet: str) -> Iterator[str]:
    for names, rule in _RULE.findall(sheet):
        if _TURNED.search(rule) and _TO_THE_LEFT.search(rule):
            yield from (name.strip().lower().split(" ")[-1] for name in names.split(","))


def _is_turned(node: Element, chosen: set[str]) -> bool:
    name, style = local(node), node.get("style") or ""
    if name == "bdo" and (node.get("dir") or "").lower() == "rtl":
        return True
    if _TURNED.search(style):
        return _TO_THE_LEFT.search(style) is not None or (node.get("dir") or "").lower() == "rtl"
    kinds = [f".{kind}" for kind in (node.get("class") or "").lower().split()]
    own = {name, f"#{(node.get('id') or '').lower()}", *kinds, *(name + kind for kind in kinds)}
    return not own.isdisjoint(chosen)


def leave_unseen(root: Element, text: str) -> bool:
    """Take from a page what stands in the middle of its words and is not read with them: what an
    element's own style hides, small letters above others.

    Args:
        root: the page, which is changed.
        text: the same as it stands.

    Returns:
        Whether there was any.
    """
    if not _HIDDEN.search(text) and not _SMALL.search(text):
        return False
    unseen = [node for node in root.iter() if isinstance(node.tag, str) and _is_unseen(node)]
    for node in unseen:
        _leave(node)
    return bool(unseen)


def _is_unseen(node: Element) -> bool:
    return local(node) in _BESIDE or _HIDDEN.search(node.get("style") or "") is not None


def _leave(node: Element) -> None:
    """Take an element out, and leave the words behind it."""
    above = node.getparent()
    if above is None:
        return
    before = node.getprevious()
    if before is not None:
        before.tail = _plain(before.tail) + _plain(node.tail)
    else:
        above.text = _plain(above.text) + _plain(node.tail)
    above.remove(node)


def _plain(text: str | None) -> str:
    """A text without the control characters that lxml reads from a page and takes from nobody."""
    return _CONTROL.sub(" ", text or "")
