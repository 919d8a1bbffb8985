r"""What stands for letters in texts that machines write: HTML's escapes (``&nbsp;``) and tags, the
escapes of addresses on the web (``%C3%A7``), of JSON (``\u00e7``) and of mails (``=C3=A7``).
"""

import re
from html import unescape

_SIGNS = re.compile(r"[&%\\=<]")
_HTML = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
# What was escaped when it was written is often escaped again where it is sent: ``&amp;amp;``.
_TIMES = 2
# A tag has words behind its own only with what they are: *<Bank Melli Iran>* is a name.
_TAG = re.compile(
    r"</?([A-Za-z][\w:.-]*)(?:\s+[\w:.-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s<>]+))*\s*/?>"
)
_ENDS = re.compile(r"</([A-Za-z][\w:.-]*)\s*>")
# What HTML need not end.
_OPEN = frozenset({"br", "hr", "li", "p", "td", "th", "tr"})
# Behind a number it may be a rate: *3.5%21SEP2022*.
_WEB = re.compile(r"(?:%20|(?<!\d)%[0-9a-fA-F]{2})(?:%[0-9a-fA-F]{2})*")
_JSON = re.compile(r"(?:\\u[0-9a-fA-F]{4})+")
# Ends of lines and tabulators.
_SPACES = re.compile(r"\\[nrt]")
# Letters beyond ASCII only: *A=42* is no letter.
_MAIL = re.compile(r"(?:=[89A-F][0-9A-F])+")


def unescaped(text: str) -> str:
    """A text with the letters that escapes stand for, and without tags that are closed: of a cell
    with nothing but an empty one no word is left, so it is not screened, and never clear.
    """
    if not _SIGNS.search(text):
        # The common case.
        return text
    for _ in range(_TIMES * ("&" in text)):
        text = _HTML.sub(lambda met: unescape(met[0]), text)
    if "<" in text:
        text = _without_tags(text)
    if "%" in text and not any(map(str.isspace, text)):
        # An address has no spaces.
        text = _WEB.sub(lambda met: _decoded(met[0], "%"), text)
    if "\\u" in text:
        text = _JSON.sub(_from_json, text)
    if "\\" in text:
        text = _SPACES.sub(" ", text)
    return _MAIL.sub(lambda met: _decoded(met[0], "="), text) if "=" in text else text


def _without_tags(text: str) -> str:
    """A text without tags that have their end in it or need none."""
    ended = {name.lower() for name in _ENDS.findall(text)} | _OPEN

    def left(met: re.Match[str]) -> str:
        return " " if met[1].lower() in ended or met[0].endswith("/>") else met[0]

    return _TAG.sub(left, text)


def _decoded(escaped: str, sign: str) -> str:
    """The characters of escaped bytes; as they stand where they are no text."""
    try:
        return bytes.fromhex(escaped.replace(sign, "")).decode()
    except UnicodeError:
        return escaped


def _from_json(met: re.Match[str]) -> str:
    units = bytes.fromhex(met[0].replace("\\u", ""))
    return units.decode("utf-16-be", errors="ignore")
