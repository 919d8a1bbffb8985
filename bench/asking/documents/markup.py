"""HTML, XML, SVG and RTF: text, attributes, and what a reader may not see."""

from collections.abc import Iterator
from html import escape

from asking.documents.paper import Paper, sentence

_HTML = {
    "paragraph": "<p>{s}</p>",
    "title": "<title>{n}</title><p>Hello.</p>",
    "heading": "<h1>{n}</h1>",
    "table cell": "<table><tr><td>{n}</td><td>17</td></tr></table>",
    "list": "<ul><li>{n}</li></ul>",
    "link": "<a href='/x'>{n}</a>",
    "alt": "<img src='x.png' alt='{n}'>",
    "title attribute": "<p title='{n}'>Hello.</p>",
    "aria-label": "<button aria-label='{n}'>x</button>",
    "placeholder": "<input placeholder='{n}'>",
    "input value": "<form><input name='supplier' value='{n}'></form>",
    "hidden input": "<form><input type='hidden' name='supplier' value='{n}'></form>",
    "option": "<select><option>{n}</option></select>",
    "textarea": "<textarea>{s}</textarea>",
    "hidden paragraph": "<p style='display:none'>{s}</p>",
    "noscript": "<noscript><p>{s}</p></noscript>",
    "template": "<template><p>{s}</p></template>",
    "details": "<details><summary>More</summary><p>{s}</p></details>",
    "srcdoc": "<iframe srcdoc='&lt;p&gt;{s}&lt;/p&gt;'></iframe>",
    "meta description": "<meta name='description' content='{s}'><p>Hello.</p>",
    "description of OpenGraph": "<meta property='og:title' content='{n}'><p>Hello.</p>",
    "JSON-LD": '<script type=\'application/ld+json\'>{{"name": "{n}"}}</script><p>Hello.</p>',
    "SVG in the page": "<svg><text x='1' y='9'>{n}</text></svg>",
    "caption": "<table><caption>{n}</caption><tr><td>1</td></tr></table>",
    "words in spans": "<p>{spans}</p>",
    "bold letters": "<p>{bold}</p>",
    "entities": "<p>{entities}</p>",
    "declared UTF-16 in ASCII": "<meta charset='utf-16'><p>{s}</p>",
    "declared cp037 in ASCII": "<meta charset='cp037'><p>{s}</p>",
}
_XML = {
    "text": "<a><b>{s}</b></a>",
    "attribute": "<a name='{n}'/>",
    "CDATA": "<a><![CDATA[{s}]]></a>",
    "entities": "<a>{entities}</a>",
    "own entity": "<a>&party;</a>",
    "namespace": "<x:a xmlns:x='urn:x'><x:b>{n}</x:b></x:a>",
    "comment": "<a><!-- {s} -->17</a>",
}


def papers(name: str) -> Iterator[Paper]:
    """Pages with the name in one place each."""
    parts = {
        "n": escape(name, quote=True),
        "s": escape(sentence(name), quote=True),
        "spans": " ".join(f"<span>{escape(word)}</span>" for word in name.split()),
        "bold": f"<b>{name[:2]}</b>{escape(name[2:])}",
        "entities": "".join(f"&#{ord(letter)};" for letter in name),
    }
    for place, text in _HTML.items():
        body = f"<!doctype html><html><body>{text.format(**parts)}</body></html>"
        yield Paper("documents: HTML", place, ".html", body.encode())
    for place, text in _XML.items():
        kind = f'<!DOCTYPE a [<!ENTITY party "{parts["n"]}">]>' if "own" in place else ""
        body = f'<?xml version="1.0"?>{kind}{text.format(**parts)}'
        yield Paper("documents: XML", place, ".xml", body.encode())
    yield from _rtf(name)


def _rtf(name: str) -> Iterator[Paper]:
    codes = "".join(f"\\u{ord(letter)}?" for letter in name)
    hexadecimal = "".join(f"\\'{ord(letter):02x}" for letter in name if ord(letter) < 256)
    for place, text in {
        "text": sentence(name),
        "letters by number": f"Ordered from {codes} in March.",
        "letters in hexadecimal": f"Ordered from {hexadecimal} in March.",
        "header": f"{{\\header {name}}}Hello.",
        "footnote": f"Hello.{{\\footnote {sentence(name)}}}",
        "info": f"{{\\info{{\\title {name}}}}}Hello.",
        "annotation": f"Hello.{{\\*\\annotation {sentence(name)}}}",
        "shape text": f"{{\\shp{{\\*\\shpinst{{\\shptxt {sentence(name)}}}}}}}Hello.",
        "field result": f"{{\\field{{\\*\\fldinst DATE}}{{\\fldrslt {name}}}}}",
        "table cell": f"\\trowd\\cellx1000\\cellx2000 {name}\\cell 17\\cell\\row",
        "hidden": f"{{\\v {sentence(name)}}}Hello.",
    }.items():
        yield Paper("documents: RTF", place, ".rtf", f"{{\\rtf1\\ansi {text}\\par}}".encode())
