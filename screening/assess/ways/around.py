"""What stands around a name: place, address, account; and where a field cuts it."""

import random
import re

from screening.assess.data import rows
from screening.assess.listed import ListedRecord
from screening.assess.ways.legal_forms import without_form
from screening.assess.ways.way import (
    NO_PERSONS,
    ORGANIZATIONS,
    VESSELS,
    Way,
    changed,
    on_text,
)

_STREETS = (
    "12 Sadovaya Street", "Hauptstr. 7", "PO Box 4410", "Office 12, Tower B",
    "No. 88 Renmin Road", "45 Leoforos Syngrou", "P.O.B. 15875-3948", "str. Lenina 14",
)  # fmt: skip
_ADDRESSEE = ("Attn: ", "c/o ", "FAO ", "Messrs. ", "To the order of ", "On behalf of ", "M/s ")
_ACCOUNT = (
    "/40817810042000018843/",
    "1/",
    "/DE89370400440532013000 ",
    "//CH123456 ",
    "BENEF ",
    "/INS/",
)
_REFERENCE = ("INV 20331 ", "PO 4417-B ", "CONTRACT 12/2024 ", "RE: ", "REF 88120 ")
_FORMERLY = ("formerly", "f/k/a", "ex", "previously known as")
_ALSO = ("a.k.a.", "also known as", "aka", "d/b/a", "t/a")
_INVENTED = (
    "Meridian Cove Partners", "Silver Lantern Trading", "Oakhill Bridge Ltd", "Nordlys Handel AS",
    "Tramonto Servizi Srl", "Blue Heron Logistics",
)  # fmt: skip


def _town(rng: random.Random) -> tuple[str, ...]:
    return rng.choice(rows("towns.tsv"))


def _cut_35(name: str, _rng: random.Random) -> str | None:
    return _kept(name, 35)


def _cut_70(name: str, _rng: random.Random) -> str | None:
    return _kept(name, 70)


def _kept(name: str, length: int) -> str | None:
    if len(name) <= length + 2:
        return None
    kept = name[:length].rstrip()
    return kept if re.search(r"[^\W\d_]{6,}", kept) else None


def _two_of_one(record: ListedRecord, rng: random.Random) -> str | None:
    others = [other for other in record.others if len(other) > 4]
    return f"{record.name} / {rng.choice(others)}" if others else None


def _with_address(name: str, rng: random.Random) -> str:
    return f"{name}, {rng.choice(_STREETS)}, {', '.join(_town(rng))}"


def _number_glued(name: str, _rng: random.Random) -> str | None:
    return changed(name, re.sub(r"(?<=[^\W\d_]{3}) (\d+)$", r"\1", name))


def _ship(prefix: str) -> Way:
    return Way(
        name=f"ship {prefix}", group="ships", severity=2, sense="ships", kinds=VESSELS,
        write=on_text(lambda name, _: f"{prefix} {name}"),
    )  # fmt: skip


_ANY = "every name"
WAYS = (
    Way(name="town behind", group="place and address", severity=2, sense=_ANY,
        write=on_text(lambda name, rng: f"{name}, {_town(rng)[0]}")),
    Way(name="town behind, no comma", group="place and address", severity=2,
        sense="organisations, their legal form left out", kinds=ORGANIZATIONS,
        write=on_text(lambda name, rng: f"{without_form(name) or name} {_town(rng)[0]}")),
    Way(name="country behind", group="place and address", severity=2, sense=_ANY,
        write=on_text(lambda name, rng: f"{name}, {_town(rng)[1]}")),
    Way(name="branch behind", group="place and address", severity=2, sense="organisations",
        kinds=ORGANIZATIONS, write=on_text(lambda name, rng: f"{name} {_town(rng)[0]} Branch")),
    Way(name="office behind", group="place and address", severity=2, sense="organisations",
        kinds=ORGANIZATIONS, write=on_text(lambda name, rng: f"{name} - {_town(rng)[0]} Office")),
    Way(name="address behind", group="place and address", severity=3, sense=_ANY,
        write=on_text(_with_address)),
    Way(name="addressee before", group="place and address", severity=2, sense=_ANY,
        write=on_text(lambda name, rng: f"{rng.choice(_ADDRESSEE)}{name}")),
    Way(name="account before", group="payment lines", severity=3, sense=_ANY,
        write=on_text(lambda name, rng: f"{rng.choice(_ACCOUNT)}{name.upper()}")),
    Way(name="reference before", group="payment lines", severity=3, sense=_ANY,
        write=on_text(lambda name, rng: f"{rng.choice(_REFERENCE)}{name.upper()}")),
    Way(name="account behind", group="payment lines", severity=3, sense=_ANY,
        write=on_text(lambda name, rng: f"{name.upper()} ACC {rng.randrange(10**9, 10**10)}")),
    Way(name="cut at 35", group="cut by a field", severity=4, sense="names of 38 characters",
        defensible="where what is left says little", write=on_text(_cut_35)),
    Way(name="cut at 70", group="cut by a field", severity=3, sense="names of 73 characters",
        write=on_text(_cut_70)),
    Way(name="formerly", group="two names in a field", severity=3, sense="organisations, ships",
        kinds=NO_PERSONS,
        write=on_text(lambda name, r: f"{r.choice(_INVENTED)} ({r.choice(_FORMERLY)} {name})")),
    Way(name="also known as", group="two names in a field", severity=3, sense=_ANY,
        write=on_text(lambda name, r: f"{name} {r.choice(_ALSO)} {r.choice(_INVENTED)}")),
    Way(name="two names in one field", group="two names in a field", severity=2,
        sense="entries with another name", write=_two_of_one),
    Way(name="another party beside", group="two names in a field", severity=3, sense=_ANY,
        write=on_text(lambda name, rng: f"{name} / {rng.choice(_INVENTED)}")),
    *map(_ship, ("MV", "M/V", "M/T", "SS", "Tanker", "Vessel:", "т/х")),
    Way(name="ship number glued", group="ships", severity=2, sense="ships with a number",
        kinds=VESSELS,
        write=on_text(_number_glued)),
)  # fmt: skip
