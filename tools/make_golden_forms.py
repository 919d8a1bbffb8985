"""Makes the PDF forms of tests/data/documents by hand, object by object: no program in Debian
fills in fields of every type.

    python tools/make_golden_forms.py

    form.pdf     fields of every type, one without a place on the page, one below another
    widgets.pdf  fields on the page that no form lists
    notes.pdf    notes, free text, a stamp whose words are drawn only, a file pinned to the page
    xfa.pdf      a form in XML, whose page says no more than "Please wait"
    letters.pdf  a font without a table to Unicode
"""

import zlib
from pathlib import Path

OUT = Path(__file__).parent.parent / "tests" / "data" / "documents"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def pdf(objects: list[bytes]) -> bytes:
    """A file of these objects, numbered from 1; the first is its catalogue."""
    data, places = b"%PDF-1.7\n", []
    for number, item in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    start = len(data)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    data += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return data + b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (size, start)


def stream(words: bytes, entries: bytes = b"") -> bytes:
    """A stream, packed."""
    packed = zlib.compress(words)
    head = b"<<%s/Filter/FlateDecode/Length %d>>" % (entries, len(packed))
    return head + b"stream\n%s\nendstream" % packed


def look(words: bytes) -> bytes:
    """What a field or a stamp shows."""
    return stream(
        b"BT /F 12 Tf 2 4 Td (%s) Tj ET" % words,
        b"/Type/XObject/Subtype/Form/BBox[0 0 300 20]/Resources<</Font<</F 4 0 R>>>>",
    )


def file_of(catalogue: bytes, page: bytes, text: bytes, more: list[bytes]) -> bytes:
    """A file of one page: objects 1 to 5, then ``more``."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R%s>>" % catalogue,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents 5 0 R"
        b"/Resources<</Font<</F 4 0 R>>>>%s>>" % page,
        FONT,
        stream(b"BT /F 12 Tf 20 560 Td (%s) Tj ET" % text),
    ]
    return pdf(objects + more)


def utf16(text: str) -> bytes:
    """A text as PDF writes what is not Latin."""
    return b"<" + (b"\xfe\xff" + text.encode("utf-16-be")).hex().encode() + b">"


def widget(place: int, entries: bytes) -> bytes:
    """A field on the page, ``place`` lines from below."""
    top = 20 + 24 * place
    rectangle = b"/Rect[20 %d 320 %d]" % (top, top + 20)
    return b"<</Type/Annot/Subtype/Widget/P 3 0 R/F 4%s%s>>" % (rectangle, entries)


def form() -> bytes:
    """Fields of every type."""
    fields = [
        widget(1, b"/FT/Tx/T(Buyer)/V(Era-Media TOV)/AP<</N 20 0 R>>"),
        widget(2, b"/FT/Tx/T(Text2)/TU(Consignee)/V" + utf16("АО Концерн Калашников")),
        widget(
            3,
            b"/FT/Ch/Ff 131072/T(Bank)/V(b2)/Opt[[(b1)(Some Bank)][(b2)(Valerian Labs, Inc.)]]",
        ),
        widget(
            4,
            b"/FT/Ch/Ff 2097152/T(Agents)/V[(ZR Energy DMCC)(Nordic Hull Club)]"
            b"/Opt[(ZR Energy DMCC)(Unchosen Ltd)(Nordic Hull Club)]",
        ),
        widget(5, b"/FT/Btn/T(Owner)/V/Kalashnikov/AS/Kalashnikov"),
        b"<</FT/Btn/Ff 32768/T(Carrier)/V/1/Opt[(Blue Lantern)(Hapjanggang Trading)]"
        b"/Kids[12 0 R]>>",
        widget(6, b"/Parent 11 0 R/AS/1"),
        widget(7, b"/FT/Btn/Ff 65536/T(Send)/MK<</CA(Send to Banco VTB Africa)>>"),
        widget(
            8,
            b"/FT/Sig/T(Signature of Wuhan Gaoxin)/V<</Type/Sig/Filter/Adobe.PPKLite"
            b"/Name(Petrov of Alphaconnect)/Reason(Approved)>>",
        ),
        widget(9, b"/FT/Tx/T(Remarks)/RV(<body><p>Shipped by <b>Gasolin</b>era Alamos</p></body>)"),
        b"<</FT/Tx/T(Hidden)/V(Estaciones de Servicios Canarias)>>",
        b"<</T(Order)/Kids[18 0 R]>>",
        widget(10, b"/Parent 17 0 R/FT/Tx/T(Seller)/V 19 0 R"),
        stream(b"Uralvagonzavod in a stream"),
        look(b"Era-Media TOV"),
    ]
    numbers = (6, 7, 8, 9, 10, 12, 13, 14, 15, 18)
    places = b" ".join(b"%d 0 R" % number for number in numbers)
    listed = b"6 0 R 7 0 R 8 0 R 9 0 R 10 0 R 11 0 R 13 0 R 14 0 R 15 0 R 16 0 R 17 0 R"
    catalogue = b"/AcroForm<</Fields[%s]/DR<</Font<</F 4 0 R>>>>/DA(/F 12 Tf)>>" % listed
    return file_of(catalogue, b"/Annots[%s]" % places, b"Order form", fields)


def widgets() -> bytes:
    """Fields that no form lists: some programs write none, and readers show them all the same."""
    fields = [
        widget(1, b"/FT/Tx/T(Buyer)/V(Era-Media TOV)"),
        widget(2, b"/Parent 8 0 R"),
        b"<</FT/Tx/T(Bank)/V(Valerian Labs, Inc.)>>",
    ]
    return file_of(b"", b"/Annots[6 0 R 7 0 R]", b"Order form", fields)


def notes() -> bytes:
    """What people put on a page."""
    rectangle = b"/Rect[20 100 320 120]"
    items = [
        b"<</Type/Annot/Subtype/Text%s/Contents(Paid to Era-Media TOV)/T(A. Clerk)>>" % rectangle,
        b"<</Type/Annot/Subtype/FreeText/Rect[20 200 320 220]/DA(/F 12 Tf)"
        b"/Contents(Agent: Valerian Labs, Inc.)>>",
        b"<</Type/Annot/Subtype/Stamp/Rect[20 300 320 320]/F 4/AP<</N 12 0 R>>>>",
        b"<</Type/Annot/Subtype/FileAttachment%s/FS 10 0 R>>" % rectangle,
        b"<</Type/Filespec/F(annex.txt)/EF<</F 11 0 R>>>>",
        stream(b"ZR Energy DMCC", b"/Type/EmbeddedFile"),
        look(b"KALASHNIKOV CONCERN"),
    ]
    return file_of(b"", b"/Annots[6 0 R 7 0 R 8 0 R 9 0 R]", b"Letter", items)


XFA = """<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/">
<template xmlns="http://www.xfa.org/schema/xfa-template/3.3/"><subform name="order">
<draw><value><text>Goods of Banco VTB Africa</text></value></draw></subform></template>
<xfa:datasets xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><xfa:data><order>
<Buyer>Era-Media TOV</Buyer><Seller note="Alphaconnect">Valerian Labs, Inc.</Seller>
</order></xfa:data></xfa:datasets></xdp:xdp>"""


def xfa() -> bytes:
    """A form in XML."""
    catalogue = b"/AcroForm<</Fields[]/XFA 6 0 R>>"
    return file_of(catalogue, b"", b"Please wait...", [stream(XFA.encode())])


def letters() -> bytes:
    """A page where one line is in a font whose glyphs are numbers and no more."""
    own = [
        b"<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Own/Encoding/Identity-H"
        b"/DescendantFonts[7 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+Own/FontDescriptor 8 0 R"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 600>>",
        b"<</Type/FontDescriptor/FontName/AAAAAA+Own/Flags 4/FontBBox[0 0 1000 1000]"
        b"/ItalicAngle 0/Ascent 800/Descent 0/CapHeight 700/StemV 80>>",
    ]
    catalogue = b"<</Type/Catalog/Pages 2 0 R>>"
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 600]/Contents 5 0 R"
        b"/Resources<</Font<</F 4 0 R/G 6 0 R>>>>>>"
    )
    text = stream(
        b"BT /F 12 Tf 20 560 Td (An ordinary page of an ordinary letter about flasks, which "
        b"anybody) Tj 0 -20 Td (may read from its first word to its last one.) Tj "
        b"/G 12 Tf 0 -20 Td <0036003200390026003200300029> Tj ET"
    )
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return pdf([catalogue, pages, page, FONT, text, *own])


if __name__ == "__main__":
    for maker in (form, widgets, notes, xfa, letters):
        (OUT / f"{maker.__name__}.pdf").write_bytes(maker())
