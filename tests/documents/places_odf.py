"""OpenDocument files with a name at every place that they have."""

from place_names import Names, emf, zipped

_NS = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for prefix, long in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"),
        ("style", "style"), ("meta", "meta"), ("form", "form"), ("svg", "svg-compatible"),
        ("presentation", "presentation"), ("chart", "chart"), ("number", "datastyle"),
    )
)  # fmt: skip
_NS += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
_TYPE = "application/vnd.oasis.opendocument."


def _file(kind: str, body: str, styles: str, name: Names) -> bytes:
    def root(which: str, inner: str) -> str:
        return f"<office:document-{which} {_NS}>{inner}</office:document-{which}>"

    return zipped({
        "mimetype": _TYPE + kind,
        "content.xml": root("content", f"<office:body><office:{_BODY[kind]}>{body}"
                            f"</office:{_BODY[kind]}></office:body>"),
        "styles.xml": root("styles", f"<office:master-styles>{styles}</office:master-styles>"),
        "meta.xml": root("meta", "<office:meta>" + "".join(
            f"<{tag}>{name('property ' + tag)}</{tag}>"
            for tag in ("dc:title", "dc:subject", "dc:creator", "dc:description", "meta:keyword",
                        "meta:initial-creator", "dc:publisher")
        ) + f"<meta:user-defined meta:name='{name('name of a property')}'>{name('own property')}"
            "</meta:user-defined></office:meta>"),
        "settings.xml": "<settings/>", "META-INF/manifest.xml": "<manifest/>",
        "Object 1/content.xml": root("content", "<office:body><office:chart><chart:chart>"
            f"<chart:title><text:p>{name('chart title')}</text:p></chart:title><table:table>"
            "<table:table-rows><table:table-row><table:table-cell><text:p>"
            f"{name('chart category')}</text:p></table:table-cell></table:table-row>"
            "</table:table-rows></table:table></chart:chart></office:chart></office:body>"),
        "Object 2": name("file inside"), "Pictures/a.emf": emf(name("drawn picture")),
    })  # fmt: skip


_BODY = {"text": "text", "spreadsheet": "spreadsheet", "presentation": "presentation"}


def _frame(name: Names) -> str:
    return (
        f"<draw:frame draw:name='{name('name of a frame')}'><draw:text-box><text:p>"
        f"{name('text box')}</text:p></draw:text-box><svg:title>{name('title of a picture')}"
        f"</svg:title><svg:desc>{name('alternative text')}</svg:desc></draw:frame>"
        f"<draw:rect><text:p>{name('rectangle')}</text:p></draw:rect>"
        f"<draw:custom-shape><text:p>{name('shape')}</text:p></draw:custom-shape>"
    )


def _note(name: Names) -> str:
    return (
        f"<office:annotation><dc:creator>{name('commentator')}</dc:creator><text:p>"
        f"{name('comment')}</text:p></office:annotation>"
    )


def _forms(name: Names) -> str:
    return (
        "<office:forms><form:form><form:text form:name='t' form:current-value="
        f"'{name('form field')}'/><form:listbox><form:option form:label='{name('form list')}'/>"
        f"</form:listbox><form:button form:label='{name('button')}'/></form:form></office:forms>"
    )


def odt(name: Names) -> bytes:
    """A text."""
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info>"
        f"<dc:creator>{name('author of a change')}</dc:creator></office:change-info>"
        f"<text:p>{name('deletion')}</text:p></text:deletion></text:changed-region>"
        f"</text:tracked-changes>{_forms(name)}"
        f"<text:user-field-decls><text:user-field-decl text:name='f' office:string-value="
        f"'{name('field')}'/></text:user-field-decls>"
        f"<text:p>{name('body')}{_note(name)}<text:note text:note-class='footnote'>"
        f"<text:note-body><text:p>{name('footnote')}</text:p></text:note-body></text:note>"
        f"<text:note text:note-class='endnote'><text:note-body><text:p>{name('endnote')}</text:p>"
        f"</text:note-body></text:note></text:p><text:p>{name('split')[:4]}<text:span>"
        f"{name('split')[4:]}</text:span></text:p><text:p>Before{_frame(name)}</text:p>"
        f"<text:list><text:list-item><text:p>{name('list')}</text:p></text:list-item></text:list>"
        f"<text:p><text:a xlink:href='https://{name('link')}.example'>x</text:a>"
        f"<text:bookmark text:name='{name('bookmark')}'/><text:hidden-text text:string-value="
        f"'{name('hidden text')}'/><text:conditional-text text:string-value-if-true="
        f"'{name('conditional text')}'/><text:ruby><text:ruby-base>x</text:ruby-base>"
        f"<text:ruby-text>{name('reading')}</text:ruby-text></text:ruby></text:p>"
        "<table:table table:name='T'><table:table-row><table:table-cell>"
        f"<text:p>{name('cell')}</text:p></table:table-cell></table:table-row></table:table>"
        f"<text:section><text:p>{name('section')}</text:p></text:section>"
        f"<text:alphabetical-index-mark text:string-value='{name('index')}'/>"
    )
    styles = (
        f"<style:master-page><style:header><text:p>{name('header')}</text:p></style:header>"
        f"<style:footer><text:p>{name('footer')}</text:p></style:footer><style:header-left>"
        f"<text:p>{name('left header')}</text:p></style:header-left></style:master-page>"
    )
    return _file("text", body, styles, name)


def odp(name: Names) -> bytes:
    """A presentation."""
    body = (
        f"<presentation:footer-decl presentation:name='f'>{name('footer')}"
        f"</presentation:footer-decl><draw:page draw:name='{name('name of a slide')}'>"
        f"{_frame(name)}{_note(name)}<draw:frame><table:table><table:table-row><table:table-cell>"
        f"<text:p>{name('cell')}</text:p></table:table-cell></table:table-row></table:table>"
        f"</draw:frame><draw:a xlink:href='https://{name('link')}.example'/><draw:g><draw:line>"
        f"<text:p>{name('line in a group')}</text:p></draw:line></draw:g><presentation:notes>"
        f"<draw:frame><draw:text-box><text:p>{name('notes')}</text:p></draw:text-box></draw:frame>"
        "</presentation:notes></draw:page><draw:page presentation:visibility='hidden'><draw:frame>"
        f"<draw:text-box><text:p>{name('hidden slide')}</text:p></draw:text-box></draw:frame>"
        f"</draw:page><presentation:settings><presentation:show presentation:name="
        f"'{name('own show')}'/></presentation:settings>"
    )
    styles = (
        f"<style:master-page><draw:frame><draw:text-box><text:p>{name('master')}</text:p>"
        "</draw:text-box></draw:frame></style:master-page>"
        f"<style:handout-master><draw:frame><draw:text-box><text:p>{name('handout')}</text:p>"
        "</draw:text-box></draw:frame></style:handout-master>"
    )
    return _file("presentation", body, styles, name)


def ods(name: Names) -> bytes:
    """A spreadsheet."""

    def cell(inner: str, kind: str = "string", more: str = "") -> str:
        return f"<table:table-cell office:value-type='{kind}' {more}>{inner}</table:table-cell>"

    body = (
        "<table:tracked-changes><table:cell-content-change><office:change-info><dc:creator>"
        f"{name('author of a change')}</dc:creator></office:change-info><table:previous>"
        f"<table:change-track-table-cell office:value-type='string'><text:p>{name('deletion')}"
        "</text:p></table:change-track-table-cell></table:previous></table:cell-content-change>"
        "</table:tracked-changes><table:content-validations><table:content-validation>"
        f"<table:help-message table:title='{name('prompt title')}'><text:p>{name('prompt')}"
        f"</text:p></table:help-message></table:content-validation></table:content-validations>"
        f"<table:table table:name='{name('sheet name')}'>{_forms(name)}<table:shapes>{_frame(name)}"
        "</table:shapes><table:table-row>"
        + cell(f"<text:p>{name('cell')}</text:p>{_note(name)}")
        + cell(f"<text:p>5 {name('number with words')}</text:p>", "float", "office:value='5'")
        + f"<table:covered-table-cell><text:p>{name('covered cell')}</text:p>"
        "</table:covered-table-cell></table:table-row><table:table-row table:visibility='collapse'>"
        + cell(f"<text:p>{name('hidden row')}</text:p>")
        + "</table:table-row></table:table><table:table table:name='B' table:display='false'>"
        "<table:table-row>"
        + cell(f"<text:p>{name('hidden sheet')}</text:p>")
        + cell(f"<text:p><text:a xlink:href='https://{name('link')}.example'>x</text:a></text:p>")
        + "</table:table-row></table:table><table:named-expressions><table:named-range table:name="
        f"'{name('range')}'/></table:named-expressions>"
    )
    styles = (
        f"<style:master-page><style:header><text:p>{name('header')}</text:p></style:header>"
        f"<style:footer><style:region-left><text:p>{name('footer')}</text:p></style:region-left>"
        "</style:footer></style:master-page>"
    )
    return _file("spreadsheet", body, styles, name)
