"""Word, PowerPoint, Excel and OpenDocument files."""

import io
import zipfile
from collections.abc import Iterator
from xml.sax.saxutils import escape

import xlsxwriter

from asking.documents.paper import Paper, sentence

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD_PARTS = ("header1", "footer1", "footnotes", "endnotes", "comments")
_ROOTS = {"header1": "hdr", "footer1": "ftr"}


def papers(name: str) -> Iterator[Paper]:
    """Files with the name in one place each."""
    yield from _word(escape(name))
    yield from _excel(name)
    yield from _presentation(escape(name))
    yield from _open_document(escape(name))


def _word(name: str) -> Iterator[Paper]:
    said = sentence(name)
    run = f"<w:r><w:t>{said}</w:t></w:r>"
    halves = f"<w:r><w:t>from {name[:5]}</w:t></w:r><w:r><w:t>{name[5:]}</w:t></w:r>"
    deleted = f"<w:del w:id='1'><w:r><w:delText>{said}</w:delText></w:r></w:del>"
    box = f"<w:r><w:pict><v:textbox xmlns:v='urn:schemas-microsoft-com:vml'><w:txbxContent><w:p>{run}</w:p></w:txbxContent></v:textbox></w:pict></w:r>"
    bodies = {
        "body": f"<w:p>{run}</w:p>",
        "name in two runs": f"<w:p>{halves}</w:p>",
        "table cell": f"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{name}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        "inserted": f"<w:p><w:ins w:id='1'>{run}</w:ins></w:p>",
        "deleted": f"<w:p>{deleted}</w:p>",
        "content control": f"<w:sdt><w:sdtContent><w:p>{run}</w:p></w:sdtContent></w:sdt>",
        "hidden": f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{said}</w:t></w:r></w:p>",
        "text box": f"<w:p>{box}</w:p>",
        "link": f"<w:p><w:hyperlink w:anchor='x'>{run}</w:hyperlink></w:p>",
        "field's result": f"<w:p><w:fldSimple w:instr='AUTHOR'>{run}</w:fldSimple></w:p>",
    }
    for place, body in bodies.items():
        yield Paper("documents: DOCX", place, ".docx", _docx(body, {}))
    for part in _WORD_PARTS:
        inner = f"<w:p>{run}</w:p>"
        if part.endswith("notes"):
            inner = f"<w:{part[:-1]} w:id='2'>{inner}</w:{part[:-1]}>"
        if part == "comments":
            inner = f"<w:comment w:id='0' w:author='Ann'>{inner}</w:comment>"
        root = _ROOTS.get(part, part)
        data = f"<w:{root} xmlns:w='{_W}'>{inner}</w:{root}>"
        yield Paper("documents: DOCX", part, ".docx", _docx("<w:p/>", {part: data}))
    core = (
        "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/"
        f"core-properties' xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>{name}</dc:title>"
        "</cp:coreProperties>"
    )
    yield Paper("documents: DOCX", "title", ".docx", _docx("<w:p/>", {}, core))


def _docx(body: str, parts: dict[str, str], core: str = "") -> bytes:
    types = "".join(
        f"<Override PartName='/word/{part}.xml' ContentType='application/vnd.openxmlformats-"
        f"officedocument.wordprocessingml.{part.rstrip('1')}+xml'/>"
        for part in parts
    )
    links = "".join(
        f"<Relationship Id='r{number}' Type='{_R}/{part.rstrip('1')}' Target='{part}.xml'/>"
        for number, part in enumerate(parts)
    )
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    files = {
        "[Content_Types].xml": _types(
            f"<Override PartName='/word/document.xml' ContentType='{main}'/>{types}"
        ),
        "_rels/.rels": _links(_to("word/document.xml", "officeDocument")),
        "word/document.xml": f"<w:document xmlns:w='{_W}'><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _links(links),
        **{f"word/{part}.xml": data for part, data in parts.items()},
    }
    if core:
        kind = "application/vnd.openxmlformats-package.core-properties+xml"
        files["docProps/core.xml"] = core
        files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(
            "</Types>", f"<Override PartName='/docProps/core.xml' ContentType='{kind}'/></Types>"
        )
    return _zipped(files)


def _types(more: str) -> str:
    return (
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
        "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package."
        f"relationships+xml'/><Default Extension='xml' ContentType='application/xml'/>{more}</Types>"
    )


def _links(inner: str) -> str:
    return f"<Relationships xmlns='{_RELATIONS}'>{inner}</Relationships>"


def _to(target: str, kind: str, number: int = 1) -> str:
    return f"<Relationship Id='rId{number}' Type='{_R}/{kind}' Target='{target}'/>"


def _zipped(files: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in files.items():
            first = "" if path == "mimetype" else '<?xml version="1.0" encoding="UTF-8"?>\n'
            archive.writestr(path, first + text)
    return out.getvalue()


def _excel(name: str) -> Iterator[Paper]:
    for place in ("body", "second sheet", "hidden sheet", "hidden column", "sheet's name",
                  "comment", "header", "footer", "text box", "chart's title", "title",
                  "formula's value", "choices of a cell", "link's text", "far cell",
                  "rich text"):  # fmt: skip
        yield Paper("documents: XLSX", place, ".xlsx", _xlsx(place, name))


def _xlsx(place: str, name: str) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Orders")
        sheet.write(0, 0, "Supplier")
        sheet.write(1, 1, 17)
        if place in ("second sheet", "hidden sheet"):
            other = book.add_worksheet("More")
            other.write(3, 2, name)
            if place == "hidden sheet":
                other.hide()
        elif place == "sheet's name":
            book.add_worksheet(name[:31].strip().replace("/", " "))
        elif place == "title":
            book.set_properties({"title": name})
        elif place == "chart's title":
            chart = book.add_chart({"type": "line"})
            chart.add_series({"values": "=Orders!$B$2:$B$2"})
            chart.set_title({"name": name})
            sheet.insert_chart(4, 4, chart)
        else:
            _in_sheet(place, name, sheet, book)
    return out.getvalue()


def _in_sheet(
    place: str, name: str, sheet: xlsxwriter.worksheet.Worksheet, book: xlsxwriter.Workbook
) -> None:
    if place == "body":
        sheet.write(1, 0, name)
    elif place == "hidden column":
        sheet.write(1, 5, name)
        sheet.set_column(5, 5, None, None, {"hidden": True})
    elif place == "comment":
        sheet.write_comment(1, 0, sentence(name))
    elif place == "header":
        sheet.set_header(f"&C{name.replace('&', '&&')}")
    elif place == "footer":
        sheet.set_footer(f"&L{name.replace('&', '&&')}")
    elif place == "text box":
        sheet.insert_textbox(3, 3, sentence(name))
    elif place == "formula's value":
        sheet.write_formula(1, 0, '=A1&""', None, name)
    elif place == "choices of a cell":
        sheet.data_validation(1, 0, 1, 0, {"validate": "list", "source": [name.replace(",", "")]})
    elif place == "link's text":
        sheet.write_url(1, 0, "https://example.com/", string=name)
    elif place == "far cell":
        sheet.write(60_000, 700, name)
    elif place == "rich text":
        sheet.write_rich_string(1, 0, book.add_format({"bold": True}), name[:4], name[4:])


def _presentation(name: str) -> Iterator[Paper]:
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    p = "http://schemas.openxmlformats.org/presentationml/2006/main"
    text = f"<a:p><a:r><a:t>{sentence(name)}</a:t></a:r></a:p>"
    shape = f"<p:sp><p:txBody>{text}</p:txBody></p:sp>"
    table = f"<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr><a:tc><a:txBody>{text}</a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    alt = f"<p:pic><p:nvPicPr><p:cNvPr id='4' name='Picture' descr='{name}'/></p:nvPicPr></p:pic>"
    tree = "<p:cSld><p:spTree>{}</p:spTree></p:cSld>"
    for place, on_slide, notes in (
        ("body", shape, ""), ("table", table, ""), ("group", f"<p:grpSp>{shape}</p:grpSp>", ""),
        ("description of a picture", alt, ""), ("notes", "", shape),
    ):  # fmt: skip
        space = f"xmlns:a='{a}' xmlns:p='{p}' xmlns:r='{_R}'"
        kind = "application/vnd.openxmlformats-officedocument.presentationml"
        files = {
            "[Content_Types].xml": _types(
                f"<Override PartName='/ppt/presentation.xml' ContentType='{kind}.presentation.main+xml'/>"
                f"<Override PartName='/ppt/slides/slide1.xml' ContentType='{kind}.slide+xml'/>"
                f"<Override PartName='/ppt/notesSlides/notesSlide1.xml' ContentType='{kind}.notesSlide+xml'/>"
            ),
            "_rels/.rels": _links(_to("ppt/presentation.xml", "officeDocument")),
            "ppt/presentation.xml": f"<p:presentation {space}><p:sldIdLst><p:sldId id='256' r:id='rId1'/></p:sldIdLst></p:presentation>",
            "ppt/_rels/presentation.xml.rels": _links(_to("slides/slide1.xml", "slide")),
            "ppt/slides/slide1.xml": f"<p:sld {space}>{tree.format(on_slide)}</p:sld>",
            "ppt/slides/_rels/slide1.xml.rels": _links(
                _to("../notesSlides/notesSlide1.xml", "notesSlide")
            ),
            "ppt/notesSlides/notesSlide1.xml": f"<p:notes {space}>{tree.format(notes)}</p:notes>",
        }
        yield Paper("documents: PPTX", place, ".pptx", _zipped(files))


def _open_document(name: str) -> Iterator[Paper]:
    said = f"<text:p>{sentence(name)}</text:p>"
    note = f"<text:p>Hi<text:note text:note-class='footnote'><text:note-body>{said}</text:note-body></text:note></text:p>"
    comment = f"<text:p>Hi<office:annotation>{said}</office:annotation></text:p>"
    box = f"<text:p><draw:frame><draw:text-box>{said}</draw:text-box></draw:frame></text:p>"
    cell = f"<table:table table:name='A'><table:table-row><table:table-cell><text:p>{name}</text:p></table:table-cell></table:table-row></table:table>"
    header = f"<style:header>{said}</style:header>"
    for place, body, styles, meta in (
        ("body", said, "", ""), ("footnote", note, "", ""), ("comment", comment, "", ""),
        ("text box", box, "", ""), ("table cell", cell, "", ""), ("header", "<text:p/>", header, ""),
        ("title", "<text:p/>", "", f"<dc:title>{name}</dc:title>"),
    ):  # fmt: skip
        yield Paper("documents: ODT", place, ".odt", _odf("text", body, styles, meta))
    yield Paper("documents: ODS", "cell", ".ods", _odf("spreadsheet", cell, "", ""))
    named = cell.replace("'A'", f"'{name}'").replace(
        f"<text:p>{name}</text:p>", "<text:p>1</text:p>"
    )
    yield Paper("documents: ODS", "sheet's name", ".ods", _odf("spreadsheet", named, "", ""))


def _odf(kind: str, body: str, styles: str, meta: str) -> bytes:
    spaces = " ".join(
        f"xmlns:{prefix}='urn:oasis:names:tc:opendocument:xmlns:{space}:1.0'"
        for prefix, space in (("office", "office"), ("text", "text"), ("table", "table"),
                              ("style", "style"), ("draw", "drawing"))
    ) + " xmlns:dc='http://purl.org/dc/elements/1.1/' office:version='1.3'"  # fmt: skip
    media = f"application/vnd.oasis.opendocument.{kind}"
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entries = "".join(
        f"<m:file-entry m:full-path='{path}' m:media-type='{media_type}'/>"
        for path, media_type in (("/", media), ("content.xml", "text/xml"),
                                 ("styles.xml", "text/xml"), ("meta.xml", "text/xml"))
    )  # fmt: skip
    return _zipped(
        {
            "mimetype": media,
            "content.xml": f"<office:document-content {spaces}><office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>",
            "styles.xml": f"<office:document-styles {spaces}><office:master-styles><style:master-page style:name='S'>{styles}</style:master-page></office:master-styles></office:document-styles>",
            "meta.xml": f"<office:document-meta {spaces}><office:meta>{meta}</office:meta></office:document-meta>",
            "META-INF/manifest.xml": f"<m:manifest xmlns:m='{manifest}'>{entries}</m:manifest>",
        }
    )
