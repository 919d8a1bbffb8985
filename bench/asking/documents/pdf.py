"""PDF files written by hand: text, notes, form fields, properties, outlines."""

from collections.abc import Iterator, Sequence

from asking.documents.paper import Paper, sentence

_ALLOWED = frozenset(range(0x20, 0x7F))


def papers(name: str) -> Iterator[Paper]:
    """Files with the name in one place each; nothing for names with letters outside ASCII."""
    if not set(map(ord, name)) <= _ALLOWED:
        return
    said = _string(sentence(name))
    short = _string(name)
    page = b"Hello."
    words = name.split()
    yield _paper("text", _text(sentence(name)))
    yield _paper("text in two lines", _text(f"Ordered from {words[0]}", " ".join(words[1:])))
    yield _paper("text, a word at a time", _word_by_word(name))
    yield _paper("text, white on white", b"1 1 1 rg " + _text(sentence(name)))
    yield _paper("text drawn invisibly", b"3 Tr " + _text(sentence(name)))
    yield _paper("second page", _text("Hello."), second=_text(sentence(name)))
    yield _paper("title", _text("Hello."), info=b"/Title " + short)
    yield _paper("subject", _text("Hello."), info=b"/Subject " + said)
    yield _paper("keywords", _text("Hello."), info=b"/Keywords " + short)
    for kind in (b"Text", b"FreeText", b"Highlight", b"Stamp"):
        note = b"<</Type/Annot/Subtype/" + kind + b"/Rect[10 10 90 30]/Contents " + said + b">>"
        yield _paper(f"note: {kind.decode()}", _text(page.decode()), notes=[note])
    for kind, value in ((b"Tx", b"/V " + short), (b"Ch", b"/V " + short + b"/Opt[" + short + b"]")):
        field = (
            b"<</Type/Annot/Subtype/Widget/FT/" + kind + b"/T(buyer)/Rect[10 10 90 30]"
            b"/DA(/F1 9 Tf)" + value + b">>"
        )
        yield _paper(f"form field {kind.decode()}", _text("Hello."), notes=[field], form=True)
        yield _paper(f"widget {kind.decode()} without a form", _text("Hello."), notes=[field])
    outline = b"/Outlines<</Type/Outlines/Count 1/First 9 0 R/Last 9 0 R>>"
    yield _paper("bookmark", _text("Hello."), root=outline, more=b"<</Title " + short + b">>")


def _string(text: str) -> bytes:
    return b"(" + text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode() + b")"


def _text(*lines: str) -> bytes:
    shown = b" T* ".join(_string(line) + b" Tj" for line in lines)
    return b"BT /F1 12 Tf 14 TL 40 700 Td " + shown + b" ET"


def _word_by_word(name: str) -> bytes:
    out, left = b"BT /F1 12 Tf 1 0 0 1 40 700 Tm (from) Tj ET ", 75.0
    for word in name.split():
        out += b"BT /F1 12 Tf 1 0 0 1 %d 700 Tm %s Tj ET " % (left, _string(word))
        left += 7.5 * len(word) + 8
    return out


def _paper(
    place: str,
    first: bytes,
    *,
    second: bytes = b"",
    info: bytes = b"",
    notes: Sequence[bytes] = (),
    form: bool = False,
    root: bytes = b"",
    more: bytes = b"null",
) -> Paper:
    data = _file(first, second, info, notes, b"/AcroForm<</Fields[8 0 R]>>" if form else root, more)
    return Paper("documents: PDF", place, ".pdf", data)


def _file(
    first: bytes, second: bytes, info: bytes, notes: Sequence[bytes], root: bytes, more: bytes
) -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R" + root + b">>",
        b"<</Type/Pages/Kids[3 0 R" + (b" 6 0 R" if second else b"") + b"]/Count "
        + (b"2" if second else b"1") + b">>",
        page + b"/Contents 4 0 R" + (b"/Annots[8 0 R]" if notes else b"") + b">>",
        _stream(first),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        page + b"/Contents 7 0 R>>" if second else b"null",
        _stream(second),
        notes[0] if notes else b"null",
        more,
        b"<<" + info + b">>",
    ]  # fmt: skip
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<</Size %d/Root 1 0 R/Info 10 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return out + trailer % (len(objects) + 1, start)


def _stream(data: bytes) -> bytes:
    return b"<</Length %d>>\nstream\n%s\nendstream" % (len(data), data)
