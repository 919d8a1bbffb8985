"""What a page or a message says of its encoding, and how far it is believed.

The labels are those of the WHATWG Encoding Standard (https://encoding.spec.whatwg.org, 4.2), which
browsers go by; any other is as good as none. A label is a claim: a byte-order mark wins over it,
then bytes that are valid UTF-8, then bytes that read far better in another encoding.
"""

import re

from documents.encoding import Decoded, decode, in_named
from records import DocumentError

UTF_8, REPLACEMENT = "utf-8", "replacement"

# Encoding, Python's codec for it, labels.
_TABLE: tuple[tuple[str, str, str], ...] = (
    (UTF_8, "utf-8", "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8"),
    ("ibm866", "cp866", "866 cp866 csibm866 ibm866"),
    ("iso-8859-2", "iso8859_2", "csisolatin2 iso-ir-101 iso_8859-2:1987 l2 latin2"),
    ("iso-8859-3", "iso8859_3", "csisolatin3 iso-ir-109 iso_8859-3:1988 l3 latin3"),
    ("iso-8859-4", "iso8859_4", "csisolatin4 iso-ir-110 iso_8859-4:1988 l4 latin4"),
    ("iso-8859-5", "iso8859_5", "csisolatincyrillic cyrillic iso-ir-144 iso_8859-5:1988"),
    (
        "iso-8859-6",
        "iso8859_6",
        "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e "
        "iso-8859-6-i iso-ir-127 iso_8859-6:1987",
    ),
    (
        "iso-8859-7",
        "iso8859_7",
        "csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso_8859-7:1987 sun_eu_greek",
    ),
    (
        "iso-8859-8",
        "iso8859_8",
        "csiso88598e csiso88598i csisolatinhebrew hebrew iso-8859-8-e iso-8859-8-i iso-ir-138 "
        "iso_8859-8:1988 logical visual",
    ),
    ("iso-8859-10", "iso8859_10", "csisolatin6 iso-ir-157 l6 latin6"),
    ("iso-8859-13", "iso8859_13", ""),
    ("iso-8859-14", "iso8859_14", ""),
    ("iso-8859-15", "iso8859_15", "csisolatin9 l9"),
    ("iso-8859-16", "iso8859_16", ""),
    ("koi8-r", "koi8_r", "cskoi8r koi koi8 koi8_r"),
    ("koi8-u", "koi8_u", "koi8-ru"),
    ("macintosh", "mac_roman", "csmacintosh mac x-mac-roman"),
    ("windows-874", "cp874", "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620"),
    ("windows-1250", "cp1250", "cp1250 x-cp1250"),
    ("windows-1251", "cp1251", "cp1251 x-cp1251"),
    (
        "windows-1252",
        "cp1252",
        "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 "
        "iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii x-cp1252",
    ),
    ("windows-1253", "cp1253", "cp1253 x-cp1253"),
    (
        "windows-1254",
        "cp1254",
        "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 "
        "iso_8859-9:1989 l5 latin5 x-cp1254",
    ),
    ("windows-1255", "cp1255", "cp1255 x-cp1255"),
    ("windows-1256", "cp1256", "cp1256 x-cp1256"),
    ("windows-1257", "cp1257", "cp1257 x-cp1257"),
    ("windows-1258", "cp1258", "cp1258 x-cp1258"),
    ("x-mac-cyrillic", "mac_cyrillic", "x-mac-ukrainian"),
    # What says GBK or GB 2312 is read as GB 18030, which has them in it.
    (
        "gb18030",
        "gb18030",
        "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk",
    ),
    ("big5", "big5hkscs", "big5-hkscs cn-big5 csbig5 x-x-big5"),
    ("euc-jp", "euc_jp", "cseucpkdfmtjapanese x-euc-jp"),
    ("iso-2022-jp", "iso2022_jp_ext", "csiso2022jp"),
    ("shift_jis", "cp932", "csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis"),
    (
        "euc-kr",
        "cp949",
        "cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 "
        "windows-949",
    ),
    (REPLACEMENT, "", "csiso2022kr hz-gb-2312 iso-2022-cn iso-2022-cn-ext iso-2022-kr"),
    ("utf-16be", "utf-16-be", "unicodefffe"),
    (
        "utf-16le",
        "utf-16-le",
        "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16",
    ),
)
_CODECS = {name: codec for name, codec, _ in _TABLE}
_NAMES = {label: name for name, _, labels in _TABLE for label in (name, *labels.split())} | {
    # ``iso8859-2``, ``iso88592`` and ``iso_8859-2`` for each part of the standard.
    spelled: f"iso-8859-{part}"
    for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15)
    for spelled in (f"iso8859-{part}", f"iso8859{part}", f"iso_8859-{part}")
}
# Encodings of seven bits that mail was written in before; a browser refuses them, and what they
# write is ASCII to it. Name, codec, and what their text cannot do without.
_SEVEN_BITS = {
    "iso-2022-kr": ("iso2022_kr", b"\x1b$"),
    "iso-2022-cn": ("", b"\x1b$"),
    "iso-2022-cn-ext": ("", b"\x1b$"),
    "hz-gb-2312": ("hz", b"~{"),
    "utf-7": ("utf_7", b"+"),
}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
# Code pages as Windows' programs write them into mail.
_CODE_PAGES = {
    "932": "shift_jis",
    "936": "gb18030",
    "949": "euc-kr",
    "950": "big5",
    "1361": REPLACEMENT,
    "54936": "gb18030",
    "20866": "koi8-r",
    "21866": "koi8-u",
    "65001": UTF_8,
    "20127": "windows-1252",
    "51949": "euc-kr",
    "50220": "iso-2022-jp",
    "50221": "iso-2022-jp",
    "50222": "iso-2022-jp",
    "51932": "euc-jp",
    "10000": "macintosh",
    "10007": "x-mac-cyrillic",
    "850": "ibm850",
    "866": "ibm866",
    "874": "windows-874",
    **{str(28590 + part): f"iso-8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 13, 15)},
    "28591": "windows-1252",
    "28599": "windows-1254",
    **{str(number): f"windows-{number}" for number in range(1250, 1259)},
}


def named(label: str) -> str | None:
    """The encoding that a label stands for; None where it stands for none."""
    return _NAMES.get(label.strip(" \t\n\f\r").lower())


def of_code_page(label: str) -> str | None:
    """The encoding of a Windows code page: ``1251``, ``cp936``, ``windows-950``."""
    number = label.strip().lower().removeprefix("windows-").removeprefix("cp").removeprefix("ms")
    return _CODE_PAGES.get(number)


def decode_page(data: bytes, label: str) -> Decoded:
    """Decode what says of itself, in ASCII, in which encoding it is.

    Raises:
        DocumentError: it is in no encoding that could be told.
    """
    name = named(label)
    # Where the label could be read, the text is not in UTF-16.
    if name is None or name == REPLACEMENT or name.startswith("utf-16"):
        return decode(data)
    return in_named(data, name, _CODECS[name])


def decode_part(data: bytes, label: str) -> Decoded:
    """Decode a part of a message, whose encoding stands beside it.

    Raises:
        DocumentError: it is in no encoding that could be told.
    """
    label = label.strip(" \t\n\f\r\"'").lower()
    codec, mark = _SEVEN_BITS.get(label, ("", b""))
    if mark and mark in data and data.isascii():
        return _of_seven_bits(data, label, codec)
    name = named(label) or of_code_page(label)
    if name is None or name == REPLACEMENT:
        return decode(data)
    if name.startswith("utf-16"):
        return _wide(data, name)
    return in_named(data, name, _CODECS.get(name) or name.replace("ibm", "cp"))


def decode_code_page(data: bytes, number: str) -> str:
    """Decode a text of which a program said the code page; what it cannot be is U+FFFD."""
    name = of_code_page(number) or "windows-1252"
    codec = _CODECS.get(name) or name.replace("ibm", "cp")
    try:
        return in_named(data, name, codec).text
    except DocumentError:
        return data.decode(codec or "cp1252", errors="replace")


def decode_said(data: bytes, otherwise: str | None = None) -> str:
    """A short text inside a file whose format has an encoding of its own, ``otherwise`` read in
    that one: UTF-16 and UTF-8 by their marks, UTF-8 by itself, and what is plainly in another
    alphabet than the Latin one.
    """
    latin = data.decode("cp1252", errors="replace") if otherwise is None else otherwise
    try:
        result = in_named(data, "windows-1252", "cp1252")
    except DocumentError:
        return latin
    return latin if result.charset == "windows-1252" else result.text


def _of_seven_bits(data: bytes, label: str, codec: str) -> Decoded:
    if codec:
        try:
            return Decoded(text=data.decode(codec), charset=label)
        except UnicodeDecodeError:
            pass
    text = data.decode("ascii")
    return Decoded(
        text=text, charset="us-ascii", doubt=f"it says it is {label}, which could not be read"
    )


def _wide(data: bytes, name: str) -> Decoded:
    """A text of 16 bits a character: only what is all control characters or nothing else as it
    stands is looked at so, since ASCII makes Chinese characters by twos.
    """
    try:
        result = decode(data)
    except DocumentError:
        result = None
    if result is not None and not _CONTROL.search(result.text):
        return result
    text = data.decode(_CODECS[name], errors="replace")
    letters = sum(map(str.isalnum, text)) + sum(map(str.isspace, text))
    if "\ufffd" not in text and not _CONTROL.search(text) and letters >= len(text) / 2:
        return Decoded(text=text, charset=name)
    return result if result is not None else decode(data)
