"""A name for every place of a format: made up, one word, and no part of another one's."""

import io
import zipfile
from collections.abc import Mapping

_LETTERS = "bcdfghklmnprstvz"
_VOWELS = "aeiou"


def name_of(place: str) -> str:
    """The name that stands at this place, always the same one."""
    number = 7
    for letter in place:
        number = (number * 131 + ord(letter)) % 1_000_003
    syllables = []
    for _ in range(4):
        number, which = divmod(number, len(_LETTERS))
        syllables.append(_LETTERS[which] + _VOWELS[(number + which) % len(_VOWELS)])
    return "Xq" + "".join(syllables)


class Names:
    """Gives names, and keeps for which places it did."""

    def __init__(self) -> None:
        self.places: list[str] = []

    def __call__(self, place: str) -> str:
        """The name for a place."""
        self.places.append(place)
        return name_of(place)


def zipped(members: Mapping[str, bytes | str], comment: bytes = b"") -> bytes:
    """A ZIP file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            # OpenDocument asks that its type can be read without unpacking.
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, data, how)
        archive.comment = comment
    return buffer.getvalue()


def rels(*targets: tuple[str, str, bool]) -> str:
    """The relations of a part of an Office file: kind, target, whether it leads outside."""
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    items = "".join(
        f'<Relationship Id="r{number}" Type="{base}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if outside else "/>")
        for number, (kind, target, outside) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="x">{items}</Relationships>'


def core_properties(name: Names) -> dict[str, str]:
    """The properties of an Office file, with one that somebody made."""
    return {
        "docProps/core.xml": '<cp:coreProperties xmlns:cp="c" xmlns:dc="d">'
        + "".join(
            f"<dc:{key}>{name('property ' + key)}</dc:{key}>"
            for key in ("title", "subject", "creator", "description", "keywords", "category",
                        "lastModifiedBy", "contentStatus")
        )
        + "</cp:coreProperties>",
        "docProps/app.xml": "<Properties>"
        + "".join(
            f"<{key}>{name('property ' + key)}</{key}>"
            for key in ("Company", "Manager", "HyperlinkBase")
        )
        + "</Properties>",
        "docProps/custom.xml": '<Properties xmlns:vt="v">'
        f'<property name="{name("name of a property")}">'
        f"<vt:lpwstr>{name('own property')}</vt:lpwstr></property></Properties>",
    }  # fmt: skip


def chart(name: Names) -> str:
    """A chart of DrawingML."""
    return (
        '<c:chartSpace xmlns:c="c" xmlns:a="a"><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>'
        + name("chart title")
        + "</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser><c:tx>"
        "<c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache><c:pt><c:v>"
        + name("chart series")
        + "</c:v></c:pt></c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:strCache><c:pt><c:v>"
        + name("chart category")
        + "</c:v></c:pt></c:strCache></c:strRef></c:cat></c:ser></c:barChart><c:catAx><c:title>"
        "<c:tx><c:rich><a:p><a:r><a:t>"
        + name("chart axis")
        + "</a:t></a:r></a:p></c:rich></c:tx></c:title></c:catAx></c:plotArea></c:chart>"
        "</c:chartSpace>"
    )


def diagram(name: Names) -> str:
    """SmartArt."""
    words = name("SmartArt")
    return (
        '<dgm:dataModel xmlns:dgm="d" xmlns:a="a"><dgm:ptLst><dgm:pt><dgm:t><a:p>'
        f"<a:r><a:t>{words[:4]}</a:t></a:r><a:r><a:t>{words[4:]}</a:t></a:r>"
        "</a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>"
    )


def emf(words: str) -> bytes:
    """A picture that writes words (EMR_EXTTEXTOUTW)."""
    text = words.encode("utf-16-le")
    text += bytes(-len(text) % 4)
    record = (84).to_bytes(4, "little") + (76 + len(text)).to_bytes(4, "little") + bytes(36)
    record += len(words).to_bytes(4, "little") + (76).to_bytes(4, "little") + bytes(24) + text
    header = (1).to_bytes(4, "little") + (88).to_bytes(4, "little") + bytes(32) + b" EMF"
    return header.ljust(88, b"\x00") + record
