"""Names in payment messages: pacs.008 of ISO 20022, and SWIFT MT103."""

import random
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

from screening.assess.listed import ListedRecord
from screening.assess.trials import PAYMENT, Trial

LINE, LINES = 35, 4
"""Characters of a line of an MT103 party, and how many it has; SWIFT Standards MT, field 59."""
LONGEST = 140
"""Characters of a name in ISO 20022 (Max140Text)."""
_SWIFT = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/-?:().,'+ ")
"""The letters of SWIFT's character set x."""
_OTHER = "Meridian Cove Partners"
_PACS = """<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"><FIToFICstmrCdtTrf>
<GrpHdr><MsgId>A1</MsgId><CreDtTm>2026-05-12T10:00:00</CreDtTm><NbOfTxs>1</NbOfTxs></GrpHdr>
<CdtTrfTxInf><PmtId><EndToEndId>E1</EndToEndId></PmtId>
<IntrBkSttlmAmt Ccy="EUR">1250.00</IntrBkSttlmAmt>
<Dbtr><Nm>{debtor}</Nm></Dbtr><Cdtr><Nm>{creditor}</Nm></Cdtr>
<RmtInf><Ustrd>{remittance}</Ustrd></RmtInf></CdtTrfTxInf>
</FIToFICstmrCdtTrf></Document>
"""
_MT103 = """{{1:F01AAAADEFFAXXX0000000000}}{{2:I103BBBBFRPPXXXXN}}{{4:
:20:A1
:23B:CRED
:32A:260512EUR1250,00
:50K:/DE89370400440532013000
{ordering}
:59:/FR7630006000011234567890189
{beneficiary}
:70:{remittance}
:71A:SHA
-}}
"""


def _pacs(**parties: str) -> str:
    names = {"debtor": _OTHER, "creditor": _OTHER, "remittance": "INVOICE 20331"} | parties
    return _PACS.format(**{key: escape(value) for key, value in names.items()})


def _mt103(**parties: str) -> str:
    names = {"ordering": _OTHER, "beneficiary": _OTHER, "remittance": "INVOICE 20331"} | parties
    return _MT103.format(**names)


def _lines(name: str) -> str:
    """A name in lines of 35 characters, cut where one is full, with a town below."""
    cut = [name[start : start + LINE] for start in range(0, len(name), LINE)]
    return "\n".join([*cut, "12 MAIN STREET", "LONDON GB"][:LINES])


def _in_swift(name: str) -> str | None:
    upper = name.upper()
    return upper if set(upper) <= _SWIFT and len(upper) <= LINE * 2 else None


def _in_iso(name: str) -> str | None:
    return name if len(name) <= LONGEST else None


_FIELDS: dict[str, tuple[Callable[[str], str | None], Callable[[str], str]]] = {
    "pacs.008 creditor": (_in_iso, lambda name: _pacs(creditor=name)),
    "pacs.008 debtor": (_in_iso, lambda name: _pacs(debtor=name)),
    "pacs.008 remittance information": (
        lambda name: name if len(name) <= LONGEST - 14 else None,
        lambda name: _pacs(remittance=f"INVOICE 20331 {name}"),
    ),
    "MT103 beneficiary (59)": (_in_swift, lambda name: _mt103(beneficiary=_lines(name))),
    "MT103 ordering customer (50K)": (_in_swift, lambda name: _mt103(ordering=_lines(name))),
    "MT103 remittance information (70)": (
        lambda name: _in_swift(name) if len(name) <= LINE - 4 else None,
        lambda name: _mt103(remittance=f"INV {name}"),
    ),
}
"""How a field takes a name (None where it cannot), and the message with it."""


def write_payments(sample: Sequence[ListedRecord], *, seed: int, per_field: int) -> list[Trial]:
    """Put names into fields of payment messages, at most so many for one field."""
    made: list[Trial] = []
    for label, (taken, message) in _FIELDS.items():
        rng = random.Random(f"{seed} {label}")
        found = 0
        for record in rng.sample(list(sample), len(sample)):
            written = taken(record.name)
            if written is None:
                continue
            made.append(_payment(label, record, written, message(written)))
            found += 1
            if found == per_field:
                break
    return made


def _payment(label: str, record: ListedRecord, written: str, text: str) -> Trial:
    return Trial(
        channel=PAYMENT,
        way=label,
        group="payment messages",
        severity=1,
        record=record,
        written=written,
        text=text,
    )
