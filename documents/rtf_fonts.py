r"""Letters of an RTF file that are written as bytes (``\'d1``): which they are says the font they
are in, by its character set. Rich Text Format 1.9.1, "Font Table", "Character Set".
"""

import re

# Of a font's ``\fcharset``; 1 is the file's own code page, 2 are symbols.
_CODECS = {
    0: "cp1252", 77: "mac_roman", 84: "mac_cyrillic", 85: "mac_greek", 89: "mac_latin2",
    128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253",
    162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250",
}  # fmt: skip
_TWO_BYTES = {"cp932", "cp949", "johab", "gbk", "cp950"}
_TABLE = re.compile(r"\\fonttbl\b")
_FONT = re.compile(r"\\f(\d+)(?!\d)|\\fcharset(\d+)")
# What a program without Unicode would show stands behind ``\u1076`` and is not read.
_TOKEN = re.compile(
    r"[{}]|\\f(\d+)(?![\d])|\\(plain)(?![a-z])|(\\u-?\d+ ?(?:\\'[0-9A-Fa-f]{2}|[^\\{}])?)"
    r"|((?:\\'[0-9A-Fa-f]{2}[\r\n]*)+)|\\."
)
_BYTE = re.compile(r"\\'([0-9A-Fa-f]{2})")
_LEADS = 0x81


def decoded(source: str) -> str:
    """The file with the bytes in fonts of other alphabets as the letters that they are, and without
    its table of fonts, from which others would take what a font does not say.
    """
    table = _TABLE.search(source)
    if table is None or "\\'" not in source:
        return source
    end = _end(source, table.end())
    codecs = _fonts(source, table.end(), end)
    source = source[: table.end()] + "}" + source[end:]
    if not codecs:
        return source
    default = re.search(r"\\deff(\d+)", source)
    first = codecs.get(default[1]) if default else None
    font, stack, out = first, list[str | None](), list[str]()
    at = position = 0
    while found := _TOKEN.search(source, position):
        position = found.end()
        if found[0] == "{":
            stack.append(font)
        elif found[0] == "}":
            font = stack.pop() if stack else first
        elif found[1]:
            font = codecs.get(found[1])
        elif found[2]:
            font = first
        elif found[3] and font in _TWO_BYTES and (more := _BYTE.match(source, position)):
            position = more.end()
        elif found[4] and font:
            letters, position = _letters(source, found, font)
            out += [source[at : found.start()], letters]
            at = position
    return "".join([*out, source[at:]])


def _letters(source: str, found: re.Match[str], codec: str) -> tuple[str, int]:
    """What a run of bytes says, and where it ends: the second byte of a letter may be ASCII."""
    data, end = bytes(int(digits, 16) for digits in _BYTE.findall(found[0])), found.end()
    if codec in _TWO_BYTES and _is_cut(data) and source[end : end + 1] not in ("", "\\", "{", "}"):
        data, end = data + source[end].encode("latin-1", "replace"), end + 1
        while (more := _TOKEN.match(source, end)) and more[4]:
            further, end = _letters(source, more, codec)
            return data.decode(codec, errors="replace") + further, end
    return data.decode(codec, errors="replace"), end


def _is_cut(data: bytes) -> bool:
    """Whether the last byte is the first of a letter of two."""
    at = 0
    while at < len(data):
        at += 2 if data[at] >= _LEADS else 1
    return at > len(data)


def _fonts(source: str, start: int, end: int) -> dict[str, str]:
    """The codecs of fonts by their numbers, of those that say which."""
    found = dict[str, str]()
    number = ""
    for one in _FONT.finditer(source, start, end):
        if one[1]:
            number = one[1]
        elif codec := _CODECS.get(int(one[2][:3])):
            found[number] = codec
    return found


def _end(source: str, start: int) -> int:
    depth = 1
    for brace in re.finditer(r"[{}]", source[start:]):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return start + brace.end()
    return len(source)
