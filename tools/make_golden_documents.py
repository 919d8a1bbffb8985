"""Makes the samples of tests/data/documents with real programs, from one source of our own.

    python tools/make_golden_documents.py

Needs, from Debian: libreoffice-writer, -calc, -impress, chromium, wkhtmltopdf, poppler-utils,
tesseract-ocr, qpdf, zip, mpack. The samples are committed, since tests must not need these
programs; they are made again only when the source below changes. What made which stands in
tests/data/documents/README.md.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

OUT = Path(__file__).parent.parent / "tests" / "data" / "documents"

FIRST = (
    "The labels were printed by Era-Media TOV in Kyiv. Two hundred flasks were ordered from "
    "Valerian Labs, Inc. in the spring; the invoices of Blue Lantern Logistics are enclosed."
)
SECOND = "The balance goes to Alphaconnect Investments Co. Ltd. in Hong Kong."
HEADER = "Copy for ZR Energy DMCC"
NOTE = "Shipped by Hapjanggang Trading Corporation."
ROWS = (("Supplier", "Country"), ("Wuhan Global Sensor Technology Co., Ltd.", "China"))
COMMENT = "Ask Banco VTB Africa SA first."
BOX = "Agent: Estaciones de Servicios Canarias, S.A. de C.V."
DELETED, INSERTED = "Gasolinera Alamos Country, S.A. de C.V.", "Nordic Hull Club"

_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
        ("draw", "drawing"), ("presentation", "presentation"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"'  # fmt: skip


def _flat(kind: str, styles: str, body: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<office:document {_SPACES} "
        f'office:mimetype="application/vnd.oasis.opendocument.{kind}">{styles}'
        f"<office:body>{body}</office:body></office:document>"
    )


def _text() -> str:
    styles = (
        "<office:automatic-styles>"
        '<style:style style:name="Next" style:family="paragraph" '
        'style:parent-style-name="Standard"><style:paragraph-properties fo:break-before="page"/>'
        "</style:style>"
        '<style:page-layout style:name="A"><style:page-layout-properties fo:page-width="148mm" '
        'fo:page-height="210mm" fo:margin="15mm"/><style:header-style/></style:page-layout>'
        "</office:automatic-styles><office:master-styles>"
        '<style:master-page style:name="Standard" style:page-layout-name="A">'
        f"<style:header><text:p>{HEADER}</text:p></style:header>"
        "</style:master-page></office:master-styles>"
    )
    change = (
        "<office:change-info><dc:creator>A. Clerk</dc:creator>"
        "<dc:date>2026-01-02T03:04:05</dc:date></office:change-info>"
    )
    tracked = (
        "<text:tracked-changes>"
        f'<text:changed-region text:id="d1"><text:deletion>{change}'
        f"<text:p>{DELETED}</text:p></text:deletion></text:changed-region>"
        f'<text:changed-region text:id="i1"><text:insertion>{change}</text:insertion>'
        "</text:changed-region></text:tracked-changes>"
    )
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        f"<text:note-body><text:p>{NOTE}</text:p></text:note-body></text:note>"
    )
    comment = (
        "<office:annotation><dc:creator>A. Clerk</dc:creator>"
        f"<dc:date>2026-01-02T03:04:05</dc:date><text:p>{COMMENT}</text:p></office:annotation>"
    )
    box = (
        '<draw:frame text:anchor-type="paragraph" svg:width="100mm" svg:height="12mm" '
        f'svg:y="60mm"><draw:text-box><text:p>{BOX}</text:p></draw:text-box></draw:frame>'
    )
    rows = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in ROWS
    )
    body = (
        f"<office:text>{tracked}<text:p>{FIRST}{note}{comment}</text:p>"
        f'<text:p>Insured by <text:change text:change-id="d1"/>'
        f'<text:change-start text:change-id="i1"/>{INSERTED}<text:change-end '
        'text:change-id="i1"/> since March.</text:p>'
        f'<table:table><table:table-column table:number-columns-repeated="2"/>{rows}</table:table>'
        f"<text:p>{box}</text:p>"
        f'<text:p text:style-name="Next">{SECOND}</text:p></office:text>'
    )
    return _flat("text", styles, body)


def _sheet() -> str:
    def row(*cells: str) -> str:
        return (
            "<table:table-row>"
            + "".join(
                f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p>'
                "</table:table-cell>"
                for cell in cells
            )
            + "</table:table-row>"
        )

    comment = (
        '<table:table-row><table:table-cell office:value-type="string"><office:annotation>'
        f"<text:p>{COMMENT}</text:p></office:annotation><text:p>see note</text:p>"
        "</table:table-cell></table:table-row>"
    )
    tables = (
        f'<table:table table:name="Letter">{row(FIRST)}</table:table>'
        f'<table:table table:name="Parties">{row(*ROWS[0])}{row(*ROWS[1])}'
        f"{row(SECOND, 'Hong Kong')}{comment}</table:table>"
    )
    return _flat("spreadsheet", "", f"<office:spreadsheet>{tables}</office:spreadsheet>")


def _show() -> str:
    def frame(text: str, y: int) -> str:
        return (
            f'<draw:frame svg:x="10mm" svg:y="{y}mm" svg:width="230mm" svg:height="40mm">'
            f"<draw:text-box><text:p>{text}</text:p></draw:text-box></draw:frame>"
        )

    styles = (
        '<office:automatic-styles><style:page-layout style:name="P"><style:page-layout-properties '
        'fo:page-width="254mm" fo:page-height="143mm"/></style:page-layout>'
        '</office:automatic-styles><office:master-styles><style:master-page style:name="M" '
        'style:page-layout-name="P"/></office:master-styles>'
    )
    notes = (
        '<presentation:notes><draw:frame presentation:class="notes" svg:x="20mm" svg:y="120mm" '
        f'svg:width="160mm" svg:height="100mm"><draw:text-box><text:p>{NOTE}</text:p>'
        "</draw:text-box></draw:frame></presentation:notes>"
    )
    pages = (
        f'<draw:page draw:name="One" draw:master-page-name="M">{frame(FIRST, 10)}{notes}'
        "</draw:page>"
        f'<draw:page draw:name="Two" draw:master-page-name="M">{frame(SECOND, 10)}</draw:page>'
    )
    return _flat("presentation", styles, f"<office:presentation>{pages}</office:presentation>")


def _page(columns: bool) -> str:
    style = (
        "body{font:13px DejaVu Sans;width:560px} .two{column-count:2;column-gap:30px}"
        " .narrow{width:250px;text-align:justify} .next{page-break-before:always}"
    )
    cells = "".join(
        "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in row) + "</tr>"
        for tag, row in zip(("th", "td"), ROWS, strict=True)
    )
    two = (
        f'<div class="two"><p>{"Nothing of note was said. " * 8}Then {BOX}</p>'
        f"<p>{'The clerk wrote it down. ' * 8}</p>"
        # Narrower than the name, so that it has to be broken.
        f'<p style="width:6em">{NOTE.replace("janggang", "jang&shy;gang")}</p></div>'
    )
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Letter</title>'
        f"<style>{style}</style></head><body><p>{HEADER}</p>"
        f'<p class="narrow">{FIRST}</p><table>{cells}</table>{two if columns else ""}'
        f'<p class="next">{SECOND}</p></body></html>'
    )


def _run(*command: object, cwd: Path | None = None) -> None:
    words = [str(part) for part in command]
    done = subprocess.run(words, capture_output=True, cwd=cwd, check=False)  # noqa: S603 (ours)
    if done.returncode != 0:
        sys.exit(f"{words[0]} failed: {done.stderr.decode(errors='replace')[-500:]}")


def _office(source: Path, *forms: str) -> None:
    """Convert with LibreOffice, with a profile of its own."""
    with tempfile.TemporaryDirectory() as profile:
        for form in forms:
            _run(
                "soffice", f"-env:UserInstallation=file://{profile}", "--headless",
                "--convert-to", form, "--outdir", source.parent / "out", source,
            )  # fmt: skip


def _chromium(page: Path, to: Path) -> None:
    with tempfile.TemporaryDirectory() as profile:
        _run(
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", f"--user-data-dir={profile}",
            "--no-pdf-header-footer", f"--print-to-pdf={to}", page,
        )  # fmt: skip


def make(folder: Path) -> None:
    """Make every sample in ``folder``/out."""
    out = folder / "out"
    out.mkdir()
    for name, text in (("letter.fodt", _text()), ("table.fods", _sheet()), ("show.fodp", _show())):
        (folder / name).write_text(text, encoding="utf-8")
    _office(folder / "letter.fodt", "docx", "odt", "rtf", "pdf", "doc")
    # The last figure is the sheet.
    second = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2"
    _office(folder / "table.fods", "xlsx", "ods", "xls", second)
    (out / "table-Parties.csv").rename(out / "table.csv")
    _office(folder / "show.fodp", "pptx", "odp")
    (out / "page.html").write_text(_page(columns=False), encoding="utf-8")
    (folder / "columns.html").write_text(_page(columns=True), encoding="utf-8")
    _chromium(folder / "columns.html", out / "chromium.pdf")
    _run("wkhtmltopdf", "--quiet", folder / "columns.html", out / "wkhtmltopdf.pdf")
    _scan(folder, out)
    _mail(folder, out)
    _run(
        "qpdf", "--encrypt", "secret", "secret", "256", "--", out / "letter.pdf", out / "locked.pdf"
    )


def _scan(folder: Path, out: Path) -> None:
    """A page printed and scanned: a picture, the same in a PDF file, and with tesseract's text."""
    _run(
        "pdftoppm",
        "-r",
        "150",
        "-gray",
        "-png",
        "-f",
        "1",
        "-l",
        "1",
        out / "letter.pdf",
        folder / "scan",
    )
    picture = next(folder.glob("scan*.png"))
    shutil.copy(picture, out / "scan.png")
    page = '<style>@page{size:A5;margin:0}body{margin:0}img{width:100%}</style><img src="scan.png">'
    (out / "scan.html").write_text(page)
    _chromium(out / "scan.html", out / "scan.pdf")
    (out / "scan.html").unlink()
    _run("tesseract", picture, out / "searchable", "-l", "eng", "pdf")


def _mail(folder: Path, out: Path) -> None:
    """A mail with a document attached; archives with documents and archives in them."""
    (folder / "body.txt").write_text(FIRST + "\n")
    _run(
        "mpack",
        "-s",
        f"Copy: {HEADER}",
        "-d",
        folder / "body.txt",
        "-o",
        out / "mail.eml",
        out / "letter.docx",
    )
    inner = folder / "deal"
    (inner / "annex").mkdir(parents=True)
    shutil.copy(out / "letter.pdf", inner / "annex" / "2.pdf")
    shutil.copy(out / "mail.eml", inner / "mail.eml")
    _run("zip", "-qrX", out / "deal.zip", ".", cwd=inner)
    _run("zip", "-qX", "-P", "secret", out / "locked.zip", "mail.eml", cwd=inner)
    _run("tar", "--owner=0", "--group=0", "-czf", out / "deal.tar.gz", "annex", cwd=inner)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as work:
        make(Path(work))
        shutil.copytree(Path(work) / "out", OUT, dirs_exist_ok=True)
