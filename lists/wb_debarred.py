"""World Bank: firms and individuals debarred from contracts it finances, JSON. No sanctions list.

Format and quirks, with links to the publisher: docs/lists/wb_debarred.md
"""

import re
from collections.abc import Iterator

from lists.countries import country_code, is_country_code
from lists.json_file import Row, json_document, rows_at, text_of
from lists.source import ParseReport, Readable, Source
from lists.texts import iso_day, noted, one_line, primary_first
from records import Address, Entity, Identifier, Kind, ListedName, ListFormatError, NameKind, Note

NAME = "wb_debarred"
ROWS = ("response", "ZPROCSUPP")
ID, FULL_NAME, REMARK, REASON = "SUPP_ID", "SUPP_NAME", "ADD_SUPP_INFO", "DEBAR_REASON"
REFRESHED = "LAST_REFRESH_DATE"
# "U" and "C" are said of nine parties, and nobody says what they mean.
KINDS = {"I": Kind.PERSON, "F": Kind.ORGANIZATION}
ADDRESS = ("SUPP_ADDR", "SUPP_CITY", "SUPP_STATE_CODE", "SUPP_PROV_NAME", "SUPP_POST_CODE",
           "SUPP_ZIP_CODE", "COUNTRY_NAME")  # fmt: skip
READ = {ID, FULL_NAME, REASON, "LAND1", "DEBAR_FROM_DATE", *ADDRESS}
OWN = {
    "MANDT", "LEGACY_FLG", "UN_SUPP_FLG", "CRIS_SUPP_ID", "CRPD_MATCH", "CRPD_STAT", "CREATE_USER",
    "CREATE_DATE", "CREATE_TIME", "UPD_USER", "UPD_DATE", "UPD_TIME", "RECHK_IND", REFRESHED,
    "CREATE_USER_NAME", "UPD_USER_NAME",
}  # fmt: skip
"""What the Bank's system keeps of its own work; the same of nearly all, and said of no party."""

_FOOTNOTE = re.compile(r"\*\s*\d+(?:\s*(?:,|and|&)\s*\*?\s*\d+)*")
_LABEL = re.compile(
    r"[,;(\[]?\s*\b(?P<former>f[./]?\s?k[./]?\s?a\b\.?"
    r"|(?:formerly|previously)(?:\s+(?:known|operating|doing business)(?:\s+as)?)?)"
    r"|\b(?P<alias>a[./]?\s?k[./]?\s?a\b\.?|(?:also|currently|now)?\s*known as"
    r"|(?:currently\s+)?d[./]?b[./]?a\b\.?"
    r"|(?:also\s+)?(?:doing business|trading|currently operating)\s+(?:as|under))",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\b(?P<label>Reg(?:istration|\.)?\s*(?:No\.?|Number)|National ID(?: No\.?)?"
    r"|Tax ID(?: No\.?)?|ID No\.?|TIN(?: No\.?)?|CNPJ|Passport(?: No\.?)?)\s*[:;#]?\s*"
    r"(?P<value>[A-Z0-9][\w./ -]*\d[\w/-]*)",
    re.IGNORECASE,
)
NUMBERS = {
    "r": "registration",
    "n": "national_id",
    "i": "national_id",
    "t": "tax",
    "c": "tax",
    "p": "passport",
}
"""By the first letter of the label."""
_FOREIGN = re.compile(r"[^\W\d_a-zA-Z\u00c0-\u024f]")
_LATIN = re.compile(r"[a-zA-Z]")


def recognises(head: bytes) -> bool:
    """Whether the file is the Bank's list in JSON."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"{") and all(
        f'"{word}"'.encode() in start for word in (ROWS[-1], ID, FULL_NAME)
    )


def parse(file: Readable, report: ParseReport) -> Iterator[Entity]:
    """Yield one entity for each row, in file order.

    Raises:
        ListFormatError: not a whole list of this layout, or an entry without an id.
    """
    for number, row in enumerate(rows_at(json_document(file), *ROWS), 1):
        day = iso_day(text_of(row.get(REFRESHED)))
        report.edition = max(filter(None, (report.edition, day)), default=None)
        reference = one_line(text_of(row.get(ID)))
        if not reference:
            raise ListFormatError(f"entry number {number} has no {ID}")
        yield _entity(row, reference, report)


def _entity(row: Row, reference: str, report: ParseReport) -> Entity:
    remark = one_line(text_of(row.get(REMARK)))
    names = [*_names(one_line(text_of(row.get(FULL_NAME)))), *_said_names(remark)]
    if not names:
        report.oddities["entry without a name"] += 1
    parts = [(key, one_line(text_of(row.get(key)))) for key in ADDRESS]
    code = one_line(text_of(row.get("LAND1")))
    country = code.lower() if is_country_code(code) else country_code(parts[-1][1])
    place = Address(
        text=", ".join(text for _, text in parts if text),
        city=one_line(text_of(row.get("SUPP_CITY"))) or None,
        country=country,
        notes=tuple(n for key, text in parts[:-1] if key != "SUPP_CITY" for n in noted(key, text)),
    )
    return Entity(
        id=f"{NAME}:{reference}",
        kind=KINDS.get(one_line(text_of(row.get("SUPP_TYPE_CODE"))), Kind.UNKNOWN),
        names=primary_first(names),
        identifiers=tuple(_identifiers(remark)),
        addresses=(place,) if place.text else (),
        countries=(country,) if country else (),
        programmes=("World Bank debarment",),
        legal_basis=tuple(filter(None, [one_line(text_of(row.get(REASON)))])),
        listed_on=iso_day(text_of(row.get("DEBAR_FROM_DATE"))),
        notes=tuple(
            n for k, v in row.items() if k not in READ | OWN for n in noted(str(k), text_of(v))
        ),
    )


def _names(published: str) -> Iterator[ListedName]:
    """``ELMCREST LIMITED, FORMERLY KNOWN AS LANDMARC LIMITED``: two names."""
    found = _LABEL.search(published)
    if not published:
        return
    whole = noted(FULL_NAME, published)
    if found is None or not found.start():  # a label before all of it says nothing
        text = _bare(published[found.end() :]) if found else published
        yield ListedName(
            text=text or published, kind=NameKind.PRIMARY, notes=whole if found else ()
        )
        return
    main = published[: found.start()].strip(" ,;([")
    yield ListedName(text=main or published, kind=NameKind.PRIMARY, notes=whole)
    yield from _labelled(published, whole)


def _said_names(remark: str) -> Iterator[ListedName]:
    """The names in a remark: behind a label, or a text in another alphabet and nothing else."""
    text, whole = _FOOTNOTE.sub("", remark), noted(REMARK, remark)
    found = _LABEL.search(text)
    yield from _labelled(text, whole)
    for piece in re.split(r"[()\[\];,（）]", text[: found.start()] if found else text):
        name = one_line(piece)
        if _FOREIGN.search(name) and not _LATIN.search(name):
            yield ListedName(text=name, kind=NameKind.ALIAS, notes=whole)


def _labelled(text: str, whole: tuple[Note, ...]) -> Iterator[ListedName]:
    labels = list(_LABEL.finditer(text))
    ends = [*(label.start() for label in labels), len(text)][1:]
    for label, end in zip(labels, ends if labels else [], strict=True):
        kind = NameKind.FORMER if label["former"] else NameKind.ALIAS
        # A bracket that closes what the label stands in ends the name; one inside it does not.
        for place, piece in enumerate(_unbracketed(text[label.end() : end])):
            if not place or (_FOREIGN.search(piece) and not _LATIN.search(piece)):
                yield ListedName(
                    text=piece, kind=kind if not place else NameKind.ALIAS, notes=whole
                )


def _unbracketed(text: str) -> Iterator[str]:
    """What stands before the bracket that was open at the beginning closes, then what follows."""
    depth, start = 0, 0
    for place, letter in enumerate(text):
        depth += (letter in "([（") - (letter in ")]）")
        if depth < 0:
            yield from filter(None, [_bare(text[start:place])])
            depth, start = 0, place + 1
    yield from filter(None, [_bare(text[start:])])


def _bare(text: str) -> str:
    bare = one_line(text).strip(" :;,")
    if bare[:1] in "([" and bare[-1:] in ")]":
        bare = bare[1:-1]
    return bare if re.search(r"\w", bare) else ""


def _identifiers(remark: str) -> Iterator[Identifier]:
    for found in _NUMBER.finditer(_FOOTNOTE.sub("", remark)):
        label = one_line(found["label"])
        yield Identifier(
            type=NUMBERS[label[0].lower()],
            value=one_line(found["value"]),
            notes=(Note(label="label", text=label),),
        )


SOURCE = Source(
    name=NAME,
    title="World Bank: debarred and cross-debarred firms and individuals (no sanctions list)",
    publisher="World Bank Group",
    url=(
        "https://apigwext.worldbank.org/dvsvc/v1.0/json/APPLICATION/ADOBE_EXPRNCE_MGR/FIRM/"
        "SANCTIONED_FIRM"
    ),
    parse=parse,
    recognises=recognises,
    # 1,370 in February 2026; debarments end.
    at_least=900,
    at_most=15_000,
    # The file is made anew every day.
    max_age_days=14,
    media_types=("application/json", "application/octet-stream"),
    # Whom the Bank does not pay others may: a hit is a matter of procurement, not of sanctions.
    by_default=False,
    at_most_bytes=1 << 27,
)
