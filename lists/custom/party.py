"""One party of a team's own table."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from lists.countries import country_code, is_country_code
from lists.custom.cells import lines_of, name_items
from lists.custom.columns import IDENTIFIERS, NAME, Columns
from lists.source import ParseReport
from lists.texts import noted, one_line, primary_first, split_outside_brackets
from lists.written_dates import british_date
from records import Address, Entity, Identifier, Kind, ListedName, NameKind, Note

KINDS: Mapping[str, Kind] = {
    **dict.fromkeys(("person", "individual", "naturalperson", "p", "i"), Kind.PERSON),
    **dict.fromkeys(
        ("organization", "organisation", "company", "entity", "enterprise", "legalperson",
         "publicbody", "corporate", "business", "bank", "e", "c", "o"),
        Kind.ORGANIZATION,
    ),
    **dict.fromkeys(("vessel", "ship"), Kind.VESSEL),
    **dict.fromkeys(("aircraft", "airplane"), Kind.AIRCRAFT),
    **dict.fromkeys(("unknown", "legalentity", "other", ""), Kind.UNKNOWN),
}  # fmt: skip
OTHER_NAMES = {"alias": NameKind.ALIAS, "former": NameKind.FORMER, "weak": NameKind.WEAK}
LISTS_IN_ONE = re.compile(r"[;|\n]")


@dataclass(slots=True)
class Party:
    """What the rows with one id say, each thing once: some tables have a row for each name."""

    reference: str
    said: dict[str, dict[str, None]] = field(default_factory=dict)
    notes: dict[Note, None] = field(default_factory=dict)

    def texts(self, label: str) -> list[str]:
        """What stands under a field, each text once."""
        return list(self.said.get(label, ()))


def reference_of(said: Mapping[str, Sequence[str]]) -> str:
    """The id of a row; of one without, a name for what it is, the same in every edition."""
    if given := one_line(next(iter(said.get("id", ())), "")):
        return given
    what = "\n".join([*said.get(NAME, ()), *said.get("birth_date", ())]).casefold()
    return f"n{sha256(what.encode()).hexdigest()[:12]}"


def said_in(row: Mapping[str, str], columns: Columns) -> dict[str, list[str]]:
    """The texts of a row by field; columns that belong together are one text."""
    return {
        label: [text for joined in group if (text := _cell([row[heading] for heading in joined]))]
        for label, group in columns.items()
    }


def _cell(texts: Sequence[str]) -> str:
    """A cell with its line ends, or several as one text."""
    return lines_of(texts[0]) if len(texts) == 1 else one_line(" ".join(texts))


def add(party: Party, said: Mapping[str, Sequence[str]], others: Mapping[str, str]) -> None:
    """Keep what a row says."""
    for label, texts in said.items():
        party.said.setdefault(label, {}).update(dict.fromkeys(texts))
    for heading, text in others.items():
        party.notes.update(dict.fromkeys(noted(heading, text)))


def entity(name: str, party: Party, report: ParseReport) -> Entity:
    """The finished record."""
    names = list(_names(party))
    if not names:
        report.oddities["entry without a name"] += 1
    notes = list(party.notes)
    codes = _countries(party, notes, report)
    addresses = [
        Address(text=one_line(text), country=country_code(text.rpartition(",")[2]))
        for text in party.texts("address")
    ]
    births = [(text, british_date(text)) for text in _parted(party, "birth_date")]
    notes += [Note(label="birth_date", text=text) for text, date in births if not date]
    return Entity(
        id=f"{name}:{party.reference}",
        kind=_kind(party, notes, report),
        names=primary_first(names),
        identifiers=tuple(
            Identifier(type=kind, value=text)
            for kind in IDENTIFIERS
            for text in _parted(party, kind)
        ),
        addresses=tuple(addresses),
        countries=tuple(sorted({*codes, *(a.country for a in addresses if a.country)})),
        birth_dates=tuple(date for _, date in births if date),
        programmes=tuple(_parted(party, "programme")),
        listed_on=min(filter(None, map(british_date, party.texts("listed_on"))), default=None),
        remarks=tuple(party.texts("remark")),
        notes=tuple(notes),
    )


def _parted(party: Party, label: str) -> Iterator[str]:
    """A field may hold several: ``A; B``."""
    for text in party.texts(label):
        yield from filter(None, (one_line(part) for part in LISTS_IN_ONE.split(text)))


def _names(party: Party) -> Iterator[ListedName]:
    main = dict.fromkeys(name for text in party.texts(NAME) for name in name_items(text))
    for place, text in enumerate(main):
        yield ListedName(text=text, kind=NameKind.ALIAS if place else NameKind.PRIMARY)
    for label, kind in OTHER_NAMES.items():
        for text in party.texts(label):
            for line in (part for item in name_items(text) for part in item.split("|")):
                for name in split_outside_brackets(line):
                    yield ListedName(text=name, kind=kind)


def _countries(party: Party, notes: list[Note], report: ParseReport) -> set[str]:
    codes = set()
    for cell in party.texts("country"):
        for text in filter(None, map(str.strip, re.split(r"[;|]", cell))):
            # The same country in two languages, a line for each: one that is known is enough.
            known = set(filter(None, map(_country, [text, *re.split(r"\n|\s*/\s*", text)])))
            codes |= known
            if not known:
                report.oddities[f"unknown country {one_line(text)[:40]}"] += 1
                notes += noted("country", text)
    return codes


def _country(text: str) -> str | None:
    plain = text.strip().upper() if len(text.strip()) == len("ch") else text.strip()
    return plain.lower() if is_country_code(plain) else country_code(plain)


def _kind(party: Party, notes: list[Note], report: ParseReport) -> Kind:
    text = next(iter(party.texts("kind")), "")
    kind = KINDS.get(re.sub(r"[\W_]", "", text.casefold()))
    if kind is None:
        report.oddities[f"unknown kind {text[:40]}"] += 1
        notes += noted("kind", text)
    return kind or Kind.UNKNOWN
