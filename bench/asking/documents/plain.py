"""Plain text: encodings, line ends, lengths, and payment messages."""

import codecs
import json
from collections.abc import Iterator
from random import Random
from xml.sax.saxutils import escape

from asking.documents.paper import Paper, sentence

_SENTENCES = (
    "The cargo was ordered from {n} in March.",
    "{n} is the buyer.",
    "According to customs records, {n} paid for two of the lathes.",
    "Die Ware wurde von {n} bestellt und in Wien umgeladen.",
    "Le paiement a été reçu par {n} en mars.",
    "El pago fue enviado a {n} la semana pasada.",
    "Il contratto con {n} è stato firmato a Milano.",
    "O contrato com {n} foi assinado em Lisboa.",
    "De factuur van {n} is nog niet betaald.",
    "Umowa z {n} została podpisana w Warszawie.",
    "Договор с {n} был подписан в апреле.",
    "Sözleşme {n} ile imzalandı.",
    "合同由 {n} 签署。",
    "契約は {n} と締結された。",
    "تم توقيع العقد مع {n} في دبي.",
    "Supplier: {n}",
    "- {n}\n- Blue Lantern Partners\n- Nordic Hull Club",
    "Name;Country\n{n};AE\n",
    "| Supplier | Country |\n|---|---|\n| {n} | AE |",
    "CC: {n}; Blue Lantern Partners",
    "THE CARGO WAS ORDERED FROM {n} IN MARCH.",
    "the cargo was ordered from {n} in march.",
)
_ENCODINGS = (
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252",
    "cp437", "cp500", "utf-7", "shift_jis", "gb18030", "koi8-r",
)  # fmt: skip
_PROSE = ("The meeting was moved to Thursday. ", "Two samples arrived late and were sent back. ")


def papers(name: str) -> Iterator[Paper]:
    """Texts with the name in one of many sentences, encodings and lengths."""
    for text in _SENTENCES:
        written = name.upper() if text.isupper() else name
        yield Paper("documents: sentences", text, ".txt", _put(text, written).encode())
    for encoding in _ENCODINGS:
        signs = codecs.BOM_UTF16_LE if encoding == "utf-16-le" else b""
        data = signs + sentence(name).encode(encoding)
        yield Paper("documents: encodings", encoding, ".txt", data)
    yield from _cut(name)
    yield from _long(name)
    yield from _payments(name)
    yield from _json(name)


def _put(text: str, name: str) -> str:
    return text.replace("{n}", name).replace("{N}", name)


def _cut(name: str) -> Iterator[Paper]:
    words = name.split()
    for ends, what in (("\n", "line end"), ("\r\n", "Windows line end"), ("\r", "Mac line end"),
                       ("\u2028", "line separator"), ("\u00ad", "soft hyphen and space"),
                       ("\x0b", "vertical tab"), ("\n    ", "indented line")):  # fmt: skip
        joined = f"{words[0]}{ends}{' '.join(words[1:])}"
        if ends == "\u00ad":
            joined = name.replace(words[0], f"{words[0][:3]}\u00ad{words[0][3:]}")
        yield Paper("documents: line ends", what, ".txt", sentence(joined).encode())
    longest = max(words, key=len)
    hyphenated = name.replace(longest, f"{longest[:4]}-\n{longest[4:]}", 1)
    yield Paper("documents: line ends", "hyphen", ".txt", sentence(hyphenated).encode())


def _long(name: str) -> Iterator[Paper]:
    for length in (5_000, 50_000, 500_000):
        for part, where in ((0.0, "begin"), (0.5, "middle"), (1.0, "end")):
            random = Random(length)
            count = length // 40
            lines = [random.choice(_PROSE) for _ in range(count)]
            lines.insert(int(part * count), sentence(name) + " ")
            way = f"{length:,} characters, {where}"
            yield Paper("documents: long texts", way, ".txt", "".join(lines).encode())
    many = (sentence(name) + "\n") * 500
    yield Paper("documents: long texts", "500 times", ".txt", many.encode())


def _payments(name: str) -> Iterator[Paper]:
    upper = name.upper()
    fields = ("50K", "52D", "57D", "59", "70", "72")
    for field in fields:
        lines = {"50K": "BLUE LANTERN", "59": "NORDIC HULL CLUB"} | {field: upper}
        account = {"50K": "/DE89370400440532013000\n", "59": "/FR7630006000011234567890189\n"}
        body = "\n".join(f":{key}:{account.get(key, '')}{lines[key]}" for key in sorted(lines))
        text = (
            "{1:F01AAAADEFFAXXX0000000000}{2:I103BBBBFRPPXXXXN}{4:\n:20:A1\n:23B:CRED\n"
            f":32A:260512EUR1250,00\n{body}\n:71A:SHA\n-}}"
        )
        yield Paper("documents: payments", f"MT103 field {field}", ".txt", text.encode())
    for tag in ("Dbtr", "Cdtr", "UltmtCdtr", "UltmtDbtr", "InitgPty"):
        party = f"<{tag}><Nm>{escape(name)}</Nm></{tag}>"
        text = (
            '<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08">'
            f"<FIToFICstmrCdtTrf><CdtTrfTxInf>{party}</CdtTrfTxInf></FIToFICstmrCdtTrf></Document>"
        )
        yield Paper("documents: payments", f"pacs.008 {tag}", ".xml", text.encode())


def _json(name: str) -> Iterator[Paper]:
    escaped = "".join(f"\\u{ord(letter):04x}" for letter in name)
    for way, text in {
        "value": json.dumps({"buyer": {"name": name}}),
        "key": json.dumps({name: 17}),
        "element": json.dumps([[["a", name]]]),
        "every letter escaped": f'{{"name": "{escaped}"}}',
        "key given twice": f'{{"name": {json.dumps(name)}, "name": "Blue Lantern"}}',
        "JSON in a string": json.dumps({"data": json.dumps({"name": name})}),
        "sentence": json.dumps({"text": sentence(name)}),
        "lines": json.dumps({"id": 1}) + "\n" + json.dumps({"name": name}),
    }.items():
        yield Paper("documents: JSON", way, ".json", text.encode())
