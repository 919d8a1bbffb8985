"""Word, Excel and PowerPoint files with a name at every place that they have."""

import io

import xlsxwriter
from place_names import Names, chart, core_properties, diagram, emf, rels, zipped

_W = (
    'xmlns:w="w" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="wp" xmlns:pic="pic" xmlns:mc="mc" xmlns:v="v" xmlns:m="m" xmlns:a="a"'
)
_TYPES = "<Types/>"


def _p(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def _body(name: Names) -> str:
    field = name("field code")
    return "".join(
        (
            _p(name("body")),
            f"<w:p><w:r><w:t>{name('split')[:3]}</w:t></w:r><w:proofErr/>"
            f"<w:r><w:t>{name('split')[3:]}</w:t></w:r></w:p>",
            f"<w:tbl><w:tblPr><w:tblCaption w:val='{name('table caption')}'/>"
            f"<w:tblDescription w:val='{name('table description')}'/></w:tblPr><w:tr><w:tc>"
            f"{_p(name('cell'))}<w:tbl><w:tr><w:tc>{_p(name('cell in a cell'))}</w:tc></w:tr>"
            "</w:tbl></w:tc></w:tr></w:tbl>",
            f"<w:p><w:ins w:author='{name('author of a change')}'><w:r>"
            f"<w:t>{name('insertion')}</w:t></w:r></w:ins><w:del><w:r>"
            f"<w:delText>{name('deletion')}</w:delText></w:r></w:del></w:p>",
            f"<w:p><w:hyperlink r:id='r1' w:tooltip='{name('tooltip')}'><w:r>"
            f"<w:t>{name('words of a link')}</w:t></w:r></w:hyperlink></w:p>",
            f"<w:p><w:bookmarkStart w:name='{name('bookmark')}'/></w:p>",
            f'<w:p><w:r><w:instrText>INCLUDETEXT "{field[:4]}</w:instrText></w:r><w:r>'
            f'<w:instrText>{field[4:]}.docx"</w:instrText></w:r></w:p>',
            f"<w:p><w:fldSimple w:instr=' DOCPROPERTY {name('simple field code')} '><w:r>"
            f"<w:t>{name('result of a field')}</w:t></w:r></w:fldSimple></w:p>",
            f"<w:sdt><w:sdtPr><w:alias w:val='{name('title of a control')}'/>"
            f"<w:tag w:val='{name('tag of a control')}'/><w:dropDownList>"
            f"<w:listItem w:displayText='{name('item of a list')}' w:value='v'/>"
            f"</w:dropDownList></w:sdtPr><w:sdtContent>{_p(name('control'))}</w:sdtContent></w:sdt>",
            f"<w:p><w:r><w:fldChar><w:ffData><w:name w:val='Text1'/><w:textInput>"
            f"<w:default w:val='{name('form field')}'/></w:textInput><w:ddList>"
            f"<w:listEntry w:val='{name('entry of a form list')}'/></w:ddList>"
            f"<w:helpText w:val='{name('help')}'/></w:ffData></w:fldChar></w:r></w:p>",
            f"<w:p><w:r><w:drawing><wp:inline><wp:docPr name='Picture 1' "
            f"descr='{name('alternative text')}' title='{name('title of a picture')}'/>"
            "</wp:inline></w:drawing></w:r></w:p>",
            "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>"
            f"{_p(name('text box'))}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict>"
            f"<v:textbox><w:txbxContent>{_p(name('text box'))}{_p(name('old text box'))}"
            "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
            f"<w:p><w:r><w:pict><v:shape alt='{name('text of an old shape')}'><v:textpath "
            f"string='{name('art of words')}'/></v:shape></w:pict></w:r></w:p>",
            f"<w:p><w:r><w:ruby><w:rt><w:r><w:t>{name('reading')}</w:t></w:r></w:rt><w:rubyBase>"
            "<w:r><w:t>x</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>",
            f"<w:p><m:oMath><m:r><m:t>{name('formula')}</m:t></m:r></m:oMath></w:p>",
            f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{name('hidden')}</w:t></w:r></w:p>",
            "<w:altChunk r:id='r2'/><w:altChunk r:id='r3'/><w:altChunk r:id='r4'/>",
        )
    )


def docx(name: Names) -> bytes:
    """A Word file."""

    def part(root: str, inner: str) -> str:
        return f"<w:{root} {_W}>{inner}</w:{root}>"

    chunk = zipped({"[Content_Types].xml": _TYPES, "word/document.xml": part(
        "document", f"<w:body>{_p(name('altChunk docx'))}</w:body>")})  # fmt: skip
    return zipped({
        "[Content_Types].xml": _TYPES, **core_properties(name),
        "word/document.xml": part("document", f"<w:body>{_body(name)}</w:body>"),
        "word/_rels/document.xml.rels": rels(
            ("hyperlink", f"https://{name('link')}.example/", True), ("aFChunk", "a.html", False),
            ("aFChunk", "parts/b.rtf", False), ("aFChunk", "/chunks/c.docx", False),
        ),
        "word/a.html": f"<html><p>{name('altChunk html')}</p></html>",
        "word/parts/b.rtf": r"{\rtf1 " + name("altChunk rtf") + "}", "chunks/c.docx": chunk,
        "word/d.mht": "MIME-Version: 1.0\nContent-Type: text/html\n\n<p>" + name("altChunk mht"),
        "word/e.txt": name("altChunk txt"),
        "word/header1.xml": part("hdr", _p(name("header"))),
        "word/parts/footer.xml": part("ftr", _p(name("footer in a folder"))),
        "word/footnotes.xml": part("footnotes", f"<w:footnote>{_p(name('footnote'))}</w:footnote>"),
        "word/endnotes.xml": part("endnotes", f"<w:endnote>{_p(name('endnote'))}</w:endnote>"),
        "word/comments.xml": part("comments", f"<w:comment w:author='{name('commentator')}'>"
                                  f"{_p(name('comment'))}</w:comment>"),
        "word/people.xml": f"<w15:people xmlns:w15='w'><w15:person w15:author='{name('person')}'/>"
        "</w15:people>",
        "word/glossary/document.xml": part("glossaryDocument", _p(name("building block"))),
        "word/settings.xml": part("settings", f"<w:docVars><w:docVar w:name='{name('variable')}' "
                                  f"w:val='{name('value of a variable')}'/></w:docVars>"),
        "word/numbering.xml": part("numbering", "<w:abstractNum><w:lvl><w:lvlText "
                                   f"w:val='{name('list label')} %1.'/></w:lvl></w:abstractNum>"),
        "word/charts/chart1.xml": chart(name), "word/diagrams/data1.xml": diagram(name),
        "word/media/image1.emf": emf(name("drawn picture")),
        "word/embeddings/sheet.txt": name("file inside"),
        "word/activeX/activeX1.xml": "<ax:ocx xmlns:ax='a'><ax:ocxPr ax:name='Caption' "
        f"ax:value='{name('ActiveX control')}'/></ax:ocx>",
        "customXml/item1.xml": f"<order><buyer>{name('custom XML')}</buyer></order>",
    })  # fmt: skip


def xlsx(name: Names) -> bytes:
    """An Excel file, made by a library, and what the library does not make put into it."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    sheet = book.add_worksheet("Sheet1")
    hidden = book.add_worksheet(name("sheet name")[:31])
    hidden.hide()
    hidden.write(0, 0, name("cell of a hidden sheet"))
    sheet.write(0, 0, name("cell"))
    sheet.write_rich_string(1, 0, name("rich text")[:4], book.add_format({"bold": True}),
                            name("rich text")[4:])  # fmt: skip
    sheet.write(2, 0, name("hidden row"))
    sheet.set_row(2, None, None, {"hidden": True})
    sheet.write(3, 5, name("hidden column"))
    sheet.set_column(5, 5, None, None, {"hidden": True})
    sheet.write_formula(4, 0, f'=IF(1=2,"{name("literal of a formula")}","")', None, "")
    sheet.write_formula(5, 0, "=1", None, name("result of a formula"))
    sheet.write_comment(0, 0, name("comment"), {"author": name("commentator")})
    sheet.write_url(6, 0, f"https://{name('link')}.example/", string="x", tip=name("tooltip"))
    sheet.insert_textbox(8, 0, name("text box"), {"description": name("alternative text")})
    sheet.set_header("&C&12" + name("header"))
    sheet.set_footer("&L" + name("footer"))
    sheet.data_validation("A9", {"validate": "list", "source": [name("list of a cell")],
                                 "input_title": name("prompt title"), "input_message":
                                 name("prompt"), "error_message": name("error")})  # fmt: skip
    sheet.add_table("H1:I3", {"columns": [{"header": name("table column")}, {"header": "b"}],
                              "name": name("table name")})  # fmt: skip
    sheet.write(9, 0, 5, book.add_format({"num_format": f'0 "{name("number format")}"'}))
    sheet.insert_button(10, 0, {"caption": name("button")})
    book.define_name(name("defined name"), "=Sheet1!$A$1")
    drawn = book.add_chart({"type": "column"})
    drawn.add_series({"values": "=Sheet1!$A$1:$A$2", "name": name("series")})
    drawn.set_title({"name": name("title of a chart")})
    sheet.insert_chart("K1", drawn)
    round_one = book.add_chart({"type": "pie"})
    round_one.add_series({"values": "=Sheet1!$A$1:$A$2"})
    book.add_chartsheet(name("chart sheet")[:31]).set_chart(round_one)
    book.close()
    return _with(buffer.getvalue(), name)


def _with(workbook: bytes, name: Names) -> bytes:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        members: dict[str, bytes | str] = {n: archive.read(n) for n in archive.namelist()}
    return zipped({
        **members, **core_properties(name), "xl/diagrams/data1.xml": diagram(name),
        "xl/charts/chart9.xml": chart(name),
        "xl/threadedComments/threadedComment1.xml": "<ThreadedComments><threadedComment ref='A1'>"
        f"<text>{name('threaded comment')}</text></threadedComment></ThreadedComments>",
        "xl/persons/person.xml": f"<personList><person displayName='{name('person')}'/>"
        "</personList>",
        "xl/pivotCache/pivotCacheDefinition1.xml": "<pivotCacheDefinition><cacheFields><cacheField "
        f"name='{name('pivot field')}'><sharedItems><s v='{name('pivot value')}'/></sharedItems>"
        "</cacheField></cacheFields></pivotCacheDefinition>",
        "xl/externalLinks/externalLink1.xml": "<externalLink><externalBook><sheetDataSet>"
        "<sheetData>"
        f"<row><cell><v>{name('value from another file')}</v></cell></row></sheetData>"
        "</sheetDataSet></externalBook></externalLink>",
        "xl/externalLinks/_rels/externalLink1.xml.rels": rels(
            ("externalLinkPath", f"file:///C:/{name('linked file')}.xlsx", True)),
        "xl/connections.xml": f"<connections><connection name='{name('connection')}'><dbPr "
        f"connection='DSN={name('data source')}'/></connection></connections>",
        "xl/ctrlProps/ctrlProp1.xml": f"<formControlPr><itemLst><item val='x'>{name('list box')}"
        "</item></itemLst></formControlPr>",
        "xl/slicers/slicer1.xml": f"<slicers><slicer caption='{name('slicer')}'/></slicers>",
        "xl/embeddings/a.txt": name("file inside"),
    })  # fmt: skip


def pptx(name: Names) -> bytes:
    """A PowerPoint file."""
    ns = 'xmlns:p="p" xmlns:a="a" xmlns:r="r"'

    def shape(words: str, extra: str = "", ph: str = "") -> str:
        return (
            f"<p:sp><p:nvSpPr><p:cNvPr id='1' name='Title 1' {extra}/><p:nvPr>{ph}</p:nvPr>"
            f"</p:nvSpPr><p:txBody><a:p><a:r><a:t>{words}</a:t></a:r></a:p></p:txBody></p:sp>"
        )

    def part(root: str, inner: str) -> str:
        return f"<p:{root} {ns}><p:cSld><p:spTree>{inner}</p:spTree></p:cSld></p:{root}>"

    alt = f"descr='{name('alternative text')}' title='{name('title of a shape')}'"
    table = (
        f"<p:graphicFrame><a:tbl><a:tr><a:tc><a:txBody><a:p><a:r><a:t>{name('cell')}</a:t></a:r>"
        "</a:p></a:txBody></a:tc></a:tr></a:tbl></p:graphicFrame>"
    )
    link = (
        f"<p:sp><p:txBody><a:p><a:r><a:rPr><a:hlinkClick r:id='r9' tooltip='{name('tooltip')}'/>"
        "</a:rPr><a:t>x</a:t></a:r></a:p></p:txBody></p:sp>"
    )
    footer = "<p:ph type='ftr'/>"
    return zipped({
        "[Content_Types].xml": _TYPES, **core_properties(name),
        "ppt/presentation.xml": f"<p:presentation {ns} xmlns:p14='q'><p:sldIdLst>"
        "<p:sldId r:id='r1'/>"
        f"<p:sldId r:id='r2'/></p:sldIdLst><p:custShowLst><p:custShow name='{name('own show')}'/>"
        f"</p:custShowLst><p14:section name='{name('section')}'/></p:presentation>",
        "ppt/_rels/presentation.xml.rels": rels(("slide", "slides/slide1.xml", False),
                                                ("slide", "slides/slide2.xml", False)),
        "ppt/slides/slide1.xml": part("sld", shape(name("slide"), alt) + table + link),
        "ppt/slides/slide2.xml": part("sld", shape(name("hidden slide"))).replace(
            "<p:sld ", "<p:sld show='0' "),
        "ppt/slides/slide9.xml": part("sld", shape(name("slide that is not shown"))),
        "ppt/slides/_rels/slide1.xml.rels": rels(
            ("notesSlide", "../notesSlides/notesSlide1.xml", False),
            ("comments", "../comments/comment1.xml", False),
            ("chart", "../charts/chart1.xml", False),
            ("diagramData", "../diagrams/data1.xml", False),
            ("hyperlink", f"https://{name('link')}.example", True)),
        "ppt/notesSlides/notesSlide1.xml": part("notes", shape(name("notes"))),
        "ppt/comments/comment1.xml": f"<p:cmLst {ns}><p:cm><p:text>{name('comment')}</p:text>"
        "</p:cm>"
        "</p:cmLst>",
        "ppt/comments/modernComment1.xml": f"<p188:cmLst xmlns:p188='m' {ns}><p188:cm><p188:txBody>"
        f"<a:p><a:r><a:t>{name('new comment')}</a:t></a:r></a:p></p188:txBody></p188:cm>"
        "</p188:cmLst>",
        "ppt/commentAuthors.xml": f"<p:cmAuthorLst {ns}><p:cmAuthor name='{name('commentator')}'/>"
        "</p:cmAuthorLst>",
        "ppt/slideMasters/slideMaster1.xml": part("sldMaster", shape(name("master"))),
        "ppt/slideLayouts/slideLayout1.xml": part("sldLayout", shape(name("footer"), ph=footer)),
        "ppt/notesMasters/notesMaster1.xml": part("notesMaster", shape(name("notes master"))),
        "ppt/handoutMasters/handoutMaster1.xml": part("handoutMaster", shape(name("handout"))),
        "ppt/tags/tag1.xml": f"<p:tagLst {ns}><p:tag name='A' val='{name('tag')}'/></p:tagLst>",
        "ppt/charts/chart1.xml": chart(name), "ppt/diagrams/data1.xml": diagram(name),
        "ppt/media/image1.emf": emf(name("drawn picture")),
        "ppt/embeddings/a.txt": name("file inside"),
    })  # fmt: skip
