"""What the scripts and styles of a page say: texts that a script writes into it, data that it
shows, words that a style puts before or behind an element. No script is run.
"""

import json
import re
from collections.abc import Iterator
from itertools import islice

from documents.layout import tidy

CODE = re.compile(r"<(script|style)\b([^>]{0,2000})>", re.IGNORECASE)
_IS_DATA = re.compile(r"\btype\s*=\s*[\"']?application/(?:[\w.+-]*\+)?json\b", re.IGNORECASE)
_IS_PAGE = re.compile(
    r"\btype\s*=\s*[\"']?(?:text|application)/(?:html|(?:x-|ng-)?[\w-]*template|x-[\w-]+)\b",
    re.IGNORECASE,
)
# Always a match, whether a quotation mark closes or not, so that a text is gone through once.
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*+)("?)', re.DOTALL)
_LITERAL = re.compile(
    r"\"((?:[^\"\\\n]|\\.)*+)(\"?)|'((?:[^'\\\n]|\\.)*+)('?)|`((?:[^`\\]|\\.)*+)(`?)", re.DOTALL
)
_SHORTEST, _LONGEST = 3, 20_000
# A name has a capital, or letters without; what has neither and no space is a word of programs.
_MAY_NAME = re.compile(r"[^\W\d_a-z]|[a-z] [a-z]")
_IS_CODE = re.compile(
    r"[{};]\s*$|[=(]\s*function|=>|\bvar |\breturn\b|^[.#]?[\w-]+(?:[.#>][\w-]+)+$"
)
# Literals of one page; a page is no program of megabytes.
_MOST_LITERALS = 20_000
_CONTENT = re.compile(r"\bcontent\s*:\s*([^;{}]{1,2000})", re.IGNORECASE)
_OF_ATTRIBUTE = re.compile(r"\battr\(\s*([\w-]+)", re.IGNORECASE)
_CSS_ESCAPE = re.compile(r"\\([0-9A-Fa-f]{1,6})\s?|\\(.)", re.DOTALL)
_TEMPLATE = re.compile(r"\$\{[^{}]{0,200}\}")


def without_code(text: str) -> tuple[str, list[tuple[str, str, str]]]:
    """A page without its scripts and styles; and these, each with its element and attributes."""
    pieces, code, at = list[str](), list[tuple[str, str, str]](), 0
    lowered = text.lower() if "<" in text else ""
    while found := CODE.search(text, at):
        end = lowered.find(f"</{found[1].lower()}", found.end())
        end = len(text) if end < 0 else end
        pieces.append(text[at : found.start()])
        code.append((found[1].lower(), found[2], text[found.end() : end]))
        at = end
    return "".join((*pieces, text[at:])), code


def is_template(attributes: str) -> bool:
    """Whether a script holds no program but a piece of a page."""
    return _IS_PAGE.search(attributes) is not None


def said_by_script(attributes: str, script: str) -> Iterator[str]:
    """The texts in a script that may name somebody."""
    if _IS_DATA.search(attributes):
        yield from (_unescaped(found[1]) for found in _QUOTED.finditer(script) if found[2])
        return
    for found in islice(_LITERAL.finditer(script), _MOST_LITERALS):
        literal = found[1] or found[3] or _TEMPLATE.sub(" ", found[5] or "")
        closed = found[2] or found[4] or found[6]
        if not closed or not _SHORTEST <= len(literal) <= _LONGEST:
            continue
        if _MAY_NAME.search(literal) and not _IS_CODE.search(literal[-200:]):
            yield _unescaped(literal)


def said_by_style(style: str) -> Iterator[str]:
    """The words that a style puts into the page (``content: "…"``)."""
    for found in _CONTENT.finditer(style):
        pieces = [one or other for one, other, _ in _LITERALS_OF_STYLE.findall(found[1])]
        yield tidy("".join(_CSS_ESCAPE.sub(_css_character, piece) for piece in pieces))


_LITERALS_OF_STYLE = re.compile(r'"((?:[^"\\]|\\.)*)"|\'((?:[^\'\\]|\\.)*)\'|(\Z)', re.DOTALL)


def shown_attributes(style: str) -> list[str]:
    """The attributes whose values a style shows (``content: attr(data-name)``)."""
    return [
        attribute.lower()
        for found in _CONTENT.finditer(style)
        for attribute in _OF_ATTRIBUTE.findall(found[1])
    ]


def _css_character(found: re.Match[str]) -> str:
    if not found[1]:
        return "" if found[2] == "\n" else found[2]
    number = int(found[1], 16)
    return chr(number) if number <= 0x10FFFF else "\ufffd"


def _unescaped(literal: str) -> str:
    try:
        return tidy(str(json.loads(f'"{literal}"', strict=False)))
    except ValueError:
        return tidy(literal.replace("\\n", " ").replace("\\", ""))
