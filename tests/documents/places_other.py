"""Files of the other formats with a name at every place that they have."""

import bz2
import gzip
import io
import json
import lzma
import tarfile
from zlib import crc32

from asn1crypto import cms
from place_names import Names, emf, zipped


def html(name: Names) -> bytes:
    """A page."""
    frame = f"&lt;p&gt;{name('frame')}&lt;/p&gt;"
    data = json.dumps({"name": name("data for machines")})
    return f"""<!DOCTYPE html><html><head><title>{name("title")}</title>
    <meta name="author" content="{name("author")}"><meta name="dc.publisher"
    content="{name("publisher")}"><script type="application/ld+json">{data}</script></head><body>
    <!--[if mso]><p>{name("for one program")}</p><![endif]--><!-- {name("comment")} -->
    <p>{name("body")}</p><p>{name("split")[:4]}<b>{name("split")[4:]}</b></p>
    <ul><li>{name("list")}</li></ul><table><caption>{name("caption")}</caption><tr>
    <td>{name("cell")}</td></tr></table><img alt="{name("alternative text")}"
    src="{name("picture")}.png"><a href="https://{name("link")}.example"
    title="{name("title of a link")}">x</a><a href="mailto:{name("mail link")}@x.example">y</a>
    <iframe srcdoc="{frame}"></iframe><iframe src="/{name("framed page")}"></iframe>
    <form action="/{name("action")}"><input value="{name("form field")}"
    placeholder="{name("placeholder")}"><select><option label="{name("label")}">
    {name("option")}</option></select><textarea>{name("text field")}</textarea>
    <button>{name("button")}</button></form><template><p>{name("template")}</p></template>
    <noscript>{name("without scripts")}</noscript><del>{name("deletion")}</del>
    <ruby>x<rt>{name("reading")}</rt></ruby><details><summary>{name("summary")}</summary></details>
    <svg><title>{name("title of a drawing")}</title><text>{name("drawing")}</text></svg>
    <p hidden>{name("hidden")}</p><object data="{name("object")}.swf">{name("instead")}</object>
    <math><annotation>{name("formula")}</annotation></math>
    <div aria-label="{name("label for ears")}"></div></body></html>""".encode()


def rtf(name: Names) -> bytes:
    """An RTF file."""
    words = (
        rf"\pard {name('body')}\par {{\f0\*\cs7 {name('stray star')}}}\par "
        rf"{{\b {name('split')[:4]}}}{name('split')[4:]}\par "
        rf"{{\trowd\cellx1 {name('cell')}\cell\row}}{{\header {name('header')}}}"
        rf"{{\footerf {name('footer')}}}{{\footnote {name('footnote')}}}"
        rf"{{\*\atnauthor {name('commentator')}}}{{\*\annotation {name('comment')}}}"
        rf"{{\deleted {name('deletion')}}}{{\revised {name('insertion')}}}"
        rf"{{\shp{{\*\shpinst{{\sp{{\sn wzDescription}}{{\sv {name('alternative text')}}}}}"
        rf"{{\shptxt {name('text box')}}}}}}}{{\do{{\dptxbxtext {name('old text box')}}}}}"
        rf'{{\field{{\*\fldinst HYPERLINK "https://{name("link")}.example"}}'
        rf"{{\fldrslt {name('words of a link')}}}}}{{\*\bkmkstart {name('bookmark')}}}"
        rf"{{\field{{\*\fldinst{{\*\formfield{{\*\ffdeftext {name('form field')}}}"
        rf"{{\*\ffl {name('form list')}}}}}}}}}{{\xe {name('index')}}}{{\tc {name('contents')}}}"
        rf"{{\object{{\*\objdata {_packed(name)}}}{{\result {name('object')}}}}}"
        rf"{{\*\docvar {{v}}{{{name('variable')}}}}}{{\*\unknowngroup {name('unknown group')}}}"
        rf"{{\v {name('hidden')}}}{{\upr{{x}}{{\*\ud {name('Unicode')}}}}}"
        rf"{{\pntext\f0 {name('list label')}}}"
    )
    info = "".join(
        rf"{{\{key} {name('property ' + key)}}}"
        for key in ("title", "subject", "author", "operator", "keywords", "doccomm", "manager",
                    "company", "category")
    )  # fmt: skip
    own = rf"{{\*\userprops{{\propname {name('property')}}}{{\staticval {name('own property')}}}}}"
    picture = r"{\pict\emfblip " + emf(name("drawn picture")).hex() + "}"
    tables = rf"{{\fonttbl{{\f0 Arial;}}}}{{\*\revtbl{{{name('author of a change')};}}}}"
    return (r"{\rtf1\ansi" + tables + rf"{{\info{info}}}{own}{words}{picture}}}").encode()


def _packed(name: Names) -> str:
    """A file put into an RTF file: its name, its path and itself, in an OLE 1 package."""
    words = name("file inside").encode()
    file = name("name of a file inside").encode() + b".txt\x00"
    native = b"\x02\x00" + file + file + b"\x00\x00\x03\x00"
    native += len(file).to_bytes(4, "little") + file + len(words).to_bytes(4, "little") + words
    package = b"\x08\x00\x00\x00Package\x00"
    return (b"\x01\x05\x00\x00\x02\x00\x00\x00" + package + bytes(8)
            + len(native).to_bytes(4, "little") + native).hex()  # fmt: skip


def eml(name: Names) -> bytes:
    """A mail with attachments in attachments."""
    inner = f"Subject: {name('attached mail')}\n\n{name('body of an attached mail')}\n"
    packed = zipped({f"{name('file in a ZIP')}.txt": name("text in a ZIP")})
    fields = "".join(
        f"{key}: {name('header ' + key)} <a@b.example>\n"
        for key in ("From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Organization", "Return-Path",
                    "Resent-To", "X-Sender", "List-Id", "Disposition-Notification-To")
    )  # fmt: skip
    return (
        f"{fields}Subject: {name('subject')}\nReceived: from mail.{name('server')}.example\n"
        f"X-Own: a@{name('domain')}.example\n"
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
        f"{name('preamble')}\n--x\nContent-Type: multipart/alternative; boundary=y\n\n--y\n"
        f"Content-Type: text/plain\n\n{name('body')} first second\n"
        f"\nbegin 644 {name('name of an old attachment')}.txt\n"
        + _uu(name("old attachment"))
        + "--y\nContent-Type: text/html\n\n"
        f"<p>first {name('HTML body')}</p><p>{name('body')}</p>\n--y--\n--x\n"
        f"Content-Type: text/plain\nContent-Description: {name('description')}\n"
        f'Content-Disposition: attachment; filename="{name("name of an attachment")}.txt"\n\n'
        f"{name('attachment')}\n--x\nContent-Type: message/rfc822\n\n{inner}\n--x\n"
        "Content-Type: message/delivery-status\n\nFinal-Recipient: rfc822; "
        f"a@{name('delivery status')}.example\n\n--x\nContent-Type: text/calendar\n\n"
        f"BEGIN:VCALENDAR\nSUMMARY:{name('calendar')}\nEND:VCALENDAR\n--x\n"
        "Content-Type: application/zip\nContent-Transfer-Encoding: base64\n"
        'Content-Disposition: attachment; filename="a.zip"\n\n' + _base64(packed) + "\n--x--\n"
        f"{name('epilogue')}\n"
    ).encode()


def _base64(data: bytes) -> str:
    import base64

    return base64.encodebytes(data).decode()


def _uu(words: str) -> str:
    import binascii

    return binascii.b2a_uu(words.encode()).decode() + "`\nend\n"


def mbox(name: Names) -> bytes:
    """A mailbox whose messages have lines that begin with From."""
    return (
        f"From {name('sender')}@b.example Mon Jan  1 00:00:00 2024\n"
        "Subject: A\nContent-Transfer-Encoding: quoted-printable\n\n"
        f"From {name('line')} we received\n\nFrom now on {name('paragraph')} pays.\n"
        f"{name('quoted')[:4]}=\n{name('quoted')[4:]}\n\n"
        "From a@b.example Tue Jan  2 00:00:00 2024\nSubject: "
        f"{name('second message')}\n\n>From {name('escaped line')}\n"
    ).encode()


def zip_archive(name: Names) -> bytes:
    """A ZIP archive in a ZIP archive."""
    inner = zipped({f"{name('inner folder')}/{name('inner file')}.txt": name("inner text")})
    return zipped(
        {
            f"{name('folder')}/{name('file')}_invoice.txt": name("text"),
            f"{name('empty folder')}/": b"",
            f"{name('empty file')}.txt": b"",
            f"{name('inner archive')}.zip": inner,
        },
        comment=name("comment").encode(),
    )


def tar_archive(name: Names) -> bytes:
    """A TAR archive, compressed."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        info = tarfile.TarInfo(f"{name('folder')}/{name('file')}.txt")
        info.size = len(name("text"))
        archive.addfile(info, io.BytesIO(name("text").encode()))
        link = tarfile.TarInfo(f"{name('link')}.txt")
        archive.addfile(link, io.BytesIO(b""))
    return buffer.getvalue()


def gzip_file(name: Names) -> bytes:
    """A compressed file."""
    buffer = io.BytesIO()
    with gzip.GzipFile(f"{name('file')}.txt", "wb", fileobj=buffer) as file:
        file.write(name("text").encode())
    return buffer.getvalue()


def plain_tar(name: Names) -> bytes:
    """A TAR archive."""
    return gzip.decompress(tar_archive(name))


def seven_zip(name: Names) -> bytes:
    """A 7z archive; without the library that writes it nothing."""
    try:
        import libarchive
    except (ImportError, OSError, TypeError, AttributeError):
        name.places.clear()
        return b"7z\xbc\xaf\x27\x1c\x00\x04"
    pieces: list[bytes] = []

    def keep(piece: bytes) -> int:
        pieces.append(bytes(piece))
        return len(piece)

    with libarchive.custom_writer(keep, "7zip") as archive:
        for path in (f"{name('folder')}/{name('file')}.txt", f"{name('second file')}.txt"):
            text = name("text in " + path).encode()
            archive.add_file_from_memory(path, len(text), text)
    return b"".join(pieces)


def rar(name: Names) -> bytes:
    """A RAR archive whose files are stored as they are (RAR 5.0 archive format, rarlab.com)."""
    parts = [b"Rar!\x1a\x07\x01\x00", _rar_block(bytes([1, 0, 0]))]
    for path in (f"{name('folder')}/{name('file')}.txt", f"{name('second file')}.txt"):
        data, shown = name("text in " + path).encode(), path.encode()
        size = _vint(len(data))
        head = bytes([2, 2]) + size + bytes([4]) + size + _vint(0o100644)
        head += crc32(data).to_bytes(4, "little") + bytes([0, 1]) + _vint(len(shown)) + shown
        parts += [_rar_block(head), data]
    return b"".join([*parts, _rar_block(bytes([5, 0, 0]))])


def _rar_block(body: bytes) -> bytes:
    sized = _vint(len(body)) + body
    return crc32(sized).to_bytes(4, "little") + sized


def _vint(number: int) -> bytes:
    """Seven bits a byte, the lowest first."""
    found = bytearray()
    while number > 0x7F:
        found.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*found, number])


def bzip2_file(name: Names) -> bytes:
    """A compressed file."""
    return bz2.compress(name("text").encode())


def xz_file(name: Names) -> bytes:
    """A compressed file."""
    return lzma.compress(name("text").encode())


def epub(name: Names) -> bytes:
    """A book."""
    page = f"<html xmlns='http://www.w3.org/1999/xhtml'><body><p>{name('page')}</p></body></html>"
    return zipped({
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": "<?xml version='1.0'?><container><rootfiles><rootfile "
        "full-path='a.opf'/></rootfiles></container>",
        "a.opf": f"<?xml version='1.0'?><package><metadata><title>{name('title')}</title>"
        f"<creator>{name('author')}</creator></metadata></package>",
        "a.ncx": "<?xml version='1.0'?><!DOCTYPE ncx PUBLIC '-//NISO//DTD ncx 2005-1//EN' "
        f"'http://www.daisy.org/z3986/2005/ncx-2005-1.dtd'><ncx><text>{name('contents')}</text>"
        "</ncx>",
        f"{name('file')}.xhtml": page, "a.ttf": b"\x00\x01\x00\x00\x00\x0f", "a.css": "p {}",
    })  # fmt: skip


def xps(name: Names) -> bytes:
    """Pages as drawn: a name in one run, one whose letters two runs share, one over two lines."""
    torn, lines = name("two runs"), name("two lines")
    page = (
        "<FixedPage xmlns='http://schemas.microsoft.com/xps/2005/06'>"
        f"<Glyphs UnicodeString='{{}}{name('run')}' OriginX='10' OriginY='20' "
        "FontRenderingEmSize='10'/>"
        f"<Canvas><Glyphs UnicodeString='{torn[:2]}' Indices=',60;,60' OriginX='10' OriginY='40' "
        f"FontRenderingEmSize='10'/><Glyphs UnicodeString='{torn[2:]}' OriginX='22' OriginY='40' "
        "FontRenderingEmSize='10'/></Canvas>"
        f"<Glyphs UnicodeString='{lines}' OriginX='10' OriginY='60' FontRenderingEmSize='10'/>"
        "</FixedPage>"
    )
    core = "docProps/core.xml"
    return zipped({
        "[Content_Types].xml": "<?xml version='1.0'?><Types/>",
        "FixedDocSeq.fdseq": "<FixedDocumentSequence/>",
        "Documents/1/FixedDoc.fdoc": "<FixedDocument/>",
        "Documents/1/Pages/1.fpage": page,
        "Resources/Fonts/1.odttf": b"\x00\x01\x00\x00\x00\x0f",
        core: f"<?xml version='1.0'?><coreProperties><title>{name('title')}</title>"
        "</coreProperties>",
    })  # fmt: skip


def drawing(name: Names) -> bytes:
    """A drawing of Windows."""
    return emf(name("text"))


def old_drawing(name: Names) -> bytes:
    """A drawing of Windows 3."""
    words = name("text").encode()
    words += bytes(len(words) % 2)
    record = len(words).to_bytes(2, "little") + words + bytes(4)
    size = (3 + len(record) // 2).to_bytes(4, "little")
    return b"\xd7\xcd\xc6\x9a" + bytes(18) + bytes(18) + size + b"\x21\x05" + record


def signed(name: Names) -> bytes:
    """A signed file (CMS)."""
    info = {
        "content_type": "signed_data",
        "content": {
            "version": "v1", "digest_algorithms": [], "signer_infos": [],
            "encap_content_info": {
                "content_type": "data", "content": f"{name('signed text')}.".encode(),
            },
        },
    }  # fmt: skip
    return bytes(cms.ContentInfo(info).dump())


def pdf(name: Names) -> bytes:
    """A PDF file, with a form."""
    shown = f"BT /F 12 Tf 72 720 Td ({name('text')}) Tj ET"
    field = "/Type/Annot/Subtype/Widget/F 4/P 3 0 R"
    xfa = (
        "<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'><xfa:datasets xmlns:xfa="
        f"'http://www.xfa.org/schema/xfa-data/1.0/'><xfa:data><f><v>{name('XFA')}</v></f></xfa:data>"
        "</xfa:datasets></xdp:xdp>"
    )
    xmp = (
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><r:RDF xmlns:r='r' xmlns:dc='d'><r:Description"
        f" p:Own='{name('own property')}' xmlns:p='p'><dc:publisher><r:Bag>"
        f"<r:li>{name('publisher')}</r:li></r:Bag></dc:publisher></r:Description></r:RDF>"
        "</x:xmpmeta>"
    )
    bodies = [
        "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a)7 0 R]>>>>/AcroForm<</Fields"
        "[10 0 R 11 0 R]/XFA 12 0 R>>/Outlines 13 0 R/MarkInfo<</Marked true>>/StructTreeRoot"
        " 17 0 R/Metadata 22 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/StructParents 0/Annots"
        "[6 0 R 10 0 R 15 0 R 16 0 R 21 0 R]/Resources<</Font<</F 4 0 R>>>>>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        _stream(f"/Figure <</MCID 0>> BDC {shown} EMC"),
        f"<</Type/Annot/Subtype/Text/Contents({name('note')})/T({name('author of a note')})"
        f"/Subj({name('subject of a note')})/Rect[72 500 90 520]/F 4>>",
        f"<</Type/Filespec/F({name('name of an attachment')}.txt)"
        f"/UF({name('name of an attachment')}.txt)/EF<</F 8 0 R>>>>",
        _stream(name("attachment"), "/Type/EmbeddedFile"),
        "<<" + "".join(f"/{key}({name('property ' + key)})" for key in _INFO) + ">>",
        f"<<{field}/FT/Tx/T(a)/TU({name('words of a field')})"
        f"/V({name('form field')})/Contents({name('words over a field')})/Rect[72 600 272 620]>>",
        f"<</FT/Ch/T(c)/V(x)/Opt[[(x)({name('choice')})]]>>",
        _stream(xfa),
        "<</Type/Outlines/First 14 0 R/Last 14 0 R/Count 1>>",
        f"<</Title({name('outline')})/Parent 13 0 R/Dest[3 0 R/Fit]/First 20 0 R/Last 20 0 R>>",
        "<</Type/Annot/Subtype/Link/Rect[72 400 90 420]/A<</S/URI"
        f"/URI(https://{name('link')}.example/)>>/Contents({name('words over a link')})>>",
        "<</Type/Annot/Subtype/Link/Rect[72 300 90 320]/A<</S/Launch"
        f"/F({name('linked file')}.pdf)>>>>",
        "<</Type/StructTreeRoot/K 18 0 R/ParentTree<</Nums[0[19 0 R]]>>>>",
        f"<</Type/StructElem/S/Document/P 17 0 R/K[19 0 R]/T({name('title of a part')})>>",
        f"<</Type/StructElem/S/Figure/P 18 0 R/Pg 3 0 R/K 0/Alt({name('alternative text')})"
        f"/ActualText({name('text instead')})/E({name('abbreviation')})>>",
        f"<</Title({name('deep outline')})/Parent 14 0 R>>",
        f"<</Type/Annot/Subtype/Stamp/Rect[72 200 90 220]/F 4/Contents({name('stamp')})>>",
        _stream(xmp, "/Type/Metadata/Subtype/XML"),
    ]
    data, starts = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, start=1):
        starts.append(len(data))
        data += f"{number} 0 obj{body}endobj\n".encode()
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    count = len(bodies) + 1
    end = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer<</Size {count}"
    return data + f"{end}/Root 1 0 R/Info 9 0 R>>\nstartxref\n{len(data)}\n%%EOF".encode()


_INFO = ("Title", "Author", "Subject", "Keywords", "Company", "Buyer")


def _stream(content: str, kind: str = "") -> str:
    return f"<<{kind}/Length {len(content)}>>stream\n{content}\nendstream"


def json_file(name: Names) -> bytes:
    """JSON."""
    return json.dumps(
        {
            name("key"): {"a": [name("value"), {"b": name("deep value")}]},
            name("key of nothing"): None,
        }
    ).encode()


def xml_file(name: Names) -> bytes:
    """XML."""
    return (
        f"<?xml version='1.0'?><r a='{name('attribute')}'><!-- {name('comment')} -->"
        f"<?p {name('instruction')}?><b>{name('text')}</b><c><![CDATA[{name('CDATA')}]]></c>"
        f"<d>x<e>{name('mixed')}</e>{name('tail')}</d></r>"
    ).encode()


def csv_file(name: Names) -> bytes:
    """A table."""
    return f'{name("header")};Sum\n{name("cell")};5\n"a; {name("quoted")}";6\n'.encode()


def swift(name: Names) -> bytes:
    """A payment message."""
    return (
        f"{{1:F01{name('sender')}}}{{4:\r\n:20:{name('reference')}\r\n:32A:251119EUR1000,\r\n"
        f":50K:/DE89{name('account')}\r\n{name('customer')}\r\n:59:{name('beneficiary')}\r\n"
        f":70:{name('remittance')}\r\n:72:/ACC/{name('instruction')}\r\n-}}{{5:{name('trailer')}}}"
    ).encode()


def text(name: Names) -> bytes:
    """Plain text."""
    return f"{name('first line')}\n\n{name('last line')}".encode()
