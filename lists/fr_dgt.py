"""France: national register of asset freezes (Direction générale du Trésor), JSON.

Format and quirks, with links to the publisher: docs/lists/fr_dgt.md
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from lists.countries import country_code
from lists.json_file import Row, json_document, objects, rows_at, text_of
from lists.source import ParseReport, Readable, Source
from lists.texts import iso_day, noted, one_line
from records import Address, Entity, Identifier, Kind, ListedName, ListFormatError, NameKind, Note

NAME = "fr_dgt"
TOP, DATE, ENTRIES, DETAILS = (
    "Publications",
    "DatePublication",
    "PublicationDetail",
    "RegistreDetail",
)
KINDS = {
    "personne physique": Kind.PERSON,
    "personne morale": Kind.ORGANIZATION,
    "navire": Kind.VESSEL,
}
READ = {"IdRegistre", "Nature", "Nom", DETAILS}
COMMENT, COUNTRY = "Commentaire", "Pays"
NUMBERS = (
    ("fiscal", "tax"), ("inn", "tax"), ("enregistrement", "registration"),
    ("immatriculation", "registration"), ("ogrn", "registration"), ("omi", "imo"), ("imo", "imo"),
    ("lei", "lei"), ("swift", "bic"), ("passeport", "passport"),
    ("identité", "national_id"), ("identification nationale", "national_id"),
)  # fmt: skip
"""Words of a comment, and which kind of number it is said of; the first that stands there."""
REFERENCES = {"REFERENCE_UE": "eu_reference", "REFERENCE_ONU": "un_reference"}
PASSPORT, CARD, OTHER, IMO = "PASSEPORT", "AUTRE_IDENTITE", "IDENTIFICATION", "NUMERO_OMI"
PLAIN = {
    "SEXE", "TITRE", "LIEU_DE_NAISSANCE", "NATIONALITE", "TELEPHONE", "SITE_INTERNET", "COURRIEL",
}  # fmt: skip
"""Known fields that have none of their own, or that say more than theirs keeps."""
REMARKS = {"MOTIFS"}


def recognises(head: bytes) -> bool:
    """Whether the file is the register in JSON."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    words = (TOP, DATE, ENTRIES)
    return start.startswith(b"{") and all(f'"{word}"'.encode() in start for word in words)


def parse(file: Readable, report: ParseReport) -> Iterator[Entity]:
    """Yield one entity for each entry of the register, in file order.

    Raises:
        ListFormatError: not a whole register of this layout, or an entry without an id.
    """
    document = json_document(file)
    entries = rows_at(document, TOP, ENTRIES)
    published = document.get(TOP) if isinstance(document, dict) else None
    report.edition = iso_day(text_of(published.get(DATE))) if isinstance(published, dict) else None
    for number, row in enumerate(entries, 1):
        reference = one_line(text_of(row.get("IdRegistre")))
        if not reference:
            raise ListFormatError(f"entry number {number} has no IdRegistre")
        yield _Entry(reference, report).read(row)


@dataclass(slots=True)
class _Entry:
    """One entry of the register while it is read."""

    reference: str
    report: ParseReport
    first_names: list[str] = field(default_factory=list)
    aliases: list[ListedName] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)
    countries: set[str] = field(default_factory=set)
    births: list[str] = field(default_factory=list)
    basis: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def read(self, row: Row) -> Entity:
        """Take the entry apart and return the finished record."""
        readers: dict[str, Callable[[Mapping[str, str], str], None]] = {
            "PRENOM": self._first_name, "ALIAS": self._alias, "DATE_DE_NAISSANCE": self._birth,
            "ADRESSE_PP": self._address, "ADRESSE_PM": self._address, PASSPORT: self._number,
            CARD: self._number, OTHER: self._number, IMO: self._number,
            "FONDEMENT_JURIDIQUE": self._basis, **dict.fromkeys(REFERENCES, self._reference),
            **dict.fromkeys(REMARKS, self._remark), **dict.fromkeys(PLAIN, self._plain),
        }  # fmt: skip
        for detail in objects(row.get(DETAILS)):
            label = one_line(text_of(detail.get("TypeChamp")))
            if label not in readers:
                self.report.oddities[f"unknown field {label}"] += 1
            for value in objects(detail.get("Valeur")):
                said = {str(key): one_line(text_of(each)) for key, each in value.items()}
                readers.get(label, self._plain)(said, label)
        for key in row.keys() - READ:
            self.report.oddities[f"unknown field {key}"] += 1
            self.notes += noted(str(key), text_of(row[key]))
        return self._entity(row)

    def _entity(self, row: Row) -> Entity:
        nature = one_line(text_of(row.get("Nature")))
        if nature.lower() not in KINDS:
            self.report.oddities[f"unknown Nature {nature}"] += 1
        names = [*self._main_names(one_line(text_of(row.get("Nom")))), *self.aliases]
        if not names:
            self.report.oddities["entry without a name"] += 1
        return Entity(
            id=f"{NAME}:{self.reference}",
            kind=KINDS.get(nature.lower(), Kind.UNKNOWN),
            names=tuple(names),
            identifiers=tuple(self.identifiers),
            addresses=tuple(self.addresses),
            countries=tuple(sorted(self.countries)),
            birth_dates=tuple(dict.fromkeys(self.births)),
            legal_basis=tuple(dict.fromkeys(self.basis)),
            remarks=tuple(self.remarks),
            notes=tuple(self.notes),
        )

    def _main_names(self, last: str) -> Iterator[ListedName]:
        for place, first in enumerate(self.first_names or [""]):
            parts = tuple(
                n for label, t in (("Prenom", first), ("Nom", last)) for n in noted(label, t)
            )
            if parts:
                yield ListedName(
                    text=" ".join(part.text for part in parts),
                    kind=NameKind.ALIAS if place else NameKind.PRIMARY,
                    parts=parts if len(parts) > 1 else (),
                )

    def _first_name(self, said: Mapping[str, str], _: str) -> None:
        self.first_names += filter(None, [said.get("Prenom", "")])

    def _alias(self, said: Mapping[str, str], _: str) -> None:
        if text := said.get("Alias", ""):
            comment = noted(COMMENT, said.get(COMMENT))
            self.aliases.append(ListedName(text=text, kind=NameKind.ALIAS, notes=comment))

    def _birth(self, said: Mapping[str, str], label: str) -> None:
        parts = [said.get(key, "").lstrip("0") for key in ("Annee", "Mois", "Jour")]
        kept = parts[: next((n for n, part in enumerate(parts) if not part), len(parts))]
        if kept and all(part.isascii() and part.isdecimal() for part in kept):
            self.births.append("-".join([kept[0].zfill(4), *(part.zfill(2) for part in kept[1:])]))
        if said.get(COMMENT) or not kept:
            self._plain(said, label)

    def _address(self, said: Mapping[str, str], label: str) -> None:
        code = self._tied(said)
        lines = [said.get("Adresse", ""), said.get(COUNTRY, "")]
        rest = [(k, t) for k, t in said.items() if k not in {"Adresse", COUNTRY}]
        if text := ", ".join(filter(None, lines)):
            notes = tuple(note for key, each in rest for note in noted(key, each))
            self.addresses.append(Address(text=text, country=code, notes=notes))
        else:
            self._plain(said, label)

    def _number(self, said: Mapping[str, str], label: str) -> None:
        """A number whose kind the comment says; ``/`` stands where there is a comment alone."""
        value = next((t for key, t in said.items() if key not in {COMMENT, COUNTRY}), "")
        comment = said.get(COMMENT, "")
        if not re.search(r"\d", value):
            self._plain(said, label)
            return
        known = {PASSPORT: "passport", CARD: "national_id", IMO: "imo"}
        words = comment.lower()
        found = next((kind for word, kind in NUMBERS if re.search(rf"\b{word}", words)), None)
        kind = (
            known[label] if label in {PASSPORT, IMO} else found or known.get(label, "registration")
        )
        self.identifiers.append(
            Identifier(
                type=kind,
                value=value,
                country=country_code(said.get(COUNTRY, "")),
                notes=(*noted("TypeChamp", label), *noted(COMMENT, comment)),
            )
        )

    def _reference(self, said: Mapping[str, str], label: str) -> None:
        for value in filter(None, said.values()):
            self.identifiers.append(Identifier(type=REFERENCES[label], value=value))

    def _basis(self, said: Mapping[str, str], label: str) -> None:
        self.basis += filter(None, [said.get("FondementJuridiqueLabel", "")])
        self._plain(said, label)

    def _remark(self, said: Mapping[str, str], _: str) -> None:
        self.remarks += filter(None, said.values())

    def _plain(self, said: Mapping[str, str], label: str) -> None:
        self._tied(said)
        text = "; ".join(f"{key} {text}" for key, text in said.items() if text)
        self.notes += noted(label, text)

    def _tied(self, said: Mapping[str, str]) -> str | None:
        code = country_code(said.get(COUNTRY, ""))
        self.countries |= {code} if code else set()
        return code


SOURCE = Source(
    name=NAME,
    title="France: national register of asset freezes",
    publisher="Direction générale du Trésor",
    url=(
        "https://gels-avoirs.dgtresor.gouv.fr/ApiPublic/api/v1/publication/"
        "derniere-publication-fichier-json"
    ),
    parse=parse,
    recognises=recognises,
    # About 6,000 in 2025: the EU's and the UN's freezes and some hundred of France's own.
    at_least=3_500,
    at_most=50_000,
    max_age_days=14,
    media_types=("application/json", "text/json", "application/octet-stream"),
    at_most_bytes=1 << 28,
)
